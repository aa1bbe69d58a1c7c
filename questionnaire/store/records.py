"""What the store takes and gives back. Every time is aware and in UTC; event ids only ever go up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from questionnaire.model.assessment import Assessment, Depth, Organisation, Particulars
from questionnaire.model.settlement import Settlement, Status
from questionnaire.model.subjects import SubjectField

NOTHING_SEEN = 0
"""The event id of a field in which nothing was ever saved."""


@dataclass(frozen=True, slots=True)
class AssessmentSummary:
    """One line in the list of assessments."""

    id: str
    organisation: Organisation
    depth: Depth
    reference_date: date
    created_at: datetime
    changed_at: datetime
    """When an answer was last saved; the creation when there is none."""
    answered: int
    """Number of norms with a level, "weet ik niet" and "niet van toepassing" included."""
    round: int
    """1 for a first measurement."""
    previous: str | None
    """Id of the assessment of the round before, if it is known here."""
    status: Status


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """An assessment as it stands, with what a later save must compare against; keys are (subject, field).

    A subject is a norm id, or that of an action or a step of a process card (see model/plan.py). A cleared
    field and a removed action are in `seen` and `saved_at`, but not in the assessment.
    """

    assessment: Assessment
    seen: Mapping[tuple[str, SubjectField], int]
    saved_at: Mapping[tuple[str, SubjectField], datetime]

    @property
    def latest_event(self) -> int:
        """The newest event in here, to ask `Store.changes_after` for what came later; 0 when there is none."""
        return max(self.seen.values(), default=NOTHING_SEEN)


@dataclass(frozen=True, slots=True)
class AssessmentDetails:
    """What can change about an assessment as a whole, without its answers."""

    depth: Depth
    reference_date: date
    particulars: Particulars
    particulars_saved_at: datetime | None
    """When a particular was last saved, or came with an import; None when neither happened."""
    content_version: str
    status: Status
    settlement: Settlement | None


@dataclass(frozen=True, slots=True)
class KeptTemplate:
    """What is known of an assessment's own Word template, without its bytes."""

    name: str
    """The file name, for people; never a path."""
    sha256: str
    uploaded_at: datetime
    author: str


@dataclass(frozen=True, slots=True)
class SettledReport:
    """The report with which an assessment was settled, byte for byte."""

    name: str
    """The file name, for people; never a path."""
    sha256: str
    settled_at: datetime
    content: bytes


@dataclass(frozen=True, slots=True)
class Change:
    """A new value for one field; `seen` is the event id that the user was looking at, 0 for nothing yet."""

    norm_id: str
    """The subject: a norm id, or that of an action or a step of a process card."""
    field: SubjectField
    value: str
    seen: int
    origin: tuple[str, ...] = ()
    """Names of the files that the value came from; empty when somebody filled it in here."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes of one assessment by one person, that are kept together or not at all."""

    assessment_id: str
    changes: Sequence[Change]
    author: str
    """Name or role; may be empty."""


@dataclass(frozen=True, slots=True)
class SavedField:
    """What is durably stored after a save: the cleaned value and the event that holds it.

    `event_id` is 0 when nothing was ever saved here and nothing was offered; `at` is then the moment of asking.
    """

    norm_id: str
    field: SubjectField
    value: str
    event_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class AnswerEvent:
    """One saved value: never changed, never removed."""

    event_id: int
    norm_id: str
    field: SubjectField
    value: str
    author: str
    at: datetime
    seen: int
    """The event that the author was looking at; 0 for nothing yet."""
    origin: str = ""
    """Name of the file that the value came from, with " + " between several; "" when it was filled in here."""


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file of which values are taken in."""

    name: str
    """As `Change.origin` has it."""
    sha256: str
    form: str = ""
    """The number of the form; "" for a file that is no form, or when it has no number."""


@dataclass(frozen=True, slots=True)
class FormReturn:
    """A form that came back."""

    name: str
    """Of the file, for people; never a path."""
    sha256: str
    taken: int
    """Number of fields that were taken over from it."""
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FormRecord:
    """A form that was handed out; only its returns and whether it was withdrawn change."""

    number: str
    """Such as "K7QX-3M2P"; no form in the store has the same."""
    assessment_id: str
    recipient: str
    """For whom: a role or a person's own words; "" when that was not said."""
    selection: str
    """Which norms, in words."""
    norms: tuple[str, ...]
    actions: Mapping[str, str]
    """The subject of the action that the form shows at a norm, by norm id."""
    is_filled_before: bool
    content_version: str
    base_event: int
    """The newest event in what it was made from; give it to `Forms.values_at`."""
    author: str
    at: datetime
    returns: tuple[FormReturn, ...] = ()
    """Oldest first."""
    withdrawn_at: datetime | None = None
    """When it was taken off the list of who has what; None: it is on the list."""


class FormEventKind(StrEnum):
    """What happened to a form after it was made. Stored: never rename one."""

    RETURNED = "terug"
    WITHDRAWN = "ingetrokken"


class DetailKind(StrEnum):
    """What happened to an assessment as a whole. Stored: never rename one."""

    CREATED = "aangemaakt"
    IMPORTED = "ingelezen"
    DEPTH = "diepte"
    REFERENCE_DATE = "peildatum"
    PARTICULARS = "gegevens"
    TEMPLATE = "sjabloon"
    TEMPLATE_REMOVED = "sjabloon-weg"
    NEXT_ROUND = "nieuwe-ronde"
    STATUS = "status"
    SETTLED = "vastgesteld"
    CONTENT = "inhoudsversie"
    TAKEN_IN = "teruggelezen"
    REMOVED = "verwijderd"
    RESTORED = "teruggezet"


@dataclass(frozen=True, slots=True)
class DetailEvent:
    """One change of an assessment's details: never changed, never removed."""

    event_id: int
    kind: DetailKind
    value: str
    """The new depth, date (ISO 8601), status or content version, the id in the imported file or of the round
    before, or empty.

    In JSON: the particulars that changed, the name and SHA-256 of a template, the settlement with those of its
    report, and those of a file that was taken in, with the number of fields.
    """
    author: str
    at: datetime
