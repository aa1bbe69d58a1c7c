"""Gives the browser the scripts and style sheets of the cards, under a version that follows from their bytes."""

import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from service.locality import Locality

MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
FOREVER = {"cache-control": "public, max-age=31536000, immutable", "x-content-type-options": "nosniff"}
NOT_THERE = "Dit bestand is hier niet. Ververs de pagina."

Stamp = tuple[str, int, int]
Make = Callable[[str], bytes | None]
"""Gives the JSON of a path; None when there is none."""


def routes(folders: Mapping[str, Path], why_not: Locality) -> list[Route]:
    """An address for all in these folders, by the first part of that address; `why_not` says who is served."""

    def route(room: str, folder: Path) -> Route:
        async def give(request: Request) -> Response:
            refusal = why_not(request.headers, request.client.host if request.client else None)
            return PlainTextResponse(refusal, 403) if refusal else await serve(folder, request)

        return Route(f"/{room}/{{version}}/{{path:path}}", give, methods=["GET"])

    return [route(room, folder) for room, folder in folders.items()]


def version(folder: Path) -> str:
    """Version of everything that is served from `folder`: 16 hexadecimal digits of its contents."""
    return _version(folder, tuple(_stamp(name, path) for name, path in _served(folder).items()))


def address(room: str, folder: Path, name: str) -> str:
    """The address of one file of a folder that is served as `room`: "/kaarten/0123456789abcdef/cards.js"."""
    return f"/{room}/{version(folder)}/{name}"


def addresses(room: str, folder: Path, suffix: str) -> list[str]:
    """The addresses of all files with this suffix, for a page to announce."""
    return [address(room, folder, name) for name in _served(folder) if name.endswith(suffix)]


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


async def serve(folder: Path, request: Request) -> Response:
    """One file, if the version in the address is the present one."""
    wanted = request.path_params
    content = await to_thread.run_sync(_content, folder, wanted["version"], wanted["path"])
    if content is None:
        return PlainTextResponse(NOT_THERE, 404, {"cache-control": "no-store"})
    return Response(content, headers=FOREVER, media_type=MEDIA_TYPES[Path(wanted["path"]).suffix])


def _content(folder: Path, wanted: str, name: str) -> bytes | None:
    found = _served(folder).get(name)
    return found.read_bytes() if found and wanted == version(folder) else None


def _served(folder: Path) -> dict[str, Path]:
    """The files that may be asked for, by their name in the address: no other name leads anywhere."""
    found = (path for path in folder.rglob("*") if path.suffix in MEDIA_TYPES and path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in sorted(found) if not path.is_symlink()}


def _stamp(name: str, path: Path) -> Stamp:
    now = path.stat()
    return name, now.st_mtime_ns, now.st_size


@lru_cache(maxsize=8)
def _version(folder: Path, stamps: tuple[Stamp, ...]) -> str:
    found = hashlib.sha256()
    for name, _, _ in stamps:
        content = folder.joinpath(name).read_bytes()
        found.update(f"{name}\0{len(content)}\0".encode() + content)
    return found.hexdigest()[:16]
