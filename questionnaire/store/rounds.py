"""A next round beside the one before it, and confirming what was copied."""

from collections.abc import Callable, Collection
from datetime import date, datetime

import sqlalchemy as sa

from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import AnswerField
from questionnaire.store import rows, statements
from questionnaire.store.checks import checked_author, not_found
from questionnaire.store.database import Database
from questionnaire.store.reading import lock, row_to_change
from questionnaire.store.records import Change, DetailKind, SavedField
from questionnaire.store.saving import swap_all


class Rounds:
    """The rounds of all assessments; part of a `Store`, with the same promises."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def new_round(self, assessment_id: str, reference_date: date, *, author: str) -> str:
        """Start the round after this one, as a concept with a copy of what is in it, and give its id.

        Answers come along, and each that tells how it is now is to be confirmed again. Actions that still go on
        and process cards come along as they are; so do the template and the particulars, but for reference and
        version. The round before stays as it is.

        Raises:
            InvalidInputError: There is a next round already.
            NotFoundError: There is no such assessment, or it was removed.
        """
        author = checked_author(author)
        now, new_id = self._clock(), rows.new_id()
        key: dict[str, object] = {"assessment_id": assessment_id}
        copy = {**key, "new_id": new_id, "author": author, "at": now}
        with self._database.writing() as connection:
            lock(connection, assessment_id)
            before = connection.execute(statements.FIND, key).one_or_none()
            if before is None:
                raise not_found()
            _refuse_second(connection, key)
            connection.execute(statements.ADD_ASSESSMENT, _next_row(before, new_id, reference_date, now))
            event = rows.detail_row(new_id, DetailKind.NEXT_ROUND, assessment_id, author, now)
            connection.execute(statements.ADD_DETAIL, event)
            for statement in (statements.COPY_VALUES, statements.COPY_MARKS, statements.COPY_TEMPLATE):
                connection.execute(statement, copy)
        return new_id

    def confirm(self, assessment_id: str, norm_ids: Collection[str], *, author: str) -> tuple[SavedField, ...]:
        """Say of these norms that the copied answer still holds; one that waits for nothing is left alone.

        Gives what was confirmed: one for each mark that is cleared now.

        Raises:
            LockedError: The assessment was settled.
            NotFoundError: There is no such assessment, or it was removed.
        """
        author = checked_author(author)
        wanted = set(norm_ids)
        with self._database.writing() as connection:
            row_to_change(connection, assessment_id)
            waiting = connection.execute(statements.UNCONFIRMED, {"assessment_id": assessment_id}).all()
            changes = [
                Change(mark.norm_id, AnswerField.RECONFIRM, "", mark.id)
                for mark in waiting
                if mark.norm_id in wanted
            ]
            return swap_all(connection, assessment_id, changes, author, self._clock())


def _next_row(before: rows.AnyRow, new_id: str, reference_date: date, created_at: datetime) -> dict[str, object]:
    """The columns of the next round; status and settlement begin anew."""
    particulars = rows.particulars(before).model_copy(update={"reference": "", "version": ""})
    return {
        "id": new_id,
        "organisation": before.organisation,
        "depth": before.depth,
        "reference_date": reference_date,
        "list_id": before.list_id,
        "content_version": before.content_version,
        "created_at": created_at,
        "particulars": rows.particulars_json(particulars),
        "round": before.round + 1,
        "previous": before.id,
    }


def _refuse_second(connection: sa.Connection, key: dict[str, object]) -> None:
    """Two people may press the button at once; then one of them gets this."""
    if connection.execute(statements.NEXT_ROUND, key).first():
        raise InvalidInputError(
            "Er is al een volgende ronde. Er is NIETS gemaakt. Ga naar de startpagina en open de volgende ronde."
        )
