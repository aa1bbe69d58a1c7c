"""The plan in a real browser: from a norm below target to an action that is saved, kept and counted."""

from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.plan import Action, ActionField
from questionnaire.store import Change
from tests.browser import screen
from tests.browser.server import Server
from tests.browser.test_keyboard import tab_to

FIRST, SECOND, *_ = screen.norms("stap-1")
SUBJECT = "actie:aaaaaaa1"
WORDS = "Maak een afspraak met de toegang."
WHAT = "Wat gaat er gebeuren?"


@pytest.fixture
def below(server: Server, assessment: str) -> str:
    """An assessment with two norms below their target."""
    levels = [Change(norm, AnswerField.LEVEL, Level.SOMETIMES, 0) for norm in (FIRST, SECOND)]
    server.store.save_many(assessment, levels, author="")
    return assessment


@pytest.fixture
def planned(server: Server, below: str) -> str:
    """The same with an action for the first norm."""
    values = {ActionField.WHAT: WORDS, ActionField.NORMS: FIRST, ActionField.DUE: "2027-03-31"}
    changes = [Change(SUBJECT, field, value, 0) for field, value in values.items()]
    server.store.save_many(below, changes, author="")
    return below


def _actions(server: Server, assessment: str) -> list[Action]:
    return list(server.store.load(assessment).assessment.actions.values())


def _unfold(page: Page) -> None:
    screen.card(page, SUBJECT).locator("summary").first.click()
    expect(screen.text(page, SUBJECT, ActionField.WHAT)).to_be_visible()


def test_from_a_norm_to_an_action_with_the_keyboard_alone(page: Page, server: Server, below: str) -> None:
    screen.open_page(page, server, below, "plan")
    for norm in (FIRST, SECOND):
        tab_to(page, f".st-key-kies-{norm}")
        page.keyboard.press("Space")
    tab_to(page, "[data-testid=stFormSubmitButton]")
    page.keyboard.press("Enter")

    expect(page.get_by_label(WHAT)).to_be_focused()
    expect(page.get_by_label(WHAT)).to_be_in_viewport()
    screen.settle(page)
    (made,) = _actions(server, below)
    assert set(made.norms) == {FIRST, SECOND}
    page.keyboard.press("Control+End")
    page.keyboard.type(" Met het toetsenbord.")
    screen.wait_for(lambda: _actions(server, below)[0].what, f"{made.what} Met het toetsenbord.")
    screen.wait_until_saved(page, made.subject)

    screen.card(page, made.subject).get_by_role("button", name="Verwijder deze actie").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Zet de actie terug")).to_be_focused()
    screen.wait_for(lambda: str(_actions(server, below)), "[]")
    page.keyboard.press("Enter")
    expect(page.get_by_label(WHAT)).to_be_focused()
    screen.wait_for(lambda: " ".join(each.id for each in _actions(server, below)), made.id)


def test_from_gap_to_action_to_report(page: Page, server: Server, below: str) -> None:
    screen.open_page(page, server, below, "plan")
    page.locator(f".st-key-kies-{FIRST} label").click()
    page.get_by_role("button", name="Maak een actie van de gekozen normen").click()
    expect(page.get_by_label(WHAT)).to_be_focused()
    screen.settle(page)
    page.get_by_label(WHAT).fill(WORDS)
    screen.wait_for(lambda: _actions(server, below)[0].what, WORDS)

    page.get_by_role("link", name="Rapport en bestanden").click()
    expect(screen.heading(page, "Rapport en bestanden")).to_be_visible()
    screen.settle(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download het Word-rapport", exact=True).click()
    text = _words_in(download.value.path())
    assert "Plan van aanpak" in text
    assert WORDS in text


def _words_in(report: Path) -> str:
    """All text in the body of a Word document."""
    return "\n".join("".join(paragraph.itertext()) for paragraph in docx.Document(str(report)).element.body.iter())


def test_words_are_kept_while_typing_and_not_called_saved_before(page: Page, server: Server, planned: str) -> None:
    screen.open_page(page, server, planned, "plan")
    _unfold(page)
    field, status = screen.text(page, SUBJECT, ActionField.NOTE), screen.status(page, SUBJECT)
    screen.wait_until_saved(page, SUBJECT)

    field.press_sequentially("Zie het jaarplan. ")
    expect(status).to_have_attribute("data-state", "waiting")
    screen.wait_until_saved(page, SUBJECT)
    assert _actions(server, planned)[0].note == "Zie het jaarplan. "
    page.keyboard.type("En de begroting.")
    expect(field).to_be_focused()
    screen.wait_for(lambda: _actions(server, planned)[0].note, "Zie het jaarplan. En de begroting.")


def test_two_tabs_on_one_action_keep_both_texts(page: Page, server: Server, planned: str) -> None:
    screen.open_page(page, server, planned, "plan")
    _unfold(page)
    with server.suspended():  # so the news of the one text and the other text arrive together
        seen = server.store.load(planned).seen[SUBJECT, ActionField.WHAT]
        server.store.save(planned, SUBJECT, ActionField.WHAT, "Van een collega", seen=seen, author="Jurist")
        screen.text(page, SUBJECT, ActionField.WHAT).fill("Van mij")
    choice = screen.card(page, SUBJECT).get_by_role("button", name="Bewaar beide onder elkaar")
    expect(choice).to_be_visible()
    assert _actions(server, planned)[0].what == "Van een collega"

    choice.click()
    both = "Van een collega\n\nVan mij"
    screen.wait_for(lambda: _actions(server, planned)[0].what, both)
    expect(screen.text(page, SUBJECT, ActionField.WHAT)).to_have_value(both)


def test_the_expected_effect_follows_the_ticks(page: Page, server: Server, planned: str) -> None:
    screen.open_page(page, server, planned, "plan")
    expect(page.locator(".js-plotly-plot")).to_be_visible()
    tick = page.locator(".st-key-telt-aaaaaaa1")
    expect(page.get_by_text("Als deze actie echt gebeurt")).to_be_visible()

    tick.locator("label").click()
    expect(page.get_by_text("U hebt geen actie aangekruist.")).to_be_visible()
    screen.settle(page)
    page.get_by_role("button", name="Alle acties").click()
    expect(tick.locator("input")).to_be_checked()
    expect(page.get_by_text("Als deze actie echt gebeurt")).to_be_visible()
