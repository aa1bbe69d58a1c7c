"""Settling a round: who does it, what happens then, and the report that is kept with it."""

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.downloads import show_download
from app_pages.frame.widgets import plain
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.errors import AppError, InvalidInputError
from questionnaire.model.settlement import MAX_LINE, Settlement, Status
from questionnaire.scoring.readiness import Readiness, readiness
from questionnaire.scoring.score import score_assessment
from reporting.wording.dutch import date_text
from service.files.addresses import file_address
from service.files.names import file_name


def ask_to_settle(found: Opened, ready: Readiness) -> None:
    """Ask who settles it, and confirm before anything happens."""
    st.header("Vaststellen")
    if not ready.can_settle:
        st.write("Los eerst op wat het vaststellen tegenhoudt. Dan staat hier het formulier.")
        return
    st.write("Na het vaststellen verandert er niets meer in deze ronde. U ziet eerst wat er gebeurt.")
    with st.form("vaststellen"):
        role = st.text_input(
            "Rol van wie vaststelt, bijvoorbeeld ‘college van B en W’ (verplicht)", max_chars=MAX_LINE
        )
        left, right = st.columns(2)
        name = left.text_input("Naam (mag leeg blijven)", max_chars=MAX_LINE)
        day = right.date_input("Datum van vaststellen", value=session.today(), format="DD-MM-YYYY")
        reference = st.text_input(
            "Kenmerk, bijvoorbeeld het zaaknummer (mag leeg blijven)",
            value=found.assessment.particulars.reference,
            max_chars=MAX_LINE,
        )
        is_asked = st.form_submit_button("Verder naar de bevestiging")
    if not is_asked:
        return
    try:
        if day is None:
            raise InvalidInputError("De datum ontbreekt. Er is NIETS vastgesteld. Vul de datum in.")
        settlement = Settlement.of(role=role or "", name=name or "", day=day, reference=reference or "")
    except AppError as error:
        st.error(str(error), icon=icons.ERROR)
        return
    _confirm(settlement)


@st.dialog("Deze ronde vaststellen?", width="medium")
def _confirm(settlement: Settlement) -> None:
    """Say what happens, and do it only then."""
    found = session.require_opened()
    by = plain(", ".join(text for text in (settlement.role, settlement.name) if text))
    st.write(
        f"U stelt ronde {found.assessment.round} van {plain(found.assessment.organisation.name)} vast. "
        f"Vastgesteld door: {by}, op {date_text(settlement.day)}."
    )
    st.markdown(
        "- **U kunt dit niet terugdraaien.** Geen antwoord, actie of gegeven verandert daarna nog.\n"
        "- Het rapport van dit moment blijft bewaard zoals het is, in uw huisstijl. Er staat een controlegetal "
        "bij. Daarmee kan iedereen nagaan dat het bestand niet is veranderd.\n"
        "- Wilt u later verder? Dan begint u een nieuwe ronde, met een kopie van de antwoorden."
    )
    with st.container(horizontal=True):
        is_sure = st.button("Ja, stel deze ronde vast", type="primary")
        is_stopped = st.button("Nee, ga terug")
    if is_stopped:
        st.rerun()
    if is_sure:
        _settle_or_say_why(found, settlement)


def _settle_or_say_why(found: Opened, settlement: Settlement) -> None:
    try:
        with st.spinner("Het rapport wordt gemaakt en bewaard …"):
            _settle(found, settlement)
    except AppError as error:
        st.error(str(error), icon=icons.ERROR)
        return
    st.rerun()


def _settle(found: Opened, settlement: Settlement) -> None:
    """Make the report of what is stored now, and settle with it; raises AppError when that cannot be."""
    from reporting.report import make_report

    stored = session.store().load(found.assessment.id).assessment
    settled = stored.model_copy(update={"status": Status.SETTLED, "settlement": settlement})
    result = score_assessment(session.content(), settled)
    if not readiness(result).can_settle:
        raise InvalidInputError(
            "Een collega heeft net iets veranderd dat het vaststellen tegenhoudt. Er is NIETS vastgesteld. "
            "Ga terug en kijk bij de controle."
        )
    report = make_report(result, session.today(), session.store().templates.content(stored.id))
    name = f"{file_name(stored.organisation.name, f'ronde-{stored.round}-{settlement.day:%Y-%m-%d}')}.docx"
    session.store().settling.settle(stored.id, settlement, report, name, made_from=stored, author=session.author())
    session.refresh()


def show_settled_report(found: Opened) -> None:
    """Offer the report that was settled, with the number that tells whether a copy is still the same."""
    try:
        report = session.store().settling.settled_report(found.assessment.id)
    except AppError as error:
        st.error(str(error), icon=icons.ERROR)
        return
    address = file_address(found.assessment.id, "vastgesteld-rapport.docx")
    show_download("Download het vastgestelde rapport", address, is_primary=True)
    st.write(
        "Dit is precies het bestand dat is vastgesteld. Het controlegetal (SHA-256) hoort bij dit bestand: is er "
        "in een kopie één teken anders, dan is ook het getal anders."
    )
    st.code(report.sha256, language=None, wrap_lines=True)
