"""A native chart, from results to part and workbook, against its floor.

The floor is what no program can avoid: serialise the same finished parts, and compress those of the workbook. Run
it with `python -m tests.bench.bench_charts`; the two alternate, so that both meet the same machine.
"""

import io
import sys
import zipfile
from collections.abc import Callable
from statistics import mean, median
from time import process_time

from lxml import etree

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import score_assessment
from reporting.charts import Chart, ChartPart, chart_part, level_chart, profile_chart, score_chart, theme_chart

ROUNDS = 200
WARM_UP = 20
MOST_TIMES_THE_FLOOR = 5


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """Medians in milliseconds of processor time: `<chart>_ms` each, the mean `chart_ms`, `floor_ms`, `ratio`."""
    makers = _makers()
    floors = {name: _floor(chart_part(make())) for name, make in makers.items()}
    found = {name: _medians(make, floors[name], rounds) for name, make in makers.items()}
    charts, floor = (mean(column) for column in zip(*found.values(), strict=True))
    each = {f"{name}_ms": chart for name, (chart, _) in found.items()}
    return {**each, "chart_ms": charts, "floor_ms": floor, "ratio": charts / floor}


def _medians(make: Callable[[], Chart], floor: Callable[[], bytes], rounds: int) -> tuple[float, float]:
    """One kind of chart and its floor, in milliseconds."""
    durations = [(_timed(lambda: chart_part(make())), _timed(floor)) for _ in range(rounds + WARM_UP)]
    chart_ms, floor_ms = (1000 * median(column) for column in zip(*durations[WARM_UP:], strict=True))
    return chart_ms, floor_ms


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
    chart = etree.fromstring(part.xml)
    with zipfile.ZipFile(io.BytesIO(part.workbook)) as archive:
        roots = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}

    def write() -> bytes:
        etree.tostring(chart, xml_declaration=True, encoding="UTF-8", standalone=True)
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, root in roots.items():
                archive.writestr(
                    name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
                )
        return target.getvalue()

    return write


def _timed(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def main() -> int:
    """Print the numbers; 1 when the ratio is too high."""
    found = measure()
    for name, value in found.items():
        sys.stdout.write(f"{name:12} {value:6.3f}\n")
    return int(found["ratio"] > MOST_TIMES_THE_FLOOR)


if __name__ == "__main__":
    sys.exit(main())
