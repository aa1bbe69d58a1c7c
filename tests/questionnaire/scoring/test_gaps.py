"""What to do first: rules in force, then by weight times ((1 + gap)² − 1), ties in content order."""

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Answer, Level
from questionnaire.model.plan import Certainty
from questionnaire.model.questionnaire import LegalStatus
from questionnaire.scoring.gaps import (
    find_out_first,
    improvement_points,
    points_to_find_out,
    strong_points,
    urgency,
)
from questionnaire.scoring.score import NormResult, score_norm

HEIGHTS = [Level.NOT_ARRANGED, Level.SOMETIMES, Level.PARTLY, Level.ARRANGED, Level.SECURED]
TEMPLATE = questionnaire().norms[0]
IN_FORCE, PRACTICE, BILL = LegalStatus.IN_FORCE, LegalStatus.GOOD_PRACTICE, LegalStatus.BILL
EXACTLY = settings(derandomize=True, deadline=None)


def result(
    norm_id: str,
    level: Level | None,
    *,
    status: LegalStatus = PRACTICE,
    weight: int = 1,
    target: int = 3,
    reason: str = "",
    certainty: Certainty | None = None,
) -> NormResult:
    norm = TEMPLATE.model_copy(
        update={"id": norm_id, "legal_status": status, "weight": weight, "target": target},
    )
    answer = Answer(level=level, reason=reason, certainty=certainty)
    return NormResult(norm, answer, score_norm(norm, answer))


RESULTS = st.lists(
    st.builds(
        result,
        st.uuids().map(str),
        st.sampled_from([None, *Level]),
        status=st.sampled_from(LegalStatus),
        weight=st.sampled_from([1, 2, 3]),
        target=st.sampled_from([1, 2, 3, 4]),
        reason=st.sampled_from(["", "Niet bij ons."]),
        certainty=st.sampled_from([None, *Certainty]),
    ),
    max_size=12,
)


def ids(results: tuple[NormResult, ...]) -> list[str]:
    return [entry.norm.id for entry in results]


@pytest.mark.parametrize(("gap", "weight"), list(product(range(5), (1, 2, 3))))
def test_urgency_by_hand(gap: int, weight: int) -> None:
    levels = {0: Level.SECURED, 1: Level.ARRANGED, 2: Level.PARTLY, 3: Level.SOMETIMES, 4: Level.NOT_ARRANGED}
    worth = {0: 0, 1: 3, 2: 8, 3: 15, 4: 24}
    assert urgency(result("a", levels[gap], weight=weight, target=4)) == weight * worth[gap]


def test_one_large_gap_counts_more_than_two_small_ones() -> None:
    assert urgency(result("a", Level.SOMETIMES)) > 2 * urgency(result("b", Level.PARTLY))


def test_rules_in_force_come_first_however_small_the_gap() -> None:
    points = improvement_points(
        [
            result("voorstel", Level.NOT_ARRANGED, status=BILL, weight=3),
            result("praktijk", Level.NOT_ARRANGED, status=PRACTICE, weight=3),
            result("geldend-klein", Level.PARTLY, status=IN_FORCE, weight=1),
            result("geldend-groot", Level.SOMETIMES, status=IN_FORCE, weight=1),
        ]
    )
    assert ids(points) == ["geldend-groot", "geldend-klein", "voorstel", "praktijk"]


def test_within_a_group_weight_and_gap_decide_together() -> None:
    points = improvement_points(
        [
            result("klein-zwaar", Level.PARTLY, weight=3),  # 9
            result("groot-licht", Level.NOT_ARRANGED, weight=1),  # 15
            result("midden", Level.SOMETIMES, weight=2),  # 16
        ]
    )
    assert ids(points) == ["midden", "groot-licht", "klein-zwaar"]


def test_ties_keep_the_order_of_the_content() -> None:
    entries = [result(name, Level.SOMETIMES) for name in "cabd"]
    assert ids(improvement_points(entries)) == list("cabd")


@pytest.mark.parametrize("level", [None, Level.UNKNOWN, Level.NOT_APPLICABLE, Level.ARRANGED, Level.SECURED])
def test_what_is_open_met_or_not_applicable_is_no_improvement_point(level: Level | None) -> None:
    assert improvement_points([result("a", level, status=IN_FORCE)]) == ()


def test_above_target_is_a_strong_point_without_a_negative_gap() -> None:
    above = result("a", Level.SECURED, target=1)
    assert (above.gap, urgency(above)) == (0, 0)
    assert ids(strong_points([above])) == ["a"]


def test_strong_points_come_heaviest_first_then_highest() -> None:
    points = strong_points(
        [
            result("licht-hoog", Level.SECURED, weight=1),
            result("zwaar", Level.ARRANGED, weight=3),
            result("zwaar-hoog", Level.SECURED, weight=3),
            result("te-laag", Level.PARTLY, weight=3),
        ]
    )
    assert ids(points) == ["zwaar-hoog", "zwaar", "licht-hoog"]


def test_what_to_find_out_starts_with_rules_in_force() -> None:
    points = points_to_find_out(
        [
            result("praktijk", Level.UNKNOWN, weight=3),
            result("geldend-licht", Level.UNKNOWN, status=IN_FORCE, weight=2),
            result("geldend-zwaar", Level.NOT_APPLICABLE, status=IN_FORCE, weight=3),
            result("met-reden", Level.NOT_APPLICABLE, status=IN_FORCE, reason="Niet bij ons."),
            result("open", None, status=IN_FORCE),
            result("bekend", Level.NOT_ARRANGED, status=IN_FORCE),
        ]
    )
    assert ids(points) == ["geldend-zwaar", "geldend-licht", "praktijk"]


@given(RESULTS)
@EXACTLY
def test_improvement_points_are_exactly_the_gaps_in_order(results: list[NormResult]) -> None:
    points = improvement_points(results)
    assert {entry.norm.id for entry in points} == {entry.norm.id for entry in results if entry.gap}
    position = {entry.norm.id: index for index, entry in enumerate(results)}
    for first, second in pairwise(points):
        keys = [
            (not entry.rests_on_rules_in_force, -urgency(entry), position[entry.norm.id])
            for entry in (first, second)
        ]
        assert keys[0] < keys[1]


@given(RESULTS)
@EXACTLY
def test_a_norm_is_never_both_strong_and_to_improve(results: list[NormResult]) -> None:
    lists = [improvement_points(results), strong_points(results), points_to_find_out(results)]
    seen = [entry.norm.id for entries in lists for entry in entries]
    assert len(seen) == len(set(seen))


GUESSING, THINKING, KNOWN = Certainty.GUESSING, Certainty.THINKING, Certainty.KNOWN


@pytest.mark.parametrize(("weight", "certainty"), list(product((1, 2, 3), (None, *Certainty))))
@pytest.mark.parametrize("level", [None, *Level])
def test_unsure_and_heavy_is_found_out_first(
    weight: int, certainty: Certainty | None, level: Level | None
) -> None:
    is_listed = (weight, certainty) in {(2, GUESSING), (3, GUESSING), (3, THINKING)}
    has_answer = level not in (None, Level.UNKNOWN)
    found = find_out_first([result("a", level, weight=weight, certainty=certainty)])
    assert bool(found) == (is_listed and has_answer)


def test_most_doubt_comes_first_then_rules_in_force() -> None:
    level = Level.PARTLY
    found = find_out_first(
        [
            result("denken-3", level, weight=3, certainty=THINKING),
            result("gokken-2", level, weight=2, certainty=GUESSING),
            result("gokken-2-geldend", level, weight=2, certainty=GUESSING, status=IN_FORCE),
            result("gokken-3", level, weight=3, certainty=GUESSING),
            result("weten-3", level, weight=3, certainty=KNOWN),
        ]
    )
    assert ids(found) == ["gokken-3", "gokken-2-geldend", "gokken-2", "denken-3"]
