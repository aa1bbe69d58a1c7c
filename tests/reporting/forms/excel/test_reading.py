"""An Excel form is read back rightly, or told, whatever somebody did with it."""

import io
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.comparison.form_fields import FREE_TEXTS, FormField
from questionnaire.comparison.offered import Identity, Severity, Source
from questionnaire.errors import InvalidInputError
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import (
    AMBITIONS,
    Answer,
    Assessment,
    Level,
    Municipality,
    Organisation,
    OrganisationKind,
)
from questionnaire.model.base import FIRST_LIST
from questionnaire.model.cleaning import MAX_TEXT, clean
from questionnaire.model.plan import Action
from reporting.forms.excel.form import make_excel_form
from reporting.forms.excel.layout import TOO_LONG
from reporting.forms.excel.reading import read_excel_form
from reporting.forms.layout import FormChoice
from reporting.forms.placeholders import is_placeholder
from reporting.guard import EXCEL_MAIN_TYPES, open_safely
from tests.reporting.archive import changed
from tests.reporting.cases.builders import PRINTED_ON, REFERENCE_DATE, an_assessment
from tests.reporting.forms.abused.workbooks import ABUSES, Abuse
from tests.reporting.forms.filled import (
    CONTENT,
    a_choice,
    a_sheet,
    filled,
    known,
    offered,
    opened,
    read_excel,
    saved,
)
from tests.reporting.office.resaved import saved_by_libreoffice

NORMS = tuple(norm.id for step in CONTENT.steps[:2] for norm in step.norms)
IDENTITY = Identity(
    form="K7QX-3M2P",
    organisation="Voorbeeldstad",
    codes=("GM9991",),
    round=1,
    reference_date=REFERENCE_DATE,
    list_id=FIRST_LIST,
    content_version="1.0",
    is_filled_before=True,
)


@pytest.fixture(scope="module")
def form() -> bytes:
    return make_excel_form(a_choice(norms=NORMS), PRINTED_ON)


def test_what_it_is_travels_along_seen_and_unseen(form: bytes) -> None:
    assert read_excel(form).identity == IDENTITY
    book = opened(form)
    del book["Lees mij"]
    assert read_excel(saved(book)).identity == IDENTITY
    book = opened(form)
    for name in book.custom_doc_props.names:
        del book.custom_doc_props[name]
    assert read_excel(saved(book)).identity == IDENTITY


def test_a_region_of_many_municipalities_travels_along_whole() -> None:
    many = tuple(Municipality(code=f"GM{number:04}", name=f"Gemeente {number}") for number in range(1, 61))
    region = Organisation(kind=OrganisationKind.COOPERATION, name="Regio", municipalities=many)
    assessment = filled().model_copy(update={"organisation": region})
    identity = read_excel(make_excel_form(a_choice(assessment=assessment), PRINTED_ON)).identity
    assert identity.codes == tuple(each.code for each in many)


def test_a_changed_round_counts_as_it_is_seen(form: bytes) -> None:
    book = opened(form)
    ABUSES["ronde-veranderd"].spoil(book)
    assert read_excel(saved(book)).identity.round == 2


def test_an_empty_form_offers_empty_fields() -> None:
    file = read_excel(make_excel_form(a_choice(is_filled_before=False), PRINTED_ON))
    assert set(offered(file).values()) == {""}
    assert file.identity.is_filled_before is False


@pytest.mark.parametrize("abuse", ABUSES.values(), ids=ABUSES.keys())
def test_whatever_somebody_did_is_read_rightly_or_told(form: bytes, abuse: Abuse) -> None:
    book = opened(form)
    abuse.spoil(book)
    file = read_excel(saved(book))
    expected = {key: text for key, text in known(filled()).items() if key[0] in NORMS} | dict(abuse.changed)
    assert offered(file) == {key: text for key, text in expected.items() if text is not None}
    told = [(finding.severity, finding.place, finding.text) for finding in file.findings]
    assert len(told) == len(abuse.findings), told
    for severity, place, text in abuse.findings:
        found = [each for each in told if each[0] is severity and place in each[1] and text in each[2]]
        assert found, (severity, place, text, told)
    assert file.source is Source.EXCEL_FORM


def test_a_place_names_norm_sheet_row_and_column(form: bytes) -> None:
    place = read_excel(form).values["norm-1-02"][FormField.REASON].place
    assert place == "norm 1.02 (blad ‘Stap 1 · Herkennen’, rij 3, kolom E)"


def test_a_file_without_any_norm_is_one_clear_message() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        book.add_worksheet().write_string(0, 0, "Begroting")
    with pytest.raises(InvalidInputError, match="geen enkele norm herkend"):
        read_excel(target.getvalue())


def test_dates_that_count_from_1904_are_read_as_they_are_seen(form: bytes) -> None:
    since_1904 = with_replaced(form, "xl/workbook.xml", b"<workbookPr ", b'<workbookPr date1904="1" ')
    assert read_excel(since_1904).values["norm-1-01"][FormField.DUE].text == "2031-03-02"


def with_sheet(form: bytes, old: bytes, new: bytes) -> bytes:
    """The form with a replacement in the sheet of step 1."""
    return with_replaced(form, "xl/worksheets/sheet2.xml", old, new)


def with_replaced(form: bytes, name: str, old: bytes, new: bytes) -> bytes:
    return changed(form, lambda each, part: part.replace(old, new) if each == name else part)


def more_rows(cells: bytes, number: int = 1) -> tuple[bytes, bytes]:
    return b"</sheetData>", b"<row>" + (cells + b"</row><row>") * number + b"</row></sheetData>"


def merged(number: int) -> tuple[bytes, bytes]:
    """As many areas over the whole sheet."""
    areas = b'<mergeCell ref="A1:XFD1048576"/>' * number
    return b"<sheetProtection", b"<mergeCells>" + areas + b"</mergeCells><sheetProtection"


READ, TOO_MUCH, DAMAGED = "", "te veel gevulde of samengevoegde cellen", "Dit Excel-bestand is beschadigd"
HUGE: dict[str, tuple[tuple[bytes, bytes], str]] = {
    "alles-samengevoegd": (merged(1), READ),
    "honderden-samengevoegd": (merged(900), READ),
    "duizenden-samengevoegd": (merged(50_000), TOO_MUCH),
    "afmeting-liegt": ((b'<dimension ref="A1:M4"/>', b'<dimension ref="A1:XFD1048576"/>'), READ),
    "te-veel-cellen": (more_rows(b"<c><v>1</v></c>" * 60_000), TOO_MUCH),
    "te-veel-regels": (more_rows(b'<c t="str"><v>9.99</v></c>', 5_000), TOO_MUCH),
    "lege-cellen": (more_rows(b'<c s="1"/>' * 100_000), READ),
    "rij-buiten-excel": (
        (b"</sheetData>", b'<row r="99999999999999999999"><c><v>1</v></c></row></sheetData>'),
        READ,
    ),
    "geen-rijnummer": ((b"</sheetData>", b'<row r="x"><c><v>1</v></c></row></sheetData>'), DAMAGED),
    "onbekende-tekst": (more_rows(b'<c t="s"><v>99999999</v></c>'), DAMAGED),
    "geen-getal": (more_rows(b"<c><v>1e999</v></c><c><v>abc</v></c>"), DAMAGED),
    "oneindig": (more_rows(b'<c s="8"><v>1e999</v></c>'), DAMAGED),
}


@pytest.mark.parametrize(("change", "words"), HUGE.values(), ids=HUGE.keys())
def test_a_hostile_sheet_is_read_or_refused_at_once(form: bytes, change: tuple[bytes, bytes], words: str) -> None:
    upload = with_sheet(form, *change)
    start = time.process_time()
    if words:
        with pytest.raises(InvalidInputError, match=words):
            read_excel(upload)
    else:
        assert read_excel(upload).values["norm-2-01"][FormField.LEVEL].text == "weet-ik-niet"
    assert time.process_time() - start < 2


def a_long_text(text: str) -> Assessment:
    return an_assessment({"norm-1-01": Answer(practice=text, evidence="blijft")})


@pytest.mark.parametrize("text", ["🏠" * MAX_TEXT, "x" * 32_768])
def test_a_text_that_excel_would_cut_off_is_left_out_and_named(text: str) -> None:
    form = make_excel_form(a_choice(assessment=a_long_text(text)), PRINTED_ON)
    book = opened(form)
    assert a_sheet(book)["F2"].value == TOO_LONG
    guide = [str(row[1].value) for row in a_sheet(book, "Lees mij").iter_rows()]
    assert any("1.01 Was: hoe gaat het nu?" in line for line in guide)
    file = read_excel(form)
    assert FormField.PRACTICE not in file.values["norm-1-01"]
    assert [(each.severity, "blijft staan" in each.text) for each in file.findings] == [(Severity.WARNING, True)]
    assert file.values["norm-1-01"][FormField.EVIDENCE].text == "blijft"


TEXTS = st.text(max_size=60) | st.sampled_from(
    ["=1+1", "_x0041_", "x005F_", " rand ", "a\r\nb", "'x", "1.5", "\t", "🏠"]
)
LEVELS = st.none() | st.sampled_from(Level)


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    answers = {
        norm.id: Answer(
            level=draw(LEVELS),
            practice=draw(TEXTS),
            evidence=draw(TEXTS),
            remark=draw(TEXTS),
            reason=draw(TEXTS),
            ambition=draw(st.none() | st.sampled_from(AMBITIONS)),
        )
        for norm in CONTENT.norms[:3]
    }
    action = Action(
        id="aaaaaaaa",
        what=draw(TEXTS),
        norms=("norm-1-01",),
        owner_role=draw(st.sampled_from(["", "beleid", "kwaliteit"])),
        due=draw(st.none() | st.dates(date(2000, 1, 1), date(2100, 12, 31))),
    )
    return an_assessment(answers).model_copy(update={"actions": {"aaaaaaaa": action}})


def after_the_rule(field: FormField, text: str) -> str:
    """A text as it is stored after cleaning; one of the placeholders counts as empty."""
    text = clean(text)
    return "" if field in FREE_TEXTS and text.strip() and is_placeholder(text, field) else text


@settings(derandomize=True, deadline=None, max_examples=30)
@given(assessments())
def test_what_is_written_is_read_back_to_the_letter(assessment: Assessment) -> None:
    choice = a_choice(assessment=assessment, norms=("norm-1-01", "norm-1-02", "norm-1-03"))
    file = read_excel(make_excel_form(choice, PRINTED_ON))
    expected = {
        key: after_the_rule(key[1], text) for key, text in known(assessment).items() if key[0] in choice.norms
    }
    assert offered(file) == expected
    assert file.findings == ()


@pytest.mark.office
def test_libreoffice_keeps_every_value_to_the_letter(tmp_path: Path) -> None:
    content = questionnaire()
    texts = [" rand ", "a\nb\n\nc", "=1+1", "1-2", "007", "‘€’ é 🏠", "'los", "_x0041_", "1.50", "tab\tna", "waar"]
    answers = {
        norm.id: Answer(
            level=list(Level)[place % 7],
            practice=texts[place % len(texts)],
            evidence=texts[(place + 3) % len(texts)],
            remark=texts[(place + 5) % len(texts)],
            ambition=AMBITIONS[place % 4],
        )
        for place, norm in enumerate(content.norms)
    }
    actions = {
        f"actie{place:03}": Action(
            id=f"actie{place:03}",
            what=texts[place % len(texts)],
            norms=(norm.id,),
            owner_role=content.roles[place % len(content.roles)].id,
            due=REFERENCE_DATE + timedelta(days=31 * place),
        )
        for place, norm in enumerate(content.norms)
    }
    assessment = an_assessment(answers).model_copy(update={"actions": actions})
    choice = FormChoice(content, assessment, tuple(answers))
    resaved = saved_by_libreoffice(make_excel_form(choice, PRINTED_ON), tmp_path, "xlsx")
    file = read_excel_form(open_safely(resaved, EXCEL_MAIN_TYPES), "lijst.xlsx", content)
    lost = {
        key: (text, offered(file).get(key))
        for key, text in known(assessment, content).items()
        if offered(file).get(key) != text
    }
    assert lost == {}
    assert file.findings == ()
    assert file.identity.codes == ("GM9991",)


def test_of_another_list_no_row_is_taken_for_a_norm_by_its_number(form: bytes) -> None:
    book = opened(form)
    for sheet in book.worksheets[1:3]:
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, 2).value, sheet.cell(row, 3).value = f"Vraag {row}", f"Iets heel anders ({row})."
    with pytest.raises(InvalidInputError, match="geen enkele norm herkend"):
        read_excel(saved(book))


@pytest.mark.parametrize(("column", "text"), [(2, "Andere titel"), (3, "Andere tekst.")])
def test_a_norm_of_which_one_text_was_changed_is_still_that_norm(form: bytes, column: int, text: str) -> None:
    book = opened(form)
    a_sheet(book).cell(2, column).value = text
    assert offered(read_excel(saved(book))) == offered(read_excel(form))


def test_a_shifted_number_with_texts_of_no_norm_is_told_with_what_stands_there(form: bytes) -> None:
    book = opened(form)
    sheet = a_sheet(book)
    sheet.cell(2, 2).value, sheet.cell(2, 3).value = "Oude titel", "Oude tekst."
    file = read_excel(saved(book))
    assert "norm-1-01" not in file.values
    assert any(
        finding.severity is Severity.ERROR and "De titel en de tekst van norm 1.01 zijn hier" in finding.text
        for finding in file.findings
    )
