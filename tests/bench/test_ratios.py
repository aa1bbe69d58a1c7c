"""The ratios that must hold on any machine; the milliseconds are printed, for `make bench`, and gate nothing."""

import pytest

from tests.bench import bench_pages, bench_save, bench_score
from tests.bench.measuring import assert_holds_once, show

pytestmark = pytest.mark.bench

SLACK = 1.5
"""A browser, and a write to a fast disk, vary with the machine: here they may be this much above the aim."""


def test_a_durable_save_stays_near_a_bare_insert() -> None:
    assert_holds_once(bench_save.measure, {"ratio": SLACK * bench_save.MOST_TIMES_THE_FLOOR})


@pytest.mark.browser
def test_a_click_a_page_and_the_start_stay_near_their_floors() -> None:
    assert_holds_once(bench_pages.measure, {name: SLACK * limit for name, limit in bench_pages.LIMITS.items()})


def test_the_score_of_every_norm_is_reported() -> None:
    found = bench_score.measure()
    show(found)
    assert found["score_all_norms_ms"] > 0
