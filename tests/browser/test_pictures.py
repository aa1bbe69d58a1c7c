"""The two pictures of the README. `WAS_WORDT_BEELD=1 pytest tests/browser/test_pictures.py` makes them anew."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Depth
from tests.browser import screen
from tests.browser.scenes import Scene
from tests.browser.server import PROJECT, Server

FOLDER = PROJECT / "docs" / "beeld"
SCREEN, REPORT = FOLDER / "scherm.png", FOLDER / "rapport.png"
REPORT_PAGE = 3
"""The summary for the management."""
SMALLEST_BYTES, LARGEST_BYTES = 10_000, 1_000_000


@pytest.fixture(scope="module", autouse=True)
def asked_for(request: pytest.FixtureRequest) -> None:
    """Make the pictures anew when the environment asks."""
    if os.environ.get("WAS_WORDT_BEELD") == "1":
        FOLDER.mkdir(parents=True, exist_ok=True)
        _make_screen(request.getfixturevalue("visitor").new_page(), request.getfixturevalue("server"))
        _make_report(request.getfixturevalue("tmp_path_factory").mktemp("rapport"))


@pytest.mark.parametrize("picture", [SCREEN, REPORT], ids=lambda picture: picture.name)
def test_a_picture_of_the_readme_is_there(picture: Path) -> None:
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])

    assert width > 600
    assert height > 600
    assert SMALLEST_BYTES < len(data) < LARGEST_BYTES


def _make_screen(page: Page, server: Server) -> None:
    """A step of the example's core list, half filled in."""
    example = load_example(questionnaire())
    norms = [norm for section in ("stap-1", "stap-2", "stap-3") for norm in screen.norms(section)]
    answers = {norm: example.answers[norm] for norm in norms[: len(norms) * 2 // 3] if norm in example.answers}
    half = example.model_copy(update={"depth": Depth.CORE, "answers": answers})
    assessment = server.store.import_assessment(half, author="")
    Scene(page, server, assessment).open("stap-3")
    expect(page.locator('.ww-status[data-state="stored"]').first).to_be_visible()
    page.screenshot(path=SCREEN)


def _make_report(folder: Path) -> None:
    """A page of the report of the example, through LibreOffice."""
    for command in (
        [sys.executable, "-m", "questionnaire", "voorbeeld", folder / "voorbeeld.json"],
        [sys.executable, "-m", "reporting", "rapport", folder / "voorbeeld.json", folder / "rapport.docx"],
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "rapport.docx"],
        [
            "pdftoppm",
            "-png",
            "-r",
            "80",
            "-f",
            str(REPORT_PAGE),
            "-singlefile",
            folder / "rapport.pdf",
            REPORT.with_suffix(""),
        ],
    ):
        subprocess.run(list(map(str, command)), check=True, capture_output=True, cwd=PROJECT)
