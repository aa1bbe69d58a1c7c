"""What stands between a text and the store: a conflict to settle, a failure to repeat, news from a colleague."""

import streamlit as st

from app_pages.cards import inputs
from app_pages.frame import icons
from app_pages.frame.navigation import redraw
from app_pages.frame.values import FIELD_NAMES, value_text
from app_pages.frame.widgets import author_text, moment_text, show_quote
from app_pages.session import news
from app_pages.session.opened import Opened
from questionnaire.model.assessment import AnswerField
from questionnaire.model.subjects import SubjectField
from questionnaire.store import ConflictError


def show_troubles(subject: str, name: str, found: Opened) -> None:
    """Draw what has to be settled in this card; nothing when all is saved. `name` tells cards apart."""
    for (each, field), conflict in list(found.conflicts.items()):
        if each == subject:
            _ask_choice(subject, field, conflict)
    for (each, field), failure in list(found.failures.items()):
        if each == subject:
            _ask_again(subject, field, failure.message, is_final=found.assessment.is_locked)
    if any(each == subject for each, _ in found.newer):
        st.info("Een collega, of u in een ander tabblad, heeft hier net iets gewijzigd.", icon=icons.INFO)
        st.button(
            f"Toon de nieuwe tekst bij {name}", key=f"nieuw-{subject}", on_click=_show_newer, args=(subject,)
        )


def _ask_again(subject: str, field: SubjectField, message: str, *, is_final: bool) -> None:
    """Say what could not be saved; `is_final`: and never will be, because it was settled."""
    st.error(f"Niet opgeslagen: {FIELD_NAMES[field]}. {message}", icon=icons.ERROR)
    if is_final:
        return
    key = f"opnieuw-{field}-{subject}"
    st.button("Opnieuw proberen", key=key, on_click=_repeat, args=(subject, field))


def _ask_choice(subject: str, field: SubjectField, conflict: ConflictError) -> None:
    st.error(
        f"Niet opgeslagen: {FIELD_NAMES[field]}. Intussen is iets anders opgeslagen, "
        f"{moment_text(conflict.at)}{author_text(conflict.author)}. Kies welke tekst blijft.",
        icon=icons.ERROR,
    )
    left, right = st.columns(2)
    with left:
        _offer(subject, field, "Uw versie", "Bewaar mijn versie", conflict.mine)
    with right:
        _offer(subject, field, "De opgeslagen versie", "Houd de opgeslagen versie", conflict.theirs)
    if field is not AnswerField.LEVEL and field not in inputs.CHOICES:
        both = f"{conflict.theirs}\n\n{conflict.mine}"
        _offer_button(subject, field, "Bewaar beide onder elkaar", both)


def _offer(subject: str, field: SubjectField, title: str, label: str, value: str) -> None:
    st.write(f"**{title}**")
    show_quote(value_text(field, value))
    _offer_button(subject, field, label, value)


def _offer_button(subject: str, field: SubjectField, label: str, value: str) -> None:
    key = f"{label}-{field}-{subject}"
    st.button(label, key=key, on_click=_settle, args=(subject, field, value))


def _repeat(subject: str, field: SubjectField) -> None:
    inputs.keep(subject, field)
    redraw(subject)


def _settle(subject: str, field: SubjectField, value: str) -> None:
    inputs.settle(subject, field, value)
    redraw(subject)


def _show_newer(subject: str) -> None:
    news.show_newer(subject)
    redraw(subject)
