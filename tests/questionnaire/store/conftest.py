"""A store in a file of its own, whose clock stands still until a test moves it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from questionnaire.model.assessment import Depth
from questionnaire.store import Store
from tests.questionnaire.store.builders import DAY, ORGANISATION, Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "antwoorden.db"


@pytest.fixture
def url(path: Path) -> str:
    return f"sqlite:///{path}"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(url: str, clock: Clock) -> Iterator[Store]:
    store = Store.open(url, clock=clock)
    yield store
    store.close()


@pytest.fixture
def assessment_id(store: Store) -> str:
    return store.create(ORGANISATION, Depth.CORE, DAY, "2026.1")
