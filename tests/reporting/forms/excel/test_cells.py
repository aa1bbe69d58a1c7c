"""The cells of workbooks as other programs write them: each kind of value as Excel shows it, nothing made up."""

import io
import zipfile
from datetime import date

import pytest

from questionnaire.errors import InvalidInputError
from reporting.forms.excel.cells import MOST_CELLS, Area, Cell, Kind, Sheet, read_sheets
from reporting.guard import EXCEL_MAIN_TYPES, open_safely
from tests.reporting.guard.hostile.parts import OFFICE

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = (
    f'<styleSheet xmlns="{SPACE}"><numFmts><numFmt numFmtId="164" formatCode="[$-413]d&quot;e&quot; mmm yyyy"/>'
    '<numFmt numFmtId="165" formatCode="0 &quot;dagen&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/>'
    '<xf numFmtId="20"/></cellXfs></styleSheet>'
)


def a_workbook(
    rows: str, strings: str = "", after: str = "", target: str = "worksheets/sheet1.xml", *, is_packed: bool = True
) -> bytes:
    """One sheet named "Blad" with these rows, as sparse as a program may write it."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{OFFICE}.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SPACE}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="Blad" sheetId="1" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{RELATIONS}/worksheet" Target="{target}"/>'
        f'<Relationship Id="b" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="c" Type="{RELATIONS}/styles" Target="/xl/styles.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SPACE}"><sheetData>{rows}</sheetData>{after}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{SPACE}">{strings}</sst>',
        "xl/styles.xml": STYLES,
    }
    upload = io.BytesIO()
    with zipfile.ZipFile(upload, "w", zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return upload.getvalue()


def sheet(rows: str, strings: str = "", after: str = "", target: str = "worksheets/sheet1.xml") -> Sheet:
    (found,) = read_sheets(open_safely(a_workbook(rows, strings, after, target), EXCEL_MAIN_TYPES))
    return found


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c t="inlineStr"><is><t> rand </t></is></c>', Cell(Kind.TEXT, " rand ")),
        ('<c t="inlineStr"><is><r><t>vet</t></r><r><t> en niet</t></r></is></c>', Cell(Kind.TEXT, "vet en niet")),
        ('<c t="str"><v>regel_x000D_\neen</v></c>', Cell(Kind.TEXT, "regel\r\neen")),
        ('<c t="s"><v>0</v></c>', Cell(Kind.TEXT, "gedeeld _x0041_")),
        ('<c t="s"><v>1</v></c>', Cell(Kind.TEXT, "東京")),
        ("<c><v>2</v></c>", Cell(Kind.NUMBER, "2", 2)),
        ("<c><v>2.50</v></c>", Cell(Kind.NUMBER, "2,5", 2.5)),
        ('<c s="4"><v>0.5</v></c>', Cell(Kind.NUMBER, "0,5", 0.5, is_dressed=True)),
        ('<c s="3"><v>46082</v></c>', Cell(Kind.NUMBER, "46082", 46082, is_dressed=True)),
        ('<c s="1"><v>46082</v></c>', Cell(Kind.DAY, "01-03-2026", 46082, date(2026, 3, 1))),
        ('<c s="2"><v>46082</v></c>', Cell(Kind.DAY, "01-03-2026", 46082, date(2026, 3, 1))),
        ('<c s="1"><v>46082.5625</v></c>', Cell(Kind.DAY, "01-03-2026 13:30", 46082.5625, date(2026, 3, 1))),
        ('<c s="5"><v>0.5625</v></c>', Cell(Kind.DAY, "13:30", 0.5625)),
        ('<c s="1"><v>-5</v></c>', Cell(Kind.NUMBER, "-5", -5, is_dressed=True)),
        ('<c s="1"><v>99999999</v></c>', Cell(Kind.NUMBER, "99999999", 99999999, is_dressed=True)),
        ('<c t="d"><v>2026-03-01T00:00:00</v></c>', Cell(Kind.DAY, "01-03-2026", day=date(2026, 3, 1))),
        ('<c t="b"><v>1</v></c>', Cell(Kind.TRUTH, "WAAR")),
        ('<c t="e"><v>#N/A</v></c>', Cell(Kind.FAULT, "#N/A")),
        ("<c><f>A1+1</f><v>3</v></c>", Cell(Kind.FORMULA, "=A1+1")),
        ('<c><f t="shared" si="0"/><v>3</v></c>', Cell(Kind.FORMULA, "=")),
    ],
)
def test_a_cell_is_read_as_it_is_seen(cell: str, expected: Cell) -> None:
    strings = "<si><t>gedeeld _x005F_x0041_</t></si><si><t>東京</t><rPh><t>とうきょう</t></rPh></si>"
    assert sheet(f"<row>{cell}</row>", strings).rows == {1: {1: expected}}


def test_empty_cells_are_not_there() -> None:
    assert (
        sheet('<row r="3"><c r="B3" s="1"/><c r="C3"><v></v></c><c t="inlineStr"><is><t/></is></c></row>').rows
        == {}
    )


def test_cells_without_a_place_follow_each_other() -> None:
    first = '<row><c r="C1"><v>1</v></c><c><v>2</v></c></row>'
    found = sheet(f'{first}<row><c><v>3</v></c></row><row r="9"><c><v>4</v></c></row>').rows
    assert {row: list(cells) for row, cells in found.items()} == {1: [3, 4], 2: [1], 9: [1]}


def test_rows_and_cells_come_in_order_whatever_the_order_in_the_file() -> None:
    rows = '<row r="5"><c r="B5"><v>1</v></c><c r="A5"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>'
    found = sheet(rows).rows
    assert [(row, list(cells)) for row, cells in found.items()] == [(2, [1]), (5, [1, 2])]


def test_merged_areas_are_kept_as_they_are_whatever_their_size() -> None:
    merged = (
        '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2"/><mergeCell ref="onzin"/></mergeCells>'
    )
    assert sheet("", after=merged).merged == (Area(1, 1, 1_048_576, 16_384), Area(2, 2, 2, 2))


def test_more_cells_than_a_form_can_have_are_refused() -> None:
    with pytest.raises(InvalidInputError, match="te veel gevulde of samengevoegde cellen"):
        sheet(f"<row>{'<c><v>1</v></c>' * (MOST_CELLS + 1)}</row>")


def test_one_long_text_in_many_cells_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="te veel"):
        sheet("<row>" + '<c t="s"><v>0</v></c>' * 25_000 + "</row>", f"<si><t>{'x' * 900}</t></si>")


@pytest.mark.parametrize(
    "rows", ['<row r="x"/>', '<row><c t="s"><v>7</v></c></row>', "<row><c><v>geen getal</v></c></row>"]
)
def test_what_excel_would_not_open_is_damaged(rows: str) -> None:
    with pytest.raises(InvalidInputError, match="beschadigd"):
        sheet(rows)


def test_a_sheet_that_is_not_there_is_damage() -> None:
    with pytest.raises(InvalidInputError, match="beschadigd"):
        sheet("", target="worksheets/weg.xml")
