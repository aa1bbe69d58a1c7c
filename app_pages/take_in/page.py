"""Reading files back: upload, look at what was found, choose per field, and only then save."""

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.navigation import FORMS, ROUNDS, show_link
from app_pages.frame.read_only import EXAMPLE, locked_sentence
from app_pages.session import session
from app_pages.session.opened import Opened
from app_pages.take_in.files import show_files, take_in_uploads
from app_pages.take_in.own_list import show_own_lists
from app_pages.take_in.rows import show_rows
from app_pages.take_in.saving import show_saved, show_saving

KINDS = """
- Een **invullijst** in Word of Excel, ingevuld door een collega.
- Een **rapport** van dit programma waarin iemand in Word opmerkingen plaatste. De opmerkingen komen bij hun norm.
- Een **zelfbeoordeling** die als JSON is bewaard, van dezelfde gemeente en ronde: zo voegt u twee samen.
- Een **eigen lijst** in Word: een tabel met de kolommen was, wordt en actie. U kiest per regel de norm.
"""


def show() -> None:
    """Draw the page."""
    st.title("Bestanden teruglezen")
    found = session.require_opened()
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
    show_own_lists(found)
    if found.desk.comparison:
        st.header("Vergelijken en kiezen")
        show_rows(found.desk, found.desk.comparison)
        st.header("Opslaan")
        show_saving()


def _ask_files(found: Opened) -> None:
    st.write(
        "Kies een bestand dat terugkwam. U ziet eerst wat erin staat. Er wordt pas iets opgeslagen als u onderaan "
        "op de knop klikt."
    )
    with st.expander("Welke bestanden kunt u teruglezen?"):
        st.markdown(KINDS)
    uploads = st.file_uploader(
        "Bestanden om terug te lezen (.docx, .xlsx of .json)",
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
