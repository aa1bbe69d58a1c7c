"""The one place that touches session state, the clock, the time zone and who is typing.

Streamlit holds no truth here: what a session keeps is a view on the store, refreshed with what colleagues saved.
"""

from collections.abc import Mapping
from datetime import date, datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from app_pages.session.opened import Opened, Screen, view
from questionnaire.errors import AppError
from questionnaire.example import EXAMPLE_ID, load_example
from questionnaire.model.cleaning import clean
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.model.subjects import SubjectField
from questionnaire.scoring.score import Result, score_assessment
from questionnaire.store import AnswerEvent, Change, Store, StoredAssessment
from service import opening
from service.wire import AUTHOR_COOKIE, LONGEST_AUTHOR, author_of

ASSESSMENT_PARAMETER = "z"
NORM_PARAMETER = "norm"


def store() -> Store:
    """The store of this process."""
    return opening.store()


def opened() -> Opened | None:
    """The assessment that is open in this session, or None."""
    found = st.session_state.get("opened")
    return found if isinstance(found, Opened) else None


def require_opened() -> Opened:
    """The assessment that is open; raises AppError when there is none."""
    found = opened()
    if found is None:
        raise AppError("Er is geen zelfbeoordeling geopend. Ga naar de startpagina en kies er een.")
    return found


def screen() -> Screen:
    """What stands on the screen of this session."""
    found: Screen = st.session_state.setdefault("screen", Screen())
    return found


def content() -> Questionnaire:
    """The full content, in the version that the open assessment belongs to."""
    found = opened()
    return opening.newest_content() if found is None else opening.content_for(found.assessment.content_version)


def newest_content() -> Questionnaire:
    """The full content of the present version."""
    return opening.newest_content()


def result() -> Result:
    """Score of the open assessment, of this moment."""
    found = require_opened()
    found.scored = score_assessment(content(), found.current(), found.scored)
    return found.scored


def open_from_address() -> None:
    """Open what the address names, keep the address in step with the session, and take in new answers."""
    wanted = st.query_params.get(ASSESSMENT_PARAMETER) or st.session_state.get("assessment_id")
    if not wanted:
        return
    found = opened()
    if found is None or found.assessment.id != wanted:
        _open(wanted)
    if st.query_params.get(ASSESSMENT_PARAMETER) != wanted:
        st.query_params[ASSESSMENT_PARAMETER] = wanted


def _open(assessment_id: str) -> None:
    st.session_state["opened"] = _load(assessment_id)
    st.session_state["assessment_id"] = assessment_id


def reopen() -> None:
    """Read the open assessment anew, when it belongs to another version of the content now."""
    _open(require_opened().assessment.id)


def _load(assessment_id: str) -> Opened:
    if assessment_id == EXAMPLE_ID:
        example = load_example(content())
        shown = view(StoredAssessment(example, {}, {}), screen())
        shown.is_example = True
        return shown
    return view(store().load(assessment_id), screen())


def address() -> dict[str, str]:
    """Query parameters that lead back to the open assessment."""
    found = opened()
    return {} if found is None else {ASSESSMENT_PARAMETER: found.assessment.id}


def choose(assessment_id: str | None) -> None:
    """Make another assessment the open one from the next run on; None closes it."""
    st.session_state.pop("opened", None)
    st.session_state.pop("assessment_id", None)
    st.query_params.clear()
    if assessment_id:
        st.session_state["assessment_id"] = assessment_id
        st.query_params[ASSESSMENT_PARAMETER] = assessment_id


def follow_details() -> None:
    """Take in depth, date, status and particulars, after this session changed one of them."""
    found = require_opened()
    found.follow(store().details(found.assessment.id))


def save_together(values: Mapping[tuple[str, SubjectField], str]) -> None:
    """Save several fields of the open assessment, or none of them; raises AppError and says why."""
    found = require_opened()
    changes = [Change(*key, value, found.seen.get(key, 0)) for key, value in values.items()]
    for saved in store().save_many(found.assessment.id, changes, author=author()):
        found.take(saved.norm_id, saved.field, saved.value, saved.event_id, saved.at)


def history(norm_id: str) -> tuple[AnswerEvent, ...]:
    """Everything that was ever saved for a norm of the open assessment, newest first."""
    found = require_opened()
    return () if found.is_example else store().history(found.assessment.id, norm_id)


def recall(subject: str) -> None:
    """Take in all that was saved for an action or process step that was removed before this session began."""
    found = require_opened()
    for event in reversed(history(subject)):
        found.take(subject, event.field, event.value, event.event_id, event.at)


def remove() -> None:
    """Take the open assessment off the list and close it; `removed` tells which one, to offer it back."""
    found = require_opened()
    store().remove(found.assessment.id, author=author())
    choose(None)
    st.session_state["removed"] = (found.assessment.id, found.assessment.organisation.name)


def removed() -> tuple[str, str] | None:
    """Id and name of the assessment that this session took off the list, or None."""
    found: tuple[str, str] | None = st.session_state.get("removed")
    return found


def restore(assessment_id: str) -> None:
    """Put a removed assessment back on the list."""
    store().restore(assessment_id, author=author())
    st.session_state.pop("removed", None)


def author() -> str:
    """Name or role under which changes are kept; may be empty."""
    if "author" not in st.session_state:
        st.session_state["author"] = author_of(st.context.cookies)
    return str(st.session_state["author"])


def set_author(name: str) -> None:
    """Keep changes under this name or role from now on; the browser remembers it in a cookie."""
    st.session_state["author"] = clean(name).strip()[:LONGEST_AUTHOR]


def author_cookie() -> Mapping[str, str]:
    """Cookie that the browser part sets, so that the question is asked once."""
    return {"name": AUTHOR_COOKIE, "value": quote(author())}


def today() -> date:
    """The day it is for the user."""
    return datetime.now(_time_zone()).date()


def local(moment: datetime) -> datetime:
    """A stored moment (UTC) in the user's time zone."""
    return moment.astimezone(_time_zone())


def _time_zone() -> ZoneInfo | None:
    try:
        return ZoneInfo(st.context.timezone) if st.context.timezone else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
