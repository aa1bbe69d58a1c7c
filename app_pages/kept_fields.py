"""The inputs that are saved at once, each one field of a norm, an action or a process step."""

from collections.abc import Iterable, Mapping
from datetime import date

import streamlit as st

from app_pages import icons, inputs, session
from app_pages.browser.shell import checksum
from app_pages.navigation import redraw
from app_pages.opened import Opened
from app_pages.values import FIELD_NAMES, value_text
from app_pages.widgets import author_text, moment_text, plain, show_quote
from questionnaire.assessment import AnswerField
from questionnaire.privacy import resident_warnings
from questionnaire.subjects import SubjectField, fields_of

TEXT_HEIGHT = 96
NOT_CHOSEN = "Niet gekozen"


def ask_text(found: Opened, subject: str, field: SubjectField, label: str, *, one_line: bool = False) -> None:
    """Ask a text, with a warning when it looks like data of a resident.

    The text is the default as well: Streamlit tells the browser only once that a text was put in the session, and
    when that message gives way to a newer run, the input would stand empty, and be sent as empty.
    """
    key, text = inputs.seed(found, subject, field)
    if one_line:
        st.text_input(label, value=text, key=key, on_change=_save, args=(subject, field))
    else:
        st.text_area(label, value=text, height=TEXT_HEIGHT, key=key, on_change=_save, args=(subject, field))
    warn_of_residents(text)


def warn_of_residents(text: str) -> None:
    """Warn when a text looks like data of a resident; nothing when it does not."""
    for warning in resident_warnings(text):
        st.warning(warning, icon=icons.WARNING)


def ask_choice(
    found: Opened,
    subject: str,
    field: SubjectField,
    label: str,
    options: Mapping[str, str],
    *,
    empty: str = NOT_CHOSEN,
    note: str = "",
) -> None:
    """Ask one of a few: `options` gives the words of each stored text; an empty one stands first."""
    key, value = inputs.seed(found, subject, field)
    words = {"": empty, **options}
    if value not in words:
        words[value] = value_text(field, value)
    st.selectbox(
        label,
        list(words),
        format_func=words.__getitem__,
        key=key,
        on_change=_save,
        args=(subject, field),
        help=note or None,
    )


def ask_several(found: Opened, subject: str, field: SubjectField, label: str, options: Mapping[str, str]) -> None:
    """Ask several of many; stored as their ids with spaces between."""
    key, value = inputs.seed(found, subject, field)
    words = {**options, **{each: value_text(field, each) for each in value.split() if each not in options}}
    st.multiselect(
        label,
        list(words),
        format_func=words.__getitem__,
        key=key,
        placeholder="Kies een of meer normen",
        on_change=_save,
        args=(subject, field),
    )


def ask_day(found: Opened, subject: str, field: SubjectField, label: str) -> None:
    """Ask a day; it may stay empty."""
    key, value = inputs.seed(found, subject, field)
    earliest = date(2020, 1, 1) if not value else min(date(2020, 1, 1), date.fromisoformat(value))
    st.date_input(
        label,
        value=None,
        min_value=earliest,
        max_value=date(2099, 12, 31),
        format="DD-MM-YYYY",
        key=key,
        on_change=_save,
        args=(subject, field),
    )


def ask_mark(found: Opened, subject: str, field: SubjectField, label: str) -> None:
    """Ask yes or no."""
    key, _ = inputs.seed(found, subject, field)
    st.checkbox(label, key=key, on_change=_save, args=(subject, field))


def show_status(found: Opened, subject: str, name: str, meaning: str = "") -> None:
    """Say when the card was saved, for the eye and for the browser part, which knows what is not stored yet."""
    fields: tuple[SubjectField, ...] = tuple(fields_of(subject))
    stored = marks((field, found.value(subject, field)) for field in fields)
    kept = marks(found.unstored(subject))
    st.html(
        f'<div class="ww-status" data-stored="{stored}" data-kept="{kept}">{meaning}'
        f'{_saved_text(found, subject, name)}<span class="ww-unsaved">Nog niet opgeslagen …</span></div>'
    )


def marks(values: Iterable[tuple[SubjectField, str]]) -> str:
    """What the server holds, for the browser to compare with what stands on screen (see shell.js)."""
    places = [level.value for level in session.content().scale_by_level]
    return " ".join(
        f"{field.value}:{places.index(value) if field is AnswerField.LEVEL else checksum(value)}"
        for field, value in values
        if value
    )


def _saved_text(found: Opened, subject: str, name: str) -> str:
    if any(each == subject for each, _ in found.newer):
        return '<span class="ww-never">Er is een nieuwere tekst.</span>'
    at = found.last_saved(subject)
    if at is None:
        return '<span class="ww-never">Nog niets ingevuld.</span>'
    return f'<span class="ww-saved">{name} opgeslagen {moment_text(at)}</span>'


@st.dialog("Geschiedenis", width="large")
def show_history(subject: str, title: str) -> None:
    """Everything that was saved in a card, newest first."""
    st.write(f"**{title}**")
    events = session.history(subject)
    if not events:
        st.write("Hier is nog niets opgeslagen.")
    for event in events:
        field_name = FIELD_NAMES[event.field]
        when = f"opgeslagen {moment_text(event.at)}{author_text(event.author)}"
        when += f", uit {plain(event.origin)}" if event.origin else ""
        st.caption(f"{field_name[:1].upper()}{field_name[1:]}, {when}")
        show_quote(value_text(event.field, event.value))


def _save(subject: str, field: SubjectField) -> None:
    inputs.keep(subject, field)
    redraw(subject)
