"""How values travel: JSON, moments in UTC, and the name that the browser keeps in a cookie."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

import orjson
from starlette.responses import Response

from questionnaire.model.assessment import Assessment
from questionnaire.model.cleaning import clean
from questionnaire.model.plan import ActionField
from questionnaire.privacy import resident_warnings
from questionnaire.store import AnswerEvent, AssessmentDetails, SavedField

AUTHOR_COOKIE = "was_wordt_naam"
LONGEST_AUTHOR = 80
NO_STORE = {"cache-control": "no-store"}
_SURROGATES = re.compile("[\ud800-\udfff]")


class Json(Response):
    """An answer in JSON that no browser keeps."""

    media_type = "application/json"


def answer(content: object, status: int = 200) -> Json:
    """An answer in JSON; half of a sign outside the basic plane becomes a replacement sign."""
    try:
        body = orjson.dumps(content)
    except TypeError:
        body = orjson.dumps(_whole(content))
    return Json(body, status, NO_STORE)


def _whole(content: Any) -> Any:  # noqa: ANN401 (whatever JSON can hold)
    if isinstance(content, dict):
        return {name: _whole(value) for name, value in content.items()}
    if isinstance(content, list | tuple):
        return [_whole(value) for value in content]
    return _SURROGATES.sub("\ufffd", content) if isinstance(content, str) else content


def moment_text(moment: datetime) -> str:
    """A moment as it travels.

    >>> moment_text(datetime(2026, 3, 1, 12, 30, tzinfo=UTC))
    '2026-03-01T12:30:00.000Z'
    """
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def author_of(cookies: Mapping[str, str]) -> str:
    """Name or role under which changes are kept; empty when the browser knows none."""
    return clean(unquote(cookies.get(AUTHOR_COOKIE, "")))[:LONGEST_AUTHOR].strip()


def details_text(details: AssessmentDetails | Assessment) -> str:
    """Depth, status and content version: when this differs, the page as a whole became another."""
    return f"{details.depth.value}|{details.status.value}|{details.content_version}"


def stored_value(stored: SavedField | AnswerEvent) -> dict[str, object]:
    """One value as it is stored, with what there is to warn of."""
    return {
        "subject": stored.norm_id,
        "field": stored.field.value,
        "value": stored.value,
        "event": stored.event_id,
        "at": moment_text(stored.at),
        "warnings": [] if stored.field is ActionField.DUE else resident_warnings(stored.value),
    }


def news_event(event: AnswerEvent) -> dict[str, object]:
    """One value as it is stored, and who stored it."""
    return {**stored_value(event), "author": event.author}
