"""How far an assessment is filled in: of the norms that are asked, and of no others."""

from questionnaire.model.assessment import Answer, AnswerField, Depth, Level
from questionnaire.scoring.score import score_assessment
from reporting.progress import progress
from tests.questionnaire.plans import CONTENT, an_assessment

INSIDE = CONTENT.core.norms[0].id
OUTSIDE = next(norm.id for norm in CONTENT.norms if norm.depth is Depth.FULL)
MARKED = Answer(level=Level.SOMETIMES, to_reconfirm=True)
SEEN = {(norm, AnswerField.RECONFIRM) for norm in (INSIDE, OUTSIDE)}


def waiting(depth: Depth, *norms: str) -> list[str]:
    """What the progress says of answers that wait to be confirmed."""
    result = score_assessment(CONTENT, an_assessment(dict.fromkeys(norms, MARKED), depth=depth))
    return [line for line in progress(result, SEEN).lines if "herbevestigen" in line]


def test_a_mark_outside_the_list_waits_for_nobody() -> None:
    assert waiting(Depth.CORE, OUTSIDE) == []
    assert waiting(Depth.CORE, OUTSIDE, INSIDE) == ["nog 1 van 1 te herbevestigen"]
    assert waiting(Depth.FULL, OUTSIDE, INSIDE) == ["nog 2 van 2 te herbevestigen"]
