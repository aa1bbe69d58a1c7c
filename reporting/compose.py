"""From results to every text of the report. Pure: no docx, no clock, no looks."""

from datetime import date

from questionnaire.assessment import Level, OrganisationKind
from questionnaire.gaps import improvement_points, strong_points
from questionnaire.model import Norm, Questionnaire
from questionnaire.scoring import NormResult, Result
from reporting.compose_annexes import (
    SourceNumbers,
    article_row,
    calculation,
    calculation_rule,
    glossary,
    source_rows,
)
from reporting.compose_decisions import decisions
from reporting.compose_sections import compose_section
from reporting.compose_summary import (
    attention_short,
    compose_summary,
    list_name,
    nothing_sentence,
    overall_sentence,
    score_row,
    strong_short,
    total_sentence,
)
from reporting.content import ImprovementRow, Labelled, Line, ReportContent, StrongRow
from reporting.dutch import as_sentence, date_text, either, listed, norms, with_capital
from reporting.fixed_texts import (
    AID,
    CORE_LIST,
    DECISIONS_INTRODUCTION,
    IMPROVEMENT_RULE,
    OURS,
    READING_GUIDE,
    SELF_ASSESSED,
    SOURCES_INTRODUCTION,
)
from reporting.wording import depth_name, level_text, one_line, organisation_name, role_label, status_label


def compose(result: Result, printed_on: date) -> ReportContent:
    """Compose the whole report; `printed_on` is the day on which it is made."""
    content = result.questionnaire
    numbers = SourceNumbers.of(content)
    sections = [section for section in result.sections if section.norms]
    themes = [theme for theme in result.themes if theme.norms]
    return ReportContent(
        title=content.title,
        organisation=organisation_name(result.assessment.organisation),
        status=report_status(result),
        depth=depth_name(result.assessment),
        reference_date=date_text(result.assessment.reference_date),
        printed_on=date_text(printed_on),
        particulars=particulars(result, printed_on),
        aid=AID,
        summary=compose_summary(result),
        step_scores=tuple(score_row(step) for step in result.steps),
        theme_scores=tuple(score_row(theme) for theme in themes),
        overall=overall_sentence(result),
        strong_short=strong_short(result),
        attention_short=attention_short(result),
        decisions_introduction=DECISIONS_INTRODUCTION,
        decisions=decisions(result),
        method=method(result),
        coverage=coverage(result),
        law=law(result, numbers),
        statuses=tuple(
            Labelled(f"{with_capital(s.label)}: ", as_sentence(s.explanation)) for s in content.statuses
        ),
        scale=scale(result),
        reading_guide=tuple(Line(text) for text in READING_GUIDE),
        steps=tuple(compose_section(step, result) for step in result.steps),
        themes=tuple(compose_section(theme, result) for theme in themes),
        themes_introduction=themes_introduction(result),
        improvement_rule=improvement_rule(result),
        improvements=tuple(
            improvement_row(rank, point, result)
            for rank, point in enumerate(improvement_points(result.norms), start=1)
        ),
        strong_introduction=strong_introduction(result),
        strong_points=tuple(strong_row(point, result) for point in strong_points(result.norms)),
        calculation_rule=calculation_rule(result),
        calculations=tuple(calculation(section) for section in sections),
        articles=tuple(article_row(norm, numbers) for norm in result.norms),
        sources_introduction=SOURCES_INTRODUCTION,
        sources=source_rows(content, numbers),
        terms=glossary(content.terms),
    )


def particulars(result: Result, printed_on: date) -> tuple[Labelled, ...]:
    """What identifies this report, for the cover."""
    assessment, content = result.assessment, result.questionnaire
    depth = f"{with_capital(depth_name(assessment))} ({norms(len(result.norms))})"
    rows = [
        *municipalities(result),
        ("Instrument", f"{content.title}, versie {content.version} van {date_text(content.as_of)}"),
        ("Omvang", depth),
        ("Peildatum", date_text(assessment.reference_date)),
        ("Rapport gemaakt op", date_text(printed_on)),
        ("Status", report_status(result)),
    ]
    if assessment.content_version != content.version:
        rows.insert(-3, ("Ingevuld met", f"versie {one_line(assessment.content_version)} van de lijst"))
    return tuple(Labelled(label, text) for label, text in rows)


def report_status(result: Result) -> str:
    """What the report may be used for; the fictional example says on every page that it is one."""
    is_example = result.assessment.organisation.kind is OrganisationKind.EXAMPLE
    return "Verzonnen voorbeeld" if is_example else "Concept"


def municipalities(result: Result) -> list[tuple[str, str]]:
    """The municipalities with their codes; the fictional example says that it is one."""
    organisation = result.assessment.organisation
    if organisation.kind is OrganisationKind.EXAMPLE:
        return [("Gemeente", f"{one_line(organisation.name)} (bestaat niet, zonder gemeentecode)")]
    names = [f"{one_line(item.name)} ({item.code})" for item in organisation.municipalities]
    if not names:
        return [("Organisatie", one_line(organisation.name))]
    return [(either(len(names), "Gemeente", "Gemeenten"), listed(names))]


def method(result: Result) -> tuple[Line, ...]:
    """What the assessment is based on, and what it does not say."""
    content = result.questionnaire
    missing = [item.title for section in content.sections for item in section.missing]
    texts = [
        as_sentence(content.basis),
        SELF_ASSESSED,
        OURS,
    ]
    if missing:
        text = f"In de bron {either(len(missing), 'ontbreekt', 'ontbreken')}: {listed(missing)}."
        texts.append(f"{text} Dat staat bij de stap vermeld en telt niet mee.")
    return tuple(Line(text) for text in texts)


def coverage(result: Result) -> tuple[Line, ...]:
    """How much was filled in, and what the core list leaves out."""
    texts = [total_sentence(result)]
    if depth_name(result.assessment) == "kern":
        texts.append(CORE_LIST)
    empty = [theme.section.name for theme in result.themes if not theme.norms]
    if empty:
        texts.append(
            f"In de {list_name(result)} {either(len(empty), 'zit', 'zitten')} geen normen over: {listed(empty)}."
        )
    return tuple(Line(text) for text in texts)


def law(result: Result, numbers: SourceNumbers) -> tuple[Line, ...]:
    """Where the bill stands, dated; nothing else in the report says whether it is in force."""
    status = result.questionnaire.law
    sources = f" (bron {numbers.text(status.sources)})" if status.sources else ""
    return (Line(f"Stand per {date_text(status.as_of)}{sources}: {status.text.strip()}"),)


def statuses(content: Questionnaire) -> tuple[Labelled, ...]:
    """What a norm may rest on."""
    return tuple(
        Labelled(f"{with_capital(status.label)}: ", as_sentence(status.explanation)) for status in content.statuses
    )


def scale(result: Result) -> tuple[Labelled, ...]:
    """The levels from 0 to 4, then the two that are no level."""
    return tuple(
        Labelled(
            entry.label if entry.level.height is None else f"{entry.level.height} {entry.label}",
            as_sentence(entry.description),
        )
        for entry in result.questionnaire.scale
    )


def themes_introduction(result: Result) -> str:
    """What the themes are and how they count."""
    number = sum(bool(theme.norms) for theme in result.themes)
    if not number:
        return f"In de {list_name(result)} zitten geen normen over de thema's."
    return (
        f"{either(number, 'Dit thema geldt', f'Deze {number} thema’s gelden')} voor alle stappen. "
        f"{either(number, 'Het heeft', 'Ze hebben')} een eigen score en "
        f"{either(number, 'telt', 'tellen')} niet mee in de score van een stap."
    )


def improvement_rule(result: Result) -> tuple[Line, ...]:
    """How many points there are and the rule behind their order, in words."""
    number = len(improvement_points(result.norms))
    if not number:
        return (Line(nothing_sentence(result, "onder")),)
    return (
        Line(f"{norms(number)} {either(number, 'ligt', 'liggen')} onder het streefniveau."),
        Line(IMPROVEMENT_RULE),
    )


def improvement_row(rank: int, point: NormResult, result: Result) -> ImprovementRow:
    """One improvement point with its first step."""
    norm: Norm = point.norm
    return ImprovementRow(
        rank=str(rank),
        code=norm.code,
        title=norm.title,
        status=f"{status_label(norm, result.questionnaire)} · {role_label(norm, result.questionnaire)}",
        gap=f"van {point.answer.height} naar {norm.target}",
        advice=norm.first_step,
    )


def strong_introduction(result: Result) -> str:
    """How many norms are at or above target."""
    points = strong_points(result.norms)
    if not points:
        return nothing_sentence(result, "op of boven")
    secured = sum(point.answer.level is Level.SECURED for point in points)
    number = len(points)
    return (
        f"{norms(number)} {either(number, 'ligt', 'liggen')} op of boven het streefniveau. "
        f"Geborgd (niveau 4): {secured}. De zwaarste normen staan bovenaan."
    )


def strong_row(point: NormResult, result: Result) -> StrongRow:
    """One norm at or above its target."""
    level = level_text(point.answer, result.questionnaire)
    return StrongRow(point.norm.code, point.norm.title, level, str(point.norm.target))
