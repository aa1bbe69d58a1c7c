"""One page of the app: who may look, navigation, and the one place that shows errors."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from app_pages.cards import component
from app_pages.frame import entrance, icons, navigation, theme
from app_pages.frame.sidebar import show_sidebar
from app_pages.session import session
from questionnaire.errors import AppError
from service import locality

PRODUCT = "Was-wordt lijst"


def _refuse_others() -> None:
    if st.runtime.exists() and not locality.may_be_served(
        st.get_option("server.address"), st.context.headers, st.context.ip_address
    ):
        st.title("Alleen op deze computer")
        st.error(locality.REFUSAL, icon=icons.ERROR)
        st.stop()


def _refuse_without_addresses() -> None:
    if not entrance.is_served():
        st.title("Zo kan de app niets bewaren")
        st.error(entrance.NOT_SERVED, icon=icons.ERROR)
        st.stop()


def _show_error(error: AppError) -> None:
    st.error(str(error), icon=icons.ERROR)
    if "pages" in st.session_state and st.button("Naar de startpagina"):
        session.choose(None)
        st.switch_page(navigation.page(navigation.START))


def _open_page() -> StreamlitPage:
    pages = navigation.pages()
    st.session_state["pages"] = pages
    chosen = st.navigation(list(pages.values()), position="hidden")
    st.set_page_config(page_title=f"{chosen.title} · {PRODUCT}", layout="wide")
    session.open_from_address()
    session.look_at(chosen.url_path)
    show_sidebar(chosen.url_path or navigation.START)
    return chosen


def _watch(page: str) -> None:
    """On a page without cards too, send what an earlier visit left in this browser."""
    found = session.opened()
    if found is not None and not found.is_example and page not in navigation.pages_with_cards():
        component.watch()


def main() -> None:
    """Draw one page."""
    theme.show_logo()
    _refuse_others()
    _refuse_without_addresses()
    try:
        page = _open_page()
    except AppError as error:
        st.title("Deze pagina is niet te openen")
        _show_error(error)
        return
    try:
        _watch(page.url_path)
        page.run()
    except AppError as error:
        _show_error(error)
