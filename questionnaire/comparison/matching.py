"""Which norm a row of somebody's own was-wordt list is probably about: proposals for a person to confirm. Pure.

Texts are compared by their words and by pieces of four letters of those ("gesprek" is in "slotgesprek"), each
weighing more the fewer norms have it. Measured on 94 rows in other words than those of the norms, of which 25 had
no part in choosing this (tests/questionnaire/comparison/old_rows.py), the right norm is first in 7 of 10, and
among the first three in almost 9 of 10. The best of rapidfuzz 3.14 gets 6 and 8 there, and cannot tell a row
about something else.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from questionnaire.model.questionnaire import Norm, Questionnaire

MOST_PROPOSALS = 5
LOWEST = 0.12
"""Below this a norm is as near as one is to a row about something else."""
LIKELY, AHEAD = 0.3, 2.0
"""From this nearness on, and this many times nearer than the next one, a norm is likely."""
SAME_SECTION = 2.0
"""How much nearer a norm counts when the row stands under its step or theme."""
LONGEST = 2_000
"""As much of each text as is compared, in signs."""
PIECE = 4
TITLE_WEIGHT, STATEMENT_WEIGHT, EVIDENCE_WEIGHT = 2.0, 1.0, 0.5
WANTED_WEIGHT, OTHER_WEIGHT = 1.0, 0.5
"""Of the topic and 'wordt', which say what a norm says; and of 'was' and the action."""
MOST_WORDS_TOLD = 3
OTHER_WORDS = {
    **dict.fromkeys(("client", "clienten", "klant", "burger", "hulpvrager"), "inwoner"),
    **dict.fromkeys(("regisseur", "regisseurs", "casusregisseur"), "coordinator"),
    "regiedossier": "coordinatiedossier",
    "afschalen": "terugschalen",
    "opschalen": "bijschalen",
}
"""Words of daily use that the norms have another word for."""

Features = Mapping[str, float]


class Sureness(StrEnum):
    """How sure a proposal is."""

    LIKELY = "waarschijnlijk"
    POSSIBLE = "misschien"


@dataclass(frozen=True, slots=True)
class OldRow:
    """One row of a list that is not ours; an empty text where it says nothing."""

    place: str
    """Such as "tabel 2, rij 3"."""
    section: str = ""
    """Id of the step or theme under which it stands; "" when that is not known."""
    topic: str = ""
    """What it is about, when the list has a column for that."""
    was: str = ""
    wanted: str = ""
    """What it calls 'wordt': in words, not a level."""
    action: str = ""
    owner: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A norm that a row may be about."""

    norm_id: str
    how_sure: Sureness
    why: str
    """In Dutch: the words that agree, and whether the step does."""


def proposals(row: OldRow, content: Questionnaire) -> tuple[Proposal, ...]:
    """The norms that a row may be about, nearest first; none when no norm is near enough.

    For many rows of one list: `Matcher(content).proposals(row)`.
    """
    return Matcher(content).proposals(row)


class Matcher:
    """Finds norms for rows; what it knows of the norms is made once."""

    def __init__(self, content: Questionnaire) -> None:
        self.content = content
        counts = [_counted(_texts_of(norm)) for norm in content.norms]
        numbers = Counter(feature for each in counts for feature in each)
        self.rarity = {
            feature: math.log((len(counts) + 1) / (number + 0.5)) for feature, number in numbers.items()
        }
        self.of_unknown = math.log(2 * (len(counts) + 1))
        """A feature that no norm has makes a row less like any of them."""
        self.norms = [(norm, *self._weighed(each)) for norm, each in zip(content.norms, counts, strict=True)]

    def proposals(self, row: OldRow) -> tuple[Proposal, ...]:
        """The norms that a row may be about, nearest first; none when no norm is near enough."""
        own = f"{row.topic} {row.wanted}"
        texts = ((own, WANTED_WEIGHT), (row.was, OTHER_WEIGHT), (row.action, OTHER_WEIGHT))
        weights, length = self._weighed(_counted(texts))
        near = [
            (_agreement(weights, known) / (length * size) * self._bonus(row, norm), place)
            for place, (norm, known, size) in enumerate(self.norms)
        ]
        ranked = sorted((each for each in near if each[0] >= LOWEST), key=lambda each: (-each[0], each[1]))
        return tuple(
            Proposal(
                self.norms[place][0].id,
                _sureness([nearness for nearness, _ in ranked[number : number + 2]], is_first=number == 0),
                self._why(row, weights, self.norms[place][0], self.norms[place][1]),
            )
            for number, (_, place) in enumerate(ranked[:MOST_PROPOSALS])
        )

    def _weighed(self, counts: Mapping[str, float]) -> tuple[Features, float]:
        """The weight of each feature, and the length of all of them together; never zero."""
        weights = {
            feature: (1 + math.log1p(count)) * self.rarity.get(feature, self.of_unknown)
            for feature, count in counts.items()
        }
        return weights, math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0

    def _bonus(self, row: OldRow, norm: Norm) -> float:
        return SAME_SECTION if self._is_under(row, norm) else 1

    def _is_under(self, row: OldRow, norm: Norm) -> bool:
        return bool(row.section) and self.content.section_by_norm[norm.id].id == row.section

    def _why(self, row: OldRow, weights: Features, norm: Norm, known: Features) -> str:
        worth: dict[str, float] = {}
        for text in (row.topic, row.wanted, row.was, row.action):
            for written, word in _words(text):
                worth[written] = sum(weights[each] * known[each] for each in _features_of(word) if each in known)
        ranked = sorted((word for word in worth if worth[word]), key=lambda word: -worth[word])
        found = ", ".join(f"‘{word}’" for word in ranked[:MOST_WORDS_TOLD])
        where = f"; staat onder {self.content.section_by_norm[norm.id].name}" if self._is_under(row, norm) else ""
        return f"lijkt op deze norm door {found}{where}"


def _agreement(weights: Features, known: Features) -> float:
    """0 when nothing agrees; as much as the lengths of both together when all does."""
    return sum(weight * known[feature] for feature, weight in weights.items() if feature in known)


def _sureness(nearness: Sequence[float], *, is_first: bool) -> Sureness:
    """Of a proposal and, when there is one, the next."""
    is_ahead = len(nearness) == 1 or nearness[0] >= AHEAD * nearness[1]
    return Sureness.LIKELY if is_first and nearness[0] >= LIKELY and is_ahead else Sureness.POSSIBLE


def _texts_of(norm: Norm) -> tuple[tuple[str, float], ...]:
    evidence = " ".join(norm.evidence)
    return (norm.title, TITLE_WEIGHT), (norm.statement, STATEMENT_WEIGHT), (evidence, EVIDENCE_WEIGHT)


def _counted(texts: Sequence[tuple[str, float]]) -> Counter[str]:
    """How often each feature stands in the texts, times the weight of each text."""
    counts: Counter[str] = Counter()
    for text, weight in texts:
        for _, word in _words(text):
            for feature in _features_of(word):
                counts[feature] += weight  # type: ignore[assignment]
    return counts


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Each word as it was written, and as it is compared."""
    for written in re.findall(r"\w+", text[:LONGEST].lower()):
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", written) if not unicodedata.combining(sign))
        yield written, OTHER_WORDS.get(plain, plain)


def _features_of(word: str) -> Iterator[str]:
    """The word itself, and its pieces with a space where it begins and ends."""
    yield word
    padded = f" {word} "
    for start in range(max(1, len(padded) - PIECE + 1)):
        yield padded[start : start + PIECE]
