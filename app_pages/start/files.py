"""A file with an assessment that was saved before: it comes in as a new one, or is merged."""

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.navigation import OVERVIEW, READ_BACK, page
from app_pages.frame.round_list import line_of
from app_pages.frame.widgets import as_label
from app_pages.session import session
from questionnaire.errors import AppError
from questionnaire.model.settlement import Status
from service import opening


def ask_file() -> None:
    """Ask for a file, and add it once somebody says so."""
    uploaded = st.file_uploader(
        "Een zelfbeoordeling die eerder als JSON-bestand is bewaard. Zij komt er als nieuwe bij.", type=["json"]
    )
    if uploaded is None:
        return
    if not st.button("Voeg dit bestand toe"):
        _tell_of_merging(uploaded.getvalue())
        return
    try:
        new = session.store().import_assessment(opening.read_file(uploaded.getvalue()), author=session.author())
    except AppError as error:
        st.error(f"Het bestand is niet toegevoegd; er is niets gewijzigd.\n\n{error}", icon=icons.ERROR)
        return
    session.choose(new)
    st.switch_page(page(OVERVIEW), query_params={session.ASSESSMENT_PARAMETER: new})


def _tell_of_merging(content: bytes) -> None:
    """Say that a file of an organisation and round that are here can be merged; nothing for any other file."""
    try:
        other = opening.read_file(content)
    except AppError:
        return  # what is wrong with a file is told when somebody adds it
    key = (other.organisation, other.round)
    alike = [each for each in session.store().summaries() if (each.organisation, each.round) == key]
    for summary in (each for each in alike if each.status is not Status.SETTLED):
        st.write("Deze ronde staat al in uw lijst. U kunt het bestand ook met die antwoorden samenvoegen.")
        st.page_link(
            page(READ_BACK),
            label=f"Voeg samen met {as_label(summary.organisation.name)}, {line_of(summary)}",
            query_params={session.ASSESSMENT_PARAMETER: summary.id},
        )
