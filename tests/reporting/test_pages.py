"""Every document on pages, as LibreOffice lays them out: how many, and none of them empty."""

import subprocess
from pathlib import Path

import pytest

from questionnaire.example import load_example
from questionnaire.loading import questionnaire
from questionnaire.scoring import Result, score_assessment
from reporting.office import convert, find_office
from reporting.report import make_annex, make_note, make_report
from tests.reporting.builders import PRINTED_ON
from tests.reporting.cases import CASES, DOCUMENTS

pytestmark = pytest.mark.office

MANAGEMENT = "Samenvatting voor het management"
FEWEST_WORDS = 12
"""Header and footer alone have about ten."""
PAGES = {
    "gemengd": (17, 22),
    "leeg": (15, 20),
    "kern": (14, 19),
    "niets-van-toepassing": (12, 17),
    "niets-van-toepassing-zonder-reden": (15, 20),
    "alles-geborgd": (15, 20),
    "alles-onbekend": (15, 20),
    "uiterste-teksten": (30, 60),
    "samenwerking": (17, 22),
    "gemengd-kort": (4, 6),
    "gemengd-stap-3": (8, 12),
    "gemengd-zonder-bijlagen": (14, 18),
    "gemengd-intern": (5, 9),
    "leeg-intern": (5, 9),
    "uiterste-teksten-intern": (15, 60),
    **{name: (1, 1) for name in DOCUMENTS if name.endswith("-nota")},
}
"""Fewest and most pages; the fonts of a computer make a page more or less."""


def example() -> Result:
    content = questionnaire()
    return score_assessment(content, load_example(content))


def pages(document: bytes, folder: Path) -> list[str]:
    """The text of every page."""
    office = find_office()
    assert office is not None, "LibreOffice is missing: run `.ci/install tools`."
    path = folder / "rapport.pdf"
    path.write_bytes(convert(document, "pdf", office))
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True)
    return done.stdout.split("\f")[:-1]


def test_every_document_has_its_number_of_pages_set() -> None:
    assert set(PAGES) == set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_has_the_expected_pages_and_none_is_empty(name: str, tmp_path: Path) -> None:
    found = pages(DOCUMENTS[name](), tmp_path)
    assert [number for number, text in enumerate(found, start=1) if len(text.split()) < FEWEST_WORDS] == []
    fewest, most = PAGES[name]
    assert fewest <= len(found) <= most
    if name in CASES:
        assert_management_page(found)


def assert_management_page(found: list[str]) -> None:
    """The management summary is one page: the next chapter starts on the page after it."""
    first = next(number for number, text in enumerate(found) if text_starts(text, MANAGEMENT))
    assert text_starts(found[first + 1], "De score in beeld")


def test_the_full_example_has_at_most_forty_pages_and_a_management_page(tmp_path: Path) -> None:
    found = pages(make_report(example(), PRINTED_ON), tmp_path)
    assert 33 <= len(found) <= 40
    assert_management_page(found)


def text_starts(page: str, heading: str) -> bool:
    """Whether a page starts with a heading, below its header line."""
    return heading in "\n".join([line for line in page.split("\n") if line.strip()][:2])


def test_the_note_and_the_annex_of_the_full_example_fit(tmp_path: Path) -> None:
    assert len(pages(make_note(example(), PRINTED_ON), tmp_path)) == 1
    assert 15 <= len(pages(make_annex(example(), PRINTED_ON), tmp_path)) <= 28
