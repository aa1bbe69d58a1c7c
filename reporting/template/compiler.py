"""From a marked part to a program; an unknown tag or an unfinished block is a problem with its place, in words."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated, get_args, get_origin, get_type_hints

from reporting.document.pieces import Control, Figure, Tag
from reporting.template.controls import Fillable
from reporting.template.marks import Place
from reporting.template.program import (
    CaptionText,
    Commented,
    Contents,
    Drawing,
    FigureNumber,
    Heading,
    Instruction,
    Link,
    Repeat,
    Text,
    UniqueNumber,
    WhenAny,
)

TOKEN = re.compile(
    r"<\?(veld|begin|eind|als|dan|link|eindlink|kop|eindkop|inhoud|figuur|eindfiguur|tekening|nummer|bijschrift|"
    r"invul)"
    r" (\d+)\?>"
)
DRAWING_NUMBER = re.compile(r'(?<=<wp:docPr id=")\d+(?=")')
CLOSING = {"begin": "eind", "als": "dan", "kop": "eindkop", "link": "eindlink", "figuur": "eindfiguur"}


@dataclass(frozen=True, slots=True)
class Known:
    """What a tag stands for: its attribute, the class of its items if it repeats, and of which kind it is."""

    attribute: str
    item: type | None
    link_to: str
    """Attribute with the address that this text leads to; empty for most."""
    is_figure: bool
    is_fillable: bool = False
    comments: str = ""
    """Attribute with the comments that stand at this text; empty for most."""


@lru_cache
def known_tags(content: type) -> Mapping[str, Known]:
    """The tags of a content class by name."""
    found: dict[str, Known] = {}
    for attribute, hint in get_type_hints(content, include_extras=True).items():
        if get_origin(hint) is not Annotated:
            continue
        kind, tag = get_args(hint)
        if isinstance(tag, Tag):
            item = get_args(kind)[0] if get_origin(kind) is tuple else None
            found[tag.name] = Known(
                attribute, item, tag.link_to, Figure in get_args(kind), kind is Control, tag.comments
            )
    return found


@lru_cache
def all_names(content: type) -> frozenset[str]:
    """The names of all tags of a content class and of what repeats in it."""
    known = known_tags(content)
    inner = (all_names(tag.item) for tag in known.values() if tag.item)
    return frozenset(known).union(*inner)


@dataclass(frozen=True, slots=True)
class Token:
    """One mark with its number, and the XML that follows it."""

    kind: str
    number: int
    xml: str


def tokens_of(xml: str) -> tuple[str, list[Token]]:
    """The XML before the first mark, and the marks."""
    pieces = TOKEN.split(xml)
    marks = zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True)
    return pieces[0], [Token(kind, int(number), rest) for kind, number, rest in marks]


def structure_problems(tokens: list[Token], places: list[Place]) -> list[str]:
    """Every begin without its end and the other way round, in words."""
    problems: list[str] = []
    opened: list[Token] = []
    for token in tokens:
        if token.kind in CLOSING:
            opened.append(token)
        elif token.kind in CLOSING.values():
            if opened and fits(opened[-1], token, places):
                opened.pop()
            else:
                problems.append(unpaired(places[token.number], "begin"))
                return problems
    problems.extend(unpaired(places[token.number], "eind") for token in opened if token.kind == "begin")
    return problems


def fits(opening: Token, closing: Token, places: list[Place]) -> bool:
    """Whether `closing` ends what `opening` began; for blocks the names must be the same."""
    if CLOSING[opening.kind] != closing.kind:
        return False
    return opening.kind != "begin" or block_name(places[opening.number]) == block_name(places[closing.number])


def block_name(place: Place) -> str:
    """The name behind "begin:" or "eind:"."""
    return place.tag.partition(":")[2]


def unpaired(place: Place, other: str) -> str:
    """What is wrong with a block of which the other half is missing or stands elsewhere."""
    name = block_name(place)
    if not name:
        return f"{place.where}: een blok begint of eindigt midden in een kop of rij; zet het in een eigen alinea"
    return (
        f"{place.where}: bij '{place.tag}' hoort een eigen alinea '{other}:{name}'; voeg die toe, en zet begin en "
        "eind allebei buiten een tabel of allebei in dezelfde cel"
    )


WITHOUT_FIELD: Mapping[str, Instruction] = {"inhoud": Contents(), "nummer": FigureNumber()}
Scopes = list[type]
Steps = list[str | Instruction]


@dataclass(slots=True)
class Compiler:
    """Compiles the tokens of one part; unknown tags are collected, so that a user hears them all at once."""

    tokens: list[Token]
    places: list[Place]
    problems: list[str] = field(default_factory=list)
    position: int = 0

    def body(self, xml: str, scopes: Scopes) -> Steps:
        """Instructions up to the mark that closes this body; `xml` comes first."""
        program = literals(xml)
        while self.position < len(self.tokens):
            token = self.tokens[self.position]
            self.position += 1
            if token.kind in CLOSING.values():
                break
            program.extend(self.instruction(token, scopes))
            program.extend(literals(self.tokens[self.position - 1].xml))
        return joined(program)

    def instruction(self, token: Token, scopes: Scopes) -> Steps:
        """One mark with what belongs to it, up to and with the mark that closes it."""
        if token.kind in WITHOUT_FIELD:
            return [WITHOUT_FIELD[token.kind]]
        if token.kind == "kop":
            return [Heading(token.number, self.body(token.xml, scopes))]
        place = self.places[token.number]
        if token.kind in {"begin", "als"}:
            return self.repeat(token, place, scopes)
        if token.kind in {"figuur", "tekening", "bijschrift"}:
            return self.figure(token, place, scopes)
        if token.kind == "invul":
            return self.fillable(place, scopes)
        return self.text(token, place, scopes)

    def text(self, token: Token, place: Place, scopes: Scopes) -> Steps:
        """A field, or the link around it."""
        found = resolve(place.tag.rpartition(".")[2], scopes)
        if token.kind == "link":
            body = self.body(token.xml, scopes)
            if found and found[1].comments:
                return [Commented(found[0], found[1].comments, body)]
            return [Link(found[0], found[1].link_to, body)] if found and found[1].link_to else body
        if found is None or found[1].item or found[1].is_figure or found[1].is_fillable:
            self.report(place, place.tag.rpartition(".")[2], scopes, repeats=False)
            return []
        return [Text(found[0], found[1].attribute)]

    def repeat(self, token: Token, place: Place, scopes: Scopes) -> Steps:
        """A repeat, or the condition around a table that has one; the body of an unknown name is not looked at."""
        found = resolve(block_name(place), scopes)
        if found is None or found[1].item is None:
            if token.kind == "begin":
                self.report(place, block_name(place), scopes, repeats=True)
            self.body(token.xml, [])
            return []
        depth, known = found
        if token.kind == "als":
            return [WhenAny(depth, known.attribute, self.body(token.xml, scopes))]
        assert known.item is not None  # noqa: S101 - for mypy: checked above
        return [Repeat(depth, known.attribute, self.body(token.xml, [*scopes, known.item]))]

    def figure(self, token: Token, place: Place, scopes: Scopes) -> Steps:
        """A chart with its caption, or nothing when there is none; and the two parts of it."""
        found = resolve(place.tag, scopes)
        if found is None or not found[1].is_figure:
            if token.kind == "figuur":
                self.report(place, place.tag, scopes, repeats=False)
                self.body(token.xml, [])
            return []
        depth, known = found
        if token.kind == "tekening":
            return [Drawing(depth, known.attribute, place.width_emu, place.height_emu)]
        if token.kind == "bijschrift":
            return [CaptionText(depth, known.attribute)]
        return [WhenAny(depth, known.attribute, self.body(token.xml, scopes))]

    def fillable(self, place: Place, scopes: Scopes) -> Steps:
        """A control that stays one."""
        found = resolve(place.tag, scopes)
        if found is None or not found[1].is_fillable:
            self.report(place, place.tag, scopes, repeats=False)
            return []
        return [Fillable(found[0], found[1].attribute, place.style)]

    def report(self, place: Place, name: str, scopes: Scopes, *, repeats: bool) -> None:
        """Note an unknown tag with the nearest known one; inside an unknown block nothing is said."""
        if not scopes:
            return
        names = {
            tag for content in scopes for tag, known in known_tags(content).items() if repeats == bool(known.item)
        }
        near = difflib.get_close_matches(name, sorted(names), n=1, cutoff=0.5)
        hint = f"bedoelt u '{near[0]}'?" if near else "de namen staan in templates/README.md"
        self.problems.append(f"{place.where}: het invulveld '{place.tag}' bestaat hier niet; {hint}")


def resolve(name: str, scopes: Scopes) -> tuple[int, Known] | None:
    """The innermost scope that knows a tag, and what it stands for there."""
    for depth in range(len(scopes) - 1, -1, -1):
        known = known_tags(scopes[depth]).get(name)
        if known is not None:
            return depth, known
    return None


def literals(xml: str) -> Steps:
    """XML of the template, with a fresh number for every picture."""
    pieces = DRAWING_NUMBER.split(xml)
    steps: Steps = [pieces[0]]
    for piece in pieces[1:]:
        steps.extend((UniqueNumber(), piece))
    return steps


def joined(steps: Steps) -> Steps:
    """The same steps with neighbouring pieces of XML as one."""
    result: Steps = []
    for step in steps:
        if isinstance(step, str) and result and isinstance(result[-1], str):
            result[-1] += step
        elif step != "":
            result.append(step)
    return result


def compile_part(xml: str, places: list[Place], root: type) -> tuple[Steps, list[str]]:
    """The program of a marked part, and its problems; with problems the program is not to be run.

    Args:
        xml: the part with its processing instructions.
        places: the tags by the number in the instruction.
        root: the class whose annotations give the outermost tags.
    """
    first, tokens = tokens_of(xml)
    problems = structure_problems(tokens, places)
    if problems:
        return [], problems
    compiler = Compiler(tokens, places)
    return compiler.body(first, [root]), compiler.problems
