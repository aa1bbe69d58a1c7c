"""Why a page can only be read."""

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.navigation import ROUNDS, show_link
from app_pages.session import session
from app_pages.session.opened import Opened
from reporting.wording.dutch import date_text

EXAMPLE = "Dit is een verzonnen voorbeeld. U kunt overal kijken, maar niets wijzigen."


def show_why() -> None:
    """Draw why nothing can be changed here; nothing while everything can."""
    found = session.require_opened()
    if found.is_example:
        st.info(EXAMPLE, icon=icons.INFO)
    elif found.assessment.is_locked:
        st.info(locked_sentence(found), icon=icons.PRIVATE)
        show_link(ROUNDS, "Naar het vastgestelde rapport en de rondes")


def locked_sentence(found: Opened) -> str:
    """When it was settled, and that nothing changes any more."""
    settlement = found.assessment.settlement
    when = f" op {date_text(settlement.day)}" if settlement else ""
    return f"Deze ronde is vastgesteld{when} en verandert niet meer. U kunt alles lezen."
