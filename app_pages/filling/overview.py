"""Where one assessment stands: the five steps and the themes, search over all norms, and its details."""

import streamlit as st

from app_pages.cards.component import Cards, show_cards
from app_pages.cards.particulars import particulars_card
from app_pages.filling.page import matches
from app_pages.frame import icons
from app_pages.frame.depths import depth_choice, depth_text
from app_pages.frame.five_steps import show_five_steps, themes
from app_pages.frame.navigation import RESULTS, page, section_page, show_link
from app_pages.frame.newer_content import announce
from app_pages.frame.read_only import show_why
from app_pages.frame.widgets import level_label, plain
from app_pages.session import session
from app_pages.session.copies import waiting, waiting_text
from app_pages.session.opened import Opened
from questionnaire.model.assessment import Depth
from questionnaire.model.questionnaire import Norm, Section
from questionnaire.scoring.score import Result
from reporting.progress import Filled, is_done
from reporting.wording.dutch import norms


def show() -> None:
    """Draw the page."""
    found = session.require_opened()
    result = session.result()
    now = found.snapshot.progress
    st.title(plain(found.assessment.organisation.name))
    st.write(f"{depth_text(result.assessment.depth)}: {now.whole.text}, {now.whole.rest_text}.")
    show_why()
    announce()
    _show_unconfirmed(result, found)
    _show_way_on(result, now.whole, found)
    _show_parts()
    _ask_search(found)
    if not found.is_read_only:
        _ask_details(found)
        _ask_particulars(found)
        _offer_removal()


def _show_way_on(result: Result, whole: Filled, found: Opened) -> None:
    """The one thing to do next, as the button of the page."""
    label, where = _way_on(result, whole, found)
    if not (whole.left or found.is_read_only):
        st.success("Elke norm is ingevuld.", icon=icons.DONE)
    with st.container(key="verder"):
        show_link(where, label)


def _way_on(result: Result, whole: Filled, found: Opened) -> tuple[str, str]:
    """Its label and the address of its page."""
    if found.is_read_only or not whole.left:
        return "Naar de resultaten", RESULTS
    section, norm = next(
        (section.section, each.norm) for section in result.sections for each in section.norms if not is_done(each)
    )
    if not whole.done:
        return f"Begin bij {_name(section)}", section.id
    return f"Ga verder bij {section.name}: norm {norm.code} {norm.title}", section.id


def _name(section: Section) -> str:
    """A step or theme in the middle of a sentence."""
    return f"stap {section.number}" if section.is_step else f"het thema {section.short_title}"


def _show_parts() -> None:
    st.header("De vijf stappen")
    st.caption("Stap 1, 2 en 3 volgen op elkaar. Stap 4 en 5 kunnen op elk moment. Begin waar u wilt.")
    show_five_steps()
    if cards := themes():
        st.header("Thema’s die bij elke stap horen")
        st.html(cards)


def _show_unconfirmed(result: Result, found: Opened) -> None:
    """In a later round: how many answers wait, and where the first of them is."""
    asked = [each.norm for each in result.norms]
    if found.is_read_only or not (ids := waiting(asked, found)):
        return
    st.info(
        f"Dit is ronde {found.assessment.round}. Een deel van de antwoorden is overgenomen: "
        f"{waiting_text(asked, found)}.",
        icon=icons.INFO,
    )
    first = session.content().section_by_norm[ids[0]]
    show_link(first.id, f"Begin met herbevestigen bij {first.name}")


def _ask_search(found: Opened) -> None:
    st.header("Zoek een norm")
    words = st.text_input("Zoek in alle normen op woord, nummer of artikel", key="zoek-overal")
    if not words:
        return
    hits = [norm for norm in session.content().norms if matches(norm, words)]
    asked = session.content().at(found.assessment.depth).norm_by_id
    st.caption(f"{norms(len(hits))} gevonden.")
    for norm in hits:
        if norm.id in asked:
            _show_hit(norm, found)
    if others := [norm for norm in hits if norm.id not in asked]:
        with st.expander(f"Alleen in de volledige lijst: {norms(len(others))}"):
            for norm in others:
                st.write(f"{norm.code} {norm.title}")


def _show_hit(norm: Norm, found: Opened) -> None:
    answer = found.answer(norm.id)
    level = level_label(answer.level) if answer.level else "nog open"
    st.page_link(
        section_page(session.content().section_by_norm[norm.id].id),
        label=f"{norm.code} {norm.title} · {level}",
        query_params={**session.address(), session.NORM_PARAMETER: norm.id},
    )


def _ask_details(found: Opened) -> None:
    st.header("Gegevens van deze zelfbeoordeling")
    depth = st.radio(
        "Welke lijst vult u in? Wisselen kan altijd: er gaat geen antwoord verloren.",
        list(Depth),
        format_func=lambda value: depth_choice(Depth(value)),
        index=list(Depth).index(found.assessment.depth),
    )
    if depth and depth != found.assessment.depth:
        session.store().set_depth(found.assessment.id, Depth(depth), author=session.author())
        session.refresh()
        st.rerun()
    day = st.date_input(
        "Peildatum: op welke dag gelden de antwoorden?", value=found.assessment.reference_date, format="DD-MM-YYYY"
    )
    if day and day != found.assessment.reference_date:
        session.store().set_reference_date(found.assessment.id, day, author=session.author())
        session.refresh()
        st.rerun()


def _ask_particulars(found: Opened) -> None:
    st.header("Gegevens voor het rapport")
    st.write(
        "Deze gegevens komen voor in het rapport. Alles mag leeg blijven en wordt vanzelf opgeslagen. "
        f"De status van het rapport is **{found.assessment.status}**."
    )
    show_cards(Cards("gegevens", "Gegevens voor het rapport", (), [particulars_card()], particulars=True))


def _offer_removal() -> None:
    with st.expander("Deze zelfbeoordeling van de lijst halen"):
        st.write(
            "Zij staat dan niet meer op de startpagina. De antwoorden blijven bewaard en u kunt dit terugdraaien."
        )
        if st.button("Haal van de lijst"):
            session.remove()
            st.switch_page(page("start"))
