"""The score of the full example; aim 1 ms. Run it with `python -m tests.bench.bench_score`."""

from time import perf_counter

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import score_assessment
from tests.bench.measuring import medians, show

ROUNDS = 200


def measure() -> dict[str, float]:
    """Median milliseconds to score every norm and add up every step and theme."""
    content = questionnaire()
    example = load_example(content)

    def score(_: int) -> None:
        result = score_assessment(content, example)
        assert sum(section.score.total for section in result.sections) > 0

    (milliseconds,) = medians(score, rounds=ROUNDS, clock=perf_counter)
    return {"score_all_norms_ms": milliseconds}


if __name__ == "__main__":
    show(measure())
