"""Add parts to an Office package that is kept as its parts by name: properties of the file, settings, comments."""

import posixpath
from collections.abc import Mapping
from datetime import date
from xml.sax.saxutils import escape

from lxml import etree

CONTENT_TYPES = "[Content_Types].xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
TYPES_SPACE, RELATIONS_SPACE = f"{PACKAGE}/content-types", f"{PACKAGE}/relationships"
OFFICE_RELATION = f"{OFFICE}/relationships"
CORE = f"{PACKAGE}/relationships/metadata/core-properties"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CUSTOM_PART = "docProps/custom.xml"
CUSTOM_SPACE, VARIANT = f"{OFFICE}/custom-properties", f"{OFFICE}/docPropsVTypes"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
USER_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format id that Word gives to every property of a user."""
FIRST_NUMBER = 2
"""The numbers 0 and 1 of properties are reserved."""
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
OURS = "was-wordt "
"""How the names of our own properties begin."""
NO_PROPERTIES = f'<Properties xmlns="{CUSTOM_SPACE}" xmlns:vt="{VARIANT}"/>'.encode()
MOST_IN_PROPERTIES = 20_000
"""Signs "<" in the own properties of a file that are still read; ours are a few dozen."""


def with_part(
    parts: Mapping[str, bytes], name: str, xml: bytes, *, relation: str, content_type: str, source: str = ""
) -> dict[str, bytes]:
    """The parts with this one, which replaces one of the same name; a new one is added to the two lists of parts.

    Args:
        parts: by name without leading slash.
        name: of the part to add.
        xml: its content.
        relation: type of the relationship that leads to it.
        content_type: what it is.
        source: the part that the relationship starts from; "" for the file itself.
    """
    if name in parts:
        return {**parts, name: xml}
    listed = relations_of(source)
    target = posixpath.relpath(name, posixpath.dirname(source) or ".")
    identifier = f"rIdWasWordt{posixpath.basename(name).partition('.')[0].capitalize()}"
    link = {"Id": identifier, "Type": relation, "Target": target}
    kind = {"PartName": f"/{name}", "ContentType": content_type}
    return {
        **parts,
        CONTENT_TYPES: _added(parts[CONTENT_TYPES], f"{{{TYPES_SPACE}}}Override", kind),
        listed: _added(parts[listed], f"{{{RELATIONS_SPACE}}}Relationship", link),
        name: xml,
    }


def relations_of(source: str) -> str:
    """The part with the relationships of another part; of the file itself for "".

    >>> relations_of("word/document.xml"), relations_of("")
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def reachable(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Only the parts that a relationship leads to: what was left out of a body is then really gone."""
    found, waiting = {CONTENT_TYPES}, [""]
    while waiting:
        source = waiting.pop()
        listed = relations_of(source)
        if listed not in parts:
            continue
        found.add(listed)
        links = (link for link in etree.fromstring(parts[listed], PARSER) if link.get("TargetMode") != "External")
        targets = {target_of(source, str(link.get("Target"))) for link in links} & parts.keys() - found
        found |= targets
        waiting.extend(targets)
    types = etree.fromstring(parts[CONTENT_TYPES], PARSER)
    for kind in types.findall(f"{{{TYPES_SPACE}}}Override"):
        if str(kind.get("PartName")).lstrip("/") not in found:
            types.remove(kind)
    return {name: part for name, part in parts.items() if name in found} | {CONTENT_TYPES: _xml(types)}


def target_of(source: str, target: str) -> str:
    """The name of the part that a relationship of `source` leads to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")


def _added(part: bytes, name: str, attributes: Mapping[str, str]) -> bytes:
    root = etree.fromstring(part, PARSER)
    etree.SubElement(root, name, dict(attributes))
    return _xml(root)


def with_core_properties(parts: Mapping[str, bytes], title: str, author: str, created: date) -> dict[str, bytes]:
    """The parts with what a reader sees under 'Eigenschappen', in place of what the package said itself."""
    moment = f'<dcterms:{{0}} xsi:type="dcterms:W3CDTF">{created.isoformat()}T00:00:00Z</dcterms:{{0}}>'
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(title)}</dc:title>'
        f"<dc:creator>{escape(author)}</dc:creator><cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision>{moment.format('created')}{moment.format('modified')}"
        "<dc:language>nl-NL</dc:language></cp:coreProperties>"
    )
    name = _core_part(parts)
    return with_part(parts, name, xml.encode(), relation=CORE, content_type=CORE_TYPE)


def _core_part(parts: Mapping[str, bytes]) -> str:
    """The part that has the properties: some programs give it another name than Word does."""
    for link in etree.fromstring(parts[relations_of("")], PARSER):
        if link.get("Type") == CORE and (name := str(link.get("Target")).lstrip("/")) in parts:
            return name
    return "docProps/core.xml"


def with_own_properties(parts: Mapping[str, bytes], values: Mapping[str, str]) -> dict[str, bytes]:
    """The parts with these own properties of ours, in place of ours that are there; those of others stay.

    Args:
        parts: by name without leading slash.
        values: cleaned texts by name.
    """
    root = etree.fromstring(parts.get(CUSTOM_PART, NO_PROPERTIES), PARSER)
    for other in list(root):
        if str(other.get("name", "")).lower().startswith(OURS):  # Word does not tell capitals apart
            root.remove(other)
    for name, value in values.items():
        added = etree.SubElement(root, f"{{{CUSTOM_SPACE}}}property", {"fmtid": USER_FORMAT, "name": name})
        etree.SubElement(added, f"{{{VARIANT}}}lpwstr").text = value
    for number, each in enumerate(root, FIRST_NUMBER):
        each.set("pid", str(number))
    kind = f"{OFFICE_RELATION}/custom-properties"
    return with_part(parts, CUSTOM_PART, _xml(root), relation=kind, content_type=CUSTOM_TYPE)


def own_properties(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The texts by name of the own properties in a package that the guard let pass; none for far too many."""
    part = parts.get(CUSTOM_PART, NO_PROPERTIES)
    if part.count(b"<") > MOST_IN_PROPERTIES:
        return {}
    try:
        root = etree.fromstring(part, PARSER)
    except etree.XMLSyntaxError:
        return {}
    every = root.iter(f"{{{CUSTOM_SPACE}}}property")
    return {str(each.get("name", "")): "".join(map(str, each.itertext())) for each in every}


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
