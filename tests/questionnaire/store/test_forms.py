"""Forms that were handed out: who has what, what was known then, and taking in all of a file or nothing."""

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import alembic.command
import pytest
from alembic.config import Config

from questionnaire.comparison.choices import changes
from questionnaire.comparison.compare import compare
from questionnaire.comparison.form_fields import FieldKey, FormField
from questionnaire.comparison.model import JOIN, Base, Choice, Kind
from questionnaire.comparison.offered_assessment import offered_assessment
from questionnaire.errors import InvalidInputError, NotFoundError
from questionnaire.exchange.document import from_json, to_json
from questionnaire.model.assessment import AnswerField, Depth
from questionnaire.model.base import FIRST_LIST
from questionnaire.model.plan import ActionField, ProcessField
from questionnaire.model.settlement import Settlement
from questionnaire.model.subjects import values_of
from questionnaire.store import (
    MAX_RECIPIENT,
    MAX_SELECTION,
    Change,
    ConflictError,
    DetailKind,
    FormRecord,
    LockedError,
    Store,
    TakenFile,
)
from questionnaire.store.database import connect
from questionnaire.store.schema import MIGRATIONS
from tests.questionnaire.comparison.offers import a_form
from tests.questionnaire.plans import CONTENT
from tests.questionnaire.store.builders import DAY, NOON, ORGANISATION, Clock, all_rows

WAS, LEVEL, MARK, AMBITION = (
    AnswerField.PRACTICE,
    AnswerField.LEVEL,
    AnswerField.RECONFIRM,
    AnswerField.AMBITION,
)
NORM, OTHER = CONTENT.norms[0].id, CONTENT.norms[1].id
ACTION = "actie:aB3_-x90"
FILE = TakenFile("lijst.docx", "ab" * 32)
FROM = (FILE.name,)


@pytest.fixture
def one(store: Store) -> str:
    return new(store)


def new(store: Store) -> str:
    return store.create(ORGANISATION, Depth.FULL, DAY, CONTENT.version)


def hand_out(store: Store, one: str, **given: object) -> FormRecord:
    values = {"norms": (NORM,), "is_filled_before": True, "actions": {NORM: ACTION}, "author": "beleid", **given}
    return store.forms.make(store.load(one), **values)  # type: ignore[arg-type]


def settle(store: Store, one: str) -> None:
    made_from = store.load(one).assessment
    settlement = Settlement(role="college", day=date(2026, 4, 1))
    store.settling.settle(one, settlement, b"PK", "r.docx", made_from=made_from, author="")


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return all_rows(path, "assessment", "answer_event", "answer", "detail_event", "form", "form_event")


# Who has what


def test_a_form_is_remembered_as_it_was_handed_out(store: Store, path: Path, one: str) -> None:
    saved = store.save(one, NORM, WAS, "a", seen=0, author="")
    form = hand_out(store, one, norms=(NORM, OTHER), recipient=" team\n toegang ", selection="Stap 1")
    assert re.fullmatch("[2-9ACDEFGHJKMNPQRTWXY]{4}-[2-9ACDEFGHJKMNPQRTWXY]{4}", form.number)
    assert (form.recipient, form.selection, form.norms) == ("team toegang", "Stap 1", (NORM, OTHER))
    assert (form.actions, form.is_filled_before, form.author, form.at) == ({NORM: ACTION}, True, "beleid", NOON)
    assert (form.base_event, form.content_version) == (saved.event_id, CONTENT.version)
    assert (form.returns, form.withdrawn_at) == ((), None)
    store.close()
    again = Store.open(f"sqlite:///{path}")
    assert again.forms.of(one) == (form,)
    for typed in (form.number, f" {form.number.lower()} "):
        assert again.forms.find(one, typed) == form
    again.close()


def test_forms_stand_newest_first_and_have_numbers_of_their_own(store: Store, clock: Clock, one: str) -> None:
    made = []
    for _ in range(3):
        clock.now += timedelta(minutes=1)
        made.append(hand_out(store, one))
    assert store.forms.of(one) == tuple(reversed(made))
    assert len({form.number for form in made}) == 3


def test_the_form_belongs_to_what_was_loaded_and_not_to_what_came_after(store: Store, one: str) -> None:
    first = store.save(one, NORM, WAS, "in de lijst", seen=0, author="")
    loaded = store.load(one)
    store.save(one, NORM, WAS, "door een collega", seen=first.event_id, author="")
    form = store.forms.make(loaded, (NORM,), is_filled_before=True, actions={}, author="")
    assert store.forms.values_at(one, form.base_event) == {(NORM, WAS): "in de lijst"}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"norms": ()}, "geen norm gekozen"),
        ({"recipient": "x" * (MAX_RECIPIENT + 1)}, "te lang"),
        ({"selection": "x" * (MAX_SELECTION + 1)}, "te lang"),
        ({"author": "x" * 81}, "te lang"),
    ],
)
def test_a_form_that_cannot_be_is_refused_in_words(
    store: Store, one: str, given: dict[str, object], told: str
) -> None:
    with pytest.raises(InvalidInputError, match=rf"(?s){told}.*NIETS"):
        hand_out(store, one, **given)
    assert store.forms.of(one) == ()


def test_a_withdrawn_form_is_kept_and_can_still_come_back(store: Store, clock: Clock, one: str) -> None:
    form = hand_out(store, one)
    clock.now += timedelta(days=1)
    for _ in range(2):
        store.forms.withdraw(one, form.number, author="beleid")
        clock.now += timedelta(days=1)
    store.forms.take_in(one, (), (TakenFile("x.docx", "s", form.number),), author="")
    (found,) = store.forms.of(one)
    assert found.withdrawn_at == NOON + timedelta(days=1)
    assert [back.name for back in found.returns] == ["x.docx"]


def test_forms_of_two_assessments_never_mix(store: Store, one: str) -> None:
    form, other = hand_out(store, one), new(store)
    assert (store.forms.of(other), store.forms.find(other, form.number)) == ((), None)
    assert store.forms.is_elsewhere(other, form.number)
    assert not store.forms.is_elsewhere(one, form.number)
    assert not store.forms.is_elsewhere(one, "2222-2222")
    assert not store.forms.is_elsewhere(one, "")
    with pytest.raises(NotFoundError, match="hier niet bekend"):
        store.forms.withdraw(other, form.number, author="")
    change = Change(NORM, WAS, "x", 0, FROM)
    with pytest.raises(InvalidInputError, match=r"andere zelfbeoordeling.*NIETS opgeslagen"):
        store.forms.take_in(other, [change], [TakenFile("x", "s", form.number)], author="")
    assert store.load(other).seen == {}


# What was known


def test_values_at_an_event_are_what_stood_there_then(store: Store, one: str) -> None:
    steps = [
        store.save(one, NORM, WAS, "a", seen=0, author=""),
        store.save(one, ACTION, ActionField.WHAT, "Maak", seen=0, author=""),
        store.save(one, NORM, WAS, "b", seen=1, author=""),
        store.save(new(store), NORM, WAS, "van een ander", seen=0, author=""),
        store.save(one, NORM, WAS, "", seen=3, author=""),
        store.save(one, ACTION, ActionField.REMOVED, "ja", seen=0, author=""),
    ]
    action = {(ACTION, ActionField.WHAT): "Maak"}
    expected = [
        {(NORM, WAS): "a"},
        {(NORM, WAS): "a"} | action,
        {(NORM, WAS): "b"} | action,
        {(NORM, WAS): "b"} | action,
        action,
        action | {(ACTION, ActionField.REMOVED): "ja"},
    ]
    assert [store.forms.values_at(one, step.event_id) for step in steps] == expected
    assert store.forms.values_at(one, 0) == store.forms.values_at("bestaat-niet", 99) == {}


def test_the_values_at_the_newest_event_are_those_of_the_assessment(store: Store, one: str) -> None:
    for norm in CONTENT.norms[:20]:
        store.save(one, norm.id, LEVEL, "soms", seen=0, author="")
    loaded = store.load(one)
    assert store.forms.values_at(one, loaded.latest_event) == values_of(loaded.assessment)


# Taking in


def test_what_is_taken_in_names_its_file_in_history(store: Store, clock: Clock, one: str) -> None:
    form = hand_out(store, one)
    store.save(one, OTHER, WAS, "hier", seen=0, author="")
    clock.now += timedelta(hours=1)
    taken = [Change(NORM, LEVEL, "soms", 0, FROM), Change(NORM, WAS, "a\r\nb", 0, (*FROM, "C:\\map\\twee.docx"))]
    files = [TakenFile(*FROM, "abc", form.number.lower()), TakenFile("leeg.docx", "def")]
    saved = store.forms.take_in(one, taken, files, author="beleid")
    assert [(field.norm_id, field.field, field.value) for field in saved] == [
        (NORM, LEVEL, "soms"),
        (NORM, WAS, "a\nb"),
    ]
    assert [event.origin for event in store.history(one, NORM)] == ["lijst.docx + twee.docx", "lijst.docx"]
    assert [event.origin for event in store.history(one, OTHER)] == [""]
    assert [event.origin for event in store.changes_after(one, 1)] == ["lijst.docx", "lijst.docx + twee.docx"]
    (back,) = store.forms.of(one)[0].returns
    assert (back.name, back.sha256, back.taken, back.author, back.at) == (
        "lijst.docx",
        "abc",
        2,
        "beleid",
        clock.now,
    )
    told = [json.loads(event.value) for event in store.detail_history(one) if event.kind is DetailKind.TAKEN_IN]
    assert told == [
        {"naam": "leeg.docx", "sha256": "def", "velden": 0},
        {"naam": "lijst.docx", "sha256": "abc", "velden": 2, "invullijst": form.number},
    ]


def test_very_many_files_still_fit_in_history(store: Store, one: str) -> None:
    names = tuple(f"{number}-{'x' * 100}.docx" for number in range(9))
    store.forms.take_in(one, [Change(NORM, WAS, "a", 0, names)], (), author="")
    (event,) = store.history(one, NORM)
    assert (len(event.origin), event.origin[:4]) == (200, "0-xx")


def test_a_colleague_who_saved_meanwhile_stops_all_of_it(store: Store, path: Path, one: str) -> None:
    form = hand_out(store, one)
    loaded = store.load(one)
    other = Store.open(f"sqlite:///{path}")
    other.save(one, OTHER, WAS, "van een collega", seen=0, author="collega")
    before = everything(path)
    offered = a_form({NORM: {FormField.PRACTICE: "a"}, OTHER: {FormField.PRACTICE: "b"}}, form=form.number)
    found = compare(offered, loaded, None, CONTENT)
    with pytest.raises(ConflictError) as conflict:
        store.forms.take_in(one, changes(found, {}), [TakenFile(offered.name, "s", form.number)], author="")
    assert (conflict.value.norm_id, conflict.value.mine, conflict.value.theirs) == (OTHER, "b", "van een collega")
    assert everything(path) == before
    other.close()


@pytest.mark.parametrize(
    "wrong",
    [
        Change(OTHER, LEVEL, "prima", 0, FROM),
        Change(OTHER, WAS, "x" * 20_001, 0, FROM),
        Change(ACTION, ActionField.DUE, "31-02-2027", 0, FROM),
        Change(NORM, AMBITION, "soms", 0, FROM),
    ],
)
def test_of_a_file_all_is_taken_in_or_nothing(store: Store, path: Path, one: str, wrong: Change) -> None:
    before = everything(path)
    with pytest.raises(InvalidInputError):
        store.forms.take_in(one, [Change(NORM, LEVEL, "geborgd", 0, FROM), wrong], [FILE], author="")
    assert everything(path) == before


def test_a_level_from_a_file_confirms_what_was_copied(store: Store, one: str) -> None:
    store.save(one, NORM, MARK, "ja", seen=0, author="")
    store.forms.take_in(one, [Change(NORM, LEVEL, "soms", 0, FROM)], [FILE], author="")
    assert store.load(one).assessment.unconfirmed == ()


def test_a_next_round_and_an_import_do_not_say_that_a_file_was_read_there(store: Store, one: str) -> None:
    hand_out(store, one)
    store.forms.take_in(one, [Change(NORM, WAS, "a", 0, FROM)], [FILE], author="")
    following = store.rounds.new_round(one, date(2027, 3, 1), author="")
    copied = store.import_assessment(store.load(one).assessment, author="")
    for each in (following, copied):
        assert {event.origin for event in store.changes_after(each, 0)} == {""}
        assert store.forms.of(each) == ()


# Locked

WRITES: dict[str, Callable[[Store, str, str], object]] = {
    "make": lambda store, one, number: hand_out(store, one),
    "withdraw": lambda store, one, number: store.forms.withdraw(one, number, author=""),
    "take in": lambda store, one, number: store.forms.take_in(
        one, [Change(NORM, WAS, "x", 0, FROM)], [FILE], author=""
    ),
    "take in nothing": lambda store, one, number: store.forms.take_in(
        one, (), [TakenFile("x", "s", number)], author=""
    ),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_no_call_changes_the_forms_of_what_is_settled(
    store: Store, path: Path, one: str, write: Callable[[Store, str, str], object]
) -> None:
    form = hand_out(store, one)
    settle(store, one)
    before = everything(path)
    with pytest.raises(LockedError, match="vastgesteld"):
        write(store, one, form.number)
    assert everything(path) == before
    assert store.forms.of(one) == (form,)


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_an_assessment_that_is_not_there_has_no_forms(
    store: Store, one: str, write: Callable[[Store, str, str], object]
) -> None:
    form, loaded = hand_out(store, one), store.load(one)
    store.remove(one, author="")
    with pytest.raises(NotFoundError, match="Ga naar de startpagina"):
        if write is WRITES["make"]:
            store.forms.make(loaded, (NORM,), is_filled_before=True, actions={}, author="")
        else:
            write(store, one, form.number)


STATEMENTS = [
    ("INSERT INTO form SELECT 'AAAA-AAAA', '{one}', '', '', '', '', 1, '', 0, '', '2026-03-01'", "is settled"),
    ("INSERT INTO form_event VALUES (NULL, '{number}', '{one}', 'terug', '', '', 0, '', '2026-03-01')", "settled"),
    ("UPDATE form SET norms = '[]'", "form is append-only"),
    ("DELETE FROM form", "form is append-only"),
    ("UPDATE form_event SET taken = 9", "form_event is append-only"),
    ("DELETE FROM form_event", "form_event is append-only"),
]


@pytest.mark.parametrize(("statement", "told"), STATEMENTS)
def test_the_database_itself_refuses_to_change_forms(
    store: Store, path: Path, one: str, statement: str, told: str
) -> None:
    form = hand_out(store, one)
    store.forms.take_in(one, (), [TakenFile("x", "s", form.number)], author="")
    settle(store, one)
    before = everything(path)
    with closing(sqlite3.connect(path)) as program, pytest.raises(sqlite3.IntegrityError, match=told), program:
        program.execute(statement.format(one=one, number=form.number))
    assert everything(path) == before


# Both ways, and an older database


def test_a_form_comes_back_while_colleagues_went_on(store: Store, one: str) -> None:
    store.save_many(one, [Change(NORM, WAS, "oud", 0), Change(OTHER, WAS, "oud", 0)], author="")
    form = hand_out(store, one, norms=(NORM, OTHER), actions={})
    store.save(one, OTHER, WAS, "van een collega", seen=2, author="")
    offered = a_form(
        {
            NORM: {FormField.PRACTICE: "nieuw", FormField.ACTION: "Doe iets"},
            OTHER: {FormField.PRACTICE: "ook nieuw"},
        },
        form=form.number,
    )
    base = Base(store.forms.values_at(one, form.base_event), form.is_filled_before, form.actions)
    found = compare(offered, store.load(one), base, CONTENT)
    assert {row.key: row.kind for row in found.rows if not row.group} == {
        (NORM, WAS): Kind.FILE,
        (OTHER, WAS): Kind.BOTH,
    }
    store.forms.take_in(one, changes(found, {f"{OTHER}|was": JOIN}), [FILE], author="")
    now = store.load(one).assessment
    assert [now.answer(norm_id).practice for norm_id in (NORM, OTHER)] == ["nieuw", "van een collega\n\nook nieuw"]
    assert [(action.what, action.norms) for action in now.actions.values()] == [("Doe iets", (NORM,))]


def test_two_that_were_filled_in_separately_become_one(store: Store, one: str) -> None:
    other = new(store)
    store.save_many(one, [Change(NORM, WAS, "a", 0), Change(ACTION, ActionField.WHAT, "A", 0)], author="")
    store.save(one, ACTION, ActionField.REMOVED, "ja", seen=0, author="")
    theirs: dict[FieldKey, str] = {
        (OTHER, LEVEL): "soms",
        (ACTION, ActionField.WHAT): "B",
        (ACTION, ActionField.OWNER_NAME): "team  toegang",
        ("proces:stap-1:stap0001", ProcessField.WHAT): "x",
    }
    store.save_many(other, [Change(*key, text, 0) for key, text in theirs.items()], author="")
    text = to_json(store.load(other).assessment, CONTENT)
    file = offered_assessment(from_json(text, CONTENT), "collega.json")
    found = compare(file, store.load(one), None, CONTENT)
    store.forms.take_in(one, changes(found, found.choose_all(Choice.FILE)), [FILE], author="")
    assert values_of(store.load(one).assessment) == values_of(store.load(other).assessment)
    assert compare(file, store.load(one), None, CONTENT).rows == ()


def test_a_database_from_before_the_forms_keeps_everything(path: Path) -> None:
    database, config = connect(f"sqlite:///{path}"), Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        alembic.command.upgrade(config, "0004")
    database.close()
    columns = "id, organisation, depth, reference_date, content_version, created_at, status"
    with closing(sqlite3.connect(path)) as old, old:
        old.executemany(
            f"INSERT INTO assessment ({columns}) VALUES (?, ?, 'kern', '2025-12-31', '2025.1', ?, 'concept')",
            [
                (name, '{"soort": "samenwerking", "naam": "Samen Sterk"}', "2025-12-01 10:00:00.000000")
                for name in ("open", "dicht")
            ],
        )
        old.executemany(
            "INSERT INTO answer_event VALUES (NULL, ?, ?, ?, ?, 'beleid', '2025-12-02 10:00:00.000000', 0)",
            [("open", "n1", "was", "Elke week"), ("dicht", "n1", "was", "Nooit"), ("open", ACTION, "wat", "Maak")],
        )
        old.execute("UPDATE assessment SET status = 'vastgesteld' WHERE id = 'dicht'")
        tables = ("assessment", "answer_event", "answer", "detail_event")
        before = {name: old.execute(f"SELECT * FROM {name}").fetchall() for name in tables}

    store = Store.open(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as now:
        after = {name: now.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
        triggers = {name for (name,) in now.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert after == before | {
        "answer_event": [(*event, "") for event in before["answer_event"]],
        "assessment": [(*each, FIRST_LIST) for each in before["assessment"]],
    }
    assert {"answer_event_no_update", "answer_event_is_newest", "answer_event_insert_is_locked"} <= triggers
    assert [(event.value, event.origin) for event in store.history("open", "n1")] == [("Elke week", "")]
    form = hand_out(store, "open", norms=("n1",))
    assert store.forms.of("open") == (form,)
    assert store.forms.values_at("open", form.base_event) == {
        ("n1", WAS): "Elke week",
        (ACTION, ActionField.WHAT): "Maak",
    }
    with pytest.raises(LockedError):
        hand_out(store, "dicht", norms=("n1",))
    store.close()
