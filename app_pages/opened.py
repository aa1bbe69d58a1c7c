"""What a session knows of the assessment it looks at: a view on the store, and what its user saw of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from questionnaire.assessment import Answer, AnswerField, Assessment, Depth, ParticularField, Particulars
from questionnaire.scoring import Result
from questionnaire.store import AnswerEvent, ConflictError, StoredAssessment
from questionnaire.subjects import SubjectField

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
    norms: set[str] = field(default_factory=set)
    """The norms that this page draws: their texts are not replaced while someone types."""
    to_draw: set[str] = field(default_factory=set)
    """Norms that changed and have not been drawn since."""
    replaced: dict[FieldKey, int] = field(default_factory=dict)
    """How often an input made place for a new one (see `inputs.replace_input`)."""
    selection: tuple[tuple[object, ...], Depth, frozenset[str]] | None = None
    """The question that chose the norms, the list it was asked of, and the norms that fitted."""


@dataclass
class Opened:
    """The assessment that this session looks at, and what its user saw of every field."""

    assessment: Assessment
    answers: dict[str, Answer]
    seen: dict[FieldKey, int]
    saved_at: dict[FieldKey, datetime]
    latest_event: int
    screen: Screen
    is_read_only: bool = False
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

    def answer(self, norm_id: str) -> Answer:
        """The answer as this session last knew it."""
        return self.answers.get(norm_id) or Answer()

    def take(self, norm_id: str, answer_field: SubjectField, value: str, event_id: int, at: datetime) -> None:
        """Record a stored value as seen."""
        key = (norm_id, answer_field)
        if isinstance(answer_field, AnswerField):
            self.answers[norm_id] = self.answer(norm_id).replace(answer_field, value)
        self.seen[key] = event_id
        self.saved_at[key] = at
        for register in (self.conflicts, self.failures, self.newer):
            register.pop(key, None)

    def see_particulars(self, particulars: Particulars) -> None:
        """Record stored particulars as seen."""
        self.assessment = self.assessment.model_copy(update={"particulars": particulars})

    def unstored(self, norm_id: str) -> Iterator[tuple[AnswerField, str]]:
        """The user's own values of this norm that a conflict or a failure kept from being stored."""
        for register in (self.conflicts, self.failures):
            for (norm, answer_field), trouble in register.items():
                if norm == norm_id and isinstance(answer_field, AnswerField):
                    yield answer_field, trouble.mine

    def last_saved(self, norm_id: str) -> datetime | None:
        """When this norm's answer was last saved; None when nothing was filled in yet."""
        moments = [self.saved_at[key] for each in AnswerField if (key := (norm_id, each)) in self.saved_at]
        return max(moments, default=None)

    def current(self) -> Assessment:
        """The assessment with the answers of this moment."""
        return self.assessment.model_copy(update={"answers": dict(self.answers)})


def view(stored: StoredAssessment, screen: Screen) -> Opened:
    """A stored assessment, all of it seen."""
    return Opened(
        assessment=stored.assessment,
        answers=dict(stored.assessment.answers),
        seen=dict(stored.seen),
        saved_at=dict(stored.saved_at),
        latest_event=stored.latest_event,
        screen=screen,
    )
