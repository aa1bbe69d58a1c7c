"""What files and an assessment look like beside each other: offers, rows, and the choices these leave. Pure.

The rules stand in docs/decisions/0020-teruglezen.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from questionnaire.comparison.form_fields import FieldKey
from questionnaire.comparison.offered import Finding
from questionnaire.model.assessment import AnswerField
from questionnaire.model.plan import ActionField, ProcessField, action_id
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.model.subjects import SubjectField
from questionnaire.store.records import StoredAssessment

JOINABLE: frozenset[SubjectField] = frozenset(
    (
        AnswerField.PRACTICE,
        AnswerField.EVIDENCE,
        AnswerField.REMARK,
        AnswerField.REASON,
        AnswerField.OTHERWISE,
        ActionField.WHAT,
        ActionField.NOTE,
        ActionField.EXPECTED,
        ProcessField.WHAT,
        ProcessField.HANDOVER,
        ProcessField.WAITING,
    )
)
"""Texts of which two can be kept, one below the other."""
EMPTY_LINE = "\n\n"


class Kind(StrEnum):
    """Where a field changed since the file was made."""

    SAME = "gelijk"
    FILE = "bestand"
    """Only the file changed it, or only the file has something."""
    MINE = "hier"
    """Only the assessment changed it or has something, or it has all that the file has."""
    BOTH = "beide"
    """Both changed it, files differ from each other, or nobody knows what the file was made with."""


class Choice(StrEnum):
    """What to keep."""

    MINE = "hier"
    FILE = "bestand"
    BOTH = "beide"
    """What is here, an empty line, and what the files have; for texts only."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A choice that was made for a row."""

    choice: Choice
    file: str = ""
    """Which file, for `Choice.FILE`; "" otherwise."""


KEEP = Pick(Choice.MINE)
JOIN = Pick(Choice.BOTH)


@dataclass(frozen=True, slots=True)
class Base:
    """What the assessment held when a form was made from it."""

    values: Mapping[FieldKey, str] = field(default_factory=dict)
    """From `store.values_at`."""
    is_filled_before: bool = False
    """Whether the form was handed out with those values in it."""
    actions: Mapping[str, str] = field(default_factory=dict)
    """The subject of the action that the form shows at a norm, by norm id."""
    norms: tuple[str, ...] = ()
    """Ids of the norms that the form was made with; none when that is not known."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A text that one or more files have for a field; "" for a field that is empty there."""

    text: str
    files: tuple[str, ...]
    """Names, in alphabetical order."""
    place: str = ""
    """Where it stands in the first of the files."""
    is_added: bool = False
    """Whether it comes below what is there and never replaces it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A field in which a file differs from the assessment."""

    subject: str
    field: SubjectField
    norm_id: str
    """The norm it belongs to: of an action the first in content order; "" for a process step or without a norm."""
    mine: str
    """What stands in the assessment; "" when nothing does."""
    offers: tuple[Offer, ...]
    """At least one, each with another text, in order of file name."""
    base: str | None
    """What the form was made with; None when that is not known, or not one text."""
    kind: Kind
    """Never `SAME`: a field without a difference is no row."""
    picks: tuple[Pick, ...]
    """What may be chosen; `KEEP` is always the first."""
    default: Pick | None
    """None: somebody must choose. So it is with `Kind.BOTH`, and with a file that would empty a field."""
    group: str = ""
    """Subject of an action or step that is on one side only: its rows have one choice together. Else ""."""
    was_removed: bool = False
    """Whether the action or step was here and somebody took it away."""

    @property
    def choice_id(self) -> str:
        """Under which a choice is given: one for all rows of a group."""
        return self.group or f"{self.subject}|{self.field.value}"

    @property
    def key(self) -> FieldKey:
        """Where the store keeps this field."""
        return self.subject, self.field

    def allows(self, pick: Pick) -> bool:
        """Whether this may be chosen; also a file with the same text as one that is in `picks`."""
        named = {name for offer in self.offers if not offer.is_added for name in offer.files}
        return pick in self.picks or (pick.choice is Choice.FILE and pick.file in named)

    def text(self, pick: Pick) -> str:
        """What stands there after this choice."""
        if pick.choice is Choice.MINE:
            return self.mine
        if pick.choice is Choice.FILE:
            return next((offer.text for offer in self.offers if pick.file in offer.files), "")
        text = self.mine
        for offer in self.offers:
            text = below(text, offer.text)
        return text

    def origin(self, pick: Pick) -> tuple[str, ...]:
        """The files from which the text after this choice comes; none when it stays as it is."""
        if pick.choice is Choice.BOTH:
            return tuple(dict.fromkeys(name for offer in self.offers for name in offer.files))
        return (pick.file,) if pick.choice is Choice.FILE else ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between files and an assessment, and what a person should know of the files."""

    stored: StoredAssessment
    """The assessment it was compared with; a save compares with this moment."""
    content: Questionnaire
    rows: tuple[Row, ...]
    """In content order; actions behind the answer to their norm, process steps last."""
    same: int
    """Number of fields that the files have and that are equal here."""
    findings: Mapping[str, tuple[Finding, ...]]
    """By name of the file, its own and those of the comparison; a file without any has an entry too."""

    @property
    def files(self) -> tuple[str, ...]:
        """The name of each file in this comparison, in the order in which the files were given."""
        return tuple(self.findings)

    def choose_all(self, choice: Choice, file: str = "") -> dict[str, Pick]:
        """This choice for every row that allows it, by `choice_id`; for `FILE` that of `file`, or of the first."""
        found: dict[str, Pick] = {}
        for row in self.rows:
            wanted = [Pick(choice, file)] if file else [pick for pick in row.picks if pick.choice is choice]
            if wanted and row.allows(wanted[0]):
                found.setdefault(row.choice_id, wanted[0])
        return found

    @property
    def unchosen(self) -> tuple[Row, ...]:
        """The rows for which somebody must choose; of a group only the first."""
        first: dict[str, Row] = {}
        for row in self.rows:
            if row.default is None:
                first.setdefault(row.choice_id, row)
        return tuple(first.values())


Choices = Mapping[str, Pick]
"""Choices by `Row.choice_id`; a row that is not in it has its default."""


def pick_of(row: Row, choices: Choices) -> Pick | None:
    """What was chosen for a row, or its default; None when somebody must still choose, or chose what cannot be."""
    pick = choices.get(row.choice_id, row.default)
    return pick if pick and row.allows(pick) else None


def removed_field(subject: str) -> SubjectField:
    """The field that marks an action or a step of a process card as taken away."""
    return ActionField.REMOVED if action_id(subject) else ProcessField.REMOVED


def below(text: str, addition: str) -> str:
    r"""The paragraphs of `addition` that `text` lacks, below it, with an empty line between.

    >>> below("een", "twee"), below("een\n\ntwee", "twee\n\ndrie"), below("", "een")
    ('een\n\ntwee', 'een\n\ntwee\n\ndrie', 'een')
    """
    paragraphs = [part for part in addition.split(EMPTY_LINE) if part.strip()]
    missing = lacking(text, addition)
    rest = addition if missing == paragraphs else EMPTY_LINE.join(missing)
    return EMPTY_LINE.join(filter(str.strip, (text, rest)))


def lacking(text: str, addition: str) -> list[str]:
    """The paragraphs of `addition` that are not a paragraph of `text`, apart from spaces around them."""
    present = {part.strip() for part in text.split(EMPTY_LINE)}
    parts = (part for part in addition.split(EMPTY_LINE) if part.strip())
    return [part for part in parts if part.strip() not in present]
