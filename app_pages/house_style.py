"""The organisation's own Word template: upload, look at the check and a preview, use it, take it away again."""

from collections.abc import Iterable
from html import escape
from pathlib import PurePath
from typing import TYPE_CHECKING

import streamlit as st

from app_pages import icons, session
from app_pages.conversions import WORD
from app_pages.navigation import show_link
from app_pages.widgets import author_text, moment_text, plain
from questionnaire.errors import AppError

if TYPE_CHECKING:
    from reporting.template_check import TemplateCheck

UPLOADS = "template_uploads"
"""How many templates this session took into use: each time the upload field begins empty again."""


def show() -> None:
    """Draw the page."""
    st.title("Huisstijl van het rapport")
    found = session.opened()
    if found is None:
        st.info("Kies eerst een zelfbeoordeling op de startpagina.", icon=icons.INFO)
        show_link("start", "Naar de startpagina")
        return
    st.write(
        "Het uiterlijk van het Word-rapport komt uit een sjabloon: een gewoon Word-bestand met invulvelden. "
        "Uw organisatie kan er een eigen versie van maken, met eigen letters, kleuren en logo."
    )
    if not found.is_read_only:
        _show_current(found.assessment.id)
    _offer_standard()
    if found.is_read_only:
        st.info("Dit is een verzonnen voorbeeld. Een eigen sjabloon kiest u bij uw eigen lijst.", icon=icons.INFO)
        return
    _ask_template(found.assessment.id)


def _show_current(assessment_id: str) -> None:
    st.header("Nu in gebruik")
    own = session.store().templates.find(assessment_id)
    if own is None:
        st.write("Het standaardsjabloon.")
        return
    st.write(
        f"**{plain(own.name)}**, gekozen {moment_text(own.uploaded_at)}{author_text(own.author)}. "
        "Dit sjabloon hoort bij deze zelfbeoordeling: ook uw collega’s krijgen er hun rapport mee."
    )
    if st.button("Stop met dit sjabloon"):
        session.store().templates.remove(assessment_id, author=session.author())
        st.rerun()
    st.caption("Daarna geldt weer het standaardsjabloon. Uw bestand wordt hier dan weggegooid.")


def _offer_standard() -> None:
    from reporting.report import STANDARD_TEMPLATE

    st.header("Zelf een sjabloon maken")
    st.write(
        "Download het standaardsjabloon, open het in Word, verander het uiterlijk en sla het op. "
        "In de uitleg staat elk invulveld met een voorbeeld."
    )
    with st.container(horizontal=True):
        st.download_button(
            "Download het standaardsjabloon",
            STANDARD_TEMPLATE.read_bytes(),
            file_name=STANDARD_TEMPLATE.name,
            mime=WORD,
            on_click="ignore",
        )
        st.download_button(
            "Download de uitleg",
            STANDARD_TEMPLATE.with_name("README.md").read_bytes(),
            file_name="uitleg-sjabloon.md",
            mime="text/markdown",
            on_click="ignore",
        )


def _ask_template(assessment_id: str) -> None:
    st.header("Eigen sjabloon controleren en gebruiken")
    uploaded = st.file_uploader(
        "Uw sjabloon (.docx of .dotx). Er verandert nog niets: u ziet eerst een controle.",
        type=["docx", "dotx"],
        key=f"sjabloon-{st.session_state.get(UPLOADS, 0)}",
    )
    if uploaded is None:
        return
    from reporting.template_check import check_template, preview_report

    try:
        check = check_template(uploaded.getvalue())
        preview = preview_report(check.template, session.today()) if check.fits else None
    except AppError as error:
        st.error(
            f"Dit bestand kan geen sjabloon zijn; er is niets gewijzigd.\n\n{plain(str(error))}", icon=icons.ERROR
        )
        return
    _show_check(check)
    if preview is not None:
        _offer_use(assessment_id, uploaded.name, check.template, preview)


def _show_check(check: "TemplateCheck") -> None:
    if check.fits:
        st.success("Met dit sjabloon kan een rapport worden gemaakt.", icon=icons.DONE)
    else:
        st.error("Dit moet eerst anders. Verbeter het in Word en kies het bestand opnieuw.", icon=icons.ERROR)
        _show_findings("Verbeteren", check.problems)
    if check.warnings:
        st.warning("Dit is misschien niet de bedoeling. U mag het zo laten.", icon=icons.WARNING)
        _show_findings("Controleren", check.warnings)
    if check.differences:
        _show_findings("Anders dan in het standaardsjabloon", check.differences)


def _show_findings(title: str, findings: Iterable[str]) -> None:
    """A heading with a list; a finding can hold words from the file, so nothing in it is interpreted."""
    items = "".join(f"<li>{escape(finding)}</li>" for finding in findings)
    st.html(f'<h3 class="ww-findings">{escape(title)}</h3><ul>{items}</ul>')


def _offer_use(assessment_id: str, name: str, template: bytes, preview: bytes) -> None:
    st.write("Bekijk eerst een rapport van de verzonnen Voorbeeldgemeente in uw sjabloon.")
    with st.container(horizontal=True):
        st.download_button(
            "Download het proefrapport", preview, file_name="proefrapport.docx", mime=WORD, on_click="ignore"
        )
        is_chosen = st.button("Gebruik dit sjabloon", type="primary")
    if is_chosen:
        document = str(PurePath(name).with_suffix(".docx"))  # a .dotx is kept as the document it became
        session.store().templates.keep(assessment_id, document, template, author=session.author())
        st.session_state[UPLOADS] = st.session_state.get(UPLOADS, 0) + 1
        st.rerun()
