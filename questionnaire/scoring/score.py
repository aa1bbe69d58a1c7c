"""Answers become three integers per norm: reached, missing and open. Pure: no clock, no float, no data frame.

The rule stands in docs/decisions/0003-score.md and is told to the user in words on the results page.
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from questionnaire.model.assessment import Answer, Assessment, Level
from questionnaire.model.questionnaire import LegalStatus, Norm, Questionnaire, Section

PARTS_PER_WEIGHT = 12  # divides by every target from 1 to 4, so scores stay whole
FEWEST_NORMS_FOR_PERCENTAGE = 3


@dataclass(frozen=True, slots=True)
class Score:
    """Points reached, missing and still open; a score adds up, and one that is all zero weighs nothing."""

    reached: int = 0
    missing: int = 0
    open: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.reached + other.reached, self.missing + other.missing, self.open + other.open)

    @property
    def total(self) -> int:
        """All points that could be earned."""
        return self.reached + self.missing + self.open

    @property
    def low(self) -> Fraction:
        """The share that is reached for certain; 0 when nothing applies."""
        return Fraction(self.reached, self.total) if self.total else Fraction(0)

    @property
    def high(self) -> Fraction:
        """The share that is reached if all that is open turns out to be in order; 0 when nothing applies."""
        return Fraction(self.reached + self.open, self.total) if self.total else Fraction(0)


def score_norm(norm: Norm, answer: Answer) -> Score:
    """Score one norm in twelfths of its weight; one that does not apply (with a reason) weighs nothing."""
    if answer.is_excluded:
        return Score()
    worth = PARTS_PER_WEIGHT * norm.weight
    height = answer.height
    if height is None:
        return Score(open=worth)
    reached = worth * min(height, norm.target) // norm.target
    return Score(reached=reached, missing=worth - reached)


@dataclass(frozen=True, slots=True)
class NormResult:
    """A norm with its answer and score."""

    norm: Norm
    answer: Answer
    score: Score

    @property
    def is_applicable(self) -> bool:
        """Whether the norm counts; "not applicable" without a reason counts (as open)."""
        return not self.answer.is_excluded

    @property
    def is_open(self) -> bool:
        """Whether the norm counts but has no level yet."""
        return self.score.open > 0

    @property
    def is_unknown(self) -> bool:
        """Whether the answer is "weet ik niet": a point to find out, never a zero."""
        return self.answer.level is Level.UNKNOWN

    @property
    def gap(self) -> int:
        """Levels below the target; 0 when met, open or not applicable."""
        height = self.answer.height
        return 0 if height is None else max(0, self.norm.target - height)

    @property
    def is_above_target(self) -> bool:
        """Whether more is in place than the norm asks."""
        height = self.answer.height
        return height is not None and height > self.norm.target

    @property
    def is_met(self) -> bool:
        """Whether the target level is reached."""
        return self.answer.height is not None and self.gap == 0

    @property
    def rests_on_rules_in_force(self) -> bool:
        """Whether the norm rests on rules that hold today."""
        return self.norm.legal_status is LegalStatus.IN_FORCE


@dataclass(frozen=True)
class SectionResult:
    """A step or theme with the results of its norms, in content order.

    Without slots, so that what is added up once is kept: a report asks for it hundreds of times.
    """

    section: Section
    norms: tuple[NormResult, ...]

    @cached_property
    def score(self) -> Score:
        """The sum over the norms."""
        return sum((result.score for result in self.norms), start=Score())

    @cached_property
    def applicable(self) -> int:
        """Number of norms that count."""
        return sum(result.is_applicable for result in self.norms)

    @cached_property
    def scored(self) -> int:
        """Number of norms with a level from 0 to 4: the x in "x van y normen"."""
        return sum(result.answer.height is not None for result in self.norms)

    @cached_property
    def unknown(self) -> int:
        """Number of norms answered with "weet ik niet"."""
        return sum(result.is_unknown for result in self.norms)

    @cached_property
    def lacking_reason(self) -> int:
        """Number of norms marked "not applicable" without a reason."""
        return sum(result.answer.lacks_reason for result in self.norms)

    @cached_property
    def unanswered(self) -> int:
        """Number of norms without any choice yet."""
        return sum(result.answer.level is None for result in self.norms)

    @cached_property
    def below_in_force(self) -> int:
        """Number of norms on rules in force that are below target: an average must not hide these."""
        return sum(result.rests_on_rules_in_force and result.gap > 0 for result in self.norms)

    @cached_property
    def is_assessed(self) -> bool:
        """Whether any norm applies at all."""
        return self.applicable > 0

    @cached_property
    def has_percentage(self) -> bool:
        """Whether enough norms apply for a percentage to mean something."""
        return self.applicable >= FEWEST_NORMS_FOR_PERCENTAGE

    @cached_property
    def band(self) -> "Band | None":
        """The score as a share, or None when there are too few applicable norms."""
        score = self.score
        return Band(score.low, score.high) if self.has_percentage else None


@dataclass(frozen=True, slots=True)
class Band:
    """Lowest and highest possible share (0 to 1); equal once nothing is open."""

    low: Fraction
    high: Fraction

    @property
    def is_exact(self) -> bool:
        """Whether nothing is open any more."""
        return self.low == self.high

    @property
    def text(self) -> str:
        """The band in Dutch: low end rounded down, high end up, one number half up; never 0% or 100% by rounding.

        >>> Band(Fraction(42, 100), Fraction(605, 1000)).text, Band(Fraction(1, 2), Fraction(1, 2)).text
        ('tussen 42% en 61%', '50%')
        >>> Band(Fraction(1, 1000), Fraction(999, 1000)).text, Band(Fraction(0), Fraction(1)).text
        ('tussen minder dan 1% en meer dan 99%', 'tussen 0% en 100%')
        """
        if self.is_exact:
            return percentage_text(self.low, math.floor(100 * self.low + Fraction(1, 2)))
        low = percentage_text(self.low, math.floor(100 * self.low))
        high = percentage_text(self.high, math.ceil(100 * self.high))
        return f"tussen {low} en {high}"


def percentage_text(share: Fraction, percent: int) -> str:
    """`percent` as text; 0% and 100% only when `share` is exactly that.

    >>> percentage_text(Fraction(1, 1000), 0), percentage_text(Fraction(999, 1000), 100)
    ('minder dan 1%', 'meer dan 99%')
    """
    if percent == 0 and share > 0:
        return "minder dan 1%"
    if percent == 100 and share < 1:
        return "meer dan 99%"
    return f"{percent}%"


@dataclass(frozen=True)
class Result:
    """All results of one assessment at its depth; steps and themes apart, in content order.

    Without slots, for the same reason.
    """

    questionnaire: Questionnaire
    assessment: Assessment
    steps: tuple[SectionResult, ...]
    themes: tuple[SectionResult, ...]

    @cached_property
    def sections(self) -> tuple[SectionResult, ...]:
        """Steps, then themes."""
        return self.steps + self.themes

    @cached_property
    def norms(self) -> tuple[NormResult, ...]:
        """The results of all norms, in content order."""
        return tuple(result for section in self.sections for result in section.norms)

    @cached_property
    def overall(self) -> Band | None:
        """Plain average of the five steps, each counting the same; None while a step has no percentage."""
        bands = [step.band for step in self.steps]
        known = [band for band in bands if band is not None]
        if not known or len(known) < len(bands):
            return None
        return Band(
            sum((band.low for band in known), start=Fraction(0)) / len(known),
            sum((band.high for band in known), start=Fraction(0)) / len(known),
        )


def score_section(section: Section, assessment: Assessment, earlier: SectionResult | None = None) -> SectionResult:
    """Score every norm of a step or theme; an `earlier` result of the very same answers is given back."""
    if earlier is not None and earlier.section is section and _holds(earlier, assessment):
        return earlier
    answers = ((norm, assessment.answer(norm.id)) for norm in section.norms)
    return SectionResult(
        section, tuple(NormResult(norm, answer, score_norm(norm, answer)) for norm, answer in answers)
    )


def _holds(earlier: SectionResult, assessment: Assessment) -> bool:
    return all(result.answer is assessment.answer(result.norm.id) for result in earlier.norms)


def score_assessment(
    questionnaire: Questionnaire, assessment: Assessment, earlier: Result | None = None
) -> Result:
    """Score an assessment at its own depth; `questionnaire` is the full content.

    Of an `earlier` result what still holds is used again, so that one changed answer costs one section.
    """
    asked = questionnaire.at(assessment.depth)
    known = {each.section.id: each for each in earlier.sections} if earlier else {}

    def scored(sections: tuple[Section, ...]) -> tuple[SectionResult, ...]:
        return tuple(score_section(section, assessment, known.get(section.id)) for section in sections)

    return Result(asked, assessment, scored(asked.steps), scored(asked.themes))
