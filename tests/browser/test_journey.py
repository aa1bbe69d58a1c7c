"""The main job from beginning to end, as a policy officer does it: start, stop, go on, read, download.

Meanwhile the app calls no other computer.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook  # type: ignore[import-untyped]
from playwright.sync_api import FilePayload, Page, expect

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Level
from tests.browser import scenes, screen
from tests.browser.conftest import running
from tests.browser.recorder import outgoing, recording
from tests.browser.scenes import Scene
from tests.browser.server import Server

ROLE = "Beleidsmedewerker"
TITLE = "Gemeente Bergen (Limburg)"
FILE_NAME = re.compile(r"was-wordt-gemeente-bergen-limburg-\d{4}-\d\d-\d\d\.docx")
FIRST_PRACTICE = "Het wijkteam kijkt breed, maar zonder vaste vragen."
SECOND_PRACTICE = "Er is één formulier voor alle loketten – nog geen afspraak over “terugbellen”."
STEPS = ("stap-1", "stap-3")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app of which every call to another computer is written down; there may be none."""
    with recording(tmp_path_factory.mktemp("recorder")) as connections:
        with running(tmp_path_factory.mktemp("server")) as server:
            yield server
        assert outgoing(connections) == []


def test_from_start_to_word_report(page: Page, new_page: Callable[[], Page], server: Server) -> None:
    assessment = _begin(page, server)
    _fill_in_a_norm(page, STEPS[0], Level.PARTLY, FIRST_PRACTICE)
    _go_to(page, "stap-3")
    _fill_in_a_norm(page, STEPS[1], Level.ARRANGED, SECOND_PRACTICE)
    page.close()

    next_week = new_page()
    _go_on(next_week, server)
    _fill_in_what_is_left(server, assessment)
    _read_results(next_week)
    _go_to(next_week, "rapport")
    report = _download(next_week, "Download het Word-rapport")

    assert FILE_NAME.fullmatch(report.name)
    text = _word_text(report.path)
    for expected in (TITLE, FIRST_PRACTICE, SECOND_PRACTICE, "Kernlijst", "Deels geregeld", "Verbeterpunten"):
        assert expected.lower() in text.lower(), expected
    stored = server.store.load(assessment).assessment
    assert stored.organisation.municipalities[0].code == "GM0893"
    first = screen.norms(STEPS[0])[0]
    assert {event.author for event in server.store.history(assessment, first)} == {ROLE}


def _begin(page: Page, server: Server) -> str:
    """Give a role and start a core list for the Bergen of Limburg."""
    Scene(page, server, "").open("")
    choice = page.get_by_role("combobox", name="Gemeente")
    screen.open_list(choice)
    choice.press_sequentially("Bergen (")
    expect(page.get_by_role("option", name="Bergen (Noord-Holland)", exact=True)).to_be_visible()
    page.get_by_role("option", name="Bergen (Limburg)", exact=True).click()
    screen.settle(page)
    screen.begin(page, ROLE)
    expect(screen.heading(page, TITLE)).to_be_visible()
    screen.settle(page)
    page.get_by_role("link", name="Begin bij stap 1").click()
    expect(screen.heading(page, "Stap 1")).to_be_visible()
    screen.settle(page)
    return page.url.split("z=")[1].split("&")[0]


def _fill_in_a_norm(page: Page, section: str, level: Level, practice: str) -> None:
    norm = screen.norms(section)[0]
    screen.level_option(page, norm, level).click()
    expect(screen.level(page, norm, level)).to_be_checked()
    screen.text(page, norm).fill(practice)
    screen.wait_until_saved(page, norm)


def _go_to(page: Page, name: str) -> None:
    page.locator(f'[data-testid=stSidebar] a[href*="{name}?"]').click()
    page.wait_for_url(f"**/{name}?*")
    screen.settle(page)


def _go_on(page: Page, server: Server) -> None:
    """Come back with another browser and find everything as it was left."""
    Scene(page, server, "").open("")
    page.get_by_role("link", name=f"Ga verder met {TITLE}").click()
    expect(screen.heading(page, TITLE)).to_be_visible()
    expect(page.get_by_text("Kernlijst: 2 van 39 normen ingevuld")).to_be_visible()
    _go_to(page, "stap-3")
    norm = screen.norms("stap-3")[0]
    expect(screen.level(page, norm, Level.ARRANGED)).to_be_checked()
    expect(screen.text(page, norm)).to_have_value(SECOND_PRACTICE)


def _fill_in_what_is_left(server: Server, assessment: str) -> None:
    """The other norms, not through the screen: that would take an hour here too."""
    answered = server.store.load(assessment).assessment.answers
    for norm in questionnaire().norms:
        if norm.id not in answered:
            server.store.save(assessment, norm.id, AnswerField.LEVEL, Level.SOMETIMES, seen=0, author=ROLE)


def _read_results(page: Page) -> None:
    _go_to(page, "resultaten")
    screen.unfold(page, "Hoe de scores tot stand komen")
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    point = page.locator('[data-testid=stMain] a[href*="norm="]').first
    code = point.inner_text().split()[0]
    point.click()
    expect(page.get_by_text("Toon weer alle normen")).to_be_visible()
    expect(page.locator(".ww-code")).to_have_text([code])
    screen.settle(page)


class Downloaded:
    """A file that the browser saved."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path


def _download(page: Page, label: str) -> Downloaded:
    with page.expect_download() as download:
        page.get_by_role("link", name=label, exact=True).click()
    return Downloaded(download.value.suggested_filename, download.value.path())


def _word_text(path: Path) -> str:
    """All text of the report, one line per paragraph."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        document = etree.fromstring(package.read("word/document.xml"))
    paragraphs = ("".join(text.text or "" for text in each.iter(f"{WORD}t")) for each in document.iter(f"{WORD}p"))
    return "\n".join(paragraphs)


def test_a_downloaded_assessment_comes_in_again_as_a_new_one(page: Page, server: Server) -> None:
    original = scenes.fill_in(server)
    Scene(page, server, original).open("rapport")
    saved = _download(page, "Download de zelfbeoordeling").path.read_bytes()
    before = {summary.id for summary in server.store.summaries()}

    _upload(page, server, saved)
    expect(screen.heading(page, "Gemeente Utrecht")).to_be_visible()

    (added,) = {summary.id for summary in server.store.summaries()} - before
    assert server.store.load(added).assessment.answers == server.store.load(original).assessment.answers
    assert json.loads(saved)["schema"] == "was-wordt/zelfbeoordeling"


def test_a_damaged_file_is_told_and_adds_nothing(page: Page, server: Server) -> None:
    before = server.store.summaries()
    _upload(page, server, b'{"schema": "was-wordt/zelfbeoordeling", ')

    expect(page.get_by_text("Het bestand is niet toegevoegd; er is niets gewijzigd.")).to_be_visible()
    expect(page.get_by_text("Het bestand is beschadigd of geen JSON.")).to_be_visible()
    assert server.store.summaries() == before


def _upload(page: Page, server: Server, data: bytes) -> None:
    Scene(page, server, "").open("")
    screen.unfold(page, "Een bewaard bestand openen")
    page.locator("input[type=file]").set_input_files(
        FilePayload(name="terug.json", mimeType="application/json", buffer=data)
    )
    page.get_by_role("button", name="Voeg dit bestand toe").click()


def test_answers_open_in_excel_and_as_csv(page: Page, server: Server) -> None:
    Scene(page, server, scenes.fill_in(server)).open("rapport")
    excel = _download(page, "Download de antwoorden voor Excel")
    table = _download(page, "Download de antwoorden als CSV")

    sheet = load_workbook(io.BytesIO(excel.path.read_bytes())).worksheets[0]
    cells = [[str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    text = table.path.read_text(encoding="utf-8-sig")
    lines = list(csv.reader(io.StringIO(text), csv.Sniffer().sniff(text.splitlines()[0])))
    for rows in (cells, lines):
        assert any(scenes.SUSPECT_TEXT in row for row in rows)
    assert len(lines) > len([norm for norm in questionnaire().norms if norm.depth == "kern"])
    assert (excel.name[-5:], table.name[-4:]) == (".xlsx", ".csv")
