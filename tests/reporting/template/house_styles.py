"""House styles, made from the standard template: other colours, a Dutch Word, other pages, or bare."""

import re
from collections.abc import Callable

from templates import rapport
from templates.building_blocks import paragraph, tag, text
from templates.maak_standaard import parts
from tests.reporting.archive import zipped

DOCUMENT, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"
Entries = dict[str, str]


def another_theme(entries: Entries) -> None:
    """Other colours and fonts."""
    theme = entries["word/theme/theme1.xml"]
    for old, new in (("00568B", "7A1E6C"), ("863D15", "205E3B"), ("Calibri", "Verdana")):
        theme = theme.replace(old, new)
    entries["word/theme/theme1.xml"] = theme


def dutch_style_ids(entries: Entries) -> None:
    """The style ids of a Dutch Word."""
    ids = {"Heading": "Kop", "TOC1": "Inhopg1", "TOC2": "Inhopg2", "Caption": "Bijschrift", "Title": "Titel"}
    for name in (STYLES, DOCUMENT):
        for old, new in ids.items():
            entries[name] = re.sub(rf'(w:(?:styleId|val)="){old}(\d?")', rf"\g<1>{new}\2", entries[name])


def own_layout(entries: Entries) -> None:
    """Other margins, a fixed font, no style for captions or for the table of contents."""
    entries[DOCUMENT] = entries[DOCUMENT].replace('w:left="1247"', 'w:left="1701"')
    styles = entries[STYLES].replace('w:asciiTheme="minorHAnsi"', 'w:ascii="Georgia"')
    entries[STYLES] = without_styles(styles, 'w:styleId="(Caption|TOC2)"')


def bare(entries: Entries) -> None:
    """A Dutch Word with Word's own styles only, without lists; the header has a field that only a report knows."""
    dutch_style_ids(entries)
    own_layout(entries)
    entries[STYLES] = without_styles(entries[STYLES], 'w:customStyle="1"|w:styleId="List')
    del entries["word/numbering.xml"]
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        entries[name] = re.sub("<(Override|Relationship) [^>]*numbering[^>]*/>", "", entries[name])
    own_line = paragraph("Header", text("Gemeente met stijl "), tag("gemiddelde"))
    entries[HEADER] = entries[HEADER].replace("</w:hdr>", f"{own_line}</w:hdr>")


def without_styles(styles: str, pattern: str) -> str:
    """Styles without those whose first tag matches."""
    return re.sub(rf"<w:style (?=[^>]*({pattern})).*?</w:style>", "", styles, flags=re.DOTALL)


HOUSE_STYLES: tuple[Callable[[Entries], None], ...] = (another_theme, dutch_style_ids, own_layout, bare)


def in_house_style(change: Callable[[Entries], None]) -> bytes:
    """A template for the report in a house style."""
    entries = parts(rapport.document())
    change(entries)
    assert entries != parts(rapport.document())
    return zipped(entries)
