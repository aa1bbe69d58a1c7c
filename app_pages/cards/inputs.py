"""The inputs of a norm, an action or a process step: their keys, what they show, and saving what they hold.

A text on screen is compared with the event its reader saw; it is never replaced under their hands.
"""

from datetime import date
from typing import Any

import streamlit as st

from app_pages.cards.particular_inputs import take_in_details
from app_pages.session import session
from app_pages.session.opened import Failure, Opened
from questionnaire.errors import AppError
from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.cleaning import clean
from questionnaire.model.plan import ActionField, ProcessField
from questionnaire.model.subjects import SubjectField, fields_of
from questionnaire.store import Change, ConflictError, LockedError

CHOICES: frozenset[SubjectField] = frozenset(
    {
        AnswerField.AMBITION,
        AnswerField.QUARTER,
        AnswerField.CERTAINTY,
        ActionField.NORMS,
        ActionField.OWNER_ROLE,
        ActionField.DUE,
        ActionField.EFFORT,
        ActionField.STATUS,
        ProcessField.DIFFERENCE,
    }
)
"""Fields that are chosen and not typed: the browser part leaves them alone, for they are saved when chosen."""

WITHOUT_INPUT: frozenset[SubjectField] = frozenset(
    {AnswerField.RECONFIRM, ActionField.REMOVED, ProcessField.REMOVED, ProcessField.POSITION}
)
"""Marks that buttons set."""


def card_key(subject: str) -> str:
    """Key of the fragment and container of one norm, action or process step."""
    return f"norm-{subject}"


def widget_key(subject: str, field: SubjectField, replaced: int = 0) -> str:
    """Key of the input for one field; also the CSS class `st-key-…` by which the browser part finds it.

    `replaced` tells how often the input made place for a new one.
    """
    kind = "keuze" if field in CHOICES else "w"
    return f"{kind}-{field.value}-{subject}" + (f"--{replaced}" if replaced else "")


def _key(found: Opened, subject: str, field: SubjectField) -> str:
    return widget_key(subject, field, found.screen.replaced.get((subject, field), 0))


def replace(found: Opened, subject: str, field: SubjectField) -> None:
    """Let an input make place for a new one with the value that is known now.

    The same input with another value will not do: what the browser sends before it has heard of that value would
    look like a change back by the user, and be saved.
    """
    st.session_state.pop(_key(found, subject, field), None)
    replaced = found.screen.replaced
    replaced[subject, field] = replaced.get((subject, field), 0) + 1


def seed(found: Opened, subject: str, field: SubjectField) -> tuple[str, str]:
    """Give the input of a field its value, unless it has one; returns its key and the text of what it holds."""
    key = _key(found, subject, field)
    if key in st.session_state:
        return key, as_text(st.session_state[key])
    value = dict(found.unstored(subject)).get(field)
    if value is None:
        value = found.value(subject, field)
    st.session_state[key] = as_held(field, value)
    return key, value


def as_held(field: SubjectField, value: str) -> Any:  # noqa: ANN401 (what an input of Streamlit holds)
    """A stored text as the input of that field holds it."""
    if field is AnswerField.LEVEL:
        return Level(value) if value else None
    if field is ActionField.DUE:
        return date.fromisoformat(value) if value else None
    if field is ActionField.NORMS:
        return value.split()
    return bool(value) if field is ProcessField.DIFFERENCE else value


def as_text(held: object) -> str:
    """What an input holds as the text to store."""
    if isinstance(held, bool):
        return "ja" if held else ""
    if isinstance(held, list | tuple):
        return " ".join(held)
    return held.isoformat() if isinstance(held, date) else str(held or "")


def seed_fold(subject: str, is_open: bool) -> str:
    """Unfold the other fields when the card comes on screen, or not; after that the user decides. Returns the key.

    Unfolding them again and again, because there is text in them now, would take the cursor out of that text.
    """
    key = f"meer-{subject}"
    if key not in st.session_state:
        st.session_state[key] = is_open
    return key


def keep(subject: str, field: SubjectField) -> None:
    """Save what an input holds now; a conflict or failure is kept beside the text, never thrown away."""
    found = session.require_opened()
    key = _key(found, subject, field)
    if key not in st.session_state:
        return  # the page was left; its inputs are gone, and the text was sent before
    typed = as_text(st.session_state[key])
    if (value := clean(typed)) != typed:
        st.session_state[key] = value
    save(found, subject, field, value)


def save(found: Opened, subject: str, field: SubjectField, value: str) -> None:
    """Save one field against what this session saw of it."""
    key = (subject, field)
    if key in found.conflicts:
        found.conflicts[key].mine = value
        return
    seen = found.seen.get(key, 0)
    try:
        saved = session.store().save(
            found.assessment.id, subject, field, value, seen=seen, author=session.author()
        )
    except ConflictError as conflict:
        found.conflicts[key] = conflict
        found.newer.pop(key, None)
    except AppError as error:
        _refuse(found, {key: value}, error)
    else:
        found.take(subject, field, value, saved.event_id, saved.at)
        if isinstance(field, AnswerField) and found.answer(subject).to_reconfirm:
            _see_confirmation(found, subject)


def _refuse(found: Opened, values: dict[tuple[str, SubjectField], str], error: AppError) -> None:
    """Keep what could not be saved; after a refusal because it is settled, see that it is."""
    found.failures |= {key: Failure(str(error), value) for key, value in values.items()}
    if isinstance(error, LockedError):
        take_in_details(found)


def _see_confirmation(found: Opened, norm_id: str) -> None:
    """A change of a copied answer confirms it, in the same save (see `Store.save`)."""
    for event in session.store().changes_after(found.assessment.id, found.seen[norm_id, AnswerField.RECONFIRM]):
        if (event.norm_id, event.field) == (norm_id, AnswerField.RECONFIRM):
            found.take(norm_id, event.field, event.value, event.event_id, event.at)


def settle(subject: str, field: SubjectField, value: str) -> None:
    """End a conflict with the chosen text, which is saved over the one that was shown."""
    found = session.require_opened()
    conflict = found.conflicts.pop((subject, field))
    found.take(subject, field, conflict.theirs, conflict.theirs_event, conflict.at)
    if value != conflict.theirs:
        save(found, subject, field, value)
    replace(found, subject, field)


def clear(subject: str) -> None:
    """Empty all fields in one go; the history keeps what was there."""
    found = session.require_opened()
    save_together(found, {(subject, field): "" for field in fields_of(subject) if found.value(subject, field)})


def save_together(found: Opened, values: dict[tuple[str, SubjectField], str]) -> None:
    """Save several fields, or none of them, and show what they hold now."""
    changes = [
        Change(subject, field, value, found.seen.get((subject, field), 0))
        for (subject, field), value in values.items()
    ]
    try:
        saved = session.store().save_many(found.assessment.id, changes, author=session.author())
    except ConflictError as conflict:
        found.conflicts[(conflict.norm_id, conflict.field)] = conflict
        return
    except AppError as error:
        _refuse(found, values, error)
        return
    for change, entry in zip(changes, saved, strict=True):
        found.take(change.norm_id, change.field, entry.value, entry.event_id, entry.at)
        replace(found, change.norm_id, change.field)


def confirm(norm_ids: list[str]) -> None:
    """Say that answers copied from the round before still hold."""
    found = session.require_opened()
    save_together(found, {(norm_id, AnswerField.RECONFIRM): "" for norm_id in norm_ids})


def to_draw(subject: str) -> list[str]:
    """Keys of the fragments to draw: this card, others on screen that changed meanwhile, and what goes along."""
    screen = session.screen()
    screen.to_draw = (screen.to_draw & screen.subjects) | {subject}
    return [*map(card_key, sorted(screen.to_draw)), *sorted(screen.along)]
