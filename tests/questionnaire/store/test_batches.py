"""Saves of several people in one transaction: each whole or not at all, and none in another's way."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from questionnaire.errors import InvalidInputError, NotFoundError
from questionnaire.model.assessment import AnswerField, Depth, Organisation, OrganisationKind
from questionnaire.store import Batch, Change, ConflictError, InvalidFieldError, StorageError, Store, saving

ORGANISATION = Organisation(kind=OrganisationKind.EXAMPLE, name="Voorbeeldgemeente")
WAS, LEVEL, AMBITION = AnswerField.PRACTICE, AnswerField.LEVEL, AnswerField.AMBITION


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "antwoorden.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store.open(f"sqlite:///{path}")
    yield store
    store.close()


def new_assessment(store: Store) -> str:
    return store.create(ORGANISATION, Depth.FULL, date(2026, 1, 1), "1")


def one(assessment_id: str, norm_id: str, value: str, field: AnswerField = WAS, author: str = "") -> Batch:
    return Batch(assessment_id, (Change(norm_id, field, value, 0),), author)


def stored(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT norm_id, field, value FROM answer_event ORDER BY id").fetchall()


def test_each_batch_is_kept_under_its_own_name_in_its_own_assessment(store: Store) -> None:
    mine, theirs = new_assessment(store), new_assessment(store)
    outcomes = store.save_batches(
        [one(mine, "n1", "a\r\nb", author=" Jan "), one(theirs, "n1", "c", author="Els")]
    )
    assert [
        [(saved.event_id, saved.value) for saved in outcome] for outcome in outcomes if isinstance(outcome, tuple)
    ] == [[(1, "a\nb")], [(2, "c")]]
    assert [(event.value, event.author) for event in store.history(mine, "n1")] == [("a\nb", "Jan")]
    assert [(event.value, event.author) for event in store.history(theirs, "n1")] == [("c", "Els")]


def test_a_batch_that_cannot_be_kept_leaves_nothing_and_the_others_alone(store: Store, path: Path) -> None:
    found = new_assessment(store)
    store.save(found, "n1", LEVEL, "geborgd", seen=0, author="")
    low = Batch(found, (Change("n2", WAS, "weg", 0), Change("n1", AMBITION, "soms", 0)), "")
    late = Batch(found, (Change("n3", WAS, "weg", 0), Change("n1", LEVEL, "soms", 0)), "")
    outcomes = store.save_batches(
        [one(found, "n4", "a"), low, late, one("onbekend", "n1", "weg"), one(found, "n5", "b")]
    )
    assert [type(outcome) for outcome in outcomes] == [
        tuple,
        InvalidFieldError,
        ConflictError,
        NotFoundError,
        tuple,
    ]
    assert [row[2] for row in stored(path)] == ["geborgd", "a", "b"]
    error = outcomes[1]
    assert isinstance(error, InvalidFieldError)
    assert (error.norm_id, error.field) == ("n1", AMBITION)


def test_of_two_on_the_same_field_the_first_is_kept(store: Store, path: Path) -> None:
    found = new_assessment(store)
    first, second = store.save_batches([one(found, "n1", "a"), one(found, "n1", "b")])
    assert (type(first), type(second)) == (tuple, ConflictError)
    assert [row[2] for row in stored(path)] == ["a"]


def test_what_cannot_be_stored_at_all_is_refused_before_anything_is(store: Store, path: Path) -> None:
    found = new_assessment(store)
    with pytest.raises(InvalidInputError):
        store.save_batches([one(found, "n1", "a"), one(found, "n1", "half", LEVEL)])
    assert stored(path) == []


def test_a_storage_that_fails_halfway_keeps_nothing_of_anybody(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = new_assessment(store)
    swap = saving._swap

    def fail_at_n2(*arguments: object) -> object:
        if arguments[2].norm_id == "n2":  # type: ignore[attr-defined]
            raise sqlite3.OperationalError("database or disk is full")
        return swap(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(saving, "_swap", fail_at_n2)
    with pytest.raises(StorageError, match=r"NIET opgeslagen\. De schijf is vol"):
        store.save_batches([one(found, "n1", "a"), one(found, "n2", "b"), one(found, "n3", "c")])
    assert stored(path) == []
    monkeypatch.undo()
    assert [type(each) for each in store.save_batches([one(found, "n1", "a")])] == [tuple]


def test_no_batches_are_no_work(store: Store) -> None:
    assert store.save_batches([]) == []
