"""Forms that were handed out, what was known when they were made, and taking in what comes back."""

import json
import secrets
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from questionnaire.errors import InvalidInputError, NotFoundError
from questionnaire.model.subjects import SubjectField, fields_of
from questionnaire.store import rows, statements
from questionnaire.store.checks import checked_author, checked_change, checked_line, file_name
from questionnaire.store.database import Database
from questionnaire.store.reading import row_to_change
from questionnaire.store.records import (
    Change,
    DetailKind,
    FormEventKind,
    FormRecord,
    FormReturn,
    SavedField,
    StoredAssessment,
    TakenFile,
)
from questionnaire.store.saving import save_changes

MAX_RECIPIENT = 120
"""Longest text that tells for whom a form is, in characters."""
MAX_SELECTION = 200
"""Longest text that tells which norms are in a form, in characters."""
_SIGNS = "23456789ACDEFGHJKMNPQRTWXY"  # none that looks like another one on paper


class Forms:
    """The forms of all assessments; part of a `Store`, with the same promises."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def make(
        self,
        made_from: StoredAssessment,
        norms: Sequence[str],
        *,
        recipient: str = "",
        selection: str = "",
        is_filled_before: bool,
        actions: Mapping[str, str],
        author: str,
    ) -> FormRecord:
        """Keep that a form is handed out, and give it a number of its own.

        Args:
            made_from: The assessment as it was loaded for the form; what is saved later is not in the form.
            norms: Ids of the norms in it.
            recipient: For whom it is, one line.
            selection: Which norms these are, in words.
            is_filled_before: Whether what is known is filled in.
            actions: The subject of the action that it shows at a norm, by norm id.
            author: Who made it.

        Raises:
            InvalidInputError: There is no norm in it, or a text is too long.
            LockedError: The assessment was settled.
            NotFoundError: There is no such assessment, or it was removed.
        """
        if not norms:
            raise InvalidInputError("Er is geen norm gekozen. Er is NIETS gemaakt. Kies ten minste één norm.")
        form = FormRecord(
            number=_new_number(),
            assessment_id=made_from.assessment.id,
            recipient=checked_line(recipient, MAX_RECIPIENT),
            selection=checked_line(selection, MAX_SELECTION),
            norms=tuple(norms),
            actions={norm_id: subject for norm_id, subject in actions.items() if norm_id in set(norms)},
            is_filled_before=is_filled_before,
            content_version=made_from.assessment.content_version,
            base_event=made_from.latest_event,
            author=checked_author(author),
            at=self._clock(),
        )
        with self._database.writing() as connection:
            row_to_change(connection, form.assessment_id)
            connection.execute(statements.ADD_FORM, rows.form_row(form))
        return form

    def of(self, assessment_id: str) -> tuple[FormRecord, ...]:
        """All forms of an assessment, newest first, those that were withdrawn as well."""
        key = {"assessment_id": assessment_id}
        with self._database.reading() as connection:
            forms = connection.execute(statements.FORMS, key).all()
            events = defaultdict(list)
            for event in connection.execute(statements.FORM_EVENTS, key):
                events[event.number].append(event)
        return tuple(rows.form_record(row, events[row.number]) for row in forms)

    def find(self, assessment_id: str, number: str) -> FormRecord | None:
        """The form of this assessment with this number, however it was typed; None when there is none."""
        wanted = _plain(number)
        return next((form for form in self.of(assessment_id) if form.number == wanted), None)

    def is_elsewhere(self, assessment_id: str, number: str) -> bool:
        """Whether the form was made from another assessment in this store."""
        with self._database.reading() as connection:
            owner = _owner(connection, number)
        return owner is not None and owner != assessment_id

    def withdraw(self, assessment_id: str, number: str, *, author: str) -> None:
        """Take a form off the list of who has what; it can still be read back. Once more changes nothing.

        Raises:
            LockedError: The assessment was settled.
            NotFoundError: There is no such assessment or form.
        """
        author = checked_author(author)
        form = self.find(assessment_id, number)
        with self._database.writing() as connection:
            row_to_change(connection, assessment_id)
            if form is None:
                raise NotFoundError(
                    "Deze invullijst is hier niet bekend. Er is NIETS veranderd. Ververs de pagina."
                )
            if form.withdrawn_at is None:
                kind, now = FormEventKind.WITHDRAWN, self._clock()
                event = _event(form.number, assessment_id, kind, author=author, at=now)
                connection.execute(statements.ADD_FORM_EVENT, event)

    def values_at(self, assessment_id: str, event_id: int) -> dict[tuple[str, SubjectField], str]:
        """Every text that was filled in when event `event_id` was the newest, by subject and field.

        What was removed is in it too, if its removal is no older than that; empty for an unknown assessment.
        """
        key = {"assessment_id": assessment_id, "event_id": event_id}
        with self._database.reading() as connection:
            found = connection.execute(statements.VALUES_AT, key).all()
        return {(row.norm_id, fields_of(row.norm_id)(row.field)): row.value for row in found}

    def take_in(
        self, assessment_id: str, changes: Sequence[Change], files: Sequence[TakenFile], *, author: str
    ) -> tuple[SavedField, ...]:
        """Keep all of `changes` and that these files came back, or nothing at all; raises as `Store.save_many`.

        Raises:
            InvalidInputError: A form was made from another assessment.
        """
        author, at = checked_author(author), self._clock()
        checked = [checked_change(change) for change in changes]
        with self._database.writing() as connection:
            row_to_change(connection, assessment_id)
            saved = save_changes(connection, assessment_id, checked, author, at)
            for file in files:
                taken = sum(file.name in change.origin for change in changes)
                returned = FormReturn(file_name(file.name, "bestand"), file.sha256, taken, author, at)
                _note(connection, assessment_id, _plain(file.form), returned)
        return saved


def _note(connection: sa.Connection, assessment_id: str, number: str, file: FormReturn) -> None:
    """Keep that a file came back, also when nothing was taken over from it."""
    owner = _owner(connection, number)
    if owner not in (None, assessment_id):
        raise InvalidInputError(
            "Deze invullijst is gemaakt van een andere zelfbeoordeling. Er is NIETS opgeslagen. "
            "Open de zelfbeoordeling waarvan de lijst is gemaakt."
        )
    told = {"naam": file.name, "sha256": file.sha256, "velden": file.taken, "invullijst": number}
    note = json.dumps({key: value for key, value in told.items() if value != ""}, ensure_ascii=False)
    detail = rows.detail_row(assessment_id, DetailKind.TAKEN_IN, note, file.author, file.at)
    connection.execute(statements.ADD_DETAIL, detail)
    if owner:
        event = _event(number, assessment_id, FormEventKind.RETURNED, author=file.author, at=file.at)
        told_of_file = {"name": file.name, "sha256": file.sha256, "taken": file.taken}
        connection.execute(statements.ADD_FORM_EVENT, event | told_of_file)


def _new_number() -> str:
    signs = "".join(secrets.choice(_SIGNS) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"


def _plain(number: str) -> str:
    return "".join(number.split()).upper()


def _owner(connection: sa.Connection, number: str) -> str | None:
    """Id of the assessment from which the form was made; None for a form that nobody knows."""
    found: str | None = connection.execute(statements.FORM_OWNER, {"number": _plain(number)}).scalar_one_or_none()
    return found


def _event(
    number: str, assessment_id: str, kind: FormEventKind, *, author: str, at: datetime
) -> dict[str, object]:
    key = {"number": number, "assessment_id": assessment_id, "kind": kind.value}
    return {**key, "name": "", "sha256": "", "taken": 0, "author": author, "at": at}
