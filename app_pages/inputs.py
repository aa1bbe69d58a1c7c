"""The inputs of an answer: their keys, what they show, and saving what was typed in them.

A text on screen is compared with the event its reader saw; it is never replaced under their hands.
"""

import streamlit as st

from app_pages import session
from app_pages.opened import Failure, Opened
from questionnaire.assessment import AnswerField, Level
from questionnaire.cleaning import clean
from questionnaire.errors import AppError
from questionnaire.store import Change, ConflictError
from questionnaire.subjects import SubjectField


def card_key(norm_id: str) -> str:
    """Key of the fragment and container of one norm."""
    return f"norm-{norm_id}"


def widget_key(norm_id: str, answer_field: SubjectField, replaced: int = 0) -> str:
    """Key of the input for one field; also the CSS class `st-key-…` by which the browser part finds it.

    `replaced` tells how often the input made place for a new one.
    """
    return f"w-{answer_field.value}-{norm_id}" + (f"--{replaced}" if replaced else "")


def _key(found: Opened, norm_id: str, answer_field: SubjectField) -> str:
    return widget_key(norm_id, answer_field, found.screen.replaced.get((norm_id, answer_field), 0))


def replace(found: Opened, norm_id: str, answer_field: SubjectField) -> None:
    """Let an input make place for a new one with the value that is known now.

    The same input with another value will not do: what the browser sends before it has heard of that value would
    look like a change back by the user, and be saved.
    """
    st.session_state.pop(_key(found, norm_id, answer_field), None)
    replaced = found.screen.replaced
    replaced[norm_id, answer_field] = replaced.get((norm_id, answer_field), 0) + 1


def seed(found: Opened, norm_id: str, answer_field: AnswerField) -> tuple[str, str]:
    """Give the input of a field its value, unless it has one; returns its key and what it holds."""
    key = _key(found, norm_id, answer_field)
    if key in st.session_state:
        return key, str(st.session_state[key] or "")
    value = dict(found.unstored(norm_id)).get(answer_field)
    if value is None:
        value = found.answer(norm_id).value(answer_field)
    st.session_state[key] = (Level(value) if value else None) if answer_field is AnswerField.LEVEL else value
    return key, value


def seed_fold(norm_id: str, is_open: bool) -> str:
    """Unfold the other fields when the norm comes on screen, or not; after that the user decides. Returns the key.

    Unfolding them again and again, because there is text in them now, would take the cursor out of that text.
    """
    key = f"meer-{norm_id}"
    if key not in st.session_state:
        st.session_state[key] = is_open
    return key


def keep(norm_id: str, answer_field: AnswerField) -> None:
    """Save what an input holds now; a conflict or failure is kept beside the text, never thrown away."""
    found = session.require_opened()
    key = _key(found, norm_id, answer_field)
    if key not in st.session_state:
        return  # the page was left; its inputs are gone, and the text was sent before
    typed = str(st.session_state[key] or "")
    if (value := clean(typed)) != typed:
        st.session_state[key] = value
    _save(found, norm_id, answer_field, value)


def _save(found: Opened, norm_id: str, answer_field: AnswerField, value: str) -> None:
    """Save one field against what this session saw of it."""
    key = (norm_id, answer_field)
    if key in found.conflicts:
        found.conflicts[key].mine = value
        return
    seen = found.seen.get(key, 0)
    try:
        saved = session.store().save(
            found.assessment.id, norm_id, answer_field, value, seen=seen, author=session.author()
        )
    except ConflictError as conflict:
        found.conflicts[key] = conflict
        found.newer.pop(key, None)
    except AppError as error:
        found.failures[key] = Failure(str(error), value)
    else:
        found.take(norm_id, answer_field, value, saved.event_id, saved.at)


def settle(norm_id: str, answer_field: AnswerField, value: str) -> None:
    """End a conflict with the chosen text, which is saved over the one that was shown."""
    found = session.require_opened()
    conflict = found.conflicts.pop((norm_id, answer_field))
    found.take(norm_id, answer_field, conflict.theirs, conflict.theirs_event, conflict.at)
    if value != conflict.theirs:
        _save(found, norm_id, answer_field, value)
    replace(found, norm_id, answer_field)


def clear(norm_id: str) -> None:
    """Empty a whole answer in one go; the history keeps what was there."""
    found = session.require_opened()
    answer = found.answer(norm_id)
    changes = [
        Change(norm_id, answer_field, "", found.seen.get((norm_id, answer_field), 0))
        for answer_field in AnswerField
        if answer.value(answer_field)
    ]
    try:
        saved = session.store().save_many(found.assessment.id, changes, author=session.author())
    except ConflictError as conflict:
        found.conflicts[(norm_id, conflict.field)] = conflict
        return
    for change, entry in zip(changes, saved, strict=True):
        found.take(norm_id, change.field, "", entry.event_id, entry.at)
        replace(found, norm_id, change.field)


def to_draw(norm_id: str) -> list[str]:
    """This norm and the others on screen that changed and have not been drawn since."""
    screen = session.screen()
    screen.to_draw = (screen.to_draw & screen.norms) | {norm_id}
    return sorted(screen.to_draw)
