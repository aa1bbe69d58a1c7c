"""What stands between a text and the store: a conflict to settle, a failure to repeat, news from a colleague."""

import streamlit as st

from app_pages import icons, inputs, news
from app_pages.navigation import redraw
from app_pages.opened import Opened
from app_pages.widgets import author_text, level_label, moment_text, show_quote
from questionnaire.assessment import AnswerField, Level
from questionnaire.model import Norm
from questionnaire.store import ConflictError
from questionnaire.subjects import SubjectField

FIELD_NAMES: dict[SubjectField, str] = {
    AnswerField.LEVEL: "het niveau",
    AnswerField.PRACTICE: "hoe het nu gaat",
    AnswerField.EVIDENCE: "het bewijs",
    AnswerField.LINK: "de link of vindplaats",
    AnswerField.REMARK: "de opmerking",
    AnswerField.REASON: "de reden",
    AnswerField.OTHERWISE: "wat anders is geregeld",
    AnswerField.AMBITION: "de ambitie",
    AnswerField.QUARTER: "het kwartaal van de ambitie",
    AnswerField.CERTAINTY: "de zekerheid",
    AnswerField.RECONFIRM: "nog te bevestigen",
}


def show_troubles(norm: Norm, found: Opened) -> None:
    """Draw what has to be settled at this norm; nothing when all is saved."""
    for (norm_id, answer_field), conflict in list(found.conflicts.items()):
        if norm_id == norm.id and isinstance(answer_field, AnswerField):
            _ask_choice(norm, answer_field, conflict)
    for (norm_id, answer_field), failure in list(found.failures.items()):
        if norm_id == norm.id and isinstance(answer_field, AnswerField):
            _ask_again(norm, answer_field, failure.message)
    if any(norm_id == norm.id for norm_id, _ in found.newer):
        st.info("Een collega, of u in een ander tabblad, heeft hier net iets gewijzigd.", icon=icons.INFO)
        label = f"Toon de nieuwe tekst bij {norm.code}"
        st.button(label, key=f"nieuw-{norm.id}", on_click=_show_newer, args=(norm.id,))


def _ask_again(norm: Norm, answer_field: AnswerField, message: str) -> None:
    st.error(f"Niet opgeslagen: {FIELD_NAMES[answer_field]}. {message}", icon=icons.ERROR)
    key = f"opnieuw-{answer_field}-{norm.id}"
    st.button("Opnieuw proberen", key=key, on_click=_repeat, args=(norm.id, answer_field))


def _ask_choice(norm: Norm, answer_field: AnswerField, conflict: ConflictError) -> None:
    st.error(
        f"Niet opgeslagen: {FIELD_NAMES[answer_field]}. Intussen is iets anders opgeslagen, "
        f"{moment_text(conflict.at)}{author_text(conflict.author)}. Kies welke tekst blijft.",
        icon=icons.ERROR,
    )
    left, right = st.columns(2)
    with left:
        _offer(norm, answer_field, "Uw versie", "Bewaar mijn versie", conflict.mine)
    with right:
        _offer(norm, answer_field, "De opgeslagen versie", "Houd de opgeslagen versie", conflict.theirs)
    if answer_field is not AnswerField.LEVEL:
        both = f"{conflict.theirs}\n\n{conflict.mine}"
        _offer_button(norm, answer_field, "Bewaar beide onder elkaar", both)


def _offer(norm: Norm, answer_field: AnswerField, title: str, label: str, value: str) -> None:
    st.write(f"**{title}**")
    show_quote(value_text(answer_field, value))
    _offer_button(norm, answer_field, label, value)


def _offer_button(norm: Norm, answer_field: AnswerField, label: str, value: str) -> None:
    key = f"{label}-{answer_field}-{norm.id}"
    st.button(label, key=key, on_click=_settle, args=(norm.id, answer_field, value))


def value_text(answer_field: SubjectField, value: str) -> str:
    """A stored value as the user knows it: a level by its name, a text as it is."""
    is_level = answer_field in (AnswerField.LEVEL, AnswerField.AMBITION)
    return level_label(Level(value)) if value and is_level else value


def _repeat(norm_id: str, answer_field: AnswerField) -> None:
    inputs.keep(norm_id, answer_field)
    redraw(norm_id)


def _settle(norm_id: str, answer_field: AnswerField, value: str) -> None:
    inputs.settle(norm_id, answer_field, value)
    redraw(norm_id)


def _show_newer(norm_id: str) -> None:
    news.show_newer(norm_id)
    redraw(norm_id)
