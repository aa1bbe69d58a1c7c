"""Durable saves a second through the address of answers, against the bare store in a loop.

Run it with `python -m tests.bench.bench_address`. Server and clients are processes of their own, on loopback; the
two alternate, on the same disk, and the medians are compared.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Depth, Organisation, OrganisationKind
from questionnaire.store import Store
from tests.bench.bench_save import saves

TURNS = 3
SAVES = 800
FEW, MANY = 8, 200
LEAST_SHARE = 0.6
ORGANISATION = Organisation(kind=OrganisationKind.EXAMPLE, name="Voorbeeldgemeente")


def measure() -> dict[str, float]:
    """Saves a second of both, their `share`, and what 200 clients at once meet."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        store, save = saves(folder)
        with _served(folder / "served.db") as (port, fresh):
            few, bare = [], []
            for turn in range(TURNS):
                few.append(_clients(port, [fresh()], FEW, SAVES // FEW))
                start = perf_counter()
                for number in range(SAVES):
                    save(turn * SAVES + number)
                bare.append(SAVES / (perf_counter() - start))
            many = _clients(port, [fresh(), fresh()], MANY, 10)
        store.close()
    served = median(SAVES / each["seconds"] for each in few)
    return {
        "bare_per_second": median(bare),
        "served_per_second": served,
        "share": served / median(bare),
        "p95_of_8_ms": _p95(few[-1]["ms"]),
        "many_per_second": MANY * 10 / many["seconds"],
        "p95_of_200_ms": _p95(many["ms"]),
        "errors": float(sum(len(each["errors"]) for each in (*few, many))),
    }


def _p95(durations: list[float]) -> float:
    return sorted(durations)[int(0.95 * len(durations))]


@contextmanager
def _served(database: Path) -> Iterator[tuple[int, Callable[[], str]]]:
    """The port of a server, and what makes an empty assessment in its database."""
    store = Store.open(f"sqlite:///{database}")
    command = [sys.executable, "-m", "tests.bench.address_server", str(database)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    try:
        version = questionnaire().version
        yield (
            int(server.stdout.readline()),
            lambda: store.create(ORGANISATION, Depth.FULL, date(2026, 1, 1), version),
        )
    finally:
        server.terminate()
        server.wait()
        store.close()


def _clients(port: int, assessments: list[str], clients: int, saves_each: int) -> dict[str, Any]:
    """What came of it, in fields that were empty."""
    arguments = [str(port), ",".join(assessments), str(clients), str(saves_each)]
    command = [sys.executable, "-m", "tests.bench.address_clients", *arguments]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def main() -> int:
    """Print the numbers; 1 when the share is too low or something failed."""
    found = measure()
    for name, value in found.items():
        sys.stdout.write(f"{name:20} {value:10.2f}\n")
    return int(found["share"] < LEAST_SHARE or found["errors"] > 0)


if __name__ == "__main__":
    sys.exit(main())
