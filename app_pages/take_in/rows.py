"""The comparison on screen: per norm what stands here and what in the files, and the choice between them.

Every card is a fragment: a choice draws that card and the counts again, nothing else.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from html import escape
from itertools import groupby

import streamlit as st
from streamlit.errors import StreamlitAPIException

from app_pages.frame.values import FIELD_NAMES, value_text
from app_pages.frame.widgets import plain, show_place, warn_of_residents
from app_pages.session import session
from app_pages.session.desk import Desk
from questionnaire.comparison.model import JOIN, KEEP, Choice, Comparison, Kind, Pick, Row, pick_of
from questionnaire.model.plan import action_id, process_place
from reporting.wording.dutch import counted, listed, with_capital

COUNTS, SAVING = "terug-tellen", "terug-opslaan"
"""Keys of the fragments that are drawn again after every choice."""
CARDS = 10
"""Cards on screen at once."""
UNKNOWN_START = "Hier staat iets anders. Wat er stond toen het bestand werd gemaakt, is niet bekend."
LONG_TEXT, MANY_LINES = 240, 6
"""From here a quote may have to scroll."""


def show_rows(desk: Desk, comparison: Comparison) -> None:
    """Draw the counts, what can be chosen at once, and the cards of this part of the comparison."""
    st.fragment(_show_counts, key=COUNTS)()
    if not comparison.rows:
        return
    _offer_all(desk, comparison)
    wanted = {row.choice_id for row in comparison.unchosen}
    cards = [card for card in _cards(comparison.rows) if not desk.only_open or _has_any(card, wanted)]
    desk.first = min(desk.first, (len(cards) - 1) // CARDS * CARDS)  # there are fewer once only some are shown
    last = min(desk.first + CARDS, len(cards))
    if len(cards) > CARDS:
        show_place(f"Kaart {desk.first + 1} tot en met {last} van {len(cards)}.", "kaarten", desk.moves)
    for rows in cards[desk.first : last]:
        st.fragment(_show_card, key=_card_key(rows))(rows)
    if len(cards) > CARDS:
        _ask_part(desk, last, len(cards))


def _cards(rows: Sequence[Row]) -> list[tuple[Row, ...]]:
    """The rows of one norm, or of one step or theme for process steps, together."""
    return [tuple(group) for _, group in groupby(rows, key=_place)]


def _place(row: Row) -> str:
    found = process_place(row.subject)
    return f"proces-{found[0]}" if found else row.norm_id


def _card_key(rows: Sequence[Row]) -> str:
    return f"terug-{_place(rows[0]) or 'zonder-norm'}"


def _has_any(rows: Iterable[Row], wanted: set[str]) -> bool:
    return any(row.choice_id in wanted for row in rows)


# Counts and all at once


def _show_counts() -> None:
    desk = session.require_opened().desk
    if desk.comparison is None:
        return
    rows = {row.choice_id: row for row in desk.comparison.rows}
    left = sum(pick_of(row, desk.choices) is None for row in rows.values())
    taken = sum(pick_of(row, desk.choices) not in (None, KEEP) for row in rows.values())
    same = counted(desk.comparison.same, "veld is gelijk", "velden zijn gelijk")
    if not rows:
        st.write(f"**Er is geen verschil.** {with_capital(same)}.")
        return
    st.write(
        f"**{with_capital(counted(len(rows), 'verschil', 'verschillen'))}:** {taken} overnemen, "
        f"{len(rows) - taken - left} laten staan, **{left} nog te kiezen**."
        + (f" {with_capital(same)}." if desk.comparison.same else "")
    )


def _offer_all(desk: Desk, comparison: Comparison) -> None:
    with st.container(horizontal=True):
        st.button("Neem over waar hier niets is veranderd", on_click=_choose_unchanged_here)
        st.button("Laat alles staan", on_click=_choose_all, args=(Choice.MINE,))
        if len(comparison.findings) == 1:
            st.button("Neem alles uit het bestand over", on_click=_choose_all, args=(Choice.FILE,))
    if number := len(comparison.unchosen):
        desk.only_open = st.checkbox(
            f"Toon alleen waar u zelf moet kiezen ({number})",
            value=desk.only_open,
            key=f"terug-alleen-{desk.turn}",
        )


def _choose_unchanged_here() -> None:
    """Back to what goes without saying: the file where only the file changed, and what is here otherwise."""
    desk = session.require_opened().desk
    by_itself = {row.choice_id for row in desk.comparison.rows if row.default} if desk.comparison else set()
    desk.choices = {name: pick for name, pick in desk.choices.items() if name not in by_itself}
    desk.turn += 1


def _choose_all(choice: Choice) -> None:
    desk = session.require_opened().desk
    if desk.comparison:
        desk.choices.update(desk.comparison.choose_all(choice))
        desk.turn += 1


def _ask_part(desk: Desk, last: int, number: int) -> None:
    with st.container(horizontal=True):
        if desk.first:
            st.button("Vorige", on_click=_turn_to, args=(desk.first - CARDS,))
        if last < number:
            st.button("Volgende", on_click=_turn_to, args=(last,))


def _turn_to(first: int) -> None:
    desk = session.require_opened().desk
    desk.first = max(0, first)
    desk.moves += 1


# One card


def _show_card(rows: tuple[Row, ...]) -> None:
    with st.container(border=True):
        st.html(_heading(rows[0]))
        for _, of_choice in groupby(rows, key=lambda row: row.choice_id):
            _show_choice(tuple(of_choice))


def _heading(row: Row) -> str:
    content = session.content()
    if found := process_place(row.subject):
        names = {section.id: section.name for section in content.sections}
        title = f"Werkproces van {names.get(found[0], found[0])}"
        return f'<h3 class="ww-norm">{escape(title)}</h3>'
    norm = content.norm_by_id.get(row.norm_id)
    if norm is None:
        return '<h3 class="ww-norm">Acties zonder norm</h3>'
    return f'<h3 class="ww-norm"><span class="ww-code">{norm.code}</span>{escape(norm.title)}</h3>'


def _show_choice(rows: tuple[Row, ...]) -> None:
    """Fields that have one choice together: what stands where, why, and the choice."""
    first = rows[0]
    desk = session.require_opened().desk
    st.html(f'<p class="ww-why"><strong>{escape(_name(rows))}</strong> {escape(why(first))}</p>')
    st.html("".join(_sides(row, is_named=bool(row.group)) for row in rows))
    for text in dict.fromkeys(offer.text for row in rows for offer in row.offers):
        warn_of_residents(text)
    chosen = pick_of(first, desk.choices)
    st.radio(
        f"{_label(first)}: wat blijft er?",
        first.picks,
        format_func=lambda pick: _pick_text(pick, first),
        index=first.picks.index(chosen) if chosen in first.picks else None,
        horizontal=True,
        key=_radio_key(first, desk),
        on_change=_choose,
        args=(first, rows),
    )


def _radio_key(row: Row, desk: Desk) -> str:
    return f"terug-kies-{desk.turn}-{row.choice_id}"


def _name(rows: Sequence[Row]) -> str:
    row = rows[0]
    if action_id(row.subject):
        return "Actie." if row.group else f"Actie: {FIELD_NAMES[row.field]}."
    if process_place(row.subject):
        return "Processtap." if row.group else f"Processtap: {FIELD_NAMES[row.field]}."
    return f"{with_capital(FIELD_NAMES[row.field])}."


def _label(row: Row) -> str:
    """What a choice is about, for whoever hears the label only."""
    norm = session.content().norm_by_id.get(row.norm_id)
    name = _name([row]).rstrip(".")
    return f"{norm.code}, {name[:1].lower()}{name[1:]}" if norm else name


def why(row: Row) -> str:
    """Why a field is shown, as a sentence."""
    is_mine = row.kind is Kind.MINE
    reasons = (
        (row.was_removed, "Hier is dit verwijderd. In het bestand staat het nog."),
        (is_mine and bool(row.group), "Dit staat alleen hier."),
        (is_mine, "Alleen hier is iets veranderd."),
        (len(row.offers) > 1, "De bestanden verschillen van elkaar."),
        (bool(row.group), "Dit staat alleen in het bestand."),
        (not row.offers[0].text, "In het bestand is dit veld leeg."),
        (not row.mine, "Hier staat nog niets."),
        (row.offers[0].is_added, "De tekst uit het bestand komt onder wat hier staat."),
        (row.base is None, UNKNOWN_START),
        (row.kind is Kind.FILE, "Alleen in het bestand veranderd."),
    )
    return next((text for holds, text in reasons if holds), "Hier én in het bestand veranderd.")


def _sides(row: Row, *, is_named: bool) -> str:
    """What stands here, in each file, and what the file was made with."""
    name = f"{with_capital(FIELD_NAMES[row.field])} · " if is_named else ""
    sides = [(f"{name}Hier staat nu", row.mine)] if row.mine or not is_named else []
    sides += [
        (f"{name}In {listed(offer.files)}", offer.text) for offer in row.offers if offer.text or not is_named
    ]
    if row.base and row.base not in (row.mine, *(offer.text for offer in row.offers)):
        sides.append((f"{name}Toen het bestand werd gemaakt", row.base))
    body = "".join(f"<div><dt>{escape(title)}</dt>{_quote(row, text)}</div>" for title, text in sides)
    return f'<dl class="ww-sides">{body}</dl>'


def _quote(row: Row, text: str) -> str:
    shown = value_text(row.field, text)
    scrolls = len(shown) > LONG_TEXT or shown.count("\n") > MANY_LINES
    focus = ' tabindex="0"' if scrolls else ""
    return f'<dd class="ww-quote"{focus}>{escape(shown) or "<em>(leeg)</em>"}</dd>'


def _pick_text(pick: Pick, row: Row) -> str:
    if pick == KEEP:
        nothing = "Neem niet over" if row.group else "Laat leeg"
        return "Laat staan" if row.mine else nothing
    if pick == JOIN and not row.mine and len(row.offers) == 1:
        return "Neem over"
    if pick == JOIN:
        return "Bewaar beide onder elkaar" if len(row.offers) == 1 else "Bewaar alles onder elkaar"
    if row.group and row.mine:
        return "Haal weg"
    names = {name for offer in row.offers for name in offer.files}
    what = "Neem over" if row.text(pick) or row.group else "Maak leeg"
    return what if len(names) == 1 else f"{what} uit {plain(pick.file)}"


def _choose(row: Row, rows: tuple[Row, ...]) -> None:
    """Keep a choice, and draw the counts and what is to be saved again."""
    desk = session.require_opened().desk
    chosen = st.session_state.get(_radio_key(row, desk))
    if isinstance(chosen, Pick):
        desk.choices[row.choice_id] = chosen
        desk.trouble = ""
    with suppress(StreamlitAPIException):
        st.rerun([COUNTS, SAVING, _card_key(rows)])
