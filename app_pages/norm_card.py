"""One norm on screen: what is asked and the answer. Each card is a fragment and redraws by itself."""

from collections.abc import Iterable
from html import escape
from typing import Any

import streamlit as st

from app_pages import icons, inputs, session
from app_pages.browser.shell import checksum
from app_pages.navigation import redraw
from app_pages.norm_details import folded_details
from app_pages.norm_troubles import FIELD_NAMES, show_troubles, value_text
from app_pages.opened import Opened
from app_pages.widgets import author_text, level_label, moment_text, show_quote
from questionnaire.assessment import Answer, AnswerField, Level
from questionnaire.model import Norm
from questionnaire.privacy import suspicions

MORE_FIELDS = (AnswerField.EVIDENCE, AnswerField.LINK, AnswerField.OTHERWISE, AnswerField.REMARK)
ANSWER_NAMES = {
    AnswerField.PRACTICE: "Hoe het nu gaat (‘was’)",
    AnswerField.EVIDENCE: "Bewijs",
    AnswerField.LINK: "Link of vindplaats",
    AnswerField.REMARK: "Opmerking",
    AnswerField.REASON: "Waarom niet van toepassing",
    AnswerField.OTHERWISE: "Anders geregeld, namelijk",
    AnswerField.AMBITION: "Ambitie",
    AnswerField.QUARTER: "Kwartaal van de ambitie",
    AnswerField.CERTAINTY: "Zekerheid",
    AnswerField.RECONFIRM: "Nog te bevestigen",
}
TEXT_HEIGHT = 96


def show_norm(norm: Norm) -> None:
    """Draw a norm: the question once, the answer as a fragment, so that an answer redraws nothing else."""
    with st.container(key=inputs.card_key(norm.id), border=True):
        _show_question(norm)
        if session.require_opened().is_read_only:
            _show_answer(session.require_opened().answer(norm.id))
        else:
            st.fragment(_draw_answer, key=inputs.card_key(norm.id))(norm)


def _draw_answer(norm: Norm) -> None:
    found = session.require_opened()
    found.screen.to_draw.discard(norm.id)
    show_troubles(norm, found)
    _ask_level(norm, found)
    _ask_text(
        norm,
        found,
        AnswerField.PRACTICE,
        f"Hoe gaat het nu? Het ‘was’ van {norm.code}, zonder gegevens van inwoners",
    )
    _show_status(norm, found)
    _ask_more(norm, found)


def _show_question(norm: Norm) -> None:
    content = session.content()
    status = content.status_by_id[norm.legal_status].label
    role = content.role_by_id[norm.role].label
    st.html(
        f'<h2 class="ww-norm"><span class="ww-code">{norm.code}</span>{escape(norm.title)}</h2>'
        f'<p class="ww-statement">{escape(norm.statement)}</p>'
        f'<ul class="ww-tags"><li class="ww-{norm.legal_status}">{escape(status)}</li>'
        f"<li>weet dit vaak: {escape(role)}</li></ul>{folded_details(norm)}"
    )


def _show_answer(answer: Answer) -> None:
    """An answer to read, of an assessment in which nothing can be changed."""
    level = level_label(answer.level) if answer.level else "Nog niet ingevuld"
    entries = [("Niveau", level)] + [
        (ANSWER_NAMES[answer_field], value_text(answer_field, answer.value(answer_field)))
        for answer_field in AnswerField
        if answer_field is not AnswerField.LEVEL and answer.value(answer_field)
    ]
    body = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in entries)
    st.html(f'<dl class="ww-details ww-answer">{body}</dl>')


def _ask_level(norm: Norm, found: Opened) -> None:
    answer = found.answer(norm.id)
    key, _ = inputs.seed(found, norm.id, AnswerField.LEVEL)
    st.radio(
        f"Niveau van norm {norm.code}",
        list(session.content().scale_by_level),
        format_func=level_label,
        index=None,
        horizontal=True,
        key=key,
        on_change=_save,
        args=(norm.id, AnswerField.LEVEL),
    )
    if answer.level is Level.NOT_APPLICABLE:
        _ask_text(norm, found, AnswerField.REASON, f"Waarom is norm {norm.code} niet van toepassing?")
        if answer.lacks_reason:
            st.warning("Zonder reden telt deze norm als open.", icon=icons.WARNING)


def _ask_text(norm: Norm, found: Opened, answer_field: AnswerField, label: str) -> None:
    key, text = inputs.seed(found, norm.id, answer_field)
    settings: dict[str, Any] = {
        "key": key,
        "on_change": _save,
        "args": (norm.id, answer_field),
    }
    if answer_field is AnswerField.LINK:
        st.text_input(label, **settings)
    else:
        st.text_area(label, height=TEXT_HEIGHT, **settings)
    if looks_like := suspicions(text):
        st.warning(
            f"Deze tekst lijkt {' en '.join(looks_like)} te bevatten. Haal gegevens van inwoners weg: "
            "deze lijst gaat over werkprocessen.",
            icon=icons.WARNING,
        )


def _show_status(norm: Norm, found: Opened) -> None:
    answer = found.answer(norm.id)
    stored = _marks((answer_field, answer.value(answer_field)) for answer_field in AnswerField)
    kept = _marks((answer_field, value) for answer_field, value in found.unstored(norm.id))
    level = session.content().scale_by_level[answer.level].description if answer.level else ""
    meaning = f'<span class="ww-meaning">{escape(level)}</span>' if level else ""
    st.html(
        f'<div class="ww-status" data-stored="{stored}" data-kept="{kept}">{meaning}{_saved_text(norm, found)}'
        '<span class="ww-unsaved">Nog niet opgeslagen …</span></div>'
    )


def _marks(values: Iterable[tuple[AnswerField, str]]) -> str:
    """What the server holds, for the browser to compare with what stands on screen (see shell.js)."""
    places = [level.value for level in session.content().scale_by_level]
    return " ".join(
        f"{answer_field.value}:{places.index(value) if answer_field is AnswerField.LEVEL else checksum(value)}"
        for answer_field, value in values
        if value
    )


def _saved_text(norm: Norm, found: Opened) -> str:
    if any(norm_id == norm.id for norm_id, _ in found.newer):
        return '<span class="ww-never">Er is een nieuwere tekst.</span>'
    at = found.last_saved(norm.id)
    if at is None:
        return '<span class="ww-never">Nog niets ingevuld.</span>'
    return f'<span class="ww-saved">Norm {norm.code} opgeslagen {moment_text(at)}</span>'


def _ask_more(norm: Norm, found: Opened) -> None:
    answer, unstored = found.answer(norm.id), dict(found.unstored(norm.id))
    more = st.expander(
        f"{norm.code} · Bewijs, opmerking, anders geregeld, geschiedenis",
        key=inputs.seed_fold(norm.id, any(answer.value(each) or unstored.get(each) for each in MORE_FIELDS)),
        on_change="rerun",
    )
    if not more.open:
        return
    with more:
        _ask_text(
            norm,
            found,
            AnswerField.EVIDENCE,
            f"Bewijs bij {norm.code}: welk document of welke afspraak, van wanneer?",
        )
        _ask_text(norm, found, AnswerField.LINK, f"Link of vindplaats bij {norm.code}")
        _ask_text(norm, found, AnswerField.OTHERWISE, f"Anders geregeld bij {norm.code}, namelijk …")
        _ask_text(norm, found, AnswerField.REMARK, f"Opmerking bij {norm.code}")
        _offer_history(norm, answer)


def _offer_history(norm: Norm, answer: Answer) -> None:
    with st.container(horizontal=True):
        if st.button(f"Geschiedenis van {norm.code}", key=f"geschiedenis-{norm.id}"):
            show_history(norm)
        if not answer.is_empty:
            st.button(f"Antwoord op {norm.code} wissen", key=f"wis-{norm.id}", on_click=_clear, args=(norm.id,))


@st.dialog("Geschiedenis", width="large")
def show_history(norm: Norm) -> None:
    """Everything that was saved for a norm, newest first."""
    st.write(f"**{norm.code} {norm.title}**")
    events = session.history(norm.id)
    if not events:
        st.write("Hier is nog niets opgeslagen.")
    for event in events:
        field_name = FIELD_NAMES[event.field]
        when = f"opgeslagen {moment_text(event.at)}{author_text(event.author)}"
        st.caption(f"{field_name[:1].upper()}{field_name[1:]}, {when}")
        show_quote(value_text(event.field, event.value))


def _save(norm_id: str, answer_field: AnswerField) -> None:
    inputs.keep(norm_id, answer_field)
    redraw(norm_id)


def _clear(norm_id: str) -> None:
    inputs.clear(norm_id)
    redraw(norm_id)
