"""The Word form with all norms, written and read back, against what no program can avoid.

To write: serialise the same finished parts and compress them. To read: unpack the same parts and parse them. Run
it with `python -m tests.bench.bench_forms`; all of them alternate, so that they meet the same machine.
"""

import sys
from collections.abc import Callable
from datetime import date

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from reporting.forms.layout import FormChoice
from reporting.forms.word.form import make_word_form
from reporting.forms.word.reading import read_word_form
from reporting.guard import open_safely
from tests.bench.measuring import medians, packed, unpacked, verdict

ROUNDS = 25
WARM_UP = 3
LIMITS = {"write_ratio": 6, "read_ratio": 6, "read_with_guard_ratio": 5}
"""The guard reads everything once before it may be parsed, with another parser; that costs about two of these."""
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
    parts = unpacked(document)
    work: dict[str, Callable[[int], object]] = {
        "write_ms": lambda _: make_word_form(choice, PRINTED_ON),
        "write_floor_ms": lambda _: packed(parts),
        "guard_ms": lambda _: open_safely(document),
        "read_ms": lambda _: read_word_form(package, "lijst.docx", content),
        "read_floor_ms": lambda _: unpacked(document),
    }
    found = dict(zip(work, medians(*work.values(), rounds=rounds, warm_up=WARM_UP), strict=True))
    found["write_ratio"] = found["write_ms"] / found["write_floor_ms"]
    found["read_ratio"] = found["read_ms"] / found["read_floor_ms"]
    found["read_with_guard_ratio"] = (found["guard_ms"] + found["read_ms"]) / found["read_floor_ms"]
    return found


if __name__ == "__main__":
    sys.exit(verdict(measure(), LIMITS))
