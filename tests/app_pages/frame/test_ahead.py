"""Loading ahead makes the database, and a failure makes nobody wait for ever."""

import threading
from pathlib import Path

import pytest

from app_pages.frame import ahead


@pytest.fixture(autouse=True)
def not_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_done", threading.Event())
    monkeypatch.setattr(ahead, "_lock", threading.Lock())


def _nothing() -> None:
    """What needs no loading."""


def _waits_no_longer() -> bool:
    waiting = threading.Thread(target=ahead.wait, daemon=True)
    waiting.start()
    waiting.join(timeout=60)
    return not waiting.is_alive()


def test_after_waiting_the_database_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "antwoorden.db"
    monkeypatch.setenv("WAS_WORDT_DATABASE", f"sqlite:///{kept}")
    ahead.start(_nothing)
    assert _waits_no_longer()
    assert kept.exists()


def test_a_second_start_does_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAS_WORDT_DATABASE", f"sqlite:///{tmp_path / 'antwoorden.db'}")
    ahead.start(_nothing)
    assert _waits_no_longer()
    monkeypatch.setattr(ahead, "_load", lambda _: pytest.fail("loaded twice"))
    ahead.start(_nothing)
    assert _waits_no_longer()


def test_a_database_that_cannot_be_made_makes_nobody_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "geen-map").write_text("", encoding="utf-8")
    monkeypatch.setenv("WAS_WORDT_DATABASE", f"sqlite:///{tmp_path / 'geen-map' / 'antwoorden.db'}")
    ahead.start(_nothing)
    assert _waits_no_longer()


def test_what_comes_after_the_first_page_is_loaded_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAS_WORDT_DATABASE", f"sqlite:///{tmp_path / 'antwoorden.db'}")
    loaded = threading.Event()
    ahead.start(loaded.set)

    assert loaded.wait(timeout=60)
