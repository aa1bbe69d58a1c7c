"""A link to a file, which the app makes when the link is followed."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import streamlit as st

SOME_SECONDS = "Dit duurt enkele seconden."
"""What to say of a file that is not there at once."""


def show_download(label: str, address: str, *, is_primary: bool = False, takes: str = "") -> None:
    """Show a link that looks like a button; the browser shows that it waits, and the page stays.

    Without the attribute `download`: a browser that finds it does not show why there is no file.

    Args:
        label: What the reader gets.
        address: Where the file is made, from `service.files.addresses`.
        is_primary: Whether it is what most readers come for.
        takes: How long it takes, for a file that is not there at once.
    """
    kind = "ww-download ww-primary" if is_primary else "ww-download"
    after = f' <span class="ww-takes">{escape(takes)}</span>' if takes else ""
    st.html(f'<a class="{kind}" href="{escape(address)}">{escape(label)}</a>{after}', width="content")


@dataclass(frozen=True, slots=True)
class File:
    """A file to take away, as a line of a list."""

    label: str
    address: str
    """Where it is made, from `service.files.addresses`."""
    purpose: str
    """What it is for."""


def show_files(files: Iterable[File]) -> None:
    """Show files as plain links, each with what it is for."""
    items = "".join(
        f'<li><a class="ww-download ww-file" href="{escape(each.address)}">{escape(each.label)}</a>'
        f"<span>{escape(each.purpose)}</span></li>"
        for each in files
    )
    st.html(f'<ul class="ww-files" role="list">{items}</ul>')
