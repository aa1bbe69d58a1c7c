"""The chart of expected scores: what is certain per step, told by more than colour."""

from datetime import date

from questionnaire.model.assessment import Answer, Level
from questionnaire.model.plan import Action, Quarter, quarters_from
from questionnaire.scoring.projection import project
from reporting.figures import expected_scores
from tests.questionnaire.plans import CONTENT, scored

STEP = [norm.id for norm in CONTENT.core.steps[0].norms]


def test_lines_show_what_is_certain_per_quarter_and_differ_in_more_than_colour() -> None:
    action = Action(id="aaaaaaaa", norms=(STEP[0],), due=date(2027, 5, 1))
    result = scored({STEP[0]: Answer(level=Level.SOMETIMES)}, action)
    projection = project(result, {action.id}, quarters_from(Quarter(2026, 4), 4))

    figure = expected_scores(projection)

    with_percentage = [step for step in result.steps if step.band]
    assert [line.name for line in figure.data] == [f"Stap {step.section.number}" for step in with_percentage]
    first, *others = figure.data
    lows = [projection.now.steps[0].band, *(expected.result.steps[0].band for expected in projection.quarters)]
    assert list(first.y) == [float(100 * band.low) for band in lows if band]
    assert first.y[2] < first.y[3]
    assert all(len(set(line.y)) == 1 for line in others)
    assert len({(line.line.dash, line.marker.symbol) for line in figure.data}) == len(figure.data)
    assert list(figure.layout.xaxis.ticktext) == ["nu", "K4", "K1<br>2027", "K2", "K3"]
