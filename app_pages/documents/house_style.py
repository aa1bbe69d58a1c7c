"""The organisation's own Word template: upload, look at the check and a preview, use it, take it away again."""

from collections.abc import Callable, Iterable
from html import escape
from pathlib import PurePath
from typing import TYPE_CHECKING

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.downloads import show_download
from app_pages.frame.read_only import show_why
from app_pages.frame.widgets import author_text, moment_text, plain
from app_pages.session import session
from questionnaire.errors import AppError
from questionnaire.store import TemplateConflictError
from service.files.addresses import file_address
from service.files.names import WORD

if TYPE_CHECKING:
    from reporting.house_style.check import TemplateCheck

SEEN = "template_seen"
"""Before the code of an assessment: which of its templates this session saw in use."""
UPLOADS = "template_uploads"
"""How many templates this session took into use: each time the upload field begins empty again."""


def show() -> None:
    """Draw the page."""
    st.title("Huisstijl van het rapport")
    found = session.require_opened()
    st.write(
        "Het uiterlijk van het Word-rapport komt uit een sjabloon: een gewoon Word-bestand met invulvelden. "
        "Uw organisatie kan er een eigen versie van maken, met eigen letters, kleuren en logo."
    )
    seen = "" if found.is_read_only else _show_current(found.assessment.id)
    _offer_standard(found.assessment.id)
    if found.is_read_only:
        if found.is_example:
            st.info(
                "Dit is een verzonnen voorbeeld. Een eigen sjabloon kiest u bij uw eigen lijst.", icon=icons.INFO
            )
        else:
            show_why()
        return
    _ask_template(found.assessment.id, seen)


def _show_current(assessment_id: str) -> str:
    """Show which template is in use; gives the SHA-256 of what the user saw before, "" for the standard one."""
    st.header("Nu in gebruik")
    own = session.store().templates.find(assessment_id)
    key, current = f"{SEEN}-{assessment_id}", "" if own is None else own.sha256
    seen = str(st.session_state.get(key, current))
    st.session_state[key] = current
    if own is None:
        st.write("Het standaardsjabloon.")
        return seen
    st.write(
        f"**{plain(own.name)}**, gekozen {moment_text(own.uploaded_at)}{author_text(own.author)}. "
        "Dit sjabloon hoort bij deze zelfbeoordeling: ook uw collega’s krijgen er hun rapport mee. "
        "De interne bijlage en de collegenota nemen het uiterlijk over."
    )
    with st.container(horizontal=True):
        show_download("Download dit sjabloon", file_address(assessment_id, "sjabloon.docx"))
        is_stopped = st.button("Stop met dit sjabloon")
    st.caption("Daarna geldt weer het standaardsjabloon. Uw bestand wordt hier dan weggegooid.")
    if is_stopped and _did_change(
        lambda: session.store().templates.remove(assessment_id, author=session.author(), instead_of=seen)
    ):
        st.rerun()
    return seen


def _did_change(change: Callable[[], object]) -> bool:
    """Change the template in use, unless somebody else did so after this user looked; that is told."""
    try:
        change()
    except TemplateConflictError as error:
        st.warning(str(error), icon=icons.WARNING)
        return False
    return True


def _offer_standard(assessment_id: str) -> None:
    st.header("Zelf een sjabloon maken")
    st.write(
        "Download het standaardsjabloon, open het in Word, verander het uiterlijk en sla het op. "
        "In de uitleg staat elk invulveld met een voorbeeld."
    )
    with st.container(horizontal=True):
        show_download("Download het standaardsjabloon", file_address(assessment_id, "standaardsjabloon.docx"))
        show_download("Download de uitleg", file_address(assessment_id, "uitleg-sjabloon.md"))


def _ask_template(assessment_id: str, seen: str) -> None:
    st.header("Eigen sjabloon controleren en gebruiken")
    uploaded = st.file_uploader(
        "Uw sjabloon (.docx of .dotx). Er verandert nog niets: u ziet eerst een controle.",
        type=["docx", "dotx"],
        key=f"sjabloon-{st.session_state.get(UPLOADS, 0)}",
    )
    if uploaded is None:
        return
    from reporting.house_style.check import check_template, preview_report

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
        _offer_use(assessment_id, uploaded.name, check.template, preview, seen)


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


def _offer_use(assessment_id: str, name: str, template: bytes, preview: bytes, seen: str) -> None:
    st.write("Bekijk eerst een rapport van de verzonnen Voorbeeldgemeente in uw sjabloon.")
    with st.container(horizontal=True):
        st.download_button(  # no address: nothing is kept of a template that is not in use
            "Download het proefrapport", preview, file_name="proefrapport.docx", mime=WORD, on_click="ignore"
        )
        is_chosen = st.button("Gebruik dit sjabloon", type="primary")
    if not is_chosen:
        return
    document = str(PurePath(name).with_suffix(".docx"))  # a .dotx is kept as the document it became
    templates = session.store().templates
    if _did_change(
        lambda: templates.keep(assessment_id, document, template, author=session.author(), instead_of=seen)
    ):
        st.session_state[UPLOADS] = st.session_state.get(UPLOADS, 0) + 1
        st.rerun()
