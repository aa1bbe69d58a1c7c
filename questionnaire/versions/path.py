"""Brings an assessment along every version of the content between its own and a later one. Stores nothing."""

from pathlib import Path

from questionnaire.errors import NotFoundError
from questionnaire.loading.loader import CONTENT
from questionnaire.model.assessment import Assessment
from questionnaire.scoring.delta import Delta, compare
from questionnaire.scoring.score import score_assessment
from questionnaire.versions.change import Moved, RetiredAnswer, Told, move, retired_answers
from questionnaire.versions.history import content_of, transitions, transitions_from
from questionnaire.versions.transition import Transition


class Brought(Moved):
    """An assessment in its own version of the content and in a later one, equal when that is the same version.

    `told` has every change on the way, oldest first.
    """


def bring(assessment: Assessment, version: str, folder: Path = CONTENT) -> Brought:
    """Bring an assessment to `version` of the content.

    Raises:
        NotFoundError: This product does not have one of the versions, or the way leads back.
        ContentError: The files of an earlier version are wrong.
    """
    before = result = score_assessment(content_of(assessment.content_version, folder), assessment)
    told: list[Told] = []
    for transition in way_between(assessment.content_version, version, folder):
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


def asked_no_more(assessment: Assessment, folder: Path = CONTENT) -> tuple[RetiredAnswer, ...]:
    """Answers that no page asks for: to norms that are not in this version. Raises as `bring`."""
    found = retired_before(assessment, folder)
    if not found:
        return ()
    asked = content_of(assessment.content_version, folder).norm_by_id
    return tuple(each for each in found if each.norm_id not in asked)


def way_between(old: str, new: str, folder: Path = CONTENT) -> list[Transition]:
    """The transitions from one version to another, in order; none when they are the same. Raises as `bring`."""
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
