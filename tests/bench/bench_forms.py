"""The Word form with all norms, written and read back, against what no program can avoid.

To write: serialise the same finished parts and compress them. To read: unpack the same parts and parse them. Run
it with `python -m tests.bench.bench_forms`; all of them alternate, so that they meet the same machine.
"""

import io
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from statistics import median
from time import process_time
from typing import Any

from lxml import etree

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from reporting.forms import FormChoice, make_word_form
from reporting.forms.word.reading import read_word_form
from reporting.guard import open_safely

ROUNDS = 25
WARM_UP = 3
LIMITS = {"write_ratio": 6, "read_ratio": 6, "read_with_guard_ratio": 5}
"""The guard reads everything once before it may be parsed, with another parser; that costs about two of these."""
AS_WORD_WRITES: dict[str, Any] = {"xml_declaration": True, "encoding": "UTF-8", "standalone": True}
PRINTED_ON = date(2026, 12, 1)


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """Medians in milliseconds of processor time, and their ratios to the floors.

    `read_ratio` is of a package that the guard let pass, `read_with_guard_ratio` of the file as it is uploaded.
    """
    content = questionnaire()
    every = tuple(norm.id for norm in content.norms)
    choice = FormChoice(content, load_example(content), every, form="K7QX-3M2P", selection="Hele lijst")
    document = make_word_form(choice, PRINTED_ON)
    package = open_safely(document)
    work: dict[str, Callable[[], object]] = {
        "write_ms": lambda: make_word_form(choice, PRINTED_ON),
        "write_floor_ms": _write_floor(document),
        "guard_ms": lambda: open_safely(document),
        "read_ms": lambda: read_word_form(package, "lijst.docx", content),
        "read_floor_ms": lambda: _unpacked(document),
    }
    durations: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds + WARM_UP):
        for name, each in work.items():
            durations[name].append(_timed(each))
    found = {name: 1000 * median(row[WARM_UP:]) for name, row in durations.items()}
    found["write_ratio"] = found["write_ms"] / found["write_floor_ms"]
    found["read_ratio"] = found["read_ms"] / found["read_floor_ms"]
    found["read_with_guard_ratio"] = (found["guard_ms"] + found["read_ms"]) / found["read_floor_ms"]
    return found


def _unpacked(document: bytes) -> dict[str, etree._Element]:
    """All parts of a document, parsed."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def _write_floor(document: bytes) -> Callable[[], bytes]:
    """Serialise and compress the parts of a finished document."""
    roots = _unpacked(document)

    def write() -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, root in roots.items():
                archive.writestr(name, etree.tostring(root, **AS_WORD_WRITES))
        return target.getvalue()

    return write


def _timed(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def main() -> int:
    """Print the numbers; 1 when a ratio is too high."""
    found = measure()
    for name, value in found.items():
        sys.stdout.write(f"{name:22} {value:10.2f}\n")
    return int(any(found[name] > most for name, most in LIMITS.items()))


if __name__ == "__main__":
    sys.exit(main())
