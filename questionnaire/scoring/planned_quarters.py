"""Which quarters are worth showing for a plan. Pure."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from questionnaire.model.plan import FIRST_YEAR, LAST_YEAR, Quarter, quarters_from
from questionnaire.scoring.score import Result

FEWEST_QUARTERS, MOST_QUARTERS = 4, 12


def first_quarter(now: Result, today: date) -> Quarter:
    """The first in which something can still rise: of today, or of a reference date that is yet to come.

    A day in a year without quarters counts as the nearest that has them.
    """
    first_day, last_day = date(FIRST_YEAR, 1, 1), date(LAST_YEAR - MOST_QUARTERS // 4, 12, 31)
    return Quarter.of(min(max(now.assessment.reference_date, today, first_day), last_day))


def planned_quarters(now: Result, today: date) -> tuple[Quarter, ...]:
    """The quarters worth showing: from the first quarter to the last in which something is planned.

    At least a year and at most three.
    """
    first = first_quarter(now, today)
    row = quarters_from(first, MOST_QUARTERS)
    last = max(_planned(now), default=first)
    return row[: max(FEWEST_QUARTERS, bisect_right(row, last))]


def _planned(now: Result) -> Iterator[Quarter]:
    """The quarters of all actions that are still to be done: their own, or those of their norms' ambitions."""
    for action in now.assessment.actions.values():
        if action.is_to_do and action.due:
            yield Quarter.of(action.due)
        elif action.is_to_do:
            answers = (now.assessment.answer(norm_id) for norm_id in action.norms)
            yield from (answer.quarter for answer in answers if answer.quarter)
