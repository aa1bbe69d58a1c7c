"""What a session looks at: a snapshot of what is stored, and what stands on its screen."""

from dataclasses import dataclass, field
from datetime import datetime

from app_pages.session.desk import Desk
from app_pages.session.snapshot import Snapshot
from questionnaire.model.assessment import EMPTY_ANSWER, Answer, AnswerField, Assessment, Depth
from questionnaire.model.plan import Action, ActionField, ProcessStep, action_id, process_place
from questionnaire.model.subjects import SubjectField
from questionnaire.store import AnswerEvent

FieldKey = tuple[str, SubjectField]


@dataclass
class Screen:
    """What stands on the screen of this session, whichever assessment is open."""

    page: str = ""
    """Address of the page drawn last."""
    stays: bool = False
    """Whether the page being drawn is the one that was there already."""
    selection: tuple[tuple[object, ...], Depth, frozenset[str]] | None = None
    """The question that chose the norms, the list it was asked of, and the norms that fitted."""
    order: tuple[tuple[object, ...], tuple[str, ...]] | None = None
    """The question that ordered the actions, and their subjects in that order."""
    new_action: str = ""
    """Subject of the action that was made last on this visit to the page."""
    brings_action: bool = False
    """Whether that action was made on another page, which leads to the page of the plan."""
    left_out: set[str] = field(default_factory=set)
    """Ids of the actions that do not count in the expected effect."""


@dataclass
class Opened:
    """The assessment that this session looks at, as it stood when the page was asked for."""

    snapshot: Snapshot
    screen: Screen
    is_example: bool = False
    desk: Desk = field(default_factory=Desk)
    """The form that was made last, and the files that are being read back."""
    recalled: dict[str, Action | ProcessStep] = field(default_factory=dict)
    """What was removed, by subject, as far as somebody asked for it."""

    @property
    def assessment(self) -> Assessment:
        """All of it, without what was removed."""
        return self.snapshot.stored.assessment

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed: in the example, and in what was settled."""
        return self.is_example or self.assessment.is_locked

    def answer(self, norm_id: str) -> Answer:
        """The answer to a norm; an empty one when nothing was filled in."""
        return self.assessment.answers.get(norm_id, EMPTY_ANSWER)

    def value(self, subject: str, subject_field: SubjectField) -> str:
        """The stored text of one field; empty when nothing was filled in."""
        if isinstance(subject_field, AnswerField):
            return self.answer(subject).value(subject_field)
        if isinstance(subject_field, ActionField):
            return self.action(subject).value(subject_field)
        return self.step(subject).value(subject_field)

    def event(self, subject: str, subject_field: SubjectField) -> int:
        """The event that holds a field, also when it was cleared; 0 when nothing was ever saved there."""
        return self.snapshot.stored.seen.get((subject, subject_field), 0)

    def saved_at(self, subject: str, subject_field: SubjectField) -> datetime:
        """When a field was last saved; the creation of the assessment when it came with that."""
        return self.snapshot.stored.saved_at.get((subject, subject_field), self.assessment.created_at)

    def action(self, subject: str) -> Action:
        """An action by its subject, a removed one as far as it was recalled; an empty one otherwise."""
        found = self.assessment.actions.get(action_id(subject) or "") or self.recalled.get(subject)
        return found if isinstance(found, Action) else Action(id=action_id(subject) or "")

    def step(self, subject: str) -> ProcessStep:
        """A process step by its subject, a removed one as far as it was recalled; an empty one otherwise."""
        section, step = process_place(subject) or ("", "")
        found = self.assessment.process.get(step) or self.recalled.get(subject)
        return found if isinstance(found, ProcessStep) else ProcessStep(id=step, section=section)

    def removed(self, mark: SubjectField) -> list[str]:
        """Subjects of which this mark is set: actions or process steps that were removed."""
        marked = (subject for subject, each in self.snapshot.stored.seen if each is mark)
        return [subject for subject in marked if not self._is_there(subject)]

    def _is_there(self, subject: str) -> bool:
        own = action_id(subject)
        if own is not None:
            return own in self.assessment.actions
        return (process_place(subject) or ("", ""))[1] in self.assessment.process

    def recall(self, subject: str, events: tuple[AnswerEvent, ...]) -> None:
        """Take in all that was saved for an action or process step that was removed, newest first."""
        found: Action | ProcessStep = self.action(subject) if action_id(subject) else self.step(subject)
        for event in reversed(events):
            found = found.replace(event.field, event.value)  # type: ignore[arg-type]
        self.recalled[subject] = found
