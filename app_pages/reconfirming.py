"""Answers copied from the round or version before: how many wait, and confirming those of a whole page."""

from collections.abc import Iterable, Sequence

import streamlit as st

from app_pages import icons, inputs, session
from app_pages.opened import Opened
from questionnaire.assessment import AnswerField
from questionnaire.model import Norm
from reporting import progress

BAR = "herbevestigen"
"""Key of the fragment with the count of a page."""


def waiting(norms: Iterable[Norm], found: Opened) -> list[str]:
    """Ids of the norms whose copied answer nobody has confirmed yet."""
    return [norm.id for norm in norms if found.answer(norm.id).to_reconfirm]


def copied(norms: Iterable[Norm], found: Opened) -> int:
    """Number of norms with an answer that came from the round before, confirmed or not."""
    return sum((norm.id, AnswerField.RECONFIRM) in found.seen for norm in norms)


def waiting_text(norms: Sequence[Norm], found: Opened) -> str:
    """The count in words, such as "nog 3 van 12 te herbevestigen"; empty when nothing waits."""
    return progress.waiting_text(len(waiting(norms, found)), copied(norms, found))


def show_bar(norms: Sequence[Norm], found: Opened) -> None:
    """Draw the count of a page, with a button for all of it; nothing when nothing was copied."""
    if found.is_read_only or not copied(norms, found):
        return
    found.screen.along.add(BAR)
    st.fragment(_draw, key=BAR)(norms)


def _draw(norms: Sequence[Norm]) -> None:
    found = session.require_opened()
    ids = waiting(norms, found)
    if not ids:
        st.success("Alle overgenomen antwoorden zijn hier bevestigd.", icon=icons.DONE)
        return
    text = waiting_text(norms, found)
    with st.container(border=True):
        st.write(f"**Overgenomen antwoorden:** {text}. Klopt een antwoord niet meer? Pas het dan aan.")
        if st.button("Alles op deze pagina klopt nog", key="alles-klopt"):
            _ask_if_sure(ids)


@st.dialog("Klopt alles op deze pagina nog?")
def _ask_if_sure(ids: list[str]) -> None:
    is_one = len(ids) == 1
    st.write(
        f"U bevestigt {'1 overgenomen antwoord' if is_one else f'{len(ids)} overgenomen antwoorden'}. U zegt "
        f"daarmee dat {'dit' if is_one else 'elk antwoord'} op de peildatum nog klopt. Hebt u alles gelezen?"
    )
    with st.container(horizontal=True):
        is_sure = st.button("Ja, alles klopt nog", type="primary")
        is_stopped = st.button("Nee, ga terug")
    if is_sure:
        inputs.confirm(ids)
    if is_sure or is_stopped:
        st.rerun()
