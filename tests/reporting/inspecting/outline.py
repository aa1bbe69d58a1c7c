"""A Word document as text that a person can review: style and text of every paragraph, tables row by row."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONGEST = 300


def body_of(document: bytes) -> etree._Element:
    """The body of a .docx."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    return body


def outline(document: bytes) -> str:
    """The whole body, one line per paragraph or row; long texts are cut, with their length."""
    return "\n".join(lines(body_of(document))) + "\n"


def lines(body: etree._Element) -> Iterator[str]:
    """Lines of a body in order."""
    for element in body:
        if element.tag == f"{W}tbl":
            yield from (f"  | {' | '.join(cells(row))} |" for row in element.iter(f"{W}tr"))
        elif element.tag == f"{W}p":
            if element.find(f"{W}pPr/{W}sectPr") is not None:
                yield "----- nieuwe sectie -----"
            else:
                yield f"[{style_of(element)}] {text_of(element)}".rstrip()


def cells(row: etree._Element) -> list[str]:
    """The cells of a row, their paragraphs joined by a pilcrow."""
    return [" ¶ ".join(text_of(part) for part in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc")]


def style_of(paragraph: etree._Element) -> str:
    """The style id of a paragraph."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "Normal" if style is None else str(style.get(f"{W}val"))


def text_of(element: etree._Element) -> str:
    """The text of a paragraph; a line break shows as an arrow, a tab as another."""
    signs = {f"{W}t": None, f"{W}br": "↵", f"{W}tab": "→"}
    runs = (node for node in element.iter(*signs) if node.getparent().tag == f"{W}r")  # type: ignore[union-attr]
    text = "".join(
        str(node.text or "") if signs[str(node.tag)] is None else str(signs[str(node.tag)]) for node in runs
    )
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… ({len(text)} tekens)"
