"""Saves of several people in one durable transaction: the disk is waited for once, and each stands on its own."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeAlias

import sqlalchemy as sa

from questionnaire.errors import AppError, InvalidInputError, NotFoundError
from questionnaire.store.database import Database, storage_errors
from questionnaire.store.errors import ConflictError, LockedError
from questionnaire.store.reading import lock
from questionnaire.store.records import Batch, SavedField
from questionnaire.store.saving import save_changes

Outcome: TypeAlias = tuple[SavedField, ...] | AppError
"""What is stored now, in the order of the changes; or why nothing of the batch was stored."""
OF_ONE_BATCH = (ConflictError, InvalidInputError, LockedError, NotFoundError)
"""What is wrong with one batch and says nothing about the others; any other error ends the transaction."""


def save_batches(database: Database, batches: Sequence[Batch], at: datetime) -> list[Outcome]:
    """Keep each batch, which is checked, or nothing of it; raises StorageError when none could be kept."""
    if not database.is_sqlite:  # others write at the same time there: never hold two assessments
        return [_alone(database, batch, at) for batch in batches]
    with database.writing() as connection:
        return [_among_others(database, connection, batch, at) for batch in batches]


def _alone(database: Database, batch: Batch, at: datetime) -> Outcome:
    try:
        with database.writing() as connection:
            return _saved(connection, batch, at)
    except OF_ONE_BATCH as error:
        return error


def _among_others(database: Database, connection: sa.Connection, batch: Batch, at: datetime) -> Outcome:
    database.run(connection, "SAVEPOINT batch")
    try:
        saved = _saved(connection, batch, at)
    except OF_ONE_BATCH as error:
        database.run(connection, "ROLLBACK TO batch")
        return error
    database.run(connection, "RELEASE batch")
    return saved


def _saved(connection: sa.Connection, batch: Batch, at: datetime) -> tuple[SavedField, ...]:
    with storage_errors("Uw wijziging is NIET opgeslagen."):
        lock(connection, batch.assessment_id)
        return save_changes(connection, batch.assessment_id, batch.changes, batch.author, at)
