"""Rows of the database as the records that the rest of the product reads, and back."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeAlias

import sqlalchemy as sa

from questionnaire.assessment import Answer, AnswerField, Assessment, Depth, Organisation, Particulars
from questionnaire.store.records import (
    AnswerEvent,
    AssessmentDetails,
    AssessmentSummary,
    Change,
    DetailEvent,
    DetailKind,
    KeptTemplate,
    StoredAssessment,
)

AnyRow: TypeAlias = sa.Row[*tuple[Any, ...]]


def row_of(assessment: Assessment) -> dict[str, object]:
    """The columns of a new assessment; its answers are rows of their own."""
    return {
        "id": assessment.id,
        "organisation": assessment.organisation.model_dump_json(by_alias=True),
        "depth": assessment.depth.value,
        "reference_date": assessment.reference_date,
        "content_version": assessment.content_version,
        "created_at": assessment.created_at,
        "particulars": particulars_json(assessment.particulars),
    }


def particulars_json(particulars: Particulars) -> str:
    """The column of an assessment that holds its particulars: only what was filled in."""
    return json.dumps(particulars.filled(), ensure_ascii=False)


def particulars(row: AnyRow) -> Particulars:
    """The particulars of an assessment's row."""
    return Particulars.model_validate_json(row.particulars)


def details(row: AnyRow) -> AssessmentDetails:
    """What can change about an assessment as a whole."""
    return AssessmentDetails(Depth(row.depth), row.reference_date, particulars(row), row.particulars_saved_at)


def event_row(assessment_id: str, change: Change, author: str, at: datetime) -> dict[str, object]:
    """The columns of a new answer event."""
    return {
        "assessment_id": assessment_id,
        "norm_id": change.norm_id,
        "field": change.field.value,
        "value": change.value,
        "author": author,
        "at": at,
        "seen": change.seen,
    }


def stored_assessment(row: AnyRow, current: Iterable[AnyRow]) -> StoredAssessment:
    """Put an assessment together from its row and its current answers; an answer that is all empty is left out."""
    values: dict[str, dict[str, str]] = defaultdict(dict)
    seen, saved_at = {}, {}
    for entry in current:
        key = (entry.norm_id, AnswerField(entry.field))
        seen[key], saved_at[key] = entry.id, entry.at
        if entry.value:
            values[entry.norm_id][entry.field] = entry.value
    assessment = Assessment(
        id=row.id,
        organisation=Organisation.model_validate_json(row.organisation),
        depth=Depth(row.depth),
        reference_date=row.reference_date,
        content_version=row.content_version,
        created_at=row.created_at,
        particulars=particulars(row),
        answers={norm_id: Answer.model_validate(fields) for norm_id, fields in values.items()},
    )
    return StoredAssessment(assessment, seen, saved_at)


def summary(row: AnyRow) -> AssessmentSummary:
    """One line of the list."""
    return AssessmentSummary(
        id=row.id,
        organisation=Organisation.model_validate_json(row.organisation),
        depth=Depth(row.depth),
        reference_date=row.reference_date,
        created_at=row.created_at,
        changed_at=row.last_saved or row.created_at,
        answered=row.answered,
    )


def answer_event(row: AnyRow) -> AnswerEvent:
    """One saved value."""
    return AnswerEvent(row.id, row.norm_id, AnswerField(row.field), row.value, row.author, row.at, row.seen)


def detail_event(row: AnyRow) -> DetailEvent:
    """One change of the details."""
    return DetailEvent(row.id, DetailKind(row.kind), row.value, row.author, row.at)


def detail_row(assessment_id: str, kind: DetailKind, value: str, author: str, at: datetime) -> dict[str, object]:
    """The columns of a new detail event."""
    return {"assessment_id": assessment_id, "kind": kind.value, "value": value, "author": author, "at": at}


def kept_template(row: AnyRow) -> KeptTemplate:
    """What is known of a template."""
    return KeptTemplate(row.name, row.sha256, row.uploaded_at, row.author)
