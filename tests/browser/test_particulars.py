"""Particulars are saved like answers: while typing, and before a click can lead away."""

import pytest
from playwright.sync_api import Locator, Page, expect

from app_pages.cards.particular_inputs import PARTICULARS_CARD, particular_key
from questionnaire.model.assessment import ParticularField, Particulars
from tests.browser import screen
from tests.browser.server import Server

REFERENCE = ParticularField.REFERENCE


def _input(page: Page, field: ParticularField) -> Locator:
    return page.locator(f".st-key-{particular_key(field)} input")


def _stored(server: Server, assessment: str) -> Particulars:
    return server.store.load(assessment).assessment.particulars


@pytest.fixture
def overview(page: Page, server: Server, assessment: str) -> Page:
    screen.open_page(page, server, assessment, "overzicht")
    return page


def test_what_is_typed_is_saved_without_leaving_the_field(overview: Page, server: Server, assessment: str) -> None:
    _input(overview, REFERENCE).press_sequentially("Z/2026 ")
    screen.wait_for(lambda: _stored(server, assessment).reference, "Z/2026 ")
    _input(overview, REFERENCE).press_sequentially("/42")
    screen.wait_for(lambda: _stored(server, assessment).reference, "Z/2026 /42")

    expect(_input(overview, REFERENCE)).to_be_focused()
    expect(screen.status(overview, PARTICULARS_CARD).locator(".ww-saved")).to_be_visible()


def test_a_quick_click_to_another_page_loses_nothing(overview: Page, server: Server, assessment: str) -> None:
    _input(overview, REFERENCE).press_sequentially("Z/1")
    overview.get_by_role("link", name="Resultaten").click()
    expect(screen.heading(overview, "Resultaten")).to_be_visible()

    assert _stored(server, assessment).reference == "Z/1"


def test_the_confidentiality_is_chosen_from_a_short_list(overview: Page, server: Server, assessment: str) -> None:
    choice = overview.get_by_role("combobox", name="Vertrouwelijkheid")
    screen.open_list(choice)
    options = overview.get_by_role("option")
    expect(options).to_have_text(["Niet ingevuld", "openbaar", "beperkt openbaar", "intern", "vertrouwelijk"])
    options.filter(has_text="intern").click()

    screen.wait_for(lambda: _stored(server, assessment).value(ParticularField.CONFIDENTIALITY), "intern")
