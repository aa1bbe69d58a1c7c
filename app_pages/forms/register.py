"""Who has what: the forms that were handed out, and what came back."""

from collections.abc import Sequence

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.downloads import show_download
from app_pages.frame.widgets import plain, show_table
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.errors import AppError
from questionnaire.store import FormRecord, FormReturn
from reporting.wording.dutch import counted, date_text
from service.files.addresses import file_address, form_path
from service.files.names import Program

HEADS = ("Nummer", "Voor", "Welke normen", "Aantal", "Sinds", "Wat kwam er terug?")
NUMBERS = (3,)


def show_register(found: Opened) -> None:
    """Draw the forms of this assessment, and what can be done with each."""
    st.header("Wie heeft wat")
    forms = session.store().forms.of(found.assessment.id)
    if not forms:
        st.write("Er is nog geen invullijst gemaakt.")
        return
    has_withdrawn = any(form.withdrawn_at for form in forms)
    shows_all = has_withdrawn and st.checkbox("Toon ook lijsten die zijn ingetrokken", key="lijst-alle")
    shown = [form for form in forms if shows_all or not form.withdrawn_at]
    if not shown:
        st.write("Alle lijsten zijn ingetrokken.")
        return
    with st.container(key="lijst-tabel"):
        show_table("Invullijsten, de nieuwste bovenaan", HEADS, map(_cells, shown), NUMBERS)
    _ask_what_to_do(shown, found)


def _cells(form: FormRecord) -> tuple[str, ...]:
    return (
        form.number,
        form.recipient or "niet genoemd",
        form.selection,
        str(len(form.norms)),
        _day(form),
        _returned_text(form),
    )


def _day(form: FormRecord) -> str:
    return date_text(session.local(form.at).date())


def _returned_text(form: FormRecord) -> str:
    """Everything that came back, and whether it was withdrawn."""
    told = [_return_text(each) for each in form.returns] or ["nog niets"]
    if form.withdrawn_at:
        told.append(f"ingetrokken op {date_text(session.local(form.withdrawn_at).date())}")
    return "; ".join(told)


def _return_text(returned: FormReturn) -> str:
    taken = counted(returned.taken, "veld", "velden") if returned.taken else "niets"
    return f"{date_text(session.local(returned.at).date())}: {taken} overgenomen uit {returned.name}"


def _ask_what_to_do(forms: Sequence[FormRecord], found: Opened) -> None:
    """Download a form again, or take it off the list."""
    by_number = {form.number: form for form in forms}
    chosen = st.selectbox(
        "Kies een lijst om opnieuw te downloaden of in te trekken",
        list(by_number),
        format_func=lambda number: _name(by_number[number]),
        key="lijst-kies",
    )
    form = by_number[chosen]
    with st.container(horizontal=True):
        _offer_again(found, form)
        if not form.withdrawn_at and not found.is_read_only and st.button("Trek deze lijst in"):
            _withdraw(form)
    if not found.is_read_only:
        st.caption(
            "Een ingetrokken lijst staat niet meer in de tabel. Komt zij toch terug, dan leest u haar gewoon."
        )


def _name(form: FormRecord) -> str:
    return " · ".join(filter(None, (form.number, form.recipient, _day(form))))


def _offer_again(found: Opened, form: FormRecord) -> None:
    """Offer the form as it was handed out; not when the questions are others by now."""
    if form.content_version != found.assessment.content_version:
        st.write(f"Deze lijst hoort bij versie {plain(form.content_version)} van de vragenlijst. Maak een nieuwe.")
        return
    for program in Program:
        address = file_address(found.assessment.id, form_path(form.number, program))
        show_download(f"Download opnieuw in {program}", address)


def _withdraw(form: FormRecord) -> None:
    try:
        session.store().forms.withdraw(form.assessment_id, form.number, author=session.author())
    except AppError as error:
        st.error(str(error), icon=icons.ERROR)
        return
    st.rerun()
