"""A new version of the questionnaire: what it changes is told first, and nothing is lost by moving."""

from pathlib import Path

import pytest

from questionnaire.model.assessment import AnswerField, Level
from questionnaire.store import Change, Store
from service import opening
from tests.app_pages.assessments import make
from tests.app_pages.settled import next_round, settle
from tests.app_pages.visit import Visit
from tests.questionnaire.versions.next_version import (
    JOINED,
    MERGED,
    NEW,
    OLD,
    PARTS,
    RETIRED,
    SAME_ID,
    SPLIT,
    write_next_version,
)

MOVE = f"Ga over naar versie {NEW}"
LEVELS = {MERGED[0]: Level.ARRANGED, MERGED[1]: Level.SOMETIMES, SPLIT: Level.PARTLY, SAME_ID: Level.SECURED}


@pytest.fixture(scope="module")
def next_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up next version of the content, written once: reading it takes a while."""
    return write_next_version(tmp_path_factory.mktemp("volgende") / "inhoud")


@pytest.fixture
def old(store: Store) -> str:
    """An assessment of the present version, with answers to the norms that change."""
    made = make(store, "vers")
    changes = [Change(norm, AnswerField.LEVEL, level, 0) for norm, level in LEVELS.items()]
    changes.append(Change(RETIRED, AnswerField.PRACTICE, "Elk loket belt.", 0))
    store.save_many(made, changes, author="")
    return made


@pytest.fixture
def updated(old: str, next_version: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same assessment, in a product with the next version."""
    monkeypatch.setattr(opening, "CONTENT_FOLDER", next_version)
    return old


def _press(visit: Visit) -> Visit:
    next(button for button in visit.app.button if button.label == MOVE).click()
    return visit.run()


def test_until_it_moves_an_assessment_stays_as_it_was(updated: str) -> None:
    assert "Er is een nieuwe versie van de vragenlijst." in Visit("overzicht", updated).words()
    visit = Visit("stap-1", updated)
    assert not visit.app.error
    assert "Elk loket belt." in [visit.values(card["subject"]).get("was") for card in visit.cards()]


def test_what_changes_is_told_with_both_scores_before_moving(updated: str) -> None:
    words = Visit("rondes", updated).words()

    for told in ("is gesplitst in", "zijn samengevoegd tot", "is nieuw.", "is vervallen.", "heet nu"):
        assert told in words
    assert f"Versie {OLD}" in words
    assert f"Versie {NEW}" in words


def test_moving_keeps_every_answer(updated: str, store: Store) -> None:
    visit = _press(Visit("rondes", updated))

    moved = store.load(updated).assessment
    assert moved.content_version == NEW
    assert [moved.answer(part).level for part in PARTS] == [Level.PARTLY, Level.PARTLY]
    assert moved.answer(JOINED).level is None
    assert moved.answer(RETIRED).practice == "Elk loket belt."
    assert MOVE not in [button.label for button in visit.app.button]
    assert "Elk loket belt." in visit.words()
    assert f"nog {len(PARTS)} van {len(PARTS)} te herbevestigen" in Visit("stap-1", updated).words()


def test_another_tab_follows_the_move(updated: str) -> None:
    mine = Visit("stap-1", updated)
    before = mine.codes
    _press(Visit("rondes", updated))

    assert mine.run().codes != before
    assert not mine.app.error


def test_what_is_settled_stays_on_its_version(updated: str, store: Store) -> None:
    settle(store, updated)
    visit = Visit("rondes", updated)

    assert f"Deze ronde hoort bij versie {OLD} van de vragenlijst." in visit.words()
    assert MOVE not in [button.label for button in visit.app.button]
    settled = Visit("stap-1", updated)
    assert "Elk loket belt." in [settled.values(card["subject"]).get("was") for card in settled.cards()]


def test_rounds_on_two_versions_are_compared_in_the_new_one(updated: str, store: Store) -> None:
    second = next_round(store, updated)
    _press(Visit("rondes", second))
    visit = Visit("verschil", second)

    assert "De vragenlijst is veranderd" in visit.headings
    assert f"is ingevuld met versie {OLD} van de vragenlijst" in visit.words()


def test_a_version_that_the_product_does_not_have_is_told(store: Store, old: str) -> None:
    store.move_content(old, "1999.1", (), author="")
    visit = Visit("rondes", old)

    assert "Dit programma heeft versie 1999.1 van de vragenlijst niet." in visit.words()
    assert "Vraag de beheerder" in visit.words()
    assert not Visit("stap-1", old).app.error
