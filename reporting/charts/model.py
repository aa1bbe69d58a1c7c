"""What a chart shows, apart from how it looks."""

import math
from dataclasses import dataclass
from enum import StrEnum

EMU_PER_CM = 360_000
PERCENT = '[$-413]0"%"'
DECIMAL = "[$-413]0.0"
"""Number formats with the Dutch language in them: `[$-413]0.0` shows "2,0"."""


class ChartKind(StrEnum):
    """The forms there are; each has its own signs beside colour."""

    SHARES = "shares"
    """Horizontal bars of 100%: reached, missing, open."""
    LEVELS = "levels"
    """Horizontal bars from level 0 to 4: reached, missing up to the target, open."""
    PROFILE = "profile"
    """Radar from 0 to 100%; a missing value leaves a gap."""
    LINES = "lines"
    """Lines over time; a missing value leaves a gap."""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of the legend; a value per category, None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Values with their names, and the same in words.

    `number_format` is Excel's, `axis_top` the end of the value axis (None: Word chooses). Raises ValueError when
    values and categories do not fit each other or a number is not finite: no such chart can be drawn.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt_text: str
    number_format: str = PERCENT
    axis_top: float | None = None

    def __post_init__(self) -> None:
        if not self.categories or not self.series:
            raise ValueError("a chart needs at least one category and one series")
        for series in self.series:
            if len(series.values) != len(self.categories):
                raise ValueError(f"{series.name}: {len(series.values)} values, {len(self.categories)} categories")
            if not all(value is None or math.isfinite(value) for value in series.values):
                raise ValueError(f"{series.name}: every value must be finite")

    @property
    def height_emu(self) -> int:
        """A height at which every label can be read, in EMU."""
        rows = len(self.categories)
        height_cm = {
            ChartKind.SHARES: 2.2 + 0.7 * rows,
            ChartKind.LEVELS: 2.5 + 0.38 * rows,
            ChartKind.PROFILE: 8.5,
            ChartKind.LINES: 7.5,
        }[self.kind]
        return round(height_cm * EMU_PER_CM)
