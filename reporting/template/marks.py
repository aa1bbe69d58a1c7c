"""From content controls in a part to processing instructions that say what goes where.

A control with a plain tag becomes a field. A dotted tag ("normen.was") repeats its table row, or its paragraph
outside a table; a second dot repeats the paragraph within that row. A paragraph with only "begin:stappen" and one
with "eind:stappen" repeat everything between them. A table whose rows repeat vanishes when there are none.
"""

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from reporting.template.package import WORD
from reporting.template.room import room_for

W = f"{{{WORD}}}"
WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TABLE_OF_CONTENTS = re.compile(r'\s*TOC\b(?:.*\\o\s*"(\d)-(\d)")?', re.DOTALL)


FIGURE = "grafiek:"
FILLABLE = "invul:"


@dataclass(frozen=True, slots=True)
class Place:
    """A tag as the user wrote it and where it stands, for messages."""

    tag: str
    where: str
    width_emu: int = 0
    """Room for a chart; 0 for anything else."""
    height_emu: int = 0
    style: str = ""
    """Style of the text of a control that stays one, while it is empty."""


@dataclass(slots=True)
class Marks:
    """The places of one part by number, and its table of contents if it has one."""

    places: list[Place] = field(default_factory=list)
    contents_instruction: str = ""
    contents_levels: tuple[int, int] = (1, 2)
    problems: list[str] = field(default_factory=list)

    def add(self, place: Place) -> str:
        """Number a place; the number stands in the processing instruction."""
        self.places.append(place)
        return str(len(self.places) - 1)


def mark_part(root: etree._Element, style_by_name: Mapping[str, str], part: str) -> Marks:
    """Replace every tagged control of a part (in place) by processing instructions."""
    marks = Marks()
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)  # only ours may stand in it
    drop_editing_traces(root)
    controls = [(control, tag) for control in root.iter(f"{W}sdt") if (tag := tag_of(control))]
    places = {control: Place(tag, place_of(control, part)) for control, tag in controls}
    repeated: dict[tuple[etree._Element, str], str] = {}  # host and collection -> number of its begin
    for control, tag in controls:
        if tag.startswith(("begin:", "eind:")):
            mark_block(control, places[control], marks)
        elif tag.startswith(FIGURE):
            mark_figure(control, places[control], marks, style_by_name.get("caption", ""))
        elif tag.startswith(FILLABLE):
            mark_fillable(control, places[control], marks)
        else:
            for host, name in hosts(control, tag):
                if (host, name) not in repeated:
                    repeated[host, name] = mark_repeat(host, name, places[control], marks)
            mark_field(control, places[control], marks)
    mark_conditions(repeated)
    keep_cells_whole(root)
    if root.tag == f"{W}document":
        mark_headings(root, style_by_name)
        mark_contents(root, marks)
    return marks


def drop_editing_traces(root: etree._Element) -> None:
    """Drop what Word notes about editing and what may not occur twice once content repeats."""
    for element in list(root.iter(f"{W}proofErr", f"{W}lastRenderedPageBreak")):
        element.getparent().remove(element)  # type: ignore[union-attr]
    for element in root.iter(f"{W}p", f"{W}tr", f"{W}r", f"{W}sectPr"):
        for name in [str(name) for name in element.attrib if str(name).startswith((f"{W}rsid", WORD_2010))]:
            del element.attrib[name]


def tag_of(control: etree._Element) -> str:
    """The tag of a content control; empty for one that is not ours (a date picker, a table of contents)."""
    tag = control.find(f"{W}sdtPr/{W}tag")
    return "" if tag is None else str(tag.get(f"{W}val", "")).strip()


def place_of(control: etree._Element, part: str) -> str:
    """Where a control stands, in words: "tabel 3, rij 2" or "de alinea 'Score: …'"."""
    row = next(control.iterancestors(f"{W}tr"), None)
    if row is not None:
        table = next(row.iterancestors(f"{W}tbl"))
        number = list(control.getroottree().getroot().iter(f"{W}tbl")).index(table) + 1
        spot = f"tabel {number}, rij {list(table.iter(f'{W}tr')).index(row) + 1}"
    else:
        paragraph = next(control.iterancestors(f"{W}p"), control)
        text = "".join(str(node.text or "") for node in paragraph.iter(f"{W}t"))
        spot = f"de alinea '{text[:40]}'"
    return {"h": f"koptekst, {spot}", "f": f"voettekst, {spot}"}.get(part.removeprefix("word/")[0], spot)


def hosts(control: etree._Element, tag: str) -> list[tuple[etree._Element, str]]:
    """What repeats for each collection of a dotted tag: first the row, then the paragraph."""
    paragraph = next(control.iterancestors(f"{W}p"), control)
    row = next(control.iterancestors(f"{W}tr"), None)
    candidates = [paragraph] if row is None else [row, paragraph]
    return list(zip(candidates, tag.split(".")[:-1], strict=False))


def mark_block(control: etree._Element, place: Place, marks: Marks) -> None:
    """Replace a marker paragraph by the begin or end of a repeat."""
    paragraph = next(control.iterancestors(f"{W}p"), None)
    if paragraph is None or paragraph.getparent() is None:
        return
    target = "begin" if place.tag.startswith("begin:") else "eind"
    paragraph.getparent().replace(  # type: ignore[union-attr]
        paragraph, etree.ProcessingInstruction(target, marks.add(place))
    )


def mark_figure(control: etree._Element, place: Place, marks: Marks, caption_style: str) -> None:
    """Replace a control by a drawing, with a numbered caption below; both vanish when there is no chart."""
    paragraph, parent = next(control.iterancestors(f"{W}p"), None), control.getparent()
    if paragraph is None or parent is None or not stands_alone(control, paragraph):
        marks.problems.append(
            f"{place.where}: '{place.tag}' staat niet goed; zet een grafiek in een eigen alinea in de tekst, "
            "buiten een tabel, koptekst of voettekst"
        )
        return
    room = room_for(paragraph)
    number = marks.add(Place(place.tag, place.where, *room))
    run = etree.Element(f"{W}r")
    run.append(etree.ProcessingInstruction("tekening", number))
    parent.replace(control, run)
    keep_with_next(paragraph)
    paragraph.addprevious(etree.ProcessingInstruction("figuur", number))
    paragraph.addnext(etree.ProcessingInstruction("eindfiguur", number))
    paragraph.addnext(caption(number, caption_style))


def mark_fillable(control: etree._Element, place: Place, marks: Marks) -> None:
    """Replace a control by the place of one that stays; its own text gives the looks of an empty one."""
    parent, style = control.getparent(), control.find(f"{W}sdtContent//{W}rStyle")
    if parent is None or parent.tag != f"{W}p":
        marks.problems.append(f"{place.where}: '{place.tag}' staat niet goed; zet het binnen een alinea")
        return
    name = "" if style is None else str(style.get(f"{W}val"))
    number = marks.add(Place(place.tag, place.where, style=name))
    parent.replace(control, etree.ProcessingInstruction("invul", number))


def stands_alone(control: etree._Element, paragraph: etree._Element) -> bool:
    """Whether a control is all there is in a paragraph of the body itself."""
    body = paragraph.getparent()
    others = (part for part in paragraph if part is not control and part.tag != f"{W}pPr")
    return body is not None and body.tag == f"{W}body" and not any("".join(map(str, p.itertext())) for p in others)


def keep_with_next(paragraph: etree._Element) -> None:
    """Keep a chart on the page of its caption."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    if properties.find(f"{W}keepNext") is None:
        style = properties.find(f"{W}pStyle")
        properties.insert(0 if style is None else 1, etree.Element(f"{W}keepNext"))


def caption(number: str, style: str) -> etree._Element:
    """A paragraph such as "Figuur 3. Score per stap": the number stands there, in a field that Word can list."""
    looks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return etree.fromstring(
        f'<w:p xmlns:w="{WORD}">{looks}<w:r><w:t xml:space="preserve">Figuur </w:t></w:r>'
        f'<w:fldSimple w:instr=" SEQ Figuur \\* ARABIC "><w:r><?nummer {number}?></w:r></w:fldSimple>'
        f'<w:r><w:t xml:space="preserve">. </w:t></w:r><w:r><?bijschrift {number}?></w:r></w:p>'
    )


def mark_repeat(host: etree._Element, name: str, place: Place, marks: Marks) -> str:
    """Put a repeat around a row or paragraph; gives the number of its begin."""
    number = marks.add(Place(f"begin:{name}", place.where))
    host.addprevious(etree.ProcessingInstruction("begin", number))
    host.addnext(etree.ProcessingInstruction("eind", marks.add(Place(f"eind:{name}", place.where))))
    return number


def mark_conditions(repeated: Mapping[tuple[etree._Element, str], str]) -> None:
    """Let a table with one repeating row depend on it, so that no table remains with only its heading."""
    rows: dict[etree._Element, list[str]] = {}
    for (host, _), number in repeated.items():
        table = next(host.iterancestors(f"{W}tbl"), None)
        if host.tag == f"{W}tr" and table is not None:
            rows.setdefault(table, []).append(number)
    for table, numbers in rows.items():
        if len(numbers) == 1:
            table.addprevious(etree.ProcessingInstruction("als", numbers[0]))
            table.addnext(etree.ProcessingInstruction("dan", numbers[0]))


def keep_cells_whole(root: etree._Element) -> None:
    """Give a cell in which everything repeats an empty paragraph: Word cannot open a cell without one."""
    for cell in root.iter(f"{W}tc"):
        depth, fixed = 0, 0
        for child in cell:
            if isinstance(child, etree._ProcessingInstruction):
                depth += {"begin": 1, "eind": -1}.get(str(child.target), 0)
            elif child.tag == f"{W}p" and not depth:
                fixed += 1
        if not fixed:
            etree.SubElement(cell, f"{W}p")


def mark_field(control: etree._Element, place: Place, marks: Marks) -> None:
    """Replace a control by one run that keeps its looks and holds the field."""
    content = control.find(f"{W}sdtContent")
    parent = control.getparent()
    if content is None or parent is None:
        return
    run = etree.Element(f"{W}r")
    looks = content.find(f".//{W}rPr")
    if looks is not None:
        run.append(without_placeholder_style(looks))
    number = marks.add(place)
    run.append(etree.ProcessingInstruction("veld", number))
    control.addprevious(etree.ProcessingInstruction("link", number))
    control.addnext(etree.ProcessingInstruction("eindlink", number))
    parent.replace(control, run)


def without_placeholder_style(looks: etree._Element) -> etree._Element:
    """Run properties without Word's grey style for placeholder text."""
    own = copy.deepcopy(looks)
    for style in own.findall(f"{W}rStyle"):
        if str(style.get(f"{W}val")).lower() in {"placeholdertext", "tekstvantijdelijkeaanduiding"}:
            own.remove(style)
    own.tail = None
    return own


def mark_headings(root: etree._Element, style_by_name: Mapping[str, str]) -> None:
    """Surround the text of every heading, for bookmarks and the table of contents."""
    level_by_style = {style_by_name[f"heading {n}"]: n for n in range(1, 10) if f"heading {n}" in style_by_name}
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = level_by_style.get(str(style.get(f"{W}val"))) if style is not None else None
        if level is None or len(paragraph) < 2:
            continue
        paragraph.insert(1, etree.ProcessingInstruction("kop", str(level)))
        paragraph.append(etree.ProcessingInstruction("eindkop", str(level)))


def mark_contents(root: etree._Element, marks: Marks) -> None:
    """Replace the paragraphs of a TOC field by one mark; the field itself is written again when filling."""
    paragraphs = contents_of(root)
    if not paragraphs:
        return
    marks.contents_instruction = instruction_of(paragraphs[0]).strip()
    found = TABLE_OF_CONTENTS.match(marks.contents_instruction)
    if found and found[1]:
        marks.contents_levels = (int(found[1]), int(found[2]))
    paragraphs[0].addprevious(etree.ProcessingInstruction("inhoud", "0"))
    for paragraph in paragraphs:
        paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]


def contents_of(root: etree._Element) -> list[etree._Element]:
    """The paragraphs of the first TOC field, from its begin to its end; none without such a field."""
    paragraphs: list[etree._Element] = []
    depth = 0
    for paragraph in root.iter(f"{W}p"):
        if not paragraphs and not TABLE_OF_CONTENTS.match(instruction_of(paragraph)):
            continue
        paragraphs.append(paragraph)
        kinds = [str(mark.get(f"{W}fldCharType")) for mark in paragraph.iter(f"{W}fldChar")]
        depth += kinds.count("begin") - kinds.count("end")
        if depth <= 0:
            break
    return paragraphs


def instruction_of(paragraph: etree._Element) -> str:
    """The instructions of the fields in a paragraph."""
    return "".join(str(node.text or "") for node in paragraph.iter(f"{W}instrText"))
