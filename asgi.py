"""The same app behind headers that keep everything on this machine, with Dutch from the first byte.

`make run` starts this file (`streamlit run asgi.py`). Beside the pages it serves our own addresses, such as the
one that saves answers; `streamlit run app.py` has none of these, and says so.
"""

import asyncio
import base64
import hashlib
import logging
import re
from collections.abc import Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from app_pages.frame import ahead, entrance, icons, theme
from questionnaire.errors import AppError
from service import locality, modules
from service.later import AsgiApp, Later, Receive, Scope, Send

Message = MutableMapping[str, Any]

LOG = logging.getLogger("was_wordt")

SOMETHING_WENT_WRONG = (
    "Er ging iets mis in de app. Wat is opgeslagen, blijft bewaard. Vernieuw de pagina; komt deze melding terug, "
    "geef dan door wat u deed."
)
CARDS, SHELL = (Path(__file__).parent / "app_pages" / room / "browser" for room in ("cards", "frame"))
ICON = SHELL.joinpath("icon.svg").read_bytes()
DUTCH_SHELL = {
    b'<html lang="en">': b'<html lang="nl">',
    b"<title>Streamlit</title>": b"<title>Was-wordt lijst</title>",
    b'href="./favicon.png"': b'href="data:image/svg+xml;base64,' + base64.b64encode(ICON) + b'"',
}
NOSCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
DUTCH_NOSCRIPT = b"<noscript>Zet JavaScript aan om deze app te gebruiken.</noscript>"
HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"x-frame-options": b"DENY",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
    b"cross-origin-opener-policy": b"same-origin",
}
INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
REQUEST_HEADERS_LEFT_OUT = {b"accept-encoding", b"if-none-match", b"if-modified-since"}
RESPONSE_HEADERS_LEFT_OUT = {b"content-length", b"etag", b"last-modified"}


def content_security_policy(page: bytes) -> bytes:
    """What the browser may load: only from this app; inline scripts only as they stand in `page`."""
    scripts = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"
        for script in INLINE_SCRIPT.findall(page)
    )
    return (
        f"default-src 'self'; script-src 'self' blob: {scripts}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    ).encode()


def head(path: str) -> bytes:
    """What comes with a page: our part of the browser, and the scripts of the cards while Streamlit starts.

    The first page has no cards: there the browser fetches them when it has nothing else to do.
    """
    shell = modules.address("schil", SHELL, "shell.js")
    cards = modules.addresses("kaarten", CARDS, ".js")
    style = modules.address("kaarten", CARDS, "cards.css")
    kind = "prefetch" if path == "/" else "modulepreload"
    preloads = "".join(f'<link rel="{kind}" href="{each}">' for each in cards)
    return (
        f'<script type="module" src="{shell}"></script>{preloads}'
        f'<link rel="stylesheet" href="{style}"><style>{theme.variables()}</style>'
    ).encode()


def foot() -> bytes:
    """The style sheet of every page, after those that Streamlit puts in the head."""
    return f'<link rel="stylesheet" href="{modules.address("schil", SHELL, "style.css")}">'.encode()


class DutchAndLocal:
    """Rewrites the page that Streamlit serves to Dutch and adds headers; web sockets wait until all is loaded."""

    def __init__(self, app: AsgiApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await asyncio.to_thread(ahead.wait)
            await self.app(scope, receive, send)
            return
        wants_page = b"text/html" in dict(scope["headers"]).get(b"accept", b"")
        if wants_page:  # ask for it whole and plain, for it will be rewritten
            kept = [(name, value) for name, value in scope["headers"] if name not in REQUEST_HEADERS_LEFT_OUT]
            scope = {**scope, "headers": kept}
        await self.app(scope, receive, _Rewriter(send, scope["path"]) if wants_page else _with_headers(send))


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = _with_ours(message["headers"])
        await send(message)

    return sending


def _with_ours(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers of an answer and ours, each once."""
    return [*(pair for pair in headers if pair[0] not in HEADERS), *HEADERS.items()]


class _Rewriter:
    """Holds a page back until it is whole, and sends it in Dutch; anything else passes as it comes."""

    def __init__(self, send: Send, path: str) -> None:
        self.send = send
        self.path = path
        self.start: Message | None = None
        self.page = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = _with_ours(message["headers"])
            if dict(message["headers"]).get(b"content-type", b"").startswith(b"text/html"):
                self.start = message
                return
        elif message["type"] == "http.response.body" and self.start is not None:
            self.page += message.get("body", b"")
            if message.get("more_body"):
                return
            await self._send_page(self.start)
            return
        await self.send(message)

    async def _send_page(self, start: Message) -> None:
        page = self.page
        for english, dutch in DUTCH_SHELL.items():
            page = page.replace(english, dutch)
        page = NOSCRIPT.sub(DUTCH_NOSCRIPT, page)
        page = page.replace(b"</head>", head(self.path) + b"</head>", 1).replace(
            b"</body>", foot() + b"</body>", 1
        )
        kept = [(name, value) for name, value in start["headers"] if name not in RESPONSE_HEADERS_LEFT_OUT]
        start["headers"] = [
            *kept,
            (b"content-length", str(len(page)).encode()),
            (b"content-security-policy", content_security_policy(page)),
        ]
        await self.send(start)
        await self.send({"type": "http.response.body", "body": page})


def tell_in_dutch(error: Exception) -> bool:
    """Tell the user of a bug in words, and keep its traceback in the log."""
    LOG.error("Uncaught error in a page", exc_info=error)
    st.error(SOMETHING_WENT_WRONG, icon=icons.ERROR)
    return True


def use_theme() -> None:
    """Apply the organisation's theme; with a mistake in it the app does not start, and says what to mend."""
    try:
        own = theme.current()
    except AppError as error:
        raise SystemExit(f"Het thema klopt niet, dus de app start niet.\n{error}") from None
    if own is not None:
        theme.apply(own)


def why_not(headers: Mapping[str, str], client: str | None) -> str:
    """Why a visit to an address is not served, in Dutch; "" for one from this computer."""
    return locality.why_not(st.get_option("server.address"), headers, client)


def addresses() -> AsgiApp:
    """Our own addresses beside the pages: answers, cards and files."""
    from app_pages.cards import norms
    from service import files, opening
    from service.routes import routes

    own = routes(
        opening.store,
        opening.content_for,
        server_address=lambda: st.get_option("server.address"),
        made={norms.ROOM: norms.make},
    )
    return Starlette(routes=[*own, *files.routes(opening.store, why_not)])


use_theme()
entrance.announce()
later = Later(addresses)
ahead.start(later.ready)
app = st.App(
    Path(__file__).with_name("app.py"),
    routes=[
        *modules.routes({"kaarten": CARDS, "schil": SHELL}, why_not),
        Route("/antwoorden.openapi.json", later),
        *(Route(f"/{room}/{{rest:path}}", later) for room in ("antwoorden", "normen", "bestanden")),
    ],
    middleware=[Middleware(DutchAndLocal)],
    on_script_error=tell_in_dutch,
)
