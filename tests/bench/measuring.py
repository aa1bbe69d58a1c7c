"""How a measurement is made and judged: in turn, by medians, beside a floor, and with room for a busy machine."""

import io
import zipfile
from collections.abc import Callable, Mapping
from statistics import median
from time import process_time

from lxml import etree

Found = dict[str, float]
TRIES = 3
"""A busy machine may spoil one measurement; it does not spoil three."""


def medians(
    *works: Callable[[int], object], rounds: int, warm_up: int = 0, clock: Callable[[], float] = process_time
) -> tuple[float, ...]:
    """Milliseconds of each piece of work, which is given its turn; they alternate, to meet the same machine."""
    durations = [[_timed(work, turn, clock) for work in works] for turn in range(rounds + warm_up)]
    return tuple(1000 * median(column) for column in zip(*durations[warm_up:], strict=True))


def _timed(work: Callable[[int], object], turn: int, clock: Callable[[], float]) -> float:
    start = clock()
    work(turn)
    return clock() - start


def unpacked(document: bytes) -> dict[str, etree._Element | bytes]:
    """All parts of a document; those in XML parsed."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return {name: part if name.endswith(".xlsx") else etree.fromstring(part) for name, part in parts.items()}


def serialised(part: etree._Element | bytes) -> bytes:
    """One part as Word writes it."""
    if isinstance(part, bytes):
        return part
    return etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)


def packed(parts: Mapping[str, etree._Element | bytes]) -> bytes:
    """What no program that writes a document can avoid: serialise the finished parts and compress them."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, serialised(part))
    return target.getvalue()


def show(found: Found) -> None:
    """Print the numbers."""
    for name, value in found.items():
        print(f"{name:28} {value:10.3f}")


def is_within(found: Found, limits: Mapping[str, float]) -> bool:
    """Whether every number that has a limit is at most that."""
    return all(found[name] <= most for name, most in limits.items())


def verdict(found: Found, limits: Mapping[str, float]) -> int:
    """Print the numbers; 1 when one is too high, as the exit code of a command."""
    show(found)
    return int(not is_within(found, limits))


def assert_holds_once(measure: Callable[[], Found], limits: Mapping[str, float]) -> None:
    """Measure again while a limit is not met, a few times."""
    for _ in range(TRIES):
        found = measure()
        show(found)
        if is_within(found, limits):
            return
    raise AssertionError(f"{found} is above {limits}")
