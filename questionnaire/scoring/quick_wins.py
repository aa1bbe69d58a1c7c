"""What an action brings for its effort, and which ones are quick wins. Pure.

The rule stands in docs/decisions/0014-projectie-en-quick-wins.md and is told to the user in plan.yaml.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from questionnaire.model.plan import Action, Effort
from questionnaire.model.plan_content import PlanContent
from questionnaire.scoring.projection import actions_by_norm, risen
from questionnaire.scoring.score import NormResult, Result

ASSUMED_EFFORT = Effort.MEDIUM
"""What an action without an effort counts as in the order; it is never a quick win."""


@dataclass(frozen=True, slots=True)
class ActionGain:
    """An action that is still to be done, with what it brings."""

    action: Action
    points: Fraction
    """Its share of the points (as in `Score`) that its norms win at their ambition."""
    effort_weight: int
    is_quick_win: bool
    """Whether it is small and lifts a norm that needs nothing larger."""

    @property
    def per_effort(self) -> Fraction:
        """Points per unit of effort: what the order is based on."""
        return self.points / self.effort_weight


def quick_wins(result: Result) -> tuple[ActionGain, ...]:
    """Every action still to be done: most points per effort first, then most points; ties by text."""
    shared = _shared_points(result)
    gains = [_gain(action, shared, result.questionnaire.plan) for action in _to_do(result)]
    return tuple(
        sorted(gains, key=lambda gain: (-gain.per_effort, -gain.points, gain.action.what, gain.action.id))
    )


def quick_win_ids(result: Result) -> frozenset[str]:
    """What to choose in a projection of only the quick wins."""
    return frozenset(gain.action.id for gain in quick_wins(result) if gain.is_quick_win)


def all_ids(result: Result) -> frozenset[str]:
    """What to choose in a projection of everything."""
    return frozenset(action.id for action in _to_do(result))


@dataclass(frozen=True, slots=True)
class _Shared:
    """The points of one norm for each of its actions, whether all of these are small, and whether it rises."""

    points: Fraction
    all_small: bool
    rises: bool
    """To another level, also where that brings no points: from its target to a higher ambition."""


def _to_do(result: Result) -> list[Action]:
    return [action for action in result.assessment.actions.values() if action.is_to_do]


def _shared_points(result: Result) -> Mapping[str, _Shared]:
    """By norm id: what it wins, shared equally by its actions that are not done."""
    planned = actions_by_norm(result.assessment)
    shared = {}
    for entry in result.norms:
        waiting = [action for action in planned.get(entry.norm.id, ()) if action.is_to_do]
        if waiting:
            small = all(action.effort is Effort.SMALL for action in waiting)
            rises = risen(entry).answer.level is not entry.answer.level
            shared[entry.norm.id] = _Shared(Fraction(norm_gain(entry), len(waiting)), small, rises)
    return shared


def norm_gain(entry: NormResult) -> int:
    """The points that a norm wins when it rises to its ambition; 0 when it does not apply."""
    return risen(entry).score.reached - entry.score.reached


def _gain(action: Action, shared: Mapping[str, _Shared], words: PlanContent) -> ActionGain:
    mine = [shared[norm_id] for norm_id in action.norms if norm_id in shared]
    return ActionGain(
        action=action,
        points=sum((norm.points for norm in mine), start=Fraction(0)),
        effort_weight=words.effort_by_id[action.effort or ASSUMED_EFFORT].weight,
        is_quick_win=any(norm.all_small and norm.rises for norm in mine),
    )
