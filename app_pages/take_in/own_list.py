"""Somebody's own was-wordt list: per row a person says which norm it is about. Nothing is chosen beforehand."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from app_pages.frame.widgets import plain, show_place
from app_pages.session import session
from app_pages.session.desk import OwnList, ReadFile
from app_pages.session.opened import Opened
from app_pages.take_in.files import compare
from questionnaire.comparison.matching import OldRow
from questionnaire.comparison.offered import OfferedFile
from reporting.wording.dutch import counted, with_capital

ROWS = 10
"""Rows on screen at once."""
NOT_TAKEN = ""
NOT_TAKEN_TEXT = "Niet overnemen"


def show_own_lists(found: Opened) -> None:
    """Draw every own list on the desk with a choice per row; each is a fragment."""
    for file in found.desk.files:
        if file.own_list:
            st.header(f"Welke norm hoort bij welke regel in {plain(file.name)}?")
            st.write(
                "Bij elke regel staan voorstellen. Het programma weet het niet zeker: kies zelf per regel de "
                "norm. Een regel zonder keuze gaat niet mee."
            )
            st.fragment(_show_rows, key=f"eigen-{file.sha256}")(file.sha256)


def _show_rows(number: str) -> None:
    found = session.require_opened()
    file = next((each for each in found.desk.files if each.sha256 == number), None)
    if file is None or file.own_list is None:
        return
    rows = file.own_list
    if rows.is_stale:
        rows.is_stale = False
        st.rerun()
    last = min(rows.first + ROWS, len(rows.rows))
    options = {norm.id: f"{norm.code} {norm.title}" for norm in session.content().norms}
    if len(rows.rows) > ROWS:
        where = f"Regel {rows.first + 1} tot en met {last} van {len(rows.rows)}."
        show_place(where, f"regels-{file.sha256[:8]}", rows.moves)
    for place in range(rows.first, last):
        with st.container(border=True, gap="small"):
            _show_row(rows.rows[place])
            _ask_norm(file, rows, place, options)
    if len(rows.rows) > ROWS:
        _ask_part(rows, last)
    _offer_comparison(found, file, rows)


def _show_row(row: OldRow) -> None:
    texts = {
        "Onderwerp": row.topic,
        "Was": row.was,
        "Wordt": row.wanted,
        "Actie": row.action,
        "Wie": row.owner,
        "Wanneer": row.due,
    }
    body = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in texts.items() if text)
    st.html(
        f'<h3 class="ww-norm">{escape(with_capital(row.place))}</h3><dl class="ww-details ww-answer">{body}</dl>'
    )


def _ask_norm(file: ReadFile, rows: OwnList, place: int, titles: Mapping[str, str]) -> None:
    """Ask the norm of a row: proposals first, with how sure they are, then all others."""
    proposals = {each.norm_id: each for each in rows.proposals[place]}
    reasons = "".join(
        f"<li>{escape(titles[each.norm_id])}: <strong>{each.how_sure}</strong>, {escape(each.why)}</li>"
        for each in proposals.values()
    )
    st.html(f'<ul class="ww-told">{reasons}</ul>' if reasons else "<p>Geen norm lijkt hier genoeg op.</p>")
    words = {
        **{norm_id: f"{titles[norm_id]} ({each.how_sure})" for norm_id, each in proposals.items()},
        NOT_TAKEN: NOT_TAKEN_TEXT,
        **{norm_id: title for norm_id, title in titles.items() if norm_id not in proposals},
    }
    options = list(words)
    chosen = rows.confirmed.get(place)
    key = f"eigen-{file.sha256[:8]}-{place}"
    st.selectbox(
        f"Bij welke norm hoort {rows.rows[place].place}?",
        options,
        format_func=words.__getitem__,
        index=None if chosen is None else options.index(chosen),
        placeholder="Nog niet gekozen",
        key=key,
        on_change=partial(_confirm, file.sha256, rows, place, key),
    )


def _confirm(number: str, rows: OwnList, place: int, key: str) -> None:
    """Keep which norm a row is about; what was compared before that holds no more."""
    found = session.require_opened()
    if any(file.offered for file in found.desk.files if file.sha256 == number):
        _offer(found, number, None)
        rows.is_stale = True
    chosen = st.session_state.get(key)
    if chosen is None:
        rows.confirmed.pop(place, None)
    else:
        rows.confirmed[place] = str(chosen)


def _ask_part(rows: OwnList, last: int) -> None:
    with st.container(horizontal=True):
        if rows.first:
            st.button("Vorige regels", on_click=_turn_to, args=(rows, rows.first - ROWS))
        if last < len(rows.rows):
            st.button("Volgende regels", on_click=_turn_to, args=(rows, last))


def _turn_to(rows: OwnList, first: int) -> None:
    rows.first = max(0, first)
    rows.moves += 1


def _offer_comparison(found: Opened, file: ReadFile, rows: OwnList) -> None:
    """Go on with the rows that were confirmed."""
    taken = [(rows.rows[place], norm_id) for place, norm_id in sorted(rows.confirmed.items()) if norm_id]
    left = len(rows.rows) - len(rows.confirmed)
    st.write(
        f"**{with_capital(counted(len(taken), 'regel', 'regels'))} bij een norm**, "
        f"{len(rows.confirmed) - len(taken)} niet overnemen, {left} nog niet gekozen."
    )
    if not taken or not st.button("Vergelijk de gekozen regels", key=f"eigen-verder-{file.sha256}"):
        return
    from reporting.forms.own_list.offer import offered

    _offer(found, file.sha256, offered(file.name, taken, session.content()))
    st.rerun()


def _offer(found: Opened, number: str, read: OfferedFile | None) -> None:
    """Compare what the rows of a list offer, or leave the list out of the comparison."""
    files = found.desk.files
    found.desk.files = [replace(each, offered=read) if each.sha256 == number else each for each in files]
    compare(found)
