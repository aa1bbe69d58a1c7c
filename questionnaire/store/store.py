"""The store itself: every method is one short transaction, on one assessment unless it lists them."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa

from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import Assessment, Depth, Organisation, Particulars
from questionnaire.model.base import FIRST_LIST
from questionnaire.model.settlement import Status
from questionnaire.model.subjects import SubjectField, values_of
from questionnaire.store import rows, statements
from questionnaire.store.batches import Outcome, save_batches
from questionnaire.store.checks import (
    changed_particulars,
    checked_author,
    checked_change,
    merged_particulars,
    not_found,
    refuse_other_list,
)
from questionnaire.store.database import Database, connect
from questionnaire.store.forms import Forms
from questionnaire.store.presence import Presence
from questionnaire.store.reading import lock, row_to_change, stored_assessment
from questionnaire.store.records import (
    NOTHING_SEEN,
    AnswerEvent,
    AssessmentDetails,
    AssessmentSummary,
    Batch,
    Change,
    DetailEvent,
    DetailKind,
    SavedField,
    StoredAssessment,
)
from questionnaire.store.rounds import Rounds
from questionnaire.store.saving import save_changes, swap_all
from questionnaire.store.schema import bring_up_to_date
from questionnaire.store.settling import Settling
from questionnaire.store.templates import Templates


class Store:
    """Keeps assessments; may be shared by all threads of a process.

    What a method returned or confirmed survives a power cut. Every method raises StorageError when the database
    cannot be read or written; nothing was changed then.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime], list_id: str = FIRST_LIST) -> None:
        self._database = database
        self._clock = clock
        self._list_id = list_id
        self.templates = Templates(database, clock)
        self.rounds = Rounds(database, clock)
        self.settling = Settling(database, clock)
        self.forms = Forms(database, clock)
        self.presence = Presence(database, clock)

    @classmethod
    def open(
        cls, url: str, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC), list_id: str = FIRST_LIST
    ) -> "Store":
        """Open the database at `url`, such as "sqlite:///data/was-wordt.db"; make or migrate it when needed.

        Args:
            url: Address as SQLAlchemy writes it; a relative path is relative to the working directory.
            clock: Gives the present moment, aware.
            list_id: Of the questionnaire of this product; an assessment of another list is refused.
        """
        database = connect(url)
        try:
            bring_up_to_date(database)
        except BaseException:
            database.close()
            raise
        return cls(database, clock, list_id)

    def close(self) -> None:
        """Let go of the file; the store opens it again when it is used again."""
        self._database.close()

    # The assessment as a whole

    def create(
        self,
        organisation: Organisation,
        depth: Depth,
        reference_date: date,
        content_version: str,
        *,
        author: str = "",
    ) -> str:
        """Start an empty assessment and give its id: 22 characters, impossible to guess, fit for a URL."""
        assessment = Assessment(
            id=rows.new_id(),
            organisation=organisation,
            depth=depth,
            reference_date=reference_date,
            list_id=self._list_id,
            content_version=content_version,
            created_at=self._clock(),
        )
        self._add(assessment, (), DetailKind.CREATED, "", author)
        return assessment.id

    def import_assessment(self, assessment: Assessment, *, author: str) -> str:
        """Keep a copy of `assessment` as a new one, with an id and creation time of its own, and give that id.

        A copy is a concept, also of a settled one: what was settled stays where it was settled. The round before
        it is remembered if it is here.

        Raises:
            InvalidInputError: A text is too long, or it is of another list; nothing was kept.
        """
        refuse_other_list(assessment.list_id, self._list_id)
        fresh = {"id": rows.new_id(), "created_at": self._clock(), "previous": self._known(assessment.previous)}
        copy = assessment.model_copy(update={**fresh, "status": Status.CONCEPT, "settlement": None})
        changes = [Change(*key, value, NOTHING_SEEN) for key, value in values_of(assessment).items()]
        self._add(copy, changes, DetailKind.IMPORTED, assessment.id, author)
        return copy.id

    def summaries(self) -> tuple[AssessmentSummary, ...]:
        """All assessments of this list that are not removed, newest change first."""
        with self._database.reading() as connection:
            found = connection.execute(statements.SUMMARIES, {"list_id": self._list_id}).all()
        by_change = sorted(map(rows.summary, found), key=lambda line: (line.changed_at, line.id), reverse=True)
        return tuple(by_change)

    def load(self, assessment_id: str) -> StoredAssessment:
        """The assessment as it stands; the cost does not depend on how often its answers were changed.

        Raises:
            InvalidInputError: It is of another list.
            NotFoundError: There is no such assessment, or it was removed.
        """
        with self._database.reading() as connection:
            stored = stored_assessment(connection, assessment_id)
        refuse_other_list(stored.assessment.list_id, self._list_id)
        return stored

    def details(self, assessment_id: str) -> AssessmentDetails:
        """Depth, reference date and particulars as they stand, without the answers. Raises as `load`."""
        with self._database.reading() as connection:
            row = connection.execute(statements.DETAILS, {"assessment_id": assessment_id}).one_or_none()
        if row is None:
            raise not_found()
        refuse_other_list(row.list_id, self._list_id)
        return rows.details(row)

    def stand(self, assessment_id: str) -> tuple[Any, ...]:
        """What differs as soon as anything of an assessment changed; the last of it is the newest event, or None.

        Raises NotFoundError.
        """
        with self._database.reading() as connection:
            row = connection.execute(statements.STAND, {"assessment_id": assessment_id}).one_or_none()
        if row is None:
            raise not_found()
        return tuple(row)

    def set_depth(self, assessment_id: str, depth: Depth, *, author: str) -> None:
        """Ask the core norms or all of them; no answer is lost. Raises NotFoundError."""
        change = statements.CHANGE.values(depth=depth.value)
        self._change(assessment_id, change, DetailKind.DEPTH, depth.value, author)

    def set_reference_date(self, assessment_id: str, reference_date: date, *, author: str) -> None:
        """Change the day on which the answers hold. Raises NotFoundError."""
        change = statements.CHANGE.values(reference_date=reference_date)
        self._change(assessment_id, change, DetailKind.REFERENCE_DATE, reference_date.isoformat(), author)

    def set_particulars(
        self, assessment_id: str, particulars: Particulars, *, seen: Particulars, author: str
    ) -> Particulars:
        """Keep every particular that differs from `seen`: what the user was looking at; gives what is stored now.

        Raises:
            ParticularConflictError: Somebody else changed such a field meanwhile; nothing was kept.
            LockedError: The assessment was settled.
            NotFoundError: There is no such assessment, or it was removed.
        """
        author = checked_author(author)
        with self._database.writing() as connection:
            stored = rows.particulars(row_to_change(connection, assessment_id))
            merged = merged_particulars(stored, seen, particulars)
            if merged != stored:
                changed = json.dumps(changed_particulars(stored, merged), ensure_ascii=False)
                change = statements.CHANGE.values(particulars=rows.particulars_json(merged))
                connection.execute(change, {"assessment_id": assessment_id})
                self._note(connection, assessment_id, DetailKind.PARTICULARS, changed, author)
        return merged

    def remove(self, assessment_id: str, *, author: str) -> None:
        """Take an assessment off the list; all of it is kept for `restore`. Raises NotFoundError."""
        change = statements.CHANGE.values(removed_at=self._clock())
        self._change(assessment_id, change, DetailKind.REMOVED, "", author)

    def restore(self, assessment_id: str, *, author: str = "") -> None:
        """Put a removed assessment back on the list. Raises NotFoundError when it was not removed."""
        self._change(assessment_id, statements.RESTORE, DetailKind.RESTORED, "", author)

    def detail_history(self, assessment_id: str) -> tuple[DetailEvent, ...]:
        """What happened to the assessment as a whole, newest first; empty for an unknown id."""
        with self._database.reading() as connection:
            found = connection.execute(statements.DETAIL_HISTORY, {"assessment_id": assessment_id}).all()
        return tuple(map(rows.detail_event, found))

    # Its answers

    def save(
        self, assessment_id: str, norm_id: str, field: SubjectField, value: str, *, seen: int, author: str
    ) -> SavedField:
        """Keep one value durably, unless somebody else changed the field after event `seen` (0: nothing yet).

        `norm_id` is a norm, or the subject of an action or a step of a process card (see model/plan.py).
        An equal value is never a conflict: the event that holds it is given back. An empty value clears the field.

        Raises:
            ConflictError: The field holds another value than the user saw.
            InvalidInputError: The value does not fit the field, or is an ambition below the present level.
            LockedError: The assessment was settled.
            NotFoundError: There is no such assessment, or it was removed.
        """
        (saved,) = self.save_many(assessment_id, (Change(norm_id, field, value, seen),), author=author)
        return saved

    def save_many(self, assessment_id: str, changes: Sequence[Change], *, author: str) -> tuple[SavedField, ...]:
        """Keep all of `changes`, or none; results in the same order. Raises as `save`, for the first problem.

        Who saves the level, practice or reason of an answer that was to be confirmed, confirms it: that event is
        not among the results, but `changes_after` gives it.
        """
        author = checked_author(author)
        checked = [checked_change(change) for change in changes]
        with self._database.writing() as connection:
            lock(connection, assessment_id)
            return save_changes(connection, assessment_id, checked, author, self._clock())

    def save_batches(self, batches: Sequence[Batch]) -> list[Outcome]:
        """Keep each of `batches` as `save_many` does, all in one durable transaction; outcomes in the same order.

        A batch that cannot be kept gives the error that `save_many` raises, and leaves the others alone.
        """
        checked = [
            Batch(each.assessment_id, tuple(map(checked_change, each.changes)), checked_author(each.author))
            for each in batches
        ]
        return save_batches(self._database, checked, self._clock())

    def move_content(
        self, assessment_id: str, new_version: str, changes: Sequence[Change], *, author: str
    ) -> tuple[SavedField, ...]:
        """Keep `changes` and from now on belong to content version `new_version`: all of it or nothing.

        Marks for confirming stay as `changes` gives them. Raises as `save_many`.

        Raises:
            InvalidInputError: The assessment belongs to `new_version` already.
        """
        author = checked_author(author)
        checked = [checked_change(change) for change in changes]
        with self._database.writing() as connection:
            old_version = row_to_change(connection, assessment_id).content_version
            if old_version == new_version:
                raise InvalidInputError(
                    f"Deze zelfbeoordeling hoort al bij versie {new_version} van de vragenlijst. "
                    "Er is NIETS veranderd. Ververs de pagina."
                )
            saved = swap_all(connection, assessment_id, checked, author, self._clock())
            change = statements.CHANGE.values(content_version=new_version)
            connection.execute(change, {"assessment_id": assessment_id})
            versions = json.dumps({"van": old_version, "naar": new_version}, ensure_ascii=False)
            self._note(connection, assessment_id, DetailKind.CONTENT, versions, author)
        return saved

    def history(self, assessment_id: str, norm_id: str) -> tuple[AnswerEvent, ...]:
        """Every value that was ever saved for a norm, newest first; empty when there is none."""
        return self._events(statements.HISTORY, {"assessment_id": assessment_id, "norm_id": norm_id})

    def changes_after(self, assessment_id: str, event_id: int) -> tuple[AnswerEvent, ...]:
        """What was saved after event `event_id`, oldest first; cheap enough to ask every few seconds."""
        return self._events(statements.CHANGES_AFTER, {"assessment_id": assessment_id, "after": event_id})

    def latest_event(self, assessment_id: str) -> int:
        """The id of the newest answer event; 0 when there is none."""
        with self._database.reading() as connection:
            newest = connection.execute(statements.LATEST_EVENT, {"assessment_id": assessment_id}).scalar_one()
        return newest or NOTHING_SEEN

    # How

    def _known(self, assessment_id: str | None) -> str | None:
        """The id if that assessment is here, else None."""
        with self._database.reading() as connection:
            found = connection.execute(statements.FIND, {"assessment_id": assessment_id or ""}).one_or_none()
        return None if found is None else assessment_id

    def _events(
        self, statement: sa.Select[*tuple[Any, ...]], parameters: dict[str, object]
    ) -> tuple[AnswerEvent, ...]:
        with self._database.reading() as connection:
            return tuple(map(rows.answer_event, connection.execute(statement, parameters)))

    def _add(
        self, assessment: Assessment, changes: Sequence[Change], kind: DetailKind, origin: str, author: str
    ) -> None:
        """Add an assessment with its first answers, all or nothing."""
        author = checked_author(author)
        at = self._clock()
        events = [rows.event_row(assessment.id, checked_change(change), author, at) for change in changes]
        with self._database.writing() as connection:
            connection.execute(statements.ADD_ASSESSMENT, rows.row_of(assessment))
            self._note(connection, assessment.id, kind, origin, author)
            if events:
                connection.execute(statements.ADD_EVENT, events)

    def _change(self, assessment_id: str, change: sa.Update, kind: DetailKind, value: str, author: str) -> None:
        """Run an update of the assessment itself, and keep that it happened."""
        author = checked_author(author)
        with self._database.writing() as connection:
            if connection.execute(change, {"assessment_id": assessment_id}).rowcount == 0:
                raise not_found()
            self._note(connection, assessment_id, kind, value, author)

    def _note(
        self, connection: sa.Connection, assessment_id: str, kind: DetailKind, value: str, author: str
    ) -> None:
        connection.execute(
            statements.ADD_DETAIL, rows.detail_row(assessment_id, kind, value, author, self._clock())
        )
