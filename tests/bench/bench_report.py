"""The report of the full example, from assessment to bytes, against its floor.

The floor is what no program can avoid: serialise the same finished parts and compress them. Run it with
`python -m tests.bench.bench_report`; the two alternate, so that both meet the same machine.
"""

import gc
import io
import resource
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from lxml import etree

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import score_assessment
from reporting.report import make_report

ROUNDS = 25
WARM_UP = 3
LIMITS = {"ratio": 3.5, "growth_mb": 20, "size_kb": 250}
REPORTS = 200
WARM_UP_MEMORY = 20
AS_WORD_WRITES: dict[str, Any] = {"xml_declaration": True, "encoding": "UTF-8", "standalone": True}
PRINTED_ON = date(2026, 12, 1)


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """Medians in milliseconds of processor time, `report_ms` and `floor_ms`, and their `ratio`."""
    content = questionnaire()
    assessment = load_example(content)

    def report() -> bytes:
        return make_report(score_assessment(content, assessment), PRINTED_ON)

    floor = _floor(report())
    durations = [(_timed(report), _timed(floor)) for _ in range(rounds + WARM_UP)]
    report_ms, floor_ms = (1000 * median(column) for column in zip(*durations[WARM_UP:], strict=True))
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


def _floor(document: bytes) -> Callable[[], bytes]:
    """Serialise and compress the parts of a finished document."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    roots = {name: etree.fromstring(part) for name, part in parts.items() if not name.endswith(".xlsx")}

    def write() -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                xml = roots.get(name)
                archive.writestr(name, part if xml is None else etree.tostring(xml, **AS_WORD_WRITES))
        return target.getvalue()

    return write


def _timed(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def main() -> int:
    """Print the numbers; 1 when one is too high."""
    found = {**measure(), **measure_memory()}
    for name, value in found.items():
        sys.stdout.write(f"{name:12} {value:10.2f}\n")
    return int(any(found[name] > most for name, most in LIMITS.items()))


if __name__ == "__main__":
    sys.exit(main())
