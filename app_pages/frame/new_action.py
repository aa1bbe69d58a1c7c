"""Makes an action of one or more norms, and leads the reader to it on the page of the plan."""

import secrets
import string
from collections.abc import Sequence

import streamlit as st

from app_pages.frame.navigation import PLAN, page
from app_pages.session import session
from questionnaire.model.plan import ACTION_PREFIX
from questionnaire.model.questionnaire import Norm
from questionnaire.model.subjects import SubjectField
from questionnaire.scoring.proposals import draft

SIGNS = string.ascii_letters + string.digits
"""Of which the id of an action is made: fit for an address and for a class name."""


def new_subject() -> str:
    """The subject of an action that does not exist yet."""
    return ACTION_PREFIX + "".join(secrets.choice(SIGNS) for _ in range(8))


def save_action(norms: Sequence[Norm]) -> str:
    """Save one action for these norms, with the draft text; gives its subject."""
    subject = new_subject()
    values: dict[tuple[str, SubjectField], str] = {
        (subject, field): value for field, value in draft(norms).values.items() if value
    }
    session.save_together(values)
    return subject


def lead_to_plan(subject: str) -> None:
    """Go to the page of the plan from another one, with this action on it, unfolded; the run ends here."""
    screen = session.screen()
    screen.new_action, screen.brings_action = subject, True
    st.switch_page(page(PLAN), query_params=session.address())
