"""WordprocessingML of the standard template, piece by piece: paragraphs, controls, tables and sections."""

from itertools import count
from xml.sax.saxutils import escape

CENTIMETRE = 567  # in twentieths of a point
USUAL, COMPACT = "WasWordtTabel", "WasWordtCompact"
"""Table styles; the compact one is for long lists."""
control_numbers = count(1001)


def text(words: str, style: str = "") -> str:
    """A run of fixed text."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def tag(name: str, style: str = "") -> str:
    """A content control inside a paragraph, that shows its own name until it is filled."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{next(control_numbers)}"/>'
        f"<w:text/></w:sdtPr><w:sdtContent><w:r>{looks}<w:t>[{name}]</w:t></w:r></w:sdtContent></w:sdt>"
    )


def paragraph(style: str, *runs: str) -> str:
    """A paragraph in a named style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def heading(level: int, *runs: str) -> str:
    """A heading."""
    return paragraph(f"Heading{level}", *runs)


def heading_below(*runs: str, style: str = "Heading1") -> str:
    """A heading of a chapter that goes on below the chapter before it, instead of on a page of its own."""
    place = '<w:pageBreakBefore w:val="0"/><w:spacing w:before="360"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{place}</w:pPr>{"".join(runs)}</w:p>'


def tags(style: str, *names: str) -> str:
    """A paragraph for each name, each with only that control."""
    return "".join(paragraph(style, tag(name)) for name in names)


def labelled(style: str, collection: str) -> str:
    """A repeating paragraph: a name in bold, then its text."""
    return paragraph(style, tag(f"{collection}.naam", "Strong"), tag(f"{collection}.tekst"))


def block(name: str, *content: str) -> str:
    """Content that repeats for each item, or is left out when there is none."""
    begin, end = (paragraph("Normal", tag(f"{edge}:{name}")) for edge in ("begin", "eind"))
    return f"{begin}{''.join(content)}{end}"


def cell(width: float, *paragraphs: str) -> str:
    """A table cell of `width` centimetres."""
    inside = "".join(paragraphs)
    return f'<w:tc><w:tcPr><w:tcW w:w="{round(width * CENTIMETRE)}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


Column = tuple[float, str, str]
"""Width in centimetres, heading, and the paragraphs of the repeating cell."""


Heading = tuple[float, str]
"""Width in centimetres, and heading."""


def figure(name: str) -> str:
    """A chart in a paragraph of its own; its caption comes with it."""
    return tags("Grafiek", f"grafiek:{name}")


def table(title: str, description: str, *rows: list[Column], look: str = USUAL) -> str:
    """A table with a repeating header row (that of the first) and rows that repeat.

    Args:
        title: alternative text, short.
        description: alternative text, what the columns are.
        rows: the columns of each repeating row, all with the same widths.
        look: table style.
    """
    columns = rows[0]
    widths = [width for width, _, _ in columns]
    grid = "".join(f'<w:gridCol w:w="{round(width * CENTIMETRE)}"/>' for width in widths)
    head = "".join(cell(width, header_cell(words, content)) for width, words, content in columns)
    body = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells(row)}</w:tr>" for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look}"/><w:tblW w:w="{round(sum(widths) * CENTIMETRE)}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" '
        'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(title)}"/><w:tblDescription w:val="{escape(description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{body}</w:tbl>"
    )


def cells(row: list[Column]) -> str:
    """The cells of a row."""
    return "".join(cell(width, content) for width, _, content in row)


def header_cell(words: str, content: str) -> str:
    """The heading of a column; above numbers it stands right."""
    style = "Tabelkopgetal" if "Tabelgetal" in content else "Tabelkop"
    runs = words if words.startswith("<w:") else text(words)
    return paragraph(style, runs)


def kept_column(width: float, words: str, name: str, style: str) -> Column:
    """A column with one control, of a table that stays on the page of what follows it.

    LibreOffice looks at the paragraph itself for this, not at its style.
    """
    return width, words, f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:keepNext/></w:pPr>{tag(name)}</w:p>'


def column(width: float, words: str, name: str, style: str = "Tabeltekst") -> Column:
    """A column with one control."""
    return width, words, paragraph(style, tag(name))


def explained(
    title: str, description: str, names: Heading, texts: Heading, collection: str, *, look: str = COMPACT
) -> str:
    """A table of names, with beside each the text that belongs to it; see `table`."""
    row = [column(*names, f"{collection}.naam", "Tabelnorm"), column(*texts, f"{collection}.tekst")]
    return table(title, description, row, look=look)


def section(*, landscape: bool = False, first: bool = False, columns: int = 1) -> str:
    """The properties of a page section; the first is a cover, columns go on where they are."""
    width, height = (16838, 11906) if landscape else (11906, 16838)
    turn = ' w:orient="landscape"' if landscape else ""
    top, side, bottom = (930, 737, 620) if landscape else (1247, 1247, 907)
    kind, flow = ("continuous", f'<w:cols w:num="{columns}" w:space="340"/>') if columns > 1 else ("nextPage", "")
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:footerReference w:type="default" r:id="rIdFooter"/>'
        f'<w:type w:val="{kind}"/><w:pgSz w:w="{width}" w:h="{height}"{turn}/>'
        f'<w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" w:left="{side}" w:header="482" '
        f'w:footer="397" w:gutter="0"/>{flow}{"<w:titlePg/>" if first else ""}</w:sectPr>'
    )


def section_end(*, landscape: bool = False, first: bool = False, columns: int = 1) -> str:
    """An empty closing paragraph that ends a page section."""
    properties = section(landscape=landscape, first=first, columns=columns)
    return f'<w:p><w:pPr><w:pStyle w:val="Sectie-einde"/>{properties}</w:pPr></w:p>'


def contents_field() -> str:
    """A table of contents that is filled with the report."""
    return (
        '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        "<w:r><w:t>De inhoud wordt ingevuld bij het maken.</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
