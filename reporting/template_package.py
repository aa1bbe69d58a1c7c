"""The .docx around a template: check that it may be opened, take its parts out, put filled parts back.

This is the only module that knows python-docx: it opens the package, sets properties, adds links and saves.
"""

import io
import re
import zipfile
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import count

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from questionnaire.errors import InvalidInputError
from reporting.charts import WORKBOOK_RELATIONSHIP, Chart, chart_part

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAX_FILE = 10_000_000
MAX_UNPACKED = 40_000_000
MAX_PARTS = 400
MAIN_PART = "word/document.xml"
MAIN_RELATIONS = "word/_rels/document.xml.rels"
MAIN_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
FILLED_PART = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
NO_WORD_FILE = (
    "Het sjabloon is geen Word-bestand (.docx) of het is beschadigd. Open het in Word, sla het op als "
    "'Word-document (*.docx)' en probeer het opnieuw."
)


@dataclass(frozen=True, slots=True)
class Properties:
    """What a reader sees under 'Eigenschappen'; all cleaned."""

    title: str
    author: str
    created: date


@dataclass(frozen=True, slots=True)
class TemplatePackage:
    """A checked template: all its parts as they are, those that may hold tags parsed, and its styles by name."""

    entries: Mapping[str, bytes]
    parts: Mapping[str, etree._Element]
    style_by_name: Mapping[str, str]


def parse(xml: bytes) -> etree._Element:
    """Parse XML from outside without entities, network or DTD; raises XMLSyntaxError or ValueError."""
    root = etree.fromstring(xml, PARSER)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("DTD")
    return root


def read_package(template: bytes) -> TemplatePackage:
    """Open a template; raises InvalidInputError when it is no usable Word file."""
    try:
        entries = unpack(template)
        parts = {name: parse(xml) for name, xml in entries.items() if FILLED_PART.fullmatch(name)}
        styles = parse(entries["word/styles.xml"])
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        EOFError,
        NotImplementedError,
        etree.XMLSyntaxError,
    ) as error:
        raise InvalidInputError(NO_WORD_FILE) from error
    if MAIN_PART not in parts or parts[MAIN_PART].find(f"{{{WORD}}}body") is None:
        raise InvalidInputError(NO_WORD_FILE)
    return TemplatePackage(entries, parts, style_ids(styles))


def unpack(template: bytes) -> dict[str, bytes]:
    """The parts by name, after a check on size, type and document type definitions."""
    if len(template) > MAX_FILE:
        raise InvalidInputError(
            "Het sjabloon is groter dan 10 MB. Maak de plaatjes erin kleiner en probeer het opnieuw."
        )
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        infos = archive.infolist()
        if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED:
            raise InvalidInputError("Het sjabloon is uitgepakt te groot. Maak het kleiner en probeer het opnieuw.")
        entries = {info.filename: archive.read(info) for info in infos}
    if MAIN_TYPE not in entries.get("[Content_Types].xml", b""):
        raise InvalidInputError(NO_WORD_FILE)
    for name, content in entries.items():
        if name.endswith((".xml", ".rels")) and (
            b"<!DOCTYPE" in content or content[:2] in {b"\xff\xfe", b"\xfe\xff"}
        ):
            raise ValueError(name)
    return entries


def style_ids(styles: etree._Element) -> dict[str, str]:
    """Style ids by lower-case name: the id is translated by Word ("Kop1"), the name is not ("heading 1")."""
    ids: dict[str, str] = {}
    for style in styles.iter(f"{{{WORD}}}style"):
        name = style.find(f"{{{WORD}}}name")
        if name is not None:
            ids[str(name.get(f"{{{WORD}}}val")).lower()] = str(style.get(f"{{{WORD}}}styleId"))
    return ids


@dataclass(frozen=True, slots=True)
class RelationIds:
    """Relationship ids for what a report adds to its body; `mark` keeps them apart from those of the template."""

    mark: str = "rId"

    @classmethod
    def free_in(cls, entries: Mapping[str, bytes]) -> "RelationIds":
        """Ids that the template does not use: a report that serves as a template has ours already."""
        used = entries.get(MAIN_RELATIONS, b"")
        marks = (f"rId{'x' * number}" for number in count())
        return cls(next(mark for mark in marks if not re.search(f'"{mark}(Web|Grafiek)'.encode(), used)))

    def link(self, number: int) -> str:
        """The id of the nth web address."""
        return f"{self.mark}Web{number}"

    def chart(self, number: int) -> str:
        """The id of the nth chart."""
        return f"{self.mark}Grafiek{number}"


def save_package(
    entries: Mapping[str, bytes],
    urls: Sequence[str],
    charts: Sequence[Chart],
    ids: RelationIds,
    properties: Properties,
) -> bytes:
    """Let python-docx open the filled parts, add links, charts and properties, and save the package as a .docx.

    Args:
        entries: all parts by name; opening parses them, so what Word cannot read never leaves here.
        urls: web addresses; the nth is known in the body as `ids.link(n)`.
        charts: the nth is known in the body as `ids.chart(n)`.
        ids: as the body was filled with.
        properties: title, author and date.
    """
    document = docx.Document(packed(entries))
    for number, url in enumerate(urls):
        document.part.rels.add_relationship(RT.HYPERLINK, url, ids.link(number), is_external=True)
    add_charts(document, charts, ids, taken=entries)
    core = document.core_properties
    moment = datetime.combine(properties.created, time())
    core.title, core.author, core.last_modified_by = properties.title, properties.author, properties.author
    core.language, core.created, core.modified, core.revision = "nl-NL", moment, moment, 1
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def add_charts(document: Document, charts: Sequence[Chart], ids: RelationIds, taken: Container[str]) -> None:
    """Add each chart with its workbook, under a name that the template does not use itself."""
    package = document.part.package
    free = (number for number in count(1) if f"word/charts/chart{number}.xml" not in taken)
    for place, (number, chart) in enumerate(zip(free, charts, strict=False)):
        made = chart_part(chart)
        book = PackURI(f"/word/embeddings/was-wordt-grafiek{number}.xlsx")
        part = Part(PackURI(f"/word/charts/chart{number}.xml"), CT.DML_CHART, made.xml, package)
        part.rels.add_relationship(
            RT.PACKAGE, Part(book, CT.SML_SHEET, made.workbook, package), WORKBOOK_RELATIONSHIP
        )
        document.part.rels.add_relationship(RT.CHART, part, ids.chart(place))


def packed(entries: Mapping[str, bytes]) -> io.BytesIO:
    """Parts as a package in memory, not compressed: it is opened again at once."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target
