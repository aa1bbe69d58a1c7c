"""Where assessments are kept: append-only answer events, the current answers, and the history of both.

One `Store` serves all threads of a process; several processes may use one file.
"""

from questionnaire.store.errors import (
    ConflictError,
    InvalidFieldError,
    LockedError,
    OutdatedReportError,
    ParticularConflictError,
    StorageError,
    TemplateConflictError,
)
from questionnaire.store.forms import MAX_RECIPIENT, MAX_SELECTION, Forms
from questionnaire.store.presence import Presence
from questionnaire.store.records import (
    AnswerEvent,
    AssessmentDetails,
    AssessmentSummary,
    Batch,
    Change,
    DetailEvent,
    DetailKind,
    FormRecord,
    FormReturn,
    KeptTemplate,
    SavedField,
    SettledReport,
    StoredAssessment,
    TakenFile,
)
from questionnaire.store.rounds import Rounds
from questionnaire.store.settling import MAX_REPORT, Settling
from questionnaire.store.store import Store
from questionnaire.store.templates import MAX_TEMPLATE, Templates

__all__ = [
    "MAX_RECIPIENT",
    "MAX_REPORT",
    "MAX_SELECTION",
    "MAX_TEMPLATE",
    "AnswerEvent",
    "AssessmentDetails",
    "AssessmentSummary",
    "Batch",
    "Change",
    "ConflictError",
    "DetailEvent",
    "DetailKind",
    "FormRecord",
    "FormReturn",
    "Forms",
    "InvalidFieldError",
    "KeptTemplate",
    "LockedError",
    "OutdatedReportError",
    "ParticularConflictError",
    "Presence",
    "Rounds",
    "SavedField",
    "SettledReport",
    "Settling",
    "StorageError",
    "Store",
    "StoredAssessment",
    "TakenFile",
    "TemplateConflictError",
    "Templates",
]
