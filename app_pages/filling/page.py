"""A step or theme: its norms one below the other or one at a time, with a filter and a search box."""

from html import escape

import streamlit as st

from app_pages.cards.component import Cards, show_cards
from app_pages.cards.norms import address
from app_pages.cards.process import process_cards, process_row, process_subjects
from app_pages.frame import icons
from app_pages.frame.links import link
from app_pages.frame.navigation import RESULTS, section_page
from app_pages.frame.read_only import show_why
from app_pages.session import session
from app_pages.session.copies import copied
from app_pages.session.opened import Opened
from app_pages.session.steady import steady
from questionnaire.model.assessment import Answer, Level
from questionnaire.model.plan import Quarter
from questionnaire.model.questionnaire import Norm, Section
from reporting.wording.dutch import norms

ALL, OPEN, UNKNOWN, WITHOUT_PRACTICE = "Alle normen", "Nog open", "Weet ik niet", "Zonder ‘was’"
TO_RECONFIRM = "Te herbevestigen"
FILTERS = (ALL, OPEN, UNKNOWN, WITHOUT_PRACTICE)
FOLD = "Werkproces van nu: schrijf het in stappen (mag leeg blijven)"
FOLD_TO_READ = "Werkproces van nu, in stappen"
PRIVACY = (
    "Schrijf over werkprocessen, nooit over inwoners: geen namen, geen geboortedatums, geen BSN. "
    "Alles wat u invult, wordt vanzelf opgeslagen."
)


def show(section_id: str) -> None:
    """Draw the page of one step or theme."""
    found = session.require_opened()
    asked = session.content().at(found.assessment.depth)
    section = next(section for section in asked.sections if section.id == section_id)
    _show_heading(section, found)
    shown = _ask_selection(section, found)
    _show_norms(section, shown, found)
    if not shown:
        st.info("Geen norm past bij dit filter of deze zoekwoorden.", icon=icons.INFO)
    _show_missing(section)
    if section.is_step:
        _show_process(section, found)
    _show_next(section, asked.sections)


def _show_norms(section: Section, shown: list[Norm], found: Opened) -> None:
    quarter = Quarter.of(session.today())
    show_cards(
        Cards(
            "normen",
            f"Normen van {section.name}",
            [norm.id for norm in shown],
            cards_from=address(session.content(), section.id, quarter),
            one_at_a_time=True,
            shows_copies=copied(section.norms, found) > 0,
        )
    )


def _whole(section: Section) -> Section:
    """The section as the full list has it."""
    return next(each for each in session.content().sections if each.id == section.id)


def _show_heading(section: Section, found: Opened) -> None:
    st.title(f"Stap {section.number} · {section.title}" if section.is_step else section.title)
    whole = _whole(section)
    about = [section.introduction, section.order_note]
    if len(section.norms) < len(whole.norms):
        about.append(
            f"Op de kernlijst: {len(section.norms)} van de {norms(len(whole.norms))} van deze pagina. "
            "De nummers zijn die van de volledige lijst."
        )
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in about if text)
    privacy = "" if found.is_read_only else f'<p class="ww-privacy">{PRIVACY}</p>'
    st.html(
        f'<details class="ww-fold ww-plain"><summary>Over deze pagina</summary>{paragraphs}</details>{privacy}'
    )
    show_why()


def _ask_selection(section: Section, found: Opened) -> list[Norm]:
    wanted = st.query_params.get(session.NORM_PARAMETER)
    if wanted in {norm.id for norm in section.norms}:
        st.page_link(
            section_page(section.id), label="Toon weer alle normen van deze pagina", query_params=session.address()
        )
        return [norm for norm in section.norms if norm.id == wanted]
    chosen, words = _ask_filter(section, found)
    fitting = [norm.id for norm in section.norms if matches(norm, words) and passes(chosen, found.answer(norm.id))]
    ids = steady(found, (section.id, chosen, words), fitting)
    shown = [norm for norm in _whole(section).norms if norm.id in ids]
    if chosen != ALL or words:
        st.caption(f"{norms(len(shown))} van {len(section.norms)} getoond.")
    return shown


def _ask_filter(section: Section, found: Opened) -> tuple[str, str]:
    """Which norms to show: one of the filters, and words to search for."""
    with st.expander("Zoek of kies welke normen u ziet"):
        left, right = st.columns([3, 2], vertical_alignment="bottom")
        filters = (*FILTERS, TO_RECONFIRM) if copied(section.norms, found) else FILTERS
        chosen = left.radio("Toon", filters, horizontal=True, key=f"filter-{section.id}")
        words = right.text_input("Zoek op deze pagina", key=f"zoek-{section.id}")
    return chosen or ALL, words or ""


def passes(chosen: str, answer: Answer) -> bool:
    """Whether an answer belongs under a filter."""
    if chosen == OPEN:
        return answer.level is None or answer.lacks_reason
    if chosen == UNKNOWN:
        return answer.level is Level.UNKNOWN
    if chosen == TO_RECONFIRM:
        return answer.to_reconfirm
    if chosen == WITHOUT_PRACTICE:
        return not answer.practice.strip()
    return True


def matches(norm: Norm, words: str) -> bool:
    """Whether every word stands somewhere in the norm, in any order."""
    text = f"{norm.code} {norm.title} {norm.statement} {' '.join(norm.evidence)} {norm.article}".lower()
    return all(word in text for word in words.lower().split())


def _show_missing(section: Section) -> None:
    for item in section.missing:
        with st.container(border=True):
            st.html(
                f'<h2 class="ww-norm">{escape(item.title)}</h2>'
                f'<p class="ww-statement">{escape(item.explanation)}</p>'
                '<ul class="ww-tags"><li>ontbreekt in de bron: telt niet mee</li></ul>'
            )


def _show_process(section: Section, found: Opened) -> None:
    """The present process of a step in steps of its own, folded until somebody wants it."""
    subjects = process_subjects(section.id, found)
    if found.is_read_only and not subjects:
        return
    fold = st.expander(
        FOLD_TO_READ if found.is_read_only else FOLD, key=f"werkproces-{section.id}", on_change="rerun"
    )
    if not fold.open:
        return
    with fold:
        left, right = st.columns([3, 2], gap="medium")
        with left:
            st.html('<h2 class="ww-norm">Zo werkt u nu</h2>')
            title = f"Werkproces van {section.name}"
            show_cards(Cards("proces", title, subjects, process_cards(subjects), row=process_row(section.id)))
        with right:
            _show_enhanced(section)


def _show_enhanced(section: Section) -> None:
    items = "".join(f"<li>{norm.code} {escape(norm.title)}</li>" for norm in section.norms)
    st.html(
        '<h2 class="ww-norm">Zo werkt de versterkte aanpak</h2>'
        f"<p>{escape(section.introduction)}</p><ul>{items}</ul>"
    )


def _show_next(section: Section, sections: tuple[Section, ...]) -> None:
    """The way to the page before and after; after the last one come the results."""
    asked = [each for each in sections if each.norms]
    place = [each.id for each in asked].index(section.id) if section in asked else -1
    links = [link(asked[place - 1].id, f"Vorige: {asked[place - 1].name}")] if place > 0 else []
    if 0 <= place < len(asked) - 1:
        links.append(link(asked[place + 1].id, f"Volgende: {asked[place + 1].name}", css="ww-next"))
    else:
        links.append(link(RESULTS, "Naar de resultaten", css="ww-next"))
    st.html(f'<nav class="ww-around" aria-label="Vorige en volgende pagina">{"".join(links)}</nav>')
