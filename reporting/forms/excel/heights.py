"""How high the rows of the Excel form are: LibreOffice does not find out by itself, and Excel may change it."""

import io
import math
import re
import zipfile
from collections.abc import Iterable, Mapping

LINE_HEIGHT, MARGIN, MOST = 15.0, 2.0, 409.0
"""In points; Excel has no higher rows."""
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
FIXED_HEIGHT = b' customHeight="1"'


def height_of(cells: Iterable[tuple[str, int]], least: float = 0) -> float:
    """An estimate, in points, for texts that each have a width in characters.

    >>> height_of([("kort", 10), ("iets langer dan tien", 10)])
    32.0
    """
    lines = max(sum(_lines(part, width) for part in text.split("\n")) for text, width in cells)
    return min(max(least, lines * LINE_HEIGHT + MARGIN), MOST)


def _lines(text: str, width: int) -> int:
    return max(1, math.ceil(len(text) / (1.1 * width)))


def parts_of(book: bytes) -> dict[str, bytes]:
    """The parts of an .xlsx of ours, by name."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def growing_rows(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with row heights as a start only, so that a row grows when somebody types more in it."""
    return {
        name: part.replace(FIXED_HEIGHT, b"") if SHEET.fullmatch(name) else part for name, part in parts.items()
    }
