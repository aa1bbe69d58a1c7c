"""Every text of the page that decides: where we stand, why that matters, and what is asked. Readable alone."""

from dataclasses import dataclass
from typing import Annotated

from reporting.document.pieces import Labelled, Line, Tag


@dataclass(frozen=True, slots=True)
class StepsPicture:
    """The five steps with their scores: three that follow each other, two that can be needed at any moment."""

    name_1: Annotated[str, Tag("naam_een", "korte naam van stap 1", "Bepalen")]
    score_1: Annotated[str, Tag("score_een", "score van stap 1, of waarom er geen is", "tussen 79% en 85%")]
    note_1: Annotated[
        str,
        Tag(
            "noot_een",
            "op hoeveel normen de score van stap 1 rust, en of die het sterkst of zwakst is",
            "13 van 14 normen",
        ),
    ]
    name_2: Annotated[str, Tag("naam_twee", "korte naam van stap 2", "Onderzoeken")]
    score_2: Annotated[str, Tag("score_twee", "score van stap 2, of waarom er geen is", "77%")]
    note_2: Annotated[
        str,
        Tag(
            "noot_twee",
            "op hoeveel normen de score van stap 2 rust, en of die het sterkst of zwakst is",
            "13 van 14 normen",
        ),
    ]
    name_3: Annotated[str, Tag("naam_drie", "korte naam van stap 3", "Coördineren")]
    score_3: Annotated[str, Tag("score_drie", "score van stap 3, of waarom er geen is", "tussen 52% en 59%")]
    note_3: Annotated[
        str,
        Tag(
            "noot_drie",
            "op hoeveel normen de score van stap 3 rust, en of die het sterkst of zwakst is",
            "13 van 14 normen",
        ),
    ]
    name_4: Annotated[str, Tag("naam_vier", "korte naam van stap 4", "Casusoverleg")]
    score_4: Annotated[str, Tag("score_vier", "score van stap 4, of waarom er geen is", "tussen 42% en 47%")]
    note_4: Annotated[
        str,
        Tag(
            "noot_vier",
            "op hoeveel normen de score van stap 4 rust, en of die het sterkst of zwakst is",
            "13 van 14 normen",
        ),
    ]
    name_5: Annotated[str, Tag("naam_vijf", "korte naam van stap 5", "Bij- en terugschalen")]
    score_5: Annotated[str, Tag("score_vijf", "score van stap 5, of waarom er geen is", "tussen 53% en 64%")]
    note_5: Annotated[
        str,
        Tag(
            "noot_vijf",
            "op hoeveel normen de score van stap 5 rust, en of die het sterkst of zwakst is",
            "13 van 14 normen",
        ),
    ]


@dataclass(frozen=True, slots=True)
class ManagementPage:
    """The one page; an empty tuple leaves its part out."""

    verdict: Annotated[
        tuple[Line, ...],
        Tag("oordeel_in_woorden", "het oordeel, de sterkste en de zwakste stap, en waarom dat telt"),
    ]
    subject: Annotated[tuple[Line, ...], Tag("waarover", "wat is bekeken, en hoeveel daarvan op orde is")]
    picture: Annotated[
        tuple[StepsPicture, ...], Tag("vijf_stappen", "de vijf stappen als beeld; leeg als het er geen vijf zijn")
    ]
    since: Annotated[
        tuple[Line, ...],
        Tag("sinds_vorige", "wat er sinds de vorige ronde veranderde; leeg als dat niet bekend is"),
    ]
    strong: Annotated[tuple[Labelled, ...], Tag("sterk", "ten hoogste drie sterke punten in woorden")]
    attention: Annotated[tuple[Labelled, ...], Tag("aandacht", "ten hoogste drie aandachtspunten in woorden")]
    decisions: Annotated[
        tuple[Line, ...], Tag("kernbesluiten", "ten hoogste vijf besluiten, met eigenaar en datum uit het plan")
    ]
    housekeeping: Annotated[
        tuple[Line, ...], Tag("nog_af_te_maken", "wat in de lijst en het plan nog ontbreekt; leeg als alles er is")
    ]
    effort: Annotated[tuple[Line, ...], Tag("inzet", "hoeveel acties er zijn, hoe groot, en van wie")]
    unplanned: Annotated[tuple[Line, ...], Tag("niet_gepland", "wat nog geen actie heeft")]
