"""A share on the page of the plan is rounded as in the report: what is certain down, what is possible up."""

from fractions import Fraction
from itertools import combinations_with_replacement

import pytest

from app_pages.planning.effect import band_range, low_text
from questionnaire.scoring.score import Band
from tests.questionnaire.scoring import independent

SHARES = [Fraction(*pair) for pair in ((0, 1), (1, 1000), (524, 1000), (525, 1000), (2, 3), (999, 1000), (1, 1))]


@pytest.mark.parametrize(("low", "high"), list(combinations_with_replacement(SHARES, 2)))
def test_both_ends_are_those_of_the_words_in_the_report(low: Fraction, high: Fraction) -> None:
    band, said = Band(low, high), independent.in_words(low, high)
    assert band.text == said
    assert band_range(band) == said.removeprefix("tussen ").replace(" en ", " tot ")
    assert low_text(band) == said.removeprefix("tussen ").partition(" en ")[0]
