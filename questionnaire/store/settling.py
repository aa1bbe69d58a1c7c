"""How far an assessment is; once it is settled it is locked, and the report that was settled is kept with it."""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime

from questionnaire.errors import InvalidInputError, NotFoundError
from questionnaire.model.assessment import Assessment
from questionnaire.model.settlement import Settlement, Status
from questionnaire.store import rows, statements
from questionnaire.store.checks import checked_author, file_name
from questionnaire.store.database import Database
from questionnaire.store.errors import OutdatedReportError, StorageError
from questionnaire.store.reading import row_to_change, stored_assessment
from questionnaire.store.records import DetailKind, SettledReport

MAX_REPORT = 50 * 1024 * 1024
"""Largest report, in bytes."""


class Settling:
    """The status of all assessments; part of a `Store`, with the same promises."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def set_status(self, assessment_id: str, status: Status, *, author: str) -> None:
        """Make it a concept, or discussed; `settle` is the only way to settle.

        Raises:
            InvalidInputError: The status is `SETTLED`.
            LockedError: The assessment was settled.
            NotFoundError: There is no such assessment, or it was removed.
        """
        author = checked_author(author)
        if status is Status.SETTLED:
            raise InvalidInputError(
                "Vaststellen kan alleen met het rapport erbij. Er is NIETS veranderd. Gebruik 'Vaststellen'."
            )
        with self._database.writing() as connection:
            if row_to_change(connection, assessment_id).status == status:
                return
            connection.execute(statements.CHANGE.values(status=status.value), {"assessment_id": assessment_id})
            event = rows.detail_row(assessment_id, DetailKind.STATUS, status.value, author, self._clock())
            connection.execute(statements.ADD_DETAIL, event)

    def settle(
        self,
        assessment_id: str,
        settlement: Settlement,
        report: bytes,
        report_name: str,
        *,
        made_from: Assessment,
        author: str,
    ) -> SettledReport:
        """Lock the assessment for good and keep the report that was settled, byte for byte.

        Args:
            assessment_id: The assessment.
            settlement: Who settles it, when, and under which reference.
            report: The report, as somebody approved it.
            report_name: Its file name, for people.
            made_from: The assessment as `Store.load` gave it when the report was made.
            author: Who pressed the button; may be empty.

        Raises:
            OutdatedReportError: The assessment is no longer what the report was made from.
            InvalidInputError: The report is empty or larger than `MAX_REPORT`.
            LockedError: The assessment was settled already.
            NotFoundError: There is no such assessment, or it was removed.
        """
        author = checked_author(author)
        _check_size(report)
        now = self._clock()
        kept = SettledReport(file_name(report_name, "rapport.docx"), _sha256(report), now, report)
        with self._database.writing() as connection:
            row_to_change(connection, assessment_id)
            if stored_assessment(connection, assessment_id).assessment != made_from:
                raise OutdatedReportError
            event = rows.detail_row(assessment_id, DetailKind.SETTLED, _note(settlement, kept), author, now)
            connection.execute(statements.ADD_DETAIL, event)
            connection.execute(statements.ADD_REPORT, rows.report_row(assessment_id, kept))
            change = {"status": Status.SETTLED.value, "settlement": settlement.model_dump_json(by_alias=True)}
            connection.execute(statements.CHANGE.values(change), {"assessment_id": assessment_id})
        return kept

    def settled_report(self, assessment_id: str) -> SettledReport:
        """The report with which the assessment was settled, checked against its checksum.

        Raises:
            NotFoundError: The assessment is not there, or was never settled.
            StorageError: The report was damaged on the disk.
        """
        with self._database.reading() as connection:
            row = connection.execute(statements.REPORT, {"assessment_id": assessment_id}).one_or_none()
        if row is None:
            raise NotFoundError(
                "Er is hier geen vastgesteld rapport. Ga naar de startpagina en kies een vastgestelde ronde."
            )
        if _sha256(row.content) != row.sha256:
            raise StorageError(
                "Het vastgestelde rapport is beschadigd: het is niet meer wat is bewaard. "
                "Waarschuw uw beheerder, en zet een reservekopie terug."
            )
        return SettledReport(row.name, row.sha256, row.settled_at, row.content)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _note(settlement: Settlement, report: SettledReport) -> str:
    """What history tells about settling, as JSON."""
    return json.dumps({**settlement.filled(), "rapport": report.name, "sha256": report.sha256}, ensure_ascii=False)


def _check_size(report: bytes) -> None:
    if not report or len(report) > MAX_REPORT:
        raise InvalidInputError(
            f"Het rapport is {len(report) / 1024**2:.1f} MB. Er is NIETS vastgesteld. "
            f"Maak een rapport dat niet leeg is en hoogstens {MAX_REPORT // 1024**2} MB groot is."
        )
