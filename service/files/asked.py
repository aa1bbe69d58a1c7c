"""What somebody asks for: a file of one assessment, with the choices in its address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from questionnaire.errors import AppError, NotFoundError
from questionnaire.example import EXAMPLE_ID, load_example
from questionnaire.model.assessment import Assessment
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.scoring.score import Result, score_assessment
from questionnaire.store import Store
from questionnaire.versions.history import content_of, present
from service.files.names import file_name


class NotNowError(AppError):
    """What was asked for does not go with how the assessment stands."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file, complete."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True)
class Asked:
    """One question; the assessment is read once, with the first thing that needs it."""

    assessment_id: str
    store: Store
    now: datetime
    """The moment of asking, in the time zone of this computer."""
    content_folder: Path
    query: Mapping[str, str]

    @cached_property
    def assessment(self) -> Assessment:
        """The assessment as it is stored now, or the example; raises NotFoundError."""
        if self.is_example:
            return load_example(present(self.content_folder))
        return self.store.load(self.assessment_id).assessment

    @property
    def is_example(self) -> bool:
        """Whether it is about the fictional example, of which nothing is stored."""
        return self.assessment_id == EXAMPLE_ID

    @property
    def is_read_only(self) -> bool:
        """Whether nothing in it can change any more."""
        return self.is_example or self.assessment.is_locked

    @property
    def content(self) -> Questionnaire:
        """The content in the version of the assessment; the present one when this product does not have it."""
        try:
            return content_of(self.assessment.content_version, self.content_folder)
        except NotFoundError:
            return present(self.content_folder)

    @cached_property
    def result(self) -> Result:
        """Its score."""
        return score_assessment(self.content, self.assessment)

    @property
    def today(self) -> date:
        """The day on which it is asked."""
        return self.now.date()

    def local(self, moment: datetime) -> datetime:
        """A stored moment in the time zone of this computer."""
        return moment.astimezone(self.now.tzinfo)

    def name(self, words: str = "") -> str:
        """A file name without its ending; `words` are the reference date unless given."""
        return file_name(self.assessment.organisation.name, words or f"{self.assessment.reference_date:%Y-%m-%d}")


Maker: TypeAlias = Callable[[Asked], MadeFile]
