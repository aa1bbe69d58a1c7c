"""From a question to an answer: the file, or a page in Dutch that says why there is none."""

import logging
import unicodedata
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from starlette.responses import Response, StreamingResponse

from questionnaire.errors import AppError, InvalidInputError, NotFoundError
from questionnaire.loading.loader import CONTENT
from questionnaire.store import LockedError, StorageError, Store
from reporting.office.conversion import OfficeError
from service.files.asked import Asked, MadeFile, NotNowError
from service.files.catalogue import entry_of
from service.files.failures import HEADERS, failure_page

LOG = logging.getLogger("was_wordt")
CHUNK = 64 * 1024
"""Bytes that are sent at once; the next ones wait until the browser took these."""
STATUSES: Mapping[type[AppError], int] = {
    NotFoundError: 404,
    NotNowError: 409,
    LockedError: 409,
    InvalidInputError: 422,
    OfficeError: 503,
    StorageError: 503,
}
BUG = (
    "Er ging iets mis in de app. Er is geen bestand gemaakt. Wat is opgeslagen, blijft bewaard. Probeer het "
    "opnieuw; komt deze melding terug, geef dan door wat u deed."
)
NO_SUCH_FILE = "Dit bestand bestaat niet. Ga terug en kies het bestand op de pagina."


def answer(
    path: str,
    query: Mapping[str, str],
    *,
    store: Callable[[], Store],
    now: datetime,
    content_folder: Path | None,
) -> Response:
    """Make what stands at `path`: an assessment and the name of a file. Takes up to seconds."""
    assessment_id, _, name = path.partition("/")
    entry = entry_of(name)
    if entry is None:
        return failure_page(NO_SUCH_FILE, 404)
    back = f"/{entry.page}?z={quote(assessment_id, safe='')}"
    try:
        made = entry.make(_checked(Asked(assessment_id, store(), now, content_folder or CONTENT, query)))
    except AppError as error:
        return _refusal(error, path, back)
    except Exception:
        LOG.exception("Uncaught error while making %s", name)
        return failure_page(BUG, 500, back)
    return file_response(made)


def _checked(asked: Asked) -> Asked:
    """The same, when there is such an assessment; raises NotFoundError."""
    asked.assessment  # noqa: B018 - reads it
    return asked


def _refusal(error: AppError, path: str, back: str) -> Response:
    """The page that tells of an error; one that belongs to nothing in particular is a mistake of ours."""
    status = next((status for kind, status in STATUSES.items() if isinstance(error, kind)), 500)
    if status == 500:
        LOG.error("No file at %s", path, exc_info=error)
    return failure_page(str(error), status, back)


def file_response(made: MadeFile) -> Response:
    """The file as a download under its own name, sent in pieces and kept nowhere."""
    headers = {
        **HEADERS,
        "content-length": str(len(made.content)),
        "content-disposition": disposition(made.name),
    }
    return StreamingResponse(_pieces(made.content), media_type=made.mime, headers=headers)


async def _pieces(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), CHUNK):
        yield content[start : start + CHUNK]


def disposition(name: str) -> str:
    """The header that gives a download its name, with accents (RFC 6266, RFC 8187) and for old programs without.

    >>> print(disposition("súd.pdf"))
    attachment; filename="sud.pdf"; filename*=UTF-8''s%C3%BAd.pdf
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    safe = "".join(sign for sign in plain if sign.isprintable() and sign not in '"\\%')
    return f"attachment; filename=\"{safe}\"; filename*=UTF-8''{quote(name, safe='')}"
