"""Which pages there are, and links that lead to them."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from app_pages.frame import icons
from app_pages.session import session

START = "start"
OVERVIEW = "overzicht"
RESULTS = "resultaten"
PLAN = "plan"
REPORT = "rapport"
FORMS = "invullijsten"
READ_BACK = "teruglezen"
ROUNDS = "rondes"
DIFFERENCE = "verschil"
HOUSE_STYLE = "huisstijl"
REFERENCE = "begrippen"
TITLES = {
    START: "Start",
    OVERVIEW: "Overzicht en zoeken",
    RESULTS: "Resultaten",
    PLAN: "Plan van aanpak",
    REPORT: "Rapport en bestanden",
    FORMS: "Invullijsten",
    READ_BACK: "Bestanden teruglezen",
    ROUNDS: "Vaststellen en rondes",
    DIFFERENCE: "Verschil met de vorige ronde",
    HOUSE_STYLE: "Huisstijl van het rapport",
    REFERENCE: "Begrippen, partners en bronnen",
}
WITHOUT_ASSESSMENT = {START, REFERENCE}
"""Pages that are about no assessment; every other page may count on an open one."""
MODULES = {
    START: "start.page",
    OVERVIEW: "filling.overview",
    RESULTS: "results.page",
    PLAN: "planning.page",
    REPORT: "documents.page",
    FORMS: "forms.page",
    READ_BACK: "take_in.page",
    ROUNDS: "rounds.page",
    DIFFERENCE: "rounds.difference",
    HOUSE_STYLE: "documents.house_style",
    REFERENCE: "reference.page",
}


def pages() -> dict[str, StreamlitPage]:
    """Every page by its address; steps and themes are pages because the content says so."""
    made = {name: _page(name, title) for name, title in TITLES.items()}
    for section in session.content().sections:
        draw = partial(_draw_opened, section.name, "app_pages.filling.page", section.id)
        draw.__name__ = section.id  # type: ignore[attr-defined]
        made[section.id] = st.Page(draw, title=section.name, url_path=section.id)
    return made


def pages_with_cards() -> set[str]:
    """Addresses of the pages on which something is filled in."""
    return {OVERVIEW, PLAN, *(section.id for section in session.content().sections)}


def _page(name: str, title: str) -> StreamlitPage:
    module = f"app_pages.{MODULES[name]}"
    needs_none = name in WITHOUT_ASSESSMENT
    draw: Callable[[], None] = partial(_draw, module) if needs_none else partial(_draw_opened, title, module)
    draw.__name__ = name
    return st.Page(draw, title=title, url_path=name, default=name == START)


def _draw(module: str, *arguments: str) -> None:
    import_module(module).show(*arguments)


def _draw_opened(title: str, module: str, *arguments: str) -> None:
    """Draw a page of an assessment, or where to choose one."""
    if session.opened():
        _draw(module, *arguments)
        return
    st.title(title)
    st.info("Kies eerst een zelfbeoordeling op de startpagina.", icon=icons.INFO)
    show_link(START, "Naar de startpagina")


def page(name: str) -> StreamlitPage:
    """The page with this address: one of the names above, or the id of a step or theme."""
    registered: dict[str, StreamlitPage] = st.session_state["pages"]
    return registered[name]


def section_page(section_id: str) -> StreamlitPage:
    """The page of a step or theme."""
    return page(section_id)


def show_link(name: str, label: str | None = None) -> None:
    """A link to a page that keeps the open assessment in the address."""
    st.page_link(page(name), label=label, query_params=session.address())


def norm_link(norm_id: str, label: str = "") -> None:
    """A link to one norm alone; by code and title unless there is another label."""
    norm = session.content().norm_by_id[norm_id]
    st.page_link(
        section_page(session.content().section_by_norm[norm_id].id),
        label=label or f"{norm.code} {norm.title}",
        query_params={**session.address(), session.NORM_PARAMETER: norm_id},
    )
