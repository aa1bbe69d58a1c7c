"""What an open transaction reads of one assessment."""

import sqlalchemy as sa

from questionnaire.model.settlement import Status
from questionnaire.store import rows, statements
from questionnaire.store.checks import not_found
from questionnaire.store.errors import LockedError
from questionnaire.store.records import StoredAssessment


def stored_assessment(connection: sa.Connection, assessment_id: str) -> StoredAssessment:
    """The assessment as it stands; raises NotFoundError."""
    key = {"assessment_id": assessment_id}
    row = connection.execute(statements.FIND, key).one_or_none()
    if row is None:
        raise not_found()
    return rows.stored_assessment(row, connection.execute(statements.ALL_CURRENT, key).all())


def row_to_change(connection: sa.Connection, assessment_id: str) -> rows.AnyRow:
    """The row of an assessment that is about to change; raises NotFoundError or LockedError."""
    lock(connection, assessment_id)
    row = connection.execute(statements.FIND, {"assessment_id": assessment_id}).one_or_none()
    if row is None:
        raise not_found()
    if row.status == Status.SETTLED:
        raise LockedError
    return row


def lock(connection: sa.Connection, assessment_id: str) -> None:
    """Make other writers to this assessment wait; SQLite has one writer at a time and needs nothing."""
    if connection.dialect.name != "sqlite":
        connection.execute(statements.LOCK, {"assessment_id": assessment_id})
