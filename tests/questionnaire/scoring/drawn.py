"""Assessments of the real content that are drawn by a seed: the same ones each time, of every kind."""

from datetime import UTC, date, datetime
from random import Random

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import (
    AMBITIONS,
    Answer,
    Assessment,
    Depth,
    Level,
    Organisation,
    OrganisationKind,
)
from questionnaire.model.plan import Certainty

LEVELS = [None, *Level]


def drawn(seed: int) -> Assessment:
    """One assessment; some are nearly empty, some nearly whole, some have hardly a norm that applies."""
    random = Random(seed)  # noqa: S311 (nothing secret)
    filled, excluded = random.choice([0.1, 0.5, 0.9, 1.0]), random.choice([0.0, 0.1, 0.9])
    answers = {}
    for norm in questionnaire().norms:
        if random.random() > filled:
            continue
        level = Level.NOT_APPLICABLE if random.random() < excluded else random.choice(LEVELS)
        answers[norm.id] = Answer(
            level=level,
            reason=random.choice(["", "  ", "Niet bij ons.", "Niet bij ons."]),
            ambition=random.choice([None, *AMBITIONS]),
            certainty=random.choice([None, *Certainty]),
            practice=random.choice(["", "Per team anders."]),
        )
    return Assessment(
        id=f"trekking-{seed}",
        organisation=Organisation(kind=OrganisationKind.EXAMPLE, name="Proef"),
        depth=random.choice(list(Depth)),
        reference_date=date(2026, 10, 1),
        content_version=questionnaire().version,
        created_at=datetime(2026, 10, 1, tzinfo=UTC),
        answers={norm: answer for norm, answer in answers.items() if not answer.is_empty},
    )
