"""A new version of the questionnaire: what it changes for the open assessment, and moving there."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.newer_content import has_newer
from app_pages.frame.widgets import plain, show_table
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.errors import AppError, NotFoundError
from questionnaire.scoring.delta import SectionMove
from questionnaire.store import Change
from questionnaire.versions.change import Told
from questionnaire.versions.path import Brought, asked_no_more, bring
from reporting.wording.all_fields import all_texts
from reporting.wording.answers import score_text
from reporting.wording.changes import told_text
from reporting.wording.dutch import norms
from service import opening


def show_versions(found: Opened) -> None:
    """Draw which version this is, what another one would change, and answers that are asked no more."""
    if has_newer(found):
        st.header("Nieuwe versie van de vragenlijst")
        _show_newer(found)
    _show_retired(found)


def _show_newer(found: Opened) -> None:
    own, newest = found.assessment.content_version, session.newest_content().version
    if found.assessment.is_locked:
        st.write(
            f"Deze ronde hoort bij versie {own} van de vragenlijst. Nu is er versie {newest}. Dat verandert hier "
            "niets."
        )
        return
    try:
        brought = bring(found.assessment, newest, opening.CONTENT_FOLDER)
    except NotFoundError as error:
        st.warning(
            f"Deze zelfbeoordeling hoort bij versie {own} van de vragenlijst. {error} Tot die tijd ziet u uw "
            f"antwoorden bij de normen van versie {newest}. Een antwoord op een norm die daar niet in staat, ziet "
            "u hier niet. Het blijft wel bewaard.",
            icon=icons.WARNING,
        )
        return
    st.write(
        f"Uw antwoorden horen bij versie {own}. Er is nu versie {newest}. Dit verandert er als u overgaat. Er "
        "gaat niets verloren: elke tekst blijft bewaard."
    )
    show_told(brought.told)
    show_both_scores(brought.changed_scores, (f"Versie {own}", f"Versie {newest}"))
    _ask_to_move(found, brought)


def show_told(told: Iterable[Told]) -> None:
    """Draw what happened to norms, one change per line; texts of users pass unread by markdown."""
    items = "".join(f"<li>{escape(told_text(each))}</li>" for each in told)
    st.html(f'<ul class="ww-told">{items}</ul>')


def show_both_scores(moves: Iterable[SectionMove], names: tuple[str, str]) -> None:
    """Draw the scores that differ by the change of content alone."""
    rows = [
        (
            entry.section.name,
            *(score_text(each) if each else "bestond niet" for each in (entry.before, entry.after)),
        )
        for entry in moves
    ]
    if rows:
        show_table("De score die alleen door de nieuwe versie verandert", ("Onderdeel", *names), rows)
    else:
        st.write("Geen score verandert door de nieuwe versie.")


def _ask_to_move(found: Opened, brought: Brought) -> None:
    newest = session.newest_content().version
    st.write("Teruggaan naar de oude versie kan niet. In de geschiedenis staat wat u eerder hebt ingevuld.")
    if not st.button(f"Ga over naar versie {newest}", type="primary"):
        return
    try:
        changes = [Change(*key, value, found.event(*key)) for key, value in brought.changes.items()]
        session.store().move_content(found.assessment.id, newest, changes, author=session.author())
    except AppError as error:
        st.error(f"U bent niet overgegaan. {error}", icon=icons.ERROR)
        return
    session.refresh()
    st.rerun()


def _show_retired(found: Opened) -> None:
    """Answers to norms that are asked no more stay readable."""
    retired = asked_no_more(found.assessment, opening.CONTENT_FOLDER)
    if not retired:
        return
    with st.expander(
        f"Antwoorden op {norms(len(retired))} die niet meer {'wordt' if len(retired) == 1 else 'worden'} gevraagd"
    ):
        for each in retired:
            st.write(f"**{plain(each.title)}** (tot en met versie {plain(each.version)})")
            st.write(plain(each.statement))
            lines = "\n".join(f"{label}: {text}" for label, text in all_texts(each.answer, session.content()))
            st.html(f'<div class="ww-quote">{escape(lines)}</div>')
