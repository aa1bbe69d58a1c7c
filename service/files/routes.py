"""The addresses of files as routes of Starlette: /bestanden/{assessment}/{file}."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from service.files.addresses import ROOT
from service.files.door import why_not
from service.files.failures import failure_page
from service.locality import Locality

if TYPE_CHECKING:
    from questionnaire.store import Store


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


def routes(
    store: Callable[[], "Store"],
    locality: Locality,
    *,
    content_folder: Path | None = None,
    now: Callable[[], datetime] = _now,
) -> list[Route]:
    """The routes, to give to the app.

    Args:
        store: Gives the store of this process; asked for with each file, never before.
        locality: Says who is served.
        content_folder: The content with its earlier versions; None for what comes with the product.
        now: Gives the present moment, in the time zone that files are dated in.
    """

    def make(path: str, query: dict[str, str]) -> Response:
        from service.files.answering import answer

        return answer(path, query, store=store, now=now(), content_folder=content_folder)

    async def serve(request: Request) -> Response:
        if refusal := why_not(request.headers, request.client.host if request.client else None, locality):
            return failure_page(refusal, 403)
        made = await run_in_threadpool(make, request.path_params["path"], dict(request.query_params))
        return made if request.method == "GET" else Response(status_code=made.status_code, headers=made.headers)

    return [Route(f"{ROOT}/{{path:path}}", serve, methods=["GET"])]
