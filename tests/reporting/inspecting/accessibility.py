"""Check whether everybody can read a Word report: what Word's own checker looks at, and some more.

`findings(document)` is empty for a good report. With lxml only, so that nothing is repaired on the way.
"""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from lxml import etree

from tests.reporting.inspecting.looks import Element, Looks, Run, W, contrast, is_on, marks_first_row, value

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
DC = "{http://purl.org/dc/elements/1.1/}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
LANGUAGE = "nl-NL"
LONG_ROW = 1_200
"""Characters from which a row may continue on the next page; a shorter one may not."""
FILE_NAME = re.compile(
    r"\.(png|jpe?g|gif|svg|emf)$|^(afbeelding|picture|image|grafiek|chart) ?\d*$", re.IGNORECASE
)
FLOATING = (f"{WP}anchor", f"{W}framePr", f"{W}tblpPr", f"{W}txbxContent", f"{V}textbox")
NOT_EMPTY = (f"{W}drawing", f"{W}pict", f"{W}object", f"{W}br", f"{W}sectPr", f"{W}fldChar", f"{W}fldSimple")


RuleName = Literal[
    "title", "language", "no-headings", "empty-heading", "heading-order", "alt-text", "drawing-number", "floating",
    "header-row", "empty-header", "header-below", "header-look", "split-row", "merged-cells", "nested-table",
    "table-text", "page-number", "contents", "contents-link", "bookmark-twice", "tooltip", "empty-link",
    "dead-link", "empty-paragraphs", "contrast",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that keeps somebody from reading."""

    rule: RuleName
    place: str
    text: str = ""


class WordFile:
    """The parts of a .docx that the rules look at."""

    def __init__(self, document: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            parts = {
                n: etree.fromstring(archive.read(n)) for n in archive.namelist() if re.search(r"\.(xml|rels)$", n)
            }
        self.core = parts.get("docProps/core.xml")
        self.settings = parts.get("word/settings.xml")
        self.styles = parts["word/styles.xml"]
        theme = next((root for name, root in parts.items() if name.startswith("word/theme/")), None)
        self.looks = Looks(self.styles, theme, self.settings)
        self.main = parts["word/document.xml"]
        texts = r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml"
        self.texts = {name: root for name, root in parts.items() if re.fullmatch(texts, name)}
        listed = parts.get("word/_rels/document.xml.rels")
        self.target_by_id = {
            str(link.get("Id")): posixpath.join("word", str(link.get("Target")))
            for link in (() if listed is None else listed)
        }


def findings(document: bytes) -> list[Finding]:
    """All findings, in the order of the rules."""
    file = WordFile(document)
    return [finding for rule in RULES for finding in rule(file)]


def text_of(element: Element) -> str:
    return "".join(str(text.text or "") for text in element.iter(f"{W}t"))


def title(file: WordFile) -> Iterator[Finding]:
    if file.core is None or not (file.core.findtext(f"{DC}title") or "").strip():
        yield Finding("title", "docProps/core.xml")


def language(file: WordFile) -> Iterator[Finding]:
    """The document is Dutch, for who reads aloud, spells and hyphenates; and no part says otherwise."""
    if value(file.styles.find(f"{W}docDefaults//{W}lang")) != LANGUAGE:
        yield Finding("language", "word/styles.xml")
    if file.core is None or file.core.findtext(f"{DC}language") != LANGUAGE:
        yield Finding("language", "docProps/core.xml")
    if file.settings is None or value(file.settings.find(f"{W}themeFontLang")) != LANGUAGE:
        yield Finding("language", "word/settings.xml")
    for name, root in {"word/styles.xml": file.styles, **file.texts}.items():
        for other in root.iter(f"{W}lang"):
            if value(other) not in {"", LANGUAGE}:
                yield Finding("language", name, value(other))


def headings(file: WordFile) -> Iterator[Finding]:
    """Real headings, from level 1, going down one level at a time, each with a text."""
    levels = [0]
    for paragraph in file.main.iter(f"{W}p"):
        level = file.looks.heading_level(paragraph)
        if level is None:
            continue
        if not text_of(paragraph).strip():
            yield Finding("empty-heading", f"after heading {len(levels) - 1}")
        levels.append(level)
        if levels[-1] > levels[-2] + 1:
            yield Finding("heading-order", text_of(paragraph), f"{levels[-2]} → {levels[-1]}")
    if len(levels) == 1:
        yield Finding("no-headings", "word/document.xml")


def drawings(file: WordFile) -> Iterator[Finding]:
    """Every drawing says what it shows, in words that are not a file name; its number occurs once."""
    numbers: Counter[str] = Counter()
    for name, root in file.texts.items():
        for drawing in root.iter(f"{WP}docPr"):
            numbers[str(drawing.get("id"))] += 1
            described = str(drawing.get("descr", "")).strip()
            decorative = any(mark.get("val") in {"1", "true"} for mark in drawing.iter(DECORATIVE))
            if not decorative and (not described or FILE_NAME.search(described)):
                yield Finding("alt-text", name, str(drawing.get("name")))
        for shape in root.iter(f"{V}shape"):
            if not str(shape.get("alt", "")).strip():
                yield Finding("alt-text", name, "VML")
    yield from (Finding("drawing-number", number) for number, times in numbers.items() if times > 1)


def floating(file: WordFile) -> Iterator[Finding]:
    """Nothing floats over or beside the text: who listens would meet it at the wrong moment."""
    for name, root in file.texts.items():
        yield from (Finding("floating", name, str(found.tag)) for found in root.iter(*FLOATING))


def tables(file: WordFile) -> Iterator[Finding]:
    for name, root in file.texts.items():
        for number, table in enumerate(root.iter(f"{W}tbl"), 1):
            for rule in table_findings(table):
                yield Finding(rule, f"{name}, table {number}", text_of(table)[:60])


def table_findings(table: Element) -> Iterator[RuleName]:
    """A plain grid with one repeated header row, whole rows, and a title and description."""
    rows = table.findall(f"{W}tr")
    if not rows or not is_on(rows[0].find(f"{W}trPr/{W}tblHeader")):
        yield "header-row"
    elif any(not text_of(cell).strip() for cell in rows[0].iter(f"{W}tc")):
        yield "empty-header"
    if any(is_on(row.find(f"{W}trPr/{W}tblHeader")) for row in rows[1:]):
        yield "header-below"
    if not marks_first_row(table):
        yield "header-look"
    if any(not is_on(row.find(f"{W}trPr/{W}cantSplit")) for row in rows if len(text_of(row)) <= LONG_ROW):
        yield "split-row"
    if any(next(table.iter(f"{W}{merge}"), None) is not None for merge in ("gridSpan", "vMerge", "hMerge")):
        yield "merged-cells"
    if table.find(f".//{W}tbl") is not None:
        yield "nested-table"
    if not all(value(table.find(f"{W}tblPr/{W}{part}")).strip() for part in ("tblCaption", "tblDescription")):
        yield "table-text"


def page_numbers(file: WordFile) -> Iterator[Finding]:
    """Each section counts its pages in the header or footer that all but its first page have."""
    in_force: dict[str, str] = {}
    for number, section in enumerate(file.main.iter(f"{W}sectPr"), 1):
        for kind in ("header", "footer"):
            for reference in section.iter(f"{W}{kind}Reference"):
                if value(reference, "type") in {"", "default"}:
                    in_force[kind] = file.target_by_id.get(str(reference.get(f"{R}id")), "")
        shown = [file.texts[name] for name in in_force.values() if name in file.texts]
        if not any("PAGE" in code.split() for root in shown for code in field_codes(root)):
            yield Finding("page-number", f"section {number}")


def field_codes(root: Element) -> Iterator[str]:
    for field in root.iter(f"{W}instrText", f"{W}fldSimple"):
        yield str(field.text or "") if field.tag == f"{W}instrText" else value(field, "instr")


def contents_list(file: WordFile) -> Iterator[Finding]:
    """A contents field that is filled already: an entry that works for each heading of its levels."""
    code = next((code for code in field_codes(file.main) if code.split()[:1] == ["TOC"]), None)
    if code is None:
        yield Finding("contents", "word/document.xml", "no field")
        return
    wants = re.search(r'\\o\s+"(\d)-(\d)"', code)
    levels = range(int(wants[1]), int(wants[2]) + 1) if wants else range(1, 10)
    paragraphs = list(file.main.iter(f"{W}p"))
    wanted = [text_of(p) for p in paragraphs if file.looks.heading_level(p) in levels]
    entries = [p for p in paragraphs if re.fullmatch(r"toc \d", file.looks.name(file.looks.style_of(p)))]
    listed = [(entry.find(f".//{W}hyperlink"), before_tab(entry)) for entry in entries]
    if [text for _, text in listed] != wanted:
        yield Finding("contents", "word/document.xml", "not the headings that there are")
    yield from (
        Finding("contents-link", text) for link, text in listed if link is None or not value(link, "anchor")
    )
    is_old = is_on(None if file.settings is None else file.settings.find(f"{W}updateFields"))
    if is_old or any(value(mark, "dirty") in {"1", "true"} for mark in file.main.iter(f"{W}fldChar")):
        yield Finding("contents", "word/settings.xml", "Word asks to update fields")


def before_tab(entry: Element) -> str:
    """The text of an entry without its page number."""
    parts = (part for run in entry.iter(f"{W}r") for part in run)
    return "".join("\t" if part.tag == f"{W}tab" else text_of(part) for part in parts).partition("\t")[0]


def links(file: WordFile) -> Iterator[Finding]:
    """Each link has a text and a tooltip (PDF/UA needs it), and goes to a place that is there: once."""
    places = Counter(value(mark, "name") for mark in file.main.iter(f"{W}bookmarkStart"))
    yield from (Finding("bookmark-twice", name) for name, times in places.items() if times > 1)
    for name, root in file.texts.items():
        for link in root.iter(f"{W}hyperlink"):
            if not value(link, "tooltip").strip():
                yield Finding("tooltip", name, text_of(link))
            if not text_of(link).strip():
                yield Finding("empty-link", name, value(link, "anchor"))
            anchor, target = value(link, "anchor"), link.get(f"{R}id")
            if anchor not in places if anchor else target is None:
                yield Finding("dead-link", name, anchor)


def empty_paragraphs(file: WordFile) -> Iterator[Finding]:
    """Space comes from styles: who listens hears every empty paragraph."""
    for name, root in file.texts.items():
        for first, second in pairwise(root.iter(f"{W}p")):
            if first.getnext() is second and is_empty(first) and is_empty(second):
                yield Finding("empty-paragraphs", name)


def is_empty(paragraph: Element) -> bool:
    return not text_of(paragraph).strip() and next(paragraph.iter(*NOT_EMPTY), None) is None


def colours(file: WordFile) -> Iterator[Finding]:
    """Text against what is behind it: 4.5 to 1, or 3 to 1 when large (WCAG 1.4.3). Each combination once."""
    worst: dict[tuple[str, str], str] = {}
    seen: set[tuple[object, ...]] = set()
    for name, root in file.texts.items():
        for element in root.iter(f"{W}r"):
            run = Run(file.looks, element)
            if run.kind in seen or not text_of(element).strip():
                continue
            seen.add(run.kind)
            if contrast(run.colour, run.background) < run.needed:
                worst.setdefault((run.colour, run.background), f"{name}: {text_of(element)[:60]}")
    for (colour, background), place in worst.items():
        yield Finding("contrast", place, f"{colour} on {background}: {contrast(colour, background):.1f}")


RULES: tuple[Callable[[WordFile], Iterator[Finding]], ...] = (
    title,
    language,
    headings,
    drawings,
    floating,
    tables,
    page_numbers,
    contents_list,
    links,
    empty_paragraphs,
    colours,
)
