"""What a municipality plans: actions, quarters, how sure it is, and its present process in steps. Pure.

Every value is stored as one text per field, under a subject: an action or a step of a process card, just as a norm
id is the subject of an answer. Stored texts are never renamed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

ACTION_PREFIX = "actie:"
PROCESS_PREFIX = "proces:"
YES = "ja"
"""The stored text of a mark that was set; an empty text means that it was not."""
FIRST_YEAR, LAST_YEAR = 2000, 2100
ORDINALS = ("eerste", "tweede", "derde", "vierde")
_QUARTER = re.compile(r"(\d{4})-K([1-4])", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9_-]{8}")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year, 1 to 4; earlier quarters are smaller."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (FIRST_YEAR <= self.year <= LAST_YEAR and 1 <= self.number <= len(ORDINALS)):
            raise ValueError(f"no such quarter: {self.year}-K{self.number}")

    def __str__(self) -> str:
        """The stored text.

        >>> str(Quarter(2027, 2))
        '2027-K2'
        """
        return f"{self.year}-K{self.number}"

    @classmethod
    def parse(cls, text: str) -> "Quarter":
        """The quarter of a stored text; raises ValueError for any other text."""
        if not (match := _QUARTER.fullmatch(text)):
            raise ValueError(f"not a quarter: {text[:40]!r}")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter in which a day falls; raises ValueError for a year before 2000 or after 2100.

        >>> str(Quarter.of(date(2027, 3, 31))), str(Quarter.of(date(2027, 4, 1)))
        ('2027-K1', '2027-K2')
        """
        return cls(day.year, (day.month + 2) // 3)

    def next(self) -> "Quarter":
        """The quarter after this one; raises ValueError after the last quarter of 2100."""
        return Quarter(self.year, self.number + 1) if self.number < len(ORDINALS) else Quarter(self.year + 1, 1)

    @property
    def last_day(self) -> date:
        """The last day that belongs to this quarter."""
        month_after = 3 * self.number + 1
        first_after = date(self.year, month_after, 1) if month_after <= 12 else date(self.year + 1, 1, 1)
        return first_after - timedelta(days=1)

    @property
    def text(self) -> str:
        """The quarter in Dutch.

        >>> Quarter(2027, 2).text
        'tweede kwartaal 2027'
        """
        return f"{ORDINALS[self.number - 1]} kwartaal {self.year}"


def quarters_from(first: Quarter, number: int) -> tuple[Quarter, ...]:
    """`number` quarters in a row, from `first` on."""
    row = [first]
    while len(row) < number:
        row.append(row[-1].next())
    return tuple(row[:number])


StoredQuarter = Annotated[
    Quarter,
    BeforeValidator(lambda value: Quarter.parse(value) if isinstance(value, str) else value),
    PlainSerializer(str, return_type=str),
]
"""A quarter as a field of a pydantic model: written and read as its stored text."""


class Certainty(StrEnum):
    """How sure the municipality is of an answer; not `model.Certainty`, which is about a norm and its sources."""

    KNOWN = "weten"
    THINKING = "denken"
    GUESSING = "gokken"


class Effort(StrEnum):
    """How much work an action is, in the municipality's own estimate."""

    SMALL = "klein"
    MEDIUM = "middel"
    LARGE = "groot"


class ActionStatus(StrEnum):
    """How far an action is."""

    NOT_STARTED = "nog-niet-begonnen"
    BUSY = "bezig"
    DONE = "klaar"
    DROPPED = "vervallen"


class ActionField(StrEnum):
    """The parts of an action that are saved, compared and kept one by one."""

    WHAT = "wat"
    NORMS = "normen"
    OWNER_ROLE = "eigenaar_rol"
    OWNER_NAME = "eigenaar_naam"
    DUE = "datum"
    EFFORT = "omvang"
    STATUS = "status"
    NOTE = "notitie"
    EXPECTED = "verwachting"
    REMOVED = "verwijderd"


class ProcessField(StrEnum):
    """The parts of one step on a process card that are saved, compared and kept one by one."""

    POSITION = "plaats"
    WHAT = "wat"
    WHO = "wie"
    HANDOVER = "overdracht"
    WAITING = "wachtpunt"
    DIFFERENCE = "verschil"
    REMOVED = "verwijderd"


class Action(BaseModel):
    """What the municipality will do for one or more norms. An empty text means: nothing written there."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str
    what: str = Field("", alias="wat")
    norms: tuple[str, ...] = Field((), alias="normen")
    """Norm ids, each once, in the order in which they were chosen."""
    owner_role: str = Field("", alias="eigenaar_rol")
    """Id of a role in the content; a role, because people come and go."""
    owner_name: str = Field("", alias="eigenaar_naam")
    due: date | None = Field(None, alias="datum")
    effort: Effort | None = Field(None, alias="omvang")
    status: ActionStatus = ActionStatus.NOT_STARTED
    """Stored as an empty text while nothing has been done, so that there is one way to say so."""
    note: str = Field("", alias="notitie")
    expected: str = Field("", alias="verwachting")
    removed: bool = Field(False, alias="verwijderd")

    @property
    def subject(self) -> str:
        """The subject under which its values are stored."""
        return f"{ACTION_PREFIX}{self.id}"

    @property
    def counts(self) -> bool:
        """Whether something is, or was, really done: not removed and not dropped."""
        return not self.removed and self.status is not ActionStatus.DROPPED

    @property
    def is_to_do(self) -> bool:
        """Whether something is still to be done."""
        return self.counts and self.status is not ActionStatus.DONE

    def value(self, field: ActionField) -> str:
        """The stored text of one field; an empty string means that nothing was filled in."""
        return _ACTION_TEXT[field](self)

    def replace(self, field: ActionField, value: str) -> "Action":
        """The same action with one field changed to a stored text; raises ValueError for a text that cannot be."""
        name, parsed = _ACTION_PARSED[field]
        return self.model_copy(update={name: parsed(value)})


class ProcessStep(BaseModel):
    """One step of how the municipality works now in a section, beside the enhanced approach."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str
    section: str = Field(alias="onderdeel")
    position: int = Field(0, alias="plaats")
    """Order within the section, low first; equal places are ordered by id."""
    what: str = Field("", alias="wat")
    who: str = Field("", alias="wie")
    handover: str = Field("", alias="overdracht")
    waiting: str = Field("", alias="wachtpunt")
    difference: bool = Field(False, alias="verschil")
    """Whether the municipality marks this step as different from the enhanced approach."""
    removed: bool = Field(False, alias="verwijderd")

    @property
    def subject(self) -> str:
        """The subject under which its values are stored."""
        return f"{PROCESS_PREFIX}{self.section}:{self.id}"

    def value(self, field: ProcessField) -> str:
        """The stored text of one field; an empty string means that nothing was filled in."""
        if field is ProcessField.POSITION:
            return str(self.position) if self.position else ""
        value = getattr(self, _PROCESS_ATTRIBUTE[field])
        return _mark(value) if isinstance(value, bool) else str(value)

    def replace(self, field: ProcessField, value: str) -> "ProcessStep":
        """The same step with one field changed to a stored text; raises ValueError for a text that cannot be."""
        parsed: object = value
        if field is ProcessField.POSITION:
            parsed = int(value) if value else 0
        elif field in (ProcessField.DIFFERENCE, ProcessField.REMOVED):
            parsed = _is_marked(value)
        return self.model_copy(update={_PROCESS_ATTRIBUTE[field]: parsed})


def action_id(subject: str) -> str | None:
    """The id of the action that a subject names, or None when it names something else.

    >>> action_id("actie:aB3_-x90"), action_id("een-norm")
    ('aB3_-x90', None)
    """
    found = subject.removeprefix(ACTION_PREFIX)
    return found if found != subject and _ID.fullmatch(found) else None


def process_place(subject: str) -> tuple[str, str] | None:
    """Section id and id of the process step that a subject names, or None when it names something else.

    >>> process_place("proces:stap-1:aB3_-x90"), process_place("actie:aB3_-x90")
    (('stap-1', 'aB3_-x90'), None)
    """
    if not subject.startswith(PROCESS_PREFIX):
        return None
    section, _, found = subject.removeprefix(PROCESS_PREFIX).rpartition(":")
    return (section, found) if section and _ID.fullmatch(found) else None


def _mark(value: bool) -> str:
    return YES if value else ""


def _is_marked(value: str) -> bool:
    if value not in ("", YES):
        raise ValueError(f"not a mark: {value[:40]!r}")
    return value == YES


_ACTION_TEXT: dict[ActionField, Callable[[Action], str]] = {
    ActionField.WHAT: lambda action: action.what,
    ActionField.NORMS: lambda action: " ".join(action.norms),
    ActionField.OWNER_ROLE: lambda action: action.owner_role,
    ActionField.OWNER_NAME: lambda action: action.owner_name,
    ActionField.DUE: lambda action: action.due.isoformat() if action.due else "",
    ActionField.EFFORT: lambda action: action.effort.value if action.effort else "",
    ActionField.STATUS: lambda action: "" if action.status is ActionStatus.NOT_STARTED else action.status.value,
    ActionField.NOTE: lambda action: action.note,
    ActionField.EXPECTED: lambda action: action.expected,
    ActionField.REMOVED: lambda action: _mark(action.removed),
}
_ACTION_PARSED: dict[ActionField, tuple[str, Callable[[str], object]]] = {
    ActionField.WHAT: ("what", str),
    ActionField.NORMS: ("norms", lambda value: tuple(value.split())),
    ActionField.OWNER_ROLE: ("owner_role", str),
    ActionField.OWNER_NAME: ("owner_name", str),
    ActionField.DUE: ("due", lambda value: date.fromisoformat(value) if value else None),
    ActionField.EFFORT: ("effort", lambda value: Effort(value) if value else None),
    ActionField.STATUS: ("status", lambda value: ActionStatus(value) if value else ActionStatus.NOT_STARTED),
    ActionField.NOTE: ("note", str),
    ActionField.EXPECTED: ("expected", str),
    ActionField.REMOVED: ("removed", _is_marked),
}
_PROCESS_ATTRIBUTE = {
    ProcessField.POSITION: "position",
    ProcessField.WHAT: "what",
    ProcessField.WHO: "who",
    ProcessField.HANDOVER: "handover",
    ProcessField.WAITING: "waiting",
    ProcessField.DIFFERENCE: "difference",
    ProcessField.REMOVED: "removed",
}
