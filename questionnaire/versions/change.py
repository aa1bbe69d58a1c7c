"""Moves an assessment to the next version of the content: nothing is lost, and what happened is told. Pure.

The rules stand in docs/decisions/0015-nieuwe-inhoudsversie.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from questionnaire.model.assessment import EMPTY_ANSWER, Answer, Assessment
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.plan import Action
from questionnaire.model.questionnaire import Norm, Questionnaire
from questionnaire.model.subjects import SubjectField, values_of
from questionnaire.scoring.delta import SectionMove, section_moves
from questionnaire.scoring.score import Result, score_assessment
from questionnaire.versions.merging import TitledAnswer, all_texts_fit, merged_answer
from questionnaire.versions.transition import Merged, Transition

Changes = Mapping[tuple[str, SubjectField], str]
"""New stored text per subject and field; an empty text clears."""


class ChangeKind(StrEnum):
    """What happened to norms between two versions."""

    REWORDED = "verwoord"
    SPLIT = "gesplitst"
    MERGED = "samengevoegd"
    ADDED = "nieuw"
    RETIRED = "vervallen"


class Outcome(StrEnum):
    """What that did to the answer."""

    NOTHING = "geen-antwoord"
    """There was no answer to move."""
    KEPT = "behouden"
    COPIED = "gekopieerd"
    """Copied to each part, to be confirmed."""
    JOINED = "samengevoegd"
    """One level, because all had it; to be confirmed."""
    LEFT_OPEN = "niveau-open"
    """The levels differed: all texts are kept, the level is to be chosen again."""
    READABLE = "leesbaar"
    """Not asked or scored any more, and still to be read."""


@dataclass(frozen=True, slots=True)
class Told:
    """One change of the content and what it did to this assessment."""

    kind: ChangeKind
    old: tuple[Norm, ...]
    new: tuple[Norm, ...]
    note: str
    """What the content says about it."""
    outcome: Outcome
    actions: tuple[Action, ...] = ()
    """The actions, as they were, that named one of the old norms."""


@dataclass(frozen=True)
class Moved:
    """An assessment before and after moving. Without slots, so that the differences are worked out once."""

    before: Result
    """By the old content."""
    after: Result
    """By the new content."""
    told: tuple[Told, ...]

    @property
    def assessment(self) -> Assessment:
        """The assessment as it belongs to the new version."""
        return self.after.assessment

    @cached_property
    def changes(self) -> Changes:
        """What to store: every field that holds another text than before."""
        before, after = values_of(self.before.assessment), values_of(self.assessment)
        keys = dict.fromkeys([*before, *after])
        return {key: after.get(key, "") for key in keys if after.get(key, "") != before.get(key, "")}

    @cached_property
    def changed_scores(self) -> tuple[SectionMove, ...]:
        """The sections whose score differs by the change alone, with both results."""
        return tuple(
            entry
            for entry in section_moves(self.before, self.after)
            if (entry.before and entry.before.score) != (entry.after and entry.after.score)
        )


@dataclass(frozen=True, slots=True)
class RetiredAnswer:
    """What was filled in for a norm that is asked no more."""

    norm_id: str
    title: str
    statement: str
    version: str
    """The last version that asked it."""
    answer: Answer


def move(assessment: Assessment, transition: Transition, old: Questionnaire, new: Questionnaire) -> Moved:
    """Move an assessment from content `old` to content `new`, by a transition that fits both."""
    gone = _moved_away(assessment, transition, old)
    kept = {norm_id: answer for norm_id, answer in assessment.answers.items() if norm_id not in gone}
    answers = kept | _new_answers(assessment, transition, old)
    moved = assessment.model_copy(
        update={
            "content_version": new.version,
            "answers": {norm_id: answer for norm_id, answer in answers.items() if answer != EMPTY_ANSWER},
            "actions": {key: _moved_action(action, transition, old) for key, action in assessment.actions.items()},
        }
    )
    return Moved(
        before=score_assessment(old, assessment),
        after=score_assessment(new, moved),
        told=tuple(_told(assessment, transition, old, new)),
    )


def retired_answers(assessment: Assessment, transitions: Iterable[Transition]) -> tuple[RetiredAnswer, ...]:
    """Answers to norms that were retired, with the last words of these norms, in the order of the transitions."""
    return tuple(
        RetiredAnswer(entry.norm, entry.title, entry.statement, transition.old_version, answer)
        for transition in transitions
        for entry in transition.retired
        if (answer := assessment.answer(entry.norm)) != EMPTY_ANSWER
    )


def _moved_away(assessment: Assessment, transition: Transition, old: Questionnaire) -> frozenset[str]:
    """The old ids whose whole answer stands under a new id."""
    too_long = {
        norm_id
        for merged in transition.merged
        if not all_texts_fit(_titled(assessment, merged, old))
        for norm_id in merged.norms
    }
    moved = {norm_id for norm_id, new_ids in transition.new_ids.items() if new_ids and new_ids != (norm_id,)}
    return frozenset(moved - too_long)


def _titled(assessment: Assessment, merged: Merged, old: Questionnaire) -> list[TitledAnswer]:
    return [(old.norm_by_id[norm_id].title, assessment.answer(norm_id)) for norm_id in merged.norms]


def _new_answers(assessment: Assessment, transition: Transition, old: Questionnaire) -> dict[str, Answer]:
    """The answers that stand under another id than before, or changed."""
    answers: dict[str, Answer] = {}
    for reworded in transition.reworded:
        answers[reworded.new_id] = assessment.answer(reworded.norm)
    for split in transition.split:
        part = _part_of(assessment.answer(split.norm), old.norm_by_id[split.norm])
        answers |= dict.fromkeys(split.becomes, part)
    for merged in transition.merged:
        answers[merged.becomes] = merged_answer(_titled(assessment, merged, old))
    for retired in transition.retired:
        answers[retired.norm] = assessment.answer(retired.norm).model_copy(update={"to_reconfirm": False})
    return answers


def _part_of(answer: Answer, norm: Norm) -> Answer:
    """A copy for one part of a norm that was split: to be confirmed, and saying where it came from."""
    if not answer.tells_the_present:
        return answer
    origin = f"Dit antwoord komt van de norm ‘{norm.title}’, die is gesplitst."
    remark = f"{answer.remark}\n{origin}".strip()
    return answer.model_copy(
        update={"to_reconfirm": True, "remark": remark if len(remark) <= MAX_TEXT else answer.remark}
    )


def _moved_action(action: Action, transition: Transition, old: Questionnaire) -> Action:
    """The same action for the new norms; that it was also for a retired norm moves to its note."""
    new_ids = [new_id for norm_id in action.norms for new_id in transition.new_ids.get(norm_id, (norm_id,))]
    retired = [norm_id for norm_id in action.norms if transition.new_ids.get(norm_id) == ()]
    lines = [f"Was ook voor de norm ‘{old.norm_by_id[norm_id].title}’, die is vervallen." for norm_id in retired]
    note = "\n".join([action.note, *lines] if action.note else lines)
    fits = len(note) <= MAX_TEXT
    return action.model_copy(
        update={"norms": tuple(dict.fromkeys(new_ids)), "note": note if retired and fits else action.note}
    )


def _told(
    assessment: Assessment, transition: Transition, old: Questionnaire, new: Questionnaire
) -> Iterable[Told]:
    """Every change, in the order of the file, with what it did here."""

    def told(kind: ChangeKind, old_ids: Sequence[str], new_ids: Sequence[str], note: str) -> Told:
        return Told(
            kind=kind,
            old=tuple(old.norm_by_id[norm_id] for norm_id in old_ids),
            new=tuple(new.norm_by_id[norm_id] for norm_id in new_ids),
            note=note,
            outcome=_outcome(kind, [assessment.answer(norm_id) for norm_id in old_ids]),
            actions=tuple(action for action in assessment.actions.values() if set(action.norms) & set(old_ids)),
        )

    for reworded in transition.reworded:
        yield told(ChangeKind.REWORDED, [reworded.norm], [reworded.new_id], reworded.note)
    for split in transition.split:
        yield told(ChangeKind.SPLIT, [split.norm], split.becomes, split.note)
    for merged in transition.merged:
        yield told(ChangeKind.MERGED, merged.norms, [merged.becomes], merged.note)
    for added in transition.added:
        yield told(ChangeKind.ADDED, [], [added.norm], added.note)
    for retired in transition.retired:
        yield told(ChangeKind.RETIRED, [retired.norm], [], retired.note)


def _outcome(kind: ChangeKind, answers: Sequence[Answer]) -> Outcome:
    if not any(answer.tells_the_present for answer in answers):
        return Outcome.NOTHING
    if kind is ChangeKind.MERGED:
        return Outcome.JOINED if len({answer.level for answer in answers}) == 1 else Outcome.LEFT_OPEN
    return {
        ChangeKind.REWORDED: Outcome.KEPT,
        ChangeKind.SPLIT: Outcome.COPIED,
        ChangeKind.RETIRED: Outcome.READABLE,
    }[kind]
