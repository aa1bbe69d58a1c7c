"""The ratios of the Word form, written and read back, that must hold on any machine."""

import pytest

from tests.bench import bench_forms
from tests.bench.measuring import assert_holds_once

pytestmark = pytest.mark.bench


def test_a_form_is_written_and_read_within_its_limits() -> None:
    assert_holds_once(bench_forms.measure, bench_forms.LIMITS)
