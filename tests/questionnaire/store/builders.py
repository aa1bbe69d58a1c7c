"""What the tests of the store begin with: a moment, an organisation, a plan that is filled in everywhere."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from questionnaire.errors import NotFoundError
from questionnaire.model.assessment import Answer, Assessment, Depth, Level, Organisation, OrganisationKind
from questionnaire.model.plan import Certainty, Quarter
from questionnaire.store import Store
from tests.questionnaire.plans import FULL_ACTION, FULL_STEP

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = date(2026, 3, 1)
ORGANISATION = Organisation(kind=OrganisationKind.COOPERATION, name="Samen Sterk")
FILLED = Assessment(
    id="x",
    organisation=ORGANISATION,
    depth=Depth.FULL,
    reference_date=DAY,
    content_version="1",
    created_at=NOON,
    answers={
        "n1": Answer(
            level=Level.SOMETIMES,
            ambition=Level.ARRANGED,
            quarter=Quarter(2027, 2),
            certainty=Certainty.GUESSING,
            to_reconfirm=True,
        )
    },
    actions={FULL_ACTION.id: FULL_ACTION},
    process={FULL_STEP.id: FULL_STEP},
)


class Clock:
    """Stands still until a test moves it."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


def all_rows(path: Path, *tables: str) -> dict[str, list[tuple[object, ...]]]:
    """All rows of these tables, as another program sees them."""
    with closing(sqlite3.connect(path)) as other:
        return {table: other.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall() for table in tables}


def assert_told_as_missing(store: Store, assessment_id: str, act: Callable[[Store, str], object]) -> None:
    """What was removed and what never was are refused alike."""
    store.remove(assessment_id, author="")
    for missing in ("bestaat-niet", assessment_id):
        with pytest.raises(NotFoundError, match="Ga naar de startpagina"):
            act(store, missing)
