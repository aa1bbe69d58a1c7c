"""How a municipality works now in one step, in process steps beside the enhanced approach; may stay empty."""

from collections.abc import Sequence
from html import escape
from secrets import token_urlsafe

import streamlit as st

from app_pages.cards import inputs
from app_pages.cards.kept_fields import ask_mark, ask_text, show_status
from app_pages.cards.troubles import show_troubles
from app_pages.frame.widgets import plain
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.model.plan import PROCESS_PREFIX, YES, ProcessField, ProcessStep, process_place
from questionnaire.model.questionnaire import Section
from questionnaire.model.subjects import SubjectField, in_place

FOLD = "Werkproces van nu: schrijf het in stappen (mag leeg blijven)"
FOLD_TO_READ = "Werkproces van nu, in stappen"
SHORT = 60
UP, DOWN = "omhoog", "omlaag"
DETAILS = {
    ProcessField.WHO: "Wie",
    ProcessField.HANDOVER: "Overdracht",
    ProcessField.WAITING: "Wachtpunt",
}
LED = "werkproces-naar"
"""Where the reader is led after a button: (subject, what to focus, occasion)."""


def show_process(section: Section) -> None:
    """Draw the process card of a step, folded until somebody wants it."""
    found = session.require_opened()
    steps = _steps(section.id, found)
    if found.is_read_only and not steps:
        return
    fold = st.expander(
        FOLD_TO_READ if found.is_read_only else FOLD, key=f"werkproces-{section.id}", on_change="rerun"
    )
    if not fold.open:
        return
    found.screen.subjects |= {step.subject for step in steps}
    with fold:
        left, right = st.columns([3, 2], gap="medium")
        with left:
            st.html('<h2 class="ww-norm">Zo werkt u nu</h2>')
            _show_own(section, steps, found)
        with right:
            _show_enhanced(section)


def _steps(section_id: str, found: Opened) -> list[ProcessStep]:
    """The process steps of a section in order, without those that were removed."""
    return list(
        in_place(
            each for each in found.process.values() if each.section == section_id and not each.removed
        ).values()
    )


def _show_enhanced(section: Section) -> None:
    items = "".join(f"<li>{norm.code} {escape(norm.title)}</li>" for norm in section.norms)
    st.html(
        '<h2 class="ww-norm">Zo werkt de versterkte aanpak</h2>'
        f"<p>{escape(section.introduction)}</p><ul>{items}</ul>"
    )


def _show_own(section: Section, steps: Sequence[ProcessStep], found: Opened) -> None:
    if found.is_read_only:
        _show_to_read(steps)
        return
    if not steps:
        st.write(
            "Schrijf kort op wat er nu gebeurt, stap voor stap. Vijf tot acht stappen is genoeg. Noem functies en "
            "teams, geen personen. In het rapport staat dit naast de versterkte aanpak."
        )
    for place, step in enumerate(steps):
        _show_card(step, place, len(steps))
    st.button("Voeg een processtap toe", key=f"nieuw-proces-{section.id}", on_click=_add, args=(section.id,))
    _offer_return(section.id, found)


def _show_card(step: ProcessStep, place: int, number: int) -> None:
    """Inputs redraw by themselves; what changes the row of cards draws the whole page."""
    subject = step.subject
    with st.container(key=inputs.card_key(subject), border=True, gap="small"):
        st.html(f'<h3 class="ww-action">Processtap {place + 1}</h3>{_lead(subject)}')
        st.fragment(_draw, key=inputs.card_key(subject))(subject, place + 1)
        with st.container(horizontal=True, gap="small"):
            for label, by, is_possible in ((UP, -1, place > 0), (DOWN, 1, place < number - 1)):
                st.button(
                    f"Processtap {place + 1} {label}",
                    key=f"{label}-{subject}",
                    on_click=_move,
                    args=(subject, by),
                    disabled=not is_possible,
                )
            st.button(
                f"Verwijder processtap {place + 1}",
                key=f"verwijder-{subject}",
                on_click=_mark,
                args=(subject, YES),
            )


def _draw(subject: str, number: int) -> None:
    found = session.require_opened()
    found.screen.to_draw.discard(subject)
    show_troubles(subject, f"processtap {number}", found)
    ask_text(found, subject, ProcessField.WHAT, f"Wat gebeurt er in processtap {number}?")
    ask_text(found, subject, ProcessField.WHO, f"Wie doet processtap {number}?", one_line=True)
    left, right = st.columns(2)
    with left:
        ask_text(found, subject, ProcessField.HANDOVER, f"Aan wie draagt u over na processtap {number}?")
    with right:
        ask_text(found, subject, ProcessField.WAITING, f"Waar wacht u op in processtap {number}?")
    ask_mark(found, subject, ProcessField.DIFFERENCE, f"Processtap {number} wijkt af van de versterkte aanpak")
    show_status(found, subject, f"Processtap {number}")


def _show_to_read(steps: Sequence[ProcessStep]) -> None:
    items = "".join(f"<li>{_step_to_read(step)}</li>" for step in steps)
    st.html(f'<ol class="ww-process">{items}</ol>')


def _step_to_read(step: ProcessStep) -> str:
    """One step as HTML; what the user wrote is escaped."""
    lines = [f"<strong>{escape(step.what) or 'Zonder tekst'}</strong>"]
    lines += [f"{name}: {escape(step.value(field))}" for field, name in DETAILS.items() if step.value(field)]
    lines += ["≠ Wijkt af van de versterkte aanpak"] if step.difference else []
    return "<br>".join(lines)


def _offer_return(section_id: str, found: Opened) -> None:
    """What was removed can be put back, also weeks later."""
    for subject in _removed(section_id, found):
        key = f"terug-{subject}"
        name = plain(found.process[subject].what[:SHORT]) or "processtap zonder tekst"
        with st.container(key=inputs.card_key(key), horizontal=True, vertical_alignment="center"):
            st.write(f"Verwijderd: {name}")
            st.button("Zet de processtap terug", key=key, on_click=_mark, args=(subject, ""))
            if lead := _lead(key):
                st.html(lead)


def _removed(section_id: str, found: Opened) -> list[str]:
    """Subjects of the removed process steps of a section, with what stood in them taken in."""
    marked = [subject for subject, field in found.seen if field is ProcessField.REMOVED]
    here = [each for each in marked if (process_place(each) or ("",))[0] == section_id]
    for subject in here:
        if subject not in found.process:
            session.recall(subject)
    return [subject for subject in here if found.process[subject].removed]


def _lead(subject: str) -> str:
    """Have the browser put the focus in this card, once per occasion (see shell.js)."""
    led, target, occasion = st.session_state.get(LED, ("", "", ""))
    if led != subject:
        return ""
    return f'<span class="ww-lead" data-occasion="{occasion}" data-target="{escape(target)}"></span>'


def _lead_to(subject: str, target: str) -> None:
    st.session_state[LED] = (subject, target, token_urlsafe(6))


def _add(section_id: str) -> None:
    found = session.require_opened()
    subject = f"{PROCESS_PREFIX}{section_id}:{token_urlsafe(6)}"
    last = max((each.position for each in found.process.values() if each.section == section_id), default=0)
    inputs.save_together(found, {(subject, ProcessField.POSITION): str(last + 1)})
    _lead_to(subject, "textarea")


def _mark(subject: str, mark: str) -> None:
    inputs.save_together(session.require_opened(), {(subject, ProcessField.REMOVED): mark})
    if mark:
        _lead_to(f"terug-{subject}", "button")
    else:
        _lead_to(subject, "textarea")


def _move(subject: str, by: int) -> None:
    """Give every step of the row its new place; the same button has the focus again afterwards."""
    found = session.require_opened()
    row = _steps(found.process[subject].section, found)
    place = [step.subject for step in row].index(subject)
    to = min(max(place + by, 0), len(row) - 1)
    row.insert(to, row.pop(place))
    moved: dict[tuple[str, SubjectField], str] = {
        (step.subject, ProcessField.POSITION): str(number)
        for number, step in enumerate(row, 1)
        if step.position != number
    }
    inputs.save_together(found, moved)
    is_up = to == len(row) - 1 if to in (0, len(row) - 1) else by < 0
    _lead_to(subject, f"[class*='st-key-{UP if is_up else DOWN}-'] button")
