"""The chart of expected scores: what is certain per step, told by more than colour."""

from datetime import date
from typing import Any

import pytest

from questionnaire.model.assessment import Answer, Level
from questionnaire.model.plan import Action, Quarter, quarters_from
from questionnaire.scoring.delta import section_moves
from questionnaire.scoring.percentages import whole_percentages
from questionnaire.scoring.projection import project
from questionnaire.scoring.score import score_assessment
from reporting.figures import expected_scores, score_parts, step_profile, two_rounds
from tests.questionnaire.plans import CONTENT, scored
from tests.questionnaire.scoring.drawn import drawn

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


def hovers(figure: Any) -> list[str]:
    """What each bar or line says of its first point, as plotly fills it in."""
    return [
        trace.hovertemplate.replace("%{customdata}", str(trace.customdata[0])).partition("<extra>")[0]
        for trace in figure.data
    ]


@pytest.mark.parametrize(
    "levels",
    [[4, 3, 2, 1, 0, 0], [1, 1, 1], [3, 3, None], [], [0]],
)
def test_a_hover_says_the_same_as_the_label_and_the_words(levels: list[int | None]) -> None:
    by_height = {level.height: level for level in Level if level.height is not None}
    answers = {
        norm: Answer(level=by_height[height])
        for norm, height in zip(STEP, levels, strict=False)
        if height is not None
    }
    result = scored(answers)
    step = result.steps[0]
    reached, missing, still_open = whole_percentages(step.score)
    said = hovers(score_parts(result.steps))
    assert [text.partition(": ")[2] for text in said] == [
        f"{reached}% behaald",
        f"{missing}% ontbreekt",
        f"{still_open}% nog open",
    ]
    profile = hovers(step_profile(result.steps))
    assert profile[-1] == f"%{{theta}}: {reached}%"
    if still_open:
        assert profile[0] == f"%{{theta}}: hoogstens {100 - missing}%"
    expected = expected_scores(project(result, (), quarters_from(Quarter(2026, 4), 1)))
    assert hovers(expected)[0].endswith(f"nu: {reached}%")


@pytest.mark.parametrize("seed", range(300, 310))
def test_every_bar_of_a_drawn_assessment_hovers_as_it_is_labelled(seed: int) -> None:
    result = score_assessment(CONTENT, drawn(seed))
    shares = [whole_percentages(step.score) if step.has_percentage else None for step in result.steps]
    for place, bar in enumerate(score_parts(result.steps).data):
        assert list(bar.customdata) == [f"{share[place]}%" if share else "" for share in shares]
        assert all(label in ("", hovered) for label, hovered in zip(bar.text, bar.customdata, strict=True))


def test_no_figure_rounds_by_itself() -> None:
    result = scored({norm: Answer(level=Level.SOMETIMES) for norm in STEP})
    moves = tuple(section_moves(result, result))
    projection = project(result, (), quarters_from(Quarter(2026, 4), 1))
    drawn = (
        score_parts(result.steps),
        step_profile(result.steps),
        expected_scores(projection),
        two_rounds(moves, ("toen", "nu")),
    )
    assert not any(":.0f" in trace.hovertemplate for figure in drawn for trace in figure.data)
