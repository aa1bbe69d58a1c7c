"""One durable save against its floor: a bare SQLite insert and commit, same settings, same file system.

Run it with `python -m tests.bench.bench_save`; the two alternate, so that both meet the same disk.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from questionnaire.model.assessment import AnswerField, Depth, Organisation, OrganisationKind
from questionnaire.store import Store

ROUNDS = 300
WARM_UP = 30
MOST_TIMES_THE_FLOOR = 3
TEXT = "Wij bespreken dit elke week in het overleg, en de regisseur legt de afspraken vast. " * 3


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """Medians in milliseconds of `save_ms` and `floor_ms`, and their `ratio`."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        store, save = saves(Path(folder))
        bare, insert = _inserts(Path(folder))
        durations = [(_timed(save, number), _timed(insert, number)) for number in range(rounds + WARM_UP)]
        store.close()
        bare.close()
    save_ms, floor_ms = (1000 * median(column) for column in zip(*durations[WARM_UP:], strict=True))
    return {"save_ms": save_ms, "floor_ms": floor_ms, "ratio": save_ms / floor_ms}


def _timed(work: Callable[[int], object], number: int) -> float:
    start = perf_counter()
    work(number)
    return perf_counter() - start


def saves(folder: Path) -> tuple[Store, Callable[[int], object]]:
    """A text saved over an earlier one, as happens while somebody types."""
    store = Store.open(f"sqlite:///{folder / 'store.db'}")
    organisation = Organisation(kind=OrganisationKind.EXAMPLE, name="Voorbeeldgemeente")
    assessment_id = store.create(organisation, Depth.FULL, date(2026, 1, 1), "1")
    seen: dict[str, int] = {}

    def save(number: int) -> None:
        norm_id = f"norm-{number % 28}"
        saved = store.save(
            assessment_id,
            norm_id,
            AnswerField.PRACTICE,
            f"{TEXT}{number}",
            seen=seen.get(norm_id, 0),
            author="beleid",
        )
        seen[norm_id] = saved.event_id

    return store, save


def _inserts(folder: Path) -> tuple[sqlite3.Connection, Callable[[int], object]]:
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        bare.execute(f"PRAGMA {setting}")
    bare.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, value TEXT NOT NULL)")

    def insert(number: int) -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO answer (value) VALUES (?)", (f"{TEXT}{number}",))
        bare.execute("COMMIT")

    return bare, insert


def main() -> int:
    """Print the numbers; 1 when the ratio is too high."""
    found = measure()
    sys.stdout.write(
        f"save {found['save_ms']:.2f} ms, floor {found['floor_ms']:.2f} ms, "
        f"ratio {found['ratio']:.2f} (at most {MOST_TIMES_THE_FLOOR})\n"
    )
    return int(found["ratio"] > MOST_TIMES_THE_FLOOR)


if __name__ == "__main__":
    sys.exit(main())
