"""The store of this process, and the content of a version: what pages and addresses have in common."""

import os
import threading
from pathlib import Path

from questionnaire.errors import NotFoundError
from questionnaire.loading.loader import CONTENT
from questionnaire.model.assessment import Assessment
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.store import Store
from questionnaire.versions.history import content_of, present

PROJECT = Path(__file__).resolve().parents[1]
CONTENT_FOLDER = CONTENT
"""The folder with the content, earlier versions included."""
_lock = threading.Lock()
_opened: dict[str, Store] = {}


def database_url() -> str:
    """Where answers are kept: WAS_WORDT_DATABASE, or data/was-wordt.db beside the app."""
    return os.environ.get("WAS_WORDT_DATABASE") or f"sqlite:///{PROJECT / 'data' / 'was-wordt.db'}"


def store() -> Store:
    """The store, one per process; holds nothing of any user. Raises StorageError when it cannot be opened."""
    url = database_url()
    with _lock:
        if url not in _opened:
            _opened[url] = Store.open(url, list_id=newest_content().id)
        return _opened[url]


def close() -> None:
    """Let go of the store; the next call opens it again."""
    with _lock:
        while _opened:
            _opened.popitem()[1].close()


def newest_content() -> Questionnaire:
    """The full content of the present version."""
    return present(CONTENT_FOLDER)


def read_file(data: bytes) -> Assessment:
    """An exchange file of the present version or of an earlier one, as it is; raises InvalidInputError."""
    from questionnaire.versions.opening import open_file  # noqa: PLC0415 (loads jsonschema)

    return open_file(data, CONTENT_FOLDER)


def content_for(version: str) -> Questionnaire:
    """The full content of a version; the present one when that version is not known here."""
    if version == newest_content().version:
        return newest_content()
    try:
        return content_of(version, CONTENT_FOLDER)
    except NotFoundError:
        return newest_content()  # the page on rounds says so
