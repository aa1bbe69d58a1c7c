"""From results to charts: which values are shown, under which names, and what the chart says in words. Pure.

Percentages are whole and the same as in the text of the report (`Band.text`), so that nobody finds two numbers for
one score.
"""

from collections.abc import Sequence

from questionnaire.scoring.percentages import Shares, whole_percentages
from questionnaire.scoring.score import NormResult, SectionResult
from reporting.charts.model import Chart, ChartKind, Series
from reporting.charts.wording import is_unsure, levels_in_words, profile_in_words, shares_in_words
from reporting.wording.answers import score_text

REACHED, MISSING, OPEN = "behaald", "ontbreekt", "nog open"
CERTAIN, POSSIBLE = "zeker behaald", "mogelijk, als alles wat open is in orde blijkt"
FEWEST_POINTS_IN_PROFILE = 3
HIGHEST_LEVEL = 4
WHOLE = "0"


def score_chart(sections: Sequence[SectionResult]) -> Chart | None:
    """Reached, missing and open per step, in percent; None when no step has a percentage."""
    return _shares_chart("Score per stap", sections)


def theme_chart(themes: Sequence[SectionResult]) -> Chart | None:
    """The same per theme."""
    return _shares_chart("Score per thema", themes)


def profile_chart(steps: Sequence[SectionResult]) -> Chart | None:
    """What is reached for certain over the steps, and while something is open also what is possible.

    None with fewer than three points: that is no profile.
    """
    shares = [_shares(step) for step in steps]
    if sum(share is not None for share in shares) < FEWEST_POINTS_IN_PROFILE:
        return None
    low = tuple(None if share is None else share[0] for share in shares)
    high = tuple(None if share is None else share[0] + share[2] for share in shares)
    certain = Series(CERTAIN if low != high else REACHED, low)
    return Chart(
        kind=ChartKind.PROFILE,
        title="Profiel over de stappen",
        categories=tuple(step.section.name for step in steps),
        series=(certain,) if low == high else (certain, Series(POSSIBLE, high)),
        alt_text=profile_in_words(steps),
        axis_top=100,
    )


def level_chart(section: SectionResult) -> Chart | None:
    """The level of every norm that applies, with what is missing up to its target; None when no norm has a level.

    The largest gap comes first, open norms come last; equal ones in content order.
    """
    if section.scored == 0:
        return None
    norms = sorted((result for result in section.norms if result.is_applicable), key=_place_in_level_chart)
    parts = [_levels(result) for result in norms]
    names = ("niveau nu", "ontbreekt tot het streefniveau", OPEN)
    return Chart(
        kind=ChartKind.LEVELS,
        title=f"{section.section.name}: niveau per norm, grootste kloof eerst",
        categories=tuple(_norm_name(result) for result in norms),
        series=tuple(Series(name, values) for name, values in zip(names, zip(*parts, strict=True), strict=True)),
        alt_text=levels_in_words(section),
        number_format=WHOLE,
        axis_top=HIGHEST_LEVEL,
    )


def _shares_chart(title: str, sections: Sequence[SectionResult]) -> Chart | None:
    shares = [_shares(section) for section in sections]
    if not any(shares):
        return None
    columns = zip(*(share or (None, None, None) for share in shares), strict=True)
    return Chart(
        kind=ChartKind.SHARES,
        title=f"{title}: {REACHED}, {MISSING} en {OPEN}",
        categories=tuple(_named(section) for section in sections),
        series=tuple(Series(name, values) for name, values in zip((REACHED, MISSING, OPEN), columns, strict=True)),
        alt_text=shares_in_words(sections, shares),
    )


def _named(section: SectionResult) -> str:
    """The name, and why there is no bar."""
    return section.section.name if section.has_percentage else f"{section.section.name} ({score_text(section)})"


def _shares(section: SectionResult) -> Shares | None:
    return whole_percentages(section.score) if section.has_percentage else None


def _levels(result: NormResult) -> tuple[float | None, float | None, float | None]:
    """Level, what is missing up to the target, and what is open up to the target; None where a part is absent."""
    height = result.answer.height
    if height is None:
        return (None, None, result.norm.target)
    return (height, result.gap or None, None)


def _norm_name(result: NormResult) -> str:
    """Code and title, with a word for an answer that is not sure."""
    name = f"{result.norm.code} {result.norm.title}"
    return f"{name} ({result.answer.certainty})" if is_unsure(result) else name


def _place_in_level_chart(result: NormResult) -> tuple[bool, int]:
    return (result.is_open, -result.gap)
