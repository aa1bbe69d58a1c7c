"""From results to every text of the report. Pure: no docx, no clock, no looks."""

from datetime import date

from questionnaire.scoring.delta import Delta
from questionnaire.scoring.gaps import strong_points
from questionnaire.scoring.score import Result
from reporting.composing.annexes import (
    SourceNumbers,
    article_row,
    calculation,
    calculation_rule,
    certainties,
    certainty,
    glossary,
    source_rows,
    warnings,
)
from reporting.composing.chapters.comments import NOT_FOR_OUTSIDE
from reporting.composing.chapters.decisions import decisions, housekeeping
from reporting.composing.chapters.improvements import (
    FIRST_POINTS,
    improvement_rows,
    improvement_rule,
    strong_introduction,
    strong_row,
)
from reporting.composing.chapters.method import (
    about,
    coverage,
    law,
    method,
    scale,
    short_guide,
    statuses,
    themes_introduction,
)
from reporting.composing.chapters.plan import plan_chapter
from reporting.composing.chapters.roles import asked
from reporting.composing.chapters.sections import compose_section
from reporting.composing.cover import confidentiality, extent, front_matter
from reporting.composing.figures import profile_figure, score_figure, theme_figure
from reporting.composing.management import management_page
from reporting.composing.summary import (
    attention_short,
    compose_summary,
    overall_sentence,
    score_row,
    strong_short,
    verdict,
)
from reporting.document.choice import WHOLE_REPORT, ReportChoice, chosen
from reporting.document.pieces import Chosen, Labelled, Line
from reporting.document.report import ReportContent
from reporting.wording.answers import depth_name
from reporting.wording.fixed_texts import DECISIONS_INTRODUCTION, READING_GUIDE, SOURCES_INTRODUCTION


def compose(
    result: Result, printed_on: date, choice: ReportChoice = WHOLE_REPORT, delta: Delta | None = None
) -> ReportContent:
    """Compose the public report.

    Args:
        result: what was scored.
        printed_on: the day on which it is made.
        choice: what goes into it.
        delta: what changed since the round before, when that round is at hand.

    Raises:
        InvalidInputError: the chosen step does not exist.
    """
    result = chosen(result, choice)
    content, depth = result.questionnaire, depth_name(result.assessment)
    numbers = SourceNumbers.of(content)
    shown = numbers if choice.shows_annexes else None
    sections = [section for section in result.sections if section.norms]
    themes = [theme for theme in result.themes if theme.norms]
    improvements = improvement_rows(result)
    front = front_matter(result, printed_on, extent(result, choice), confidentiality(result))
    if choice.shows_comments:
        front["particulars"] = (*front["particulars"], Labelled("Let op", NOT_FOR_OUTSIDE))
    return ReportContent(
        **front,
        verdict=verdict(result),
        summary=compose_summary(result),
        overview=present(choice.shows_overview),
        elaboration=present(choice.shows_elaboration),
        annexes=present(choice.shows_annexes),
        summary_only=present(not choice.shows_elaboration),
        one_step=present(not choice.shows_overview),
        management=(management_page(result, delta),) if choice.shows_overview else (),
        score_figure=score_figure(result.steps, depth),
        profile=profile_figure(result.steps, depth),
        theme_figure=theme_figure(themes, depth),
        step_scores=tuple(score_row(step) for step in result.steps),
        theme_scores=tuple(score_row(theme) for theme in themes),
        overall=overall_sentence(result),
        strong_short=strong_short(result),
        attention_short=attention_short(result),
        decisions_introduction=DECISIONS_INTRODUCTION,
        decisions=(*decisions(result), *housekeeping(result)),
        asked=asked(result),
        method=method(result),
        coverage=coverage(result),
        about=about(result, shown),
        law=law(result, shown),
        statuses=statuses(content),
        scale=scale(result),
        short_guide=short_guide(content),
        reading_guide=tuple(Line(text) for text in READING_GUIDE),
        steps=tuple(
            compose_section(step, result, shown, has_comments=choice.shows_comments) for step in result.steps
        ),
        themes=tuple(
            compose_section(theme, result, shown, has_comments=choice.shows_comments) for theme in themes
        ),
        themes_introduction=themes_introduction(result),
        improvement_rule=improvement_rule(result),
        first_improvements=improvements[:FIRST_POINTS],
        improvements=improvements,
        strong_introduction=strong_introduction(result),
        strong_points=tuple(strong_row(point, result) for point in strong_points(result.norms)),
        plan=plan_chapter(result, printed_on),
        calculation_rule=calculation_rule(result),
        calculations=tuple(calculation(section) for section in sections),
        articles=tuple(article_row(norm, numbers) for norm in result.norms),
        certainty=certainty(result.norms),
        certainties=certainties(result.norms),
        warnings=warnings(result.norms),
        sources_introduction=SOURCES_INTRODUCTION,
        sources=source_rows(content, numbers),
        terms=glossary(content.terms),
    )


def present(is_chosen: bool) -> tuple[Chosen, ...]:
    """A block that stands there once, or not at all."""
    return (Chosen(),) if is_chosen else ()
