"""Where assessments are kept: append-only answer events, the current answers, and the history of both.

One `Store` serves all threads of a process; several processes may use one file.
"""

from questionnaire.store.errors import ConflictError, StorageError
from questionnaire.store.records import (
    AnswerEvent,
    AssessmentSummary,
    Change,
    DetailEvent,
    DetailKind,
    SavedField,
    StoredAssessment,
)
from questionnaire.store.store import Store

__all__ = [
    "AnswerEvent",
    "AssessmentSummary",
    "Change",
    "ConflictError",
    "DetailEvent",
    "DetailKind",
    "SavedField",
    "StorageError",
    "Store",
    "StoredAssessment",
]
