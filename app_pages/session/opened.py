"""What a session knows of the assessment it looks at: a view on the store."""

from dataclasses import dataclass, field
from datetime import datetime

from app_pages.session.desk import Desk
from questionnaire.model.assessment import Answer, AnswerField, Assessment, Depth
from questionnaire.model.plan import Action, ActionField, ProcessStep, action_id, process_place
from questionnaire.model.subjects import SubjectField
from questionnaire.scoring.score import Result
from questionnaire.store import AssessmentDetails, StoredAssessment

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
    """The assessment that this session looks at, as far as it has heard."""

    assessment: Assessment
    answers: dict[str, Answer]
    actions: dict[str, Action]
    """By subject, removed ones too."""
    process: dict[str, ProcessStep]
    """By subject, removed ones too."""
    seen: dict[FieldKey, int]
    """The event that holds each field, a cleared one too."""
    saved_at: dict[FieldKey, datetime]
    latest_event: int
    screen: Screen
    is_example: bool = False
    particulars_saved_at: datetime | None = None
    scored: Result | None = None
    """The last score, of which the next one uses what still holds."""
    desk: Desk = field(default_factory=Desk)
    """The form that was made last, and the files that are being read back."""

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed: in the example, and in what was settled."""
        return self.is_example or self.assessment.is_locked

    def answer(self, norm_id: str) -> Answer:
        """The answer as this session last knew it."""
        return self.answers.get(norm_id) or Answer()

    def value(self, subject: str, subject_field: SubjectField) -> str:
        """The stored text of one field as this session last knew it; empty when nothing was filled in."""
        if isinstance(subject_field, AnswerField):
            return self.answer(subject).value(subject_field)
        if isinstance(subject_field, ActionField):
            return self._action(subject).value(subject_field)
        return self._step(subject).value(subject_field)

    def take(self, subject: str, subject_field: SubjectField, value: str, event_id: int, at: datetime) -> None:
        """Record a stored value."""
        key = (subject, subject_field)
        if isinstance(subject_field, AnswerField):
            self.answers[subject] = self.answer(subject).replace(subject_field, value)
        elif isinstance(subject_field, ActionField):
            self.actions[subject] = self._action(subject).replace(subject_field, value)
        else:
            self.process[subject] = self._step(subject).replace(subject_field, value)
        self.seen[key] = event_id
        self.saved_at[key] = at

    def follow(self, details: AssessmentDetails) -> None:
        """Record depth, date, status and particulars as they stand."""
        self.particulars_saved_at = details.particulars_saved_at
        now = {
            "depth": details.depth,
            "reference_date": details.reference_date,
            "status": details.status,
            "settlement": details.settlement,
            "particulars": details.particulars,
        }
        self.assessment = self.assessment.model_copy(update=now)

    def current(self) -> Assessment:
        """The assessment with everything as it is at this moment, without what was removed."""
        now = {
            "answers": dict(self.answers),
            "actions": {each.id: each for each in self.actions.values() if not each.removed},
            "process": {each.id: each for each in self.process.values() if not each.removed},
        }
        return self.assessment.model_copy(update=now)

    def _action(self, subject: str) -> Action:
        return self.actions.get(subject) or Action(id=action_id(subject) or "")

    def _step(self, subject: str) -> ProcessStep:
        section, step = process_place(subject) or ("", "")
        return self.process.get(subject) or ProcessStep(id=step, section=section)


def view(stored: StoredAssessment, screen: Screen) -> Opened:
    """A stored assessment, all of it."""
    return Opened(
        assessment=stored.assessment,
        answers=dict(stored.assessment.answers),
        actions={each.subject: each for each in stored.assessment.actions.values()},
        process={each.subject: each for each in stored.assessment.process.values()},
        seen=dict(stored.seen),
        saved_at=dict(stored.saved_at),
        latest_event=stored.latest_event,
        screen=screen,
    )
