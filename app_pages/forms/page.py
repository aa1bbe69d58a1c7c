"""Forms: make a list for a colleague to fill in elsewhere, and see who has what."""

import streamlit as st

from app_pages.forms.mail import mail_text
from app_pages.forms.making import make_form
from app_pages.forms.register import show_register
from app_pages.forms.selection import Selection, ask_selection
from app_pages.frame import icons
from app_pages.frame.downloads import show_download
from app_pages.frame.navigation import READ_BACK, show_link
from app_pages.session import session
from app_pages.session.desk import MadeForm
from app_pages.session.opened import Opened
from questionnaire.errors import AppError
from questionnaire.store import MAX_RECIPIENT
from reporting.wording.dutch import either, norms
from service.files.names import Program

FILLED, EMPTY = "Ingevuld met wat al bekend is", "Leeg"


def show() -> None:
    """Draw the page."""
    st.title("Invullijsten")
    found = session.require_opened()
    st.write(
        "Laat een collega een deel van de lijst invullen in Word of Excel, zonder dit programma. U maakt hier het "
        "bestand en stuurt het op. Komt het terug, dan kiest u wat u overneemt."
    )
    show_link(READ_BACK, "Een bestand teruglezen")
    st.header("Nieuwe invullijst")
    _say_what_cannot_be(found)
    _ask_form(found)
    if found.desk.made:
        _show_made(found.desk.made, found)
    if not found.is_example:
        show_register(found)


def _say_what_cannot_be(found: Opened) -> None:
    if found.is_example:
        text = "Dit is een verzonnen voorbeeld. U kunt een lijst maken om te bekijken, maar niet teruglezen."
    elif found.assessment.is_locked:
        text = "Deze ronde is vastgesteld. U kunt een lijst maken om te lezen of te printen, maar niet teruglezen."
    else:
        return
    st.info(f"{text} Zo’n lijst krijgt geen nummer.", icon=icons.INFO)


def _ask_form(found: Opened) -> None:
    selection = ask_selection(found)
    if not selection.norms:
        return
    _suggest_recipient(selection)
    left, right = st.columns(2, vertical_alignment="bottom")
    recipient = left.text_input(
        "Voor wie? Een rol is genoeg: een naam is niet nodig (mag leeg blijven)",
        max_chars=MAX_RECIPIENT,
        key="lijst-voor",
    )
    until = right.date_input(
        "Wanneer wilt u de lijst terug? (mag leeg blijven)",
        value=None,
        min_value=session.today(),
        format="DD-MM-YYYY",
        key="lijst-terug",
    )
    left, right = st.columns(2)
    filled = left.radio("Hoe krijgt uw collega de lijst?", (FILLED, EMPTY), key="lijst-ingevuld")
    program = right.radio("In welk programma?", list(Program), key="lijst-soort")
    if not st.button("Maak de invullijst", type="primary"):
        return
    from reporting.forms.layout import FormChoice

    try:
        wish = FormChoice(
            content=session.content(),
            assessment=found.assessment,
            norms=tuple(norm.id for norm in selection.norms),
            recipient=recipient or "",
            selection=selection.words,
            is_filled_before=filled == FILLED,
        )
        found.desk.made = make_form(found, wish, Program(program or Program.WORD), until)
    except AppError as error:
        found.desk.made = None
        st.error(f"Er is geen lijst gemaakt. {error}", icon=icons.ERROR)


def _suggest_recipient(selection: Selection) -> None:
    """Fill in the role that was chosen, where nothing else was typed."""
    suggested = st.session_state.get("lijst-voorgesteld", "")
    if suggested != selection.role and st.session_state.get("lijst-voor", "") in ("", suggested):
        st.session_state["lijst-voor"] = selection.role
    st.session_state["lijst-voorgesteld"] = selection.role


def _show_made(made: MadeForm, found: Opened) -> None:
    """Offer the form that was just made, with the message to send along."""
    with st.container(border=True, key="lijst-klaar"):
        number = f" met nummer **{made.number}**" if made.number else ""
        stands = either(made.norms, "staat", "staan")
        st.success(
            f"De invullijst{number} is klaar. Er {stands} {norms(made.norms)} in.",
            icon=icons.DONE,
        )
        if made.note:
            st.warning(made.note, icon=icons.WARNING)
        show_download("Download de invullijst", made.address, is_primary=True)
        st.write("**Bericht om mee te sturen.** Kopieer het naar uw e-mail en voeg het bestand toe.")
        st.code(mail_text(made, found.assessment.organisation.name), language=None, wrap_lines=True)
