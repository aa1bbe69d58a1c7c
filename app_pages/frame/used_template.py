"""Which template a document gets."""

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.widgets import plain
from app_pages.session import session


def show_template(assessment_id: str) -> None:
    """Say which template the report gets."""
    own = session.store().templates.find(assessment_id)
    if own is None:
        st.write("Sjabloon: het standaardsjabloon.")
        return
    from service.files.templates import fitting_template

    if fitting_template(session.store(), assessment_id) is None:
        st.warning(
            f"Uw sjabloon {plain(own.name)} past niet bij deze versie van het programma. Daarom komt het rapport "
            "in het standaardsjabloon. Controleer uw sjabloon opnieuw op de pagina over de huisstijl.",
            icon=icons.WARNING,
        )
        return
    st.write(f"Sjabloon: {plain(own.name)}.")
