"""A report from which one thing is taken that somebody needs to read it, each with what must be said about it."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from lxml import etree

from reporting.report import make_report
from tests.reporting.archive import parts_of, zipped
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.cases.golden import CASES
from tests.reporting.inspecting.accessibility import RuleName, V
from tests.reporting.inspecting.looks import Element, W

MAIN, HEADER, FOOTER = "word/document.xml", "word/header1.xml", "word/footer1.xml"
STYLES, SETTINGS, CORE = "word/styles.xml", "word/settings.xml", "docProps/core.xml"
DRAWING = f"""
<w:r xmlns:w="{W[1:-1]}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
  <w:drawing><wp:inline>
    <wp:docPr id="{{}}" name="Grafiek 1" descr="Stap 1 scoort het hoogst."/>
  </wp:inline></w:drawing>
</w:r>"""


@cache
def good_parts() -> dict[str, bytes]:
    """A report with a drawing in the body and one in the header."""
    parts = parts_of(make_report(CASES["kern"](), PRINTED_ON))
    for name, number in ((MAIN, 9001), (HEADER, 9002)):
        root = etree.fromstring(parts[name])
        paragraphs = [p for p in root.iter(f"{W}p") if p.find(f"{W}r/{W}t") is not None]
        paragraphs[0].append(etree.fromstring(DRAWING.format(number)))
        parts[name] = etree.tostring(root)
    return parts


def changed(part: str, change: Callable[[Element], None]) -> bytes:
    parts = good_parts()
    root = etree.fromstring(parts[part])
    change(root)
    return zipped({**parts, part: etree.tostring(root)})


def remove(path: str) -> Callable[[Element], None]:
    """Take away the first element at a path, by local names."""

    def change(root: Element) -> None:
        found = root.find(f".//{named(path)}")
        assert found is not None
        found.getparent().remove(found)  # type: ignore[union-attr]

    return change


def setting(path: str, name: str, value: str | None) -> Callable[[Element], None]:
    """Set (or with None remove) an attribute of the first element at a path that has it."""

    def change(root: Element) -> None:
        found = next(
            (element, key)
            for element in root.iterfind(f".//{named(path)}")
            for key in element.attrib
            if etree.QName(key).localname == name
        )
        if value is None:
            del found[0].attrib[found[1]]
        else:
            found[0].set(found[1], value)

    return change


def named(path: str) -> str:
    return "/".join(f"{{*}}{step}" for step in path.split("/"))


def first(root: Element, path: str) -> Element:
    found = root.find(f".//{named(path)}")
    assert found is not None
    return found


def inside(path: str, xml: str, at: int = 0) -> Callable[[Element], None]:
    """Put something in the first element at a path."""

    def change(root: Element) -> None:
        space = f'xmlns:w="{W[1:-1]}" xmlns:v="{V[1:-1]}"'
        wrapped = etree.fromstring(f"<x {space}>{xml}</x>")
        for number, element in enumerate(list(wrapped)):
            first(root, path).insert(at + number, element)

    return change


def heading(root: Element, style: str) -> Element:
    return next(p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='{style}']") is not None)


def empty_heading(root: Element) -> None:
    for text in heading(root, "Heading2").iter(f"{W}t"):
        text.text = " "


def skipped_level(root: Element) -> None:
    heading(root, "Heading2").find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Heading3")  # type: ignore[union-attr]


def no_headings(root: Element) -> None:
    for style in root.iter(f"{W}pStyle"):
        if style.get(f"{W}val", "").startswith("Heading"):
            style.set(f"{W}val", "Normal")


def floating(root: Element) -> None:
    inline = first(root, "inline")
    inline.tag = inline.tag.replace("inline", "anchor")


def same_drawing_number(root: Element) -> None:
    first(root, "docPr").set("id", "9001")


def empty_header_cell(root: Element) -> None:
    for text in first(root, "tbl/tr/tc").iter(f"{W}t"):
        text.text = ""


def header_on_every_row(root: Element) -> None:
    for row in first(root, "tbl").iter(f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}tblHeader") is None:
            etree.SubElement(properties, f"{W}tblHeader")


def nested_table(root: Element) -> None:
    table = first(root, "tbl")
    first(table, "tc").append(copy.deepcopy(table))


def extra_heading(root: Element) -> None:
    last = list(root.iter(f"{W}p"))[-2]
    last.addnext(copy.deepcopy(heading(root, "Heading1")))


def dead_contents(root: Element) -> None:
    anchor = first(root, "hyperlink").get(f"{W}anchor")
    mark = next(mark for mark in root.iter(f"{W}bookmarkStart") if mark.get(f"{W}name") == anchor)
    mark.getparent().remove(mark)  # type: ignore[union-attr]


def plain_contents(root: Element) -> None:
    link = first(root, "hyperlink")
    for run in list(link):
        link.addprevious(run)
    link.getparent().remove(link)  # type: ignore[union-attr]


def empty_link(root: Element) -> None:
    for text in list(root.iter(f"{W}hyperlink"))[-1].iter(f"{W}t"):
        text.text = ""


def repeated_bookmark(root: Element) -> None:
    mark = first(root, "bookmarkStart")
    mark.addnext(copy.deepcopy(mark))


def asks_to_update_fields(root: Element) -> None:
    etree.SubElement(root, f"{W}updateFields")


def two_empty_paragraphs(root: Element) -> None:
    for _ in range(2):
        first(root, "body").insert(3, etree.Element(f"{W}p"))


def pale_style(style: str, colour: str) -> Callable[[Element], None]:
    def change(root: Element) -> None:
        found = next(s for s in root.iter(f"{W}style") if s.get(f"{W}styleId") == style)
        properties = found.find(f"{W}rPr")
        if properties is None:
            properties = etree.SubElement(found, f"{W}rPr")
        for old in properties.findall(f"{W}color"):
            properties.remove(old)
        etree.SubElement(properties, f"{W}color").set(f"{W}val", colour)

    return change


@dataclass(frozen=True, slots=True)
class Spoilt:
    """One thing taken from the report, and what must be said about it."""

    rule: RuleName
    part: str
    change: Callable[[Element], None]


SPOILT = {
    "geen titel": Spoilt("title", CORE, remove("title")),
    "lege titel": Spoilt("title", CORE, lambda root: setattr(first(root, "title"), "text", " ")),
    "taal van de stijlen": Spoilt("language", STYLES, setting("lang", "val", "en-US")),
    "geen taal": Spoilt("language", STYLES, remove("docDefaults/rPrDefault/rPr/lang")),
    "taal van het bestand": Spoilt("language", CORE, remove("language")),
    "taal van het thema": Spoilt("language", SETTINGS, setting("themeFontLang", "val", "en-US")),
    "een stuk Engels": Spoilt("language", MAIN, inside("r", '<w:rPr><w:lang w:val="en-US"/></w:rPr>')),
    "lege kop": Spoilt("empty-heading", MAIN, empty_heading),
    "niveau overgeslagen": Spoilt("heading-order", MAIN, skipped_level),
    "geen koppen": Spoilt("no-headings", MAIN, no_headings),
    "geen alt-tekst": Spoilt("alt-text", MAIN, setting("docPr", "descr", None)),
    "alt-tekst is een bestandsnaam": Spoilt("alt-text", MAIN, setting("docPr", "descr", "logo.png")),
    "alt-tekst zegt niets": Spoilt("alt-text", MAIN, setting("docPr", "descr", "Grafiek 1")),
    "geen alt-tekst in de koptekst": Spoilt("alt-text", HEADER, setting("docPr", "descr", "")),
    "oude tekening": Spoilt("alt-text", MAIN, inside("p", "<w:r><w:pict><v:shape/></w:pict></w:r>", 1)),
    "zelfde nummer": Spoilt("drawing-number", HEADER, same_drawing_number),
    "zwevende tekening": Spoilt("floating", MAIN, floating),
    "zwevende tabel": Spoilt("floating", MAIN, inside("tblPr", "<w:tblpPr/>")),
    "tekstvak": Spoilt("floating", MAIN, inside("r", "<w:pict><v:textbox/></w:pict>", 1)),
    "geen kopregel": Spoilt("header-row", MAIN, remove("tblHeader")),
    "kopregel uitgezet": Spoilt("header-row", MAIN, lambda root: first(root, "tblHeader").set(f"{W}val", "0")),
    "lege kopcel": Spoilt("empty-header", MAIN, empty_header_cell),
    "kopregels overal": Spoilt("header-below", MAIN, header_on_every_row),
    "kopregel zonder opmaak": Spoilt("header-look", MAIN, remove("tblLook")),
    "rij die breekt": Spoilt("split-row", MAIN, remove("cantSplit")),
    "cellen samengevoegd": Spoilt("merged-cells", MAIN, inside("tcPr", '<w:gridSpan w:val="2"/>')),
    "cellen samengevoegd naar beneden": Spoilt("merged-cells", MAIN, inside("tcPr", "<w:vMerge/>")),
    "tabel in tabel": Spoilt("nested-table", MAIN, nested_table),
    "tabel zonder titel": Spoilt("table-text", MAIN, remove("tblCaption")),
    "tabel zonder omschrijving": Spoilt("table-text", MAIN, setting("tblDescription", "val", " ")),
    "geen paginanummer": Spoilt("page-number", FOOTER, remove("fldSimple")),
    "geen voettekst": Spoilt("page-number", MAIN, remove("footerReference")),
    "geen inhoudsopgave": Spoilt("contents", MAIN, remove("instrText")),
    "inhoudsopgave mist een kop": Spoilt("contents", MAIN, extra_heading),
    "inhoudsopgave met andere tekst": Spoilt(
        "contents", MAIN, lambda root: setattr(first(root, "hyperlink/r/t"), "text", "Iets anders")
    ),
    "velden bijwerken": Spoilt("contents", SETTINGS, asks_to_update_fields),
    "veld is oud": Spoilt("contents", MAIN, lambda root: first(root, "fldChar").set(f"{W}dirty", "1")),
    "inhoudsopgave zonder koppeling": Spoilt("contents-link", MAIN, plain_contents),
    "bladwijzer weg": Spoilt("dead-link", MAIN, dead_contents),
    "bladwijzer dubbel": Spoilt("bookmark-twice", MAIN, repeated_bookmark),
    "geen hulptekst": Spoilt("tooltip", MAIN, setting("hyperlink", "tooltip", None)),
    "lege koppeling": Spoilt("empty-link", MAIN, empty_link),
    "witregels": Spoilt("empty-paragraphs", MAIN, two_empty_paragraphs),
    "bleke stijl": Spoilt("contrast", STYLES, pale_style("Tabeltekst", "999999")),
    "bleke kopregel": Spoilt("contrast", STYLES, pale_style("Tabelkop", "6F8FAF")),
    "bleke koptekst": Spoilt("contrast", STYLES, pale_style("Header", "999999")),
    "bleke tekst": Spoilt("contrast", MAIN, inside("r", '<w:rPr><w:color w:val="AAAAAA"/></w:rPr>')),
    "donker vlak": Spoilt("contrast", MAIN, inside("tcPr", '<w:shd w:val="clear" w:fill="333333"/>')),
    "bleek thema": Spoilt(
        "contrast", "word/theme/theme1.xml", lambda root: first(root, "accent1/srgbClr").set("val", "FFCC00")
    ),
}
