"""What a municipality filled in: answers to the norms of one content version, on one reference date."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


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


class Assessment(BaseModel):
    """The answers of one organisation on one reference date; a norm without an entry has not been answered."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str
    organisation: Organisation
    depth: Depth
    reference_date: date
    content_version: str
    created_at: datetime
    answers: Mapping[str, Answer] = Field(default_factory=dict)

    def answer(self, norm_id: str) -> Answer:
        """The answer to a norm; an empty one when nothing was filled in."""
        return self.answers.get(norm_id, EMPTY_ANSWER)
