"""Hostile files are refused at the same door; what the guard lets pass cannot keep the reader busy for long."""

from pathlib import Path
from typing import Any

import pytest

from reporting.forms.word.reading import read_word_form
from reporting.guard import RefusedFileError, open_safely
from tests.reporting.forms.filled import CONTENT
from tests.reporting.forms.hostile import ATTACKS
from tests.reporting.guard.hostile.files import HOSTILE
from tests.reporting.guard.measured import in_own_process

SECONDS, MEGABYTES = 1.0, 150
"""Also for as much as the guard lets pass, in the shape that takes most; a real form takes a quarter second."""


def measured(upload: bytes, folder: Path) -> dict[str, Any]:
    """What reading a file in a process of its own gives and takes."""
    return in_own_process("tests.reporting.forms.measured", upload, folder)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_never_reaches_the_reader(name: str) -> None:
    with pytest.raises(RefusedFileError):
        read_word_form(open_safely(HOSTILE[name].make()), "lijst.docx", CONTENT)


@pytest.mark.bench
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_soon_and_small(name: str, tmp_path: Path) -> None:
    refused = measured(HOSTILE[name].make(), tmp_path)
    assert HOSTILE[name].says in refused["message"]
    assert refused["seconds"] <= SECONDS
    assert refused["megabytes"] <= MEGABYTES


@pytest.mark.bench
@pytest.mark.parametrize("name", ATTACKS)
def test_what_the_guard_lets_pass_is_read_in_bounded_time(name: str, tmp_path: Path) -> None:
    found = measured(ATTACKS[name](), tmp_path)
    assert found["guard"] > 0, "the guard refused it already, so that it measures nothing"
    assert found["seconds"] <= SECONDS
    assert found["megabytes"] <= MEGABYTES
