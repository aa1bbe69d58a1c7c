"""Why a page can only be read, and what was typed and could not be saved any more."""

from collections.abc import Iterator

import streamlit as st

from app_pages.cards.inputs import WITHOUT_INPUT
from app_pages.cards.particulars import NAME_BY_FIELD
from app_pages.frame import icons
from app_pages.frame.navigation import ROUNDS, show_link
from app_pages.frame.values import FIELD_NAMES, subject_text, value_text
from app_pages.frame.widgets import show_quote
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.errors import InvalidInputError
from reporting.wording.dutch import date_text

NOTICE = "alleen-lezen"
"""Key of the fragment that says so; drawn again after every change, which may be the first to be refused."""
EXAMPLE = "Dit is een verzonnen voorbeeld. U kunt overal kijken, maar niets wijzigen."


def show_why() -> None:
    """Draw why nothing can be changed here; nothing while everything can."""
    found = session.require_opened()
    if found.is_example:
        st.info(EXAMPLE, icon=icons.INFO)
        return
    found.screen.along.add(NOTICE)
    st.fragment(_draw, key=NOTICE)()


def _draw() -> None:
    found = session.require_opened()
    if not found.assessment.is_locked:
        return
    if found.screen.keeps_inputs:
        st.error(
            "Deze ronde is net vastgesteld, door een collega of door u in een ander tabblad. Wat u hier nog typt, "
            "wordt NIET opgeslagen. Kopieer wat u wilt bewaren.",
            icon=icons.PRIVATE,
        )
        if st.button("Toon wat is vastgesteld"):
            found.screen.keeps_inputs = False
            st.rerun()
        return
    st.info(locked_sentence(found), icon=icons.PRIVATE)
    show_link(ROUNDS, "Naar het vastgestelde rapport en de rondes")
    show_unstored(found)


def locked_sentence(found: Opened) -> str:
    """When it was settled, and that nothing changes any more."""
    settlement = found.assessment.settlement
    when = f" op {date_text(settlement.day)}" if settlement else ""
    return f"Deze ronde is vastgesteld{when} en verandert niet meer. U kunt alles lezen."


def refuse_unsaved(found: Opened) -> None:
    """Raise InvalidInputError while a text of this session is not saved: what comes next would lose it."""
    if found.conflicts or found.failures or found.particular_troubles:
        raise InvalidInputError(
            "U hebt nog tekst die niet is opgeslagen. Ga naar de pagina waar u die tekst typte en kies daar wat "
            "blijft."
        )


def show_unstored(found: Opened) -> None:
    """Show every text that was refused because the round had been settled, to copy it from."""
    texts = list(_unstored(found))
    if not texts:
        return
    st.warning("Dit had u getypt en is NIET opgeslagen. Kopieer wat u wilt bewaren.", icon=icons.WARNING)
    for name, text in texts:
        st.write(f"**{name}**")
        show_quote(text)


def _unstored(found: Opened) -> Iterator[tuple[str, str]]:
    """Where a text was typed, and the text."""
    for register in (found.conflicts, found.failures):
        for (subject, field), trouble in register.items():
            if trouble.mine and field not in WITHOUT_INPUT:
                yield f"{subject_text(found, subject)}: {FIELD_NAMES[field]}", value_text(field, trouble.mine)
    for particular, trouble_there in found.particular_troubles.items():
        if trouble_there.mine:
            yield f"Gegevens voor het rapport: {NAME_BY_FIELD[particular]}", trouble_there.mine
