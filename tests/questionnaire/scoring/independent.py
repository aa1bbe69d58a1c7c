"""A second scorer and reader, written from the rules as the report tells them in Dutch; it uses no code of ours.

It reads the content files and an exchange file as they are. The rules are `reporting.wording.fixed_texts`:
CALCULATION_RULE and IMPROVEMENT_RULE, as a reader with a calculator would follow them.
"""

import json
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).parents[3] / "questionnaire" / "content"
HEIGHT = {"niet-geregeld": 0, "soms": 1, "deels-geregeld": 2, "geregeld": 3, "geborgd": 4}


@dataclass
class Line:
    """One norm, as somebody would write it on paper; `height` is None without a level."""

    norm: str
    section: str
    is_step: bool
    weight: int
    target: int
    in_force: bool
    height: int | None
    counts: bool
    reached: Fraction
    missing: Fraction
    open: Fraction

    @property
    def gap(self) -> int:
        return max(0, self.target - self.height) if self.height is not None else 0

    @property
    def urgency(self) -> int:
        return self.weight * ((1 + self.gap) ** 2 - 1)


def read(text: str) -> list[Line]:
    """Every norm that the file's list asks, in the order of the content files."""
    document = json.loads(text)
    lines = []
    for section in content():
        for norm in section["normen"]:
            if document["diepte"] == "volledig" or norm["diepte"] == "kern":
                lines.append(_line(section, norm, document["antwoorden"].get(norm["id"], {})))
    return lines


@cache
def content() -> list[dict[str, Any]]:
    """The steps and themes as they stand in the files."""
    head = yaml.safe_load((CONTENT / "vragenlijst.yaml").read_text(encoding="utf-8"))
    files = [CONTENT / "onderdelen" / f"{name}.yaml" for name in head["onderdelen"]]
    return [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]


def _line(section: dict[str, Any], norm: dict[str, Any], answer: dict[str, str]) -> Line:
    worth = Fraction(12 * norm["gewicht"])
    level = answer.get("niveau", "")
    height = HEIGHT.get(level)
    counts = not (level == "niet-van-toepassing" and answer.get("nvt_reden", "").strip())
    reached = missing = still_open = Fraction(0)
    if height is not None:
        share = min(Fraction(height, norm["streefniveau"]), Fraction(1))
        reached, missing = worth * share, worth * (1 - share)
    elif counts:
        still_open = worth
    return Line(
        norm=norm["id"],
        section=section["id"],
        is_step=section["soort"] == "stap",
        weight=norm["gewicht"],
        target=norm["streefniveau"],
        in_force=norm["status"] == "geldend",
        height=height,
        counts=counts,
        reached=reached,
        missing=missing,
        open=still_open,
    )


def score(lines: list[Line]) -> str:
    """The score of a step or theme in words."""
    applicable = [line for line in lines if line.counts]
    if not applicable:
        return "niet beoordeeld"
    if len(applicable) < 3:
        return "te weinig normen"
    return in_words(*shares(lines))


def shares(lines: list[Line]) -> tuple[Fraction, Fraction]:
    """What is reached, and what would be if all that is open turned out to be in order."""
    reached, still_open = sum(line.reached for line in lines), sum(line.open for line in lines)
    whole = reached + still_open + sum(line.missing for line in lines)
    return Fraction(reached) / whole, Fraction(reached + still_open) / whole


def in_words(low: Fraction, high: Fraction) -> str:
    """One percentage to the nearest, or two: the lowest rounded down and the highest up."""
    if low == high:
        return _percent(low, int(100 * low + Fraction(1, 2)))
    up = -int(-100 * high // 1)
    return f"tussen {_percent(low, int(100 * low))} en {_percent(high, up)}"


def _percent(share: Fraction, percent: int) -> str:
    if percent == 0 and share != 0:
        return "minder dan 1%"
    return "meer dan 99%" if percent == 100 and share != 1 else f"{percent}%"


def by_section(lines: list[Line]) -> dict[str, list[Line]]:
    """The norms of each step and theme."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.section, []).append(line)
    return found


def average(lines: list[Line]) -> str:
    """Over the steps, each counting the same; empty when a step has no percentage."""
    steps = [norms for norms in by_section(lines).values() if norms[0].is_step]
    if any(sum(line.counts for line in norms) < 3 for norms in steps):
        return ""
    both = [shares(norms) for norms in steps]
    low, high = (sum(ends, start=Fraction(0)) / len(both) for ends in zip(*both, strict=True))
    return in_words(low, high)


def improvements(lines: list[Line]) -> list[str]:
    """Ids of the norms below target: on rules in force first, then by the sum, then in order of the list."""
    below = [line for line in lines if line.gap]
    ordered = sorted(below, key=lambda line: line.urgency, reverse=True)
    first = [line.norm for line in ordered if line.in_force]
    return first + [line.norm for line in ordered if not line.in_force]
