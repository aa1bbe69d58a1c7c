"""The particulars and other details of the open assessment: keys of their inputs, and saving them."""

from datetime import date

import streamlit as st

from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.model.assessment import Depth, ParticularField, Particulars
from questionnaire.model.settlement import Status
from questionnaire.store import AssessmentDetails

PARTICULARS_CARD = "rapportgegevens"
PARTICULARS_PAGE = "overzicht"
"""The page that shows the particulars: there they are not replaced while someone types."""


def particular_key(particular: ParticularField) -> str:
    """Key of the input for one particular; a choice has a key that the browser part does not save while typing."""
    kind = "keuze" if particular is ParticularField.CONFIDENTIALITY else "w"
    return f"{kind}-{particular.value}-{PARTICULARS_CARD}"


def _forget_inputs() -> None:
    """Let the inputs of the particulars be filled from what is known now."""
    for each in ParticularField:
        st.session_state.pop(particular_key(each), None)


def set_depth(depth: Depth) -> None:
    """Ask the core norms or all of them; every answer stays."""
    found = session.require_opened()
    session.store().set_depth(found.assessment.id, depth, author=session.author())
    take_in_details(found)


def set_reference_date(day: date) -> None:
    """Change the day on which the answers hold."""
    found = session.require_opened()
    session.store().set_reference_date(found.assessment.id, day, author=session.author())
    take_in_details(found)


def keep_particulars(wanted: Particulars) -> None:
    """Save the particulars that differ from what this session saw; raises ParticularConflictError."""
    found = session.require_opened()
    session.store().set_particulars(
        found.assessment.id, wanted, seen=found.assessment.particulars, author=session.author()
    )
    found.see_particulars(wanted)
    take_in_details(found)


def take_in_details(found: Opened, *, shows_particulars: bool = True) -> AssessmentDetails:
    """Follow depth, date, status and particulars, and give them; particulars on screen are only announced."""
    current = session.store().details(found.assessment.id)
    found.particulars_saved_at = current.particulars_saved_at
    details = {
        "depth": current.depth,
        "reference_date": current.reference_date,
        "status": current.status,
        "settlement": current.settlement,
    }
    if current.status is Status.SETTLED and not found.assessment.is_locked:
        found.screen.keeps_inputs = True
    found.assessment = found.assessment.model_copy(update=details)
    if shows_particulars:
        is_news = current.particulars != found.assessment.particulars
        found.newer_particulars = current.particulars if is_news else None
    else:
        take_particulars(found, current.particulars)
    return current


def take_particulars(found: Opened, particulars: Particulars) -> None:
    """Record stored particulars as seen, and let their inputs be filled again."""
    found.see_particulars(particulars)
    found.newer_particulars = None
    _forget_inputs()
