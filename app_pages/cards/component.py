"""The card component: what a page shows to fill in goes to the browser as data, and is saved from there.

The browser part comes from an address of ours (see service/modules.py); `streamlit run app.py` has none.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from app_pages.cards.contract import CardData, RowData
from app_pages.cards.norms import levels
from app_pages.cards.state import state
from app_pages.frame.values import FIELD_NAMES, PARTICULAR_NAMES
from app_pages.session import session
from questionnaire.model.assessment import AnswerField
from questionnaire.model.plan import ActionField, ProcessField
from questionnaire.model.subjects import SubjectField
from service.modules import served

BROWSER = Path(__file__).parent / "browser"
"""The scripts and style of the cards."""
HTML = '<div class="ww-cards" data-mount></div>'


@dataclass(frozen=True, slots=True)
class Cards:
    """What one component shows."""

    key: str
    """Tells components on one page apart."""
    title: str
    """Name of the list for a screen reader."""
    subjects: Sequence[str]
    """Of which the browser is told what is stored."""
    cards: Sequence[CardData] = ()
    """In order."""
    cards_from: str = ""
    """Address of the cards of these subjects, instead of `cards`."""
    one_at_a_time: bool = False
    tells_saves: bool = False
    """Whether the page is drawn again after a save, because it shows what follows from it."""
    row: RowData | None = None
    shows_copies: bool = False
    """Whether the page has answers that were copied from the round before."""
    lead: str = ""
    """Subject of the card where the reader begins."""
    particulars: bool = False
    """Whether the particulars are among the cards."""
    head: Callable[[], str] = str
    """Gives safe HTML that opens the page."""
    extra: Callable[[], "Extra | None"] = lambda: None
    """Gives what is folded below the cards."""
    foot: Callable[[], str] = str
    """Gives safe HTML that closes the page."""


@dataclass(frozen=True, slots=True)
class Extra:
    """Other cards, folded until somebody wants them, with safe HTML beside them."""

    summary: str
    aside_html: str
    cards: Cards


@cache
def _component() -> Callable[..., Any]:
    script = (BROWSER / "mount.js").read_text(encoding="utf-8")
    return st.components.v2.component("was_wordt_kaarten", js=script, html=HTML, isolate_styles=False)


def show_cards(cards: Cards) -> None:
    """Draw the cards; called again with other data they stay where they are, with what is being typed."""
    _component()(
        key=f"kaarten-{cards.key}",
        data={
            "version": served(BROWSER).version,
            "page": _page(cards),
            "cardsFrom": cards.cards_from,
            "subjects": " ".join(cards.subjects),
        },
        on_saved_change=_draw_again,
        on_reload_change=_draw_again,
    )


def _draw_again() -> None:
    """The run that follows takes in what was saved."""


def watch() -> None:
    """Send what an earlier visit left in this browser, on a page without cards."""
    show_cards(Cards("wacht", "", ()))


def _page(cards: Cards) -> str:
    """The data as JSON; of cards that the browser fetches it is the same until something is saved."""
    found = session.require_opened()
    if not cards.cards_from:
        return _page_json(cards)
    name = (found.screen.page, cards.key, tuple(cards.subjects), cards.cards_from, cards.lead)
    return found.snapshot.made(name, lambda: _page_json(cards))


def _page_json(cards: Cards) -> str:
    extra = cards.extra()
    folded = extra and {"summary": extra.summary, "asideHtml": extra.aside_html, "page": _data(extra.cards)}
    around = {"headHtml": cards.head(), "extra": folded, "footHtml": cards.foot()}
    return json.dumps({**_data(cards), **around}, ensure_ascii=False)


def _data(cards: Cards) -> dict[str, object]:
    """See browser/contract.d.ts."""
    found = session.require_opened()
    return {
        "assessment": found.assessment.id,
        "page": found.screen.page,
        "title": cards.title,
        "readOnly": found.is_read_only,
        "oneAtATime": cards.one_at_a_time,
        "tellsSaves": cards.tells_saves,
        "levels": levels(session.content()),
        "cards": cards.cards,
        "row": cards.row,
        "copiedBar": cards.shows_copies,
        "lead": cards.lead,
        "fieldNames": _field_names(),
        "state": state(found, cards.subjects, with_particulars=cards.particulars),
    }


@cache
def _field_names() -> dict[str, dict[str, str]]:
    kinds: dict[str, type[SubjectField]] = {"norm": AnswerField, "action": ActionField, "process": ProcessField}
    names = {kind: {field.value: FIELD_NAMES[field] for field in fields} for kind, fields in kinds.items()}
    return {**names, "particulars": {field.value: name for field, name in PARTICULAR_NAMES.items()}}
