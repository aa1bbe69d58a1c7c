"""The one place that touches session state, the clock, the time zone and who is typing.

Streamlit holds no truth here: what a session keeps is a view on the store, refreshed with what colleagues saved.
"""

from collections.abc import Mapping
from datetime import date, datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from app_pages.session.opened import Opened, Screen
from app_pages.session.snapshot import Snapshot, snapshots
from questionnaire.errors import AppError
from questionnaire.example import EXAMPLE_ID, load_example
from questionnaire.model.cleaning import clean
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.model.subjects import SubjectField
from questionnaire.scoring.score import Result
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
    return opening.newest_content() if found is None else found.snapshot.content


def newest_content() -> Questionnaire:
    """The full content of the present version."""
    return opening.newest_content()


def result() -> Result:
    """Score of the open assessment, of this moment."""
    return require_opened().snapshot.result


def open_from_address() -> None:
    """Open what the address names as it stands now, and keep the address in step with the session."""
    wanted = st.query_params.get(ASSESSMENT_PARAMETER) or st.session_state.get("assessment_id")
    if not wanted:
        return
    found = opened()
    if found is not None and found.assessment.id == wanted:
        refresh()
    else:
        st.session_state["opened"] = Opened(_snapshot(wanted), screen(), is_example=wanted == EXAMPLE_ID)
        st.session_state["assessment_id"] = wanted
    if st.query_params.get(ASSESSMENT_PARAMETER) != wanted:
        st.query_params[ASSESSMENT_PARAMETER] = wanted


def look_at(page: str) -> None:
    """Note that the page with this address is about to be drawn."""
    now = screen()
    now.stays, now.page = now.page == page, page


def refresh() -> None:
    """Look at the open assessment as it stands now."""
    found = opened()
    if found is not None and not found.is_example:
        now = _snapshot(found.assessment.id)
        if now is not found.snapshot:
            found.snapshot = now
            found.recalled.clear()


def _snapshot(assessment_id: str) -> Snapshot:
    if assessment_id == EXAMPLE_ID:
        return Snapshot(StoredAssessment(load_example(newest_content()), {}, {}))
    return snapshots.of(store(), assessment_id)


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


def save_together(values: Mapping[tuple[str, SubjectField], str]) -> None:
    """Save several fields of the open assessment, or none of them; raises AppError and says why."""
    found = require_opened()
    changes = [Change(*key, value, found.event(*key)) for key, value in values.items()]
    store().save_many(found.assessment.id, changes, author=author())
    refresh()


def history(norm_id: str) -> tuple[AnswerEvent, ...]:
    """Everything that was ever saved for a norm of the open assessment, newest first."""
    found = require_opened()
    return () if found.is_example else store().history(found.assessment.id, norm_id)


def recall(subject: str) -> None:
    """Take in all that was saved for an action or process step that was removed."""
    found = require_opened()
    if subject not in found.recalled:
        found.recall(subject, history(subject))


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
