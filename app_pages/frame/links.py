"""Links within the app as HTML: many of them cost no more than one.

The browser part follows them without loading the app anew (see browser/shell.js); opened in another tab they work
as any link does.
"""

from html import escape
from urllib.parse import urlencode

from app_pages.frame.navigation import START
from app_pages.session import session


def address_of(name: str, **parameters: str) -> str:
    """The address of a page, relative to any other, with the open assessment in it."""
    query = urlencode({**session.address(), **parameters})
    return f"{'./' if name == START else name}{query and '?'}{query}"


def link(name: str, label: str, *, css: str = "", is_current: bool = False, inside: str = "") -> str:
    """A link to a page as safe HTML; `inside` is HTML that comes after the label."""
    current = ' aria-current="page"' if is_current else ""
    return (
        f'<a class="{f"ww-nav {css}".strip()}" href="{escape(address_of(name))}" target="_self"{current}>'
        f"{escape(label)}{inside}</a>"
    )
