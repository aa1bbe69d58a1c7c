"""The plan: from norms below target to actions that people own, and what these will bring."""

import streamlit as st

from app_pages.cards.actions import action_cards, removed_actions
from app_pages.cards.component import Cards, show_cards
from app_pages.frame import icons
from app_pages.frame.depths import depth_text
from app_pages.frame.downloads import show_download
from app_pages.frame.read_only import show_why
from app_pages.frame.widgets import plain
from app_pages.planning.effect import show_effect
from app_pages.planning.gaps import show_gaps
from app_pages.planning.selection import ask_selection, is_late
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.scoring.score import Result
from reporting.wording.dutch import counted
from service.files.addresses import file_address


def show() -> None:
    """Draw the page."""
    st.title("Plan van aanpak")
    found = session.require_opened()
    if not (found.screen.stays or found.screen.brings_action):
        found.screen.new_action = ""
    found.screen.brings_action = False
    _show_introduction(found)
    show_gaps()
    _show_actions(found)
    effect = st.container()
    _show_files()
    with effect:  # last: the page can be used before its chart is there
        st.fragment(show_effect)()


def _show_introduction(found: Opened) -> None:
    st.caption(
        f"{plain(found.assessment.organisation.name)} · {depth_text(found.assessment.depth)} · "
        f"peildatum {found.assessment.reference_date:%d-%m-%Y}"
    )
    st.write(
        "Maak acties voor normen onder het streefniveau. Geef elke actie een eigenaar en een datum. Daaronder "
        "ziet u wat de acties met de score kunnen doen."
    )
    show_why()
    if not found.is_read_only:
        st.info(
            "Schrijf over werk, nooit over inwoners. Alles wat u invult, wordt vanzelf opgeslagen.",
            icon=icons.PRIVATE,
        )


def _show_actions(found: Opened) -> None:
    st.header("Acties")
    _show_counts()
    subjects = ask_selection(found)
    removed = [] if found.is_read_only else removed_actions(found, subjects)
    subjects = [*subjects, *removed]
    lead = found.screen.new_action
    show_cards(Cards("acties", "Acties", subjects, action_cards(subjects), tells_saves=True, lead=lead))


def _show_counts() -> None:
    """How many actions there are, and how they stand."""
    actions = session.require_opened().assessment.actions.values()
    if not actions:
        st.write("Er zijn nog geen acties.")
        return
    counts = [
        f"{number} {entry.label.lower()}"
        for entry in session.content().plan.statuses
        if (number := sum(action.status is entry.status for action in actions))
    ]
    late = sum(is_late(action, session.today()) for action in actions)
    st.write(
        f"{counted(len(actions), 'actie', 'acties')}: {', '.join(counts)}."
        + (f" **Te laat: {late}.**" if late else "")
    )


def _show_files() -> None:
    """The actions to take away, as they are when this is drawn."""
    st.header("Actielijst en agenda")
    result = session.result()
    if not result.assessment.actions:
        st.write("Als er acties zijn, haalt u hier een lijst voor Excel en de datums voor uw agenda op.")
        return
    assessment_id = result.assessment.id
    st.write("Namen van eigenaren gaan mee in beide bestanden, notities alleen in de lijst voor Excel.")
    with st.container(horizontal=True):
        show_download("Download de actielijst voor Excel", file_address(assessment_id, "acties.xlsx"))
        _offer_dates(result)


def _offer_dates(result: Result) -> None:
    from reporting.tables.calendar import dated_actions

    if dated_actions(result):
        address = file_address(result.assessment.id, "acties.ics")
        show_download("Download de datums voor uw agenda", address)
        st.caption("Haalt u de datums later opnieuw op, dan werkt uw agenda dezelfde acties bij.")
    else:
        st.caption("Voor uw agenda is er nog geen actie met een datum.")
