"""A store of its own for every test on the pages, and a visitor on this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.runtime.context import ContextProxy

from app_pages.frame import entrance
from questionnaire.store import Store
from service import opening

LOCAL_HEADERS = {"Host": "localhost:8501"}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the pages of this test read and write, opened a second time for the test itself."""
    url = f"sqlite:///{tmp_path / 'antwoorden.db'}"
    monkeypatch.setenv("WAS_WORDT_DATABASE", url)
    opening.close()
    mine = Store.open(url)
    yield mine
    mine.close()
    opening.close()


@pytest.fixture(autouse=True)
def visitor(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """What a browser on this computer sends; AppTest has no browser and leaves mocks here."""
    entrance.announce()
    monkeypatch.setattr(ContextProxy, "headers", LOCAL_HEADERS)
    monkeypatch.setattr(ContextProxy, "cookies", {})
    monkeypatch.setattr(ContextProxy, "ip_address", "127.0.0.1")
    return monkeypatch
