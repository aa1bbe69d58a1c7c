"""A score in whole percentages, the same wherever a number is shown. Pure."""

import math
from fractions import Fraction
from typing import TypeAlias

from questionnaire.scoring.score import Score

Shares: TypeAlias = tuple[int, int, int]
"""Percentages reached, missing and open."""


def whole_percentages(score: Score) -> Shares:
    """Reached, missing and open as whole percentages that add up to 100; a part that is there is at least 1.

    >>> whole_percentages(Score(reached=220, missing=44, open=12))
    (79, 15, 6)
    >>> whole_percentages(Score(reached=999, missing=1))
    (99, 1, 0)
    """
    low, high = 100 * score.low, 100 * score.high
    reached = math.floor(low if score.open else low + Fraction(1, 2))
    highest = math.ceil(high) if score.open else reached
    parts = [reached, 100 - highest, highest - reached]
    for place, points in enumerate((score.reached, score.missing, score.open)):
        if points and not parts[place]:
            parts[parts.index(max(parts))] -= 1
            parts[place] = 1
    return (parts[0], parts[1], parts[2])
