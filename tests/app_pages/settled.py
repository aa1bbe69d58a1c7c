"""Rounds that were settled, and next rounds, without the screen."""

from datetime import date

from questionnaire.model.settlement import Settlement
from questionnaire.store import SettledReport, Store

SETTLED_ON = date(2026, 11, 3)
REPORT = b"PK\x03\x04 het rapport"


def settle(store: Store, assessment_id: str) -> SettledReport:
    """Settle an assessment as it stands, with a report of a few bytes."""
    settlement = Settlement.of(role="college *B en W*", day=SETTLED_ON, reference="Z/2026/1")
    stored = store.load(assessment_id).assessment
    return store.settling.settle(
        assessment_id, settlement, REPORT, "rapport.docx", made_from=stored, author="secretaris"
    )


def next_round(store: Store, assessment_id: str) -> str:
    """Begin the round after an assessment."""
    return store.rounds.new_round(assessment_id, date(2027, 10, 1), author="")
