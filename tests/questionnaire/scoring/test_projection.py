"""A norm rises with the last of its actions, to its ambition; more actions never make it worse."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.model.assessment import Answer, Level
from questionnaire.model.plan import Action, ActionStatus, Quarter, quarters_from
from questionnaire.scoring.projection import Projection, project, risen, undated, wanted_level
from questionnaire.scoring.score import NormResult, Result, score_assessment, score_norm
from tests.questionnaire.plans import CONTENT, FIRST, NORM_IDS, any_result, scored

EXACTLY = settings(derandomize=True, deadline=None, max_examples=60)
QUARTERS = quarters_from(FIRST, 6)
NORM, OTHER = NORM_IDS[0], NORM_IDS[1]
ANSWER = Answer(level=Level.SOMETIMES)


def risen_in(projection: Projection) -> dict[str, str]:
    """The stored quarter in which each norm rises, by norm id."""
    return {norm_id: str(entry.quarter) for entry in projection.quarters for norm_id in entry.risen}


def action(name: str, due: date | None, *norms: str, status: ActionStatus = ActionStatus.NOT_STARTED) -> Action:
    return Action(id=name, norms=norms or (NORM,), due=due, status=status)


def lows(result: Result) -> list[object]:
    return [section.score.low for section in result.sections]


MAY, AUGUST, PAST = date(2027, 5, 1), date(2027, 8, 1), date(2025, 1, 1)
DONE, DROPPED, BUSY = ActionStatus.DONE, ActionStatus.DROPPED, ActionStatus.BUSY


@pytest.mark.parametrize(
    ("actions", "chosen", "quarter"),
    [
        ([], "", None),
        ([action("a", MAY)], "a", "2027-K2"),
        ([action("a", MAY)], "", None),
        ([action("a", PAST)], "a", "2027-K1"),
        ([action("a", date(2030, 1, 1))], "a", None),
        ([action("a", None)], "a", None),
        ([action("a", MAY), action("b", AUGUST)], "ab", "2027-K3"),
        ([action("a", MAY), action("b", AUGUST)], "b", None),
        ([action("a", MAY), action("b", AUGUST, status=DROPPED)], "a", "2027-K2"),
        ([action("a", MAY), action("b", None, status=DONE)], "a", "2027-K2"),
        ([action("a", AUGUST, status=DONE)], "", "2027-K1"),
        ([action("a", MAY, status=DROPPED)], "a", None),
        ([action("a", MAY, status=BUSY)], "a", "2027-K2"),
        ([action("a", MAY), action("b", None)], "ab", None),
        ([action("a", MAY, OTHER)], "a", None),
    ],
)
def test_a_norm_rises_with_the_last_of_its_actions(
    actions: list[Action], chosen: str, quarter: str | None
) -> None:
    projection = project(scored({NORM: ANSWER}, *actions), set(chosen), QUARTERS)
    assert risen_in(projection).get(NORM) == quarter


def test_an_action_without_a_date_falls_in_the_quarter_of_the_ambition_and_is_told_where_there_is_none() -> None:
    answers = {NORM: Answer(level=Level.SOMETIMES, quarter=Quarter(2027, 4)), OTHER: ANSWER}
    for_both = action("a", None, NORM, OTHER)
    projection = project(scored(answers, for_both), {"a"}, QUARTERS)
    assert risen_in(projection) == {NORM: "2027-K4"}
    assert projection.undated == (for_both,)


@pytest.mark.parametrize("status", [DONE, DROPPED])
def test_an_action_that_waits_for_nothing_is_not_told_as_undated(status: ActionStatus) -> None:
    result = scored({NORM: ANSWER}, action("a", None, status=status))
    assert undated(result, {"a"}) == ()


@pytest.mark.parametrize(
    ("answer", "level"),
    [
        (Answer(), Level.ARRANGED),
        (Answer(level=Level.UNKNOWN), Level.ARRANGED),
        (Answer(level=Level.SOMETIMES), Level.ARRANGED),
        (Answer(level=Level.SOMETIMES, ambition=Level.PARTLY), Level.PARTLY),
        (Answer(level=Level.SOMETIMES, ambition=Level.SECURED), Level.SECURED),
        (Answer(level=Level.SECURED, ambition=Level.PARTLY), Level.SECURED),
        (Answer(level=Level.SECURED), Level.SECURED),
        (Answer(level=Level.UNKNOWN, ambition=Level.SOMETIMES), Level.SOMETIMES),
    ],
)
def test_a_norm_rises_to_its_ambition_or_else_its_target(answer: Answer, level: Level) -> None:
    norm = CONTENT.norm_by_id[NORM].model_copy(update={"target": 3})
    assert wanted_level(norm, answer) is level
    assert risen(NormResult(norm, answer, score_norm(norm, answer))).answer.level is level


@pytest.mark.parametrize("reason", ["", "Niet bij ons."])
def test_a_norm_that_does_not_apply_stays_so(reason: str) -> None:
    answer = Answer(level=Level.NOT_APPLICABLE, reason=reason)
    projection = project(scored({NORM: answer}, action("a", PAST)), {"a"}, QUARTERS)
    assert risen_in(projection) == {}
    assert projection.last is projection.now


def test_without_quarters_there_is_only_the_present() -> None:
    now = scored({NORM: ANSWER}, action("a", MAY))
    assert project(now, {"a"}, ()).last is now


def test_sections_in_which_nothing_changes_are_the_same_values() -> None:
    now = scored({NORM: ANSWER}, action("a", MAY))
    last = project(now, {"a"}, QUARTERS).last
    changed = [
        after.section.id for before, after in zip(now.sections, last.sections, strict=True) if after != before
    ]
    same = [before is after for before, after in zip(now.sections, last.sections, strict=True)]
    assert changed == [CONTENT.section_by_norm[NORM].id]
    assert same.count(False) == 1


CHOICES = st.sets(st.sampled_from([f"actie-{number}" for number in range(8)]))


@given(any_result(), CHOICES, st.sampled_from([f"actie-{number}" for number in range(8)]))
@EXACTLY
def test_one_more_action_never_lowers_a_section_in_any_quarter(now: Result, chosen: set[str], extra: str) -> None:
    fewer, more = project(now, chosen, QUARTERS), project(now, chosen | {extra}, QUARTERS)
    for before, after in zip(fewer.quarters, more.quarters, strict=True):
        assert all(low <= high for low, high in zip(lows(before.result), lows(after.result), strict=True))  # type: ignore[operator]


@given(any_result(), CHOICES)
@EXACTLY
def test_no_quarter_is_lower_than_the_one_before(now: Result, chosen: set[str]) -> None:
    results = [now, *(entry.result for entry in project(now, chosen, QUARTERS).quarters)]
    for before, after in pairwise(results):
        assert all(low <= high for low, high in zip(lows(before), lows(after), strict=True))  # type: ignore[operator]


@given(any_result(), CHOICES, st.randoms(use_true_random=False))
@EXACTLY
def test_the_order_of_actions_does_not_matter(now: Result, chosen: set[str], random: st.DataObject) -> None:
    order = list(now.assessment.actions)
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = now.assessment.model_copy(
        update={"actions": {name: now.assessment.actions[name] for name in order}}
    )
    one = project(now, chosen, QUARTERS)
    other = project(score_assessment(CONTENT, shuffled), sorted(chosen, reverse=True), QUARTERS)
    assert risen_in(one) == risen_in(other)
    assert [lows(entry.result) for entry in one.quarters] == [lows(entry.result) for entry in other.quarters]


@given(any_result(only_past=True))
@EXACTLY
def test_with_all_done_every_norm_with_actions_is_at_its_ambition(now: Result) -> None:
    last = project(now, set(now.assessment.actions), QUARTERS).last
    planned = {norm for entry in now.assessment.actions.values() if entry.counts for norm in entry.norms}
    for before, after in zip(now.norms, last.norms, strict=True):
        expected = risen(before) if before.norm.id in planned else before
        assert after == expected
        assert last.assessment.answer(before.norm.id) == expected.answer


@given(any_result(), CHOICES)
@EXACTLY
def test_the_expected_results_are_what_scoring_makes_of_the_expected_answers(
    now: Result, chosen: set[str]
) -> None:
    for entry in project(now, chosen, QUARTERS).quarters:
        again = score_assessment(CONTENT, entry.result.assessment)
        assert [section.norms for section in entry.result.sections] == [
            section.norms for section in again.sections
        ]
