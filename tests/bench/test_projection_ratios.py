"""A projection scores only what changes; the milliseconds are printed, for `make bench`, and gate nothing."""

import pytest

from tests.bench import bench_projection
from tests.bench.measuring import assert_holds_once

pytestmark = pytest.mark.bench

MOST_TIMES_SCORING = 0.5 * len(bench_projection.QUARTERS)
"""Half of what it would cost to score every quarter anew."""


def test_twelve_quarters_cost_less_than_half_of_scoring_each_anew() -> None:
    assert_holds_once(bench_projection.measure, {"projection_times_scoring": MOST_TIMES_SCORING})
