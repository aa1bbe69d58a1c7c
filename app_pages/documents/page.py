"""The Word report and the files to take away."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.depths import depth_text
from app_pages.frame.downloads import SOME_SECONDS, show_download
from app_pages.frame.navigation import HOUSE_STYLE, ROUNDS, show_link
from app_pages.frame.used_template import show_template
from app_pages.frame.widgets import plain
from app_pages.session import session
from questionnaire.scoring.score import Result
from reporting.document.choice import WHOLE_REPORT, ReportChoice, Scope
from reporting.office.conversion import find_office
from service.files.addresses import file_address, report_query

CONVERSIONS = {
    "rapport-paginanummers.docx": "Download het Word-rapport met paginanummers",
    "rapport.pdf": "Download de PDF",
    "rapport.odt": "Download het .odt-bestand",
}
"""The report as another kind of file, by the name in its address."""


def show() -> None:
    """Draw the page."""
    st.title("Rapport en bestanden")
    found = session.require_opened()
    assessment = found.assessment
    st.write(
        f"Alles hieronder gaat over {plain(assessment.organisation.name)}, "
        f"{depth_text(assessment.depth).lower()}, met de antwoorden van dit moment."
    )
    if assessment.is_locked:
        st.info(
            "Deze ronde is vastgesteld. Het rapport dat is vastgesteld, staat bij ‘Vaststellen en rondes’. Wat "
            "u hier maakt, is een nieuw bestand met dezelfde antwoorden.",
            icon=icons.PRIVATE,
        )
        show_link(ROUNDS, "Naar het vastgestelde rapport")
    _offer_report(assessment.id)
    _offer_tables(assessment.id)
    _offer_assessment(assessment.id)


def _offer_report(assessment_id: str) -> None:
    """Offer the Word report in the chosen template, and what belongs to it."""
    st.header("Word-rapport")
    st.write(
        "Een volledig rapport dat u in Word kunt wijzigen: samenvatting met beslispunten, per stap het was en het "
        "wordt, verbeterpunten in volgorde, en hoe elke score tot stand komt."
    )
    show_template(assessment_id)
    show_link(HOUSE_STYLE, "Huisstijl kiezen")
    query = report_query(_ask_choice(session.result()))
    word = file_address(assessment_id, "rapport.docx", query)
    show_download("Download het Word-rapport", word, is_primary=True)
    _offer_conversions(assessment_id, query)
    _offer_companions(assessment_id)


def _offer_conversions(assessment_id: str, query: Mapping[str, str]) -> None:
    """Offer other kinds of file when LibreOffice is there; the Word report is there in any case."""
    office = find_office()
    if office is None:
        return
    st.caption(
        f"Met LibreOffice op deze computer ook met paginanummers in de inhoudsopgave, als {office.pdf_kind} en "
        "als .odt. Word kan een bladzijde anders indelen dan LibreOffice."
    )
    for name, label in CONVERSIONS.items():
        show_download(label, file_address(assessment_id, name, query), takes=SOME_SECONDS)


def _offer_tables(assessment_id: str) -> None:
    st.header("Antwoorden als tabel")
    st.write("Voor eigen gebruik: elke norm op een regel.")
    show_download("Download de antwoorden voor Excel", file_address(assessment_id, "antwoorden.xlsx"))
    show_download("Download de antwoorden als CSV", file_address(assessment_id, "antwoorden.csv"))


def _offer_assessment(assessment_id: str) -> None:
    """Offer everything that was filled in as one file, and say where it comes in again."""
    st.header("De hele zelfbeoordeling als bestand")
    st.write(
        "Om te bewaren of op een andere computer te openen (JSON). Op de startpagina voegt u zo’n bestand weer "
        "toe. De geschiedenis van de antwoorden gaat niet mee."
    )
    show_download("Download de zelfbeoordeling", file_address(assessment_id, "zelfbeoordeling.json"))


def _ask_choice(result: Result) -> ReportChoice:
    """Ask what goes into the report."""
    labels = {
        WHOLE_REPORT: "Het hele rapport",
        ReportChoice(has_annexes=True): "Het hele rapport met bijlagen: werkwijze, bronnen en begrippen",
        ReportChoice(Scope.SUMMARY): "Alleen de samenvatting",
    }
    for step in result.steps:
        if step.section.norms:
            labels[ReportChoice(Scope.STEP, step.section.number)] = f"Alleen {step.section.name.lower()}"
    chosen = st.selectbox("Wat komt er in het rapport?", list(labels), format_func=lambda choice: labels[choice])
    choice = chosen or WHOLE_REPORT
    if choice.shows_elaboration and st.checkbox("Met opmerkingen in Word", key="rapport-opmerkingen"):
        st.caption(
            "Uw opmerkingen en de open punten staan dan in de kantlijn bij hun norm. Iedereen die het rapport "
            "krijgt, kan ze lezen."
        )
        return replace(choice, has_comments=True)
    return choice


def _offer_companions(assessment_id: str) -> None:
    """Offer the internal annex and the building blocks for a note to the executive."""
    st.write(
        "**Interne bijlage.** Elk antwoord met bewijs, vindplaats en opmerking. Het rapport hierboven bevat die "
        "niet, zodat u het kunt delen."
    )
    show_download("Download de interne bijlage", file_address(assessment_id, "interne-bijlage.docx"))
    st.write("**Bouwstenen voor een collegenota.** Eén bladzijde met de punten die een collegenota nodig heeft.")
    show_download("Download de bouwstenen", file_address(assessment_id, "collegenota.docx"))
