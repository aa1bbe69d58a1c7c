"""The score of the full example; aim 1 ms. Run it with `python -m tests.bench.bench_score`."""

from statistics import median
from time import perf_counter

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import score_assessment

ROUNDS = 200


def measure() -> dict[str, float]:
    """Median milliseconds to score every norm and add up every step and theme."""
    content = questionnaire()
    example = load_example(content)
    times = []
    for _ in range(ROUNDS):
        started = perf_counter()
        result = score_assessment(content, example)
        assert sum(section.score.total for section in result.sections) > 0
        times.append(perf_counter() - started)
    return {"score_all_norms_ms": 1000 * median(times)}


if __name__ == "__main__":
    print(measure())
