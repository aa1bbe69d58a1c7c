"""Rows of the database as the records that the rest of the product reads, and back."""

import json
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeAlias

import sqlalchemy as sa

from questionnaire.model.assessment import Answer, Assessment, Depth, Organisation, Particulars
from questionnaire.model.plan import Action, ActionField, ProcessField, ProcessStep, action_id, process_place
from questionnaire.model.settlement import Settlement, Status
from questionnaire.model.subjects import fields_of, in_place
from questionnaire.store.records import (
    AnswerEvent,
    AssessmentDetails,
    AssessmentSummary,
    Change,
    DetailEvent,
    DetailKind,
    FormEventKind,
    FormRecord,
    FormReturn,
    KeptTemplate,
    SettledReport,
    StoredAssessment,
)

MAX_ORIGIN = 200
"""Longest text that tells which files a value came from, in characters."""

AnyRow: TypeAlias = sa.Row[*tuple[Any, ...]]


def new_id() -> str:
    """An id for an assessment: 22 characters, impossible to guess, fit for a URL."""
    return secrets.token_urlsafe(16)


def row_of(assessment: Assessment) -> dict[str, object]:
    """The columns of a new assessment, which is always a concept; its answers are rows of their own."""
    return {
        "id": assessment.id,
        "organisation": assessment.organisation.model_dump_json(by_alias=True),
        "depth": assessment.depth.value,
        "reference_date": assessment.reference_date,
        "list_id": assessment.list_id,
        "content_version": assessment.content_version,
        "created_at": assessment.created_at,
        "particulars": particulars_json(assessment.particulars),
        "round": assessment.round,
        "previous": assessment.previous,
    }


def particulars_json(particulars: Particulars) -> str:
    """The column of an assessment that holds its particulars: only what was filled in."""
    return json.dumps(particulars.filled(), ensure_ascii=False)


def particulars(row: AnyRow) -> Particulars:
    """The particulars of an assessment's row."""
    return Particulars.model_validate_json(row.particulars)


def details(row: AnyRow) -> AssessmentDetails:
    """What can change about an assessment as a whole."""
    return AssessmentDetails(
        depth=Depth(row.depth),
        reference_date=row.reference_date,
        particulars=particulars(row),
        particulars_saved_at=row.particulars_saved_at,
        content_version=row.content_version,
        status=Status(row.status),
        settlement=settlement(row),
    )


def settlement(row: AnyRow) -> Settlement | None:
    """Who settled the assessment of a row, if anybody did."""
    return None if row.settlement is None else Settlement.model_validate_json(row.settlement)


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
        "origin": " + ".join(change.origin)[:MAX_ORIGIN],
    }


def stored_assessment(row: AnyRow, current: Iterable[AnyRow]) -> StoredAssessment:
    """Put an assessment together from its row and its current answers; an answer that is all empty is left out."""
    values: dict[str, dict[str, str]] = defaultdict(dict)
    seen, saved_at = {}, {}
    for entry in current:
        key = (entry.norm_id, fields_of(entry.norm_id)(entry.field))
        seen[key], saved_at[key] = entry.id, entry.at
        if entry.value:
            values[entry.norm_id][entry.field] = entry.value
    assessment = Assessment(
        id=row.id,
        organisation=Organisation.model_validate_json(row.organisation),
        depth=Depth(row.depth),
        reference_date=row.reference_date,
        list_id=row.list_id,
        content_version=row.content_version,
        created_at=row.created_at,
        particulars=particulars(row),
        answers={
            subject: Answer.model_validate(fields) for subject, fields in values.items() if ":" not in subject
        },
        actions=_actions(values),
        process=_process(values),
        round=row.round,
        previous=row.previous,
        status=Status(row.status),
        settlement=settlement(row),
    )
    return StoredAssessment(assessment, seen, saved_at)


def _actions(values: Mapping[str, Mapping[str, str]]) -> dict[str, Action]:
    """The actions that are not removed, by id."""
    actions = {}
    for subject, fields in values.items():
        if found := action_id(subject):
            action = Action(id=found)
            for name, value in fields.items():
                action = action.replace(ActionField(name), value)
            actions[found] = action
    return {found: action for found, action in sorted(actions.items()) if not action.removed}


def _process(values: Mapping[str, Mapping[str, str]]) -> dict[str, ProcessStep]:
    """The steps of process cards that are not removed, by id, in order of section and place."""
    steps = []
    for subject, fields in values.items():
        if place := process_place(subject):
            step = ProcessStep(section=place[0], id=place[1])
            for name, value in fields.items():
                step = step.replace(ProcessField(name), value)
            steps.append(step)
    return in_place(step for step in steps if not step.removed)


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
        round=row.round,
        previous=row.previous,
        status=Status(row.status),
    )


def answer_event(row: AnyRow) -> AnswerEvent:
    """One saved value."""
    return AnswerEvent(
        row.id, row.norm_id, fields_of(row.norm_id)(row.field), row.value, row.author, row.at, row.seen, row.origin
    )


def detail_event(row: AnyRow) -> DetailEvent:
    """One change of the details."""
    return DetailEvent(row.id, DetailKind(row.kind), row.value, row.author, row.at)


def detail_row(assessment_id: str, kind: DetailKind, value: str, author: str, at: datetime) -> dict[str, object]:
    """The columns of a new detail event."""
    return {"assessment_id": assessment_id, "kind": kind.value, "value": value, "author": author, "at": at}


def kept_template(row: AnyRow) -> KeptTemplate:
    """What is known of a template."""
    return KeptTemplate(row.name, row.sha256, row.uploaded_at, row.author)


def report_row(assessment_id: str, report: SettledReport) -> dict[str, object]:
    """The columns of a settled report."""
    return {
        "assessment_id": assessment_id,
        "name": report.name,
        "sha256": report.sha256,
        "settled_at": report.settled_at,
        "content": report.content,
    }


def form_row(form: FormRecord) -> dict[str, object]:
    """The columns of a new form."""
    return {
        "number": form.number,
        "assessment_id": form.assessment_id,
        "recipient": form.recipient,
        "selection": form.selection,
        "norms": json.dumps(form.norms),
        "actions": json.dumps(dict(form.actions)),
        "is_filled_before": form.is_filled_before,
        "content_version": form.content_version,
        "base_event": form.base_event,
        "author": form.author,
        "at": form.at,
    }


def form_record(row: AnyRow, events: Iterable[AnyRow]) -> FormRecord:
    """A form with what happened to it; `events` are its own, oldest first."""
    events = list(events)
    returns = (event for event in events if event.kind == FormEventKind.RETURNED)
    return FormRecord(
        number=row.number,
        assessment_id=row.assessment_id,
        recipient=row.recipient,
        selection=row.selection,
        norms=tuple(json.loads(row.norms)),
        actions=json.loads(row.actions),
        is_filled_before=row.is_filled_before,
        content_version=row.content_version,
        base_event=row.base_event,
        author=row.author,
        at=row.at,
        returns=tuple(
            FormReturn(event.name, event.sha256, event.taken, event.author, event.at) for event in returns
        ),
        withdrawn_at=next((event.at for event in events if event.kind == FormEventKind.WITHDRAWN), None),
    )
