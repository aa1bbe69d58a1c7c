"""What moved between two rounds: per norm and per section, and which action was done for it. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from questionnaire.model.assessment import Assessment, Level
from questionnaire.model.plan import Action, ActionStatus
from questionnaire.model.questionnaire import Norm, Questionnaire, Section
from questionnaire.scoring.score import Band, Result, SectionResult, score_assessment


class Standing(StrEnum):
    """How a norm stands in one round."""

    LEVEL = "niveau"
    OPEN = "open"
    """No answer, "weet ik niet", or not applicable without a reason."""
    NOT_APPLICABLE = "niet-van-toepassing"
    NOT_ASKED = "niet-gevraagd"
    """Not on the list of this depth."""
    ABSENT = "niet-in-deze-versie"
    """Not in this version of the content: added later, or retired."""

    @property
    def is_asked(self) -> bool:
        """Whether the norm was on the list of that round."""
        return self not in (Standing.NOT_ASKED, Standing.ABSENT)


class Move(StrEnum):
    """What happened to a norm between two rounds."""

    UP = "omhoog"
    DOWN = "omlaag"
    SAME = "gelijk"
    NEW = "nieuw"
    """It has a level now and had none."""
    GONE = "weg"
    """It had a level and has none now, although it was asked."""
    NOT_ASKED = "niet-gevraagd"
    """It was asked in only one of the rounds: that says nothing about how it went."""
    NO_LEVEL = "zonder-niveau"
    """It had no level and has none now."""


@dataclass(frozen=True, slots=True)
class NormMove:
    """One norm in two rounds."""

    norm: Norm
    """As the newest version of the content has it."""
    section: Section
    before: Level | None
    """The answer of the earlier round; None when there was none, or when it did not count there."""
    after: Level | None
    standing_before: Standing
    standing_after: Standing
    done: tuple[Action, ...]
    """Actions for this norm that are done: what may have brought the change. Ordered by date, then text."""
    is_confirmed: bool
    """Whether the later answer was given or confirmed in its own round, and not only copied; also when the later
    round does not ask for it."""

    @property
    def levels(self) -> int | None:
        """Levels gained (negative: lost); None unless there is a level in both rounds."""
        if self.before is None or self.after is None or self.before.height is None or self.after.height is None:
            return None
        return self.after.height - self.before.height

    @property
    def move(self) -> Move:
        """What happened."""
        if not (self.standing_before.is_asked and self.standing_after.is_asked):
            return Move.NOT_ASKED
        if (levels := self.levels) is not None:
            return Move.UP if levels > 0 else Move.DOWN if levels < 0 else Move.SAME
        if self.standing_after is Standing.LEVEL:
            return Move.NEW
        return Move.GONE if self.standing_before is Standing.LEVEL else Move.NO_LEVEL


@dataclass(frozen=True, slots=True)
class SectionMove:
    """A step or theme in two rounds."""

    section: Section
    before: SectionResult | None
    """None when the section did not exist in that version of the content."""
    after: SectionResult | None

    @property
    def bands(self) -> tuple[Band | None, Band | None]:
        """Before and after; None where there is no percentage."""
        return (self.before.band if self.before else None, self.after.band if self.after else None)

    @property
    def points(self) -> Fraction | None:
        """How far what is certain moved, in percentage points, not rounded; None without a percentage in both."""
        before, after = self.bands
        return None if before is None or after is None else 100 * (after.low - before.low)


@dataclass(frozen=True)
class Delta:
    """Everything that moved between two rounds. Without slots, so that what is counted once is kept."""

    before: Result
    after: Result
    norms: tuple[NormMove, ...]
    """Every norm that is asked in one of the rounds: content order, then what is only in the earlier content."""
    sections: tuple[SectionMove, ...]

    @cached_property
    def count(self) -> Mapping[Move, int]:
        """Number of norms per move, with 0 for moves that did not happen."""
        found = Counter(entry.move for entry in self.norms)
        return {move: found[move] for move in Move}

    @property
    def has_same_depth(self) -> bool:
        """Whether both rounds asked the core or both asked all; if not, no score and no average is compared."""
        return self.before.assessment.depth is self.after.assessment.depth

    @cached_property
    def has_same_list(self) -> bool:
        """Whether both rounds asked the same norms; if not, their scores are not about the same list."""
        return set(self.before.questionnaire.norm_by_id) == set(self.after.questionnaire.norm_by_id)

    @cached_property
    def unconfirmed(self) -> int:
        """Number of norms whose later answer was only copied so far."""
        return sum(not entry.is_confirmed for entry in self.norms)


def compare(
    before: Assessment, after: Assessment, questionnaire: Questionnaire, earlier: Questionnaire | None = None
) -> Delta:
    """Compare two rounds; `earlier` is the full content of the earlier one when that is another version.

    When norms changed id between the versions, give the earlier assessment as `content_change.move` moves it.
    """
    earlier = earlier or questionnaire
    results = score_assessment(earlier, before), score_assessment(questionnaire, after)
    return Delta(
        *results,
        norms=tuple(_norm_moves(results, (earlier, questionnaire))),
        sections=tuple(section_moves(*results)),
    )


def done_by_norm(before: Assessment, after: Assessment) -> Mapping[str, tuple[Action, ...]]:
    """Actions that are done, by norm id; an action that is in both rounds stands as the later round has it."""
    actions = {**before.actions, **after.actions}.values()
    done = [action for action in actions if action.counts and action.status is ActionStatus.DONE]
    done.sort(key=lambda action: (action.due or date.max, action.what, action.id))
    found: dict[str, tuple[Action, ...]] = {}
    for action in done:
        for norm_id in action.norms:
            found[norm_id] = (*found.get(norm_id, ()), action)
    return found


def _norm_moves(
    results: tuple[Result, Result], contents: tuple[Questionnaire, Questionnaire]
) -> Iterator[NormMove]:
    (before, after), (earlier, questionnaire) = results, contents
    done = done_by_norm(before.assessment, after.assessment)
    asked = set(before.questionnaire.norm_by_id) | set(after.questionnaire.norm_by_id)
    for norm_id in dict.fromkeys([*questionnaire.norm_by_id, *earlier.norm_by_id]):
        if norm_id not in asked:
            continue
        content = questionnaire if norm_id in questionnaire.norm_by_id else earlier
        stood, stands = _standing(norm_id, before, earlier), _standing(norm_id, after, questionnaire)
        yield NormMove(
            norm=content.norm_by_id[norm_id],
            section=content.section_by_norm[norm_id],
            before=_level(norm_id, before, stood),
            after=_level(norm_id, after, stands),
            standing_before=stood,
            standing_after=stands,
            done=done.get(norm_id, ()),
            is_confirmed=not (stands.is_asked and after.assessment.answer(norm_id).to_reconfirm),
        )


def _standing(norm_id: str, result: Result, content: Questionnaire) -> Standing:
    if norm_id not in content.norm_by_id:
        return Standing.ABSENT
    if norm_id not in result.questionnaire.norm_by_id:
        return Standing.NOT_ASKED
    answer = result.assessment.answer(norm_id)
    if answer.is_excluded:
        return Standing.NOT_APPLICABLE
    return Standing.OPEN if answer.height is None else Standing.LEVEL


def _level(norm_id: str, result: Result, standing: Standing) -> Level | None:
    return result.assessment.answer(norm_id).level if standing.is_asked else None


def section_moves(before: Result, after: Result) -> Iterator[SectionMove]:
    """Sections of the later content in its order, then those that are only in the earlier one."""
    earlier = {entry.section.id: entry for entry in before.sections}
    later = {entry.section.id: entry for entry in after.sections}
    for section_id in dict.fromkeys([*later, *earlier]):
        newest = later.get(section_id) or earlier[section_id]
        yield SectionMove(newest.section, earlier.get(section_id), later.get(section_id))
