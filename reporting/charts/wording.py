"""What a chart says, in words: its alternative text. Pure."""

from collections.abc import Sequence

from questionnaire.model.plan import Certainty
from questionnaire.scoring.score import NormResult, SectionResult
from reporting.wording.answers import score_text
from reporting.wording.dutch import code_list, counted, either, listed, norms, with_capital


def shares_in_words(sections: Sequence[SectionResult], shares: Sequence[tuple[int, int, int] | None]) -> str:
    """Every bar with its percentages, or why there is none."""
    bars = [
        f"{section.section.name}: " + (score_text(section) if share is None else _share_in_words(*share))
        for section, share in zip(sections, shares, strict=True)
    ]
    return f"Staafdiagram met {counted(len(bars), 'balk', 'balken')}. {'. '.join(bars)}."


def _share_in_words(reached: int, missing: int, still_open: int) -> str:
    return f"{reached}% behaald, {missing}% ontbreekt, {still_open}% nog open"


def profile_in_words(steps: Sequence[SectionResult]) -> str:
    """Every point of the profile; a band where something is open."""
    bands = [(step.section.name, step.band) for step in steps]
    points = [f"{name}: {band.text}" for name, band in bands if band]
    gaps = [name for name, band in bands if band is None]
    lacking = f" Geen punt, want te weinig normen: {listed(gaps)}." if gaps else ""
    return f"Radardiagram met {counted(len(points), 'punt', 'punten')}. Behaald: {'; '.join(points)}.{lacking}"


def levels_in_words(section: SectionResult) -> str:
    """How many norms meet their target, and which norms stand at which level."""
    shown = [result for result in section.norms if result.is_applicable]
    still_open = [result for result in shown if result.is_open]
    return (
        f"Staafdiagram met het niveau van {norms(len(shown))} in {section.section.name}. "
        f"{levels_summary(section)} "
        f"{_codes_by_level(section, shown, still_open)}{_unsure(section)}"
        f"{_left_out(len(section.norms) - len(shown))}"
    )


def is_unsure(result: NormResult) -> bool:
    """Whether a level was chosen without knowing it: thought, or guessed."""
    return result.answer.height is not None and result.answer.certainty in {Certainty.THINKING, Certainty.GUESSING}


def _unsure(section: SectionResult) -> str:
    codes = [result.norm.code for result in section.norms if is_unsure(result)]
    if not codes:
        return ""
    return (
        f" Niet zeker, want gedacht of gegokt: {code_list(codes, [result.norm.code for result in section.norms])}."
    )


def levels_summary(section: SectionResult) -> str:
    """How many of the norms that apply meet their target, how many do not, and how many are open."""
    shown = [result for result in section.norms if result.is_applicable]
    counts = [
        f"{_some_norms(sum(result.is_met for result in shown), 'haalt', 'halen')} het streefniveau",
        f"{_some_norms(sum(result.gap > 0 for result in shown), 'ligt', 'liggen')} eronder",
        f"{_some_norms(sum(result.is_open for result in shown), 'is', 'zijn')} nog open",
    ]
    return f"{with_capital(listed(counts))}."


def _codes_by_level(section: SectionResult, shown: Sequence[NormResult], still_open: Sequence[NormResult]) -> str:
    groups = [(f"niveau {level}", [r for r in shown if r.answer.height == level]) for level in range(5)]
    order = [result.norm.code for result in section.norms]
    said = [
        f"{name}: {code_list([result.norm.code for result in group], order)}"
        for name, group in (*groups, ("nog open", still_open))
        if group
    ]
    return f"{with_capital('; '.join(said))}."


def _left_out(number: int) -> str:
    if not number:
        return ""
    stands = either(number, "staat", "staan")
    return f" {_some_norms(number, 'geldt', 'gelden')} hier niet en {stands} niet in het diagram."


def _some_norms(number: int, singular: str, plural: str) -> str:
    """A number of norms with its verb; none is "geen norm"."""
    return f"{norms(number)} {either(number, singular, plural)}" if number else f"geen norm {singular}"
