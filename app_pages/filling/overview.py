"""Where one assessment stands: progress per step and theme, search over all norms, and its details."""

import streamlit as st

from app_pages.cards.component import Cards, show_cards
from app_pages.cards.particulars import particulars_card
from app_pages.filling.page import matches
from app_pages.frame import icons
from app_pages.frame.depths import depth_choice, depth_text
from app_pages.frame.navigation import page, section_page, show_link
from app_pages.frame.newer_content import announce
from app_pages.frame.read_only import show_why
from app_pages.frame.widgets import level_label, plain, show_table
from app_pages.session import session
from app_pages.session.copies import copied, waiting, waiting_text
from app_pages.session.opened import Opened
from questionnaire.model.assessment import Depth
from questionnaire.model.questionnaire import Norm
from questionnaire.scoring.score import Result
from reporting.wording.dutch import norms


def show() -> None:
    """Draw the page."""
    found = session.require_opened()
    result = session.result()
    st.title(plain(found.assessment.organisation.name))
    st.write(_summary(result))
    show_why()
    announce()
    _show_unconfirmed(result, found)
    if not found.assessment.is_locked:
        _show_way_on(result)
    _show_progress(result, found)
    _ask_search(found)
    if not found.is_read_only:
        _ask_details(found)
        _ask_particulars(found)
        _offer_removal()


def _summary(result: Result) -> str:
    applicable = sum(section.applicable for section in result.sections)
    scored = sum(section.scored for section in result.sections)
    return (
        f"{depth_text(result.assessment.depth)} van {norms(applicable)}; "
        f"{'daarvan heeft' if scored == 1 else 'daarvan hebben'} er {scored} een niveau. "
        "U kunt op elke plek verder: de volgorde van de stappen is een hulp, geen plicht."
    )


def _show_way_on(result: Result) -> None:
    for section in result.sections:
        first_open = next((each.norm for each in section.norms if each.is_open and not each.is_unknown), None)
        if first_open:
            with st.container(key="verder"):
                st.page_link(
                    section_page(section.section.id),
                    label=f"Ga verder bij {section.section.name}: norm {first_open.code} {first_open.title}",
                    query_params=session.address(),
                )
            return
    st.success("Elke norm heeft een niveau, ‘weet ik niet’ of een reden waarom hij niet geldt.", icon=icons.DONE)
    show_link("resultaten", "Naar de resultaten")


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


def _show_progress(result: Result, found: Opened) -> None:
    st.header("Voortgang")
    has_copies = copied([each.norm for each in result.norms], found) > 0
    heads = ["Onderdeel", "Normen die gelden", "Met een niveau", "Weet ik niet", "Nog open", "N.v.t. zonder reden"]
    show_table(
        "Hoe ver is elke stap en elk thema ingevuld?",
        [*heads, "Te herbevestigen"] if has_copies else heads,
        [
            (
                section.section.name,
                str(section.applicable),
                str(section.scored),
                str(section.unknown),
                str(section.unanswered),
                str(section.lacking_reason),
                *([str(len(waiting(section.section.norms, found)))] if has_copies else []),
            )
            for section in result.sections
            if section.section.norms
        ],
        numbers=(1, 2, 3, 4, 5, 6),
    )


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
