"""Every text and control of the Word form as values; the tags are the Dutch names its template may use."""

from dataclasses import dataclass
from typing import Annotated

from reporting.document.fields import NormCode, NormTitle, Scale, SectionIntroduction, SectionTitle
from reporting.document.front_matter import FrontMatter
from reporting.document.pieces import Chosen, Control, Labelled, Line, Tag


@dataclass(frozen=True, slots=True)
class FormNorm:
    """One norm with its fields."""

    code: NormCode
    title: NormTitle
    statement: Annotated[str, Tag("wordt", "de norm", "Voor elke aanpak is er één coördinator.")]
    evidence: Annotated[tuple[Line, ...], Tag("te_zien_aan", "waaraan u ziet dat het is geregeld")]
    notes: Annotated[tuple[Labelled, ...], Tag("bijzonderheden", "waar de norm op rust, en de waarschuwing")]
    other_actions: Annotated[
        tuple[Line, ...], Tag("andere_acties", "hoeveel acties er nog meer zijn; leeg als er geen zijn")
    ]
    level: Annotated[Control, Tag("invul:niveau", "keuzelijst: het niveau van nu", "2 · Deels geregeld")]
    reason: Annotated[
        Control, Tag("invul:reden", "tekst: waarom de norm niet van toepassing is", "Dat doet de regio.")
    ]
    practice: Annotated[Control, Tag("invul:was", "tekst: hoe het nu gaat", "Per team verschillend.")]
    proof: Annotated[Control, Tag("invul:bewijs", "tekst: document of afspraak", "Werkinstructie, versie 2")]
    remark: Annotated[Control, Tag("invul:opmerking", "tekst: opmerking", "Bespreken in het teamoverleg.")]
    wanted: Annotated[Control, Tag("invul:wordt", "keuzelijst: het gewenste niveau", "3 · Geregeld")]
    action: Annotated[Control, Tag("invul:actie", "tekst: wat u gaat doen", "Eén werkinstructie maken")]
    owner: Annotated[Control, Tag("invul:eigenaar", "keuzelijst: de rol die het doet", "teamleider toegang")]
    due: Annotated[Control, Tag("invul:datum", "datum waarop de actie klaar is", "01-03-2027")]


@dataclass(frozen=True, slots=True)
class FormSection:
    """A step or theme with the chosen norms of it."""

    title: SectionTitle
    introduction: SectionIntroduction
    norms: Annotated[tuple[FormNorm, ...], Tag("normen", "de gekozen normen")]


@dataclass(frozen=True, slots=True)
class FormContent(FrontMatter):
    """The whole form."""

    guidance: Annotated[tuple[Line, ...], Tag("uitleg", "hoe u de lijst invult")]
    scale: Scale
    contents: Annotated[
        tuple[Chosen, ...], Tag("inhoudsopgave", "dit blok staat er bij twee of meer stappen of thema's")
    ]
    sections: Annotated[tuple[FormSection, ...], Tag("onderdelen", "de stappen en thema's")]
