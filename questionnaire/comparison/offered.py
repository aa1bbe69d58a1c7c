"""What a file from outside offers for an assessment, before anybody chose. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from questionnaire.comparison.form_fields import FieldKey, FormField


class Source(StrEnum):
    """What kind of file it is."""

    WORD_FORM = "invullijst in Word"
    EXCEL_FORM = "invullijst in Excel"
    ASSESSMENT = "zelfbeoordeling (JSON)"
    COMMENTS = "rapport met opmerkingen in Word"
    OLD_LIST = "eigen lijst in Word"


class Severity(StrEnum):
    """How much a finding asks of the reader."""

    NOTE = "ter informatie"
    """It was read rightly, but not from where it should have stood."""
    WARNING = "let op"
    """Something is missing or left out; what the assessment has stays."""
    ERROR = "niet gelezen"
    """A value stands in the file that could not be read; a person must look at it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should know of a file before choosing."""

    severity: Severity
    place: str
    """Norm, table and row, such as "norm 1.09 (tabel 3, rij 4)"; empty when it is about the whole file."""
    text: str
    """In Dutch: what is the matter, and what to do when something is to be done."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file says about itself; an empty text or None: it does not say."""

    form: str = ""
    """Number of the form, such as "K7QX-3M2P", under which the store may know it."""
    organisation: str = ""
    codes: tuple[str, ...] = ()
    """Codes of the municipalities, such as "GM0344"; none for the example."""
    round: int | None = None
    reference_date: date | None = None
    list_id: str = ""
    """Which questionnaire; see `Questionnaire.id`."""
    content_version: str = ""
    is_filled_before: bool | None = None
    """Whether the form was made with what was known filled in, so that an empty field means "made empty"."""


@dataclass(frozen=True, slots=True)
class OfferedValue:
    """One value as it was read, cleaned and in the form in which it is stored; "" is an empty field."""

    text: str
    place: str
    is_added: bool = False
    """Whether it comes below what is there, like a comment, and never replaces it."""


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """All that was read from one file. A field that is in no mapping is not in the file: nothing changes there."""

    name: str
    source: Source
    identity: Identity
    values: Mapping[str, Mapping[FormField, OfferedValue]] = field(default_factory=dict)
    """Of a form, a report or an old list: by norm id, then by field."""
    others: Mapping[FieldKey, OfferedValue] = field(default_factory=dict)
    """Of a whole assessment: by subject and field, as the store has them."""
    findings: tuple[Finding, ...] = ()
