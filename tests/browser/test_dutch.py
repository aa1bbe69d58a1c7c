"""No English of Streamlit's in what opens, hovers, fails or gets lost.

The screens themselves are checked in test_accessibility, for a part in another language is a barrier too.
"""

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import streamlit
from playwright.sync_api import FilePayload, Locator, Page, expect

from questionnaire.example import EXAMPLE_ID
from tests.browser import scenes, screen
from tests.browser.english import DICTIONARY, english_on, nonsense_on
from tests.browser.scenes import Scene
from tests.browser.server import Server

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
USED = (
    "DateInput Selectbox Multiselect FileUploader DownloadButton TextInput TextArea InputInstructions WidgetLabel"
)
NOT_USED = {
    "Choose date range",
    "Clear dates",
    "Date range",
    "Quick select a date range",
    "Drag and drop directories here",
    "Upload directories",
    "Hide password",
    "Show password",
    "Invalid input.",
    "Deferred download not properly configured",
    "Download Button",
}
"""What these widgets say only when used in a way that we do not use them."""
PHRASE = re.compile(r"`([A-Z][a-z]+(?: [A-Za-z]+)+[.]?)`")


@pytest.fixture
def start(page: Page, server: Server) -> Iterator[Page]:
    """The start page, checked again after what a test did there."""
    Scene(page, server, "").open("")
    yield page
    _assert_dutch(page)


def _assert_dutch(page: Page) -> None:
    assert english_on(page) == []
    assert nonsense_on(page) == []


def test_lists_to_choose_from_speak_dutch(start: Page) -> None:
    one = start.get_by_role("combobox", name="Gemeente")
    screen.open_list(one)
    _assert_dutch(start)
    one.press_sequentially("xyzzy")
    expect(start.get_by_text("Geen resultaten")).to_be_visible()
    _assert_dutch(start)
    one.press("Escape")

    start.get_by_text("Een samenwerking van gemeenten", exact=True).click()
    expect(start.get_by_label("Naam van de samenwerking")).to_be_visible()
    screen.settle(start)
    several = start.get_by_role("combobox", name="Gemeenten in de samenwerking")
    several.press_sequentially("Bergen (L")
    start.get_by_role("option", name="Bergen (Limburg)").click()
    expect(start.locator('[aria-label="Verwijder Bergen (Limburg)"]').last).to_be_visible()
    several.press_sequentially("xyzzy")
    expect(start.get_by_text("Geen resultaten")).to_be_visible()


def _hover(target: Locator) -> None:
    """Come from elsewhere, so that it is noticed the second time too."""
    target.page.mouse.move(0, 0)
    target.hover(force=True)


def test_the_calendar_knows_dutch_months(page: Page, server: Server, assessment: str) -> None:
    Scene(page, server, assessment).open("overzicht")
    month = page.get_by_role("spinbutton", name="maand")
    month.click()
    month.press_sequentially("03")
    expect(month).to_have_attribute("aria-valuetext", "03 – maart")
    page.keyboard.press("Enter")
    screen.settle(page)
    opener = page.get_by_role("button", name="Datum kiezen").last
    screen.repeat_until_visible(opener.click, page.get_by_role("button", name="Vorige maand"))
    expect(page.get_by_role("gridcell").first).to_be_visible()
    _assert_dutch(page)


def test_the_upload_field_speaks_dutch(start: Page) -> None:
    screen.unfold(start, "Een bewaard bestand openen")
    field = start.locator("[data-testid=stFileUploader]")
    expect(field.locator("button")).to_have_text(re.compile("Bestand kiezen$"))
    expect(field.get_by_text("Hoogstens 10 MB per bestand")).to_be_visible()
    for name, kind, size, message in (
        ("brief.txt", "text/plain", 1, "kunnen hier niet."),
        ("groot.json", "application/json", 11_000_000, "Het bestand mag hoogstens 10 MB zijn."),
        ("goed.json", "application/json", 1, "goed.json"),
    ):
        field.locator("input").set_input_files(FilePayload(name=name, mimeType=kind, buffer=b" " * size))
        expect(field.get_by_text(message).first).to_be_visible()
        _assert_dutch(start)
    expect(start.get_by_role("button", name="Voeg dit bestand toe")).to_be_visible()


def test_help_is_dutch_and_keys_open_nothing_english(start: Page, assessment: str) -> None:
    start.reload()  # with an assessment to go on with, the role is asked below
    screen.settle(start)
    screen.unfold(start, "Uw naam of rol")
    sign = start.get_by_test_id("stTooltipHoverTarget").first
    screen.repeat_until_visible(partial(_hover, sign), start.get_by_text("Zo zien collega’s in de geschiedenis"))
    _assert_dutch(start)

    start.locator("h1").click()
    for key in ("c", "r", "?"):
        start.keyboard.press(key)
    screen.settle(start)
    expect(start.get_by_role("dialog")).to_have_count(0)
    expect(start.get_by_test_id("stMainMenu")).to_have_count(0)
    expect(start.get_by_test_id("stAppDeployButton")).to_have_count(0)


def test_charts_and_their_tooltips_speak_dutch(page: Page, server: Server) -> None:
    Scene(page, server, EXAMPLE_ID).open("resultaten")
    screen.unfold(page, "Hoe de scores tot stand komen")
    chart = page.locator(".js-plotly-plot").first
    bar = chart.locator(".bars path").first
    screen.repeat_until_visible(partial(_hover, bar), chart.locator(".hoverlayer").get_by_text("behaald").first)
    screen.open_list(page.get_by_role("combobox", name="Reken na"))

    _assert_dutch(page)


def test_a_page_that_does_not_exist_is_told_in_dutch(page: Page, server: Server) -> None:
    Scene(page, server, "").open("bestaat-niet")
    expect(screen.heading(page, "Was-wordt lijst")).to_be_visible()

    expect(page.get_by_role("dialog").get_by_text("Deze pagina bestaat niet.")).to_be_visible()
    _assert_dutch(page)


def test_a_lost_connection_is_told_in_dutch(page: Page, tmp_path: Path) -> None:
    server = Server(tmp_path)
    try:
        server.start()
        screen.open_section(page, server, server.new_assessment(), scenes.STEP)
        server.kill()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_text("De app reageert niet.")).to_be_visible(timeout=60_000)
        expect(dialog.get_by_text("Wat is opgeslagen, blijft bewaard.")).to_be_visible()

        _assert_dutch(page)
    finally:
        server.close()


def test_without_javascript_the_page_says_so_in_dutch(page: Page, server: Server) -> None:
    text = page.request.get(server.url, headers={"Accept": "text/html"}).text()

    assert '<html lang="nl">' in text
    assert re.findall(r"<noscript>(.*?)</noscript>", text, re.DOTALL) == [
        "Zet JavaScript aan om deze app te gebruiken."
    ]


@pytest.mark.parametrize("part", USED.split())
def test_every_phrase_in_a_part_of_streamlit_that_we_use_has_its_dutch(part: str) -> None:
    """A tripwire for a new version of Streamlit: what it says anew must be translated or named as not used."""
    words = json.loads(DICTIONARY.read_text(encoding="utf-8"))["words"]
    (script,) = SCRIPTS.glob(f"{part}.*.js")

    found = set(PHRASE.findall(script.read_text(encoding="utf-8"))) - CODE
    assert found - NOT_USED <= set(words)


CODE = {"Source Code Pro", "Source Sans", "Source Serif"}
