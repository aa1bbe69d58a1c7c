"""A store of its own for every test on the pages, and a visitor on this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.runtime.context import ContextProxy

from app_pages.session import session
from questionnaire.store import Store

LOCAL_HEADERS = {"Host": "localhost:8501"}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the pages of this test read and write, opened a second time for the test itself."""
    url = f"sqlite:///{tmp_path / 'antwoorden.db'}"
    monkeypatch.setenv("WAS_WORDT_DATABASE", url)
    session.store.clear()
    mine = Store.open(url)
    yield mine
    mine.close()
    session.store().close()
    session.store.clear()


@pytest.fixture(autouse=True)
def visitor(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """What a browser on this computer sends; AppTest has no browser and leaves mocks here."""
    monkeypatch.setattr(ContextProxy, "headers", LOCAL_HEADERS)
    monkeypatch.setattr(ContextProxy, "cookies", {})
    monkeypatch.setattr(ContextProxy, "ip_address", "127.0.0.1")
    return monkeypatch
