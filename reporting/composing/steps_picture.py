"""The five steps as a picture, and which of them is strongest and weakest. Pure."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import chain
from typing import TypeAlias

from questionnaire.scoring.score import Band, Result, SectionResult
from reporting.document.management import StepsPicture
from reporting.wording.answers import coverage_text, score_text
from reporting.wording.dutch import listed

FIVE = 5
STRONGEST, WEAKEST = "sterkst", "zwakst"
Steps: TypeAlias = Sequence[SectionResult]


def strongest(steps: Steps) -> tuple[SectionResult, ...]:
    """The step that is highest whatever is still open, or those that share the highest exact score.

    Empty while open norms, or a step without a score, can still change which one that is; or when all are equal.
    """
    return _leading(steps, lambda band: band.low, lambda band: band.high)


def weakest(steps: Steps) -> tuple[SectionResult, ...]:
    """The step that is lowest whatever is still open; as `strongest`."""
    return _leading(steps, lambda band: -band.high, lambda band: -band.low)


def _leading(
    steps: Steps, certain: Callable[[Band], Fraction], possible: Callable[[Band], Fraction]
) -> tuple[SectionResult, ...]:
    """The steps whose `certain` value is highest and out of reach of what is `possible` for the others."""
    banded = [(step, step.band) for step in steps if step.band is not None and step.scored]
    if len(banded) < len(steps) or not banded:
        return ()
    best = max(certain(band) for _, band in banded)
    found = tuple(step for step, band in banded if certain(band) == best)
    others = [possible(band) for step, band in banded if step not in found]
    shared = len(found) == 1 or all(band.is_exact for step, band in banded if step in found)
    return found if others and shared and max(others) < best else ()


def step_names(steps: Steps) -> str:
    """The steps that share a place, with the score that they share: "stap 1, Bepalen (92%)"."""
    names = [f"stap {step.section.number}, {step.section.short_title}" for step in steps]
    return f"{listed(names)} ({score_text(steps[0])})"


def steps_picture(result: Result) -> tuple[StepsPicture, ...]:
    """The picture; nothing when there are not five steps, as in a report about one of them."""
    steps = result.steps
    if len(steps) != FIVE:
        return ()
    return (StepsPicture(*chain.from_iterable(_cell(step, steps) for step in steps)),)


def _cell(step: SectionResult, steps: Steps) -> tuple[str, str, str]:
    """Name, score, and how many norms that rests on; with a word when it is the strongest or weakest."""
    place = STRONGEST if step in strongest(steps) else WEAKEST if step in weakest(steps) else ""
    return step.section.short_title, score_text(step), " · ".join(filter(None, (place, coverage_text(step))))
