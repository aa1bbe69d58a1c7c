"""An own template in a real browser: upload, look, use, and the downloaded report is in the house style."""

import io
import re
import zipfile
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from reporting.report import STANDARD_TEMPLATE
from tests.browser import screen
from tests.browser.server import Server

THEME, MARK = "word/theme/theme1.xml", "Huisstijl Utrecht"
SCHEME_NAME, MARKED = re.compile(rb'(?<=<a:clrScheme name=")[^"]*'), MARK.encode()


def _own_template() -> bytes:
    """The standard template with a theme that can be recognised."""
    target = io.BytesIO()
    with zipfile.ZipFile(STANDARD_TEMPLATE) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            archive.writestr(name, SCHEME_NAME.sub(MARKED, content) if name == THEME else content)
    return target.getvalue()


def _theme_of(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(THEME).decode()


def _download(page: Page, label: str) -> Path:
    offered = page.get_by_role("link", name=label, exact=True).or_(page.get_by_role("button", name=label))
    with page.expect_download() as download:
        offered.click()
    return download.value.path()


def _upload(page: Page, content: bytes) -> None:
    page.locator("input[type=file]").set_input_files(
        FilePayload(name="huisstijl.docx", mimeType="application/octet-stream", buffer=content)
    )
    screen.settle(page)


def test_an_own_template_is_checked_used_and_taken_away(page: Page, server: Server, assessment: str) -> None:
    screen.open_page(page, server, assessment, "huisstijl")
    _upload(page, _own_template())
    expect(page.get_by_text("Met dit sjabloon kan een rapport worden gemaakt.")).to_be_visible()
    assert MARK in _theme_of(_download(page, "Download het proefrapport"))
    assert server.store.templates.find(assessment) is None

    page.get_by_role("button", name="Gebruik dit sjabloon").click()
    expect(page.get_by_text("huisstijl.docx, gekozen om")).to_be_visible()
    screen.open_page(page, server, assessment, "rapport")
    assert MARK in _theme_of(_download(page, "Download het Word-rapport"))

    screen.open_page(page, server, assessment, "huisstijl")
    page.get_by_role("button", name="Stop met dit sjabloon").click()
    expect(page.get_by_text("Het standaardsjabloon.", exact=True)).to_be_visible()
    screen.open_page(page, server, assessment, "rapport")
    assert MARK not in _theme_of(_download(page, "Download het Word-rapport"))


def test_a_template_that_cannot_be_used_says_why(page: Page, server: Server, assessment: str) -> None:
    screen.open_page(page, server, assessment, "huisstijl")
    _upload(page, b"Geachte heer, mevrouw,")

    expect(page.get_by_text("Dit bestand kan geen sjabloon zijn; er is niets gewijzigd.")).to_be_visible()
    expect(page.get_by_role("button", name="Gebruik dit sjabloon")).to_have_count(0)
