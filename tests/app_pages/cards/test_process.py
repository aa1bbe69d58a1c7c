"""The present process of a step as a row of cards."""

from app_pages.filling.page import FOLD
from questionnaire.loading.loader import questionnaire
from questionnaire.model.plan import YES, ProcessField
from questionnaire.store import Change, Store
from tests.app_pages.assessments import make
from tests.app_pages.settled import settle
from tests.app_pages.visit import Visit

STEP = questionnaire().steps[0].id
A, B, C = (f"proces:{STEP}:{letter * 8}" for letter in "abc")


def _three(store: Store) -> str:
    """An assessment with three process steps, of which the last stands first."""
    assessment = make(store, "vers")
    values = {A: ("2", "Eerst"), B: ("3", "Daarna"), C: ("1", "Vooraf")}
    changes = [
        Change(subject, field, value, 0)
        for subject, pair in values.items()
        for field, value in zip((ProcessField.POSITION, ProcessField.WHAT), pair, strict=True)
    ]
    store.save_many(assessment, changes, author="")
    return assessment


def _opened(assessment: str) -> Visit:
    return Visit(STEP, assessment)


def _subjects(visit: Visit) -> list[str]:
    return [card["subject"] for card in visit.cards() if card["kind"] == "process"]


def test_the_row_stands_in_order_and_a_removed_step_comes_last(store: Store) -> None:
    assessment = _three(store)
    assert _subjects(_opened(assessment)) == [C, A, B]

    store.save(assessment, A, ProcessField.REMOVED, YES, seen=0, author="")
    visit = _opened(assessment)

    assert _subjects(visit) == [C, B, A]
    assert visit.values(A) == {"plaats": "2", "wat": "Eerst", "verwijderd": YES}


def test_a_step_can_be_added_to_this_row_only(store: Store) -> None:
    row = _opened(make(store, "vers")).components()[-1]["row"]

    assert row["prefix"] == f"proces:{STEP}:"
    assert {field["name"] for field in row["template"]["fields"]} == {field.value for field in ProcessField}
    assert "Vijf tot acht stappen is genoeg." in row["introduction"]


def test_the_enhanced_approach_stands_beside_it(store: Store) -> None:
    words = _opened(make(store, "vers")).words()

    assert "Zo werkt de versterkte aanpak" in words


def test_a_process_of_what_was_settled_is_to_read(store: Store) -> None:
    assessment = _three(store)
    settle(store, assessment)
    visit = _opened(assessment)

    assert _subjects(visit) == [C, A, B]
    assert {component["readOnly"] for component in visit.components()} == {True}


def test_a_step_without_a_process_shows_nothing_of_it_when_it_was_settled(store: Store) -> None:
    assessment = make(store, "vers")
    settle(store, assessment)

    assert FOLD not in Visit(STEP, assessment).words()
    assert FOLD in Visit(STEP, make(store, "vers")).words()
