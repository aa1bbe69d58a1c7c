"""The report of the full example, from assessment to bytes, against its floor.

The floor is what no program can avoid: serialise the same finished parts and compress them. Run it with
`python -m tests.bench.bench_report`; the two alternate, so that both meet the same machine.
"""

import gc
import resource
import sys
from datetime import date
from pathlib import Path

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import score_assessment
from reporting.report import make_report
from tests.bench.measuring import medians, packed, unpacked, verdict

ROUNDS = 25
WARM_UP = 3
LIMITS = {"ratio": 3.5, "growth_mb": 20, "size_kb": 250}
REPORTS = 200
WARM_UP_MEMORY = 20
PRINTED_ON = date(2026, 12, 1)


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """Medians in milliseconds of processor time, `report_ms` and `floor_ms`, and their `ratio`."""
    content = questionnaire()
    assessment = load_example(content)

    def report() -> bytes:
        return make_report(score_assessment(content, assessment), PRINTED_ON)

    parts = unpacked(report())
    report_ms, floor_ms = medians(lambda _: report(), lambda _: packed(parts), rounds=rounds, warm_up=WARM_UP)
    return {"report_ms": report_ms, "floor_ms": floor_ms, "ratio": report_ms / floor_ms}


def measure_memory(reports: int = REPORTS) -> dict[str, float]:
    """Growth of this process in MB over many reports, after a few to warm up; and the size of a report in kB."""
    content = questionnaire()
    assessment = load_example(content)
    document = b""
    before = 0
    for number in range(reports + WARM_UP_MEMORY):
        if number == WARM_UP_MEMORY:
            before = _resident_bytes()
        document = make_report(score_assessment(content, assessment), PRINTED_ON)
    return {"growth_mb": (_resident_bytes() - before) / 1e6, "size_kb": len(document) / 1e3}


def _resident_bytes() -> int:
    """Memory in use by this process; the most so far where the system does not tell."""
    gc.collect()
    told = Path("/proc/self/statm")
    if told.exists():
        return int(told.read_text().split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    sys.exit(verdict({**measure(), **measure_memory()}, LIMITS))
