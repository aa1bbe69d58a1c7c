"""The product and a second scorer that knows only the rules as they are told agree on every number."""

from fractions import Fraction

import pytest

from questionnaire.exchange.document import from_json, to_json
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.gaps import improvement_points, urgency
from questionnaire.scoring.percentages import whole_percentages
from questionnaire.scoring.score import Band, score_assessment
from tests.questionnaire.scoring import independent
from tests.questionnaire.scoring.drawn import drawn


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_every_number_is_what_somebody_with_a_calculator_finds(first: int) -> None:
    for seed in range(first, first + 20):
        assessment = drawn(seed)
        text = to_json(assessment, questionnaire())
        assert from_json(text, questionnaire()) == assessment
        lines = independent.read(text)
        result = score_assessment(questionnaire(), assessment)
        for each, line in zip(result.norms, lines, strict=True):
            points = Fraction(each.score.reached), Fraction(each.score.missing), Fraction(each.score.open)
            assert (each.norm.id, *points) == (line.norm, line.reached, line.missing, line.open)
            assert (each.gap, urgency(each)) == (line.gap, line.urgency)
        assert (result.overall.text if result.overall else "") == independent.average(lines)
        assert [each.norm.id for each in improvement_points(result.norms)] == independent.improvements(lines)


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_every_section_is_what_somebody_with_a_calculator_finds(first: int) -> None:
    for seed in range(first, first + 20):
        assessment = drawn(seed)
        found = independent.by_section(independent.read(to_json(assessment, questionnaire())))
        for section in score_assessment(questionnaire(), assessment).sections:
            lines = found.get(section.section.id, [])
            assert section.applicable == sum(line.counts for line in lines)
            assert section.scored == sum(line.height is not None for line in lines)
            assert section.below_in_force == sum(line.in_force and line.gap > 0 for line in lines)
            assert (section.band.text if section.band else None) == (
                independent.in_words(*independent.shares(lines))
                if sum(line.counts for line in lines) >= 3
                else None
            )
            if section.band:
                assert sum(whole_percentages(section.score)) == 100
                assert isinstance(section.band, Band)


def test_the_drawn_assessments_are_of_every_kind() -> None:
    scores = {
        independent.score(lines).split(" ")[0]
        for seed in range(200)
        for lines in independent.by_section(independent.read(to_json(drawn(seed), questionnaire()))).values()
    }
    assert {"niet", "te", "tussen"} <= scores
    assert any(score.endswith("%") for score in scores)
