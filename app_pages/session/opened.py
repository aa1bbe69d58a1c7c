"""What a session knows of the assessment it looks at: a view on the store, and what its user saw of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from app_pages.session.desk import Desk
from questionnaire.model.assessment import Answer, AnswerField, Assessment, Depth, ParticularField, Particulars
from questionnaire.model.plan import Action, ActionField, ProcessStep, action_id, process_place
from questionnaire.model.subjects import SubjectField, fields_of
from questionnaire.scoring.score import Result
from questionnaire.store import AnswerEvent, ConflictError, StoredAssessment

FieldKey = tuple[str, SubjectField]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a value could not be saved, and the value, so that it is not lost with the page."""

    message: str
    mine: str


@dataclass
class ParticularTrouble:
    """Why a particular is not stored, and the value, so that it is not lost with the page."""

    message: str
    mine: str
    theirs: str | None
    """What somebody else stored meanwhile; None when saving failed for another reason."""


@dataclass
class Screen:
    """What stands on the screen of this session, whichever assessment is open."""

    page: str = ""
    """Address of the page drawn last."""
    stays: bool = False
    """Whether the page being drawn is the one that was there already."""
    subjects: set[str] = field(default_factory=set)
    """The norms, actions and process steps that this page draws: no text is replaced while someone types."""
    to_draw: set[str] = field(default_factory=set)
    """Subjects that changed and have not been drawn since."""
    along: set[str] = field(default_factory=set)
    """Keys of other fragments of this page, to draw again after every change."""
    replaced: dict[FieldKey, int] = field(default_factory=dict)
    """How often an input made place for a new one (see `inputs.replace_input`)."""
    keeps_inputs: bool = False
    """Whether the page has inputs from before somebody settled the assessment: what was typed stays there."""
    selection: tuple[tuple[object, ...], Depth, frozenset[str]] | None = None
    """The question that chose the norms, the list it was asked of, and the norms that fitted."""
    order: tuple[tuple[object, ...], tuple[str, ...]] | None = None
    """The question that ordered the actions, and their subjects in that order."""
    new_action: str = ""
    """Subject of the action that was made, removed or put back last on this visit to the page."""
    left_out: set[str] = field(default_factory=set)
    """Ids of the actions that do not count in the expected effect."""


@dataclass
class Opened:
    """The assessment that this session looks at, and what its user saw of every field."""

    assessment: Assessment
    answers: dict[str, Answer]
    actions: dict[str, Action]
    """By subject, removed ones too."""
    process: dict[str, ProcessStep]
    """By subject, removed ones too."""
    seen: dict[FieldKey, int]
    saved_at: dict[FieldKey, datetime]
    latest_event: int
    screen: Screen
    is_example: bool = False
    conflicts: dict[FieldKey, ConflictError] = field(default_factory=dict)
    failures: dict[FieldKey, Failure] = field(default_factory=dict)
    newer: dict[FieldKey, AnswerEvent] = field(default_factory=dict)
    """What a colleague saved in a text that stands on this screen, not shown yet."""
    particulars_saved_at: datetime | None = None
    particular_troubles: dict[ParticularField, ParticularTrouble] = field(default_factory=dict)
    scored: Result | None = None
    """The last score, of which the next one uses what still holds."""
    newer_particulars: Particulars | None = None
    """What a colleague saved in the particulars that stand on this screen, not shown yet."""
    desk: Desk = field(default_factory=Desk)
    """The form that was made last, and the files that are being read back."""

    @property
    def is_read_only(self) -> bool:
        """Whether the page shows texts to read and no inputs: of the example, and of what was settled."""
        return self.is_example or (self.assessment.is_locked and not self.screen.keeps_inputs)

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
        """Record a stored value as seen."""
        key = (subject, subject_field)
        if isinstance(subject_field, AnswerField):
            self.answers[subject] = self.answer(subject).replace(subject_field, value)
        elif isinstance(subject_field, ActionField):
            self.actions[subject] = self._action(subject).replace(subject_field, value)
        else:
            self.process[subject] = self._step(subject).replace(subject_field, value)
        self.seen[key] = event_id
        self.saved_at[key] = at
        for register in (self.conflicts, self.failures, self.newer):
            register.pop(key, None)

    def see_particulars(self, particulars: Particulars) -> None:
        """Record stored particulars as seen."""
        self.assessment = self.assessment.model_copy(update={"particulars": particulars})

    def unstored(self, subject: str) -> Iterator[tuple[SubjectField, str]]:
        """The user's own values of this subject that a conflict or a failure kept from being stored."""
        for register in (self.conflicts, self.failures):
            for (each, subject_field), trouble in register.items():
                if each == subject:
                    yield subject_field, trouble.mine

    def last_saved(self, subject: str) -> datetime | None:
        """When this subject was last saved; None when nothing was filled in yet."""
        fields: tuple[SubjectField, ...] = tuple(fields_of(subject))
        moments = [self.saved_at[key] for each in fields if (key := (subject, each)) in self.saved_at]
        return max(moments, default=None)

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
    """A stored assessment, all of it seen."""
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
