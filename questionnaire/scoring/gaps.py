"""What to do first: gaps in order of urgency, strong points, and what still has to be found out. Pure.

The order stands in docs/decisions/0004-volgorde-verbeterpunten.md, that of unsure answers in 0014.
"""

from collections.abc import Iterable

from questionnaire.model.assessment import Level
from questionnaire.model.plan import Certainty
from questionnaire.scoring.score import NormResult

DOUBT = {Certainty.GUESSING: 2, Certainty.THINKING: 1}
"""How much doubt weighs; knowing, or not having said, is no doubt."""
LEAST_DOUBT = 3
"""Doubt times weight from which a norm is to be found out first."""


def urgency(result: NormResult) -> int:
    """Weight times ((1 + gap)² − 1): a large gap counts more than two small ones; 0 without a gap."""
    return result.norm.weight * ((1 + result.gap) ** 2 - 1)


def improvement_points(results: Iterable[NormResult]) -> tuple[NormResult, ...]:
    """Norms below target: first those on rules in force, then the rest, most urgent first; ties in given order."""
    gaps = [result for result in results if result.gap > 0]
    return tuple(sorted(gaps, key=lambda result: (not result.rests_on_rules_in_force, -urgency(result))))


def strong_points(results: Iterable[NormResult]) -> tuple[NormResult, ...]:
    """Norms at or above target: heaviest first, then the highest level; ties in given order."""
    met = [result for result in results if result.is_met]
    return tuple(sorted(met, key=lambda result: (-result.norm.weight, -(result.answer.height or 0))))


def points_to_find_out(results: Iterable[NormResult]) -> tuple[NormResult, ...]:
    """Norms answered with "weet ik niet" or lacking a reason: rules in force first, then by weight."""
    unknown = [result for result in results if result.is_unknown or result.answer.lacks_reason]
    return tuple(sorted(unknown, key=lambda result: (not result.rests_on_rules_in_force, -result.norm.weight)))


def doubt(result: NormResult) -> int:
    """Doubt times weight, from 0 to 6; 0 for a norm without an answer, which is on another list already."""
    answer = result.answer
    if answer.level in (None, Level.UNKNOWN) or answer.certainty is None:
        return 0
    return result.norm.weight * DOUBT.get(answer.certainty, 0)


def find_out_first(results: Iterable[NormResult]) -> tuple[NormResult, ...]:
    """Answers that weigh too much to be so unsure: most doubt first, then rules in force; ties in given order."""
    unsure = [result for result in results if doubt(result) >= LEAST_DOUBT]
    return tuple(sorted(unsure, key=lambda result: (-doubt(result), not result.rests_on_rules_in_force)))
