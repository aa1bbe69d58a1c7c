"""Every document on pages, as LibreOffice lays them out: how many, and none of them empty."""

from collections.abc import Callable
from datetime import date

import pytest

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Depth
from questionnaire.scoring.score import Result, score_assessment
from reporting.forms.layout import FormChoice
from reporting.forms.word.form import make_word_form
from reporting.report import make_annex, make_note, make_report
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.cases.golden import CASES, DOCUMENTS
from tests.reporting.inspecting.laid_out import pages_of_all

Pages = dict[str, list[str]]

pytestmark = pytest.mark.office

MANAGEMENT = "Samenvatting voor het management"
FEWEST_WORDS = 12
"""Header and footer alone have about ten."""
PAGES = {
    "gemengd": (9, 12),
    "leeg": (9, 12),
    "kern": (7, 10),
    "niets-van-toepassing": (8, 11),
    "niets-van-toepassing-zonder-reden": (9, 12),
    "alles-geborgd": (10, 13),
    "alles-onbekend": (9, 12),
    "uiterste-teksten": (30, 60),
    "samenwerking": (9, 12),
    "plan": (13, 16),
    "plan-leeg": (9, 12),
    "plan-uiterste-teksten": (30, 60),
    "plan-stap-1": (5, 8),
    "plan-intern": (6, 10),
    "plan-uiterste-teksten-intern": (15, 60),
    "verschil-alles": (4, 7),
    "verschil-gelijk": (4, 6),
    "verschil-leeg": (4, 6),
    "verschil-andere-diepte": (4, 6),
    "verschil-uiterste-teksten": (4, 8),
    "gemengd-kort": (4, 5),
    "gemengd-stap-3": (4, 6),
    "gemengd-met-bijlagen": (13, 18),
    "gemengd-intern": (5, 9),
    "leeg-intern": (5, 9),
    "uiterste-teksten-intern": (15, 60),
    **{name: (1, 1) for name in DOCUMENTS if name.endswith("-nota")},
}
"""Fewest and most pages; the fonts of a computer make a page more or less."""


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The text of every page of every document, and of those of the full example."""
    content = questionnaire()
    example = score_assessment(content, load_example(content))
    core = example.assessment.model_copy(update={"depth": Depth.CORE})
    full: dict[str, Callable[[Result, date], bytes]] = {
        "report": make_report,
        "annex": make_annex,
        "note": make_note,
    }
    documents = {
        **{name: make() for name, make in DOCUMENTS.items()},
        **{f"full-{name}": make(example, PRINTED_ON) for name, make in full.items()},
        "full-core": make_report(score_assessment(content, core), PRINTED_ON),
        "full-form": make_word_form(core_form(example), PRINTED_ON),
    }
    return pages_of_all(documents, tmp_path_factory.mktemp("pages"))


def core_form(result: Result) -> FormChoice:
    """The core norms, to fill in."""
    norms = tuple(norm.id for norm in result.questionnaire.core.norms)
    return FormChoice(questionnaire(), result.assessment, norms, is_filled_before=False)


def test_every_document_has_its_number_of_pages_set() -> None:
    assert set(PAGES) == set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_has_the_expected_pages_and_none_is_empty(name: str, pages: Pages) -> None:
    found = pages[name]
    assert [number for number, text in enumerate(found, start=1) if len(text.split()) < FEWEST_WORDS] == []
    fewest, most = PAGES[name]
    assert fewest <= len(found) <= most
    if name in CASES:
        assert_management_page(found)


def assert_management_page(found: list[str]) -> None:
    """The management summary is one page: the next chapter starts on the page after it."""
    first = next(number for number, text in enumerate(found) if text_starts(text, MANAGEMENT))
    assert text_starts(found[first + 1], "Inhoud")


@pytest.mark.parametrize(("name", "most"), [("full-report", 30), ("full-core", 14)])
def test_the_full_example_is_short_and_decides_right_after_the_cover(name: str, most: int, pages: Pages) -> None:
    found = pages[name]
    assert most - 5 <= len(found) <= most
    assert text_starts(found[1], MANAGEMENT)
    assert_management_page(found)


def test_no_heading_of_the_full_example_stands_last_on_its_page(pages: Pages) -> None:
    headings = {f"Stap {number}: " for number in range(1, 6)} | {
        "Plan van aanpak",
        "Sterke punten",
        "Over dit rapport",
    }
    last = [[line.strip() for line in page.split("\n") if line.strip()][-2] for page in pages["full-report"][3:]]
    assert [line for line in last if line.startswith(tuple(headings))] == []


def text_starts(page: str, heading: str) -> bool:
    """Whether a page starts with a heading, below its header line."""
    return heading in "\n".join([line for line in page.split("\n") if line.strip()][:2])


def test_the_note_and_the_annex_of_the_full_example_fit(pages: Pages) -> None:
    assert len(pages["full-note"]) == 1
    assert 15 <= len(pages["full-annex"]) <= 28


def test_the_form_has_about_two_norms_on_a_page_below_one_page_of_guidance(pages: Pages) -> None:
    found = pages["full-form"]
    norms = len(questionnaire().core.norms)
    assert norms / 2 < len(found) - 1 <= norms / 1.7
    assert "Inhoud" in found[0], "guidance, levels and contents stand on the first page"
    assert text_starts(found[1], "Stap 1")
