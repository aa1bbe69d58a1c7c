"""What is stored of an assessment at one moment: read once, and shared by every session that looks at it."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import cached_property
from threading import Lock
from typing import Any

from questionnaire.model.questionnaire import Questionnaire
from questionnaire.scoring.score import Result, score_assessment
from questionnaire.store import AssessmentDetails, Store, StoredAssessment
from reporting.progress import Progress, progress
from service import opening

MOST_KEPT = 64
"""So many assessments are kept in memory; one that is not is read from the store, which takes a millisecond."""


class Snapshot:
    """An assessment as it stood at one moment; nothing in it ever changes."""

    def __init__(
        self, stored: StoredAssessment, details: AssessmentDetails | None = None, stand: tuple[Any, ...] = (0,)
    ) -> None:
        self.stored = stored
        self.details = details
        """None for the example, of which nothing is stored."""
        self.stand = stand
        """See `Store.stand`."""
        self.latest: int = stand[-1] or 0
        """The newest event in here; 0 when there is none."""
        self._made: dict[Hashable, str] = {}

    @cached_property
    def content(self) -> Questionnaire:
        """The full content, in the version that the assessment belongs to."""
        return opening.content_for(self.stored.assessment.content_version)

    @cached_property
    def result(self) -> Result:
        """The score."""
        return score_assessment(self.content, self.stored.assessment)

    @cached_property
    def progress(self) -> Progress:
        """How far it is filled in."""
        return progress(self.result, self.stored.seen)

    def made(self, name: Hashable, make: Callable[[], str]) -> str:
        """What `make` gives; a next time the same text, for the same `name`."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]


class Snapshots:
    """The newest snapshots, one for each assessment."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Snapshot] = OrderedDict()
        self._lock = Lock()

    def of(self, store: Store, assessment_id: str) -> Snapshot:
        """The assessment as it stands; raises NotFoundError when it is not there, or was removed."""
        stand = store.stand(assessment_id)
        with self._lock:
            kept = self._kept.get(assessment_id)
        if kept is not None and kept.stand == stand:
            return kept
        fresh = Snapshot(store.load(assessment_id), store.details(assessment_id), stand)
        with self._lock:
            self._kept[assessment_id] = fresh
            self._kept.move_to_end(assessment_id)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return fresh


snapshots = Snapshots()
"""Those of this process."""
