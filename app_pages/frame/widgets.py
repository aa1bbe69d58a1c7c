"""Small things that several pages draw. User text passes `escape` and never reaches markdown."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape

import streamlit as st

from app_pages.frame import icons
from app_pages.session import session
from questionnaire.model.assessment import Level
from questionnaire.privacy import resident_warnings
from reporting.wording.dutch import date_text


def moment_text(moment: datetime) -> str:
    """A stored moment in words: the time today, and the date as well on other days."""
    here = session.local(moment)
    if here.date() == session.today():
        return f"om {here:%H:%M}"
    return f"op {date_text(here.date())} om {here:%H:%M}"


def level_label(level: Level) -> str:
    """A level as it stands beside its button: number and name, or the name alone."""
    name = session.content().scale_by_level[level].label
    return name if level.height is None else f"{level.height} · {name}"


def plain(text: str) -> str:
    r"""Somebody's text on one line, with every sign that markdown would read escaped.

    >>> print(plain("![](b*c)"))
    \!\[\]\(b\*c\)
    """
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))


def as_label(text: str) -> str:
    r"""Somebody's text as the label of a widget: no sign is read as markdown.

    A label is also what a screen reader says, as it is written: only what has to be escaped is.

    >>> print(as_label("3.07 Eén plan."), as_label("1. eerst"), as_label("een *ster*"))
    3.07 Eén plan. 1\. eerst een \*ster\*
    """
    line = re.sub(r"([\\*_\[\]`$~<]|:(?=\w))", r"\\\1", " ".join(text.split()))
    return re.sub(r"^(\d*)([.)#>+-])(?= )", r"\1\\\2", line)


def author_text(author: str) -> str:
    """Who saved something, for after a moment and fit for markdown; nothing when no name was given."""
    return f" door {plain(author)}" if author else ""


def warn_of_residents(text: str) -> None:
    """Warn when a text looks like data of a resident; nothing when it does not."""
    for warning in resident_warnings(text):
        st.warning(warning, icon=icons.WARNING)


def show_quote(text: str) -> None:
    """Show somebody's text as it is, line breaks included."""
    st.html(f'<div class="ww-quote" tabindex="0">{escape(text) or "<em>(leeg)</em>"}</div>')


def show_place(text: str, name: str, occasion: int) -> None:
    """A line that says where the reader is; each time `occasion` goes up, the browser puts the focus there.

    Args:
        text: The line.
        name: What tells this place from others on the page.
        occasion: 0 until the reader did something that leads here.
    """
    lead = f'<span class="ww-lead" data-occasion="{name}-{occasion}" data-target=".ww-place"></span>'
    with st.container(key=f"norm-plaats-{name}"):  # the browser part leads to what stands in a card
        st.html(f'<p class="ww-place" tabindex="-1">{escape(text)}</p>{lead if occasion else ""}')


def show_table(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[int] = ()
) -> None:
    """Show a plain table that a screen reader can read; `numbers` are the columns to align right.

    The first cell of a row is its heading.
    """

    def css(column: int) -> str:
        return ' class="ww-number"' if column in numbers else ""

    head = "".join(f'<th scope="col"{css(column)}>{escape(text)}</th>' for column, text in enumerate(heads))
    body = "".join(
        "<tr>"
        + "".join(
            f'<th scope="row">{escape(cell)}</th>' if column == 0 else f"<td{css(column)}>{escape(cell)}</td>"
            for column, cell in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    st.html(
        f'<div class="ww-scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        '<table class="ww-table">'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
