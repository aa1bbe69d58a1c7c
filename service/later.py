"""An ASGI app that is made with its first request, so that a server listens before everything is loaded."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from threading import Lock
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
AsgiApp = Callable[[Scope, Receive, Send], Awaitable[None]]


class Later:
    """Passes every request on to what `make` gives, which is called once."""

    def __init__(self, make: Callable[[], AsgiApp]) -> None:
        self._make = make
        self._app: AsgiApp | None = None
        self._lock = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        app = self._app
        if app is None:
            app = await asyncio.to_thread(self.ready)
        await app(scope, receive, send)

    def ready(self) -> AsgiApp:
        """Make the app unless it is there, and give it."""
        with self._lock:
            if self._app is None:
                self._app = self._make()
            return self._app
