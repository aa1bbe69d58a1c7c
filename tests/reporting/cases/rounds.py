"""Two rounds of which the report is kept as a golden outline."""

import itertools
from collections.abc import Callable, Mapping
from datetime import date

from questionnaire.model.assessment import Answer, Assessment, Depth, Level
from questionnaire.model.plan import Action, ActionStatus
from questionnaire.scoring.delta import Delta, compare
from tests.reporting.cases.builders import a_questionnaire, an_assessment
from tests.reporting.cases.plan import NAME, NOTE

CONTENT = a_questionnaire()
PAIRS = tuple(itertools.product([None, *Level], repeat=2))
"""Every answer in one round with every answer in the next."""


def answers(levels: Mapping[str, Level | None], **fields: object) -> dict[str, Answer]:
    """Answers with these levels; a norm with None has none."""
    return {
        norm_id: Answer(level=level, reason="Doet de regio.", **fields)
        for norm_id, level in levels.items()
        if level is not None
    }


def pair(place: int) -> tuple[Level | None, Level | None]:
    """Two answers of a norm: all that can be in 36 norms, spread over the steps."""
    return PAIRS[place * 7 % len(PAIRS)]


def two_rounds(
    *, before: Depth = Depth.FULL, after: Depth = Depth.FULL, text: str = "Formulier gemaakt."
) -> Delta:
    """Norms that moved every way, with actions that are done."""
    first = {norm.id: pair(place)[0] for place, norm in enumerate(CONTENT.norms)}
    second = {norm.id: pair(place)[1] for place, norm in enumerate(CONTENT.norms)}
    actions = {
        found: Action(id=found, what=text, norms=norms, status=status, owner_name=NAME, note=NOTE)
        for found, norms, status in (
            ("actie001", tuple(norm.id for norm in CONTENT.norms[:9]), ActionStatus.DONE),
            ("actie002", tuple(norm.id for norm in CONTENT.norms[5:30]), ActionStatus.BUSY),
        )
    }
    earlier = an_assessment(answers(first), depth=before)
    later = an_assessment(answers(second), depth=after)
    found, answer = next(iter(later.answers.items()))
    copied = {**later.answers, found: answer.model_copy(update={"to_reconfirm": True})}
    return compare(
        of_round(earlier, 1, date(2025, 10, 1), actions),
        of_round(later.model_copy(update={"answers": copied}), 2, date(2026, 10, 1), {}),
        CONTENT,
    )


def of_round(assessment: Assessment, number: int, day: date, actions: Mapping[str, Action]) -> Assessment:
    """The assessment as that of one round."""
    return assessment.model_copy(update={"round": number, "reference_date": day, "actions": actions})


def the_same_twice() -> Delta:
    """Nothing happened."""
    assessment = an_assessment(answers({norm.id: Level.PARTLY for norm in CONTENT.norms}))
    return compare(assessment, assessment, CONTENT)


DELTA_CASES: dict[str, Callable[[], Delta]] = {
    "alles": two_rounds,
    "gelijk": the_same_twice,
    "leeg": lambda: compare(an_assessment({}), an_assessment({}), CONTENT),
    "andere-diepte": lambda: two_rounds(before=Depth.CORE),
    "uiterste-teksten": lambda: two_rounds(text="</w:t> =1+1 \x07 \ud83d " + "zonderspatie" * 100),
}
