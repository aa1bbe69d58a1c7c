"""What is stored in the fields of a page, for the browser to begin with."""

from collections.abc import Iterable

from app_pages.cards.contract import StateData, StoredValue
from app_pages.session.opened import Opened
from questionnaire.model.subjects import SubjectField, fields_of
from questionnaire.privacy import resident_warnings
from service.wire import details_text, moment_text


def state(found: Opened, subjects: Iterable[str], *, with_particulars: bool) -> StateData:
    """The values of these subjects as this session knows them, a cleared one too."""
    details = found.snapshot.details
    at = details.particulars_saved_at if with_particulars and details else None

    return {
        "latest": found.snapshot.latest,
        "values": {subject: values for subject in subjects if (values := _values(found, subject))},
        "particulars": found.assessment.particulars.filled() if with_particulars else {},
        "particularsAt": None if at is None else moment_text(at),
        "details": details_text(found.assessment),
    }


def _values(found: Opened, subject: str) -> dict[str, StoredValue]:
    fields: tuple[SubjectField, ...] = tuple(fields_of(subject))
    return {field.value: value for field in fields if (value := _value(found, subject, field))}


def _value(found: Opened, subject: str, field: SubjectField) -> StoredValue | None:
    text, event = found.value(subject, field), found.event(subject, field)
    if not (text or event):
        return None
    at = moment_text(found.saved_at(subject, field))
    return {"value": text, "event": event, "at": at, "warnings": resident_warnings(text)}
