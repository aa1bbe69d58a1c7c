"""The .docx around a template: check that it may be opened, take its parts out, put filled parts back.

This is the only module that knows python-docx: it opens the package, sets properties, adds links and saves.
"""

import copy
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from lxml import etree

from questionnaire.errors import InvalidInputError

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAX_FILE = 10_000_000
MAX_UNPACKED = 40_000_000
MAX_PARTS = 400
MAIN_PART = "word/document.xml"
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
    """A checked template: its parts that may hold tags, and the rest as a small .docx with those parts emptied."""

    parts: Mapping[str, etree._Element]
    shell: bytes
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
    entries.update({name: emptied(root) for name, root in parts.items()})
    return TemplatePackage(parts, zipped(entries), style_ids(styles))


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


def emptied(root: etree._Element) -> bytes:
    """The part with only its outer element (and an empty body), so that python-docx opens it quickly."""
    shell = copy.copy(root)
    for child in list(shell):
        shell.remove(child)
    if root.tag == f"{{{WORD}}}document":
        etree.SubElement(shell, f"{{{WORD}}}body")
    return etree.tostring(shell, xml_declaration=True, encoding="UTF-8", standalone=True)


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """Parts as one .docx."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def style_ids(styles: etree._Element) -> dict[str, str]:
    """Style ids by lower-case name: the id is translated by Word ("Kop1"), the name is not ("heading 1")."""
    ids: dict[str, str] = {}
    for style in styles.iter(f"{{{WORD}}}style"):
        name = style.find(f"{{{WORD}}}name")
        if name is not None:
            ids[str(name.get(f"{{{WORD}}}val")).lower()] = str(style.get(f"{{{WORD}}}styleId"))
    return ids


class Filled:
    """A package that is being filled: opened once from the shell, saved once."""

    def __init__(self, package: TemplatePackage) -> None:
        self._document: Document = docx.Document(io.BytesIO(package.shell))

    def link(self, url: str) -> str:
        """The relationship id for a web address in the body."""
        return self._document.part.relate_to(url, RT.HYPERLINK, is_external=True)

    def replace(self, filled: Mapping[str, bytes]) -> None:
        """Put the filled parts in; each is parsed, so what cannot be read never leaves here."""
        for part in self._document.part.package.iter_parts():
            xml = filled.get(str(part.partname).lstrip("/"))
            if xml is not None and isinstance(part, XmlPart):
                for child in list(part.element):
                    part.element.remove(child)
                part.element.extend(etree.fromstring(xml, PARSER))

    def save(self, properties: Properties) -> bytes:
        """Set the properties and save the package."""
        core = self._document.core_properties
        moment = datetime.combine(properties.created, time())
        core.title, core.author, core.last_modified_by = properties.title, properties.author, properties.author
        core.language, core.created, core.modified = "nl-NL", moment, moment
        core.revision = 1
        target = io.BytesIO()
        self._document.save(target)
        return target.getvalue()
