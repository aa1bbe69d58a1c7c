"""What an action brings for its effort: shared fairly, in order, and small ones that lift a norm alone."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings

from questionnaire.model.assessment import Answer, Level
from questionnaire.model.plan import Action, ActionStatus, Effort, quarters_from
from questionnaire.scoring.projection import project
from questionnaire.scoring.quick_wins import all_ids, norm_gain, quick_win_ids, quick_wins
from questionnaire.scoring.score import Result
from tests.questionnaire.plans import CONTENT, FIRST, NORM_IDS, any_result, scored

EXACTLY = settings(derandomize=True, deadline=None, max_examples=60)
A, B = NORM_IDS[:2]
BAD = Answer(level=Level.NOT_ARRANGED)
SMALL, MEDIUM, LARGE = Effort.SMALL, Effort.MEDIUM, Effort.LARGE


def action(
    name: str, effort: Effort | None, *norms: str, status: ActionStatus = ActionStatus.NOT_STARTED
) -> Action:
    return Action(id=name, norms=norms, effort=effort, status=status, due=date(2027, 2, 1))


def worth(norm_id: str) -> int:
    """All points of a norm, which it wins from "niet geregeld" to its target."""
    return 12 * CONTENT.norm_by_id[norm_id].weight


def test_the_points_of_a_norm_are_shared_equally_by_its_actions_that_are_not_done() -> None:
    result = scored(
        {A: BAD, B: BAD},
        action("een", SMALL, A),
        action("twee", LARGE, A, B),
        action("klaar", SMALL, A, status=ActionStatus.DONE),
        action("vervallen", SMALL, A, status=ActionStatus.DROPPED),
    )
    points = {gain.action.id: gain.points for gain in quick_wins(result)}
    assert points == {"een": Fraction(worth(A), 2), "twee": Fraction(worth(A), 2) + worth(B)}


def test_the_order_is_points_per_effort() -> None:
    result = scored({A: BAD, B: BAD}, action("groot", LARGE, A), action("middel", None, B), action("leeg", SMALL))
    gains = quick_wins(result)
    assert [gain.action.id for gain in gains] == ["middel", "groot", "leeg"]
    assert [gain.per_effort for gain in gains] == [Fraction(worth(B), 2), Fraction(worth(A), 4), 0]


@pytest.mark.parametrize(
    ("actions", "found"),
    [
        ([action("a", SMALL, A)], {"a"}),
        ([action("a", None, A)], set()),
        ([action("a", MEDIUM, A)], set()),
        ([action("a", SMALL, A), action("b", LARGE, A)], set()),
        ([action("a", SMALL, A, B), action("b", LARGE, A)], {"a"}),
        ([action("a", SMALL, A), action("b", SMALL, A)], {"a", "b"}),
        ([action("a", SMALL, A), action("b", LARGE, A, status=ActionStatus.DONE)], {"a"}),
        ([action("a", SMALL)], set()),
        ([action("a", SMALL, "bestaat-niet")], set()),
    ],
)
def test_a_quick_win_is_small_and_lifts_a_norm_that_needs_nothing_larger(
    actions: list[Action], found: set[str]
) -> None:
    assert quick_win_ids(scored({A: BAD, B: BAD}, *actions)) == found


def test_a_norm_that_is_at_its_ambition_or_does_not_apply_brings_nothing() -> None:
    answers = {A: Answer(level=Level.SECURED), B: Answer(level=Level.NOT_APPLICABLE, reason="Niet bij ons.")}
    (gain,) = quick_wins(scored(answers, action("a", SMALL, A, B)))
    assert gain.points == 0
    assert not gain.is_quick_win


def test_a_small_action_that_lifts_a_norm_above_its_target_is_a_quick_win() -> None:
    norm = next(norm for norm in CONTENT.core.norms if norm.target == 3)
    answer = Answer(level=Level.ARRANGED, ambition=Level.SECURED)
    result = scored({norm.id: answer}, action("a", SMALL, norm.id))
    (gain,) = quick_wins(result)
    assert gain.is_quick_win
    assert gain.points == 0
    assert project(result, {"a"}, quarters_from(FIRST, 1)).quarters[0].risen == (norm.id,)


@given(any_result())
@EXACTLY
def test_all_gains_together_are_what_the_planned_norms_can_win(now: Result) -> None:
    waiting = [now.assessment.actions[name] for name in all_ids(now)]
    planned = {norm_id for entry in waiting for norm_id in entry.norms}
    wins = sum(norm_gain(entry) for entry in now.norms if entry.norm.id in planned)
    assert sum(gain.points for gain in quick_wins(now)) == wins
    assert all(gain.points >= 0 for gain in quick_wins(now))


@given(any_result(only_past=True))
@EXACTLY
def test_only_the_quick_wins_lift_something_and_never_more_than_everything(now: Result) -> None:
    quarters = quarters_from(FIRST, 1)
    chosen = quick_win_ids(now)
    some, everything = project(now, chosen, quarters).last, project(now, all_ids(now), quarters).last
    for part, whole in zip(some.sections, everything.sections, strict=True):
        assert part.score.reached <= whole.score.reached
    levels, before = ([entry.answer.level for entry in one.norms] for one in (some, now))
    assert levels != before or not chosen


def test_the_explanation_names_the_weights_that_are_used() -> None:
    told = " ".join(CONTENT.plan.quick_wins).lower().replace("telt als", "als")
    for words in CONTENT.plan.efforts:
        assert f"{words.label.lower()} als {words.weight}" in told
