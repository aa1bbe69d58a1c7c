"""A next round and a long history stay cheap; the milliseconds are printed and gate nothing."""

import pytest

from tests.bench import bench_rounds
from tests.bench.measuring import assert_holds_once

pytestmark = pytest.mark.bench


def test_a_next_round_costs_a_few_saves_and_a_long_history_opens_like_a_short_one() -> None:
    assert_holds_once(bench_rounds.measure, bench_rounds.LIMITS)
