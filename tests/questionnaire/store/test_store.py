"""What is confirmed is kept, nobody's answer is overwritten unseen, and assessments never mix."""

from collections.abc import Callable
from dataclasses import astuple
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from questionnaire.errors import InvalidInputError, NotFoundError
from questionnaire.model.assessment import (
    Answer,
    AnswerField,
    Assessment,
    Depth,
    Level,
    Municipality,
    Organisation,
    OrganisationKind,
    Particulars,
)
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.settlement import Status
from questionnaire.store import Change, ConflictError, DetailKind, Store
from tests.questionnaire.store.builders import DAY, NOON, Clock, assert_told_as_missing

ORGANISATION = Organisation(
    kind=OrganisationKind.MUNICIPALITY,
    name="Bergen (Limburg)",
    municipalities=(Municipality(code="GM0893", name="Bergen"),),
)
LEVEL, WAS = AnswerField.LEVEL, AnswerField.PRACTICE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """In a folder that is not there yet."""
    return tmp_path / "map" / "antwoorden.db"


@pytest.fixture
def assessment_id(store: Store) -> str:
    return store.create(ORGANISATION, Depth.CORE, DAY, "2026.1")


# Keeping and opening


def test_a_new_assessment_is_empty(store: Store) -> None:
    stored = store.load(store.create(ORGANISATION, Depth.CORE, DAY, "2026.1"))
    assert stored.assessment.model_dump(exclude={"id"}) == {
        "organisation": ORGANISATION.model_dump(),
        "depth": Depth.CORE,
        "reference_date": DAY,
        "list_id": "was-wordt-vams",
        "content_version": "2026.1",
        "created_at": NOON,
        "particulars": Particulars().model_dump(),
        "answers": {},
        "actions": {},
        "process": {},
        "round": 1,
        "previous": None,
        "status": Status.CONCEPT,
        "settlement": None,
    }
    assert (stored.seen, stored.saved_at, stored.latest_event) == ({}, {}, 0)


def test_an_id_cannot_be_guessed_and_fits_in_an_address(store: Store) -> None:
    ids = {store.create(ORGANISATION, Depth.CORE, DAY, "1") for _ in range(20)}
    assert len(ids) == 20
    assert all(len(one) == 22 and one.replace("-", "").replace("_", "").isalnum() for one in ids)


def test_what_is_saved_is_there_after_opening_again(
    store: Store, url: str, clock: Clock, assessment_id: str
) -> None:
    first = store.save(assessment_id, "n1", LEVEL, "soms", seen=0, author="")
    clock.now += timedelta(minutes=3)
    second = store.save(assessment_id, "n1", WAS, "Elke week overleg", seen=0, author="")
    store.close()
    stored = Store.open(url).load(assessment_id)
    assert stored.assessment.answers == {"n1": Answer(level=Level.SOMETIMES, practice="Elke week overleg")}
    assert stored.seen == {("n1", LEVEL): first.event_id, ("n1", WAS): second.event_id}
    assert stored.saved_at == {("n1", LEVEL): NOON, ("n1", WAS): NOON + timedelta(minutes=3)}
    assert stored.latest_event == second.event_id


CHOICES = {
    LEVEL: "weet-ik-niet",
    AnswerField.AMBITION: "geborgd",
    AnswerField.QUARTER: "2027-K2",
    AnswerField.CERTAINTY: "gokken",
    AnswerField.RECONFIRM: "ja",
}


@pytest.mark.parametrize("field", list(AnswerField))
def test_every_field_comes_back_as_it_was_saved(store: Store, assessment_id: str, field: AnswerField) -> None:
    value = CHOICES.get(field, "é 👩‍👩‍👧 שלום\n\t{{ 7*7 }} '; DROP TABLE answer; --")
    saved = store.save(assessment_id, "n1", field, value, seen=0, author="")
    assert (saved.norm_id, saved.field, saved.value, saved.at) == ("n1", field, value, NOON)
    assert store.load(assessment_id).assessment.answer("n1").value(field) == value


def test_a_cleared_answer_is_gone_but_stays_in_history(store: Store, assessment_id: str) -> None:
    first = store.save(assessment_id, "n1", LEVEL, "soms", seen=0, author="")
    cleared = store.save(assessment_id, "n1", LEVEL, "", seen=first.event_id, author="")
    stored = store.load(assessment_id)
    assert stored.assessment.answers == {}
    assert stored.seen == {("n1", LEVEL): cleared.event_id}
    assert [event.value for event in store.history(assessment_id, "n1")] == ["", "soms"]


def test_times_are_kept_in_utc(store: Store, clock: Clock, assessment_id: str) -> None:
    clock.now = datetime(2026, 7, 1, 14, 3, tzinfo=timezone(timedelta(hours=2)))
    saved = store.save(assessment_id, "n1", WAS, "x", seen=0, author="")
    (at,) = store.load(assessment_id).saved_at.values()
    assert (at, at.tzinfo, saved.at) == (datetime(2026, 7, 1, 12, 3, tzinfo=UTC), UTC, clock.now)


def test_history_tells_who_saved_what_when_and_on_what(store: Store, clock: Clock, assessment_id: str) -> None:
    first = store.save(assessment_id, "n1", WAS, "een", seen=0, author=" beleid ")
    clock.now += timedelta(hours=1)
    second = store.save(assessment_id, "n1", WAS, "twee", seen=first.event_id, author="")
    store.save(assessment_id, "n2", WAS, "iets anders", seen=0, author="")
    assert [astuple(event) for event in store.history(assessment_id, "n1")] == [
        (second.event_id, "n1", WAS, "twee", "", NOON + timedelta(hours=1), first.event_id, ""),
        (first.event_id, "n1", WAS, "een", "beleid", NOON, 0, ""),
    ]
    assert store.history(assessment_id, "n3") == ()


def test_colleagues_can_ask_what_changed(store: Store, assessment_id: str) -> None:
    assert (store.latest_event(assessment_id), store.changes_after(assessment_id, 0)) == (0, ())
    first = store.save(assessment_id, "n1", WAS, "een", seen=0, author="")
    second = store.save(assessment_id, "n2", WAS, "twee", seen=0, author="")
    assert store.latest_event(assessment_id) == second.event_id
    assert [event.value for event in store.changes_after(assessment_id, 0)] == ["een", "twee"]
    assert [event.value for event in store.changes_after(assessment_id, first.event_id)] == ["twee"]
    assert store.changes_after(assessment_id, second.event_id) == ()


# Conflicts


def test_a_save_over_something_unseen_is_a_conflict_and_changes_nothing(store: Store, assessment_id: str) -> None:
    theirs = store.save(assessment_id, "n1", WAS, "van mijn collega", seen=0, author="collega")
    with pytest.raises(ConflictError) as caught:
        store.save(assessment_id, "n1", WAS, "van\r\nmij", seen=0, author="ik")
    assert vars(caught.value) == {
        "norm_id": "n1",
        "field": WAS,
        "mine": "van\nmij",
        "theirs": "van mijn collega",
        "theirs_event": theirs.event_id,
        "author": "collega",
        "at": NOON,
    }
    assert store.load(assessment_id).assessment.answer("n1").practice == "van mijn collega"
    assert len(store.history(assessment_id, "n1")) == 1


def test_after_choosing_mine_it_is_saved_over_theirs(store: Store, assessment_id: str) -> None:
    store.save(assessment_id, "n1", WAS, "van mijn collega", seen=0, author="")
    with pytest.raises(ConflictError) as caught:
        store.save(assessment_id, "n1", WAS, "van mij", seen=0, author="")
    store.save(assessment_id, "n1", WAS, caught.value.mine, seen=caught.value.theirs_event, author="")
    assert store.load(assessment_id).assessment.answer("n1").practice == "van mij"


def test_an_equal_value_is_no_conflict_and_no_new_event(store: Store, assessment_id: str) -> None:
    first = store.save(assessment_id, "n1", WAS, "hetzelfde", seen=0, author="een")
    assert store.save(assessment_id, "n1", WAS, "hetzelfde", seen=0, author="twee") == first
    assert store.save(assessment_id, "n1", WAS, "hetzelfde", seen=first.event_id, author="twee") == first
    assert len(store.history(assessment_id, "n1")) == 1


def test_saving_nothing_where_nothing_was_is_no_event(store: Store, assessment_id: str) -> None:
    saved = store.save(assessment_id, "n1", WAS, "", seen=0, author="")
    assert (saved.event_id, saved.value, saved.at) == (0, "", NOON)
    assert store.history(assessment_id, "n1") == ()


def test_an_event_of_another_field_does_not_count_as_seen(store: Store, assessment_id: str) -> None:
    other = store.save(assessment_id, "n1", LEVEL, "soms", seen=0, author="")
    with pytest.raises(ConflictError) as caught:
        store.save(assessment_id, "n1", WAS, "tekst", seen=other.event_id, author="")
    assert (caught.value.theirs, caught.value.theirs_event) == ("", 0)


# Several fields at once


def test_several_fields_are_saved_together(store: Store, assessment_id: str) -> None:
    changes = (Change("n1", LEVEL, "geregeld", 0), Change("n1", WAS, "Elke\rweek", 0), Change("n2", WAS, "", 0))
    saved = store.save_many(assessment_id, changes, author="beleid")
    assert [one.value for one in saved] == ["geregeld", "Elke\nweek", ""]
    assert store.load(assessment_id).assessment.answers == {
        "n1": Answer(level=Level.ARRANGED, practice="Elke\nweek")
    }


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (Change("n1", WAS, "anders", 0), ConflictError),
        (Change("n9", LEVEL, "prima", 0), InvalidInputError),
        (Change("n9", WAS, "x" * (MAX_TEXT + 1), 0), InvalidInputError),
    ],
)
def test_of_several_fields_all_are_saved_or_none(
    store: Store, assessment_id: str, wrong: Change, error: type[Exception]
) -> None:
    store.save(assessment_id, "n1", WAS, "al opgeslagen", seen=0, author="")
    with pytest.raises(error):
        store.save_many(assessment_id, (Change("n2", WAS, "nieuw", 0), wrong), author="")
    assert list(store.load(assessment_id).assessment.answers) == ["n1"]
    assert store.history(assessment_id, "n2") == ()


# What is accepted


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (LEVEL, "prima", "Het niveau 'prima' bestaat niet. Er is NIETS opgeslagen."),
        (LEVEL, "3", "bestaat niet"),
        (
            AnswerField.AMBITION,
            "niet-geregeld",
            "De ambitie kan niet 'niet-geregeld' zijn. Er is NIETS opgeslagen.",
        ),
        (AnswerField.AMBITION, "weet-ik-niet", "De ambitie kan niet"),
        (AnswerField.QUARTER, "2027-K5", "Dit kwartaal past hier niet"),
        (AnswerField.CERTAINTY, "zeker", "Deze zekerheid past hier niet"),
        (AnswerField.RECONFIRM, "nee", "Dit vinkje past hier niet"),
        (WAS, "x" * (MAX_TEXT + 1), "te lang: 20001 tekens, en er passen er 20000. De tekst is NIET opgeslagen."),
    ],
)
def test_a_wrong_value_is_refused_in_words(
    store: Store, assessment_id: str, field: AnswerField, value: str, message: str
) -> None:
    with pytest.raises(InvalidInputError, match=message):
        store.save(assessment_id, "n1", field, value, seen=0, author="")
    assert store.load(assessment_id).seen == {}


def test_texts_are_cleaned_before_they_are_measured_and_kept(store: Store, assessment_id: str) -> None:
    saved = store.save(assessment_id, "n1", WAS, "\r\n" * MAX_TEXT + "\x00\ud800", seen=0, author="")
    assert saved.value == "\n" * MAX_TEXT


def test_a_name_that_is_too_long_is_refused(store: Store, assessment_id: str) -> None:
    with pytest.raises(InvalidInputError, match="te lang: 81 tekens"):
        store.save(assessment_id, "n1", WAS, "x", seen=0, author="x" * 81)
    assert store.load(assessment_id).seen == {}


# Assessments as a whole


def test_the_list_has_the_newest_change_first(store: Store, clock: Clock) -> None:
    ids = []
    for _ in range(3):
        clock.now += timedelta(days=1)
        ids.append(store.create(ORGANISATION, Depth.CORE, DAY, "1"))
    clock.now += timedelta(days=1)
    level = store.save(ids[0], "n1", LEVEL, "soms", seen=0, author="")
    store.save(ids[0], "n2", LEVEL, "weet-ik-niet", seen=0, author="")
    store.save(ids[0], "n3", WAS, "geen niveau", seen=0, author="")
    store.save(ids[0], "n1", LEVEL, "", seen=level.event_id, author="")
    assert [(line.id, line.answered, line.changed_at) for line in store.summaries()] == [
        (ids[0], 1, NOON + timedelta(days=4)),
        (ids[2], 0, NOON + timedelta(days=3)),
        (ids[1], 0, NOON + timedelta(days=2)),
    ]
    first = store.summaries()[0]
    assert (first.organisation, first.depth, first.reference_date) == (ORGANISATION, Depth.CORE, DAY)
    assert first.created_at == NOON + timedelta(days=1)


def test_depth_and_reference_date_can_change_and_are_remembered(store: Store, assessment_id: str) -> None:
    store.set_depth(assessment_id, Depth.FULL, author="beleid")
    store.set_reference_date(assessment_id, date(2026, 4, 1), author="")
    stored = store.load(assessment_id).assessment
    assert (stored.depth, stored.reference_date) == (Depth.FULL, date(2026, 4, 1))
    assert [(event.kind, event.value, event.author) for event in store.detail_history(assessment_id)] == [
        (DetailKind.REFERENCE_DATE, "2026-04-01", ""),
        (DetailKind.DEPTH, "volledig", "beleid"),
        (DetailKind.CREATED, "", ""),
    ]


def test_a_removed_assessment_is_out_of_sight_until_it_is_restored(store: Store, assessment_id: str) -> None:
    store.save(assessment_id, "n1", WAS, "blijft bewaard", seen=0, author="")
    store.remove(assessment_id, author="beleid")
    assert store.summaries() == ()
    with pytest.raises(NotFoundError):
        store.load(assessment_id)
    store.restore(assessment_id)
    assert [line.id for line in store.summaries()] == [assessment_id]
    assert store.load(assessment_id).assessment.answer("n1").practice == "blijft bewaard"
    assert [event.kind for event in store.detail_history(assessment_id)][:2] == ["teruggezet", "verwijderd"]


def test_an_imported_assessment_is_a_new_one(store: Store, clock: Clock, assessment_id: str) -> None:
    store.save(assessment_id, "n1", LEVEL, "soms", seen=0, author="")
    store.save(assessment_id, "n2", WAS, "tekst", seen=0, author="")
    original = store.load(assessment_id).assessment
    clock.now += timedelta(days=1)
    copy_id = store.import_assessment(original, author="beleid")
    copy = store.load(copy_id)
    assert copy.assessment == original.model_copy(update={"id": copy_id, "created_at": clock.now})
    assert copy_id != assessment_id
    assert set(copy.seen) == {("n1", LEVEL), ("n2", WAS)}
    assert [(event.author, event.at, event.seen) for event in store.history(copy_id, "n1")] == [
        ("beleid", clock.now, 0)
    ]
    assert [(event.kind, event.value) for event in store.detail_history(copy_id)] == [("ingelezen", assessment_id)]


def test_an_import_that_fails_leaves_nothing(store: Store) -> None:
    wrong = Assessment(
        id="x",
        organisation=ORGANISATION,
        depth=Depth.FULL,
        reference_date=DAY,
        content_version="1",
        created_at=NOON,
        answers={"n1": Answer(practice="goed"), "n2": Answer(practice="x" * (MAX_TEXT + 1))},
    )
    with pytest.raises(InvalidInputError):
        store.import_assessment(wrong, author="")
    assert store.summaries() == ()


def test_assessments_never_mix(store: Store, assessment_id: str) -> None:
    other = store.create(ORGANISATION, Depth.FULL, DAY, "2026.1")
    mine = store.save(assessment_id, "n1", WAS, "van de een", seen=0, author="")
    theirs = store.save(other, "n1", WAS, "van de ander", seen=0, author="")
    assert store.load(assessment_id).assessment.answer("n1").practice == "van de een"
    assert store.load(other).assessment.answer("n1").practice == "van de ander"
    assert [event.event_id for event in store.history(assessment_id, "n1")] == [mine.event_id]
    assert [event.event_id for event in store.changes_after(other, 0)] == [theirs.event_id]
    assert store.latest_event(assessment_id) == mine.event_id
    store.set_depth(assessment_id, Depth.FULL, author="")
    store.remove(other, author="")
    assert [line.id for line in store.summaries()] == [assessment_id]
    with pytest.raises(ConflictError):
        store.save(assessment_id, "n1", WAS, "op het andere gezien", seen=theirs.event_id, author="")


REFUSALS: list[Callable[[Store, str], object]] = [
    lambda store, missing: store.load(missing),
    lambda store, missing: store.save(missing, "n1", WAS, "x", seen=0, author=""),
    lambda store, missing: store.save(missing, "n1", WAS, "", seen=0, author=""),
    lambda store, missing: store.save_many(missing, (Change("n1", WAS, "x", 0),), author=""),
    lambda store, missing: store.set_depth(missing, Depth.FULL, author=""),
    lambda store, missing: store.set_reference_date(missing, DAY, author=""),
    lambda store, missing: store.remove(missing, author=""),
]


@pytest.mark.parametrize("act", REFUSALS)
def test_an_assessment_that_is_not_there_is_told_as_such(
    store: Store, assessment_id: str, act: Callable[[Store, str], object]
) -> None:
    assert_told_as_missing(store, assessment_id, act)
    assert store.history(assessment_id, "n1") == ()


def test_only_a_removed_assessment_can_be_restored(store: Store, assessment_id: str) -> None:
    for wrong in (assessment_id, "bestaat-niet"):
        with pytest.raises(NotFoundError):
            store.restore(wrong)


# Another list


def test_an_assessment_of_another_list_is_refused_and_not_shown(path: Path, clock: Clock) -> None:
    other = Store.open(f"sqlite:///{path}", clock=clock, list_id="lijst-van-zand")
    theirs = other.create(ORGANISATION, Depth.CORE, DAY, "2026.1")
    file = other.load(theirs).assessment
    assert file.list_id == "lijst-van-zand"
    other.close()

    ours = Store.open(f"sqlite:///{path}", clock=clock)
    assert ours.summaries() == ()
    for act in (ours.load, ours.details, lambda _: ours.import_assessment(file, author="")):
        with pytest.raises(InvalidInputError, match="een andere vragenlijst"):
            act(theirs)
    ours.close()


def test_a_next_round_stays_in_its_list(path: Path, clock: Clock) -> None:
    store = Store.open(f"sqlite:///{path}", clock=clock, list_id="lijst-van-zand")
    following = store.rounds.new_round(store.create(ORGANISATION, Depth.CORE, DAY, "1"), DAY, author="")
    assert store.load(following).assessment.list_id == "lijst-van-zand"
    store.close()
