"""Ambitions, actions and process steps are kept by the same rules as answers."""

import pytest

from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import (
    Answer,
    AnswerField,
    Depth,
    Level,
)
from questionnaire.model.plan import (
    ActionField,
    ProcessField,
)
from questionnaire.model.subjects import SubjectField, values_of
from questionnaire.store import Change, ConflictError, Store
from tests.questionnaire.plans import FULL_ACTION, FULL_STEP
from tests.questionnaire.store.builders import DAY, FILLED, ORGANISATION

LEVEL, WAS, AMBITION, MARK = (
    AnswerField.LEVEL,
    AnswerField.PRACTICE,
    AnswerField.AMBITION,
    AnswerField.RECONFIRM,
)


@pytest.fixture
def assessment_id(store: Store) -> str:
    return store.create(ORGANISATION, Depth.FULL, DAY, "1")


def test_everything_that_is_planned_comes_back_as_it_was_saved(store: Store, assessment_id: str) -> None:
    changes = [Change(*key, value, 0) for key, value in values_of(FILLED).items()]
    assert len(changes) == 5 + 9 + 6
    saved = store.save_many(assessment_id, changes, author="")
    stored = store.load(assessment_id)
    assert stored.assessment.answers == FILLED.answers
    assert stored.assessment.actions == {FULL_ACTION.id: FULL_ACTION}
    assert stored.assessment.process == {FULL_STEP.id: FULL_STEP}
    assert stored.assessment.unconfirmed == ("n1",)
    assert stored.seen == {(one.norm_id, one.field): one.event_id for one in saved}


def test_an_import_takes_everything_along(store: Store) -> None:
    stored = store.load(store.import_assessment(FILLED, author="")).assessment
    assert (stored.answers, stored.actions, stored.process) == (FILLED.answers, FILLED.actions, FILLED.process)


@pytest.mark.parametrize(
    ("subject", "what", "removed"),
    [
        (FULL_ACTION.subject, ActionField.WHAT, ActionField.REMOVED),
        (FULL_STEP.subject, ProcessField.WHAT, ProcessField.REMOVED),
    ],
)
def test_a_removed_action_or_step_is_out_of_sight_until_it_is_back(
    store: Store, subject: str, what: SubjectField, removed: SubjectField
) -> None:
    assessment_id = store.import_assessment(FILLED.model_copy(update={"actions": {}, "process": {}}), author="")
    store.save(assessment_id, subject, what, "tekst", seen=0, author="")
    gone = store.save(assessment_id, subject, removed, "ja", seen=0, author="")
    assert [event.field for event in store.history(assessment_id, subject)] == [removed, what]
    stored = store.load(assessment_id).assessment
    assert (stored.actions, stored.process) == ({}, {})
    store.save(assessment_id, subject, removed, "", seen=gone.event_id, author="")
    stored = store.load(assessment_id).assessment
    texts = [action.what for action in stored.actions.values()] + [step.what for step in stored.process.values()]
    assert texts == ["tekst"]


def test_process_steps_stand_in_order_of_their_place(store: Store, assessment_id: str) -> None:
    places = {"proces:stap-2:aaaaaaaa": "1", "proces:stap-1:bbbbbbbb": "10", "proces:stap-1:cccccccc": "9"}
    for subject, place in places.items():
        store.save(assessment_id, subject, ProcessField.POSITION, place, seen=0, author="")
    assert list(store.load(assessment_id).assessment.process) == ["cccccccc", "bbbbbbbb", "aaaaaaaa"]


def test_two_who_change_the_same_field_of_an_action_do_not_overwrite_each_other(
    store: Store, assessment_id: str
) -> None:
    store.save(assessment_id, FULL_ACTION.subject, ActionField.WHAT, "van de een", seen=0, author="een")
    store.save(assessment_id, FULL_ACTION.subject, ActionField.NOTE, "ander veld", seen=0, author="ander")
    with pytest.raises(ConflictError) as caught:
        store.save(assessment_id, FULL_ACTION.subject, ActionField.WHAT, "van de ander", seen=0, author="ander")
    assert (caught.value.norm_id, caught.value.field) == (FULL_ACTION.subject, ActionField.WHAT)
    assert [event.field for event in store.changes_after(assessment_id, 0)] == [ActionField.WHAT, ActionField.NOTE]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Change(FULL_ACTION.subject, ActionField.DUE, "1 mei", 0), "Deze datum past hier niet"),
        (Change(FULL_ACTION.subject, ActionField.STATUS, "bijna", 0), "Deze status past hier niet"),
        (Change(FULL_STEP.subject, ProcessField.POSITION, "-1", 0), "Deze plaats past hier niet"),
        (Change(FULL_ACTION.subject, AnswerField.LEVEL, "soms", 0), "Het veld 'niveau' hoort hier niet"),
        (Change(FULL_STEP.subject, ActionField.WHAT, "tekst", 0), "Het veld 'wat' hoort hier niet"),
        (Change("n1", ActionField.WHAT, "tekst", 0), "Het veld 'wat' hoort hier niet"),
        (Change("actie:kort", ActionField.WHAT, "tekst", 0), "is geen norm, actie of stap"),
        (Change("proces:p1234567", ProcessField.WHAT, "tekst", 0), "is geen norm, actie of stap"),
        (Change("iets:aB3_-x90", ActionField.WHAT, "tekst", 0), "is geen norm, actie of stap"),
        (Change("", LEVEL, "soms", 0), "is geen norm, actie of stap"),
        (Change("x" * 81, LEVEL, "soms", 0), "is geen norm, actie of stap"),
    ],
)
def test_what_does_not_belong_somewhere_is_refused_in_words(
    store: Store, assessment_id: str, change: Change, message: str
) -> None:
    with pytest.raises(InvalidInputError, match=message):
        store.save_many(assessment_id, (change,), author="")
    assert store.load(assessment_id).seen == {}


# Ambition


@pytest.mark.parametrize(
    ("level", "ambition", "is_kept"),
    [
        ("geregeld", "deels-geregeld", False),
        ("geborgd", "soms", False),
        ("geregeld", "geregeld", True),
        ("soms", "geborgd", True),
        ("weet-ik-niet", "soms", True),
        ("niet-van-toepassing", "soms", True),
        ("", "soms", True),
    ],
)
def test_an_ambition_is_never_below_the_level_that_is_there(
    store: Store, assessment_id: str, level: str, ambition: str, is_kept: bool
) -> None:
    store.save(assessment_id, "n1", LEVEL, level, seen=0, author="")
    if is_kept:
        store.save(assessment_id, "n1", AMBITION, ambition, seen=0, author="")
    else:
        with pytest.raises(InvalidInputError, match="lager dan het niveau dat u nu heeft"):
            store.save(assessment_id, "n1", AMBITION, ambition, seen=0, author="")
    assert store.load(assessment_id).assessment.answer("n1").value(AMBITION) == (ambition if is_kept else "")


def test_an_ambition_is_compared_with_the_level_of_the_same_save(store: Store, assessment_id: str) -> None:
    level = store.save(assessment_id, "n1", LEVEL, "geborgd", seen=0, author="")
    lower = Change("n1", LEVEL, "soms", level.event_id)
    store.save_many(assessment_id, (Change("n1", AMBITION, "geregeld", 0), lower), author="")
    assert store.load(assessment_id).assessment.answer("n1").ambition is Level.ARRANGED


@pytest.mark.parametrize(
    ("level", "ambition", "wanted"),
    [
        (Level.SOMETIMES, Level.ARRANGED, Level.ARRANGED),
        (Level.SECURED, Level.ARRANGED, Level.SECURED),
        (Level.NOT_ARRANGED, Level.SOMETIMES, Level.SOMETIMES),
        (Level.UNKNOWN, Level.SOMETIMES, Level.SOMETIMES),
        (None, Level.SOMETIMES, Level.SOMETIMES),
        (Level.SECURED, None, None),
    ],
)
def test_a_level_that_rose_above_the_ambition_takes_its_place(
    level: Level | None, ambition: Level | None, wanted: Level | None
) -> None:
    assert Answer(level=level, ambition=ambition).wanted is wanted


# Confirming again


@pytest.mark.parametrize("field", [field for field in AnswerField if field is not MARK])
def test_saying_how_it_is_now_confirms_a_copied_answer_and_nothing_else_does(
    store: Store, assessment_id: str, field: AnswerField
) -> None:
    confirms = field in (LEVEL, WAS, AnswerField.REASON)
    choices = {LEVEL: "soms", AMBITION: "geborgd", AnswerField.QUARTER: "2027-K2", AnswerField.CERTAINTY: "denken"}
    mark = store.save(assessment_id, "n1", MARK, "ja", seen=0, author="")
    store.save(assessment_id, "n2", MARK, "ja", seen=0, author="")
    store.save(assessment_id, "n1", field, choices.get(field, "tekst"), seen=0, author="beleid")
    assert store.load(assessment_id).assessment.unconfirmed == (("n2",) if confirms else ("n1", "n2"))
    events = [event for event in store.history(assessment_id, "n1") if event.field is MARK]
    assert [(event.value, event.author, event.seen) for event in events] == (
        [("", "beleid", mark.event_id), ("ja", "", 0)] if confirms else [("ja", "", 0)]
    )


def test_clearing_a_whole_answer_clears_its_mark_once(store: Store, assessment_id: str) -> None:
    level = store.save(assessment_id, "n1", LEVEL, "soms", seen=0, author="")
    mark = store.save(assessment_id, "n1", MARK, "ja", seen=0, author="")
    cleared = (Change("n1", LEVEL, "", level.event_id), Change("n1", MARK, "", mark.event_id))
    store.save_many(assessment_id, cleared, author="")
    assert store.load(assessment_id).assessment.answers == {}
    assert len(store.history(assessment_id, "n1")) == 4
