"""Words, partners, the state of the bill and every source, for looking up."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from app_pages.cards.explanation import source_link
from app_pages.frame.widgets import show_table
from app_pages.session import session
from questionnaire.model.explainer import Comparison, ExplainerPoint


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
    _show_explainers()
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
        st.html(_source_list(source.id for source in content.sources))
    st.caption(f"{content.basis} Inhoud versie {content.version} van {content.as_of:%d-%m-%Y}.")


def _show_explainers() -> None:
    """Above the long lists: a browser goes to a linked heading before what stands above it has its height."""
    st.header("Uitleg bij twee lastige punten")
    for explainer in session.content().explainers:
        st.subheader(explainer.title, anchor=explainer.id)
        if explainer.points:
            st.html(_point_list(explainer.points))
        if explainer.comparison:
            _show_comparison(explainer.comparison)


def _point_list(points: Iterable[ExplainerPoint]) -> str:
    items = (
        f"<li>{escape(point.text)}{_folded_sources(f'Bronnen bij punt {number}', point.sources)}</li>"
        for number, point in enumerate(points, start=1)
    )
    return f"<ol>{''.join(items)}</ol>"


def _show_comparison(comparison: Comparison) -> None:
    rows = ((row.question, *row.answers) for row in comparison.rows)
    show_table("De verschillen naast elkaar", ("Vraag", *comparison.columns), rows)
    warning = f"<p>{escape(comparison.warning)}</p>" if comparison.warning else ""
    st.html(f"{warning}{_folded_sources('Bronnen bij deze tabel', comparison.sources)}")


def _folded_sources(summary: str, sources: Iterable[str]) -> str:
    return f"<details><summary>{summary}</summary>{_source_list(sources)}</details>"


def _source_list(sources: Iterable[str]) -> str:
    links = (source_link(session.content().source_by_id[source]) for source in sources)
    return '<ul class="ww-sources">' + "".join(f"<li>{link}</li>" for link in links) + "</ul>"
