"""Brings an assessment along every version of the content between its own and a later one. Stores nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from questionnaire.errors import NotFoundError
from questionnaire.loading.loader import CONTENT
from questionnaire.model.assessment import Assessment
from questionnaire.model.subjects import SubjectField, values_of
from questionnaire.scoring.delta import Delta, SectionMove, compare, section_moves
from questionnaire.scoring.score import Result, score_assessment
from questionnaire.versions.change import RetiredAnswer, Told, move, retired_answers
from questionnaire.versions.history import content_of, transitions, transitions_from
from questionnaire.versions.transition import Transition


@dataclass(frozen=True)
class Brought:
    """An assessment in its own version of the content and in a later one, equal when that is the same version."""

    before: Result
    after: Result
    told: tuple[Told, ...]
    """Every change on the way, oldest first."""

    @property
    def assessment(self) -> Assessment:
        """The assessment as it belongs to the later version."""
        return self.after.assessment

    @cached_property
    def changes(self) -> Mapping[tuple[str, SubjectField], str]:
        """What to store: every field that holds another text than before; an empty text clears."""
        before, after = values_of(self.before.assessment), values_of(self.assessment)
        keys = dict.fromkeys([*before, *after])
        return {key: after.get(key, "") for key in keys if after.get(key, "") != before.get(key, "")}

    @cached_property
    def changed_scores(self) -> tuple[SectionMove, ...]:
        """The sections whose score differs by the change of content alone."""
        return tuple(
            entry
            for entry in section_moves(self.before, self.after)
            if (entry.before and entry.before.score) != (entry.after and entry.after.score)
        )


def bring(assessment: Assessment, version: str, folder: Path = CONTENT) -> Brought:
    """Bring an assessment to `version` of the content.

    Raises:
        NotFoundError: This product does not have one of the versions, or the way leads back.
        ContentError: The files of an earlier version are wrong.
    """
    before = result = score_assessment(content_of(assessment.content_version, folder), assessment)
    told: list[Told] = []
    for transition in _way(assessment.content_version, version, folder):
        old, new = (content_of(each, folder) for each in (transition.old_version, transition.new_version))
        moved = move(result.assessment, transition, old, new)
        result = moved.after
        told += moved.told
    return Brought(before, result, tuple(told))


def compare_rounds(before: Assessment, after: Assessment, folder: Path = CONTENT) -> tuple[Delta, Brought]:
    """Compare two rounds in the version of the later one, and tell how the earlier one was brought there.

    Raises as `bring`.
    """
    brought = bring(before, after.content_version, folder)
    return compare(brought.assessment, after, content_of(after.content_version, folder)), brought


def retired_before(assessment: Assessment, folder: Path = CONTENT) -> tuple[RetiredAnswer, ...]:
    """Answers to norms that were asked in an earlier version and are asked no more; raises ContentError."""
    return retired_answers(assessment, transitions(folder))


def _way(old: str, new: str, folder: Path) -> list[Transition]:
    """The transitions from one version to another, in order; none when they are the same."""
    if old == new:
        return []
    way: list[Transition] = []
    for transition in transitions_from(old, folder):
        way.append(transition)
        if transition.new_version == new:
            return way
    raise NotFoundError(
        f"Van versie {old} van de vragenlijst is geen weg naar versie {new}. Er is niets gewijzigd. "
        "Vraag de beheerder om een programma met beide versies."
    )
