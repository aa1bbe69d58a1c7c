"""Norms below target without an action: tick some, and make one action of them."""

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.new_action import new_subject, save_action
from app_pages.frame.widgets import as_label
from app_pages.session import session
from questionnaire.model.assessment import Level
from questionnaire.scoring.projection import wanted_level
from questionnaire.scoring.proposals import Draft, proposals
from questionnaire.scoring.score import NormResult
from reporting.wording.dutch import norms

SHOWN_FIRST = 10


def show_gaps() -> None:
    """Draw the list, most urgent first."""
    found = session.require_opened()
    st.header("Normen zonder actie")
    drafts = proposals(session.result())
    if not drafts:
        st.write(_nothing_left())
    elif found.is_read_only:
        st.markdown("\n".join(f"- {_gap_text(entry)}" for entry in _shown(drafts)))
    else:
        _ask_norms(drafts)
    if not found.is_read_only and st.button("Nieuwe actie zonder norm", key="nieuwe-actie"):
        _draw_anew(new_subject())


def _nothing_left() -> str:
    if any(entry.gap > 0 for entry in session.result().norms):
        return "Elke norm onder het streefniveau heeft een actie."
    return "Er is geen norm onder het streefniveau."


def _shown(drafts: tuple[Draft, ...]) -> list[NormResult]:
    """The norms of these drafts, the first few or all, with the choice between both."""
    by_id = {entry.norm.id: entry for entry in session.result().norms}
    st.write(
        f"{norms(len(drafts))} onder het streefniveau {'heeft' if len(drafts) == 1 else 'hebben'} nog geen actie. "
        "De dringendste staat bovenaan."
    )
    shows_all = len(drafts) <= SHOWN_FIRST or st.checkbox(f"Toon ze alle {len(drafts)}", key="alle-normen")
    return [by_id[each.norms[0]] for each in (drafts if shows_all else drafts[:SHOWN_FIRST])]


def _gap_text(entry: NormResult) -> str:
    """Code, title, the level now and the level that is wanted; fit for a label."""
    answer = entry.answer
    now, wanted = (_level_text(level) for level in (answer.level, wanted_level(entry.norm, answer)))
    kind = "ambitie" if answer.wanted else "streefniveau"
    by = f", {answer.quarter.text}" if answer.quarter else ""
    return as_label(f"{entry.norm.code} {entry.norm.title} · nu {now}, {kind} {wanted}{by}")


def _level_text(level: Level | None) -> str:
    """A level in the middle of a sentence: number and name.

    >>> _level_text(None)
    'nog open'
    """
    if level is None:
        return "nog open"
    label = session.content().scale_by_level[level].label.lower()
    return label if level.height is None else f"{level.height} ({label})"


def _ask_norms(drafts: tuple[Draft, ...]) -> None:
    shown = _shown(drafts)
    with st.form("gekozen-normen", clear_on_submit=True):
        st.write("Kruis een of meer normen aan. Van alles wat u aankruist, maakt u samen één actie.")
        ticked = [
            entry for entry in shown if st.checkbox(_gap_text(entry), key=f"kies-{entry.norm.id}", wrap=True)
        ]
        if st.form_submit_button("Maak een actie van de gekozen normen", type="primary"):
            _make(ticked)


def _make(ticked: list[NormResult]) -> None:
    """Save one action for these norms, with the draft text, and show it."""
    if not ticked:
        st.error("Kruis eerst een of meer normen aan.", icon=icons.ERROR)
        return
    _draw_anew(save_action([each.norm for each in ticked]))


def _draw_anew(subject: str) -> None:
    """Draw the page with this action on it, unfolded; the browser part takes the reader there."""
    session.screen().new_action = subject
    st.rerun()
