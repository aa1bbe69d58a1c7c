"""The five steps as a picture: 1, 2 and 3 follow each other, 4 and 5 stand beside them for any moment.

It is one piece of HTML, and a list to who cannot see it: the arrows and the frame are drawn by the style sheet.
"""

from collections.abc import Iterable
from html import escape

import streamlit as st

from app_pages.frame.links import address_of
from app_pages.session import session
from questionnaire.scoring.score import SectionResult
from reporting.progress import Filled
from reporting.wording.answers import score_text

IN_ORDER = 3
"""So many steps follow each other; the others can be needed at any moment."""
ANY_MOMENT = "Op elk moment"


def show_five_steps(current: str = "", *, is_short: bool = False) -> None:
    """Draw the picture of the open assessment.

    Args:
        current: Address of the step that is on screen, which is marked; empty on other pages.
        is_short: Whether the line on what each step is stays away, for above other things.
    """
    st.html(five_steps(current, is_short=is_short))


def five_steps(current: str = "", *, is_short: bool = False) -> str:
    """The picture as safe HTML."""
    found = session.require_opened()
    result = session.result()
    parts = found.snapshot.progress.parts
    items = [_step(each, parts[each.section.id], current, is_short=is_short) for each in result.steps]
    css = "ww-five ww-short" if is_short else "ww-five"
    return (
        f'<nav class="ww-room" aria-label="De vijf stappen"><div class="{css}">'
        f"{_list(items[:IN_ORDER], 'ww-chain', 1)}"
        f'<div class="ww-any"><p class="ww-any-name">{ANY_MOMENT}</p>'
        f"{_list(items[IN_ORDER:], 'ww-beside', IN_ORDER + 1)}</div></div></nav>"
    )


def themes() -> str:
    """The themes on this list in the same looks as safe HTML: they belong to every step and have no order."""
    found = session.require_opened()
    result = session.result()
    parts = found.snapshot.progress.parts
    shown = [
        f"<li>{_card(each, parts[each.section.id], _name(each.section.short_title))}</li>"
        for each in result.themes
        if each.section.norms
    ]
    return f'<ul class="ww-themes" role="list">{"".join(shown)}</ul>' if shown else ""


def _list(items: Iterable[str], css: str, first: int) -> str:
    return f'<ol class="{css}" start="{first}" role="list">{"".join(f"<li>{item}</li>" for item in items)}</ol>'


def _step(step: SectionResult, filled: Filled, current: str, *, is_short: bool) -> str:
    """One step, all of it a link; without norms on this list it says so and leads nowhere."""
    section = step.section
    number = f'<span class="ww-step-number"><span class="ww-word">Stap </span>{section.number}</span>'
    name = f"{number} {_name(section.short_title)}"
    what = "" if is_short else f'<span class="ww-step-what">{escape(section.title)}</span> '
    if not filled.total:
        return f'<span class="ww-step">{name}{what}<span>niet op deze lijst</span></span>'
    return _card(step, filled, f"{name}{what}", ' aria-current="step"' if section.id == current else "")


def _name(text: str) -> str:
    return f'<span class="ww-step-name">{escape(text)}</span> '


def _card(result: SectionResult, filled: Filled, words: str, marked: str = "") -> str:
    return (
        f'<a class="ww-nav ww-step" href="{escape(address_of(result.section.id))}" target="_self"{marked}>'
        f'{words}<span class="ww-step-foot">{_score(result)}{_bar(result.section.id, filled)}</span></a>'
    )


def _score(result: SectionResult) -> str:
    """The score when something has a level; until then there is nothing to tell."""
    if not result.scored:
        return ""
    label = '<span class="ww-word">score </span>' if result.band else ""
    return f'<span class="ww-step-score">{label}<strong>{escape(score_text(result))}</strong></span> '


def _bar(page: str, filled: Filled) -> str:
    """How far it is filled in: the words say the same as the bar. The browser part keeps both up to date."""
    return (
        f'<span class="ww-step-filled" data-filled="{page}">'
        f'<progress max="{filled.total}" value="{filled.done}" aria-hidden="true"></progress>'
        f"<span>{filled.short_text}</span></span>"
    )
