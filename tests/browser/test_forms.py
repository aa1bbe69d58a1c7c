"""A form for a colleague in a real browser: made, filled in elsewhere, read back, chosen and saved."""

import io
import zipfile
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from questionnaire.comparison.form_fields import FormField
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Level
from tests.app_pages.filled_forms import fill
from tests.browser import screen
from tests.browser.server import Server

STEP = "stap-1"
FIRST, SECOND, THIRD = screen.norms(STEP)[:3]
CODE = questionnaire().norm_by_id[FIRST].code
BEFORE, OURS, THEIRS = "Zo was het.", "Zo schreven wij het op.", "Wij bellen binnen twee dagen.\nTwee collega’s."
FILE = "van de teamleider.docx"


def _upload(page: Page, name: str, content: bytes) -> None:
    page.locator("input[type=file]").set_input_files(
        FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
    )


def _make_form(page: Page, assessment: str, server: Server, tmp_path: Path) -> bytes:
    """Make a form of the first step for a colleague, as a visitor does."""
    screen.open_page(page, server, assessment, "invullijsten")
    page.get_by_text("Eén stap of thema", exact=True).click()
    screen.settle(page)
    page.get_by_label("Voor wie?").fill("teamleider toegang")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Maak de invullijst").press("Enter")
    (form,) = _wait_for_form(page, server, assessment)
    expect(page.locator("code")).to_contain_text(form)
    expect(page.get_by_role("table").get_by_text("teamleider toegang")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download de invullijst").click()
    download.value.save_as(tmp_path / "lijst.docx")
    return (tmp_path / "lijst.docx").read_bytes()


def _wait_for_form(page: Page, server: Server, assessment: str) -> tuple[str, ...]:
    expect(page.get_by_text("Bericht om mee te sturen")).to_be_visible()
    return tuple(form.number for form in server.store.forms.of(assessment))


def test_a_form_goes_out_comes_back_and_is_taken_in(
    page: Page, server: Server, assessment: str, tmp_path: Path
) -> None:
    server.store.save(assessment, FIRST, AnswerField.PRACTICE, BEFORE, seen=0, author="")
    form = _make_form(page, assessment, server, tmp_path)
    filled = fill(
        form,
        {
            (FIRST, FormField.PRACTICE): THEIRS,
            (SECOND, FormField.LEVEL): "2 · Deels geregeld",
            (THIRD, FormField.LEVEL): "2/3",
        },
    )
    seen = server.store.load(assessment).seen[FIRST, AnswerField.PRACTICE]
    server.store.save(assessment, FIRST, AnswerField.PRACTICE, OURS, seen=seen, author="collega")

    page.get_by_role("link", name="Een bestand teruglezen").click()
    expect(screen.heading(page, "Bestanden teruglezen")).to_be_visible()
    screen.settle(page)
    _upload(page, FILE, filled)
    expect(page.get_by_role("heading", name="Niet gelezen: kijk hier zelf naar (1)")).to_be_visible()
    expect(page.get_by_text("1 nog te kiezen")).to_be_visible()
    assert server.answer(assessment, SECOND).level is None

    page.get_by_role("radio", name="Bewaar beide onder elkaar").press("Space")
    expect(page.get_by_text("0 nog te kiezen")).to_be_visible()
    page.get_by_role("button", name="Sla 2 velden op").press("Enter")
    expect(page.get_by_text(f"Er zijn 2 velden opgeslagen uit {FILE}.")).to_be_visible()
    assert server.answer(assessment, SECOND).level is Level.PARTLY

    page.get_by_test_id("stMain").get_by_role("link", name=CODE).click()
    expect(screen.text(page, FIRST)).to_have_value(f"{OURS}\n\n{THEIRS}")
    screen.open_history(page, FIRST)
    expect(page.get_by_role("dialog").get_by_text(f"uit {FILE}").first).to_be_visible()


def test_a_file_that_is_no_form_says_why_and_changes_nothing(page: Page, server: Server, assessment: str) -> None:
    before = server.store.load(assessment)
    screen.open_page(page, server, assessment, "teruglezen")
    _upload(page, "brief.docx", b"Geachte heer, mevrouw,")
    expect(page.get_by_text("Dit bestand herkennen wij niet.")).to_be_visible()
    _upload(page, "bom.docx", _bomb())
    expect(page.get_by_role("heading", name="2 bestanden bekeken")).to_be_visible()
    expect(page.get_by_text("Uit dit bestand komt niets.")).to_have_count(2)

    page.get_by_role("button", name="Leg brief.docx weg").click()
    expect(page.get_by_role("heading", name="1 bestand bekeken")).to_be_visible()
    assert server.store.load(assessment) == before


def _bomb() -> bytes:
    """A small file that becomes very large when it is opened."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 200_000_000)
    return target.getvalue()
