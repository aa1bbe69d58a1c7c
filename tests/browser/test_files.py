"""Links to files in a real browser: by keyboard, and with the reason on screen when there is no file."""

from playwright.sync_api import Page, expect

from tests.browser import screen
from tests.browser.server import Server


def test_a_link_gives_its_file_by_keyboard_and_the_page_stays(page: Page, server: Server, assessment: str) -> None:
    screen.open_page(page, server, assessment, "rapport")
    here = page.url
    with page.expect_download() as download:
        page.get_by_role("link", name="Download de antwoorden als CSV").press("Enter")
    assert download.value.suggested_filename == "was-wordt-gemeente-utrecht-2026-01-31.csv"
    assert download.value.failure() is None
    assert page.url == here


def test_where_there_is_no_file_the_reason_is_on_screen_with_a_way_back(
    page: Page, server: Server, assessment: str
) -> None:
    screen.open_page(page, server, assessment, "rapport")
    link = page.get_by_role("link", name="Download de interne bijlage")
    expect(link).to_be_visible()
    server.store.remove(assessment, author="")
    link.press("Enter")
    expect(page.get_by_text("Deze zelfbeoordeling is hier niet (meer).")).to_be_visible()
    assert page.title() == "Geen bestand · Was-wordt lijst"

    server.store.restore(assessment)
    page.get_by_role("link", name="Terug naar de pagina").press("Enter")
    expect(page.get_by_role("heading", name="Rapport en bestanden")).to_be_visible()
