"""The Word report and the files to take away."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.depths import depth_text
from app_pages.frame.downloads import SOME_SECONDS, File, show_download, show_files
from app_pages.frame.navigation import HOUSE_STYLE, ROUNDS, show_link
from app_pages.frame.used_template import show_template
from app_pages.frame.widgets import plain
from app_pages.session import session
from questionnaire.scoring.score import Result
from reporting.document.choice import WHOLE_REPORT, ReportChoice, Scope
from reporting.office.conversion import find_office
from service.files.addresses import file_address, report_query


def show() -> None:
    """Draw the page."""
    st.title("Rapport en bestanden")
    found = session.require_opened()
    assessment = found.assessment
    st.write(
        f"Een rapport van {plain(assessment.organisation.name)} dat u in Word kunt wijzigen, met de antwoorden "
        f"van dit moment ({depth_text(assessment.depth).lower()})."
    )
    if assessment.is_locked:
        st.info(
            "Deze ronde is vastgesteld. Het rapport dat is vastgesteld, staat bij ‘Vaststellen en rondes’. Wat "
            "u hier maakt, is een nieuw bestand met dezelfde antwoorden.",
            icon=icons.PRIVATE,
        )
        show_link(ROUNDS, "Naar het vastgestelde rapport")
    query = report_query(_ask_choice(session.result()))
    word = file_address(assessment.id, "rapport.docx", query)
    show_download("Download het Word-rapport", word, is_primary=True)
    show_template(assessment.id)
    show_link(HOUSE_STYLE, "Huisstijl kiezen")
    st.header("Andere documenten")
    show_files([*_conversions(assessment.id, query), *_companions(assessment.id)])
    st.header("Uw antwoorden als bestand")
    show_files(_answers(assessment.id))


def _conversions(assessment_id: str, query: Mapping[str, str]) -> Iterable[File]:
    """The report as another kind of file, when this computer can make it; the Word report is there in any case."""
    if find_office() is None:
        return
    yield File(
        "Download de PDF voor het archief",
        file_address(assessment_id, "rapport.pdf", query),
        f"Hetzelfde rapport, niet te wijzigen. {SOME_SECONDS}",
    )
    yield File(
        "Download het Word-rapport met paginanummers",
        file_address(assessment_id, "rapport-paginanummers.docx", query),
        f"Met bladzijden in de inhoudsopgave; in uw eigen Word kan een bladzijde anders vallen. {SOME_SECONDS}",
    )
    yield File(
        "Download het .odt-bestand",
        file_address(assessment_id, "rapport.odt", query),
        f"Voor wie niet met Word werkt. {SOME_SECONDS}",
    )


def _companions(assessment_id: str) -> Iterable[File]:
    """What belongs to the report and is not in it."""
    yield File(
        "Download de interne bijlage",
        file_address(assessment_id, "interne-bijlage.docx"),
        "Voor uw eigen team: elk antwoord met bewijs, vindplaats en opmerking. Het rapport bevat die niet, zodat "
        "u het kunt delen.",
    )
    yield File(
        "Download de bouwstenen voor een collegenota",
        file_address(assessment_id, "collegenota.docx"),
        "Voor het college: één bladzijde met de punten die een collegenota nodig heeft.",
    )


def _answers(assessment_id: str) -> Iterable[File]:
    """Everything that was filled in: as a table, or to open again."""
    yield File(
        "Download de antwoorden voor Excel",
        file_address(assessment_id, "antwoorden.xlsx"),
        "Om zelf te sorteren en te rekenen: elke norm op een regel.",
    )
    yield File(
        "Download de antwoorden als CSV",
        file_address(assessment_id, "antwoorden.csv"),
        "Dezelfde tabel voor een ander programma.",
    )
    yield File(
        "Download de zelfbeoordeling",
        file_address(assessment_id, "zelfbeoordeling.json"),
        "Om te bewaren of op een andere computer te openen: op de startpagina voegt u dit bestand weer toe. De "
        "geschiedenis gaat niet mee.",
    )


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
