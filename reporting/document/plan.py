"""Every text about what a municipality plans: its actions, what they bring, and its present process in steps."""

from dataclasses import dataclass
from typing import Annotated

from reporting.document.fields import Rank, SectionName
from reporting.document.pieces import Figure, Labelled, Line, Tag


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """What every table of actions tells of one."""

    number: Rank
    what: Annotated[str, Tag("actie", "wat er gaat gebeuren", "Maak een formulier voor signalen.")]
    expected: Annotated[tuple[Line, ...], Tag("verwachting", "wat de actie moet opleveren; leeg zonder tekst")]
    norms: Annotated[str, Tag("normen", "nummers van de normen", "3.07 en 3.08")]
    due: Annotated[str, Tag("datum", "wanneer de actie klaar is", "1 maart 2027")]
    effort: Annotated[str, Tag("omvang", "hoeveel werk het is", "klein")]
    status: Annotated[str, Tag("status", "hoe ver de actie is", "Bezig")]


@dataclass(frozen=True, slots=True)
class ActionRow(PlannedAction):
    """One action, as everybody may read it: a role, never a person's name."""

    owner: Annotated[str, Tag("eigenaar", "rol van de eigenaar", "teamleider toegang")]
    priority: Annotated[
        tuple[Line, ...], Tag("prioriteit", "het eerste verbeterpunt, en of het een kleine actie met effect is")
    ]


@dataclass(frozen=True, slots=True)
class InternalActionRow(PlannedAction):
    """One action with the name of its owner and the notes."""

    owner: Annotated[
        str, Tag("eigenaar_met_naam", "rol van de eigenaar, met de naam als die er is", "coördinator (naam)")
    ]
    note: Annotated[str, Tag("notitie", "notitie bij de actie", "Besproken in het teamoverleg.")]


@dataclass(frozen=True, slots=True)
class InternalPlan:
    """The plan for those who carry it out."""

    actions: Annotated[
        tuple[InternalActionRow, ...], Tag("acties", "de acties, met de namen van eigenaren en de notities")
    ]


@dataclass(frozen=True, slots=True)
class EffectRow:
    """The score of one step or theme: now, with only the quick wins, and with all actions."""

    name: SectionName
    now: Annotated[str, Tag("nu", "score van nu", "tussen 42% en 61%")]
    quick_wins: Annotated[
        str, Tag("quick_wins", "verwachte score met alleen de kleine acties met effect", "tussen 50% en 66%")
    ]
    everything: Annotated[str, Tag("alles", "verwachte score met alle acties", "tussen 71% en 80%")]


@dataclass(frozen=True, slots=True)
class PlanPoints:
    """A list in the plan with what it is about."""

    introduction: Annotated[str, Tag("inleiding", "wat er in de lijst staat", "2 acties hebben geen datum.")]
    points: Annotated[tuple[Labelled, ...], Tag("punten", "per onderdeel de normen, of per actie de tekst")]


@dataclass(frozen=True, slots=True)
class PlanChapter:
    """The plan: who does what and when, what that brings, and what it leaves open."""

    introduction: Annotated[tuple[Line, ...], Tag("acties_inleiding", "hoeveel acties er zijn, en hun volgorde")]
    actions: Annotated[tuple[ActionRow, ...], Tag("acties", "de acties in volgorde")]
    effect: Annotated[tuple[Line, ...], Tag("effect", "het verwachte effect in woorden")]
    effect_figure: Annotated[
        Figure | None, Tag("grafiek:effect", "grafiek: de verwachte score per stap en per kwartaal")
    ]
    effect_rows: Annotated[
        tuple[EffectRow, ...], Tag("effecten", "score nu, met alleen de kleine acties met effect, en met alles")
    ]
    explanation: Annotated[tuple[Line, ...], Tag("effectregels", "hoe de verwachting ontstaat, in woorden")]
    without_action: Annotated[
        tuple[PlanPoints, ...], Tag("zonder_actie", "normen onder het streefniveau zonder actie")
    ]
    without_date: Annotated[tuple[PlanPoints, ...], Tag("zonder_datum", "acties zonder datum")]


@dataclass(frozen=True, slots=True)
class ProcessCard:
    """The present process of one step, beside the enhanced approach."""

    introduction: Annotated[
        str, Tag("inleiding", "hoeveel stappen anders gaan dan in de versterkte aanpak", "2 stappen gaan anders.")
    ]
    now: Annotated[tuple[Labelled, ...], Tag("nu", "de stappen van nu: wat, wie, overdracht, wachtpunt, verschil")]
    approach: Annotated[tuple[Labelled, ...], Tag("aanpak", "de normen van dit onderdeel: nummer en titel")]
