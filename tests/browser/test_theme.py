"""A theme in a real browser: the first screen of the first visitor has its colours, font and logo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import screen
from tests.browser.server import Server

RED, SAND = "rgb(122, 0, 0)", "rgb(245, 238, 224)"
THEME = """kleuren:
  hoofdkleur: "#7a0000"
  link: "#7a0000"
  zijbalk: "#f5eee0"
lettertype: Georgia
logo: logo.svg
"""


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app with a theme."""
    folder: Path = tmp_path_factory.mktemp("thema")
    (folder / "thema.yaml").write_text(THEME)
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"/>')
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WAS_WORDT_THEMA", str(folder / "thema.yaml"))
        server = Server(folder)
    try:
        server.start()
        yield server
    finally:
        server.close()


def _style(element: Locator, name: str) -> str:
    found: str = element.evaluate("(element, name) => getComputedStyle(element)[name]", name)
    return found


def test_the_first_screen_has_the_colours_font_and_logo_of_the_theme(page: Page, themed: Server) -> None:
    page.goto(themed.url)
    screen.settle(page)

    assert _style(page.get_by_role("button", name="Begin", exact=True), "backgroundColor") == RED
    assert _style(page.locator("[data-testid=stSidebar]"), "backgroundColor") == SAND
    assert _style(page.get_by_role("heading", level=1), "fontFamily").startswith("Georgia")
    assert _style(page.get_by_text("Bekijk een ingevuld voorbeeld"), "color") == RED
    expect(page.locator("[data-testid=stSidebarLogo]")).to_be_visible()
