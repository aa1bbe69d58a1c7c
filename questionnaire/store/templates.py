"""An organisation's own Word template, kept with its assessment. What is in the file is not looked at here."""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from questionnaire.errors import InvalidInputError
from questionnaire.store import rows, statements
from questionnaire.store.checks import checked_author, file_name
from questionnaire.store.database import Database
from questionnaire.store.errors import TemplateConflictError
from questionnaire.store.reading import row_to_change
from questionnaire.store.records import DetailKind, KeptTemplate

MAX_TEMPLATE = 10 * 1024 * 1024
"""Largest template, in bytes."""


class Templates:
    """The templates of all assessments, at most one each; part of a `Store`, with the same promises."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def keep(
        self, assessment_id: str, name: str, content: bytes, *, author: str, instead_of: str | None = None
    ) -> KeptTemplate:
        """Use this template from now on, in place of the one before it; history keeps its name and hash.

        Args:
            assessment_id: Whose template it is.
            name: The file name, for people.
            content: The bytes, checked by the caller.
            author: Who chose it.
            instead_of: SHA-256 of the template that the user saw in use, "" for the standard one; None when
                that does not matter.

        Raises:
            TemplateConflictError: Another template is in use than the user saw.
            InvalidInputError: The file is empty or larger than `MAX_TEMPLATE`.
            LockedError: The assessment was settled.
            NotFoundError: There is no such assessment, or it was removed.
        """
        author = checked_author(author)
        _check_size(content)
        sha256 = hashlib.sha256(content).hexdigest()
        kept = KeptTemplate(file_name(name, "sjabloon.docx"), sha256, self._clock(), author)
        row = {"assessment_id": assessment_id, "name": kept.name, "sha256": sha256, "author": author}
        with self._database.writing() as connection:
            row_to_change(connection, assessment_id)
            self._require_seen(connection, assessment_id, instead_of)
            connection.execute(statements.REMOVE_TEMPLATE, {"assessment_id": assessment_id})
            connection.execute(
                statements.ADD_TEMPLATE, {**row, "uploaded_at": kept.uploaded_at, "content": content}
            )
            self._note(connection, assessment_id, DetailKind.TEMPLATE, kept, author)
        return kept

    def find(self, assessment_id: str) -> KeptTemplate | None:
        """The template that is in use; None for the standard one, or without such an assessment."""
        with self._database.reading() as connection:
            row = connection.execute(statements.TEMPLATE, {"assessment_id": assessment_id}).one_or_none()
        return None if row is None else rows.kept_template(row)

    def content(self, assessment_id: str) -> bytes | None:
        """The bytes of the template that is in use; None as `find`."""
        with self._database.reading() as connection:
            found = connection.execute(statements.TEMPLATE_CONTENT, {"assessment_id": assessment_id})
            content: bytes | None = found.scalar_one_or_none()
        return content

    def remove(self, assessment_id: str, *, author: str, instead_of: str | None = None) -> None:
        """Go back to the standard template; the bytes are gone then. Nothing happens when there is none.

        Raises:
            TemplateConflictError: Another template is in use than the user saw; `instead_of` is as in `keep`.
            LockedError: The assessment was settled.
            NotFoundError: There is no such assessment, or it was removed.
        """
        author = checked_author(author)
        key = {"assessment_id": assessment_id}
        with self._database.writing() as connection:
            row_to_change(connection, assessment_id)
            self._require_seen(connection, assessment_id, instead_of)
            row = connection.execute(statements.TEMPLATE, key).one_or_none()
            if row is not None:
                connection.execute(statements.REMOVE_TEMPLATE, key)
                self._note(connection, assessment_id, DetailKind.TEMPLATE_REMOVED, rows.kept_template(row), author)

    @staticmethod
    def _require_seen(connection: sa.Connection, assessment_id: str, seen: str | None) -> None:
        """Stop when the template in use is not the one that the user saw."""
        row = connection.execute(statements.TEMPLATE, {"assessment_id": assessment_id}).one_or_none()
        current = "" if row is None else rows.kept_template(row).sha256
        if seen is not None and seen != current:
            raise TemplateConflictError(current)

    def _note(
        self, connection: sa.Connection, assessment_id: str, kind: DetailKind, kept: KeptTemplate, author: str
    ) -> None:
        value = json.dumps({"naam": kept.name, "sha256": kept.sha256}, ensure_ascii=False)
        event = rows.detail_row(assessment_id, kind, value, author, self._clock())
        connection.execute(statements.ADD_DETAIL, event)


def _check_size(content: bytes) -> None:
    if not content or len(content) > MAX_TEMPLATE:
        raise InvalidInputError(
            f"Het sjabloon is {len(content) / 1024**2:.1f} MB. Er is NIETS bewaard. "
            f"Kies een bestand dat niet leeg is en hoogstens {MAX_TEMPLATE // 1024**2} MB groot is."
        )
