"""What came after an event, who else is looking, and everything that was ever saved for one subject."""

import re
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams

from questionnaire.model.subjects import fields_of
from questionnaire.scoring.score import score_assessment
from questionnaire.store import AssessmentDetails, Store
from questionnaire.store.presence import Viewer
from reporting.progress import progress
from service.bodies import MAX_EVENT
from service.refusals import RefusalError
from service.saving import ContentOf
from service.wire import details_text, moment_text, news_event

_PATTERNS = {
    "after": re.compile(r"[0-9]{1,16}"),
    "page": re.compile(r"[a-z0-9-]{0,80}"),
    "viewer": re.compile(r"[A-Za-z0-9_-]{0,64}"),
    "progress": re.compile(r"[01]"),
}
_SUBJECT = re.compile(r"[A-Za-z0-9_:-]{1,80}")
_UNSAID = {"after": "0", "page": "", "viewer": "", "progress": "0"}


@dataclass(frozen=True, slots=True)
class Question:
    """What the browser wants to know."""

    after: int
    """The newest event that it knows."""
    page: str
    viewer: str
    """Id of the tab; "" for one that shows no name to others."""
    wants_progress: bool


def read_question(parameters: QueryParams) -> Question:
    """The question in an address; raises RefusalError when it does not fit."""
    given = {name: parameters.getlist(name) or [unsaid] for name, unsaid in _UNSAID.items()}
    for name, values in given.items():
        if len(values) > 1 or not _PATTERNS[name].fullmatch(values[0]):
            raise _no_question(name)
    after = int(given["after"][0])
    if after > MAX_EVENT:
        raise _no_question("after")
    return Question(after, given["page"][0], given["viewer"][0], given["progress"][0] == "1")


def _no_question(name: str) -> RefusalError:
    return RefusalError("invalid", f"In het adres klopt '{name}' niet. Ververs de pagina en probeer het opnieuw.")


def news(store: Store, content: ContentOf, assessment_id: str, question: Question, author: str) -> dict[str, Any]:
    """What was saved after an event, the newest of each field, and what else may have changed.

    Raises NotFoundError. Everything is read after the events, so that none of it is older than they are.
    """
    events = store.changes_after(assessment_id, question.after)
    details = store.details(assessment_id)
    newest = {(event.norm_id, event.field): event for event in events}
    at = details.particulars_saved_at
    return {
        "latest": events[-1].event_id if events else min(question.after, store.latest_event(assessment_id)),
        "events": [news_event(event) for event in sorted(newest.values(), key=lambda event: event.event_id)],
        "details": details_text(details),
        "particulars": details.particulars.filled(),
        "particularsAt": None if at is None else moment_text(at),
        "looking": _looking(store, Viewer(question.viewer, author, assessment_id, question.page)),
        "progress": _progress(store, content, assessment_id, details) if question.wants_progress else None,
    }


def _looking(store: Store, viewer: Viewer) -> list[str]:
    if not viewer.page:
        return []
    store.presence.note(viewer)
    return list(store.presence.others(viewer))


def _progress(store: Store, content: ContentOf, assessment_id: str, details: AssessmentDetails) -> dict[str, Any]:
    stored = store.load(assessment_id)
    now = progress(score_assessment(content(details.content_version), stored.assessment), stored.seen)
    return {"value": now.whole.done, "max": now.whole.total, "lines": list(now.lines), "counts": dict(now.counts)}


def history(store: Store, assessment_id: str, subject: str) -> dict[str, Any]:
    """Every value that was saved for a subject, newest first; raises NotFoundError or InvalidInputError."""
    if not _SUBJECT.fullmatch(subject):
        raise _no_question("onderwerp")
    fields_of(subject)
    store.details(assessment_id)
    events = store.history(assessment_id, subject)
    return {"events": [{**news_event(event), "origin": event.origin} for event in events]}
