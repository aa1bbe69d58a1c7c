"""The store under threads, two processes, a killed writer, a full disk, and databases that are not ours."""

import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import alembic.command
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from questionnaire.model.assessment import AnswerField, Depth, Organisation, OrganisationKind
from questionnaire.store import ConflictError, StorageError, Store
from questionnaire.store.database import storage_errors
from questionnaire.store.schema import MIGRATIONS
from questionnaire.store.tables import SCHEMA_VERSION, UtcDateTime, metadata

ORGANISATION = Organisation(kind=OrganisationKind.EXAMPLE, name="Voorbeeldgemeente")
WAS = AnswerField.PRACTICE
ROOT = Path(__file__).parents[3]


def open_store(path: Path) -> Store:
    return Store.open(f"sqlite:///{path}")


def new_assessment(store: Store) -> str:
    return store.create(ORGANISATION, Depth.FULL, date(2026, 1, 1), "1")


def all_at_once(jobs: list[Callable[[], object]]) -> list[str]:
    """Start every job at the same moment, each in a thread; what came of each, sorted."""
    outcomes: list[str] = []
    barrier = threading.Barrier(len(jobs))

    def run(job: Callable[[], object]) -> None:
        barrier.wait()
        try:
            job()
            outcomes.append("saved")
        except ConflictError:
            outcomes.append("conflict")

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


# Together


@pytest.mark.parametrize("stores", [1, 2])
def test_of_eight_who_save_the_same_field_one_wins_and_seven_are_told(path: Path, stores: int) -> None:
    opened = [open_store(path) for _ in range(stores)]
    assessment_id = new_assessment(opened[0])

    def save(number: int) -> object:
        store = opened[number % stores]
        return store.save(assessment_id, "n1", WAS, f"tekst {number}", seen=0, author=f"rol {number}")

    outcomes = all_at_once([lambda number=number: save(number) for number in range(8)])  # type: ignore[misc]
    assert outcomes == ["conflict"] * 7 + ["saved"]
    assert len(opened[0].history(assessment_id, "n1")) == 1


def test_who_save_different_fields_do_not_hinder_each_other(path: Path) -> None:
    store = open_store(path)
    assessment_id = new_assessment(store)

    def save(number: int) -> object:
        field = list(AnswerField)[1 + number % 4]
        return store.save(assessment_id, f"n{number // 4}", field, f"tekst {number}", seen=0, author="")

    outcomes = all_at_once([lambda number=number: save(number) for number in range(8)])  # type: ignore[misc]
    assert outcomes == ["saved"] * 8
    assert len(store.load(assessment_id).seen) == 8


def test_two_stores_on_one_file_see_each_others_answers(path: Path) -> None:
    one, two = open_store(path), open_store(path)
    assessment_id = new_assessment(one)
    saved = two.save(assessment_id, "n1", WAS, "tekst", seen=0, author="")
    assert one.load(assessment_id).seen == {("n1", WAS): saved.event_id}


def test_reading_goes_on_while_another_process_writes(path: Path) -> None:
    store = open_store(path)
    assessment_id = new_assessment(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert store.load(assessment_id).seen == {}


# Durable


WRITER = """
import sys
from datetime import date
from questionnaire.model.assessment import AnswerField
from questionnaire.store import Store

store = Store.open(sys.argv[1])
seen = 0
for number in range(100_000):
    seen = store.save(sys.argv[2], "n1", AnswerField.PRACTICE, f"tekst {number}", seen=seen, author="").event_id
    print(number, flush=True)
"""


def test_a_killed_writer_loses_nothing_that_was_confirmed(path: Path) -> None:
    store = open_store(path)
    assessment_id = new_assessment(store)
    confirmed = []
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, f"sqlite:///{path}", assessment_id],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            confirmed.append(int(line))
            if len(confirmed) == 50:
                writer.send_signal(signal.SIGKILL)
    kept = [event.value for event in reversed(open_store(path).history(assessment_id, "n1"))]
    assert kept[: len(confirmed)] == [f"tekst {number}" for number in confirmed]
    assert len(kept) - len(confirmed) in (0, 1), "at most the one that was being confirmed"
    assert open_store(path).load(assessment_id).assessment.answer("n1").practice == kept[-1]


def test_every_connection_asks_the_disk_to_keep_what_was_committed(path: Path) -> None:
    store = open_store(path)
    with store._database.writing() as connection:  # the settings have no other window
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 15_000}


FULL_DISK = """
import resource, sys
from pathlib import Path
from questionnaire.model.assessment import AnswerField
from questionnaire.store import StorageError, Store

url, assessment_id = sys.argv[1:]
store = Store.open(url)
store.save(assessment_id, "n1", AnswerField.PRACTICE, "past nog", seen=0, author="")
size = Path(url.removeprefix("sqlite:///") + "-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
try:
    store.save(assessment_id, "n2", AnswerField.PRACTICE, "past niet" * 1000, seen=0, author="")
except StorageError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.save(assessment_id, "n3", AnswerField.PRACTICE, "past weer", seen=0, author="")
"""


def test_when_the_disk_is_full_the_user_is_told_that_it_is_not_saved(path: Path) -> None:
    store = open_store(path)
    assessment_id = new_assessment(store)
    told = subprocess.run(
        [sys.executable, "-c", FULL_DISK, f"sqlite:///{path}", assessment_id],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.startswith("Uw wijziging is NIET opgeslagen. ")
    assert set(store.load(assessment_id).assessment.answers) == {"n1", "n3"}


@pytest.mark.parametrize("table", ["answer_event", "detail_event"])
@pytest.mark.parametrize("change", ["UPDATE {} SET author = 'iemand anders'", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_an_event(path: Path, table: str, change: str) -> None:
    store = open_store(path)
    store.save(new_assessment(store), "n1", WAS, "tekst", seen=0, author="")
    with closing(sqlite3.connect(path)) as other:
        before = other.execute(f"SELECT * FROM {table}").fetchall()
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            other.execute(change.format(table))
        assert before
        assert other.execute(f"SELECT * FROM {table}").fetchall() == before


# Opening


def test_opening_makes_the_folder_and_the_newest_schema(tmp_path: Path) -> None:
    path = tmp_path / "een" / "twee" / "antwoorden.db"
    open_store(path)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchall() == [(SCHEMA_VERSION,)]


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.touch()
    assert open_store(path).summaries() == ()


def test_opening_again_changes_nothing_and_does_not_load_alembic(path: Path) -> None:
    new_assessment(open_store(path))
    script = (
        "import sys; from questionnaire.store import Store; store = Store.open(sys.argv[1]); "
        "print(len(store.summaries()), 'alembic' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, f"sqlite:///{path}"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["1", "False"]


def test_two_processes_can_make_the_same_database_at_once(path: Path) -> None:
    script = "import sys; from questionnaire.store import Store; Store.open(sys.argv[1]).summaries()"
    command = [sys.executable, "-c", script, f"sqlite:///{path}"]
    openers = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) for _ in range(2)]
    assert [(opener.communicate()[1], opener.returncode) for opener in openers] == [(b"", 0)] * 2


def test_the_migrations_make_exactly_the_tables_that_the_code_uses(path: Path) -> None:
    open_store(path)
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": same_type})
        assert compare_metadata(context, metadata) == []
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == SCHEMA_VERSION


def same_type(*arguments: object) -> bool | None:
    """Our moments are the database's own kind of moment."""
    return False if isinstance(arguments[-1], UtcDateTime) else None


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (
            "CREATE TABLE alembic_version (version_num TEXT); INSERT INTO alembic_version VALUES ('9999')",
            "nieuwere versie",
        ),
        ("CREATE TABLE klanten (naam TEXT)", "van een ander programma"),
    ],
)
def test_a_database_that_is_newer_or_foreign_is_not_touched(path: Path, spoil: str, message: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(spoil)
    before = path.read_bytes()
    with pytest.raises(StorageError, match=message):
        open_store(path)
    assert path.read_bytes() == before


def test_a_migration_that_fails_leaves_an_empty_database(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    upgrade = alembic.command.upgrade

    def fail_at_the_end(*arguments: object) -> None:
        upgrade(*arguments)  # type: ignore[arg-type]
        raise RuntimeError

    monkeypatch.setattr(alembic.command, "upgrade", fail_at_the_end)
    with pytest.raises(RuntimeError):
        open_store(path)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == []
    monkeypatch.undo()
    assert open_store(path).summaries() == ()


def test_a_file_that_is_no_database_is_refused_and_kept(path: Path) -> None:
    path.write_bytes(b"Geachte heer, mevrouw,\n" * 400)
    before = path.read_bytes()
    with pytest.raises(StorageError, match=r"geen database van dit programma\. Kies een ander bestand"):
        open_store(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "geen adres van een database"),
        ("zomaar iets", "geen adres van een database"),
        ("sqlite://", "er staat geen bestand in het adres"),
        ("sqlite:///:memory:", "er staat geen bestand in het adres"),
        ("sqlite:////dev/null/map/x.db", "De map voor de opslag kan niet worden gemaakt"),
    ],
)
def test_an_address_that_cannot_be_right_is_refused_in_words(url: str, message: str) -> None:
    with pytest.raises(StorageError, match=message):
        Store.open(url)


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("database or disk is full", "De schijf is vol. Maak ruimte vrij en probeer het opnieuw."),
        (
            "attempt to write a readonly database",
            "mag niet worden beschreven. Vraag uw beheerder om schrijfrechten.",
        ),
        ("database is locked", "Een ander programma houdt het bestand bezet. Wacht even en probeer het opnieuw."),
        ("database disk image is malformed", "Het bestand is beschadigd. Zet een reservekopie terug."),
        ("unable to open database file", "niet te openen. Controleer of de map bestaat en of u erbij mag."),
        ("disk I/O error", "Probeer het opnieuw en waarschuw uw beheerder als het weer misgaat."),
    ],
)
def test_an_error_of_the_disk_becomes_a_sentence_with_what_to_do(reason: str, sentence: str) -> None:
    with pytest.raises(StorageError) as caught, storage_errors("Uw wijziging is NIET opgeslagen."):
        raise sqlite3.OperationalError(reason)
    assert str(caught.value).startswith("Uw wijziging is NIET opgeslagen. ")
    assert str(caught.value).endswith(sentence)


def test_a_mistake_in_our_own_sql_is_not_dressed_up() -> None:
    with pytest.raises(sqlite3.IntegrityError), storage_errors("x"):
        raise sqlite3.IntegrityError("FOREIGN KEY constraint failed")


def test_a_moment_without_a_time_zone_is_a_mistake_in_our_code(path: Path) -> None:
    store = Store.open(f"sqlite:///{path}", clock=lambda: datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None))
    with pytest.raises(sa.exc.StatementError, match="time zone"):
        new_assessment(store)
