"""A small questionnaire and assessments for the report, apart from the real content."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import (
    Answer,
    Assessment,
    Depth,
    Level,
    Municipality,
    Organisation,
    OrganisationKind,
)
from questionnaire.model.base import FIRST_LIST
from questionnaire.model.questionnaire import (
    Certainty,
    LawStatus,
    LegalStatus,
    LevelAdvice,
    MissingInSource,
    Norm,
    Questionnaire,
    Role,
    ScaleLevel,
    Section,
    SectionKind,
    Source,
    StatusLabel,
    Term,
    Why,
)
from questionnaire.scoring.score import Result, score_assessment

PRINTED_ON = date(2026, 12, 1)
REFERENCE_DATE = date(2026, 11, 22)
STATUSES = (LegalStatus.IN_FORCE, LegalStatus.GOOD_PRACTICE, LegalStatus.BILL)
CERTAINTIES = (Certainty.SOURCE, Certainty.PARTLY_DERIVED, Certainty.DERIVED)
STEP_TITLES = (
    ("Herkennen", "Bepaal of er sprake is van meervoudige problematiek"),
    ("Onderzoeken", "Stel een onderzoek in"),
    ("Coördineren", "Ga aan de slag met de gecoördineerde aanpak"),
    ("Overleggen", "Houd een casusoverleg"),
    ("Bij- of terugschalen", "Schaal bij of terug als dat nodig is"),
)
THEME_TITLES = (("Gegevens delen", "Gegevens delen"), ("Inwoner", "De inwoner doet mee"))
LABELS = {
    Level.NOT_ARRANGED: "Niet geregeld",
    Level.SOMETIMES: "Soms",
    Level.PARTLY: "Deels geregeld",
    Level.ARRANGED: "Geregeld",
    Level.SECURED: "Geborgd",
    Level.UNKNOWN: "Weet ik niet",
    Level.NOT_APPLICABLE: "Niet van toepassing",
}


def a_norm(code: str, number: int) -> Norm:
    """The `number`th norm of a section; properties follow from the number, so that every kind occurs."""
    is_core = number % 2 == 0
    in_force = STATUSES[number % 3] is LegalStatus.IN_FORCE
    legal = {
        "article": f"Wmo 2015 art. 2.3.{number + 1}",
        "warning": "Controleer het artikel in de actuele tekst.",
    }
    return Norm(
        id=f"norm-{code.replace('.', '-').lower()}",
        code=code,
        origins=(f"S-{code}",),
        title=f"Vaste werkwijze {code}",
        statement=f"De gemeente heeft voor punt {code} een werkwijze die de teams kennen.",
        evidence=(f"werkinstructie {code}", "verslag van het teamoverleg"),
        why=Why(
            resident="De inwoner weet waar hij aan toe is.",
            data="Er wordt niet meer gedeeld dan nodig.",
            preparation="De gemeente kan straks sneller aansluiten.",
        ),
        legal_status=STATUSES[number % 3],
        certainty=CERTAINTIES[number % 3],
        sources=("stappenplan", "wmo") if in_force else ("stappenplan",),
        weight=number % 3 + 1,
        target=4 if number % 4 == 3 else 3,
        depth=Depth.CORE if is_core else Depth.FULL,
        role="beleid" if is_core else "kwaliteit",
        first_step=f"Schrijf de werkwijze voor punt {code} op, samen met twee teams.",
        assurance=f"Zet punt {code} op de jaaragenda en kijk in een steekproef of het zo gaat.",
        **(legal if in_force else {}),
    )


def a_section(number: int | None, letter: str, titles: tuple[str, str], norms: int) -> Section:
    """A step (with a number) or a theme (with a letter)."""
    short, title = titles
    missing = MissingInSource(
        origins=("S3-13",),
        title="Taak 01 en 02 van de coördinator",
        explanation="De bron noemt deze taken, maar geeft de tekst niet",
        sources=("stappenplan",),
    )
    return Section(
        id=short.lower(),
        kind=SectionKind.THEME if number is None else SectionKind.STEP,
        number=number,
        title=title,
        short_title=short,
        introduction=f"Dit onderdeel gaat over {short.lower()}.",
        **({"order_note": "Deze stap kan op elk moment nodig zijn."} if number in {4, 5} else {}),
        norms=tuple(a_norm(f"{number or letter}.{index + 1:02}", index) for index in range(norms)),
        missing=(missing,) if number == 3 else (),
    )


def a_questionnaire(norms_per_step: int = 6, norms_per_theme: int = 3) -> Questionnaire:
    """Five steps and two themes."""
    steps = [a_section(n, "", titles, norms_per_step) for n, titles in enumerate(STEP_TITLES, start=1)]
    themes = [a_section(None, titles[0][0], titles, norms_per_theme) for titles in THEME_TITLES]
    return Questionnaire(
        id=FIRST_LIST,
        version="1.0",
        as_of=date(2026, 11, 22),
        title="Zelfbeoordeling aanpak meervoudige problematiek",
        basis="Deze zelfbeoordeling is gebaseerd op het stappenplan van Platform Sociaal Domein",
        sections=(*steps, *themes),
        sources=(
            Source(
                id="stappenplan", url="https://example.org/stappenplan", description="Stappenplan", reading="A"
            ),
            Source(id="wmo", url="https://example.org/wmo?a=1&b=2", description="Wmo 2015", reading="C"),
            Source(id="ongebruikt", url="https://example.org/nooit", description="Niet gebruikt", reading="B"),
            Source(id="kamer", url="https://example.org/kamer", description="Kamerstuk", reading="B"),
        ),
        scale=tuple(
            ScaleLevel(level=level, label=label, description=f"Zo is het: {label.lower()}")
            for level, label in LABELS.items()
        ),
        scale_sources=(),
        advice=(LevelAdvice(level=Level.NOT_ARRANGED, text="Begin klein."),),
        statuses=(
            StatusLabel(
                status=LegalStatus.IN_FORCE, label="rust op geldende regels", explanation="Er is nu al een regel"
            ),
            StatusLabel(
                status=LegalStatus.GOOD_PRACTICE, label="goede praktijk", explanation="Het werkt in de praktijk"
            ),
            StatusLabel(
                status=LegalStatus.BILL,
                label="voorbereiding op de Wams",
                explanation="Het staat in een wetsvoorstel",
            ),
        ),
        roles=(Role(id="beleid", label="Beleidsmedewerker"), Role(id="kwaliteit", label="Kwaliteitsmedewerker")),
        terms=(
            Term(id="wams", term="Wams", explanation="Een wetsvoorstel over meervoudige problematiek"),
            Term(id="casusoverleg", term="casusoverleg", explanation="Een overleg over één situatie"),
        ),
        partners=(),
        plan=questionnaire().plan,
        law=LawStatus(
            as_of=date(2026, 11, 22), text="De Wams is een wetsvoorstel.", sources=("kamer",), history=()
        ),
    )


GEMEENTE = Organisation(
    kind=OrganisationKind.MUNICIPALITY,
    name="Voorbeeldstad",
    municipalities=(Municipality(code="GM9991", name="Voorbeeldstad"),),
)


def an_assessment(
    answers: Mapping[str, Answer], *, depth: Depth = Depth.FULL, organisation: Organisation = GEMEENTE
) -> Assessment:
    """An assessment with these answers."""
    return Assessment(
        id="test",
        organisation=organisation,
        depth=depth,
        reference_date=REFERENCE_DATE,
        content_version="1.0",
        created_at=datetime(2026, 11, 22, 14, 3, tzinfo=UTC),
        answers=answers,
    )


def a_result(
    answer: Callable[[int, Norm], Answer | None],
    *,
    depth: Depth = Depth.FULL,
    organisation: Organisation = GEMEENTE,
    content: Questionnaire | None = None,
) -> Result:
    """The result when `answer` fills in each norm; None leaves a norm unanswered."""
    content = content or a_questionnaire()
    given = {norm.id: answer(index, norm) for index, norm in enumerate(content.norms)}
    answers = {norm_id: filled for norm_id, filled in given.items() if filled is not None}
    return score_assessment(content, an_assessment(answers, depth=depth, organisation=organisation))
