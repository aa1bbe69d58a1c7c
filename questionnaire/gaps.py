"""What to do first: gaps in order of urgency, strong points, and what still has to be found out. Pure.

The order stands in docs/decisions/0004-volgorde-verbeterpunten.md.
"""

from collections.abc import Iterable

from questionnaire.scoring import NormResult


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
