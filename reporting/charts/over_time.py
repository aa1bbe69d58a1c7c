"""Scores over time: expected per quarter, and from one round to the next. Pure.

A line shows what is certain: of a band the low end, in the whole percents of the rest of the report.
"""

from collections.abc import Sequence
from itertools import pairwise

from questionnaire.model.plan import Quarter
from questionnaire.scoring.delta import SectionMove
from questionnaire.scoring.percentages import whole_percentages
from questionnaire.scoring.projection import Projection
from questionnaire.scoring.score import SectionResult
from reporting.charts.model import Chart, ChartKind, Series
from reporting.wording.dutch import counted

NOW = "nu"


def expected_chart(projection: Projection) -> Chart | None:
    """The expected score of each step at the end of each quarter, after the present one.

    None without quarters, and when no step has a percentage.
    """
    if not projection.quarters:
        return None
    moments = (projection.now, *(expected.result for expected in projection.quarters))
    return _lines(
        "Verwachte score per stap, aan het eind van elk kwartaal",
        (NOW, *(short_quarter(expected.quarter) for expected in projection.quarters)),
        [tuple(sections) for sections in zip(*(moment.steps for moment in moments), strict=True)],
    )


def trend_chart(moves: Sequence[SectionMove], names: tuple[str, str]) -> Chart | None:
    """The score of each step in two rounds, named `names`; None when no step has a percentage in both."""
    both = [(move.before, move.after) for move in moves if move.section.is_step and low(move.before) is not None]
    return _lines("Score per stap in twee rondes", names, [pair for pair in both if low(pair[1]) is not None])


def short_quarter(quarter: Quarter) -> str:
    """A quarter below a chart.

    >>> short_quarter(Quarter(2027, 1))
    '1e kw. 2027'
    """
    return f"{quarter.number}e kw. {quarter.year}"


def low(section: SectionResult | None) -> int | None:
    """What is certain, in whole percents; None without a percentage."""
    if section is None or not section.has_percentage:
        return None
    return whole_percentages(section.score)[0]


def _lines(
    title: str, categories: tuple[str, ...], sections: Sequence[tuple[SectionResult | None, ...]]
) -> Chart | None:
    """A line per section, of which `sections` has the result at each category."""
    series = [
        Series(moments[-1].section.name, tuple(low(moment) for moment in moments))
        for moments in sections
        if moments[-1] is not None and low(moments[-1]) is not None
    ]
    if not series:
        return None
    said = ". ".join(_in_words(one, categories) for one in series)
    return Chart(
        kind=ChartKind.LINES,
        title=title,
        categories=categories,
        series=tuple(series),
        alt_text=f"Lijndiagram met {counted(len(series), 'lijn', 'lijnen')}. {said}.",
        axis_top=100,
    )


def _in_words(series: Series, categories: tuple[str, ...]) -> str:
    """The first point, every point at which the line moves, and that it does not."""
    points = list(zip(categories, series.values, strict=True))
    moved = [point for before, point in pairwise(points) if point[1] != before[1]]
    said = [f"{value:.0f}% ({name})" for name, value in (points[0], *moved) if value is not None]
    return f"{series.name}: {', '.join(said)}{'' if moved else ', daarna gelijk'}"
