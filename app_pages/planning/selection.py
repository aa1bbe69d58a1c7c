"""Which actions the page shows, and in what order: by role, open or late; by date, urgency or gain."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import streamlit as st

from app_pages.frame.values import role_text
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.model.plan import Action
from questionnaire.scoring.quick_wins import quick_wins
from questionnaire.scoring.score import Result
from reporting.wording.actions import ordered_actions
from reporting.wording.dutch import counted

ALL, TO_DO, LATE = "Alle acties", "Nog te doen", "Te laat"
FILTERS = (ALL, TO_DO, LATE)
EVERY_ROLE, NO_ROLE = "*", ""
ROLE_NAMES = {EVERY_ROLE: "Iedereen", NO_ROLE: "Nog geen eigenaar"}
BY_DATE, BY_URGENCY, BY_GAIN = "Datum", "Urgentie", "Meeste winst eerst"
FEWEST_TO_CHOOSE_FROM = 2
"""With fewer actions there is nothing to filter or order."""
SHOWN_FIRST = 20
"""So many actions are shown at once; every card on screen makes each answer a little slower."""


def ask_selection(found: Opened) -> list[str]:
    """Ask which actions to show; gives their subjects, in order."""
    actions = found.assessment.actions.values()
    chosen, role, order = ALL, EVERY_ROLE, BY_DATE
    if len(actions) >= FEWEST_TO_CHOOSE_FROM:
        left, middle, right = st.columns([5, 3, 3], vertical_alignment="bottom")
        chosen = left.radio("Toon", FILTERS, horizontal=True, key="filter-acties")
        roles = [EVERY_ROLE, NO_ROLE, *(role.id for role in session.content().roles)]
        role = middle.selectbox("Eigenaar", roles, format_func=_role_name, key="filter-eigenaar") or EVERY_ROLE
        order = right.selectbox("Volgorde", list(ORDERS), key="volgorde-acties") or BY_DATE
    fitting = [
        action.subject
        for action in ORDERS[order](session.result())
        if passes(chosen, action, session.today()) and role in (EVERY_ROLE, action.owner_role)
    ]
    question = (found.assessment.id, chosen, role, order)
    shown = fitting if found.is_read_only else _steady(found, question, fitting)
    if (chosen, role) != (ALL, EVERY_ROLE):
        st.caption(f"{counted(len(fitting), 'actie', 'acties')} van {len(actions)} getoond.")
    shows_all = len(shown) <= SHOWN_FIRST or st.checkbox(f"Toon alle {len(shown)} acties", key="alle-acties")
    return shown if shows_all else shown[:SHOWN_FIRST]


def passes(chosen: str, action: Action, today: date) -> bool:
    """Whether an action belongs under a filter."""
    if chosen == TO_DO:
        return action.is_to_do
    return chosen != LATE or is_late(action, today)


def is_late(action: Action, today: date) -> bool:
    """Whether the day by which it should have been done has passed."""
    return action.is_to_do and action.due is not None and action.due < today


def _role_name(role_id: str) -> str:
    return ROLE_NAMES.get(role_id) or role_text(role_id)


def _steady(found: Opened, question: tuple[object, ...], fitting: list[str]) -> list[str]:
    """The order as it was when `question` was asked first on this visit, with what is new.

    A card must not jump or vanish under the hands of who is changing its date or status. The action that was just
    made stands first, one that a colleague made last.
    """
    screen = found.screen
    is_same = screen.order is not None and screen.order[0] == question and screen.stays
    before = screen.order[1] if screen.order and is_same else fitting
    kept = tuple(each for each in before if is_same or each != screen.new_action)
    first = [screen.new_action] if screen.new_action and screen.new_action not in kept else []
    kept = (*first, *kept, *(each for each in fitting if each not in kept and each not in first))
    screen.order = (question, kept)
    return list(kept)


def _by_date(result: Result) -> list[Action]:
    """Earliest first, without a date last; what is done or dropped after everything else."""
    actions = result.assessment.actions.values()
    return sorted(actions, key=lambda each: (not each.is_to_do, each.due or date.max, each.what, each.id))


def _by_gain(result: Result) -> list[Action]:
    place = {gain.action.id: number for number, gain in enumerate(quick_wins(result))}
    return sorted(_by_date(result), key=lambda each: place.get(each.id, len(place)))


ORDERS: Mapping[str, Callable[[Result], Iterable[Action]]] = {
    BY_DATE: _by_date,
    BY_URGENCY: ordered_actions,
    BY_GAIN: _by_gain,
}
