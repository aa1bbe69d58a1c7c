"""The Word report as another kind of file, made on request when LibreOffice is there: it takes seconds."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from app_pages.frame import icons
from reporting.office.conversion import Office, OfficeError, find_office

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class Conversion:
    """One kind of file that can be asked for."""

    what: str
    """With its article, for within a sentence."""
    ending: str
    mime: str
    make: Callable[[bytes, Office], bytes]


def _numbered(docx: bytes, office: Office) -> bytes:
    from reporting.office.page_numbers import with_page_numbers

    return with_page_numbers(docx, office)


def _odt(docx: bytes, office: Office) -> bytes:
    from reporting.office.page_numbers import convert_numbered

    return convert_numbered(docx, "odt", office)


def _pdf(docx: bytes, office: Office) -> bytes:
    from reporting.office.page_numbers import convert_numbered

    return convert_numbered(docx, "pdf", office)


CONVERSIONS = (
    Conversion("het Word-rapport met paginanummers", "-paginanummers.docx", WORD, _numbered),
    Conversion("de PDF", ".pdf", "application/pdf", _pdf),
    Conversion("het .odt-bestand", ".odt", ODT, _odt),
)


@st.fragment
def offer_conversions(word: Callable[[], bytes], name: str) -> None:
    """Offer other kinds of file when LibreOffice is there; the Word report is there in any case.

    Args:
        word: makes the Word report.
        name: of the file, without its ending.
    """
    office = installed_office()
    if office is None:
        return
    st.caption(
        f"Met LibreOffice op deze computer ook met paginanummers in de inhoudsopgave, als {office.pdf_kind} en "
        "als .odt. Dat duurt enkele seconden. Word kan een bladzijde anders indelen dan LibreOffice."
    )
    with st.container(horizontal=True):
        asked = [each for each in CONVERSIONS if st.button(f"Maak {each.what}", key=f"maak{each.ending}")]
    for conversion in asked:
        _make(conversion, word, name, office)


def _make(conversion: Conversion, word: Callable[[], bytes], name: str, office: Office) -> None:
    """Make the file while its progress is shown, then offer it; or say what is there instead."""
    sentence = f"{conversion.what[0].upper()}{conversion.what[1:]}"
    with st.status(f"LibreOffice maakt {conversion.what}. Even geduld …") as status:
        try:
            made = conversion.make(word(), office)
        except OfficeError as error:
            status.update(label=f"{sentence} is niet gemaakt.", state="error")
            trouble, made = str(error), b""
        else:
            status.update(label=f"{sentence} is klaar.", state="complete")
    if not made:
        st.warning(f"{trouble} De knop ‘Download het Word-rapport’ hierboven werkt gewoon.", icon=icons.WARNING)
        return
    st.download_button(
        f"Download {conversion.what}",
        data=made,
        file_name=f"{name}{conversion.ending}",
        mime=conversion.mime,
        on_click="ignore",
    )


@st.cache_resource(show_spinner=False)
def installed_office() -> Office | None:
    """The LibreOffice on this computer; looked for once."""
    return find_office()
