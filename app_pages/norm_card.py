"""One norm on screen: what is asked, the answer, and what there is to know. Each card redraws by itself."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from app_pages import session
from app_pages.browser.shell import checksum
from app_pages.navigation import PROGRESS, section_page
from app_pages.widgets import author_text, moment_text, show_quote
from questionnaire.assessment import Answer, AnswerField, Level
from questionnaire.cleaning import MAX_TEXT
from questionnaire.model import Norm
from questionnaire.privacy import suspicions

FIELD_NAMES = {
    AnswerField.LEVEL: "het niveau",
    AnswerField.PRACTICE: "hoe het nu gaat",
    AnswerField.EVIDENCE: "het bewijs",
    AnswerField.LINK: "de link naar bewijs",
    AnswerField.REMARK: "de opmerking",
    AnswerField.REASON: "de reden",
    AnswerField.OTHERWISE: "wat anders is geregeld",
}
MORE_FIELDS = (AnswerField.EVIDENCE, AnswerField.LINK, AnswerField.OTHERWISE, AnswerField.REMARK)


def show_norm(norm: Norm) -> None:
    """Draw a norm as a fragment of its own, so that an answer redraws nothing but its card."""
    st.fragment(_draw, key=session.card_key(norm.id))(norm)


def _draw(norm: Norm) -> None:
    found = session.require_opened()
    answer = found.answer(norm.id)
    with st.container(key=session.card_key(norm.id), border=True):
        _show_question(norm)
        _show_troubles(norm)
        _ask_level(norm, answer, disabled=found.is_read_only)
        _ask_text(
            norm, AnswerField.PRACTICE, f"Hoe gaat het nu bij {norm.code}? Het ‘was’, zonder gegevens van inwoners"
        )
        _show_status(norm, found)
        _ask_more(norm, answer)
        _show_details(norm)


def _show_question(norm: Norm) -> None:
    status = session.content().status_by_id[norm.legal_status]
    role = session.content().role_by_id[norm.role]
    st.html(
        f'<h2 class="ww-norm"><span class="ww-code">{norm.code}</span>{escape(norm.title)}</h2>'
        f'<p class="ww-statement">{escape(norm.statement)}</p>'
        f'<ul class="ww-tags"><li class="ww-{norm.legal_status}">{escape(status.label)}</li>'
        f"<li>weet dit vaak: {escape(role.label)}</li></ul>"
    )


def _ask_level(norm: Norm, answer: Answer, *, disabled: bool) -> None:
    scale = session.content().scale_by_level
    st.radio(
        f"Niveau van norm {norm.code}",
        list(scale),
        format_func=lambda level: level_label(Level(level)),
        horizontal=True,
        key=session.seed_input(norm.id, AnswerField.LEVEL),
        on_change=_save,
        args=(norm.id, AnswerField.LEVEL),
        disabled=disabled,
    )
    if answer.level is Level.NOT_APPLICABLE:
        _ask_text(norm, AnswerField.REASON, f"Waarom is norm {norm.code} niet van toepassing?")
        if answer.lacks_reason:
            st.warning("Zonder reden telt deze norm als open.", icon="⚠️")


def level_label(level: Level) -> str:
    """A level as it stands beside its button: number and name, or the name alone."""
    name = session.content().scale_by_level[level].label
    return name if level.height is None else f"{level.height} · {name}"


def _ask_text(norm: Norm, answer_field: AnswerField, label: str, *, single_line: bool = False) -> None:
    key = session.seed_input(norm.id, answer_field)
    draw = st.text_input if single_line else st.text_area
    size = {} if single_line else {"height": 96}
    draw(
        label,
        key=key,
        on_change=_save,
        args=(norm.id, answer_field),
        max_chars=MAX_TEXT,
        disabled=session.require_opened().is_read_only,
        **size,  # type: ignore[arg-type]
    )
    found = suspicions(st.session_state[key] or "")
    if found:
        st.warning(
            f"Deze tekst lijkt {' en '.join(found)} te bevatten. Haal gegevens van inwoners weg: "
            "deze lijst gaat over werkprocessen.",
            icon="⚠️",
        )


def _ask_more(norm: Norm, answer: Answer) -> None:
    filled = any(answer.value(answer_field) for answer_field in MORE_FIELDS)
    more = st.expander(
        f"{norm.code} · Bewijs, opmerking of anders geregeld",
        expanded=filled,
        key=f"meer-{norm.id}",
        on_change="rerun",
    )
    if not more.open:
        return
    with more:
        _ask_text(
            norm, AnswerField.EVIDENCE, f"Bewijs bij {norm.code}: welk document, welke afspraak, van wanneer?"
        )
        _ask_text(norm, AnswerField.LINK, f"Link of vindplaats bij {norm.code}", single_line=True)
        _ask_text(norm, AnswerField.OTHERWISE, f"Anders geregeld bij {norm.code}, namelijk …")
        _ask_text(norm, AnswerField.REMARK, f"Opmerking bij {norm.code}")
        if not session.require_opened().is_read_only:
            with st.container(horizontal=True):
                if st.button(f"Geschiedenis van {norm.code}", key=f"geschiedenis-{norm.id}"):
                    show_history(norm)
                st.button(
                    f"Antwoord op {norm.code} wissen", key=f"wis-{norm.id}", on_click=_clear, args=(norm.id,)
                )


def _show_status(norm: Norm, found: session.Opened) -> None:
    answer = found.answer(norm.id)
    stored = " ".join(
        f"{answer_field.value}:{checksum(answer.value(answer_field))}"
        for answer_field in AnswerField
        if answer_field is not AnswerField.LEVEL and answer.value(answer_field)
    )
    at = found.last_saved(norm.id)
    if found.is_read_only:
        text = '<span class="ww-never">Dit is een voorbeeld: er wordt niets opgeslagen.</span>'
    elif at is None:
        text = '<span class="ww-never">Nog niets ingevuld.</span>'
    else:
        text = f'<span class="ww-saved">Norm {norm.code} opgeslagen {moment_text(at)}</span>'
    level = session.content().scale_by_level[answer.level].description if answer.level else ""
    st.html(
        f'<div class="ww-status" data-stored="{stored}">{escape(level)} {text}'
        '<span class="ww-unsaved">Nog niet opgeslagen …</span></div>'
    )


def _show_details(norm: Norm) -> None:
    details = st.expander(
        f"{norm.code} · Uitleg, waarom, artikel en bronnen", key=f"uitleg-{norm.id}", on_change="rerun"
    )
    if not details.open:
        return
    with details:
        st.html(f'<dl class="ww-details">{"".join(_details(norm))}</dl>')
        st.page_link(
            section_page(session.content().section_by_norm[norm.id].id),
            label=f"Open alleen norm {norm.code}",
            query_params={session.NORM_PARAMETER: norm.id, **session.address()},
        )


def _details(norm: Norm) -> Iterable[str]:
    content = session.content()
    status = content.status_by_id[norm.legal_status]
    sources = [content.source_by_id[source] for source in norm.sources]
    terms = [term for term in content.terms if _mentions(norm, (term.term, *term.synonyms))]
    yield _entry("Dit ziet u als het op orde is", _listed(escape(item) for item in norm.evidence))
    yield _entry("Waarom voor de inwoner", escape(norm.why.resident))
    yield _entry("Waarom voor zorgvuldig omgaan met gegevens", escape(norm.why.data))
    yield _entry("Waarom om voorbereid te zijn", escape(norm.why.preparation))
    yield _entry("Eerste stap (ons voorstel)", escape(norm.first_step))
    yield _entry("Borgen (ons voorstel)", escape(norm.assurance))
    yield _entry(f"Status: {status.label}", escape(status.explanation))
    if norm.article:
        yield _entry("Artikel", escape(norm.article))
    if norm.warning:
        yield _entry("Let op", escape(norm.warning))
    target = content.scale_by_level[_level_of(norm.target)].label
    reason = f" {escape(norm.target_reason)}" if norm.target_reason else ""
    yield _entry(
        "Gewicht en streefniveau (ons voorstel)",
        f"Gewicht {norm.weight}; streefniveau {norm.target}, {escape(target.lower())}.{reason}",
    )
    yield _entry(
        "Bronnen",
        _listed(
            f'<a href="{escape(source.url)}" target="_blank" rel="noopener noreferrer">{escape(source.description)}</a> '
            f"({READING[source.reading]})"
            for source in sources
        ),
    )
    note = f" {escape(norm.certainty_note)}" if norm.certainty_note else ""
    yield _entry(
        "Hoe zeker",
        f"{CERTAINTY[norm.certainty]}.{note} Herkomst: {escape(', '.join(norm.origins))}. {escape(norm.origins_note)}",
    )
    if terms:
        yield _entry(
            "Begrippen",
            _listed(f"<strong>{escape(term.term)}</strong>: {escape(term.explanation)}" for term in terms),
        )


READING = {
    "A": "hele pagina gelezen",
    "B": "alleen het begin van de pagina gelezen",
    "C": "kopie, citaat of oudere versie gelezen",
}
CERTAINTY = {
    "bron": "De norm volgt uit de bronnen",
    "deels-afgeleid": "De kern volgt uit de bronnen, de uitwerking is van ons",
    "afgeleid": "De norm is door ons afgeleid",
}


def _entry(title: str, body: str) -> str:
    return f"<dt>{title}</dt><dd>{body}</dd>"


def _listed(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _level_of(height: int) -> Level:
    return next(level for level in Level if level.height == height)


def _mentions(norm: Norm, words: Iterable[str]) -> bool:
    text = f"{norm.title} {norm.statement} {' '.join(norm.evidence)}".lower()
    return any(word.lower() in text for word in words)


def _show_troubles(norm: Norm) -> None:
    found = session.require_opened()
    for (norm_id, answer_field), conflict in list(found.conflicts.items()):
        if norm_id == norm.id:
            _ask_choice(norm, answer_field, conflict)
    for (norm_id, answer_field), message in list(found.failures.items()):
        if norm_id == norm.id:
            st.error(f"Niet opgeslagen: {FIELD_NAMES[answer_field]}. {message}", icon="⛔")
            st.button(
                "Opnieuw proberen",
                key=f"opnieuw-{answer_field}-{norm.id}",
                on_click=_save,
                args=(norm.id, answer_field),
            )
    if any(norm_id == norm.id for norm_id, _ in found.newer):
        st.info("Een collega, of u in een ander tabblad, heeft hier net iets gewijzigd.", icon="ℹ️")
        st.button(
            f"Toon de nieuwe tekst bij {norm.code}", key=f"nieuw-{norm.id}", on_click=_show_newer, args=(norm.id,)
        )


def _ask_choice(norm: Norm, answer_field: AnswerField, conflict: session.ConflictError) -> None:
    st.error(
        f"Niet opgeslagen: {FIELD_NAMES[answer_field]}. Intussen is iets anders opgeslagen "
        f"{moment_text(conflict.at)}{author_text(conflict.author)}. Kies welke tekst blijft.",
        icon="⛔",
    )
    is_level = answer_field is AnswerField.LEVEL
    mine, theirs = (
        (level_label(Level(value)) if is_level and value else value) for value in (conflict.mine, conflict.theirs)
    )
    left, right = st.columns(2)
    key = f"{answer_field}-{norm.id}"
    with left:
        st.write("**Uw versie**")
        show_quote(mine)
        st.button(
            "Bewaar mijn versie", key=f"mijn-{key}", on_click=_settle, args=(norm.id, answer_field, conflict.mine)
        )
    with right:
        st.write("**De opgeslagen versie**")
        show_quote(theirs)
        st.button(
            "Houd de opgeslagen versie",
            key=f"hun-{key}",
            on_click=_settle,
            args=(norm.id, answer_field, conflict.theirs),
        )
    if not is_level:
        both = f"{conflict.theirs}\n\n{conflict.mine}"
        st.button(
            "Bewaar beide onder elkaar", key=f"beide-{key}", on_click=_settle, args=(norm.id, answer_field, both)
        )


@st.dialog("Geschiedenis", width="large")
def show_history(norm: Norm) -> None:
    """Everything that was saved for a norm, newest first."""
    st.write(f"**{norm.code} {norm.title}**")
    events = session.history(norm.id)
    if not events:
        st.write("Hier is nog niets opgeslagen.")
    for event in events:
        st.caption(
            f"{FIELD_NAMES[event.field].capitalize()}, opgeslagen {moment_text(event.at)}{author_text(event.author)}"
        )
        value = event.value
        show_quote(level_label(Level(value)) if value and event.field is AnswerField.LEVEL else value)


def _redraw(norm_id: str) -> None:
    st.rerun([PROGRESS, session.card_key(norm_id)])


def _save(norm_id: str, answer_field: AnswerField) -> None:
    session.keep(norm_id, answer_field)
    _redraw(norm_id)


def _clear(norm_id: str) -> None:
    session.clear(norm_id)
    _redraw(norm_id)


def _settle(norm_id: str, answer_field: AnswerField, value: str) -> None:
    session.settle(norm_id, answer_field, value)
    _redraw(norm_id)


def _show_newer(norm_id: str) -> None:
    session.show_newer(norm_id)
    _redraw(norm_id)
