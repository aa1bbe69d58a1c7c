"""A next round starts from the one before, shows what is not confirmed yet, and follows new content."""

import json
from datetime import date, timedelta

import pytest

from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import Answer, AnswerField, Assessment, Level, Particulars
from questionnaire.model.plan import Action, ActionField, ActionStatus, ProcessField
from questionnaire.model.settlement import Settlement, Status
from questionnaire.store import Change, ConflictError, DetailKind, Store
from tests.questionnaire.plans import FULL_ACTION, FULL_STEP
from tests.questionnaire.store.builders import FILLED, NOON, Clock

LATER = NOON + timedelta(days=365)
DAY = date(2027, 3, 1)
WAS, LEVEL, MARK = AnswerField.PRACTICE, AnswerField.LEVEL, AnswerField.RECONFIRM


def action(action_id: str, status: ActionStatus) -> Action:
    return FULL_ACTION.model_copy(update={"id": action_id, "status": status})


BEFORE = FILLED.model_copy(
    update={
        "particulars": Particulars(reference="Z/1", version="1.0", drafter_role="beleid", retention="5 jaar"),
        "answers": {
            "n1": Answer(level=Level.SOMETIMES, practice="Elke week", ambition=Level.ARRANGED),
            "n2": Answer(remark="Nog uitzoeken"),
            "n3": Answer(ambition=Level.SECURED),
        },
        "actions": {
            found.id: found
            for found in (
                action("aaaaaaaa", ActionStatus.NOT_STARTED),
                action("bbbbbbbb", ActionStatus.BUSY),
                action("cccccccc", ActionStatus.DONE),
                action("dddddddd", ActionStatus.DROPPED),
            )
        },
    }
)


@pytest.fixture
def first(store: Store) -> str:
    return store.import_assessment(BEFORE, author="")


def test_a_next_round_takes_along_what_still_goes_on(store: Store, clock: Clock, first: str) -> None:
    before = store.load(first)
    clock.now = LATER
    second = store.rounds.new_round(first, DAY, author="beleid")
    assert store.load(first) == before
    after = store.load(second)
    assert after.assessment == BEFORE.model_copy(
        update={
            "id": second,
            "reference_date": DAY,
            "created_at": LATER,
            "particulars": Particulars(drafter_role="beleid", retention="5 jaar"),
            "answers": {
                "n1": BEFORE.answers["n1"].model_copy(update={"to_reconfirm": True}),
                "n2": BEFORE.answers["n2"].model_copy(update={"to_reconfirm": True}),
                "n3": BEFORE.answers["n3"],
            },
            "actions": {found: BEFORE.actions[found] for found in ("aaaaaaaa", "bbbbbbbb")},
            "round": 2,
            "previous": first,
        }
    )
    assert after.assessment.unconfirmed == ("n1", "n2")
    assert {(event.author, event.at, event.seen) for event in store.changes_after(second, 0)} == {
        ("beleid", LATER, 0)
    }
    assert [(event.kind, event.value) for event in store.detail_history(second)] == [
        (DetailKind.NEXT_ROUND, first)
    ]
    assert [(line.id, line.round, line.previous, line.status) for line in store.summaries()] == [
        (second, 2, first, Status.CONCEPT),
        (first, 1, None, Status.CONCEPT),
    ]


def test_what_was_removed_or_never_confirmed_is_not_copied_as_such(store: Store, first: str) -> None:
    store.save(first, FULL_STEP.subject, ProcessField.REMOVED, "ja", seen=0, author="")
    store.save(first, "actie:aaaaaaaa", ActionField.REMOVED, "ja", seen=0, author="")
    store.save(first, "n3", MARK, "ja", seen=0, author="")
    second = store.rounds.new_round(first, DAY, author="")
    assert {event.norm_id for event in store.changes_after(second, 0)} == {"n1", "n2", "n3", "actie:bbbbbbbb"}
    assert store.load(second).assessment.unconfirmed == ("n1", "n2")


def test_the_template_comes_along(store: Store, first: str) -> None:
    assert store.templates.find(store.rounds.new_round(first, DAY, author="")) is None
    store.remove(store.summaries()[0].id, author="")
    for other in (line.id for line in store.summaries()):
        store.templates.keep(other, "huisstijl.docx", b"sjabloon", author="ict")
    second = store.rounds.new_round(store.summaries()[0].id, DAY, author="")
    assert store.templates.content(second) == b"sjabloon"


def test_there_is_one_next_round_at_most(store: Store, first: str) -> None:
    second = store.rounds.new_round(first, DAY, author="")
    with pytest.raises(InvalidInputError, match="Er is al een volgende ronde"):
        store.rounds.new_round(first, DAY, author="")
    assert len(store.summaries()) == 2
    store.remove(second, author="")
    store.rounds.new_round(first, DAY, author="")


def test_a_settled_round_can_be_followed_by_a_next_one(store: Store, first: str) -> None:
    made_from = store.load(first).assessment
    who = Settlement(role="college", day=DAY)
    store.settling.settle(first, who, b"rapport", "x.docx", made_from=made_from, author="")
    second = store.rounds.new_round(first, DAY, author="")
    store.save(second, "n1", WAS, "anders", seen=store.load(second).seen["n1", WAS], author="")
    assert store.load(first).assessment.answer("n1").practice == "Elke week"
    assert store.load(second).assessment.unconfirmed == ("n2",)


# Confirming


def test_one_click_confirms_what_was_copied(store: Store, first: str) -> None:
    second = store.rounds.new_round(first, DAY, author="")
    confirmed = store.rounds.confirm(second, ["n1", "n3", "bestaat-niet"], author="beleid")
    assert [(one.norm_id, one.field, one.value) for one in confirmed] == [("n1", MARK, "")]
    stored = store.load(second)
    assert stored.assessment.unconfirmed == ("n2",)
    assert stored.seen["n1", MARK] == confirmed[0].event_id
    newest = store.history(second, "n1")[0]
    assert (newest.value, newest.author, newest.event_id) == ("", "beleid", confirmed[0].event_id)
    assert store.rounds.confirm(second, ["n1"], author="") == ()
    assert store.rounds.confirm(second, [], author="") == ()
    assert len(store.rounds.confirm(second, ("n1", "n2"), author="")) == 1


# The round before, after an import


def test_an_import_remembers_the_round_before_only_if_it_is_here(store: Store, first: str) -> None:
    second = store.load(store.rounds.new_round(first, DAY, author="")).assessment
    assert store.load(store.import_assessment(second, author="")).assessment.previous == first
    elsewhere: Assessment = second.model_copy(update={"previous": "ergens-anders"})
    copy = store.load(store.import_assessment(elsewhere, author="")).assessment
    assert (copy.round, copy.previous) == (2, None)


# New content


def test_answers_move_to_a_new_content_version_all_at_once(store: Store, first: str) -> None:
    seen = store.load(first).seen
    changes = (
        Change("n1a", LEVEL, "soms", 0),
        Change("n1a", MARK, "ja", 0),
        Change("n1", LEVEL, "", seen["n1", LEVEL]),
    )
    saved = store.move_content(first, "2", changes, author="beheer")
    assert [(one.norm_id, one.value) for one in saved] == [("n1a", "soms"), ("n1a", "ja"), ("n1", "")]
    moved = store.load(first).assessment
    assert moved.content_version == store.details(first).content_version == "2"
    assert moved.answer("n1a") == Answer(level=Level.SOMETIMES, to_reconfirm=True)
    event = store.detail_history(first)[0]
    assert (event.kind, json.loads(event.value)) == (DetailKind.CONTENT, {"van": "1", "naar": "2"})
    with pytest.raises(InvalidInputError, match="hoort al bij versie 2"):
        store.move_content(first, "2", (), author="")


def test_of_a_move_all_is_kept_or_nothing(store: Store, first: str) -> None:
    before = store.load(first)
    unseen = (Change("n9", LEVEL, "soms", 0), Change("n1", LEVEL, "geborgd", 0))
    with pytest.raises(ConflictError):
        store.move_content(first, "2", unseen, author="")
    with pytest.raises(InvalidInputError):
        store.move_content(first, "2", (Change("n9", LEVEL, "prima", 0),), author="")
    assert store.load(first) == before
