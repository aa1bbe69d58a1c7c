"""Let a body of ours use the styles of another template; what that lacks is added, in its fonts and colours."""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from reporting.template.package import CONTENT_TYPES, MAIN_RELATIONS, PARSER, STYLES, WORD, TemplatePackage

W = f"{{{WORD}}}"
NUMBERING = "word/numbering.xml"
USED = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
REFERS = (f"{W}basedOn", f"{W}next", f"{W}link")
BY_PROGRAM = ("heading 1", "heading 2", "heading 3", "toc 1", "toc 2")
"""Styles that headings and the table of contents get while the document is filled."""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
FRESH = "WasWordt"
"""Before the id of a style of ours when they use that id for another one."""


def adopt_styles(body: etree._Element, ours: TemplatePackage, theirs: TemplatePackage) -> dict[str, bytes]:
    """Rename the styles in `body` (in place) to theirs of the same name; gives the parts of theirs that change."""
    merge = _Merge(
        etree.fromstring(ours.entries[STYLES], PARSER), etree.fromstring(theirs.entries[STYLES], PARSER)
    )
    merge.numbering = _numbering(theirs)
    merge.our_numbering = etree.fromstring(ours.entries[NUMBERING], PARSER)
    for name in BY_PROGRAM:
        merge.adopt(ours.style_by_name[name])
    for element in body.iter(*USED):
        element.set(f"{W}val", merge.adopt(str(element.get(f"{W}val"))))
    if not _starts_a_page(merge.ours[ours.style_by_name["heading 1"]]):
        _keep_headings_on_the_page(body, merge, ours.style_by_name["heading 1"])
    changed = {STYLES: _xml(merge.their_styles)}
    if merge.has_new_lists:
        changed |= {NUMBERING: _xml(merge.numbering), **_with_numbering(theirs.entries)}
    return changed


@dataclass(slots=True)
class _Merge:
    """Their styles while ours are added."""

    our_styles: etree._Element
    their_styles: etree._Element
    numbering: etree._Element = field(init=False)
    our_numbering: etree._Element = field(init=False)
    ours: dict[str, etree._Element] = field(init=False)
    theirs: dict[str, etree._Element] = field(init=False)
    by_name: dict[tuple[str, str], str] = field(init=False)
    known: dict[str, str] = field(default_factory=dict)
    """Their id by ours."""
    lists: dict[str, str] = field(default_factory=dict)
    """Number of a list of theirs by ours."""

    def __post_init__(self) -> None:
        self.ours = {str(style.get(f"{W}styleId")): style for style in self.our_styles.iter(f"{W}style")}
        self.theirs = {str(style.get(f"{W}styleId")): style for style in self.their_styles.iter(f"{W}style")}
        self.by_name = {_name(style): style_id for style_id, style in self.theirs.items()}

    @property
    def has_new_lists(self) -> bool:
        return bool(self.lists)

    def adopt(self, style_id: str) -> str:
        """The id there of a style of ours; added with all it rests on when there is none of its name."""
        if style_id in self.known or style_id not in self.ours:
            return self.known.get(style_id, style_id)
        found = self.by_name.get(_name(self.ours[style_id]))
        if found is not None:
            self.known[style_id] = found
            return found
        style = copy.deepcopy(self.ours[style_id])
        return self.add(style, style_id)

    def add(self, style: etree._Element, style_id: str) -> str:
        """Add a style under an id that is free there."""
        new_id = style_id
        while new_id in self.theirs:
            new_id = f"{FRESH}{new_id}"
        self.known[style_id] = new_id
        style.set(f"{W}styleId", new_id)
        style.attrib.pop(f"{W}default", "")
        self.theirs[new_id] = style
        self.their_styles.append(style)
        for reference in style.iter(*REFERS):
            reference.set(f"{W}val", self.adopt(str(reference.get(f"{W}val"))))
        for number in style.iter(f"{W}numId"):
            number.set(f"{W}val", self.list_of(str(number.get(f"{W}val"))))
        return new_id

    def list_of(self, number: str) -> str:
        """The number there of a list of ours, which is added the first time."""
        if number not in self.lists:
            self.lists[number] = _add_list(self.numbering, self.our_numbering, number)
        return self.lists[number]


def _name(style: etree._Element) -> tuple[str, str]:
    """Kind and name; the id is translated by Word, the name is not."""
    name = style.find(f"{W}name")
    return str(style.get(f"{W}type")), "" if name is None else str(name.get(f"{W}val")).lower()


def _starts_a_page(style: etree._Element) -> bool:
    return style.find(f"{W}pPr/{W}pageBreakBefore") is not None


def _keep_headings_on_the_page(body: etree._Element, merge: _Merge, our_id: str) -> None:
    """Base a small heading 1 on theirs: it keeps their font and colour, and takes our size and spacing.

    Theirs loses its name, so that there is one "heading 1", by which the program and Word know a heading.
    """
    their_id, ours = merge.known[our_id], merge.ours[our_id]
    theirs = merge.theirs[their_id]
    name = theirs.find(f"{W}name")
    assert name is not None  # noqa: S101 - found by its name
    name.set(f"{W}val", "Kop 1 van het rapport")
    theirs.set(f"{W}customStyle", "1")
    for link in theirs.findall(f"{W}link"):
        theirs.remove(link)
    spacing, size = (copy.deepcopy(_found(ours, path)) for path in (f"{W}pPr/{W}spacing", f"{W}rPr/{W}sz"))
    small = etree.fromstring(
        f'<w:style xmlns:w="{WORD}" w:type="paragraph"><w:name w:val="heading 1"/><w:basedOn w:val="{their_id}"/>'
        '<w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:pageBreakBefore w:val="0"/>'
        '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:szCs/></w:rPr></w:style>',
        PARSER,
    )
    _found(small, f"{W}pPr/{W}outlineLvl").addprevious(spacing)
    _found(small, f"{W}rPr/{W}szCs").set(f"{W}val", str(size.get(f"{W}val")))
    _found(small, f"{W}rPr/{W}szCs").addprevious(size)
    new_id = _add_small_heading(small, their_id, merge)
    for element in body.iter(f"{W}pStyle"):
        if element.get(f"{W}val") == their_id:
            element.set(f"{W}val", new_id)


def _add_small_heading(small: etree._Element, their_id: str, merge: _Merge) -> str:
    new_id = f"{FRESH}{their_id}"
    while new_id in merge.theirs:
        new_id = f"{FRESH}{new_id}"
    small.set(f"{W}styleId", new_id)
    merge.theirs[new_id] = small
    merge.their_styles.append(small)
    return new_id


def _found(element: etree._Element, path: str) -> etree._Element:
    """An element of ours that is there."""
    found = element.find(path)
    assert found is not None, path  # noqa: S101 - in our own styles
    return found


def _numbering(theirs: TemplatePackage) -> etree._Element:
    if NUMBERING in theirs.entries:
        return etree.fromstring(theirs.entries[NUMBERING], PARSER)
    return etree.Element(f"{W}numbering", nsmap={"w": WORD})


def _add_list(numbering: etree._Element, ours: etree._Element, number: str) -> str:
    """Add a list of ours with its looks, under numbers that are free; gives the number."""
    own = _found(ours, f"{W}num[@{W}numId='{number}']")
    looks_number = str(_found(own, f"{W}abstractNumId").get(f"{W}val"))
    looks = copy.deepcopy(_found(ours, f"{W}abstractNum[@{W}abstractNumId='{looks_number}']"))
    free_looks, free = (str(max(_numbers(numbering, name), default=0) + 1) for name in ("abstractNum", "num"))
    looks.set(f"{W}abstractNumId", free_looks)
    for level in looks.iter(f"{W}lvl"):
        for style in level.findall(f"{W}pStyle"):
            level.remove(style)  # the style names the list; theirs of that name may have another
    first = numbering.find(f"{W}num")
    if first is None:
        numbering.append(looks)
    else:
        first.addprevious(looks)
    added = etree.fromstring(
        f'<w:num xmlns:w="{WORD}" w:numId="{free}"><w:abstractNumId w:val="{free_looks}"/></w:num>', PARSER
    )
    last = [*numbering.iterfind(f"{W}abstractNum"), *numbering.iterfind(f"{W}num")][-1]
    last.addnext(added)
    return free


def _numbers(numbering: etree._Element, kind: str) -> Iterator[int]:
    name = {"abstractNum": "abstractNumId", "num": "numId"}[kind]
    return (int(str(found.get(f"{W}{name}"))) for found in numbering.iterfind(f"{W}{kind}"))


def _with_numbering(entries: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts that must know of a list part, when there was none."""
    if NUMBERING in entries:
        return {}
    relation = f'<Relationship Id="rIdWasWordtLijst" Type="{OFFICE}/numbering" Target="numbering.xml"/>'
    kind = f'<Override PartName="/{NUMBERING}" ContentType="{NUMBERING_TYPE}"/>'
    return {
        MAIN_RELATIONS: entries[MAIN_RELATIONS].replace(
            b"</Relationships>", f"{relation}</Relationships>".encode()
        ),
        CONTENT_TYPES: entries[CONTENT_TYPES].replace(b"</Types>", f"{kind}</Types>".encode()),
    }


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
