"""Every text of the Word report as values, without looks; the tags are the Dutch names a template may use.

A field is annotated with its tag, its meaning and an example. The template engine resolves tags against these
classes before anything is filled, and templates/README.md lists them (a test keeps the two equal).
"""

from dataclasses import dataclass
from typing import Annotated

from reporting.document.fields import (
    AnswerLevel,
    AnswerNotes,
    AnswerPlan,
    AnswerPractice,
    Decisions,
    NormCode,
    NormRole,
    NormTitle,
    Rank,
    Scale,
    SectionIntroduction,
    SectionName,
    SectionTitle,
    SourcesIntroduction,
    Target,
    Warnings,
)
from reporting.document.front_matter import FrontMatter
from reporting.document.management import ManagementPage
from reporting.document.pieces import Chosen, Figure, Labelled, Line, Tag
from reporting.document.plan import PlanChapter, ProcessCard


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """The score of one step or theme with what it rests on."""

    name: SectionName
    score: Annotated[str, Tag("score", "score, of waarom er geen is", "tussen 42% en 61%")]
    coverage: Annotated[str, Tag("normen", "hoeveel normen een niveau hebben", "10 van 12 normen")]
    below_in_force: Annotated[
        str, Tag("onder", "aantal normen op geldende regels dat onder het streefniveau ligt", "2")
    ]
    unknown: Annotated[str, Tag("weet_niet", "aantal keer 'weet ik niet'", "1")]
    unanswered: Annotated[str, Tag("leeg", "aantal normen zonder antwoord", "1")]
    lacking_reason: Annotated[str, Tag("zonder_reden", "aantal keer 'niet van toepassing' zonder reden", "0")]
    excluded: Annotated[str, Tag("nvt", "aantal normen dat niet van toepassing is", "0")]


@dataclass(frozen=True, slots=True)
class NormRow:
    """One norm in a was-wordt table."""

    code: Annotated[str, Tag("code", "nummer van de norm", "3.07", comments="comments")]
    title: Annotated[
        str, Tag("titel", "korte titel van de norm", "Eén coördinator per aanpak", comments="comments")
    ]
    statement: Annotated[
        str, Tag("wordt", "de norm", "Voor elke aanpak is er één coördinator.", comments="comments")
    ]
    status: Annotated[
        str, Tag("status", "waar de norm op rust, met het artikel", "Rust op geldende regels · AVG art. 30")
    ]
    sources: Annotated[str, Tag("bron", "nummers van de bronnen", "bron 1, 4 en 7")]
    practice: AnswerPractice
    notes: AnswerNotes
    level: AnswerLevel
    target: Annotated[str, Tag("streefniveau", "het streefniveau", "streefniveau 3")]
    gap: Annotated[str, Tag("kloof", "aantal niveaus onder het streefniveau", "1")]
    basis: Annotated[str, Tag("rust_op", "waar de norm op rust, zonder artikel", "Rust op geldende regels")]
    distance: Annotated[
        str, Tag("afstand", "de kloof tot het streefniveau in woorden", "kloof van 1 niveau tot streefniveau 3")
    ]
    plan: AnswerPlan
    advice: Annotated[str, Tag("advies", "wat nu te doen", "Wijs één coördinator aan.")]
    comments: tuple[str, ...] = ()
    """Comments of Word at this norm; none unless they were asked for."""


@dataclass(frozen=True, slots=True)
class FindOut:
    """What still has to be found out in one section."""

    introduction: Annotated[str, Tag("inleiding", "wat er nog open is", "Van 2 normen is nog niet bekend …")]
    points: Annotated[tuple[Labelled, ...], Tag("punten", "norm en vraag, met wie het meestal weet")]


@dataclass(frozen=True, slots=True)
class Missing:
    """What the source announces without giving its text."""

    introduction: Annotated[str, Tag("inleiding", "wat dit betekent", "De bron noemt dit, zonder tekst.")]
    items: Annotated[tuple[Labelled, ...], Tag("onderdelen", "wat ontbreekt, met uitleg")]


@dataclass(frozen=True, slots=True)
class Strip:
    """One step or theme on one row: how many norms stand where."""

    score: Annotated[str, Tag("score", "score, of waarom er geen is", "tussen 42% en 61%")]
    met: Annotated[str, Tag("gehaald", "hoeveel normen het streefniveau halen", "8 van 14 normen")]
    below: Annotated[str, Tag("eronder", "hoeveel normen onder het streefniveau liggen", "5 normen")]
    in_force: Annotated[str, Tag("geldende_regels", "hoeveel daarvan op geldende regels rusten", "2 normen")]
    open: Annotated[str, Tag("nog_open", "hoeveel normen nog geen niveau hebben", "1 norm")]


@dataclass(frozen=True, slots=True)
class SectionContent:
    """The chapter of one step or theme."""

    name: Annotated[str, Tag("naam", "korte naam van de stap of het thema", "Stap 1 · Herkennen")]
    title: SectionTitle
    introduction: SectionIntroduction
    score: Annotated[tuple[Line, ...], Tag("oordeel", "score in woorden, met wat eerst moet")]
    strip: Annotated[tuple[Strip, ...], Tag("in_een_rij", "score en aantallen van dit onderdeel op één rij")]
    conclusion: Annotated[
        tuple[Line, ...], Tag("conclusie", "ten hoogste drie zinnen: wat op orde is, wat eerst moet en waarom")
    ]
    levels_sentence: Annotated[
        str, Tag("niveaus", "hoeveel normen het streefniveau halen", "12 normen halen het streefniveau …")
    ]
    levels: Annotated[Figure | None, Tag("grafiek:niveaus", "grafiek: het niveau van elke norm van de stap")]
    norms: Annotated[tuple[NormRow, ...], Tag("normen", "de was-wordt tabel")]
    find_out: Annotated[
        tuple[FindOut, ...], Tag("uitzoeken", "wat nog uit te zoeken is; leeg als er niets open is")
    ]
    find_out_first: Annotated[
        tuple[FindOut, ...], Tag("eerst_uitzoeken", "antwoorden die zwaar tellen en niet zeker zijn")
    ]
    process: Annotated[
        tuple[ProcessCard, ...], Tag("werkproces", "het werkproces van nu; leeg als het niet is ingevuld")
    ]
    missing: Annotated[
        tuple[Missing, ...], Tag("ontbreekt", "wat in de bron ontbreekt; leeg als er niets ontbreekt")
    ]


@dataclass(frozen=True, slots=True)
class ImprovementRow:
    """One improvement point, in order of urgency."""

    rank: Rank
    code: NormCode
    title: NormTitle
    status: Annotated[str, Tag("status", "waar de norm op rust, en wie het weet", "Goede praktijk · teamleider")]
    role: NormRole
    gap: Annotated[str, Tag("kloof", "niveau en streefniveau", "van 1 naar 3")]
    advice: Annotated[str, Tag("advies", "eerste stap", "Wijs één coördinator aan.")]


@dataclass(frozen=True, slots=True)
class StrongRow:
    """One norm at or above its target."""

    code: NormCode
    title: NormTitle
    level: Annotated[str, Tag("niveau", "het gekozen niveau", "4 Geborgd")]
    target: Target


@dataclass(frozen=True, slots=True)
class CalculationRow:
    """How one norm counts, in points."""

    code: NormCode
    title: NormTitle
    weight: Annotated[str, Tag("gewicht", "gewicht van de norm", "2")]
    target: Target
    level: Annotated[str, Tag("niveau", "het gekozen niveau, kort", "2")]
    reached: Annotated[str, Tag("behaald", "punten behaald", "16")]
    missing: Annotated[str, Tag("mist", "punten die ontbreken", "8")]
    open: Annotated[str, Tag("open", "punten die nog open zijn", "0")]


@dataclass(frozen=True, slots=True)
class Calculation:
    """The sum of one step or theme, norm by norm."""

    title: Annotated[str, Tag("titel", "naam van de stap of het thema", "Stap 1 · Herkennen")]
    rows: Annotated[tuple[CalculationRow, ...], Tag("rekenregels", "de norm en zijn punten")]
    outcome: Annotated[str, Tag("uitkomst", "de som en de deling", "Samen: 208 behaald, 80 ontbreekt.")]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """Articles, sources and warning of one norm."""

    code: Annotated[str, Tag("code", "nummer van de norm", "1.05")]
    article: Annotated[str, Tag("artikel", "wet en artikel", "Wmo 2015 art. 2.3.3")]
    sources: Annotated[str, Tag("nummers", "nummers van de bronnen", "1, 4 en 7")]
    certainty: Annotated[str, Tag("zekerheid", "hoe zeker de norm uit de bronnen volgt", "volgt uit de bron")]
    warning: Annotated[
        str, Tag("let_op", "toelichting en waarschuwing bij de norm", "Controleer de actuele tekst.")
    ]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source that is used in this report."""

    number: Annotated[str, Tag("nr", "nummer van de bron in dit rapport", "4")]
    description: Annotated[str, Tag("omschrijving", "wat de bron is, als link", "Wmo 2015", link_to="url")]
    url: Annotated[str, Tag("url", "webadres", "https://wetten.overheid.nl/BWBR0035362", link_to="url")]
    reading: Annotated[str, Tag("gelezen", "hoe ver de bron is gelezen", "hele pagina")]


@dataclass(frozen=True, slots=True)
class ReportContent(FrontMatter):
    """The whole public report; every text is final, in Dutch, and an empty tuple leaves its block out."""

    verdict: Annotated[
        tuple[Line, ...], Tag("eindoordeel", "het oordeel in één zin; leeg zolang er geen niveaus zijn")
    ]
    summary: Annotated[tuple[Line, ...], Tag("samenvatting", "wat is bekeken en wat eruit kwam")]
    overview: Annotated[
        tuple[Chosen, ...], Tag("overzicht", "dit blok staat er niet in een rapport over één stap")
    ]
    elaboration: Annotated[
        tuple[Chosen, ...], Tag("uitwerking", "dit blok staat er niet in een rapport met alleen de samenvatting")
    ]
    annexes: Annotated[tuple[Chosen, ...], Tag("bijlagen", "dit blok staat er alleen als bijlagen zijn gekozen")]
    summary_only: Annotated[
        tuple[Chosen, ...],
        Tag("alleen_samenvatting", "dit blok staat er alleen in een rapport met alleen de samenvatting"),
    ]
    one_step: Annotated[
        tuple[Chosen, ...], Tag("een_stap", "dit blok staat er alleen in een rapport over één stap")
    ]
    management: Annotated[
        tuple[ManagementPage, ...], Tag("beslisbladzijde", "de bladzijde waarop staat wat er te besluiten is")
    ]

    score_figure: Annotated[Figure | None, Tag("grafiek:score", "grafiek: score per stap")]
    profile: Annotated[Figure | None, Tag("grafiek:profiel", "grafiek: profiel over de stappen")]
    theme_figure: Annotated[Figure | None, Tag("grafiek:themas", "grafiek: score per thema")]
    step_scores: Annotated[tuple[ScoreRow, ...], Tag("stapscores", "score per stap")]
    theme_scores: Annotated[tuple[ScoreRow, ...], Tag("themascores", "score per thema")]
    overall: Annotated[
        str, Tag("gemiddelde", "gemiddelde over de stappen, of waarom het er niet is", "Gemiddeld 56%.")
    ]
    strong_short: Annotated[tuple[Line, ...], Tag("sterk_kort", "ten hoogste drie sterke punten")]
    attention_short: Annotated[tuple[Line, ...], Tag("aandacht_kort", "ten hoogste drie aandachtspunten")]
    decisions_introduction: Annotated[
        str, Tag("besluiten_inleiding", "wie besluit", "Dit is een voorstel; de gemeente besluit zelf.")
    ]
    decisions: Decisions
    asked: Annotated[tuple[Labelled, ...], Tag("gevraagd", "wat van welke rol wordt gevraagd")]

    method: Annotated[tuple[Line, ...], Tag("werkwijze", "hoe de zelfbeoordeling is gemaakt")]
    coverage: Annotated[tuple[Line, ...], Tag("dekking", "hoeveel is ingevuld")]
    about: Annotated[
        tuple[Line, ...], Tag("over_dit_rapport", "hoe het is gemaakt, kort, en hoe het met de wet staat")
    ]
    law: Annotated[tuple[Line, ...], Tag("wetstand", "hoe het met het wetsvoorstel staat, met datum")]
    statuses: Annotated[tuple[Labelled, ...], Tag("statussen", "de drie statussen van een norm")]
    scale: Scale

    reading_guide: Annotated[tuple[Line, ...], Tag("leeswijzer", "hoe u de was-wordt tabel leest")]
    short_guide: Annotated[str, Tag("leesregel", "hoe u de was-wordt tabel leest, in één regel", "Links staat …")]
    steps: Annotated[tuple[SectionContent, ...], Tag("stappen", "de hoofdstukken van de stappen")]
    themes: Annotated[tuple[SectionContent, ...], Tag("themas", "de onderdelen over de thema's")]
    themes_introduction: Annotated[str, Tag("themas_inleiding", "wat de thema's zijn", "De thema's gelden …")]

    improvement_rule: Annotated[tuple[Line, ...], Tag("volgorde", "de regel achter de volgorde, in woorden")]
    first_improvements: Annotated[
        tuple[ImprovementRow, ...], Tag("eerste_verbeterpunten", "de eerste acht verbeterpunten")
    ]
    improvements: Annotated[tuple[ImprovementRow, ...], Tag("verbeterpunten", "verbeterpunten in volgorde")]
    strong_introduction: Annotated[str, Tag("sterk_inleiding", "hoeveel er sterk is", "12 normen zijn op orde.")]
    strong_points: Annotated[tuple[StrongRow, ...], Tag("sterke_punten", "normen op of boven het streefniveau")]

    plan: Annotated[tuple[PlanChapter, ...], Tag("plan", "het plan van aanpak; leeg zonder acties")]

    calculation_rule: Annotated[tuple[Line, ...], Tag("berekening", "hoe de score ontstaat, in woorden")]
    calculations: Annotated[tuple[Calculation, ...], Tag("rekentabellen", "de som per stap en thema")]
    articles: Annotated[tuple[ArticleRow, ...], Tag("artikelen", "artikel, bronnen en waarschuwing per norm")]
    certainty: Annotated[
        str, Tag("zekerheid", "hoe zeker de normen zijn, en waar de waarschuwingen staan", "Niet elke norm …")
    ]
    certainties: Annotated[
        tuple[Labelled, ...], Tag("zekerheden", "hoe zeker de normen uit de bronnen volgen, met hun nummers")
    ]
    warnings: Warnings
    sources_introduction: SourcesIntroduction
    sources: Annotated[tuple[SourceRow, ...], Tag("bronnen", "de gebruikte bronnen")]
    terms: Annotated[tuple[Labelled, ...], Tag("begrippen", "begrippenlijst")]
