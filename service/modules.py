"""Gives the browser the scripts and style sheets of the cards, under a version that follows from their bytes.

They are read once, so that one process gives one set and nothing of a newer one that is being put in its place.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from service.locality import Locality

MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
FOREVER = {"cache-control": "public, max-age=31536000, immutable", "x-content-type-options": "nosniff"}
NOT_THERE = "Dit bestand is hier niet. Ververs de pagina."

Make = Callable[[str], bytes | None]
"""Gives the JSON of a path; None when there is none."""


def routes(folders: Mapping[str, Path], why_not: Locality) -> list[Route]:
    """An address for all in these folders, by the first part of that address; `why_not` says who is served."""

    def route(room: str, folder: Path) -> Route:
        async def give(request: Request) -> Response:
            refusal = why_not(request.headers, request.client.host if request.client else None)
            return PlainTextResponse(refusal, 403) if refusal else _give(folder, request)

        return Route(f"/{room}/{{version}}/{{path:path}}", give, methods=["GET"])

    return [route(room, folder) for room, folder in folders.items()]


@dataclass(frozen=True, slots=True)
class Served:
    """All that is given from one folder, by its name in the address: no other name leads anywhere."""

    version: str
    """16 hexadecimal digits of the names and contents."""
    files: Mapping[str, bytes]


@cache
def served(folder: Path) -> Served:
    """Read a folder, once."""
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix in MEDIA_TYPES)
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in paths
        if path.is_file() and not path.is_symlink()
    }
    found = hashlib.sha256()
    for name, content in files.items():
        found.update(f"{name}\0{len(content)}\0".encode() + content)
    return Served(found.hexdigest()[:16], files)


def address(room: str, folder: Path, name: str) -> str:
    """The address of one file of a folder that is served as `room`: "/kaarten/0123456789abcdef/cards.js"."""
    return f"/{room}/{served(folder).version}/{name}"


def addresses(room: str, folder: Path, suffix: str) -> list[str]:
    """The addresses of all files with this suffix, for a page to announce."""
    return [address(room, folder, name) for name in served(folder).files if name.endswith(suffix)]


def stamp(content: bytes) -> str:
    """The version of what was made: 16 hexadecimal digits of its contents."""
    return hashlib.sha256(content).hexdigest()[:16]


async def serve_made(make: Make, request: Request) -> Response:
    """What `make` gives for the path, if the version in the address is the present one."""
    wanted = request.path_params
    content = await to_thread.run_sync(make, wanted["path"])
    if content is None or wanted["version"] != stamp(content):
        return PlainTextResponse(NOT_THERE, 404, {"cache-control": "no-store"})
    return Response(content, headers=FOREVER, media_type="application/json")


def _give(folder: Path, request: Request) -> Response:
    """One file, if the version in the address is the present one."""
    wanted, found = request.path_params, served(folder)
    content = found.files.get(wanted["path"]) if wanted["version"] == found.version else None
    if content is None:
        return PlainTextResponse(NOT_THERE, 404, {"cache-control": "no-store"})
    return Response(content, headers=FOREVER, media_type=MEDIA_TYPES[Path(wanted["path"]).suffix])
