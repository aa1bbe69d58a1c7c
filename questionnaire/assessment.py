"""What a municipality filled in: answers to the norms of one content version, on one reference date."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from questionnaire.cleaning import clean
from questionnaire.errors import InvalidInputError

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
        return None if self.level is None else self.level.height

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was filled in."""
        return self == EMPTY_ANSWER

    def value(self, field: AnswerField) -> str:
        """The stored text of one field; an empty string means that nothing was filled in."""
        if field is AnswerField.LEVEL:
            return "" if self.level is None else self.level.value
        return str(getattr(self, TEXT_ATTRIBUTE_BY_FIELD[field]))

    def replace(self, field: AnswerField, value: str) -> "Answer":
        """The same answer with one field changed; raises ValueError for a level that does not exist."""
        if field is AnswerField.LEVEL:
            return self.model_copy(update={"level": Level(value) if value else None})
        return self.model_copy(update={TEXT_ATTRIBUTE_BY_FIELD[field]: value})


TEXT_ATTRIBUTE_BY_FIELD = {
    AnswerField.PRACTICE: "practice",
    AnswerField.EVIDENCE: "evidence",
    AnswerField.LINK: "link",
    AnswerField.REMARK: "remark",
    AnswerField.REASON: "reason",
    AnswerField.OTHERWISE: "otherwise",
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


def _one_line(value: object) -> object:
    """A text from outside, cleaned and on one line; anything else as it is."""
    return clean(value).replace("\n", " ").replace("\t", " ") if isinstance(value, str) else value


Particular = Annotated[str, BeforeValidator(_one_line), Field(max_length=MAX_PARTICULAR)]


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
    content_version: str
    created_at: datetime
    particulars: Particulars = Particulars()
    answers: Mapping[str, Answer] = Field(default_factory=dict)

    def answer(self, norm_id: str) -> Answer:
        """The answer to a norm; an empty one when nothing was filled in."""
        return self.answers.get(norm_id, EMPTY_ANSWER)
