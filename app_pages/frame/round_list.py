"""The rounds of one organisation, one after the other."""

from collections.abc import Iterable, Sequence

import streamlit as st

from app_pages.frame.navigation import DIFFERENCE, OVERVIEW, page, show_link
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.store import AssessmentSummary

Chain = tuple[AssessmentSummary, ...]
"""The rounds of one organisation, newest first."""


def chains(summaries: Sequence[AssessmentSummary]) -> tuple[Chain, ...]:
    """Put each round with those before it; the chains in the order of what was changed last."""
    by_id = {each.id: each for each in summaries}
    earlier = {each.previous for each in summaries}
    newest = [each for each in summaries if each.id not in earlier]
    found = [tuple(_back_from(each, by_id)) for each in newest]
    return tuple(sorted(found, key=lambda chain: max(each.changed_at for each in chain), reverse=True))


def _back_from(summary: AssessmentSummary, by_id: dict[str, AssessmentSummary]) -> Iterable[AssessmentSummary]:
    """A round and those before it, as far as they are on the list."""
    each: AssessmentSummary | None = summary
    while each is not None:
        yield each
        each = by_id.get(each.previous or "")


def line_of(summary: AssessmentSummary) -> str:
    """A round in one line."""
    return f"Ronde {summary.round} · peildatum {summary.reference_date:%d-%m-%Y} · {summary.status}"


def show_rounds(found: Opened) -> None:
    """Draw all rounds of the organisation that is open; nothing when there is one."""
    by_id = {each.id: chain for chain in chains(session.store().summaries()) for each in chain}
    chain = by_id.get(found.assessment.id, ())
    if len(chain) < 2:
        return
    st.header("Alle rondes")
    for each in chain:
        if each.id == found.assessment.id:
            st.write(f"{line_of(each)} (deze ronde)")
        else:
            st.page_link(page(OVERVIEW), label=line_of(each), query_params={session.ASSESSMENT_PARAMETER: each.id})
    if found.assessment.previous:
        show_link(DIFFERENCE, "Bekijk het verschil met de vorige ronde")
