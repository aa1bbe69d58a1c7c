"""Our internal annex or note in the looks of an organisation's own report template.

Ours are the paragraphs, tables and fields; theirs are the styles, theme, header and footer, paper and margins.
"""

import copy
import io
import zipfile
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from reporting.package.parts import reachable
from reporting.template.looks_styles import adopt_styles
from reporting.template.marks import W, tag_of
from reporting.template.package import MAIN_PART, MAIN_RELATIONS, PARSER, WORD, TemplatePackage, read_package
from reporting.template.room import room_for, twips

EARLIEST = (1980, 1, 1, 0, 0, 0)
KEPT_RELATIONS = frozenset(
    {
        "styles",
        "theme",
        "settings",
        "webSettings",
        "numbering",
        "fontTable",
        "header",
        "footer",
        "footnotes",
        "endnotes",
    }
)
"""What a body of ours needs of theirs; pictures and charts of their own body are not taken along."""
NARROWEST = 0.2
"""Margins that leave less than this of our width are a mistake in their template."""
REFERENCES = (f"{W}headerReference", f"{W}footerReference")


def in_looks_of(own: bytes, structure: bytes, fields: Container[str]) -> bytes:
    """A template with the content of `structure`, one of ours, and the looks of `own`.

    Args:
        own: the organisation's template for the report, .docx or .dotx.
        structure: our template for the annex or the note.
        fields: names that exist in the document to be made; others in their header and footer are left out.

    Raises:
        InvalidInputError: `own` is refused by the guard or is no usable Word file.
    """
    ours, theirs = read_package(structure), read_package(own)
    entries = dict(theirs.entries)
    body = ours.parts[MAIN_PART]
    entries.update(adopt_styles(body, ours, theirs))
    _adopt_pages(body, theirs.parts[MAIN_PART])
    entries[MAIN_PART] = _xml(body)
    if MAIN_RELATIONS in entries:
        entries[MAIN_RELATIONS] = _needed_relations(entries[MAIN_RELATIONS])
    for name, part in theirs.parts.items():
        if name != MAIN_PART:
            _leave_out_unknown(part, fields)
            entries[name] = _xml(part)
    return packed(reachable(entries))


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Parts as a package that is the same each time."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, EARLIEST), part, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def own_fields(package: TemplatePackage) -> set[str]:
    """The outermost names in use: "stapscores.naam" and "begin:stapscores" are both "stapscores"."""
    tags = {tag_of(control) for root in package.parts.values() for control in root.iter(f"{W}sdt")}
    return {outermost(tag) for tag in tags if tag}


def outermost(tag: str) -> str:
    """The first name in a tag."""
    return tag.removeprefix("begin:").partition(".")[0]


def _leave_out_unknown(part: etree._Element, fields: Container[str]) -> None:
    for control in list(part.iter(f"{W}sdt")):
        tag, parent = tag_of(control), control.getparent()
        if tag and outermost(tag) not in fields and parent is not None:
            parent.remove(control)


def _needed_relations(relations: bytes) -> bytes:
    root = etree.fromstring(relations, PARSER)
    for relation in list(root):
        if str(relation.get("Type", "")).rpartition("/")[2] not in KEPT_RELATIONS:
            root.remove(relation)
    return _xml(root)


@dataclass(frozen=True, slots=True)
class _Pages:
    """A page section of theirs, with the headers and footers that it has or inherits."""

    properties: etree._Element
    references: Sequence[etree._Element]

    @property
    def is_landscape(self) -> bool:
        size = self.properties.find(f"{W}pgSz")
        return twips(size, "w", 1) > twips(size, "h", 2)


def _sections(body: etree._Element) -> list[_Pages]:
    found: list[_Pages] = []
    inherited: dict[tuple[str, str], etree._Element] = {}
    for properties in body.iter(f"{W}sectPr"):
        own = {
            (str(ref.tag), str(ref.get(f"{W}type"))): ref
            for ref in properties.iterfind("*")
            if ref.tag in REFERENCES
        }
        inherited = {**inherited, **own}
        found.append(_Pages(properties, tuple(inherited.values())))
    return found


def _adopt_pages(body: etree._Element, theirs: etree._Element) -> None:
    """Give each page section of ours the paper, margins, header and footer of theirs; its tables follow."""
    sections = _sections(theirs)
    if not sections:
        return
    tables = [(table, room_for(table)[0]) for table in body.iter(f"{W}tbl")]
    counted: set[etree._Element] = set()
    for ours in list(body.iter(f"{W}sectPr")):
        is_cover = ours.find(f"{W}titlePg") is not None
        model = sections[0] if is_cover else _ordinary(sections, _Pages(ours, ()).is_landscape)
        new = _section(ours, model, is_cover=is_cover, counts=model.properties not in counted)
        counted.add(model.properties)
        ours.getparent().replace(ours, new)  # type: ignore[union-attr]
    for table, room in tables:
        _widen(table, max(room_for(table)[0] / room, NARROWEST))


def _ordinary(sections: Sequence[_Pages], is_landscape: bool) -> _Pages:
    """The first section behind the cover that lies the same way; any other when there is none."""
    behind = (*sections[1:], sections[0])
    return next((section for section in behind if section.is_landscape == is_landscape), behind[0])


def _section(ours: etree._Element, model: _Pages, *, is_cover: bool, counts: bool) -> etree._Element:
    """The properties of one section of ours: their looks in our direction, in the order that Word asks for."""
    new = etree.Element(f"{W}sectPr", nsmap={"w": WORD})
    new.extend(copy.deepcopy(reference) for reference in model.references)
    new.extend(copy.deepcopy(kind) for kind in ours.iterfind(f"{W}type"))
    is_landscape = _Pages(ours, ()).is_landscape
    for name in ("pgSz", "pgMar", "pgBorders", *(("pgNumType",) if counts else ())):
        new.extend(copy.deepcopy(found) for found in model.properties.iterfind(f"{W}{name}"))
    size = new.find(f"{W}pgSz")
    if size is not None and model.is_landscape != is_landscape:
        width, height = size.get(f"{W}w", ""), size.get(f"{W}h", "")
        size.attrib.update(
            {f"{W}w": height, f"{W}h": width, f"{W}orient": "landscape" if is_landscape else "portrait"}
        )
    new.extend(copy.deepcopy(columns) for columns in ours.iterfind(f"{W}cols"))
    if is_cover:
        new.extend(copy.deepcopy(found) for found in model.properties.iterfind(f"{W}titlePg"))
    return new


def _widen(table: etree._Element, ratio: float) -> None:
    """Make a table of ours as much wider or narrower as the text now is."""
    for width in table.iter(f"{W}gridCol", f"{W}tcW", f"{W}tblW"):
        width.set(f"{W}w", str(round(int(str(width.get(f"{W}w"))) * ratio)))


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
