"""The particulars for the report on screen: each one is saved at once and compared with what was seen."""

import streamlit as st

from app_pages.cards.inputs import card_key
from app_pages.cards.particular_inputs import PARTICULARS_CARD, keep_particulars, particular_key, take_particulars
from app_pages.frame import icons
from app_pages.frame.browser.shell import checksum
from app_pages.frame.widgets import moment_text, show_quote
from app_pages.session import session
from app_pages.session.opened import Opened, ParticularTrouble
from questionnaire.errors import AppError
from questionnaire.model.assessment import MAX_PARTICULAR, Confidentiality, ParticularField
from questionnaire.model.cleaning import clean
from questionnaire.store import ParticularConflictError

LABEL_BY_FIELD = {
    ParticularField.REFERENCE: "Kenmerk, bijvoorbeeld het zaaknummer",
    ParticularField.VERSION: "Versie van het rapport",
    ParticularField.DRAFTER_ROLE: "Opsteller: de functie of rol, geen naam",
    ParticularField.PORTFOLIO_HOLDER: "Portefeuillehouder, bijvoorbeeld ‘wethouder Zorg’",
    ParticularField.CONFIDENTIALITY: "Vertrouwelijkheid",
    ParticularField.RETENTION: "Bewaartermijn, bijvoorbeeld ‘5 jaar na vaststelling’",
}
NAME_BY_FIELD = {
    ParticularField.REFERENCE: "het kenmerk",
    ParticularField.VERSION: "de versie",
    ParticularField.DRAFTER_ROLE: "de opsteller",
    ParticularField.PORTFOLIO_HOLDER: "de portefeuillehouder",
    ParticularField.CONFIDENTIALITY: "de vertrouwelijkheid",
    ParticularField.RETENTION: "de bewaartermijn",
}
NOT_SAID = "Niet ingevuld"
CHOOSE = "Intussen is iets anders opgeslagen. Kies welke tekst blijft."


def ask_particulars() -> None:
    """Draw the section; it redraws by itself."""
    st.header("Gegevens voor het rapport")
    st.write(
        "Deze gegevens komen voor in het rapport. Alles mag leeg blijven en wordt vanzelf opgeslagen. "
        f"De status van het rapport is **{session.require_opened().assessment.status}**."
    )
    with st.container(key=card_key(PARTICULARS_CARD), border=True):
        st.fragment(_draw)()


def _draw() -> None:
    found = session.require_opened()
    for field, trouble in list(found.particular_troubles.items()):
        _show_trouble(field, trouble)
    if found.newer_particulars is not None:
        st.info("Een collega, of u in een ander tabblad, heeft hier net iets gewijzigd.", icon=icons.INFO)
        st.button("Toon de nieuwe gegevens", on_click=_show_newer)
    left, right = st.columns(2)
    for place, field in enumerate(ParticularField):
        with right if place % 2 else left:
            _ask(field)
    _show_status(found)


def _ask(field: ParticularField) -> None:
    key = _seeded(field)
    if field is ParticularField.CONFIDENTIALITY:
        st.selectbox(
            LABEL_BY_FIELD[field],
            ("", *(each.value for each in Confidentiality)),
            format_func=lambda value: value or NOT_SAID,
            key=key,
            on_change=_keep,
            args=(field,),
        )
        return
    shown = st.session_state[key]
    st.text_input(
        LABEL_BY_FIELD[field], value=shown, max_chars=MAX_PARTICULAR, key=key, on_change=_keep, args=(field,)
    )


def _seeded(field: ParticularField) -> str:
    """Give the input its value, unless it has one; returns its key."""
    key = particular_key(field)
    if key not in st.session_state:
        found = session.require_opened()
        trouble = found.particular_troubles.get(field)
        st.session_state[key] = trouble.mine if trouble else found.assessment.particulars.value(field)
    return key


def _show_trouble(field: ParticularField, trouble: ParticularTrouble) -> None:
    st.error(f"Niet opgeslagen: {NAME_BY_FIELD[field]}. {trouble.message}", icon=icons.ERROR)
    if trouble.theirs is None:
        st.button("Opnieuw proberen", key=f"opnieuw-{field}", on_click=_keep, args=(field,))
        return
    left, right = st.columns(2)
    with left:
        _offer(field, "Uw versie", "Bewaar mijn versie", trouble.mine)
    with right:
        _offer(field, "De opgeslagen versie", "Houd de opgeslagen versie", trouble.theirs)


def _offer(field: ParticularField, title: str, label: str, value: str) -> None:
    st.write(f"**{title}**")
    show_quote(value)
    st.button(label, key=f"{label}-{field}", on_click=_settle, args=(field, value))


def _show_status(found: Opened) -> None:
    stored = found.assessment.particulars.filled()
    kept = {field.value: trouble.mine for field, trouble in found.particular_troubles.items()}
    at = found.particulars_saved_at
    if found.newer_particulars is not None:
        text = '<span class="ww-never">Er zijn nieuwere gegevens.</span>'
    elif at is None:
        text = '<span class="ww-never">Nog niets ingevuld.</span>'
    else:
        text = f'<span class="ww-saved">Gegevens opgeslagen {moment_text(at)}</span>'
    st.html(
        f'<div class="ww-status" data-stored="{_marks(stored)}" data-kept="{_marks(kept)}">{text}'
        '<span class="ww-unsaved">Nog niet opgeslagen …</span></div>'
    )


def _marks(values: dict[str, str]) -> str:
    """What the server holds, for the browser to compare with what stands on screen (see shell.js)."""
    return " ".join(f"{name}:{checksum(value)}" for name, value in values.items() if value)


def _keep(field: ParticularField) -> None:
    key = particular_key(field)
    if key not in st.session_state:
        return  # the page was left; its inputs are gone, and the text was sent before
    typed = str(st.session_state[key] or "")
    if (value := clean(typed)) != typed:
        st.session_state[key] = value
    _save(field, value)


def _save(field: ParticularField, value: str) -> None:
    found = session.require_opened()
    trouble = found.particular_troubles.get(field)
    if trouble is not None and trouble.theirs is not None:
        trouble.mine = value
        return
    seen = found.assessment.particulars
    try:
        keep_particulars(seen.replace(field, value))
    except ParticularConflictError as conflict:
        found.particular_troubles[field] = ParticularTrouble(CHOOSE, value, conflict.theirs)
        found.see_particulars(seen.replace(field, conflict.theirs))  # both are shown
    except AppError as error:
        found.particular_troubles[field] = ParticularTrouble(str(error), value, None)
    else:
        found.particular_troubles.pop(field, None)


def _settle(field: ParticularField, value: str) -> None:
    """End a conflict with the chosen text, which is saved over the one that was shown."""
    session.require_opened().particular_troubles.pop(field)
    _save(field, value)
    st.session_state.pop(particular_key(field), None)


def _show_newer() -> None:
    found = session.require_opened()
    if found.newer_particulars is not None:
        take_particulars(found, found.newer_particulars)
