"""Results: the conclusion in words, the five steps, what to improve and find out first, and what is strong."""

from collections.abc import Iterable

import streamlit as st

from app_pages.frame.depths import depth_text
from app_pages.frame.five_steps import show_five_steps
from app_pages.frame.read_only import show_why
from app_pages.frame.widgets import plain
from app_pages.results.calculation import show_calculation
from app_pages.results.points import show_improvements, show_strong, show_to_find_out
from app_pages.session import session
from questionnaire.scoring.score import Result
from reporting.composing.summary import (
    in_force_sentence,
    judgement_sentence,
    open_sentence,
    spread_sentence,
    verdict_sentence,
)

NOTHING_YET = "Nog geen enkele norm heeft een niveau. Vul eerst een stap in; dan ziet u hier hoe u ervoor staat."


def show() -> None:
    """Draw the page; the chart comes last, and only when somebody asks for it."""
    st.title("Resultaten")
    found = session.require_opened()
    result = session.result()
    st.caption(
        f"{plain(found.assessment.organisation.name)} · {depth_text(found.assessment.depth)} · "
        f"peildatum {found.assessment.reference_date:%d-%m-%Y}"
    )
    show_why()
    st.write(" ".join(text for text in _conclusion(result) if text))
    show_five_steps(is_short=True)
    show_improvements(result)
    show_to_find_out(result)
    show_strong(result)
    show_calculation(result)


def _conclusion(result: Result) -> Iterable[str]:
    """The same sentences as in the management summary of the report."""
    is_told = any(each.answer.height is not None for each in result.norms)
    if not is_told and any(each.is_applicable for each in result.norms):
        yield NOTHING_YET
        return
    if judgement := judgement_sentence(result):
        yield f"**{judgement}**"
    for sentence in (verdict_sentence, spread_sentence, in_force_sentence, open_sentence):
        yield sentence(result)
