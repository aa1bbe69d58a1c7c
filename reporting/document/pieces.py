"""What every content class is made of: the tag of a field, and the smallest things that repeat."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Annotated

from reporting.charts import Chart


@dataclass(frozen=True, slots=True)
class Tag:
    """The name of a field in a template, what it holds, and an example; with the attributes that belong to it."""

    name: str
    meaning: str
    example: str = ""
    link_to: str = ""
    """Attribute with the address that this text leads to; empty for most."""
    comments: str = ""
    """Attribute with the comments that stand at this text; empty for most."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, bullet or numbered item."""

    text: Annotated[str, Tag("tekst", "de tekst van deze alinea", "De lijst heeft 110 normen.")]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with what stands below it, behind its number."""

    chart: Chart
    caption: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A part of the report that was chosen: its block stands there once, and has no fields of its own."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A name with what belongs to it, such as a particular, a level of the scale or a glossary term."""

    label: Annotated[str, Tag("naam", "naam van het kenmerk, niveau of begrip", "Peildatum")]
    text: Annotated[str, Tag("tekst", "de waarde of uitleg erbij", "22 november 2026")]


class ControlKind(Enum):
    """What somebody can put in a content control."""

    TEXT = auto()
    CHOICE = auto()
    DATE = auto()


@dataclass(frozen=True, slots=True)
class Control:
    """A content control for somebody to fill in; it stays one in the document."""

    kind: ControlKind
    label: str
    tag: str
    placeholder: str
    """What stands there while it is empty."""
    text: str = ""
    """What was filled in, as it is read; empty for nothing."""
    value: str = ""
    """What the text stands for: the value of the choice, or the date as yyyy-mm-dd; empty for a text."""
    choices: tuple[tuple[str, str], ...] = ()
    """Value and text of what can be chosen."""
