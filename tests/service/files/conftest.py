"""A browser on this computer, a store, and an assessment with something in it."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from questionnaire.model.assessment import AnswerField, Depth, Level, Municipality, Organisation, OrganisationKind
from questionnaire.model.plan import ActionField, ProcessField
from questionnaire.model.subjects import SubjectField
from questionnaire.store import Change, Store
from tests.service.files.visiting import ACTION, CONTENT, FIRST, NOW, browser


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of this test's own, at the moment `NOW`."""
    made = Store.open(f"sqlite:///{tmp_path / 'antwoorden.db'}", clock=lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def client(store: Store) -> TestClient:
    """A browser on this computer."""
    return browser(lambda: store)


@pytest.fixture
def filled(store: Store) -> str:
    """An assessment of an organisation with accents, with an answer and an action."""
    organisation = Organisation(
        kind=OrganisationKind.MUNICIPALITY,
        name="Gemeente Súdwest-Fryslân",
        municipalities=(Municipality(code="GM1900", name="Súdwest-Fryslân"),),
    )
    made = store.create(organisation, Depth.FULL, date(2026, 10, 1), CONTENT.version)
    values: Mapping[tuple[str, SubjectField], str] = {
        (FIRST.id, AnswerField.LEVEL): Level.SOMETIMES,
        (FIRST.id, AnswerField.PRACTICE): "Van toen",
        (ACTION, ActionField.WHAT): "Werkafspraak maken",
        (ACTION, ActionField.NORMS): FIRST.id,
        (ACTION, ActionField.DUE): "2027-03-01",
        ("proces:stap-1:aaaaaaaa", ProcessField.WHAT): "Het team belt",
    }
    store.save_many(made, [Change(*key, value, 0) for key, value in values.items()], author="")
    return made
