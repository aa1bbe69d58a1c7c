"""Who is looking is known for a short while, in any process, and never in the way of a save."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from questionnaire.model.assessment import AnswerField, Depth, Organisation, OrganisationKind
from questionnaire.store import Store
from questionnaire.store.presence import Viewer

ROOT = Path(__file__).parents[3]
JAN = Viewer("a", "Jan", "x1", "stap-1")
ELS = Viewer("b", "Els", "x1", "stap-1")


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "antwoorden.db"


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[Store]:
    store = Store.open(f"sqlite:///{path}", clock=clock)
    yield store
    store.close()


def rows(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(
            "SELECT viewer, assessment_id, page, author FROM presence ORDER BY viewer"
        ).fetchall()


def test_others_on_the_same_page_are_named_once_and_in_order(store: Store) -> None:
    for viewer in (JAN, ELS, Viewer("c", "Els", "x1", "stap-1"), Viewer("d", "Bo", "x1", "stap-1")):
        store.presence.note(viewer)
    store.presence.note(Viewer("e", "Iris", "x1", "stap-2"))
    store.presence.note(Viewer("f", "Noor", "x2", "stap-1"))
    assert store.presence.others(JAN) == ("Bo", "Els")


def test_my_own_other_tab_is_not_somebody_else(store: Store) -> None:
    store.presence.note(JAN)
    assert store.presence.others(Viewer("z", "Jan", "x1", "stap-1")) == ()


def test_who_was_not_seen_for_a_while_is_gone(store: Store, clock: Clock) -> None:
    store.presence.note(ELS)
    clock.later(45)
    assert store.presence.others(JAN) == ("Els",)
    clock.later(1)
    assert store.presence.others(JAN) == ()


def test_a_viewer_is_on_one_page_at_a_time(store: Store, path: Path) -> None:
    store.presence.note(JAN)
    store.presence.note(Viewer("a", "Jan", "x1", "stap-2"))
    assert rows(path) == [("a", "x1", "stap-2", "Jan")]


def test_what_was_noted_just_now_is_not_written_again(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[datetime] = []
    monkeypatch.setattr(store.presence, "_write", lambda _, now: written.append(now))
    for _ in range(50):
        store.presence.note(JAN)
        clock.later(1)
    start = written[0]
    assert [(each - start).seconds for each in written] == [0, 20, 40]


@pytest.mark.parametrize(
    "viewer", [Viewer("", "Jan", "x1", "stap-1"), Viewer("a", "", "x1", "stap-1"), Viewer("a", "Jan", "x1", "")]
)
def test_who_is_not_known_is_not_written(store: Store, path: Path, viewer: Viewer) -> None:
    store.presence.note(viewer)
    assert rows(path) == []


def test_what_is_older_than_a_day_is_removed(store: Store, path: Path, clock: Clock) -> None:
    store.presence.note(ELS)
    clock.later(24 * 3600 + 1)
    store.presence.note(JAN)
    assert [row[0] for row in rows(path)] == ["a"]


def test_while_somebody_saves_nobody_waits_and_it_is_tried_again(store: Store, path: Path) -> None:
    with store._database.writing():
        store.presence.note(JAN)
        assert rows(path) == []
    store.presence.note(JAN)
    assert len(rows(path)) == 1


def test_while_another_process_saves_nobody_waits(store: Store, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        store.presence.note(JAN)  # a save would wait 15 seconds here
        other.execute("ROLLBACK")
    assert rows(path) == []


def test_a_save_keeps_the_settings_that_make_it_durable(store: Store) -> None:
    store.presence.note(JAN)
    with store._database.writing() as connection:
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("synchronous", "busy_timeout")]
    assert found == [2, 15_000]


def test_another_process_sees_who_is_looking(store: Store, path: Path) -> None:
    script = (
        "import sys; from datetime import datetime, UTC; from questionnaire.store import Store; "
        "from questionnaire.store.presence import Viewer; "
        "store = Store.open(sys.argv[1], clock=lambda: datetime(2026, 3, 1, 12, 0, 30, tzinfo=UTC)); "
        "print(store.presence.others(Viewer('b', 'Els', 'x1', 'stap-1')))"
    )
    store.presence.note(JAN)
    command = [sys.executable, "-c", script, f"sqlite:///{path}"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert told.strip() == "('Jan',)"


def test_a_database_from_before_keeps_everything(path: Path, clock: Clock) -> None:
    organisation = Organisation(kind=OrganisationKind.EXAMPLE, name="Voorbeeldgemeente")
    store = Store.open(f"sqlite:///{path}", clock=clock)
    found = store.create(organisation, Depth.FULL, date(2026, 1, 1), "1")
    store.save(found, "n1", AnswerField.PRACTICE, "tekst", seen=0, author="")
    before = store.load(found)
    store.close()
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            "DROP TABLE presence; ALTER TABLE assessment DROP COLUMN list_id;"
            "UPDATE alembic_version SET version_num = '0005'"
        )
    again = Store.open(f"sqlite:///{path}", clock=clock)
    assert again.load(found) == before
    again.presence.note(JAN)
    assert rows(path) == [("a", "x1", "stap-1", "Jan")]
    again.close()
