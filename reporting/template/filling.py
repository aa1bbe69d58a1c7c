"""Fill a Word template: content controls become texts, rows and blocks repeat. Never computes a text.

A template is compiled once (kept by its hash); filling is joining strings. Decision 0006 tells why the
placeholders are content controls; templates/README.md is the contract with whoever makes a template.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import etree

from questionnaire.errors import InvalidInputError
from reporting.package.parts import with_own_properties
from reporting.template.comments import digest_properties, first_comment, with_comments
from reporting.template.compiler import compile_part
from reporting.template.marks import W, mark_part
from reporting.template.package import (
    MAIN_PART,
    Properties,
    RelationIds,
    TemplatePackage,
    read_package,
    save_package,
)
from reporting.template.program import Program, Writer, contents_xml, run

COMPILED_TEMPLATES = 8
NO_FIELDS = (
    "Het sjabloon bevat geen invulvelden, dus er is niets om in te vullen. Gebruik het standaardsjabloon, of neem "
    "de invulvelden daaruit over. Bewaar een sjabloon in Word; andere programma's laten invulvelden soms weg."
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template for one class of content."""

    package: TemplatePackage
    programs: Mapping[str, Program]
    contents_instruction: str
    contents_levels: tuple[int, int]
    first_bookmark: int
    ids: RelationIds
    first_comment: int = 0

    def fill(self, content: Any, properties: Properties) -> bytes:  # noqa: ANN401
        """Fill in `content`, an instance of the class the template was compiled for; gives a .docx."""
        entries, writer = self.filled(content)
        if writer.comments:
            entries = with_comments(entries, writer.comments, properties.created)
        own = {**properties.own, **digest_properties(writer.comments)}
        entries = with_own_properties(entries, own) if own else entries
        return save_package(entries, list(writer.urls), writer.charts, self.ids, properties)

    def filled(self, content: Any) -> tuple[dict[str, bytes], Writer]:  # noqa: ANN401
        """All parts by name, filled in, with the links and charts that are still to be added."""
        writer = Writer(self.first_bookmark, self.ids, first_comment=self.first_comment)
        filled = {name: self._part(name, content, writer) for name in self.programs}
        return {**self.package.entries, **filled}, writer

    def _part(self, name: str, content: Any, writer: Writer) -> bytes:  # noqa: ANN401
        """One filled part as XML; the table of contents is written last, when all headings are known."""
        writer.output, writer.takes_comments = [DECLARATION], name == MAIN_PART
        run(self.programs[name], [content], writer)
        if writer.contents_at is not None and name == MAIN_PART:
            styles = [self.package.style_by_name.get(f"toc {level}", f"TOC{level}") for level in range(1, 10)]
            writer.output[writer.contents_at] = contents_xml(
                writer, self.contents_instruction, self.contents_levels, styles
            )
        return "".join(writer.output).encode()


def compile_template(template: bytes, content_class: type) -> Template:
    """Compile a .docx, or reuse it when these bytes were compiled before.

    Args:
        template: the .docx.
        content_class: frozen dataclass whose annotations carry the tags.

    Raises:
        InvalidInputError: no Word file, no fields, or tags that do not exist; each is named with its place.
    """
    return _compiled(hashlib.sha256(template).digest(), _Bytes(template), content_class)


class _Bytes:
    """Bytes that are equal to any other: the hash beside them is the key."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Bytes)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=COMPILED_TEMPLATES)
def _compiled(digest: bytes, template: _Bytes, content_class: type) -> Template:
    package = read_package(template.content)
    programs: dict[str, Program] = {}
    problems: list[str] = []
    fields = 0
    instruction, levels = "", (1, 2)
    for name, root in package.parts.items():
        marks = mark_part(root, package.style_by_name, name)
        fields += len(marks.places)
        programs[name], found = compile_part(etree.tostring(root, encoding="unicode"), marks.places, content_class)
        problems.extend((*marks.problems, *found))
        if name == MAIN_PART:
            instruction, levels = marks.contents_instruction, marks.contents_levels
    if not fields:
        raise InvalidInputError(NO_FIELDS)
    if problems:
        raise InvalidInputError("Het sjabloon klopt niet:\n" + "\n".join(f"- {problem}" for problem in problems))
    return Template(
        package,
        programs,
        instruction,
        levels,
        next_bookmark(package.parts[MAIN_PART]),
        RelationIds.free_in(package.entries),
        first_comment(package.entries),
    )


def next_bookmark(body: etree._Element) -> int:
    """The first bookmark number that the template does not use itself."""
    numbers = [int(mark.get(f"{W}id", "0")) for mark in body.iter(f"{W}bookmarkStart")]
    return max(numbers, default=0) + 1
