"""What is settled stays exactly as it was: no call, no open tab and no other program can change it."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from questionnaire.errors import InvalidInputError, NotFoundError
from questionnaire.model.assessment import AnswerField, Depth, Particulars
from questionnaire.model.plan import ActionField
from questionnaire.model.settlement import MAX_LINE, Settlement, Status
from questionnaire.store import (
    MAX_REPORT,
    Change,
    DetailKind,
    LockedError,
    OutdatedReportError,
    StorageError,
    Store,
)
from tests.questionnaire.store.builders import DAY, NOON, ORGANISATION, all_rows, assert_told_as_missing

WAS, LEVEL, MARK = AnswerField.PRACTICE, AnswerField.LEVEL, AnswerField.RECONFIRM
REPORT = b"PK\x03\x04" + bytes(range(256))
SETTLEMENT = Settlement(role="college", name="", day=date(2026, 4, 1), reference="Z/2026/0042")
ACTION = "actie:aB3_-x90"


@pytest.fixture
def assessment_id(store: Store) -> str:
    made = store.create(ORGANISATION, Depth.CORE, DAY, "2026.1")
    store.save(made, "n1", WAS, "Elke week overleg", seen=0, author="")
    store.save(made, "n1", MARK, "ja", seen=0, author="")
    store.save(made, ACTION, ActionField.WHAT, "Maak een instructie", seen=0, author="")
    store.set_particulars(made, Particulars(version="1.0"), seen=Particulars(), author="")
    store.templates.keep(made, "huisstijl.docx", b"sjabloon", author="")
    return made


def settle(store: Store, assessment_id: str) -> None:
    made_from = store.load(assessment_id).assessment
    store.settling.settle(
        assessment_id, SETTLEMENT, REPORT, "Rapport.docx", made_from=made_from, author="secretaris"
    )


# Status


def test_a_concept_can_be_discussed_and_go_back(store: Store, assessment_id: str) -> None:
    assert store.load(assessment_id).assessment.status is Status.CONCEPT
    for status in (Status.DISCUSSED, Status.DISCUSSED, Status.CONCEPT):
        store.settling.set_status(assessment_id, status, author="beleid")
        assert store.load(assessment_id).assessment.status is status
        assert (store.details(assessment_id).status, store.summaries()[0].status) == (status, status)
    told = [(event.kind, event.value, event.author) for event in store.detail_history(assessment_id)[:2]]
    assert told == [(DetailKind.STATUS, "concept", "beleid"), (DetailKind.STATUS, "intern besproken", "beleid")]


def test_nothing_is_settled_without_its_report(store: Store, assessment_id: str) -> None:
    with pytest.raises(InvalidInputError, match="alleen met het rapport erbij"):
        store.settling.set_status(assessment_id, Status.SETTLED, author="")
    assert store.load(assessment_id).assessment.status is Status.CONCEPT


@pytest.mark.parametrize("role", ["", " \n", "x" * (MAX_LINE + 1)])
def test_a_settlement_needs_a_role_of_one_line(role: str) -> None:
    with pytest.raises(InvalidInputError, match="hoort de rol"):
        Settlement.of(role=role, day=DAY)
    assert Settlement.of(role=" college\n", day=DAY) == Settlement(role="college", day=DAY)


# Settling


def test_settling_keeps_who_and_the_report_byte_for_byte(store: Store, path: Path, assessment_id: str) -> None:
    settle(store, assessment_id)
    store.close()
    again = Store.open(f"sqlite:///{path}")
    settled = again.load(assessment_id).assessment
    assert (settled.status, settled.settlement, settled.is_locked) == (Status.SETTLED, SETTLEMENT, True)
    assert again.details(assessment_id).settlement == SETTLEMENT
    report = again.settling.settled_report(assessment_id)
    assert (report.name, report.content, report.settled_at) == ("Rapport.docx", REPORT, NOON)
    assert report.sha256 == hashlib.sha256(REPORT).hexdigest()
    event = again.detail_history(assessment_id)[0]
    assert (event.kind, event.author) == (DetailKind.SETTLED, "secretaris")
    assert json.loads(event.value) == {
        "rol": "college",
        "datum": "2026-04-01",
        "kenmerk": "Z/2026/0042",
        "rapport": "Rapport.docx",
        "sha256": report.sha256,
    }
    again.close()


CHANGES_MEANWHILE: list[Callable[[Store, str], object]] = [
    lambda store, one: store.save(one, "n2", WAS, "nog iets", seen=0, author=""),
    lambda store, one: store.save(one, ACTION, ActionField.NOTE, "nog iets", seen=0, author=""),
    lambda store, one: store.set_depth(one, Depth.FULL, author=""),
    lambda store, one: store.set_reference_date(one, DAY + timedelta(days=1), author=""),
    lambda store, one: store.set_particulars(one, Particulars(), seen=Particulars(version="1.0"), author=""),
    lambda store, one: store.settling.set_status(one, Status.DISCUSSED, author=""),
    lambda store, one: store.rounds.confirm(one, ["n1"], author=""),
]


@pytest.mark.parametrize("change", CHANGES_MEANWHILE)
def test_a_report_from_before_the_last_change_is_not_settled(
    store: Store, assessment_id: str, change: Callable[[Store, str], object]
) -> None:
    made_from = store.load(assessment_id).assessment
    change(store, assessment_id)
    with pytest.raises(OutdatedReportError, match="Er is NIETS vastgesteld"):
        store.settling.settle(assessment_id, SETTLEMENT, REPORT, "x.docx", made_from=made_from, author="")
    assert not store.load(assessment_id).assessment.is_locked
    with pytest.raises(NotFoundError, match="geen vastgesteld rapport"):
        store.settling.settled_report(assessment_id)


@pytest.mark.parametrize("report", [b"", bytes(MAX_REPORT + 1)])
def test_a_report_that_is_empty_or_too_large_settles_nothing(
    store: Store, assessment_id: str, report: bytes
) -> None:
    made_from = store.load(assessment_id).assessment
    with pytest.raises(InvalidInputError, match="Er is NIETS vastgesteld"):
        store.settling.settle(assessment_id, SETTLEMENT, report, "x.docx", made_from=made_from, author="")
    assert not store.load(assessment_id).assessment.is_locked


def test_a_report_that_was_damaged_on_the_disk_is_not_given(store: Store, path: Path, assessment_id: str) -> None:
    settle(store, assessment_id)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("DROP TRIGGER report_update_is_locked")
        other.execute("UPDATE report SET content = ?", (REPORT[:-1],))
    with pytest.raises(StorageError, match="beschadigd"):
        store.settling.settled_report(assessment_id)


# Locked

WRITES: dict[str, Callable[[Store, str], object]] = {
    "save": lambda store, one: store.save(one, "n2", WAS, "toch nog", seen=0, author=""),
    "save over what was seen": lambda store, one: store.save(
        one, "n1", WAS, "anders", seen=store.load(one).seen["n1", WAS], author=""
    ),
    "save what stands there": lambda store, one: store.save(
        one, "n1", WAS, "Elke week overleg", seen=0, author=""
    ),
    "save over something unseen": lambda store, one: store.save(one, "n1", WAS, "anders", seen=0, author=""),
    "save many": lambda store, one: store.save_many(one, (Change("n9", LEVEL, "soms", 0),), author=""),
    "action": lambda store, one: store.save(one, ACTION, ActionField.STATUS, "klaar", seen=0, author=""),
    "depth": lambda store, one: store.set_depth(one, Depth.FULL, author=""),
    "same depth": lambda store, one: store.set_depth(one, Depth.CORE, author=""),
    "reference date": lambda store, one: store.set_reference_date(one, DAY, author=""),
    "particulars": lambda store, one: store.set_particulars(
        one, Particulars(version="2"), seen=Particulars(version="1.0"), author=""
    ),
    "same particulars": lambda store, one: store.set_particulars(
        one, Particulars(), seen=Particulars(), author=""
    ),
    "template": lambda store, one: store.templates.keep(one, "x.docx", b"nieuw", author=""),
    "no template": lambda store, one: store.templates.remove(one, author=""),
    "remove": lambda store, one: store.remove(one, author=""),
    "concept": lambda store, one: store.settling.set_status(one, Status.CONCEPT, author=""),
    "settle again": settle,
    "confirm": lambda store, one: store.rounds.confirm(one, ["n1"], author=""),
    "move content": lambda store, one: store.move_content(one, "2027.1", (), author=""),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_no_call_changes_what_is_settled(
    store: Store, path: Path, assessment_id: str, write: Callable[[Store, str], object]
) -> None:
    settle(store, assessment_id)
    before = everything(path)
    other_tab = Store.open(f"sqlite:///{path}", clock=lambda: NOON)
    for one in (store, other_tab):
        with pytest.raises(LockedError, match=r"vastgesteld.*NIET opgeslagen.*nieuwe ronde"):
            write(one, assessment_id)
    other_tab.close()
    assert everything(path) == before


STATEMENTS = [
    "INSERT INTO answer_event VALUES (NULL, '{id}', 'n1', 'was', 'x', '', '2026-03-01', 0, '')",
    "INSERT INTO detail_event VALUES (NULL, '{id}', 'diepte', 'kern', '', '2026-03-01')",
    "INSERT OR REPLACE INTO answer VALUES ('{id}', 'n1', 'was', 1)",
    "INSERT INTO answer VALUES ('{id}', 'n9', 'was', 1)",
    "UPDATE answer SET event_id = 1",
    "UPDATE answer SET assessment_id = '{id}' WHERE assessment_id = '{other}'",
    "DELETE FROM answer",
    "INSERT OR REPLACE INTO template VALUES ('{id}', 'x', 'x', '2026-03-01', '', 'x')",
    "UPDATE template SET content = 'x'",
    "DELETE FROM template",
    "UPDATE assessment SET status = 'concept'",
    "UPDATE assessment SET depth = 'volledig' WHERE id = '{id}'",
    "DELETE FROM assessment",
    "INSERT OR REPLACE INTO assessment SELECT * FROM assessment WHERE id = '{id}'",
    "UPDATE report SET content = 'x'",
    "DELETE FROM report",
    "INSERT OR REPLACE INTO report VALUES ('{id}', 'x', 'x', '2026-03-01', 'x')",
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_database_itself_refuses_to_change_what_is_settled(
    store: Store, path: Path, assessment_id: str, statement: str
) -> None:
    other = store.create(ORGANISATION, Depth.CORE, DAY, "2026.1")
    store.save(other, "n7", WAS, "van een ander", seen=0, author="")
    settle(store, assessment_id)
    before = everything(path)
    is_refused = pytest.raises(sqlite3.IntegrityError, match="assessment is settled")
    with closing(sqlite3.connect(path)) as program, is_refused, program:
        program.execute(statement.format(id=assessment_id, other=other))
    assert everything(path) == before


def test_others_stay_open_when_one_is_settled(store: Store, assessment_id: str) -> None:
    other = store.create(ORGANISATION, Depth.CORE, DAY, "2026.1")
    settle(store, assessment_id)
    store.save(other, "n1", WAS, "gewoon door", seen=0, author="")
    store.templates.keep(other, "x.docx", b"nieuw", author="")
    store.set_depth(other, Depth.FULL, author="")
    store.remove(other, author="")


def test_an_imported_copy_of_a_settled_one_is_a_concept(store: Store, assessment_id: str) -> None:
    settle(store, assessment_id)
    copy = store.load(store.import_assessment(store.load(assessment_id).assessment, author="")).assessment
    assert (copy.status, copy.settlement) == (Status.CONCEPT, None)


REFUSALS: list[Callable[[Store, str], object]] = [
    lambda store, missing: store.settling.set_status(missing, Status.DISCUSSED, author=""),
    lambda store, missing: store.settling.settled_report(missing),
    lambda store, missing: store.rounds.new_round(missing, DAY, author=""),
    lambda store, missing: store.rounds.confirm(missing, ["n1"], author=""),
    lambda store, missing: store.move_content(missing, "2", (), author=""),
]


@pytest.mark.parametrize("act", REFUSALS)
def test_an_assessment_that_is_not_there_is_told_as_such(
    store: Store, assessment_id: str, act: Callable[[Store, str], object]
) -> None:
    assert_told_as_missing(store, assessment_id, act)


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return all_rows(path, "assessment", "answer_event", "answer", "detail_event", "template", "report")
