"""Every text of the internal annex. Apart from the report, so that no template of the public part can show it."""

from dataclasses import dataclass
from typing import Annotated

from reporting.document.fields import (
    AnswerLevel,
    AnswerNotes,
    AnswerPlan,
    AnswerPractice,
    NormCode,
    NormRole,
    NormTitle,
    SectionTitle,
    SourcesIntroduction,
    Warnings,
)
from reporting.document.front_matter import FrontMatter
from reporting.document.pieces import Line, Tag
from reporting.document.plan import InternalPlan
from reporting.document.report import SourceRow


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer with all that was written beside it."""

    code: NormCode
    title: NormTitle
    role: NormRole
    level: AnswerLevel
    practice: AnswerPractice
    notes: AnswerNotes
    plan: AnswerPlan
    evidence: Annotated[str, Tag("bewijs", "bewijs en vindplaats", "Werkinstructie, versie 2")]
    remark: Annotated[str, Tag("opmerking", "opmerking bij het antwoord", "Bespreken in het teamoverleg.")]


@dataclass(frozen=True, slots=True)
class AnsweredSection:
    """One step or theme with its answers."""

    title: SectionTitle
    answers: Annotated[tuple[AnswerRow, ...], Tag("antwoorden", "elk antwoord, in de volgorde van de lijst")]


@dataclass(frozen=True, slots=True)
class AnnexContent(FrontMatter):
    """The whole internal annex."""

    explanation: Annotated[tuple[Line, ...], Tag("uitleg", "voor wie deze bijlage is, en voor wie niet")]
    plan: Annotated[tuple[InternalPlan, ...], Tag("plan", "het plan van aanpak; leeg zonder acties")]
    sections: Annotated[tuple[AnsweredSection, ...], Tag("onderdelen", "de stappen en thema's")]
    warnings: Warnings
    sources_introduction: SourcesIntroduction
    sources: Annotated[tuple[SourceRow, ...], Tag("bronnen", "de gebruikte bronnen")]
