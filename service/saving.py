"""Saving what the browser asks: all of it durably, or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from questionnaire.errors import AppError, InvalidInputError
from questionnaire.model.plan import process_place
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.model.settlement import Status
from questionnaire.model.subjects import fields_of
from questionnaire.store import AssessmentDetails, Batch, Change, InvalidFieldError, LockedError, Store
from questionnaire.store.batches import Outcome
from questionnaire.store.checks import checked_change
from service.bodies import Asked, read_changes
from service.particulars import PARTICULARS, save_particulars
from service.wire import Json, answer, stored_value

ContentOf = Callable[[str], Questionnaire]
"""Gives the full content of a version."""


@dataclass(frozen=True, slots=True)
class SaveRequest:
    """A save as it came in."""

    assessment_id: str
    body: bytes
    author: str


def save_all(store: Store, content: ContentOf, requests: Sequence[SaveRequest]) -> list[Json | Exception]:
    """The answer to each request, or why nothing of it was stored; raises StorageError when nothing was at all."""
    known: dict[str, AssessmentDetails] = {}
    prepared = [_attempt(store, content, each, known) for each in requests]
    saved = iter(store.save_batches([each for each in prepared if isinstance(each, Batch)]))
    return [_answer(next(saved)) if isinstance(each, Batch) else each for each in prepared]


def _attempt(
    store: Store, content: ContentOf, request: SaveRequest, known: dict[str, AssessmentDetails]
) -> Batch | Json | Exception:
    """What comes of one request, whatever it is: the others in its group go on."""
    try:
        return _prepared(store, content, request, known)
    except Exception as error:  # noqa: BLE001 (who asked is told)
        return error


def _answer(outcome: Outcome) -> Json | Exception:
    return outcome if isinstance(outcome, AppError) else answer({"saved": list(map(stored_value, outcome))})


def _prepared(
    store: Store, content: ContentOf, request: SaveRequest, known: dict[str, AssessmentDetails]
) -> Batch | Json:
    """What is to be stored; particulars are stored at once and give their answer. Raises AppError."""
    asked = read_changes(request.body)
    if any(each.subject == PARTICULARS for each in asked):
        return answer({"saved": save_particulars(store, request.assessment_id, asked, request.author)})
    if request.assessment_id not in known:
        known[request.assessment_id] = store.details(request.assessment_id)
    details = known[request.assessment_id]
    if details.status is Status.SETTLED:
        raise LockedError
    questions = content(details.content_version)
    return Batch(request.assessment_id, [change_of(each, questions) for each in asked], request.author)


def change_of(asked: Asked, questions: Questionnaire) -> Change:
    """The change as the store takes it, cleaned; raises InvalidFieldError, which names it."""
    try:
        _refuse_unknown(asked, questions)
        return checked_change(
            Change(asked.subject, fields_of(asked.subject)(asked.field), asked.value, asked.seen)
        )
    except (InvalidInputError, ValueError) as error:
        message = str(error) if isinstance(error, InvalidInputError) else _no_such("veld", asked.field)
        raise InvalidFieldError(message, asked.subject, asked.field) from error


def _refuse_unknown(asked: Asked, questions: Questionnaire) -> None:
    """Only what is asked can be answered, and only a step or theme that is asked has a process card."""
    if asked.before is not None:
        raise InvalidInputError(_no_such("veld", "before"))
    place = process_place(asked.subject)
    if place and place[0] not in {section.id for section in questions.sections}:
        raise InvalidInputError(_no_such("onderdeel", place[0]))
    if ":" not in asked.subject and asked.subject not in questions.norm_by_id:
        raise InvalidInputError(_no_such("norm", asked.subject))


def _no_such(what: str, name: str) -> str:
    return f"'{name[:40]}' is hier geen {what}. Er is NIETS opgeslagen. Ververs de pagina en probeer het opnieuw."
