"""Reading files back: upload, look at what was found, choose per field, and only then save."""

import streamlit as st

from app_pages import icons, session
from app_pages.navigation import FORMS, ROUNDS, show_link
from app_pages.opened import Opened
from app_pages.read_only import EXAMPLE, locked_sentence
from app_pages.take_in_files import show_files, take_in_uploads
from app_pages.take_in_rows import show_rows
from app_pages.take_in_saving import show_saved, show_saving

KINDS = ["docx", "xlsx", "json"]


def show() -> None:
    """Draw the page."""
    st.title("Bestanden teruglezen")
    found = session.opened()
    if found is None:
        st.info("Kies eerst een zelfbeoordeling op de startpagina.", icon=icons.INFO)
        show_link("start", "Naar de startpagina")
        return
    if found.is_example:
        st.info(f"{EXAMPLE} Teruglezen doet u bij uw eigen lijst.", icon=icons.INFO)
        return
    if found.assessment.is_locked:
        st.info(f"{locked_sentence(found)} Teruglezen kan niet meer. Begin een nieuwe ronde.", icon=icons.PRIVATE)
        show_link(ROUNDS, "Naar de rondes")
        return
    show_saved(found)
    _ask_files(found)
    show_files(found)
    if found.desk.comparison:
        st.header("Vergelijken en kiezen")
        show_rows(found.desk, found.desk.comparison)
        st.header("Opslaan")
        show_saving()


def _ask_files(found: Opened) -> None:
    st.write(
        "Kies een invullijst (Word of Excel) die een collega terugstuurde, of een zelfbeoordeling als "
        "JSON-bestand van dezelfde gemeente en ronde. U ziet eerst wat erin staat. Er wordt pas iets opgeslagen "
        "als u onderaan op de knop klikt."
    )
    uploads = st.file_uploader(
        "Bestanden om terug te lezen (.docx, .xlsx of .json)",
        type=KINDS,
        accept_multiple_files=True,
        key=f"terug-bestand-{found.assessment.id}-{found.desk.uploads}",
    )
    if not found.desk.files:
        show_link(FORMS, "Eerst een invullijst maken")
    if not uploads:
        return
    with st.spinner("De bestanden worden gelezen …"):
        take_in_uploads(found, [(each.name, each.getvalue()) for each in uploads])
    found.desk.uploads += 1
    found.desk.message = ""
    st.rerun()
