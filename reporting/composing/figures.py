"""The charts of the report, each with the sentence that stands below it."""

from collections.abc import Sequence

from questionnaire.scoring.score import SectionResult
from reporting.charts import Chart, level_chart, profile_chart, score_chart, theme_chart
from reporting.document.pieces import Figure

SHARES = "welk deel van de punten behaald is, ontbreekt of nog open is"


def figure(chart: Chart | None, caption: str) -> Figure | None:
    """A chart with its caption; None when there is nothing to show."""
    return None if chart is None else Figure(chart, caption)


def score_figure(steps: Sequence[SectionResult], depth: str) -> Figure | None:
    """Reached, missing and open per step."""
    return figure(score_chart(steps), f"Score per stap ({depth}): {SHARES}.")


def profile_figure(steps: Sequence[SectionResult], depth: str) -> Figure | None:
    """The profile over the steps."""
    text = f"Profiel over de stappen ({depth}): hoe verder naar buiten, hoe meer van de punten is behaald."
    return figure(profile_chart(steps), text)


def theme_figure(themes: Sequence[SectionResult], depth: str) -> Figure | None:
    """Reached, missing and open per theme."""
    return figure(theme_chart(themes), f"Score per thema ({depth}): {SHARES}.")


def level_figure(section: SectionResult, depth: str) -> Figure | None:
    """The level of every norm of one section."""
    text = f"{section.section.name} ({depth}): niveau per norm, met wat nog ontbreekt tot het streefniveau."
    return figure(level_chart(section), text)
