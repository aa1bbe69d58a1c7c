"""A next round against one durable save, and opening an assessment with a long history against a short one.

Run it with `python -m tests.bench.bench_rounds`; what is compared alternates, so that both meet the same disk.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

from questionnaire.model.assessment import (
    Answer,
    AnswerField,
    Assessment,
    Depth,
    Level,
    Organisation,
    OrganisationKind,
)
from questionnaire.store import Change, Store, rows, statements
from tests.bench.measuring import medians, verdict

ROUNDS = 40
WARM_UP = 5
NORMS = 110
FEW_EVENTS, MANY_EVENTS = 200, 20_000
LIMITS = {"round_per_save": 10, "many_per_few_events": 3}
TEXT = "Wij bespreken dit elke week in het overleg, en de regisseur legt de afspraken vast. " * 3
FIELD = AnswerField.PRACTICE
ORGANISATION = Organisation(kind=OrganisationKind.EXAMPLE, name="Voorbeeldgemeente")
ANSWER = Answer(level=Level.SOMETIMES, practice=TEXT, evidence="Werkinstructie van 1 maart, in het zaaksysteem")
"""What a norm usually holds; each field is an event of its own, and so is the mark to confirm it again."""


def measure() -> dict[str, float]:
    """Medians in milliseconds, and `round_per_save` and `many_per_few_events`."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        store = Store.open(f"sqlite:///{Path(folder) / 'store.db'}")
        round_ms, save_ms = _alternating(_rounds(store), _saves(store))
        few, many = _with_events(store, FEW_EVENTS), _with_events(store, MANY_EVENTS)
        few_ms, many_ms = _alternating(lambda _: store.load(few), lambda _: store.load(many))
        store.close()
    return {
        "round_ms": round_ms,
        "save_ms": save_ms,
        "round_per_save": round_ms / save_ms,
        "open_few_events_ms": few_ms,
        "open_many_events_ms": many_ms,
        "many_per_few_events": many_ms / few_ms,
    }


def _alternating(*works: Callable[[int], object]) -> tuple[float, ...]:
    return medians(*works, rounds=ROUNDS, warm_up=WARM_UP, clock=perf_counter)


def _filled() -> Assessment:
    return Assessment(
        id="x",
        organisation=ORGANISATION,
        depth=Depth.FULL,
        reference_date=date(2026, 1, 1),
        content_version="1",
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
        answers={f"norm-{number}": ANSWER for number in range(NORMS)},
    )


def _rounds(store: Store) -> Callable[[int], object]:
    """Each time the round after the one that was made last."""
    newest = [store.import_assessment(_filled(), author="")]

    def start(_: int) -> None:
        newest.append(store.rounds.new_round(newest[-1], date(2027, 1, 1), author="beleid"))

    return start


def _saves(store: Store) -> Callable[[int], object]:
    assessment_id = store.import_assessment(_filled(), author="")

    def save(number: int) -> None:
        norm_id = f"new-{number}"
        store.save(assessment_id, norm_id, FIELD, f"{TEXT}{number}", seen=0, author="beleid")

    return save


def _with_events(store: Store, number: int) -> str:
    """An assessment whose `NORMS` answers were saved again and again, until there are `number` events."""
    assessment_id = store.create(ORGANISATION, Depth.FULL, date(2026, 1, 1), "1")
    at = datetime(2026, 1, 1, tzinfo=UTC)
    events = [
        rows.event_row(assessment_id, Change(f"norm-{place % NORMS}", FIELD, f"{TEXT}{place}", 0), "beleid", at)
        for place in range(number)
    ]
    with store._database.writing() as connection:  # 20,000 durable saves would take longer than the measurement
        connection.execute(statements.ADD_EVENT, events)
    return assessment_id


if __name__ == "__main__":
    sys.exit(verdict(measure(), LIMITS))
