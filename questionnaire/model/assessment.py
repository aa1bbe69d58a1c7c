"""What a municipality filled in: answers to the norms of one content version, on one reference date."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from questionnaire.errors import InvalidInputError
from questionnaire.model.base import FIRST_LIST
from questionnaire.model.cleaning import one_line
from questionnaire.model.plan import YES, Action, Certainty, ProcessStep, Quarter, StoredQuarter
from questionnaire.model.settlement import Settlement, Status

MAX_PARTICULAR = 120
"""Longest text of one particular, in characters."""


class Level(StrEnum):
    """How far a norm is in place. The values are stored: never rename one."""

    NOT_ARRANGED = "niet-geregeld"
    SOMETIMES = "soms"
    PARTLY = "deels-geregeld"
    ARRANGED = "geregeld"
    SECURED = "geborgd"
    UNKNOWN = "weet-ik-niet"
    NOT_APPLICABLE = "niet-van-toepassing"

    @property
    def height(self) -> int | None:
        """0 to 4, or None for unknown and not applicable, which are no level at all."""
        return HEIGHT_BY_LEVEL.get(self)


HEIGHT_BY_LEVEL = {
    Level.NOT_ARRANGED: 0,
    Level.SOMETIMES: 1,
    Level.PARTLY: 2,
    Level.ARRANGED: 3,
    Level.SECURED: 4,
}
AMBITIONS = tuple(level for level in Level if level.height)
"""The levels that somebody can want: 1 to 4."""


class Depth(StrEnum):
    """How much of the questionnaire is asked and scored; switching loses no answer."""

    CORE = "kern"
    FULL = "volledig"


class AnswerField(StrEnum):
    """The parts of an answer that are saved, compared and kept one by one. Stored: never rename one."""

    LEVEL = "niveau"
    PRACTICE = "was"
    EVIDENCE = "bewijs"
    LINK = "bewijs_link"
    REMARK = "opmerking"
    REASON = "nvt_reden"
    OTHERWISE = "anders"
    AMBITION = "ambitie"
    QUARTER = "ambitie_kwartaal"
    CERTAINTY = "zekerheid"
    RECONFIRM = "herbevestigen"


def _mark(value: object) -> object:
    """A stored mark as a truth; anything that is not a text as it is."""
    if isinstance(value, str) and value not in ("", YES):
        raise ValueError(f"not a mark: {value[:40]!r}")
    return value == YES if isinstance(value, str) else value


def _ambition(value: object) -> object:
    """A level that somebody can want; None as it is."""
    if value is not None and value not in AMBITIONS:
        raise ValueError(f"nobody can want this level: {value!r:.40}")
    return value


class Answer(BaseModel):
    """One municipality's answer to one norm. An empty text means: nothing written there."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    level: Level | None = Field(None, alias="niveau")
    """None: not answered, which is not the same as "not arranged"."""
    practice: str = Field("", alias="was")
    """How the municipality works now, in its own words ('was')."""
    evidence: str = Field("", alias="bewijs")
    link: str = Field("", alias="bewijs_link")
    remark: str = Field("", alias="opmerking")
    reason: str = Field("", alias="nvt_reden")
    """Why the norm does not apply; without it the norm stays open."""
    otherwise: str = Field("", alias="anders")
    """"Anders geregeld, namelijk": stands beside a level, never instead of one."""
    ambition: Annotated[Level | None, BeforeValidator(_ambition)] = Field(None, alias="ambitie")
    """The level that the municipality wants, as it was chosen; use `wanted`."""
    quarter: StoredQuarter | None = Field(None, alias="ambitie_kwartaal")
    """The quarter in which it wants to be there."""
    certainty: Certainty | None = Field(None, alias="zekerheid")
    """How sure the municipality is of this answer; None: not said."""
    to_reconfirm: Annotated[bool, BeforeValidator(_mark)] = Field(False, alias="herbevestigen")
    """Whether this answer was copied from the round before and nobody has said yet that it still holds."""

    @property
    def is_excluded(self) -> bool:
        """Whether the norm does not apply, with a reason given."""
        return self.level is Level.NOT_APPLICABLE and bool(self.reason.strip())

    @property
    def lacks_reason(self) -> bool:
        """Whether "not applicable" was chosen without a reason, so that the norm counts as open."""
        return self.level is Level.NOT_APPLICABLE and not self.reason.strip()

    @property
    def height(self) -> int | None:
        """The level as 0 to 4; None while unanswered, unknown or not applicable."""
        return None if self.level is None else HEIGHT_BY_LEVEL.get(self.level)

    @property
    def wanted(self) -> Level | None:
        """The ambition, or the present level where that is higher by now; None without an ambition."""
        if self.ambition is None:
            return None
        return max(self.ambition, self.level or self.ambition, key=lambda level: level.height or 0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was filled in."""
        return self == EMPTY_ANSWER

    @property
    def tells_the_present(self) -> bool:
        """Whether anything was filled in about how it is now; an ambition alone does not."""
        return any(self.value(field) for field in PRESENT_FIELDS)

    def value(self, field: AnswerField) -> str:
        """The stored text of one field; an empty string means that nothing was filled in."""
        value = getattr(self, ATTRIBUTE_BY_FIELD[field])
        if isinstance(value, bool):
            return YES if value else ""
        return "" if value is None else str(value)

    def replace(self, field: AnswerField, value: str) -> "Answer":
        """The same answer with one field changed to a stored text; raises ValueError for one that cannot be."""
        name = ATTRIBUTE_BY_FIELD[field]
        parsed = _PARSED.get(field, str)
        return self.model_copy(update={name: parsed(value) if value else getattr(EMPTY_ANSWER, name)})


ATTRIBUTE_BY_FIELD = {AnswerField(str(field.alias)): name for name, field in Answer.model_fields.items()}
PRESENT_FIELDS = tuple(AnswerField)[:7]
"""What is told about how it is now, and is to be confirmed again in a next round."""
_PARSED: dict[AnswerField, Callable[[str], object]] = {
    AnswerField.LEVEL: Level,
    AnswerField.AMBITION: lambda value: _ambition(Level(value)),
    AnswerField.QUARTER: Quarter.parse,
    AnswerField.CERTAINTY: Certainty,
    AnswerField.RECONFIRM: _mark,
}
EMPTY_ANSWER = Answer()


class OrganisationKind(StrEnum):
    """Who the assessment is about."""

    MUNICIPALITY = "gemeente"
    COOPERATION = "samenwerking"
    EXAMPLE = "voorbeeld"


class Municipality(BaseModel):
    """A municipality with the code and name of its day; a code is never reused."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    code: str = Field(alias="gm_code", pattern=r"^GM\d{4}$")
    name: str = Field(alias="naam", min_length=1, max_length=80)


class Organisation(BaseModel):
    """One municipality, a named cooperation of several, or the fictional example (without a code)."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    kind: OrganisationKind = Field(alias="soort")
    name: str = Field(alias="naam", min_length=1, max_length=120)
    municipalities: tuple[Municipality, ...] = Field((), alias="gemeenten")


class Confidentiality(StrEnum):
    """Who may read the report. The values are stored: never rename one.

    "Geheim" is missing on purpose: secrecy is imposed by a decision on its own ground, not by a label here.
    """

    PUBLIC = "openbaar"
    PARTLY_PUBLIC = "beperkt openbaar"
    INTERNAL = "intern"
    CONFIDENTIAL = "vertrouwelijk"


class ParticularField(StrEnum):
    """The particulars, which are saved and compared one by one. Stored: never rename one."""

    REFERENCE = "kenmerk"
    VERSION = "versie"
    DRAFTER_ROLE = "opsteller"
    PORTFOLIO_HOLDER = "portefeuillehouder"
    CONFIDENTIALITY = "vertrouwelijkheid"
    RETENTION = "bewaartermijn"


Particular = Annotated[str, BeforeValidator(one_line), Field(max_length=MAX_PARTICULAR)]


class Particulars(BaseModel):
    """What the report says about itself. All of it may be empty; a text is always one clean line."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    reference: Particular = Field("", alias="kenmerk")
    """The organisation's own reference, such as a case number."""
    version: Particular = Field("", alias="versie")
    """Version of the report, not of the questionnaire."""
    drafter_role: Particular = Field("", alias="opsteller")
    """The role that drew it up; never a person's name."""
    portfolio_holder: Particular = Field("", alias="portefeuillehouder")
    confidentiality: Confidentiality | None = Field(None, alias="vertrouwelijkheid")
    """None: not said."""
    retention: Particular = Field("", alias="bewaartermijn")

    def value(self, field: ParticularField) -> str:
        """The stored text of one field; an empty string means that nothing was filled in."""
        return self.filled().get(field.value, "")

    def filled(self) -> dict[str, str]:
        """What was filled in, by Dutch name, in the order of `ParticularField`."""
        return {name: value for name, value in self.model_dump(mode="json", by_alias=True).items() if value}

    def replace(self, field: ParticularField, value: str) -> "Particulars":
        """The same particulars with one field changed; an empty value clears it.

        Raises:
            InvalidInputError: The text is too long, or not a choice for this field.
        """
        kept = {name: text for name, text in self.filled().items() if name != field.value}
        try:
            return Particulars.model_validate({**kept, field.value: value} if value else kept)
        except ValidationError as error:
            raise InvalidInputError(
                f"Deze waarde past niet bij '{field.value}'. Zij is NIET opgeslagen. "
                f"Gebruik hoogstens {MAX_PARTICULAR} tekens, of kies uit de lijst."
            ) from error


class Assessment(BaseModel):
    """The answers of one organisation on one reference date; a norm without an entry has not been answered."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str
    organisation: Organisation
    depth: Depth
    reference_date: date
    list_id: str = FIRST_LIST
    """Which questionnaire is answered; see `Questionnaire.id`."""
    content_version: str
    created_at: datetime
    particulars: Particulars = Particulars()
    answers: Mapping[str, Answer] = Field(default_factory=dict)
    actions: Mapping[str, Action] = Field(default_factory=dict)
    """By id, in no order that means anything; a removed action is not here."""
    process: Mapping[str, ProcessStep] = Field(default_factory=dict)
    """By id, ordered by place; a removed step is not here."""
    round: int = Field(1, ge=1)
    """1 for a first measurement; each next round counts one on."""
    previous: str | None = None
    """Id of the assessment of the round before; None for a first one, or when that one is not known here."""
    status: Status = Status.CONCEPT
    settlement: Settlement | None = None
    """Who settled it and when; None until then."""

    @property
    def is_locked(self) -> bool:
        """Whether nothing in it can change any more."""
        return self.status is Status.SETTLED

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """Ids of the norms whose answer was copied from the round before and is not confirmed, asked or not."""
        return tuple(norm_id for norm_id, answer in self.answers.items() if answer.to_reconfirm)

    def answer(self, norm_id: str) -> Answer:
        """The answer to a norm; an empty one when nothing was filled in."""
        return self.answers.get(norm_id, EMPTY_ANSWER)
