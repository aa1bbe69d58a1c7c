"""A score that uses an earlier one is never stale, and what is outside the list counts nowhere."""

import pytest

from questionnaire.model.assessment import Answer, Assessment, Depth, Level
from questionnaire.model.plan_content import Check
from questionnaire.scoring.readiness import readiness
from questionnaire.scoring.score import Score, score_assessment
from tests.questionnaire.plans import CONTENT, an_assessment
from tests.questionnaire.scoring.drawn import drawn

NORM = CONTENT.core.norms[0].id
OUTSIDE = next(norm.id for norm in CONTENT.norms if norm.depth is Depth.FULL)
EXCLUDED = Answer(level=Level.NOT_APPLICABLE, reason="Doet de regio.")


def with_answer(assessment: Assessment, norm: str, answer: Answer) -> Assessment:
    return assessment.model_copy(update={"answers": {**assessment.answers, norm: answer}})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (EXCLUDED.model_copy(update={"reason": ""}), EXCLUDED),
        (EXCLUDED, EXCLUDED.model_copy(update={"reason": " "})),
        (EXCLUDED, Answer()),
        (Answer(level=Level.SOMETIMES), Answer(level=Level.PARTLY)),
    ],
)
def test_an_answer_of_which_one_field_changed_is_scored_again(before: Answer, after: Answer) -> None:
    start = with_answer(an_assessment(), NORM, before)
    earlier = score_assessment(CONTENT, start)
    changed = with_answer(start, NORM, after)
    found = score_assessment(CONTENT, changed, earlier)
    assert found.sections == score_assessment(CONTENT, changed).sections
    assert found.norms[0].score != earlier.norms[0].score


def test_a_reason_takes_the_points_of_a_norm_away() -> None:
    earlier = score_assessment(CONTENT, with_answer(an_assessment(), NORM, replace_reason("")))
    assert earlier.norms[0].score.open > 0
    later = score_assessment(CONTENT, with_answer(an_assessment(), NORM, EXCLUDED), earlier)
    assert later.norms[0].score == Score()


def replace_reason(reason: str) -> Answer:
    return EXCLUDED.model_copy(update={"reason": reason})


@pytest.mark.parametrize("seed", range(400, 410))
def test_one_change_after_another_scores_as_if_from_the_start(seed: int) -> None:
    result = score_assessment(CONTENT, drawn(seed))
    for other in (drawn(seed + 10), drawn(seed + 20)):
        for norm, answer in other.answers.items():
            changed = with_answer(result.assessment, norm, answer)
            result = score_assessment(CONTENT, changed, result)
        assert result.sections == score_assessment(CONTENT, result.assessment).sections


def test_a_mark_outside_the_list_holds_nothing_up() -> None:
    marked = Answer(level=Level.SOMETIMES, to_reconfirm=True)
    core = score_assessment(CONTENT, an_assessment({OUTSIDE: marked, NORM: Answer(level=Level.SOMETIMES)}))
    full = score_assessment(CONTENT, core.assessment.model_copy(update={"depth": Depth.FULL}))
    assert readiness(core).can_settle
    (blocking,) = readiness(full).blocking
    assert (blocking.check, blocking.ids) == (Check.TO_RECONFIRM, (OUTSIDE,))
