"""One norm on screen: what is asked and the answer. Each card is a fragment and redraws by itself."""

from html import escape

import streamlit as st

from app_pages.cards import inputs
from app_pages.cards.kept_fields import ask_choice, ask_text, show_history, show_status
from app_pages.cards.norm_details import folded_details
from app_pages.cards.troubles import show_troubles
from app_pages.frame import icons
from app_pages.frame.navigation import redraw
from app_pages.frame.values import value_text
from app_pages.frame.widgets import level_label
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.model.assessment import Answer, AnswerField, Level
from questionnaire.model.plan import Quarter, quarters_from
from questionnaire.model.questionnaire import Norm
from questionnaire.scoring.projection import LEVEL_BY_HEIGHT

MORE_FIELDS = (
    AnswerField.EVIDENCE,
    AnswerField.LINK,
    AnswerField.OTHERWISE,
    AnswerField.REMARK,
    AnswerField.CERTAINTY,
    AnswerField.AMBITION,
    AnswerField.QUARTER,
)
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
QUARTERS_AHEAD = 16


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
    show_troubles(norm.id, norm.code, found)
    if found.answer(norm.id).to_reconfirm:
        _ask_to_confirm(norm)
    _ask_level(norm, found)
    question = f"Hoe gaat het nu? Het ‘was’ van {norm.code}, zonder gegevens van inwoners"
    ask_text(found, norm.id, AnswerField.PRACTICE, question)
    _show_status(norm, found)
    _ask_more(norm, found)


def _ask_to_confirm(norm: Norm) -> None:
    """A copied answer: does it still hold? Changing it says so too."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html('<p class="ww-reconfirm">Overgenomen antwoord, nog niet bevestigd.</p>')
        st.button(f"{norm.code} klopt nog", key=f"bevestig-{norm.id}", on_click=_confirm, args=(norm.id,))


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
        on_change=_save_level,
        args=(norm.id,),
    )
    if answer.level is Level.NOT_APPLICABLE:
        ask_text(found, norm.id, AnswerField.REASON, f"Waarom is norm {norm.code} niet van toepassing?")
        if answer.lacks_reason:
            st.warning("Zonder reden telt deze norm als open.", icon=icons.WARNING)


def _show_status(norm: Norm, found: Opened) -> None:
    level = found.answer(norm.id).level
    description = session.content().scale_by_level[level].description if level else ""
    meaning = f'<span class="ww-meaning">{escape(description)}</span>' if description else ""
    show_status(found, norm.id, f"Norm {norm.code}", meaning)


def _ask_more(norm: Norm, found: Opened) -> None:
    answer, unstored = found.answer(norm.id), dict(found.unstored(norm.id))
    more = st.expander(
        f"{norm.code} · Bewijs, opmerking, zekerheid, ambitie, geschiedenis",
        key=inputs.seed_fold(norm.id, any(answer.value(each) or unstored.get(each) for each in MORE_FIELDS)),
        on_change="rerun",
    )
    if not more.open:
        return
    with more:
        question = f"Bewijs bij {norm.code}: welk document of welke afspraak, van wanneer?"
        ask_text(found, norm.id, AnswerField.EVIDENCE, question)
        ask_text(found, norm.id, AnswerField.LINK, f"Link of vindplaats bij {norm.code}", one_line=True)
        ask_text(found, norm.id, AnswerField.OTHERWISE, f"Anders geregeld bij {norm.code}, namelijk …")
        ask_text(found, norm.id, AnswerField.REMARK, f"Opmerking bij {norm.code}")
        _ask_certainty(norm, found)
        _ask_ambition(norm, found)
        _offer_history(norm, answer)


def _ask_certainty(norm: Norm, found: Opened) -> None:
    words = session.content().plan.certainty_by_id
    options = {each.value: f"{entry.label}: {entry.explanation}" for each, entry in words.items()}
    ask_choice(found, norm.id, AnswerField.CERTAINTY, f"Hoe zeker is het antwoord op {norm.code}?", options)


def _ask_ambition(norm: Norm, found: Opened) -> None:
    """Ask the level that the municipality wants, never below the level it has, and by which quarter."""
    answer = found.answer(norm.id)
    levels = [LEVEL_BY_HEIGHT[height] for height in range(max(1, answer.height or 0), 5)]
    left, right = st.columns(2)
    with left:
        options = {level.value: level_label(level) for level in levels}
        empty = f"Het streefniveau: {level_label(LEVEL_BY_HEIGHT[norm.target])}"
        if (answer.height or 0) > norm.target:
            empty = "Het niveau van nu"
        label = f"Ambitie voor {norm.code}: welk niveau wilt u?"
        ask_choice(found, norm.id, AnswerField.AMBITION, label, options, empty=empty)
    with right:
        quarters = quarters_from(Quarter.of(session.today()), QUARTERS_AHEAD)
        options = {str(quarter): quarter.text for quarter in quarters}
        ask_choice(found, norm.id, AnswerField.QUARTER, f"Wanneer wilt u dat bij {norm.code}?", options)


def _offer_history(norm: Norm, answer: Answer) -> None:
    with st.container(horizontal=True):
        if st.button(f"Geschiedenis van {norm.code}", key=f"geschiedenis-{norm.id}"):
            show_history(norm.id, f"{norm.code} {norm.title}")
        if not answer.is_empty:
            st.button(f"Antwoord op {norm.code} wissen", key=f"wis-{norm.id}", on_click=_clear, args=(norm.id,))


def _save_level(norm_id: str) -> None:
    inputs.keep(norm_id, AnswerField.LEVEL)
    redraw(norm_id)


def _confirm(norm_id: str) -> None:
    inputs.confirm([norm_id])
    redraw(norm_id)


def _clear(norm_id: str) -> None:
    inputs.clear(norm_id)
    redraw(norm_id)
