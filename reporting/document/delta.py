"""Every text of the report on what changed between two rounds."""

from dataclasses import dataclass
from typing import Annotated

from reporting.document.fields import NormCode, NormTitle, SectionName
from reporting.document.front_matter import FrontMatter
from reporting.document.pieces import Figure, Labelled, Line, Tag


@dataclass(frozen=True, slots=True)
class DeltaScoreRow:
    """One step or theme in two rounds."""

    name: SectionName
    before: Annotated[str, Tag("toen", "score in de vorige ronde", "tussen 42% en 61%")]
    after: Annotated[str, Tag("nu", "score in deze ronde", "71%")]
    difference: Annotated[str, Tag("verschil", "hoeveel procentpunten de score is veranderd", "+10")]
    up: Annotated[str, Tag("omhoog", "aantal normen dat omhoog ging", "4")]
    down: Annotated[str, Tag("omlaag", "aantal normen dat omlaag ging", "1")]


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One norm in two rounds."""

    code: NormCode
    title: NormTitle
    before: Annotated[str, Tag("toen", "niveau in de vorige ronde, of waarom er geen was", "1 Soms")]
    after: Annotated[str, Tag("nu", "niveau in deze ronde, of waarom er geen is", "3 Geregeld")]
    actions: Annotated[str, Tag("gedaan", "de acties voor deze norm die klaar zijn", "Formulier gemaakt.")]


@dataclass(frozen=True, slots=True)
class MoveGroup:
    """The norms with the same change."""

    title: Annotated[str, Tag("titel", "wat er met deze normen gebeurde", "Omhoog")]
    introduction: Annotated[str, Tag("inleiding", "hoeveel normen het zijn", "4 normen gingen omhoog.")]
    norms: Annotated[tuple[MoveRow, ...], Tag("normen", "de normen in volgorde van de lijst")]


@dataclass(frozen=True, slots=True)
class DeltaContent(FrontMatter):
    """The whole report on two rounds."""

    before_name: Annotated[str, Tag("naam_toen", "de vorige ronde", "ronde 1 (1 oktober 2025)")]
    after_name: Annotated[str, Tag("naam_nu", "deze ronde", "ronde 2 (1 oktober 2026)")]
    summary: Annotated[tuple[Line, ...], Tag("samenvatting", "wat er veranderde, in woorden")]
    gains: Annotated[
        tuple[Labelled, ...], Tag("vooruitgang", "de drie normen die het meest omhoog gingen, in woorden")
    ]
    losses: Annotated[
        tuple[Labelled, ...],
        Tag("achteruitgang", "de drie normen die het meest omlaag gingen, in woorden"),
    ]
    decisions: Annotated[tuple[Line, ...], Tag("gevraagd_besluit", "wat de verandering vraagt")]
    caveats: Annotated[tuple[Line, ...], Tag("let_op", "waar u op moet letten bij het vergelijken")]
    scores: Annotated[tuple[DeltaScoreRow, ...], Tag("scores", "de score per stap en thema, toen en nu")]
    trend: Annotated[Figure | None, Tag("grafiek:verloop", "grafiek: de score per stap, toen en nu")]
    moved: Annotated[tuple[Labelled, ...], Tag("per_onderdeel", "per stap en thema welke normen veranderden")]
    groups_introduction: Annotated[
        str, Tag("normen_inleiding", "welke normen er staan, of dat er geen zijn", "Hieronder staat …")
    ]
    groups: Annotated[
        tuple[MoveGroup, ...], Tag("groepen", "normen die omhoog of omlaag gingen, nieuw of weg zijn")
    ]
