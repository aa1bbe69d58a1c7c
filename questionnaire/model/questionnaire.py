"""The content of the questionnaire as immutable values: what is asked, why, and on which sources it rests.

The YAML files carry Dutch keys; each field here names its own with an alias. Content is made by `loading.load`
only, which reports every mistake in the files at once.
"""

from datetime import date
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from questionnaire.model.assessment import Depth, Level
from questionnaire.model.base import ContentModel, Text
from questionnaire.model.explainer import Explainer
from questionnaire.model.plan_content import PlanContent


class LegalStatus(StrEnum):
    """What a norm rests on. A norm is a practical translation, never the literal duty."""

    IN_FORCE = "geldend"
    GOOD_PRACTICE = "praktijk"
    BILL = "wams"


class Certainty(StrEnum):
    """How far the norm follows from its sources."""

    SOURCE = "bron"
    PARTLY_DERIVED = "deels-afgeleid"
    DERIVED = "afgeleid"


class SectionKind(StrEnum):
    """Steps make up the score per step; themes hold for all steps and are scored apart."""

    STEP = "stap"
    THEME = "thema"


class Why(ContentModel):
    """Why a norm matters, from the three sides that the customer names."""

    resident: Text = Field(alias="inwoner")
    data: Text = Field(alias="gegevens")
    preparation: Text = Field(alias="voorbereiding")


class Norm(ContentModel):
    """What the enhanced approach asks on one point ('wordt'), with its sources, our weights and our advice."""

    id: str = Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=45)
    code: str = ""
    """Visible number, such as "3.07" or "G.02": place in this content version, given by `loading`; not an id."""
    origins: tuple[Text, ...] = Field(alias="herkomst", min_length=1)
    origins_note: Text = Field("", alias="herkomst_toelichting")
    title: Text = Field(alias="titel", max_length=60)
    statement: Text = Field(alias="norm")
    evidence: tuple[Text, ...] = Field(alias="te_zien_aan", min_length=1)
    why: Why = Field(alias="waarom")
    legal_status: LegalStatus = Field(alias="status")
    article: Text = Field("", alias="artikel")
    certainty: Certainty = Field(alias="zekerheid")
    certainty_note: Text = Field("", alias="zekerheid_toelichting")
    sources: tuple[Text, ...] = Field(alias="bronnen", min_length=1)
    warning: Text = Field("", alias="let_op")
    weight: int = Field(alias="gewicht", strict=True, ge=1, le=3)
    target: int = Field(alias="streefniveau", strict=True, ge=1, le=4)
    target_reason: Text = Field("", alias="streefniveau_reden")
    depth: Depth = Field(alias="diepte")
    role: Text = Field(alias="rol")
    first_step: Text = Field(alias="eerste_stap")
    assurance: Text = Field(alias="borgen")


class MissingInSource(ContentModel):
    """Something the source announces without giving its text: shown as missing, never scored or invented."""

    origins: tuple[Text, ...] = Field(alias="herkomst")
    title: Text = Field(alias="titel")
    explanation: Text = Field(alias="toelichting")
    sources: tuple[Text, ...] = Field(alias="bronnen")


class Section(ContentModel):
    """A step or a theme with its norms, in the order in which they are asked."""

    id: Text
    kind: SectionKind = Field(alias="soort")
    number: int | None = Field(None, alias="nummer", strict=True, ge=1)
    title: Text = Field(alias="titel")
    short_title: Text = Field(alias="kort")
    introduction: Text = Field(alias="inleiding")
    order_note: Text = Field("", alias="volgorde")
    norms: tuple[Norm, ...] = Field(alias="normen")
    missing: tuple[MissingInSource, ...] = Field((), alias="ontbreekt")

    @property
    def is_step(self) -> bool:
        """Whether this is one of the five steps."""
        return self.kind is SectionKind.STEP

    @property
    def name(self) -> str:
        """Name for navigation and charts: "Stap 3 · Coördineren", or a theme's short title."""
        return f"Stap {self.number} · {self.short_title}" if self.is_step else self.short_title


class Source(ContentModel):
    """Where a statement comes from, and how much of it was read: A whole page, B its beginning, C a copy."""

    id: Text
    url: str = Field(pattern="^https?://")
    description: Text = Field(alias="omschrijving")
    reading: str = Field(alias="gelezen", pattern="^[ABC]$")


class ScaleLevel(ContentModel):
    """One answer on the scale, as the user reads it."""

    level: Level = Field(alias="niveau")
    label: Text = Field(alias="naam")
    description: Text = Field(alias="omschrijving")


class LevelAdvice(ContentModel):
    """What helps in general to come from one level to the next."""

    level: Level = Field(alias="vanaf")
    text: Text = Field(alias="tekst")


class StatusLabel(ContentModel):
    """How a legal status is named and explained to the user."""

    status: LegalStatus
    label: Text = Field(alias="naam")
    explanation: Text = Field(alias="toelichting")


class Role(ContentModel):
    """Somebody in a municipality who usually knows the answer: a role, never a person."""

    id: Text
    label: Text = Field(alias="naam")


class Term(ContentModel):
    """A word of the glossary; `synonyms` are other forms under which it is found in texts."""

    id: Text
    term: Text = Field(alias="begrip")
    explanation: Text = Field(alias="uitleg")
    synonyms: tuple[Text, ...] = Field((), alias="ook")
    sources: tuple[Text, ...] = Field((), alias="bronnen")


class Partner(ContentModel):
    """An organisation or profession that takes part in the approach."""

    name: Text = Field(alias="naam")
    explanation: Text = Field(alias="uitleg")
    sources: tuple[Text, ...] = Field((), alias="bronnen")


class LawEvent(ContentModel):
    """One line of the bill's history."""

    when: Text = Field(alias="wanneer")
    what: Text = Field(alias="wat")
    certainty: Text = Field(alias="zekerheid")
    sources: tuple[Text, ...] = Field((), alias="bronnen")


class LawPoint(ContentModel):
    """One statement about the bill, about another law, or about what we have not been able to read."""

    text: Text = Field(alias="tekst")
    sources: tuple[Text, ...] = Field((), alias="bronnen")


class LawStatus(ContentModel):
    """Where the bill stands, as one dated text; nothing else in the product says whether it is in force."""

    as_of: date = Field(alias="stand_per")
    text: Text = Field(alias="tekst")
    sources: tuple[Text, ...] = Field(alias="bronnen")
    history: tuple[LawEvent, ...] = Field(alias="tijdlijn")
    proposal: tuple[LawPoint, ...] = Field((), alias="voorstel")
    """What the bill says, as far as it was read."""
    other_laws: tuple[LawPoint, ...] = Field((), alias="andere_wetten")
    warnings: tuple[LawPoint, ...] = Field((), alias="waarschuwingen")
    """What we have not been able to read or to check: shown wherever the law is quoted at length."""


class Questionnaire(ContentModel):
    """All content of one version. Norm ids are unique and stay stable between versions."""

    id: str
    version: str
    as_of: date
    title: str
    basis: str
    """One sentence on what this is based on: the step plan, not the original Word list."""
    basis_sources: tuple[str, ...] = ()
    """The customer's own documents; a core norm rests on at least one of them."""
    what_it_is: tuple[str, ...] = ()
    what_it_is_not: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    """Ids of all points in the underlying research; each is traced to a norm or to something missing."""
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    scale: tuple[ScaleLevel, ...]
    scale_sources: tuple[str, ...]
    advice: tuple[LevelAdvice, ...]
    statuses: tuple[StatusLabel, ...]
    roles: tuple[Role, ...]
    terms: tuple[Term, ...]
    partners: tuple[Partner, ...]
    explainers: tuple[Explainer, ...] = ()
    law: LawStatus
    plan: PlanContent = PlanContent()

    @cached_property
    def steps(self) -> tuple[Section, ...]:
        """The five steps, in order."""
        return tuple(section for section in self.sections if section.is_step)

    @cached_property
    def themes(self) -> tuple[Section, ...]:
        """The themes that hold for all steps, in order."""
        return tuple(section for section in self.sections if not section.is_step)

    @cached_property
    def norms(self) -> tuple[Norm, ...]:
        """Every norm, in content order."""
        return tuple(norm for section in self.sections for norm in section.norms)

    @cached_property
    def norm_by_id(self) -> dict[str, Norm]:
        """Norms by id."""
        return {norm.id: norm for norm in self.norms}

    @cached_property
    def section_by_norm(self) -> dict[str, Section]:
        """The section a norm stands in, by norm id."""
        return {norm.id: section for section in self.sections for norm in section.norms}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def role_by_id(self) -> dict[str, Role]:
        """Roles by id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def scale_by_level(self) -> dict[Level, ScaleLevel]:
        """Labels and descriptions by level."""
        return {entry.level: entry for entry in self.scale}

    @cached_property
    def status_by_id(self) -> dict[LegalStatus, StatusLabel]:
        """Labels and explanations by legal status."""
        return {entry.status: entry for entry in self.statuses}

    @cached_property
    def core(self) -> "Questionnaire":
        """The same content with only its core norms; codes and ids stay the same."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        fields["sections"] = tuple(
            section.model_copy(update={"norms": tuple(norm for norm in section.norms if norm.depth is Depth.CORE)})
            for section in self.sections
        )
        return Questionnaire.model_construct(**fields)  # a copy would carry what was cached for all norms

    def at(self, depth: Depth) -> "Questionnaire":
        """The content as asked at `depth`: the core norms, or all of them."""
        return self.core if depth is Depth.CORE else self


def other_list(list_id: str, questionnaire: Questionnaire) -> str:
    """Why something of the list with this id is refused, in Dutch, and what to do."""
    return (
        f"dit hoort bij een andere vragenlijst (‘{list_id[:40]}’), en dit programma heeft de lijst "
        f"‘{questionnaire.title}’. Open het met een programma dat die andere lijst heeft."
    )
