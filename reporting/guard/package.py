"""May this uploaded Office file be opened at all? Decided before anything parses it, in bounded time and memory.

Whoever reads an upload reads the parts that come out of here, never the upload itself.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from reporting.guard.archive import DAMAGED, NO_OFFICE_FILE, OLE_START, OTHER_KIND, PROGRAM_START, unpack
from reporting.guard.limits import LIMITS, Budget, Limits, printable, refusal
from reporting.guard.xml_parts import ADD_PICTURE, REMOVE_IT, SAVE_AGAIN, inspect_xml, is_harmless_link

OFFICE = "application/vnd.openxmlformats-officedocument"
WORD_MAIN_TYPES = frozenset(
    {f"{OFFICE}.wordprocessingml.document.main+xml", f"{OFFICE}.wordprocessingml.template.main+xml"}
)
EXCEL_MAIN_TYPES = frozenset({f"{OFFICE}.spreadsheetml.sheet.main+xml"})
WORKBOOK = f"{OFFICE}.spreadsheetml.sheet"
CONTENT_TYPES = "[Content_Types].xml"
TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"

XML_NAME = re.compile(r"\.(xml|rels|vml)$", re.IGNORECASE)
XML_TYPE = re.compile(r"[+/]xml$|vmlDrawing$")
XML_START = re.compile(rb"[\xef\xbb\xbf\xff\xfe\0\s]*<\0*[A-Za-z_:?!\x80-\xff]|Lo\xa7\x94")
"""How XML begins in every encoding that a reader may recognise by itself."""
PLAIN_TYPE = re.compile(
    r"image/|font/|application/x-font|.*(obfuscatedFont|printerSettings|digital-signature-origin)$"
)
SCHEME_OR_SERVER = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\", re.IGNORECASE)
REFUSED_TYPES = {
    "vbaproject|vbadata|macroenabled|attachedtoolbars": "er staan macro's in",
    "activex": "er staat een ActiveX-besturingselement in",
    "oleobject|\\.package$": "er staat een ingesloten object in",
    "webextension": "er staat een invoegtoepassing in",
    "connections\\+xml|externallink|querytable": "het haalt gegevens op uit een ander bestand of een database",
}
REFUSED_RELATIONS = {
    "vbaProject": "er staan macro's in",
    "control": "er staat een ActiveX-besturingselement in",
    "oleObject": "er staat een ingesloten object in",
    "package": "er staat een ingesloten bestand in",
    "aFChunk": "er is een ander bestand in opgenomen",
    "subDocument": "er is een ander bestand in opgenomen",
}


@dataclass(frozen=True, slots=True)
class GuardedPackage:
    """The parts of a file that passed, by name without leading slash; only what was dropped is gone."""

    parts: Mapping[str, bytes]
    content_types: Mapping[str, str]
    """Content type of each part, but not of `[Content_Types].xml`."""
    main_part: str
    dropped: tuple[str, ...]
    """Targets of references to an attached template: left out, because the file does not need them."""


def open_safely(
    upload: bytes, main_types: frozenset[str] = WORD_MAIN_TYPES, limits: Limits = LIMITS
) -> GuardedPackage:
    """Check an uploaded .docx or .dotx (or with `EXCEL_MAIN_TYPES` an .xlsx) and give its parts.

    Raises:
        RefusedFileError: what it is, in which part, and what to do.
    """
    return _open(upload, main_types, Budget(limits), inside="")


def _open(upload: bytes, main_types: frozenset[str], budget: Budget, *, inside: str) -> GuardedPackage:
    """The same for a file inside a file too, out of what is left; `inside` is the part that holds it."""
    parts = unpack(upload, budget, inside)
    types = _content_types(parts, budget)
    for name, kind in types.items():
        _check_kind(name, kind, parts[name])
    relations = {name: _relations(name, parts[name], types, budget) for name in parts if _is_relations(name)}
    main = _main_part(relations, types, main_types)
    for name, kind in types.items():
        if _is_xml(name, kind) and not _is_relations(name):
            inspect_xml(name, parts[name], budget)
        elif kind == WORKBOOK:
            if inside:
                raise refusal("er staat een bestand in een ingesloten bestand", REMOVE_IT, name)
            _open(parts[name], EXCEL_MAIN_TYPES, budget, inside=name)
    attached = [found for each in relations.values() for found in each if found.kind == "attachedTemplate"]
    return GuardedPackage(
        _without_attached(parts, attached), types, main, tuple(relation.target for relation in attached)
    )


def _content_types(parts: Mapping[str, bytes], budget: Budget) -> dict[str, str]:
    """The content type of each part but the list of types itself; "" when it has none."""
    if CONTENT_TYPES not in parts:
        raise refusal(NO_OFFICE_FILE, OTHER_KIND)
    name_by_lower = {name.lower(): name for name in parts if name != CONTENT_TYPES}
    extensions = {_extension(name) for name in name_by_lower}
    by_extension: dict[str, str] = {}
    by_name: dict[str, str] = {}

    def visit(element: str, attributes: Mapping[str, str]) -> None:
        kind = attributes.get("ContentType", "")
        name = attributes.get("PartName", "").removeprefix("/").lower()
        extension = attributes.get("Extension", "").lower()
        if element == f"{TYPES_SPACE} Override" and name in name_by_lower:
            if name_by_lower[name] in by_name:
                raise refusal(DAMAGED, SAVE_AGAIN, CONTENT_TYPES)
            by_name[name_by_lower[name]] = kind
        elif element == f"{TYPES_SPACE} Default" and extension in extensions:
            by_extension[extension] = kind

    inspect_xml(CONTENT_TYPES, parts[CONTENT_TYPES], budget, visit)
    return {
        name: by_name.get(name, by_extension.get(_extension(lower), "")) for lower, name in name_by_lower.items()
    }


def _extension(name: str) -> str:
    return posixpath.splitext(name)[1].removeprefix(".").lower()


def _is_xml(name: str, kind: str) -> bool:
    return XML_TYPE.search(kind) is not None or XML_NAME.search(name) is not None


def _is_relations(name: str) -> bool:
    return name.lower().endswith(".rels")


def _check_kind(name: str, kind: str, part: bytes) -> None:
    """Only XML, pictures, fonts and workbooks of charts; no objects or programs under another name."""
    for pattern, problem in REFUSED_TYPES.items():
        if re.search(pattern, kind, re.IGNORECASE):
            raise refusal(problem, REMOVE_IT, name)
    if part.startswith((OLE_START, PROGRAM_START)):
        raise refusal("er staat een ingesloten object in", REMOVE_IT, name)
    if not (_is_xml(name, kind) or kind == WORKBOOK or PLAIN_TYPE.match(kind)):
        raise refusal("er staat een ingesloten bestand in dat geen tekst of plaatje is", REMOVE_IT, name)
    if not _is_xml(name, kind) and XML_START.match(part):
        raise refusal("een onderdeel is anders dan het zegt", REMOVE_IT, name)


@dataclass(frozen=True, slots=True)
class _Relation:
    """One reference that matters further on: to the main part, or to an attached template."""

    kind: str
    target: str
    source: str
    """The part it starts from; "" for the whole file."""
    part: str
    """The part that lists it."""


def _relations(name: str, part: bytes, types: Mapping[str, str], budget: Budget) -> list[_Relation]:
    """Check each reference of one part; gives those to the main part and to an attached template."""
    source = _source(name)
    found: list[_Relation] = []

    def visit(element: str, attributes: Mapping[str, str]) -> None:
        if element != RELATIONSHIP:
            return
        kind = attributes.get("Type", "").rpartition("/")[2]
        relation = _Relation(kind, attributes.get("Target", "").strip(), source, name)
        if kind == "attachedTemplate":
            found.append(relation)
        elif attributes.get("TargetMode", "Internal") != "Internal" or SCHEME_OR_SERVER.match(relation.target):
            _check_external(relation)
        else:
            _check_internal(relation, types)
            if kind == "officeDocument":
                found.append(relation)

    inspect_xml(name, part, budget, visit)
    return found


def _source(name: str) -> str:
    """The part whose references these are: "word/_rels/a.xml.rels" belongs to "word/a.xml"."""
    folder, _, file = name.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), file[: -len(".rels")])


def _check_external(relation: _Relation) -> None:
    if relation.kind == "hyperlink":
        if is_harmless_link(relation.target):
            return
        problem = f"de koppeling '{printable(relation.target)}' gaat niet naar een webadres of e-mailadres"
        raise refusal(problem, "Verwijder die koppeling in Word en probeer het opnieuw.", relation.part)
    if relation.kind == "image":
        raise refusal(
            f"een plaatje wordt opgehaald van '{printable(relation.target)}'", ADD_PICTURE, relation.part
        )
    raise refusal(
        f"het verwijst naar '{printable(relation.target)}', buiten het bestand", REMOVE_IT, relation.part
    )


def _check_internal(relation: _Relation, types: Mapping[str, str]) -> None:
    """A package inside is fine as the workbook of a chart only."""
    problem = REFUSED_RELATIONS.get(relation.kind)
    is_of_chart = "chart" in types.get(relation.source, "")
    if problem and not (relation.kind == "package" and is_of_chart):
        raise refusal(problem, REMOVE_IT, relation.part)


def _main_part(
    relations: Mapping[str, list[_Relation]], types: Mapping[str, str], main_types: frozenset[str]
) -> str:
    """The one part that the whole file points at as its document."""
    targets = [
        relation.target for relation in relations.get("_rels/.rels", []) if relation.kind == "officeDocument"
    ]
    if len(targets) != 1:
        raise refusal(NO_OFFICE_FILE, OTHER_KIND)
    main = targets[0].removeprefix("/")
    if types.get(main) not in main_types:
        raise refusal("het is een ander soort bestand dan hier gevraagd wordt", OTHER_KIND, main)
    return main


def _without_attached(parts: Mapping[str, bytes], attached: list[_Relation]) -> dict[str, bytes]:
    """The parts without references to an attached template: a path on somebody's network, which we do not need."""
    kept = dict(parts)
    for listed, source in {(relation.part, relation.source) for relation in attached}:
        kept[listed] = _without(listed, kept[listed], "Relationship")
        if source in kept:
            kept[source] = _without(source, kept[source], "attachedTemplate")
    return kept


def _without(part: str, xml: bytes, tag: str) -> bytes:
    """An XML part that was inspected, without the elements that attach a template."""
    try:
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise refusal(DAMAGED, SAVE_AGAIN, part) from error
    for element in list(root.iter(f"{{*}}{tag}")):
        if tag == "attachedTemplate" or element.get("Type", "").endswith("/attachedTemplate"):
            element.getparent().remove(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
