"""Scoring: three integers that add up, a band that closes, and words that never round to 0% or 100%."""

from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Answer, Assessment, Depth, Level, Organisation, OrganisationKind
from questionnaire.model.questionnaire import LegalStatus, Norm, Questionnaire, Section
from questionnaire.scoring.score import (
    Band,
    NormResult,
    Result,
    Score,
    score_assessment,
    score_norm,
    score_section,
)

HEIGHTS = [Level.NOT_ARRANGED, Level.SOMETIMES, Level.PARTLY, Level.ARRANGED, Level.SECURED]
TARGETS = [1, 2, 3, 4]
WEIGHTS = [1, 2, 3]
EXACTLY = settings(derandomize=True, deadline=None)
TEMPLATE = questionnaire().norms[0]

REASON = "Wij hebben dit niet."
ANSWERS = st.builds(
    Answer,
    level=st.sampled_from([None, *Level]),
    reason=st.sampled_from(["", "  ", REASON]),
)


def norm(number: int = 1, *, target: int = 3, weight: int = 1) -> Norm:
    return TEMPLATE.model_copy(update={"id": f"norm-{number}", "target": target, "weight": weight})


NORMS = st.builds(norm, st.just(1), target=st.sampled_from(TARGETS), weight=st.sampled_from(WEIGHTS))


def section(*norms: Norm, number: int = 1) -> Section:
    first = questionnaire().steps[0]
    return first.model_copy(update={"id": f"stap-{number}", "number": number, "norms": norms})


def content(*sections: Section) -> Questionnaire:
    fields = {name: getattr(questionnaire(), name) for name in Questionnaire.model_fields}
    return Questionnaire.model_construct(**(fields | {"sections": sections}))


def assessment(answers: dict[str, Answer], depth: Depth = Depth.FULL) -> Assessment:
    return Assessment(
        id="a",
        organisation=Organisation(kind=OrganisationKind.EXAMPLE, name="Voorbeeldgemeente"),
        depth=depth,
        reference_date=date(2026, 11, 22),
        content_version="2026.1",
        created_at=datetime(2026, 11, 22, tzinfo=UTC),
        answers=answers,
    )


@pytest.mark.parametrize(("level", "target", "weight"), list(product(HEIGHTS, TARGETS, WEIGHTS)))
def test_a_norm_with_a_level_is_scored_exactly(level: Level, target: int, weight: int) -> None:
    score = score_norm(norm(target=target, weight=weight), Answer(level=level))
    assert Fraction(score.reached) == Fraction(12 * weight * min(level.height or 0, target), target)
    assert score == Score(reached=score.reached, missing=12 * weight - score.reached)


@pytest.mark.parametrize(
    ("level", "target", "reached"),
    [
        (Level.SOMETIMES, 1, 12),
        (Level.SOMETIMES, 2, 6),
        (Level.SOMETIMES, 3, 4),
        (Level.SOMETIMES, 4, 3),
        (Level.PARTLY, 3, 8),
        (Level.ARRANGED, 4, 9),
        (Level.NOT_ARRANGED, 3, 0),
        (Level.SECURED, 3, 12),
    ],
)
def test_a_norm_of_weight_one_by_hand(level: Level, target: int, reached: int) -> None:
    assert score_norm(norm(target=target), Answer(level=level)).reached == reached


@pytest.mark.parametrize(("target", "weight"), list(product(TARGETS, WEIGHTS)))
def test_norms_of_equal_weight_count_the_same_whatever_their_target(target: int, weight: int) -> None:
    totals = {score_norm(norm(target=target, weight=weight), Answer(level=level)).total for level in HEIGHTS}
    assert totals == {12 * weight}


@pytest.mark.parametrize(("target", "weight"), list(product(TARGETS, WEIGHTS)))
@pytest.mark.parametrize(
    "answer",
    [
        Answer(),
        Answer(level=Level.UNKNOWN),
        Answer(level=Level.UNKNOWN, reason=REASON),
        Answer(level=Level.NOT_APPLICABLE),
        Answer(level=Level.NOT_APPLICABLE, reason=" \n"),
        Answer(reason=REASON),
    ],
)
def test_what_is_not_known_is_open_and_never_a_zero(answer: Answer, target: int, weight: int) -> None:
    assert score_norm(norm(target=target, weight=weight), answer) == Score(open=12 * weight)


@pytest.mark.parametrize(("target", "weight"), list(product(TARGETS, WEIGHTS)))
def test_what_does_not_apply_with_a_reason_weighs_nothing(target: int, weight: int) -> None:
    answer = Answer(level=Level.NOT_APPLICABLE, reason=REASON)
    assert score_norm(norm(target=target, weight=weight), answer) == Score()


@given(NORMS, ANSWERS)
@EXACTLY
def test_a_score_stays_within_what_can_be_earned(one: Norm, answer: Answer) -> None:
    score = score_norm(one, answer)
    assert min(score.reached, score.missing, score.open) >= 0
    assert score.total in {0, 12 * one.weight}
    assert 0 <= score.low <= score.high <= 1


@given(NORMS, st.sampled_from(HEIGHTS[:-1]))
@EXACTLY
def test_a_higher_level_never_lowers_the_score(one: Norm, level: Level) -> None:
    higher = HEIGHTS[HEIGHTS.index(level) + 1]
    assert score_norm(one, Answer(level=level)).reached <= score_norm(one, Answer(level=higher)).reached


@given(NORMS, ANSWERS)
@EXACTLY
def test_the_rest_of_an_answer_does_not_change_the_score(one: Norm, answer: Answer) -> None:
    told = answer.model_copy(update={"practice": "Zo werken wij.", "otherwise": "Anders.", "evidence": "x"})
    assert score_norm(one, told) == score_norm(one, answer)


SECTIONS = st.lists(st.tuples(st.sampled_from(TARGETS), st.sampled_from(WEIGHTS), ANSWERS), max_size=8)


def scored(parts: list[tuple[int, int, Answer]]) -> tuple[Score, list[Score]]:
    norms = [norm(number, target=target, weight=weight) for number, (target, weight, _) in enumerate(parts)]
    answers = {f"norm-{number}": answer for number, (_, _, answer) in enumerate(parts)}
    result = score_section(section(*norms), assessment(answers))
    return result.score, [entry.score for entry in result.norms]


@given(SECTIONS)
@EXACTLY
def test_a_section_is_the_sum_of_its_norms(parts: list[tuple[int, int, Answer]]) -> None:
    total, scores = scored(parts)
    assert total == sum(scores, start=Score())
    assert (total.reached, total.missing, total.open) == tuple(
        sum(getattr(score, part) for score in scores) for part in ("reached", "missing", "open")
    )


@given(SECTIONS, st.randoms(use_true_random=False))
@EXACTLY
def test_the_order_of_norms_does_not_matter(parts: list[tuple[int, int, Answer]], random: Random) -> None:
    shuffled = sorted(parts, key=lambda part: random.random())
    assert scored(shuffled)[0] == scored(parts)[0]


@given(SECTIONS)
@EXACTLY
def test_answering_what_is_open_stays_within_the_band(parts: list[tuple[int, int, Answer]]) -> None:
    before, _ = scored(parts)
    for level in (Level.NOT_ARRANGED, Level.SECURED):
        closed = [(target, weight, close(answer, level)) for target, weight, answer in parts]
        after, _ = scored(closed)
        assert after.open == 0
        assert before.low <= after.low == after.high <= before.high


def close(answer: Answer, level: Level) -> Answer:
    is_open = answer.height is None and not answer.is_excluded
    return Answer(level=level) if is_open else answer


BANDS = [
    (Fraction(0), Fraction(0), "0%"),
    (Fraction(1), Fraction(1), "100%"),
    (Fraction(1, 2), Fraction(1, 2), "50%"),
    (Fraction(1, 8), Fraction(1, 8), "13%"),
    (Fraction(5, 8), Fraction(5, 8), "63%"),
    (Fraction(1, 3), Fraction(1, 3), "33%"),
    (Fraction(2, 3), Fraction(2, 3), "67%"),
    (Fraction(1, 201), Fraction(1, 201), "minder dan 1%"),
    (Fraction(1, 200), Fraction(1, 200), "1%"),
    (Fraction(199, 200), Fraction(199, 200), "meer dan 99%"),
    (Fraction(994, 1000), Fraction(994, 1000), "99%"),
    (Fraction(42, 100), Fraction(605, 1000), "tussen 42% en 61%"),
    (Fraction(429, 1000), Fraction(601, 1000), "tussen 42% en 61%"),
    (Fraction(0), Fraction(1), "tussen 0% en 100%"),
    (Fraction(0), Fraction(1, 1000), "tussen 0% en 1%"),
    (Fraction(1, 1000), Fraction(999, 1000), "tussen minder dan 1% en meer dan 99%"),
    (Fraction(999, 1000), Fraction(1), "tussen 99% en 100%"),
]


@pytest.mark.parametrize(("low", "high", "text"), BANDS)
def test_a_band_in_words(low: Fraction, high: Fraction, text: str) -> None:
    assert Band(low, high).text == text


@given(st.fractions(0, 1), st.fractions(0, 1))
@EXACTLY
def test_no_band_says_0_or_100_percent_by_rounding(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    words = Band(low, high).text.removeprefix("tussen ").split(" en ")
    assert ("0%" in words) == (low == 0)
    assert ("100%" in words) == (high == 1)


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4])
def test_a_percentage_needs_three_norms_that_apply(number: int) -> None:
    norms = [norm(index) for index in range(4)]
    answers = {one.id: Answer(level=Level.NOT_APPLICABLE, reason=REASON) for one in norms[number:]}
    result = score_section(section(*norms), assessment(answers))
    assert result.applicable == number
    assert result.is_assessed == (number > 0)
    assert (result.band is None) == (number < 3)


def test_not_applicable_without_a_reason_still_counts() -> None:
    norms = [norm(index) for index in range(3)]
    result = score_section(section(*norms), assessment({"norm-0": Answer(level=Level.NOT_APPLICABLE)}))
    assert (result.applicable, result.lacking_reason, result.unanswered) == (3, 1, 2)
    assert result.band == Band(Fraction(0), Fraction(1))


def test_a_section_counts_what_is_known_and_what_is_not() -> None:
    answers = {
        "norm-0": Answer(level=Level.ARRANGED),
        "norm-1": Answer(level=Level.UNKNOWN),
        "norm-2": Answer(level=Level.NOT_APPLICABLE),
        "norm-3": Answer(level=Level.NOT_APPLICABLE, reason=REASON),
        "norm-4": Answer(practice="Alleen een tekst."),
    }
    result = score_section(section(*(norm(index) for index in range(6))), assessment(answers))
    counts = (result.applicable, result.scored, result.unknown, result.lacking_reason, result.unanswered)
    assert counts == (5, 1, 1, 1, 2)
    assert result.scored + result.unknown + result.lacking_reason + result.unanswered == result.applicable


def test_norms_on_rules_in_force_below_target_are_counted() -> None:
    table = [
        (LegalStatus.IN_FORCE, Level.NOT_ARRANGED),
        (LegalStatus.IN_FORCE, Level.ARRANGED),
        (LegalStatus.IN_FORCE, Level.UNKNOWN),
        (LegalStatus.GOOD_PRACTICE, Level.NOT_ARRANGED),
        (LegalStatus.BILL, Level.NOT_ARRANGED),
    ]
    norms = [norm(index).model_copy(update={"legal_status": status}) for index, (status, _) in enumerate(table)]
    answers = {f"norm-{index}": Answer(level=level) for index, (_, level) in enumerate(table)}
    assert score_section(section(*norms), assessment(answers)).below_in_force == 1


def five_steps(levels: list[Level | None]) -> Result:
    """Five steps, step i with i + 2 norms, each answered with the level of its step."""
    steps: list[Section] = []
    answers: dict[str, Answer] = {}
    for number, level in enumerate(levels, start=1):
        norms = [norm(100 * number + index) for index in range(number + 2)]
        steps.append(section(*norms, number=number))
        answers |= {one.id: Answer(level=level) for one in norms}
    return score_assessment(content(*steps), assessment(answers))


def test_the_average_counts_each_step_the_same_however_many_norms_it_has() -> None:
    result = five_steps([Level.ARRANGED, *[Level.NOT_ARRANGED] * 4])
    assert result.overall == Band(Fraction(1, 5), Fraction(1, 5))
    assert five_steps([*[Level.NOT_ARRANGED] * 4, Level.ARRANGED]).overall == result.overall


def test_the_average_is_a_band_while_anything_is_open() -> None:
    result = five_steps([Level.ARRANGED, Level.ARRANGED, None, Level.UNKNOWN, Level.NOT_ARRANGED])
    assert result.overall == Band(Fraction(2, 5), Fraction(4, 5))


def test_there_is_no_average_while_a_step_has_too_few_norms() -> None:
    result = five_steps([Level.ARRANGED] * 5)
    for kept in (0, 1, 2):
        excluded = {one.norm.id for one in result.steps[2].norms[kept:]}
        answers = dict(result.assessment.answers)
        answers |= dict.fromkeys(excluded, Answer(level=Level.NOT_APPLICABLE, reason=REASON))
        again = score_assessment(result.questionnaire, assessment(answers))
        assert again.overall is None
        assert [step.band is None for step in again.steps] == [False, False, True, False, False]


def test_themes_do_not_count_in_the_average() -> None:
    norms = {entry.id: entry for entry in questionnaire().norms}
    steps = {entry.id for step in questionnaire().steps for entry in step.norms}
    answers = {
        norm_id: Answer(level=Level.SECURED if norm_id in steps else Level.NOT_ARRANGED) for norm_id in norms
    }
    result = score_assessment(questionnaire(), assessment(answers))
    assert result.overall == Band(Fraction(1), Fraction(1))
    assert {theme.score.reached for theme in result.themes} == {0}


def test_an_empty_assessment_is_open_and_a_full_one_is_complete() -> None:
    empty = score_assessment(questionnaire(), assessment({}))
    assert empty.overall == Band(Fraction(0), Fraction(1))
    assert all(section.scored == 0 for section in empty.sections)
    top = {entry.id: Answer(level=Level.SECURED) for entry in questionnaire().norms}
    assert score_assessment(questionnaire(), assessment(top)).overall == Band(Fraction(1), Fraction(1))


def test_a_score_with_an_earlier_one_is_the_same_and_scores_only_the_changed_section_again() -> None:
    before = five_steps([Level.ARRANGED] * 5)
    changed = before.steps[2].norms[0].norm.id
    answers = {**before.assessment.answers, changed: Answer(level=Level.NOT_ARRANGED)}
    plain = score_assessment(before.questionnaire, assessment(answers))
    again = score_assessment(before.questionnaire, assessment(answers), before)
    assert again == plain
    assert [new is old for new, old in zip(again.steps, before.steps, strict=True)] == [
        True,
        True,
        False,
        True,
        True,
    ]


def test_an_earlier_score_of_the_other_list_changes_nothing() -> None:
    top = {entry.id: Answer(level=Level.SECURED) for entry in questionnaire().norms}
    core, full = assessment(top, Depth.CORE), assessment(top)
    earlier = score_assessment(questionnaire(), core)
    assert score_assessment(questionnaire(), full, earlier) == score_assessment(questionnaire(), full)


def test_core_depth_scores_core_norms_only_and_loses_no_answer() -> None:
    top = {entry.id: Answer(level=Level.SECURED) for entry in questionnaire().norms}
    core = assessment(top, Depth.CORE)
    result = score_assessment(questionnaire(), core)
    assert {entry.norm.depth for entry in result.norms} == {Depth.CORE}
    full = core.model_copy(update={"depth": Depth.FULL})
    assert len(score_assessment(questionnaire(), full).norms) == len(questionnaire().norms)


@pytest.mark.parametrize(
    ("level", "target", "gap", "is_met", "is_above"),
    [
        (Level.NOT_ARRANGED, 3, 3, False, False),
        (Level.PARTLY, 3, 1, False, False),
        (Level.ARRANGED, 3, 0, True, False),
        (Level.SECURED, 3, 0, True, True),
        (Level.SECURED, 4, 0, True, False),
        (Level.UNKNOWN, 3, 0, False, False),
        (None, 3, 0, False, False),
    ],
)
def test_a_gap_is_what_lacks_to_the_target(
    level: Level | None, target: int, gap: int, is_met: bool, is_above: bool
) -> None:
    one, answer = norm(target=target), Answer(level=level)
    result = NormResult(one, answer, score_norm(one, answer))
    assert (result.gap, result.is_met, result.is_above_target) == (gap, is_met, is_above)
