"""Particulars are saved like answers: while typing, and before a click can lead away."""

import pytest
from playwright.sync_api import Locator, Page, expect

from app_pages.cards.particulars import SUBJECT
from questionnaire.model.assessment import ParticularField, Particulars
from tests.browser import screen
from tests.browser.server import Server

REFERENCE = ParticularField.REFERENCE


def _input(page: Page, field: ParticularField) -> Locator:
    return screen.card(page, SUBJECT).locator(f'[data-field="{field.value}"]').locator("input, select")


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
    screen.wait_until_saved(overview, SUBJECT)


def test_a_quick_click_to_another_page_loses_nothing(overview: Page, server: Server, assessment: str) -> None:
    _input(overview, REFERENCE).press_sequentially("Z/1")
    overview.get_by_role("link", name="Resultaten").click()
    expect(screen.heading(overview, "Resultaten")).to_be_visible()

    screen.wait_for(lambda: _stored(server, assessment).reference, "Z/1")


def test_the_confidentiality_is_chosen_from_a_short_list(overview: Page, server: Server, assessment: str) -> None:
    choice = _input(overview, ParticularField.CONFIDENTIALITY)
    options = ["Niet ingevuld", "openbaar", "beperkt openbaar", "intern", "vertrouwelijk"]
    expect(choice.locator("option")).to_have_text(options)
    choice.select_option("intern")

    screen.wait_for(lambda: _stored(server, assessment).value(ParticularField.CONFIDENTIALITY), "intern")
