"""A native chart, from results to part and workbook, against its floor.

The floor is what no program can avoid: serialise the same finished parts, and compress those of the workbook. Run
it with `python -m tests.bench.bench_charts`; the two alternate, so that both meet the same machine.
"""

import sys
from collections.abc import Callable
from statistics import mean

from lxml import etree

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import score_assessment
from reporting.charts import Chart, ChartPart, chart_part, level_chart, profile_chart, score_chart, theme_chart
from tests.bench.measuring import medians, packed, serialised, unpacked, verdict

ROUNDS = 200
WARM_UP = 20
LIMITS = {"ratio": 5}


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """Medians in milliseconds of processor time: `<chart>_ms` each, the mean `chart_ms`, `floor_ms`, `ratio`."""
    makers = _makers()
    floors = {name: _floor(chart_part(make())) for name, make in makers.items()}
    found = {name: _beside_floor(make, floors[name], rounds) for name, make in makers.items()}
    charts, floor = (mean(column) for column in zip(*found.values(), strict=True))
    each = {f"{name}_ms": chart for name, (chart, _) in found.items()}
    return {**each, "chart_ms": charts, "floor_ms": floor, "ratio": charts / floor}


def _beside_floor(make: Callable[[], Chart], floor: Callable[[], bytes], rounds: int) -> tuple[float, ...]:
    """One kind of chart and its floor, in milliseconds."""
    return medians(lambda _: chart_part(make()), lambda _: floor(), rounds=rounds, warm_up=WARM_UP)


def _makers() -> dict[str, Callable[[], Chart]]:
    """The charts of the full example; the level chart is that of step 3, with 28 norms."""
    content = questionnaire()
    result = score_assessment(content, load_example(content))
    return {
        "score": lambda: _present(score_chart(result.steps)),
        "profile": lambda: _present(profile_chart(result.steps)),
        "theme": lambda: _present(theme_chart(result.themes)),
        "level": lambda: _present(level_chart(result.steps[2])),
    }


def _present(chart: Chart | None) -> Chart:
    assert chart is not None
    return chart


def _floor(part: ChartPart) -> Callable[[], bytes]:
    """Serialise a finished chart and the parts of its workbook, and compress the latter."""
    chart, workbook = etree.fromstring(part.xml), unpacked(part.workbook)
    return lambda: serialised(chart) + packed(workbook)


if __name__ == "__main__":
    sys.exit(verdict(measure(), LIMITS))
