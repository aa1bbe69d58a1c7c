"""Which pages there are, and the sidebar that leads to them with the progress of each."""

from collections.abc import Callable
from functools import partial
from html import escape
from importlib import import_module

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from app_pages import session
from app_pages.widgets import count_text
from questionnaire.scoring import Result, SectionResult

PROGRESS = "voortgang"
START = "start"
OVERVIEW = "overzicht"
RESULTS = "resultaten"
REPORT = "rapport"
REFERENCE = "begrippen"
TITLES = {
    START: "Start",
    OVERVIEW: "Overzicht en zoeken",
    RESULTS: "Resultaten",
    REPORT: "Rapport en bestanden",
    REFERENCE: "Begrippen, partners en bronnen",
}


def pages() -> dict[str, StreamlitPage]:
    """Every page by its address; steps and themes are pages because the content says so."""
    made = {name: _page(name, title) for name, title in TITLES.items()}
    for section in session.content().sections:
        draw = partial(_call, "app_pages.section", section.id)
        draw.__name__ = section.id  # type: ignore[attr-defined]
        made[section.id] = st.Page(draw, title=section.name, url_path=section.id)
    return made


def _page(name: str, title: str) -> StreamlitPage:
    module = {START: "start", OVERVIEW: "overview", RESULTS: "results", REPORT: "report", REFERENCE: "reference"}[
        name
    ]
    draw: Callable[[], None] = partial(_call, f"app_pages.{module}")
    draw.__name__ = name
    return st.Page(draw, title=title, url_path=name, default=name == START)


def _call(module: str, *arguments: str) -> None:
    import_module(module).show(*arguments)


def page(name: str) -> StreamlitPage:
    """The page with this address: one of the names above, or the id of a step or theme."""
    registered: dict[str, StreamlitPage] = st.session_state["pages"]
    return registered[name]


def section_page(section_id: str) -> StreamlitPage:
    """The page of a step or theme."""
    return page(section_id)


def redraw(norm_id: str) -> None:
    """Draw one norm and the progress again; the last statement of a callback, for it does not return."""
    st.rerun([PROGRESS, session.card_key(norm_id)])


def show_link(name: str, label: str | None = None) -> None:
    """A link to a page that keeps the open assessment in the address."""
    st.page_link(page(name), label=label, query_params=session.address())


def show_sidebar() -> None:
    """Draw the navigation; with an assessment open it carries the progress and redraws by itself."""
    with st.sidebar:
        st.html('<p class="ww-brand">Was-wordt lijst<br><span>aanpak meervoudige problematiek</span></p>')
        show_link(START)
        if session.opened() is not None:
            st.fragment(_show_progress, key=PROGRESS)()
        show_link(REFERENCE)


def _show_progress() -> None:
    found = session.require_opened()
    result = session.result()
    st.html(f'<h2 class="ww-side">{_organisation(found)}</h2>')
    st.caption(
        f"{depth_text(found.assessment.depth.value)} · peildatum {found.assessment.reference_date:%d-%m-%Y}"
    )
    _show_total(result)
    show_link(OVERVIEW)
    st.html('<h3 class="ww-side">Stappen</h3>')
    for step in result.steps:
        _show_section_link(step)
    st.html('<h3 class="ww-side">Thema’s bij elke stap</h3>')
    for theme in result.themes:
        _show_section_link(theme)
    st.html('<h3 class="ww-side">Uitkomst</h3>')
    show_link(RESULTS)
    show_link(REPORT)


def _organisation(found: session.Opened) -> str:
    return escape(found.assessment.organisation.name)


def depth_text(depth: str) -> str:
    """Which of the two lists is filled in, as named beside every score."""
    return {"kern": "Kernlijst", "volledig": "Volledige lijst"}[depth]


def _show_total(result: Result) -> None:
    applicable = sum(section.applicable for section in result.sections)
    scored = sum(section.scored for section in result.sections)
    unknown = sum(section.unknown for section in result.sections)
    st.progress(scored / applicable if applicable else 0.0)
    st.caption(
        f"{scored} van {count_text(applicable, 'norm', 'normen')} met een niveau · {unknown} weet ik niet · "
        f"{applicable - scored - unknown} open"
    )


def _show_section_link(section: SectionResult) -> None:
    if section.section.norms:
        show_link(section.section.id, f"{section.section.name} · {section.scored}/{section.applicable}")
