"""How far an assessment is filled in: what counts as done, and what a full bar means."""

import pytest

from questionnaire.example import load_example
from questionnaire.model.assessment import Answer, AnswerField, Depth, Level
from questionnaire.scoring.score import Result, score_assessment
from reporting.progress import progress
from tests.questionnaire.plans import CONTENT, an_assessment

NORM_IDS = list(CONTENT.norm_by_id)
FIRST = NORM_IDS[0]
ARRANGED = Answer(level=Level.ARRANGED)


def _progress(answer: Answer) -> tuple[int, int]:
    """Done and unknown when only the first norm has an answer."""
    whole = progress(score_assessment(CONTENT, an_assessment({FIRST: answer}, depth=Depth.FULL)), {}).whole
    return whole.done, whole.unknown


@pytest.mark.parametrize(
    ("answer", "done", "unknown"),
    [
        (Answer(), 0, 0),
        (Answer(practice="Alleen tekst"), 0, 0),
        (Answer(level=Level.NOT_ARRANGED), 1, 0),
        (ARRANGED, 1, 0),
        (Answer(level=Level.UNKNOWN), 1, 1),
        (Answer(level=Level.NOT_APPLICABLE), 0, 0),
        (Answer(level=Level.NOT_APPLICABLE, reason="Geldt hier niet"), 1, 0),
        (Answer(level=Level.ARRANGED, to_reconfirm=True), 0, 0),
        (Answer(level=Level.UNKNOWN, to_reconfirm=True), 0, 1),
    ],
)
def test_a_norm_is_done_when_nobody_has_to_come_back_to_it(answer: Answer, done: int, unknown: int) -> None:
    assert _progress(answer) == (done, unknown)


def _all(answer: Answer, depth: Depth = Depth.FULL) -> Result:
    return score_assessment(CONTENT, an_assessment(dict.fromkeys(NORM_IDS, answer), depth=depth))


@pytest.mark.parametrize("depth", list(Depth))
@pytest.mark.parametrize(
    "answer", [ARRANGED, Answer(level=Level.UNKNOWN), Answer(level=Level.NOT_APPLICABLE, reason="Geldt hier niet")]
)
def test_the_bar_is_full_when_nothing_is_left_to_do(answer: Answer, depth: Depth) -> None:
    result = _all(answer, depth)
    now = progress(result, {})

    assert (now.whole.done, now.whole.left) == (len(result.norms), 0)
    assert now.lines[1].startswith("niets meer te doen")


def test_a_new_round_is_not_done_before_it_is_confirmed() -> None:
    copied = Answer(level=Level.ARRANGED, to_reconfirm=True)
    seen = {(norm_id, AnswerField.RECONFIRM): 1 for norm_id in NORM_IDS}
    now = progress(_all(copied), seen)

    total = len(NORM_IDS)
    assert (now.whole.done, now.whole.left) == (0, total)
    assert now.lines == (
        f"0 van {total} normen ingevuld",
        f"nog {total} te doen",
        f"nog {total} van {total} te herbevestigen",
    )


@pytest.mark.parametrize("depth", list(Depth))
def test_the_parts_add_up_to_the_whole_and_no_page_without_norms_has_a_count(depth: Depth) -> None:
    result = _all(Answer(level=Level.UNKNOWN), depth)
    now = progress(result, {})

    for name in ("done", "total", "unknown"):
        assert sum(getattr(part, name) for part in now.parts.values()) == getattr(now.whole, name)
    assert set(now.counts) == {each.section.id for each in result.sections if each.section.norms}
    assert "0/0" not in now.counts.values()


def test_the_example_is_completely_filled_in() -> None:
    whole = progress(score_assessment(CONTENT, load_example(CONTENT)), {}).whole

    assert whole.left == 0
    assert 0 < whole.unknown < 10


INSIDE = CONTENT.core.norms[0].id
OUTSIDE = next(norm.id for norm in CONTENT.norms if norm.depth is Depth.FULL)
MARKED = Answer(level=Level.SOMETIMES, to_reconfirm=True)
SEEN = {(norm, AnswerField.RECONFIRM) for norm in (INSIDE, OUTSIDE)}


def _waiting(depth: Depth, *norms: str) -> list[str]:
    """What the progress says of answers that wait to be confirmed."""
    result = score_assessment(CONTENT, an_assessment(dict.fromkeys(norms, MARKED), depth=depth))
    return [line for line in progress(result, SEEN).lines if "herbevestigen" in line]


def test_a_mark_outside_the_list_waits_for_nobody() -> None:
    assert _waiting(Depth.CORE, OUTSIDE) == []
    assert _waiting(Depth.CORE, OUTSIDE, INSIDE) == ["nog 1 van 1 te herbevestigen"]
    assert _waiting(Depth.FULL, OUTSIDE, INSIDE) == ["nog 2 van 2 te herbevestigen"]
