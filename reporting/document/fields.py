"""Fields that stand in more than one content class, under the same tag and with the same meaning."""

from typing import Annotated

from reporting.document.pieces import Labelled, Line, Tag

SectionName = Annotated[str, Tag("naam", "naam van de stap of het thema", "Stap 3 · Coördineren")]
SectionTitle = Annotated[str, Tag("titel", "titel van de stap of het thema", "Stap 1: Bepaal of er meer speelt")]
SectionIntroduction = Annotated[str, Tag("inleiding", "waar het over gaat", "In deze stap …")]

NormCode = Annotated[str, Tag("code", "nummer van de norm", "3.07")]
NormTitle = Annotated[str, Tag("titel", "korte titel van de norm", "Eén coördinator per aanpak")]
NormRole = Annotated[str, Tag("wie", "rol die het meestal weet", "teamleider toegang")]
Target = Annotated[str, Tag("streefniveau", "het streefniveau", "3")]

AnswerLevel = Annotated[str, Tag("niveau", "het gekozen niveau", "2 Deels geregeld")]
AnswerPractice = Annotated[str, Tag("was", "hoe het nu gaat, in eigen woorden", "Per team verschillend.")]
AnswerNotes = Annotated[
    tuple[Labelled, ...], Tag("bijzonderheden", "anders geregeld, of waarom de norm niet geldt")
]
AnswerPlan = Annotated[
    tuple[Line, ...], Tag("plan_bij_norm", "ambitie en zekerheid; leeg als er niets is ingevuld")
]

Rank = Annotated[str, Tag("nr", "plaats in de volgorde", "1")]
Decisions = Annotated[tuple[Line, ...], Tag("besluiten", "voorgestelde besluiten")]
Scale = Annotated[tuple[Labelled, ...], Tag("schaal", "de niveaus en wat ze betekenen")]
Warnings = Annotated[
    tuple[Labelled, ...], Tag("waarschuwingen", "waarschuwing of toelichting, met de nummers van de normen")
]
SourcesIntroduction = Annotated[str, Tag("bronnen_inleiding", "welke bronnen hier staan", "Hier staan …")]
