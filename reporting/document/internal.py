"""Every text of the internal annex. Apart from the report, so that no template of the public part can show it."""

from dataclasses import dataclass
from typing import Annotated

from reporting.document.plan import InternalPlan
from reporting.document.report import FrontMatter, Labelled, Line, SourceRow, Tag


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer with all that was written beside it."""

    code: Annotated[str, Tag("code", "nummer van de norm", "3.07")]
    title: Annotated[str, Tag("titel", "korte titel van de norm", "Eén coördinator per aanpak")]
    role: Annotated[str, Tag("wie", "rol die het meestal weet", "teamleider toegang")]
    level: Annotated[str, Tag("niveau", "het gekozen niveau", "2 Deels geregeld")]
    practice: Annotated[str, Tag("was", "hoe het nu gaat, in eigen woorden", "Per team verschillend.")]
    notes: Annotated[tuple[Labelled, ...], Tag("bijzonderheden", "anders geregeld, of waarom de norm niet geldt")]
    plan: Annotated[tuple[Line, ...], Tag("plan_bij_norm", "ambitie en zekerheid; leeg als er niets is ingevuld")]
    evidence: Annotated[str, Tag("bewijs", "bewijs en vindplaats", "Werkinstructie, versie 2")]
    remark: Annotated[str, Tag("opmerking", "opmerking bij het antwoord", "Bespreken in het teamoverleg.")]


@dataclass(frozen=True, slots=True)
class AnsweredSection:
    """One step or theme with its answers."""

    title: Annotated[str, Tag("titel", "titel van de stap of het thema", "Stap 1: Bepaal of er meer speelt")]
    answers: Annotated[tuple[AnswerRow, ...], Tag("antwoorden", "elk antwoord, in de volgorde van de lijst")]


@dataclass(frozen=True, slots=True)
class AnnexContent(FrontMatter):
    """The whole internal annex."""

    explanation: Annotated[tuple[Line, ...], Tag("uitleg", "voor wie deze bijlage is, en voor wie niet")]
    plan: Annotated[tuple[InternalPlan, ...], Tag("plan", "het plan van aanpak; leeg zonder acties")]
    sections: Annotated[tuple[AnsweredSection, ...], Tag("onderdelen", "de stappen en thema's")]
    warnings: Annotated[
        tuple[Labelled, ...], Tag("waarschuwingen", "waarschuwing of toelichting, met de nummers van de normen")
    ]
    sources_introduction: Annotated[str, Tag("bronnen_inleiding", "welke bronnen hier staan", "Hier staan …")]
    sources: Annotated[tuple[SourceRow, ...], Tag("bronnen", "de gebruikte bronnen")]
