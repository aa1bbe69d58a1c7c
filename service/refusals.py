"""What the addresses say when they do not do what was asked: a status, a code, and a Dutch sentence."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from questionnaire.errors import AppError, InvalidInputError, NotFoundError
from questionnaire.store import ConflictError, InvalidFieldError, LockedError, StorageError
from service.wire import Json, answer, moment_text

Code: TypeAlias = Literal[
    "not-json", "foreign", "not-found", "conflict", "too-large", "invalid", "locked", "bug", "storage"
]
STATUS_BY_CODE: Mapping[Code, int] = {
    "not-json": 400,
    "foreign": 403,
    "not-found": 404,
    "conflict": 409,
    "too-large": 413,
    "invalid": 422,
    "locked": 423,
    "bug": 500,
    "storage": 503,
}
BUG = (
    "Er ging iets mis in de app. Uw wijziging is NIET opgeslagen. Probeer het opnieuw; komt deze melding terug, "
    "geef dan door wat u deed."
)
_CODE_BY_ERROR: Mapping[type[AppError], Code] = {
    NotFoundError: "not-found",
    InvalidInputError: "invalid",
    LockedError: "locked",
    StorageError: "storage",
}


class RefusalError(AppError):
    """Something that an address does not do, with the code that tells the browser why.

    Attributes:
        code: Why, for the browser.
        about: Which field it is about, and of a conflict what stands there; see docs/antwoorden.openapi.json.
    """

    def __init__(self, code: Code, message: str, about: Mapping[str, str | int] | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.about = about or {}


def refusal(error: AppError) -> Json:
    """The answer that tells of an error; one that belongs to nothing in particular is told as a bug."""
    code, about = _told(error)
    return refused(code, str(error), about)


def refused(code: Code, message: str, about: Mapping[str, str | int] | None = None) -> Json:
    """The answer with a code and a sentence."""
    return answer({"error": {"code": code, "message": message, **(about or {})}}, STATUS_BY_CODE[code])


def _told(error: AppError) -> tuple[Code, Mapping[str, str | int]]:
    if isinstance(error, RefusalError):
        return error.code, error.about
    if isinstance(error, ConflictError):
        return "conflict", {
            "subject": error.norm_id,
            "field": error.field.value,
            "theirs": error.theirs,
            "event": error.theirs_event,
            "author": error.author,
            "at": moment_text(error.at),
        }
    if isinstance(error, InvalidFieldError):
        return "invalid", {"subject": error.norm_id, "field": error.field}
    return next((code for kind, code in _CODE_BY_ERROR.items() if isinstance(error, kind)), "bug"), {}
