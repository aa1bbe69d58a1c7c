"""The cards in other looks: high contrast, where a browser paints no backgrounds of ours, and paper."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Level
from questionnaire.store import Change
from tests.browser import screen
from tests.browser.server import Server

STEP = "stap-1"
NORMS = screen.norms(STEP)
FIRST, SECOND, THIRD, *_ = NORMS
EVIDENCE = "Werkinstructie van 3 maart"
NOTHING = "none"


@pytest.fixture
def answered(page: Page, server: Server, assessment: str) -> Page:
    """A step with a level and evidence in its folded part."""
    values = {AnswerField.LEVEL: Level.PARTLY, AnswerField.EVIDENCE: EVIDENCE, AnswerField.PRACTICE: "Elke week."}
    changes = [Change(FIRST, field, value, 0) for field, value in values.items()]
    server.store.save_many(assessment, changes, author="")
    screen.open_section(page, server, assessment, STEP)
    return page


def style(target: Locator, name: str) -> str:
    """What the browser makes of a property."""
    found: str = target.evaluate("(element, name) => getComputedStyle(element).getPropertyValue(name)", name)
    return found


def test_level_focus_and_state_can_be_seen_without_backgrounds(
    answered: Page, server: Server, assessment: str
) -> None:
    page = answered
    page.emulate_media(forced_colors="active")
    chosen, other = (screen.level_option(page, FIRST, level) for level in (Level.PARTLY, Level.ARRANGED))
    assert style(chosen, "outline-style") == "solid"
    assert style(other, "outline-style") == NOTHING
    assert style(screen.level(page, FIRST, Level.PARTLY), "appearance") == "auto"  # the browser draws the radio

    screen.level(page, SECOND, Level.PARTLY).focus()
    page.keyboard.press("ArrowRight")
    focused = screen.level_option(page, SECOND, Level.ARRANGED)
    expect(screen.level(page, SECOND, Level.ARRANGED)).to_be_focused()
    assert style(focused, "outline-width") == "3px"

    screen.wait_until_saved(page, FIRST)
    saved, waiting = screen.status(page, FIRST), screen.status(page, THIRD)
    assert style(saved, "text-decoration-line") == NOTHING
    with server.suspended():
        screen.write(page, THIRD, "Nog niet")
        expect(waiting).to_have_attribute("data-state", "waiting")
        assert style(waiting, "text-decoration-line") == "underline"
    assert "opgeslagen" in waiting.inner_text()  # each state in words, too
    page.emulate_media(forced_colors="none")


@pytest.mark.parametrize("way", [screen.AS_LIST, screen.ONE_BY_ONE])
def test_on_paper_every_norm_is_unfolded_and_nothing_can_be_pressed(
    answered: Page, tmp_path: Path, way: str
) -> None:
    page, fold = answered, screen.card(answered, FIRST).locator("details.ww-more")
    screen.show_norms(page, way)
    page.emulate_media(media="print")
    expect(fold).to_have_attribute("open", "")
    expect(page.locator("[data-testid=stSidebar]")).to_be_hidden()
    expect(page.locator(".ww-toolbar")).to_be_hidden()
    expect(page.locator(".ww-card:visible")).to_have_count(len(NORMS))
    page.emulate_media(media="null")
    expect(fold).not_to_have_attribute("open", "")

    page.pdf(path=tmp_path / "stap.pdf")
    text = words_of(tmp_path / "stap.pdf")
    assert EVIDENCE in text
    assert "Elke week." in text
    for norm in NORMS:
        assert questionnaire().norm_by_id[norm].code in text
    for button in ("Overzicht en zoeken", "wissen", "Sneltoetsen", "Volgende →"):
        assert button not in text
    expect(fold).not_to_have_attribute("open", "")


def words_of(pdf: Path) -> str:
    """All text of a PDF file, on one line."""
    made = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True)
    return " ".join(made.stdout.decode().split())
