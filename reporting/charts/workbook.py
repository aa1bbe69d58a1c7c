"""The workbook inside a chart: what "Gegevens bewerken" opens. Written as text, so that no name is a formula."""

import io
import zipfile

from reporting.charts.model import Chart, Series
from reporting.charts.text import attribute, label, number_text

SHEET = "Blad1"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
OLDEST_ZIP_TIME = (1980, 1, 1, 0, 0, 0)

CONTENT_TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{SPREADSHEET_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SPREADSHEET_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{SPREADSHEET_TYPE}.styles+xml"/>'
    "</Types>"
)
PACKAGE_RELATIONSHIPS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)
WORKBOOK_RELATIONSHIPS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONSHIPS}/styles" Target="styles.xml"/>'
    "</Relationships>"
)
WORKBOOK = (
    f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{RELATIONSHIPS}">'
    f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def column(place: int) -> str:
    """The letters of a column, counted from 0.

    >>> column(0), column(25), column(26), column(701), column(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    rest, letter = divmod(place, 26)
    return (column(rest - 1) if rest else "") + chr(ord("A") + letter)


def name_reference(place: int) -> str:
    """Where the name of the nth series stands, counted from 0."""
    return f"{SHEET}!${column(place + 1)}$1"


def value_reference(place: int, rows: int) -> str:
    """Where the values of the nth series stand; -1 gives the categories.

    >>> value_reference(-1, 5), value_reference(0, 1)
    ('Blad1!$A$2:$A$6', 'Blad1!$B$2')
    """
    letters = column(place + 1)
    return f"{SHEET}!${letters}$2" + (f":${letters}${rows + 1}" if rows > 1 else "")


def workbook(chart: Chart) -> bytes:
    """An .xlsx: names of the series in row 1, categories in column A; equal charts give equal bytes."""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONSHIPS,
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": WORKBOOK_RELATIONSHIPS,
        "xl/styles.xml": _styles(chart.number_format),
        "xl/worksheets/sheet1.xml": _sheet(chart),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(_entry(name), DECLARATION + xml)
    return target.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, OLDEST_ZIP_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0  # otherwise it tells on which kind of computer it was made
    return entry


def _sheet(chart: Chart) -> str:
    head = "".join(_text_cell(f"{column(n)}1", series.name) for n, series in enumerate(chart.series, start=1))
    rows = "".join(
        f'<row r="{row + 2}">{_text_cell(f"A{row + 2}", category)}{_number_cells(chart.series, row)}</row>'
        for row, category in enumerate(chart.categories)
    )
    return (
        f'<worksheet xmlns="{SPREADSHEET}"><cols><col min="1" max="1" width="50" customWidth="1"/>'
        f'<col min="2" max="{len(chart.series) + 1}" width="18" customWidth="1"/></cols>'
        f'<sheetData><row r="1">{head}</row>{rows}</sheetData></worksheet>'
    )


def _text_cell(place: str, text: str) -> str:
    """A text kept in the cell itself: never read as a formula, whatever it starts with."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{label(text)}</t></is></c>'


def _number_cells(series: tuple[Series, ...], row: int) -> str:
    values = ((column(n), one.values[row]) for n, one in enumerate(series, start=1))
    return "".join(
        f'<c r="{letters}{row + 2}" s="1"><v>{number_text(value)}</v></c>'
        for letters, value in values
        if value is not None
    )


def _styles(number_format: str) -> str:
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
    return (
        f'<styleSheet xmlns="{SPREADSHEET}">'
        f'<numFmts count="1"><numFmt numFmtId="164" formatCode={attribute(number_format)}/></numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{plain}/></cellStyleXfs><cellXfs count="2">{plain} xfId="0"/>'
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
