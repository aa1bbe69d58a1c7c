"""When a copied answer counts as confirmed: each write, alone and among others."""

import pytest

from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.plan import YES
from questionnaire.store import Change, Store

LEVEL, WAS, REASON, MARK = AnswerField.LEVEL, AnswerField.PRACTICE, AnswerField.REASON, AnswerField.RECONFIRM
VALUES = {LEVEL: Level.SOMETIMES.value, WAS: "Elke week", REASON: "Doet de regio."}


@pytest.fixture
def copied(store: Store, assessment_id: str) -> str:
    """An assessment of which the answer to one norm waits to be confirmed."""
    changes = [Change("n1", field, value, 0) for field, value in VALUES.items()]
    store.save_many(assessment_id, [*changes, Change("n1", MARK, YES, 0)], author="")
    assert store.load(assessment_id).assessment.unconfirmed == ("n1",)
    return assessment_id


@pytest.mark.parametrize("field", VALUES)
def test_saving_the_same_value_again_confirms_it(field: AnswerField, store: Store, copied: str) -> None:
    seen = store.load(copied).seen["n1", field]
    saved = store.save(copied, "n1", field, VALUES[field], seen=seen, author="")
    assert saved.event_id == seen, "nothing changed, so no new event"
    assert store.load(copied).assessment.unconfirmed == ()


def test_saving_the_same_value_of_another_field_confirms_nothing(store: Store, copied: str) -> None:
    for _ in range(2):
        seen = store.load(copied).seen.get(("n1", AnswerField.REMARK), 0)
        store.save(copied, "n1", AnswerField.REMARK, "Nog navragen", seen=seen, author="")
    assert store.load(copied).assessment.unconfirmed == ("n1",)


@pytest.mark.parametrize("is_first", [True, False])
def test_a_mark_that_is_set_in_the_same_batch_stays(is_first: bool, store: Store, copied: str) -> None:
    stored = store.load(copied)
    level = Change("n1", LEVEL, Level.SECURED.value, stored.seen["n1", LEVEL])
    mark = Change("n1", MARK, YES, stored.seen["n1", MARK])
    store.save_many(copied, [mark, level] if is_first else [level, mark], author="")
    assert store.load(copied).assessment.unconfirmed == ("n1",)
    assert store.load(copied).assessment.answer("n1").level is Level.SECURED


def test_a_mark_of_another_norm_in_the_batch_changes_nothing_here(store: Store, copied: str) -> None:
    stored = store.load(copied)
    level = Change("n1", LEVEL, Level.SECURED.value, stored.seen["n1", LEVEL])
    store.save_many(copied, [level, Change("n2", MARK, YES, 0)], author="")
    assert store.load(copied).assessment.unconfirmed == ("n2",)
