"""Settling and rounds: how far this one is, what to look at first, settling it, and the round after it."""

from collections.abc import Iterable

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.navigation import OVERVIEW, norm_link, page
from app_pages.frame.read_only import EXAMPLE, locked_sentence
from app_pages.frame.round_list import line_of, show_rounds
from app_pages.frame.widgets import plain
from app_pages.rounds.content_move import show_versions
from app_pages.rounds.settling import ask_to_settle, show_settled_report
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.model.settlement import Status
from questionnaire.scoring.readiness import ACTION_CHECKS, Finding, Readiness, readiness
from reporting.wording.dutch import date_text, norms

STATUS_TEXT = {
    Status.CONCEPT: "**Concept.** U bent nog bezig. U kunt alles wijzigen.",
    Status.DISCUSSED: "**Intern besproken.** U kunt nog steeds alles wijzigen. Daarna kunt u vaststellen.",
}


def show() -> None:
    """Draw the page."""
    st.title("Vaststellen en rondes")
    found = session.require_opened()
    if found.is_example:
        st.info(f"{EXAMPLE} Vaststellen doet u met uw eigen lijst.", icon=icons.INFO)
        return
    show_versions(found)
    st.header(f"Status van ronde {found.assessment.round}")
    if found.assessment.is_locked:
        _show_settlement(found)
    else:
        _ask_status(found)
        ready = readiness(session.result())
        _show_check(ready, found)
        ask_to_settle(found, ready)
    _show_next_round(found)
    show_rounds(found)


def _ask_status(found: Opened) -> None:
    st.write(STATUS_TEXT[found.assessment.status])
    is_concept = found.assessment.status is Status.CONCEPT
    other = Status.DISCUSSED if is_concept else Status.CONCEPT
    if st.button("Zet op ‘intern besproken’" if is_concept else "Zet terug op ‘concept’"):
        session.store().settling.set_status(found.assessment.id, other, author=session.author())
        session.refresh()
        st.rerun()


def _show_settlement(found: Opened) -> None:
    st.success(locked_sentence(found), icon=icons.PRIVATE)
    settlement = found.assessment.settlement
    if settlement:
        lines = [("Vastgesteld door", settlement.role), ("Naam", settlement.name)]
        lines += [("Datum", date_text(settlement.day)), ("Kenmerk", settlement.reference)]
        st.markdown("\n".join(f"- {name}: {plain(text)}" for name, text in lines if text))
    show_settled_report(found)


def _show_check(ready: Readiness, found: Opened) -> None:
    st.header("Controle voor u vaststelt")
    if not ready.findings:
        st.success("Er is niets gevonden. U kunt vaststellen.", icon=icons.DONE)
        return
    if ready.can_settle:
        st.write("U kunt vaststellen. Kijk eerst of u dit zo wilt laten.")
    else:
        st.write("Vaststellen kan nog niet. Eerst moet weg wat het tegenhoudt.")
    for finding in ready.findings:
        _show_finding(finding, found)


def _show_finding(finding: Finding, found: Opened) -> None:
    with st.container(border=True, gap="small"):
        if finding.blocks:
            st.error(f"**Houdt tegen:** {finding.text}.", icon=icons.ERROR)
        else:
            st.markdown(f"**Mag zo blijven:** {finding.text}.")
        st.write(finding.words.explanation)
        number = len(finding.ids)
        if finding.check in ACTION_CHECKS:
            _show_actions(finding.ids, found)
            return
        fold = st.expander(f"Toon {norms(number)}", key=f"controle-{finding.check}", on_change="rerun")
        if fold.open:
            with fold:
                for norm_id in finding.ids:
                    norm_link(norm_id)


def _show_actions(action_ids: Iterable[str], found: Opened) -> None:
    by_id = {action.id: action for action in found.assessment.actions.values()}
    st.markdown("\n".join(f"- {plain(by_id[each].what) or 'Actie zonder tekst'}" for each in action_ids))


def _show_next_round(found: Opened) -> None:
    st.header("Nieuwe ronde")
    summaries = session.store().summaries()
    later = next((each for each in summaries if each.previous == found.assessment.id), None)
    if later is not None:
        st.write("Er is al een volgende ronde.")
        st.page_link(page(OVERVIEW), label=line_of(later), query_params={session.ASSESSMENT_PARAMETER: later.id})
        return
    _ask_next_round(found)


def _ask_next_round(found: Opened) -> None:
    st.write(
        "Een nieuwe ronde begint met een kopie van uw antwoorden, acties en werkprocessen. Elk antwoord is dan "
        "‘te herbevestigen’: u zegt dat het nog klopt, of past het aan. Deze ronde blijft zoals zij is."
    )
    if not found.assessment.is_locked:
        st.write(
            "Deze ronde is nog niet vastgesteld. Stel deze ronde liever eerst vast: dan vergelijkt u later met "
            "iets dat vaststaat."
        )
    with st.form("nieuwe-ronde"):
        day = st.date_input("Peildatum van de nieuwe ronde", value=session.today(), format="DD-MM-YYYY")
        is_asked = st.form_submit_button("Begin een nieuwe ronde")
    if is_asked and day is not None:
        new = session.store().rounds.new_round(found.assessment.id, day, author=session.author())
        session.choose(new)
        st.switch_page(page(OVERVIEW), query_params={session.ASSESSMENT_PARAMETER: new})
