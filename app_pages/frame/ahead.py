"""Loads what the first page needs while the server starts and the browser fetches its own part.

The first visitor would else wait for the imports, for reading the content and for making the database. A failure
here is not told: the page meets it again, and has the words for it.
"""

import gc
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

from questionnaire.errors import AppError
from reporting.garbage import without_collecting

FIRST_PAGE = (
    "app_pages.frame.navigation",
    "app_pages.frame.sidebar",
    "app_pages.start.page",
)
_done = threading.Event()
_lock = threading.Lock()


def start(then: Callable[[], object]) -> None:
    """Begin loading in a thread of its own, then call `then`; a second call does nothing."""
    if _lock.acquire(blocking=False):
        threading.Thread(target=_load, args=(then,), name="ahead", daemon=True).start()


def wait() -> None:
    """Wait until all is loaded, or until loading failed."""
    _done.wait()


def _load(then: Callable[[], object]) -> None:
    try:
        with suppress(AppError), without_collecting():
            for name in FIRST_PAGE:
                import_module(name)
            _open()
            gc.freeze()  # what is loaded stays: a search through all of it takes a tenth of a second, each time
    finally:
        _done.set()
    then()


def _open() -> None:
    opening = import_module("service.opening")
    opening.newest_content()
    opening.store()
