"""Words, partners, the state of the bill and every source, for looking up."""

from html import escape

import streamlit as st

from app_pages import session
from app_pages.norm_details import source_link
from app_pages.widgets import show_table


def show() -> None:
    """Draw the page."""
    content = session.content()
    st.title("Begrippen, partners en bronnen")
    st.header("Stand van de Wams")
    st.write(f"**Stand per {content.law.as_of:%d-%m-%Y}.** {content.law.text}")
    with st.expander("Tijdlijn van het wetsvoorstel"):
        show_table(
            "Wat er met het wetsvoorstel gebeurde, voor zover gevonden",
            ("Wanneer", "Wat", "Hoe zeker"),
            [(event.when, event.what, event.certainty) for event in content.law.history],
        )
    st.header("Begrippen")
    words = (st.text_input("Zoek een begrip", key="zoek-begrip") or "").lower()
    terms = [
        term
        for term in content.terms
        if words in f"{term.term} {' '.join(term.synonyms)} {term.explanation}".lower()
    ]
    entries = "".join(f"<dt>{escape(term.term)}</dt><dd>{escape(term.explanation)}</dd>" for term in terms)
    st.html(f'<dl class="ww-details">{entries}</dl>' if terms else "<p>Geen begrip gevonden.</p>")
    st.header("Partners")
    show_table(
        "Wie doet mee aan de aanpak?",
        ("Partner", "Uitleg"),
        [(each.name, each.explanation) for each in content.partners],
    )
    st.header("Bronnen")
    with st.expander(f"Alle {len(content.sources)} bronnen"):
        rows = "".join(f"<li>{source_link(source)}</li>" for source in content.sources)
        st.html(f'<ul class="ww-sources">{rows}</ul>')
    st.caption(f"{content.basis} Inhoud versie {content.version} van {content.as_of:%d-%m-%Y}.")
