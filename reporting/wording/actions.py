"""How actions read and in which order they stand: shared by the report, the annex and the action list. Pure."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from questionnaire.model.cleaning import clean
from questionnaire.model.plan import Action, ActionStatus
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.scoring.gaps import improvement_points
from questionnaire.scoring.quick_wins import quick_win_ids
from questionnaire.scoring.score import Result
from reporting.wording.answers import shortened
from reporting.wording.dutch import code_list, date_text, norms

NO_TEXT, NO_NORM, NO_OWNER = "Nog niet beschreven.", "geen norm", "nog geen rol"
NO_DATE, NO_EFFORT = "geen datum", "omvang onbekend"
LAST_STATUSES = (ActionStatus.DONE, ActionStatus.DROPPED)
"""These stand below what is still to be done, in this order."""
SMALL_WITH_EFFECT = "kleine actie met effect"
LONGEST_MENTION = 90
"""Characters of an action's text where it is only mentioned."""


def ordered_actions(result: Result) -> tuple[Action, ...]:
    """Every action: first what is to be done, by its most urgent norm and by date; then done, then dropped."""
    actions = [action for action in result.assessment.actions.values() if not action.removed]
    return tuple(sorted(actions, key=partial(_place, rank_by_norm(result))))


def _place(rank: Mapping[str, int], action: Action) -> tuple[int, int, date, str, str]:
    last = LAST_STATUSES.index(action.status) + 1 if action.status in LAST_STATUSES else 0
    return last, first_rank(action, rank) or len(rank) + 1, action.due or date.max, action.what, action.id


def rank_by_norm(result: Result) -> dict[str, int]:
    """The place of each improvement point in their order, from 1, by norm id."""
    points = improvement_points(result.norms)
    return {point.norm.id: rank for rank, point in enumerate(points, start=1)}


def first_rank(action: Action, rank: Mapping[str, int]) -> int | None:
    """The place of the most urgent norm of an action; None when none of them is an improvement point."""
    return min((rank[norm_id] for norm_id in action.norms if norm_id in rank), default=None)


def priorities(result: Result) -> dict[str, tuple[str, ...]]:
    """Why each action that is still to be done comes when it does, by action id: one or two short texts."""
    rank, wins = rank_by_norm(result), quick_win_ids(result)
    return {
        action.id: (_reason(action, rank, result), *((SMALL_WITH_EFFECT,) if action.id in wins else ()))
        for action in result.assessment.actions.values()
        if action.is_to_do
    }


def _reason(action: Action, rank: Mapping[str, int], result: Result) -> str:
    first = first_rank(action, rank)
    if first is not None:
        return f"verbeterpunt {first}"
    mine = set(action.norms)
    is_open = any(entry.is_open for entry in result.norms if entry.norm.id in mine)
    return "uit te zoeken" if is_open else "geen verbeterpunt"


def what_text(action: Action) -> str:
    """The whole text of an action."""
    return clean(action.what).strip() or NO_TEXT


def short_text(action: Action) -> str:
    """The text of an action where it is only mentioned: on one line, not too long."""
    return shortened(action.what, LONGEST_MENTION) or NO_TEXT


def norms_text(action: Action, content: Questionnaire) -> str:
    """The codes of the norms of an action, and how many of them this list does not have."""
    order = [norm.code for norm in content.norms]
    codes = {content.norm_by_id[norm_id].code for norm_id in action.norms if norm_id in content.norm_by_id}
    others = len(set(action.norms) - set(content.norm_by_id))
    said = code_list([code for code in order if code in codes], order)
    if not others:
        return said or NO_NORM
    return f"{said}, en {norms(others)} buiten deze lijst" if said else f"{norms(others)} buiten deze lijst"


def role_text(action: Action, content: Questionnaire) -> str:
    """The role of the owner, without the name; one that this content does not have is named by its id."""
    role = content.role_by_id.get(action.owner_role)
    return role.label.partition(" (")[0] if role else action.owner_role or NO_OWNER


def due_text(action: Action) -> str:
    """The due date in full."""
    return date_text(action.due) if action.due else NO_DATE


def effort_text(action: Action, content: Questionnaire) -> str:
    """How much work an action is, without a capital."""
    return content.plan.effort_by_id[action.effort].label.lower() if action.effort else NO_EFFORT


def status_text(action: Action, content: Questionnaire) -> str:
    """How far an action is."""
    return content.plan.status_by_id[action.status].label
