"""The addresses themselves, as routes for `st.App(routes=…)`. Described in docs/antwoorden.openapi.json."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from anyio import to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from questionnaire.errors import AppError, NotFoundError
from questionnaire.example import EXAMPLE_ID
from questionnaire.store import Store
from service import door, modules
from service.bodies import read_body
from service.groups import Groups
from service.news import history, news, read_question
from service.refusals import BUG, refusal, refused
from service.saving import ContentOf, SaveRequest, save_all
from service.wire import NO_STORE, Json, answer, author_of

LOG = logging.getLogger("was_wordt")
DESCRIPTION = Path(__file__).parents[1] / "docs" / "antwoorden.openapi.json"
READ_ONLY = (
    "Het voorbeeld is alleen om te lezen: hier wordt niets opgeslagen. "
    "Begin op de startpagina een eigen zelfbeoordeling."
)
Handler: TypeAlias = Callable[[Request], Awaitable[Response]]


def routes(
    store: Callable[[], Store],
    content: ContentOf,
    *,
    server_address: Callable[[], str | None],
    made: Mapping[str, modules.Make],
) -> list[Route]:
    """All addresses.

    Args:
        store: Gives the store of this process.
        content: Gives the full content of a version.
        server_address: Where the server listens; None means everywhere, and then nobody is served.
        made: What gives JSON that the browser may keep, by the first part of its address.
    """
    answers = Answers(store, content)
    own = partial(_guarded, server_address)
    return [
        Route("/antwoorden/{assessment}", own(answers.serve), methods=["GET", "POST"]),
        Route("/antwoorden/{assessment}/geschiedenis/{subject}", own(answers.history), methods=["GET"]),
        Route("/antwoorden.openapi.json", own(_description), methods=["GET"]),
        *(
            Route(f"/{room}/{{version}}/{{path:path}}", own(partial(modules.serve_made, make)), methods=["GET"])
            for room, make in made.items()
        ),
    ]


class Answers:
    """The address of answers."""

    def __init__(self, store: Callable[[], Store], content: ContentOf) -> None:
        self._store = store
        self._content = content
        self._saves = Groups[SaveRequest, Json](lambda requests: save_all(store(), content, requests))

    async def serve(self, request: Request) -> Response:
        """Save, or tell what came after an event."""
        assessment, author = _assessment(request), author_of(request.cookies)
        if request.method == "POST":
            door.refuse_other_pages(request)
            body = await read_body(request)
            return await self._saves.ask(SaveRequest(assessment, body, author))
        question = read_question(request.query_params)
        return await _in_thread(lambda: news(self._store(), self._content, assessment, question, author))

    async def history(self, request: Request) -> Response:
        """Everything that was ever saved for one subject."""
        assessment, subject = _assessment(request), request.path_params["subject"]
        return await _in_thread(lambda: history(self._store(), assessment, subject))


def _assessment(request: Request) -> str:
    """The id in the address; the example is not among what is kept."""
    if request.path_params["assessment"] == EXAMPLE_ID:
        raise NotFoundError(READ_ONLY)
    return str(request.path_params["assessment"])


async def _in_thread(work: Callable[[], dict[str, Any]]) -> Response:
    """The answer of work that waits for the database, while others are served."""
    return await to_thread.run_sync(lambda: answer(work()))


async def _description(_: Request) -> Response:
    return FileResponse(DESCRIPTION, media_type="application/json", headers=NO_STORE)


def _guarded(server_address: Callable[[], str | None], handler: Handler) -> Handler:
    """The same address behind the door, with every error in words; what we did not foresee is in the log."""

    async def guarded(request: Request) -> Response:
        try:
            door.refuse_strangers(request, server_address())
            return await handler(request)
        except AppError as error:
            return refusal(error)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        except Exception:
            LOG.exception("Uncaught error at an address")
            return refused("bug", BUG)

    return guarded
