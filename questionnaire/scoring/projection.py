"""What planned actions will bring: the results per quarter, as they would be. Pure.

The rule stands in docs/decisions/0014-projectie-en-quick-wins.md and is told to the user in plan.yaml.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from questionnaire.model.assessment import HEIGHT_BY_LEVEL, Answer, Assessment, Level
from questionnaire.model.plan import Action, Quarter
from questionnaire.model.questionnaire import Norm
from questionnaire.scoring.score import NormResult, Result, SectionResult, score_norm

Rising = Mapping[str, Mapping[str, NormResult]]
"""Norms as they will be, by norm id within section id."""
LEVEL_BY_HEIGHT = {height: level for level, height in HEIGHT_BY_LEVEL.items()}


@dataclass(frozen=True, slots=True)
class Expected:
    """The results at the end of one quarter, with the norms that rise in it."""

    quarter: Quarter
    result: Result
    risen: tuple[str, ...]
    """Norm ids, in content order."""


@dataclass(frozen=True, slots=True)
class Projection:
    """The present results, and the expected ones per quarter; no quarter is lower than the one before."""

    now: Result
    quarters: tuple[Expected, ...]
    undated: tuple[Action, ...]
    """Chosen actions that cannot count for some norm: no date, and no quarter with that norm's ambition."""

    @property
    def last(self) -> Result:
        """The results at the end of the last quarter; the present ones without quarters."""
        return self.quarters[-1].result if self.quarters else self.now


def project(now: Result, chosen: Collection[str], quarters: Sequence[Quarter]) -> Projection:
    """The results in each of `quarters` (ascending) if the actions with the `chosen` ids are done on time."""
    rising = _rising_by_quarter(now, chosen, quarters)
    expected = []
    result = now
    for quarter in quarters:
        by_section = rising.get(quarter, {})
        result = _with_risen(result, by_section) if by_section else result
        risen_now = tuple(norm_id for norms in by_section.values() for norm_id in norms)
        expected.append(Expected(quarter, result, risen_now))
    return Projection(now, tuple(expected), undated(now, chosen))


def wanted_level(norm: Norm, answer: Answer) -> Level:
    """Where the actions of a norm lead: its ambition, or else its target; never below the level it has."""
    return answer.wanted or LEVEL_BY_HEIGHT[max(norm.target, answer.height or 0)]


def risen(result: NormResult) -> NormResult:
    """The norm at its wanted level; one that does not apply stays as it is, with or without a reason."""
    if result.answer.level is Level.NOT_APPLICABLE:
        return result
    answer = result.answer.model_copy(update={"level": wanted_level(result.norm, result.answer)})
    return NormResult(result.norm, answer, score_norm(result.norm, answer))


def actions_by_norm(assessment: Assessment) -> Mapping[str, Sequence[Action]]:
    """The actions that count (not dropped, not removed) per norm id, in the order of the assessment."""
    found: dict[str, list[Action]] = defaultdict(list)
    for action in assessment.actions.values():
        for norm_id in action.norms if action.counts else ():
            found[norm_id].append(action)
    return found


def rise_place(places: Iterable[int | None], with_ambition: int) -> int:
    """Where in the row of quarters a norm rises: the last of the places of its actions.

    An action without a place of its own (None) falls `with_ambition`: in the quarter of the norm's ambition.
    """
    return max(with_ambition if place is None else place for place in places)


def undated(now: Result, chosen: Collection[str]) -> tuple[Action, ...]:
    """The chosen actions, not done yet, that fall in no quarter for at least one norm that is asked."""
    asked, answer = now.questionnaire.norm_by_id, now.assessment.answer
    return tuple(
        action
        for action in now.assessment.actions.values()
        if action.is_to_do and action.due is None and action.id in chosen
        if any(norm_id in asked and answer(norm_id).quarter is None for norm_id in action.norms)
    )


def _rising_by_quarter(
    now: Result, chosen: Collection[str], quarters: Sequence[Quarter]
) -> Mapping[Quarter, Rising]:
    """The norms that change, by the first of `quarters` in which that shows."""
    planned = actions_by_norm(now.assessment)
    place_of = {action.id: _place(action, chosen, quarters) for action in now.assessment.actions.values()}
    rising: dict[Quarter, dict[str, dict[str, NormResult]]] = defaultdict(lambda: defaultdict(dict))
    for section, before in _planned_norms(now, planned):
        wished = before.answer.quarter
        with_ambition = bisect_left(quarters, wished) if wished else len(quarters)
        place = rise_place((place_of[action.id] for action in planned[before.norm.id]), with_ambition)
        if place < len(quarters) and (after := risen(before)).answer.level is not before.answer.level:
            rising[quarters[place]][section][before.norm.id] = after
    return rising


def _place(action: Action, chosen: Collection[str], quarters: Sequence[Quarter]) -> int | None:
    """Where an action falls in the row of quarters, past its end for never; None when a norm's ambition decides.

    What is done needs no choice and no date: it has happened.
    """
    if not action.is_to_do:
        return 0
    if action.id not in chosen:
        return len(quarters)
    return bisect_left(quarters, Quarter.of(action.due)) if action.due else None


def _planned_norms(now: Result, planned: Container[str]) -> Iterator[tuple[str, NormResult]]:
    """The norms with actions, each with its section id, in content order."""
    for section in now.sections:
        for entry in section.norms:
            if entry.norm.id in planned:
                yield section.section.id, entry


def _with_risen(result: Result, rising: Rising) -> Result:
    """The same results with these norms replaced; sections in which nothing changes keep what was added up."""
    answers = {norm_id: norm.answer for norms in rising.values() for norm_id, norm in norms.items()}
    return Result(
        questionnaire=result.questionnaire,
        assessment=result.assessment.model_copy(update={"answers": {**result.assessment.answers, **answers}}),
        steps=tuple(_section_with(section, rising) for section in result.steps),
        themes=tuple(_section_with(section, rising) for section in result.themes),
    )


def _section_with(section: SectionResult, rising: Rising) -> SectionResult:
    norms = rising.get(section.section.id)
    if not norms:
        return section
    return SectionResult(section.section, tuple(norms.get(entry.norm.id, entry) for entry in section.norms))
