"""Whatever somebody uploads is read by the right reader, or refused with what to do."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from docx import Document

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.offered import OfferedFile, Source
from questionnaire.errors import InvalidInputError
from questionnaire.exchange.document import to_json
from questionnaire.model.assessment import Answer, Level
from questionnaire.scoring.score import score_assessment
from questionnaire.versions.history import content_of
from reporting.forms.excel.form import make_excel_form
from reporting.forms.layout import FormChoice
from reporting.forms.own_list.reading import OldList
from reporting.forms.recognise import read_upload, recognise
from reporting.forms.word.form import make_word_form
from reporting.guard import RefusedFileError
from reporting.report import make_annex, make_report
from reporting.tables.answers import to_excel
from tests.questionnaire.plans import an_assessment as real_assessment
from tests.questionnaire.versions.next_version import NEW, NEW_NAME, OLD, OLD_NAME, SAME_ID, write_next_version
from tests.reporting.archive import changed, zipped
from tests.reporting.cases.builders import an_assessment
from tests.reporting.forms.commented import Reviewed
from tests.reporting.forms.filled import CONTENT, a_choice, filled
from tests.reporting.guard.hostile.parts import OLE

DAY = date(2026, 12, 1)


def without_properties(upload: bytes) -> bytes:
    """The file as some programs save it: without its own properties."""
    return changed(
        upload, lambda name, part: part.replace(b"was-wordt soort", b"iets anders") if "custom" in name else part
    )


def without_tags(upload: bytes) -> bytes:
    return changed(upload, lambda name, part: part.replace(b'"ww1|', b'"xx1|'))


def word_form() -> bytes:
    return make_word_form(a_choice(), DAY)


def excel_form() -> bytes:
    return make_excel_form(a_choice(), DAY)


def an_own_list() -> bytes:
    document = Document()
    table = document.add_table(2, 3)
    for row, texts in zip(
        table.rows, (("Was", "Wordt", "Actie"), ("Wij bellen", "Wij schrijven", "Brief")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def json_file() -> bytes:
    return to_json(filled(), CONTENT).encode()


def with_a_comment() -> bytes:
    report = Reviewed(make_report(score_assessment(CONTENT, filled()), DAY))
    report.write("Klopt dit?", report.cell("1.02", 2))
    return report.saved()


FILES: dict[str, tuple[Callable[[], bytes], Source]] = {
    "invullijst": (word_form, Source.WORD_FORM),
    "invullijst-zonder-eigenschappen": (lambda: without_properties(word_form()), Source.WORD_FORM),
    "invullijst-zonder-velden": (lambda: without_tags(word_form()), Source.WORD_FORM),
    "invullijst-kaal": (lambda: without_tags(without_properties(word_form())), Source.WORD_FORM),
    "excel": (excel_form, Source.EXCEL_FORM),
    "excel-zonder-eigenschappen": (lambda: without_properties(excel_form()), Source.EXCEL_FORM),
    "json": (json_file, Source.ASSESSMENT),
    "json-met-merkteken": (lambda: b"\xef\xbb\xbf\n" + json_file(), Source.ASSESSMENT),
    "rapport": (lambda: make_report(score_assessment(CONTENT, filled()), DAY), Source.COMMENTS),
    "bijlage": (lambda: make_annex(score_assessment(CONTENT, filled()), DAY), Source.COMMENTS),
    "rapport-met-opmerking": (with_a_comment, Source.COMMENTS),
    "rapport-met-opmerking-zonder-eigenschappen": (lambda: without_properties(with_a_comment()), Source.COMMENTS),
    "eigen-lijst": (an_own_list, Source.OLD_LIST),
}


@pytest.mark.parametrize(("make", "source"), FILES.values(), ids=FILES.keys())
@pytest.mark.parametrize("name", ["lijst.docx", "zonder-einde", "verkeerd.xlsx"])
def test_a_file_is_read_as_what_it_is_whatever_its_name(
    make: Callable[[], bytes], source: Source, name: str
) -> None:
    read = read_upload(make(), name, CONTENT)
    assert read.name == name
    if source is Source.OLD_LIST:
        assert isinstance(read, OldList)
    else:
        assert isinstance(read, OfferedFile)
        assert read.source is source


def test_what_is_read_is_what_was_filled_in() -> None:
    for make in (word_form, excel_form):
        read = read_upload(make(), "lijst", CONTENT)
        assert isinstance(read, OfferedFile)
        assert read.values["norm-1-01"][FormField.PRACTICE].text == "Wij bellen.\nElke week."
        assert read.identity.form == "K7QX-3M2P"


def other_zip(first: str = "lees.txt", text: str = "hallo") -> bytes:
    return zipped({first: text}, zipfile.ZIP_STORED)


def ole(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


def a_letter() -> bytes:
    target = io.BytesIO()
    Document().save(target)
    return target.getvalue()


def a_budget() -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        book.add_worksheet().write_string(0, 0, "Begroting")
    return target.getvalue()


def answers_in_excel() -> bytes:
    return to_excel(score_assessment(CONTENT, an_assessment({"norm-1-01": Answer(level=Level.SOMETIMES)})))


def with_macros(upload: bytes) -> bytes:
    kind = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    old = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return changed(upload, lambda name, part: part.replace(old, kind) if name == "[Content_Types].xml" else part)


ODF = "application/vnd.oasis.opendocument."
REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "leeg": (lambda: b"", "a.docx", "Dit bestand is leeg"),
    "spaties": (lambda: b" \n", "a.json", "Dit bestand is leeg"),
    "pdf": (lambda: b"%PDF-1.7\n", "a.pdf", "Dit is een PDF"),
    "pdf-met-andere-naam": (lambda: b"%PDF-1.7\n", "a.docx", "Dit is een PDF"),
    "doc": (lambda: ole("WordDocument"), "a.doc", "oud Word-bestand"),
    "xls": (lambda: ole("Workbook"), "a.xls", "oud Excel-bestand"),
    "wachtwoord": (lambda: ole("EncryptedPackage"), "a.xlsx", "zit een wachtwoord"),
    "outlook": (lambda: ole("__substg1.0"), "a.msg", "herkennen wij niet"),
    "odt": (lambda: other_zip("mimetype", f"{ODF}text"), "a.odt", "OpenDocument-bestand (.odt)"),
    "ods": (lambda: other_zip("mimetype", f"{ODF}spreadsheet"), "a.ods", "OpenDocument-bestand (.ods)"),
    "rtf": (lambda: b"{\\rtf1 x}", "a.rtf", "RTF-bestand"),
    "tekst": (lambda: b"Beste collega", "a.txt", "herkennen wij niet"),
    "beeld": (lambda: b"\x89PNG\r\n", "a.png", "herkennen wij niet"),
    "zip": (other_zip, "a.zip", "Word-bestand (.docx)"),
    "geknipt": (lambda: word_form()[:900], "a.docx", "beschadigd"),
    "excel-geknipt": (lambda: excel_form()[:900], "a.xlsx", "sla het op als 'Excel-werkmap (*.xlsx)'"),
    "excel-met-macro": (lambda: with_macros(excel_form()), "a.xlsm", "Verwijder dat in Excel"),
    "brief": (a_letter, "a.docx", "In dit Word-bestand staat geen invullijst van deze app"),
    "begroting": (a_budget, "a.xlsx", "In dit Excel-bestand is geen enkele norm herkend"),
    "antwoorden-in-excel": (answers_in_excel, "a.xlsx", "geen enkele norm herkend"),
    "andere-json": (lambda: b'{"a": 1}', "a.json", "dit is geen zelfbeoordeling"),
    "kapotte-json": (lambda: b'{"a": ', "a.json", ""),
}


@pytest.mark.parametrize(("make", "name", "text"), REFUSED.values(), ids=REFUSED.keys())
def test_anything_else_is_refused_with_what_to_do(make: Callable[[], bytes], name: str, text: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        read_upload(make(), name, CONTENT)
    message = str(refused.value)
    assert text in message
    assert any(verb in message for verb in ("Kies ", "Open ", "Vraag ", "Sla ", "sla ", "Verwijder ", "Haal "))


def test_a_hostile_file_is_refused_before_it_is_read() -> None:
    bomb = changed(
        excel_form(),
        lambda name, part: b" " * 40_000_000 if name == "xl/workbook.xml" else part,
        zipfile.ZIP_DEFLATED,
    )
    with pytest.raises(RefusedFileError, match="uitgepakt is het te groot"):
        recognise(bomb, "a.xlsx")


@pytest.mark.parametrize("make", [make_word_form, make_excel_form])
def test_a_form_of_the_version_before_is_read_for_the_norms_of_now(
    make: Callable[[FormChoice, date], bytes], tmp_path: Path
) -> None:
    folder = write_next_version(tmp_path / "inhoud")
    old, new = content_of(OLD, folder), content_of(NEW, folder)
    assessment = real_assessment({OLD_NAME: Answer(level=Level.SOMETIMES, practice="Zo gaat het.")})
    upload = make(FormChoice(old, assessment, (OLD_NAME, SAME_ID)), date(2026, 12, 31))
    read = read_upload(upload, "lijst", new, folder)
    assert isinstance(read, OfferedFile)
    assert read.identity.content_version == NEW
    assert read.values[NEW_NAME][FormField.PRACTICE].text == "Zo gaat het."
    assert set(read.values) == {NEW_NAME, SAME_ID}
