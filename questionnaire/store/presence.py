"""Who else looks at a page now, in any process that uses the same database. Never in the way of a save."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from questionnaire.store import statements
from questionnaire.store.database import Database
from questionnaire.store.errors import StorageError

PAUSE = timedelta(seconds=20)
"""How long what was noted of a viewer is left as it is."""
STILL_THERE = timedelta(seconds=45)
"""How long after the last sign somebody still counts as looking."""
FORGOTTEN = timedelta(days=1)
"""How long a row is kept at most, from the next one on."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who has a page open."""

    id: str
    """Of one tab of a browser, at most 64 characters; "" when it is not known."""
    author: str
    """Name or role; "" when it is not known."""
    assessment_id: str
    page: str
    """Address of the page; "" when it is not known."""

    @property
    def can_be_noted(self) -> bool:
        """Whether all of it is known."""
        return all((self.id, self.author, self.page))


class Presence:
    """Who looks at which page of which assessment; part of a `Store`."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._noted: dict[Viewer, datetime] = {}

    def note(self, viewer: Viewer) -> None:
        """Remember that somebody looks; not when that was noted just now, nor when somebody else is writing."""
        now = self._clock()
        if not viewer.can_be_noted or now - self._noted.get(viewer, now - PAUSE) < PAUSE:
            return
        self._noted = {each: at for each, at in list(self._noted.items()) if now - at < PAUSE} | {viewer: now}
        try:
            self._write(viewer, now)
        except StorageError:
            self._noted.pop(viewer, None)  # it is asked again in a few seconds

    def others(self, viewer: Viewer) -> tuple[str, ...]:
        """Names of the others who look at the same page, each once, in order. Raises StorageError."""
        key = {"assessment_id": viewer.assessment_id, "page": viewer.page}
        known = {"viewer": viewer.id, "author": viewer.author, "since": self._clock() - STILL_THERE}
        with self._database.reading() as connection:
            return tuple(connection.execute(statements.LOOKING, key | known).scalars())

    def _write(self, viewer: Viewer, now: datetime) -> None:
        row = {
            "viewer": viewer.id,
            "assessment_id": viewer.assessment_id,
            "page": viewer.page,
            "author": viewer.author,
            "seen_at": now,
        }
        with self._database.writing_unless_busy() as connection:
            connection.execute(statements.FORGET_VIEWER, {"viewer": viewer.id, "too_old": now - FORGOTTEN})
            connection.execute(statements.ADD_VIEWER, row)
