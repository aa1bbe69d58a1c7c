"""The projection of 110 norms and 60 actions over 12 quarters; aim 5 ms.

Measured in processor time, so that other work on the machine does not count. Run it with
`python -m tests.bench.bench_projection`.
"""

from datetime import date, timedelta
from statistics import median
from time import process_time

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Assessment, Level
from questionnaire.model.plan import Action, Effort, Quarter, quarters_from
from questionnaire.scoring.projection import project
from questionnaire.scoring.quick_wins import quick_wins
from questionnaire.scoring.score import Result, score_assessment
from tests.bench.measuring import show

ROUNDS = 100
ACTIONS = 60
NORMS = 110
QUARTERS = quarters_from(Quarter(2027, 1), 12)
DAYS = 3 * 365


def planned() -> Assessment:
    """The example with 60 actions over three years that together lift 110 norms, some norms with two actions."""
    content = questionnaire()
    example = load_example(content)
    ids = [norm.id for norm in content.norms][:NORMS]
    actions = [
        Action(
            id=f"actie{number:03}",
            norms=tuple(dict.fromkeys(ids[(2 * number + step) % NORMS] for step in range(3))),
            due=date(2027, 1, 1) + timedelta(days=number * DAYS // ACTIONS),
            effort=list(Effort)[number % 3],
        )
        for number in range(ACTIONS)
    ]
    answers = {
        norm_id: answer.model_copy(update={"level": Level.SOMETIMES})
        for norm_id, answer in example.answers.items()
    }
    return example.model_copy(update={"answers": answers, "actions": {action.id: action for action in actions}})


def read_bands(result: Result) -> None:
    """What a page does with results: ask the band of every section and the average."""
    assert result.overall is not None
    assert all(section.band for section in result.steps)
    assert sum(section.score.total for section in result.themes) > 0


def measure() -> dict[str, float]:
    """Median milliseconds of processor time: scoring once, projecting from there, both together, and quick wins.

    `projection_times_scoring` is the projection without scoring over scoring once, with the bands read in both.
    """
    content, assessment = questionnaire(), planned()
    chosen = set(assessment.actions)
    times: dict[str, list[float]] = {"score": [], "project": [], "quick_wins": []}
    for _ in range(ROUNDS):
        started = process_time()
        now = score_assessment(content, assessment)
        read_bands(now)
        scored = process_time()
        projection = project(now, chosen, QUARTERS)
        for entry in projection.quarters:
            read_bands(entry.result)
        projected = process_time()
        quick_wins(now)
        times["score"].append(scored - started)
        times["project"].append(projected - scored)
        times["quick_wins"].append(process_time() - projected)
        assert sum(len(entry.risen) for entry in projection.quarters) == NORMS
    score, projecting = median(times["score"]), median(times["project"])
    return {
        "score_once_ms": 1000 * score,
        "projection_ms": 1000 * projecting,
        "projection_and_score_ms": 1000 * (score + projecting),
        "quick_wins_ms": 1000 * median(times["quick_wins"]),
        "projection_times_scoring": projecting / score,
    }


if __name__ == "__main__":
    show(measure())
