"""The .docx around a template: let the guard open it, take its parts out, put filled parts back.

This is the only module that knows python-docx: it opens the package, sets properties, adds links and saves.
"""

import io
import re
import zipfile
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import count

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.pkgwriter import PackageWriter
from docx.opc.rel import Relationships
from lxml import etree

from questionnaire.errors import InvalidInputError
from reporting.charts import WORKBOOK_RELATIONSHIP, Chart, chart_part
from reporting.guard import open_safely

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN_PART, STYLES = "word/document.xml", "word/styles.xml"
MAIN_RELATIONS = "word/_rels/document.xml.rels"
CONTENT_TYPES = "[Content_Types].xml"
KIND_OF_TEMPLATE = b"wordprocessingml.template.main+xml"
KIND_OF_DOCUMENT = b"wordprocessingml.document.main+xml"
FILLED_PART = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
DAMAGED = (
    "Met dit sjabloon is geen rapport te maken: het bestand zit anders in elkaar dan Word het maakt. "
    "Open het in Word, sla het op als 'Word-document (*.docx)' en probeer het opnieuw."
)


@dataclass(frozen=True, slots=True)
class Properties:
    """What a reader sees under 'Eigenschappen'; all cleaned."""

    title: str
    author: str
    created: date
    own: Mapping[str, str] = field(default_factory=dict)
    """Own properties by name, for our reader."""


@dataclass(frozen=True, slots=True)
class TemplatePackage:
    """A checked template: all its parts as they are, those that may hold tags parsed, and its styles by name."""

    entries: Mapping[str, bytes]
    parts: Mapping[str, etree._Element]
    style_by_name: Mapping[str, str]


def read_package(template: bytes) -> TemplatePackage:
    """Open a .docx or .dotx, which then counts as a .docx.

    Raises:
        InvalidInputError: the guard refuses it (`RefusedFileError`), or it is no usable Word file.
    """
    entries = dict(open_safely(template).parts)
    entries[CONTENT_TYPES] = entries[CONTENT_TYPES].replace(KIND_OF_TEMPLATE, KIND_OF_DOCUMENT)
    try:
        parts = {
            name: etree.fromstring(xml, PARSER) for name, xml in entries.items() if FILLED_PART.fullmatch(name)
        }
        styles = etree.fromstring(entries[STYLES], PARSER)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise InvalidInputError(DAMAGED) from error
    if MAIN_PART not in parts or parts[MAIN_PART].find(f"{{{WORD}}}body") is None:
        raise InvalidInputError(DAMAGED)
    return TemplatePackage(entries, parts, style_ids(styles))


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

    Raises:
        InvalidInputError: the template is not put together as Word does it.
    """
    document = opened(packed(entries))
    for number, url in enumerate(urls):
        document.part.rels.add_relationship(RT.HYPERLINK, url, ids.link(number), is_external=True)
    add_charts(document, charts, ids, taken=entries)
    core = document.core_properties
    moment = datetime.combine(properties.created, time())
    core.title, core.author, core.last_modified_by = properties.title, properties.author, properties.author
    core.language, core.created, core.modified, core.revision = "nl-NL", moment, moment, 1
    return _written(document, entries[MAIN_PART])


@dataclass(frozen=True, slots=True)
class _FilledPart:
    """The main part as it was filled in, with what python-docx knows about it."""

    partname: PackURI
    content_type: str
    rels: Relationships
    blob: bytes


def _written(document: Document, main: bytes) -> bytes:
    """The package as a file; the main part is not written out again from what was parsed, for that is equal."""
    package, part = document.part.package, document.part
    filled = _FilledPart(part.partname, part.content_type, part.rels, main)
    target = io.BytesIO()
    parts = [filled if each is part else each for each in package.parts]
    PackageWriter.write(target, package.rels, parts)  # type: ignore[no-untyped-call]
    return target.getvalue()


def opened(package: io.BytesIO) -> Document:
    """The package as python-docx knows it; that assumes a sound one, and fails in many ways on another."""
    try:
        return docx.Document(package)
    except (KeyError, ValueError, TypeError, AttributeError, etree.LxmlError) as error:
        raise InvalidInputError(DAMAGED) from error


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
