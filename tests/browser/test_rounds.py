"""Settling in a real browser, by keyboard; what is settled cannot be changed by a tab that was open before."""

import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.plan import ProcessStep
from questionnaire.model.settlement import Status
from questionnaire.store import Change, LockedError
from tests.browser import screen
from tests.browser.scenes import settle_quickly
from tests.browser.server import Server

STEP = "stap-1"
NORMS = screen.norms(STEP)
FIRST, SECOND = NORMS[:2]
TYPED = "Nog even dit erbij"


@pytest.fixture
def answered(server: Server) -> str:
    """A core list with a level at every norm of the first step."""
    made = server.new_assessment()
    changes = [Change(norm, AnswerField.LEVEL, Level.PARTLY, 0) for norm in NORMS]
    server.store.save_many(made, changes, author="")
    return made


def test_a_round_is_settled_and_the_next_begun_by_keyboard(
    page: Page, server: Server, answered: str, tmp_path: Path
) -> None:
    screen.open_page(page, server, answered, "rondes")
    page.get_by_label("Rol van wie vaststelt").focus()
    page.keyboard.type("college van B en W")
    page.keyboard.press("Enter")
    sure = page.get_by_role("dialog").get_by_role("button", name="Ja, stel deze ronde vast")
    expect(sure).to_be_visible()
    sure.press("Enter")
    expect(page.get_by_text("Deze ronde is vastgesteld op")).to_be_visible()

    kept = server.store.settling.settled_report(answered)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download het vastgestelde rapport").press("Enter")
    download.value.save_as(tmp_path / kept.name)
    content = (tmp_path / kept.name).read_bytes()
    assert content == kept.content
    expect(page.get_by_text(hashlib.sha256(content).hexdigest())).to_be_visible()

    page.get_by_role("button", name="Begin een nieuwe ronde").press("Enter")
    expect(page.get_by_text(f"nog {len(NORMS)} van {len(NORMS)} te herbevestigen").first).to_be_visible()
    second = next(each.id for each in server.store.summaries() if each.previous == answered)
    screen.open_section(page, server, second, STEP)
    screen.card(page, FIRST).get_by_role("button", name="klopt nog").press("Enter")
    expect(page.get_by_text(f"nog {len(NORMS) - 1} van {len(NORMS)} te herbevestigen").first).to_be_visible()
    page.get_by_role("button", name="Alles op deze pagina klopt nog").press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Ja, alles klopt nog").press("Enter")
    expect(page.get_by_text("Alle overgenomen antwoorden zijn hier bevestigd.")).to_be_visible()
    assert server.store.load(second).assessment.unconfirmed == ()


def test_a_tab_that_was_open_cannot_change_what_is_settled(page: Page, server: Server, answered: str) -> None:
    """What was typed meanwhile is not stored, and stays on screen to copy."""
    screen.open_section(page, server, answered, STEP)
    screen.write(page, FIRST, "Eerst ")
    screen.wait_until_stored(server, answered, FIRST, "Eerst ", AnswerField.PRACTICE)
    with server.suspended():  # so the page cannot hear of it before the words are typed
        settle_quickly(server, answered)
        before = server.store.load(answered)
        screen.write(page, FIRST, TYPED)
        screen.level_option(page, SECOND, Level.SECURED).click()

    expect(page.get_by_text("Deze ronde is vastgesteld op")).to_be_visible()
    expect(page.locator("textarea")).to_have_count(0)
    expect(page.get_by_text("Dit had u getypt en is NIET opgeslagen (2 velden).")).to_be_visible()
    page.get_by_text("Toon die tekst").click()
    expect(page.locator(".ww-unsent .ww-quote")).to_have_text(["4 · Geborgd", f"Eerst {TYPED}"])
    assert server.store.load(answered) == before
    assert before.assessment.status is Status.SETTLED
    with pytest.raises(LockedError):
        server.store.save(answered, FIRST, AnswerField.PRACTICE, "rechtstreeks", seen=0, author="")

    page.reload()
    screen.settle(page)
    expect(page.locator(".ww-unsent .ww-quote")).to_have_count(2)
    page.get_by_text("Toon die tekst").click()
    for name in ("hoe het nu gaat", "het niveau"):
        page.get_by_role("button", name=re.compile(f"^Haal deze tekst weg: .*{name}", re.IGNORECASE)).click()
    expect(page.locator(".ww-unsent .ww-quote")).to_have_count(0)
    assert screen.drafts(page) == []


def test_a_process_step_is_added_and_moved_by_keyboard(page: Page, server: Server, answered: str) -> None:
    screen.open_section(page, server, answered, STEP)
    page.get_by_text("Werkproces van nu").click()
    for number, words in enumerate(("Team belt", "Gesprek thuis"), 1):
        page.get_by_role("button", name="Voeg een processtap toe").press("Enter")
        expect(page.get_by_label(f"Wat gebeurt er in processtap {number}?")).to_be_focused()
        page.keyboard.type(words)
    page.get_by_role("button", name="Processtap 2 omhoog").press("Enter")

    expect(page.get_by_label("Wat gebeurt er in processtap 1?")).to_have_value("Gesprek thuis")
    expect(page.get_by_role("button", name="Processtap 1 omlaag")).to_be_focused()
    steps = ["Gesprek thuis", "Team belt"]
    screen.wait_for(lambda: str([step.what for step in _process(server, answered)]), str(steps))


def _process(server: Server, assessment: str) -> list[ProcessStep]:
    return list(server.store.load(assessment).assessment.process.values())
