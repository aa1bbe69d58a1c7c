"""Says on a page that there is a newer version of the questionnaire."""

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.navigation import ROUNDS, show_link
from app_pages.session import session
from app_pages.session.opened import Opened


def announce() -> None:
    """Say on a page that there is a newer version, and where to read about it; nothing when there is none."""
    found = session.require_opened()
    if found.assessment.is_locked or not has_newer(found):
        return
    st.info("Er is een nieuwe versie van de vragenlijst. Er verandert pas iets als u overgaat.", icon=icons.INFO)
    show_link(ROUNDS, "Bekijk wat de nieuwe versie verandert")


def has_newer(found: Opened) -> bool:
    """Whether the product has another version of the content than the assessment."""
    return found.assessment.content_version != session.newest_content().version
