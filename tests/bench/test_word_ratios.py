"""The ratios of the Word report that must hold on any machine."""

from collections.abc import Callable

import pytest

from tests.bench import bench_charts, bench_report
from tests.bench.measuring import assert_holds_once

pytestmark = pytest.mark.bench


@pytest.mark.parametrize(
    ("measure", "limits"),
    [
        (bench_report.measure, {"ratio": bench_report.LIMITS["ratio"]}),
        (bench_report.measure_memory, {name: bench_report.LIMITS[name] for name in ("growth_mb", "size_kb")}),
        (lambda: bench_charts.measure(50), bench_charts.LIMITS),
    ],
    ids=["report", "memory", "charts"],
)
def test_word_stays_within_its_limits(measure: Callable[[], dict[str, float]], limits: dict[str, float]) -> None:
    assert_holds_once(measure, limits)
