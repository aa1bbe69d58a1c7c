"""The Word report and the files to take away."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from app_pages.documents.conversions import WORD, offer_conversions
from app_pages.frame import icons
from app_pages.frame.depths import depth_text
from app_pages.frame.navigation import HOUSE_STYLE, ROUNDS, show_link
from app_pages.frame.widgets import plain
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.errors import InvalidInputError
from questionnaire.exchange.document import to_json
from questionnaire.scoring.score import Result
from reporting.document.choice import WHOLE_REPORT, ReportChoice, Scope

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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
    name = file_name(assessment.organisation.name, f"{assessment.reference_date:%Y-%m-%d}")
    _offer_report(name, assessment.id)
    _offer_tables(name)
    _offer_assessment(name, found)


def _offer_report(name: str, assessment_id: str) -> None:
    """Offer the Word report in the chosen template, and what belongs to it."""
    result, day = session.result(), session.today()
    st.header("Word-rapport")
    st.write(
        "Een volledig rapport dat u in Word kunt wijzigen: samenvatting met beslispunten, per stap het was en het "
        "wordt, verbeterpunten in volgorde, en hoe elke score tot stand komt."
    )
    template = show_template(assessment_id)
    show_link(HOUSE_STYLE, "Huisstijl kiezen")
    choice = _ask_choice(result)

    def word() -> bytes:
        from reporting.report import make_report

        return make_report(result, day, template, choice)

    _offer("Download het Word-rapport", f"{name}.docx", WORD, word, primary=True)
    offer_conversions(word, name)
    _offer_companions(result, day, name, template)


def _offer_tables(name: str) -> None:
    result = session.result()
    st.header("Antwoorden als tabel")
    st.write("Voor eigen gebruik: elke norm op een regel.")

    def excel() -> bytes:
        from reporting.tables.answers import to_excel

        return to_excel(result)

    def csv() -> bytes:
        from reporting.tables.answers import to_csv

        return to_csv(result)

    _offer("Download de antwoorden voor Excel", f"{name}.xlsx", EXCEL, excel)
    _offer("Download de antwoorden als CSV", f"{name}.csv", "text/csv", csv)


def _offer_assessment(name: str, found: Opened) -> None:
    """Offer everything that was filled in as one file, and say where it comes in again."""
    st.header("De hele zelfbeoordeling als bestand")
    st.write(
        "Om te bewaren of op een andere computer te openen (JSON). Op de startpagina voegt u zo’n bestand weer "
        "toe. De geschiedenis van de antwoorden gaat niet mee."
    )
    current, content = found.current(), session.content()
    _offer(
        "Download de zelfbeoordeling",
        f"{name}.json",
        "application/json",
        lambda: to_json(current, content).encode(),
    )


def _ask_choice(result: Result) -> ReportChoice:
    """Ask what goes into the report."""
    labels = {
        WHOLE_REPORT: "Het hele rapport",
        ReportChoice(has_annexes=False): "Het hele rapport zonder bijlagen",
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


def _offer_companions(result: Result, day: date, name: str, template: bytes | None) -> None:
    """Offer the internal annex and the building blocks for a note to the executive."""
    st.write(
        "**Interne bijlage.** Elk antwoord met bewijs, vindplaats en opmerking. Het rapport hierboven bevat die "
        "niet, zodat u het kunt delen."
    )

    def annex() -> bytes:
        from reporting.report import make_annex

        return make_annex(result, day, template)

    _offer("Download de interne bijlage", f"{name}-intern.docx", WORD, annex)
    st.write("**Bouwstenen voor een collegenota.** Eén bladzijde met de punten die een collegenota nodig heeft.")

    def note() -> bytes:
        from reporting.report import make_note

        return make_note(result, day, template)

    _offer("Download de bouwstenen", f"{name}-collegenota.docx", WORD, note)


def show_template(assessment_id: str) -> bytes | None:
    """Say which template the report gets, and give it; None for the standard one."""
    own = session.store().templates.find(assessment_id)
    content = session.store().templates.content(assessment_id) if own else None
    if own is None or content is None:
        st.write("Sjabloon: het standaardsjabloon.")
        return None
    from reporting.document.report import ReportContent
    from reporting.template.filling import compile_template

    try:
        compile_template(content, ReportContent)
    except InvalidInputError:
        st.warning(
            f"Uw sjabloon {plain(own.name)} past niet bij deze versie van het programma. Daarom komt het rapport "
            "in het standaardsjabloon. Controleer uw sjabloon opnieuw op de pagina over de huisstijl.",
            icon=icons.WARNING,
        )
        return None
    st.write(f"Sjabloon: {plain(own.name)}.")
    return content


def _offer(label: str, name: str, mime: str, make: Callable[[], bytes], *, primary: bool = False) -> None:
    st.download_button(
        label,
        data=make,
        file_name=name,
        mime=mime,
        on_click="ignore",
        type="primary" if primary else "secondary",
        key=f"download-{name}",
    )


def file_name(organisation: str, day: str) -> str:
    """A file name without spaces or signs that some systems refuse.

    >>> file_name("Gemeente Bergen (L.)", "2026-11-22")
    'was-wordt-gemeente-bergen-l-2026-11-22'
    """
    words = "".join(sign if sign.isalnum() else " " for sign in organisation.lower()).split()
    return "-".join(["was-wordt", *words, day])
