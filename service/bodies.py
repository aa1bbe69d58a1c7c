"""The body of a save: read in parts, with a limit, and taken apart. What does not fit is refused in words."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from service.refusals import RefusalError

MAX_BODY = 2_000_000
"""Largest body, in bytes."""
MAX_CHANGES = 200
MAX_EVENT = 2**53 - 1
"""Largest number that a browser can count to."""
_NEEDED = {"subject": str, "field": str, "value": str, "seen": int}
_ALLOWED = {*_NEEDED, "before"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One change as the browser asks it; only its shape was checked."""

    subject: str
    field: str
    value: str
    seen: int
    before: str | None


async def read_body(request: Request) -> bytes:
    """The body; raises RefusalError when it is no JSON, or too large, before all of it came in."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise _no_json()
    declared = request.headers.get("content-length", "0")
    if declared.isdecimal() and int(declared[:20]) > MAX_BODY:
        raise _too_large()
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY:
            raise _too_large()
    return bytes(body)


def read_changes(body: bytes) -> tuple[Asked, ...]:
    """The changes in a body, in order; raises RefusalError when anything in it does not fit."""
    try:
        content = json.loads(body.decode(), object_pairs_hook=_once_each, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise _no_json() from error
    if not isinstance(content, dict) or set(content) != {"changes"}:
        raise _invalid("Er ontbreekt een lijst met wijzigingen, of er staat iets naast.")
    changes = content["changes"]
    if not isinstance(changes, list) or not 1 <= len(changes) <= MAX_CHANGES:
        raise _invalid(f"In één keer kunnen 1 tot en met {MAX_CHANGES} wijzigingen worden opgeslagen.")
    asked = tuple(map(_asked, changes))
    _refuse_doubles(asked)
    return asked


def _asked(change: Any) -> Asked:  # noqa: ANN401 (whatever JSON can hold)
    if not isinstance(change, dict):
        raise _invalid("Een wijziging heeft niet de goede vorm.")
    about = {name: change[name] for name in ("subject", "field") if isinstance(change.get(name), str)}
    if not _NEEDED.keys() <= change.keys() <= _ALLOWED:
        raise _invalid("In een wijziging ontbreekt iets, of er staat iets te veel in.", about)
    wrong = [name for name, kind in _NEEDED.items() if type(change[name]) is not kind]
    if wrong or not isinstance(change.get("before", ""), str):
        raise _invalid(f"In een wijziging klopt '{(wrong or ['before'])[0]}' niet.", about)
    if not 0 <= change["seen"] <= MAX_EVENT:
        raise _invalid("In een wijziging klopt 'seen' niet.", about)
    return Asked(**{"before": None, **change})


def _refuse_doubles(asked: Iterable[Asked]) -> None:
    known: set[tuple[str, str]] = set()
    for each in asked:
        if (each.subject, each.field) in known:
            about = {"subject": each.subject, "field": each.field}
            raise _invalid("Hetzelfde veld staat twee keer in dit verzoek.", about)
        known.add((each.subject, each.field))


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON in which no name stands twice: of such a pair nobody can tell which one was meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _invalid("Een naam staat twee keer in hetzelfde deel van het verzoek.")
    return found


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _no_json() -> RefusalError:
    return RefusalError(
        "not-json", "Dit verzoek is geen JSON. Er is NIETS opgeslagen. Ververs de pagina en probeer het opnieuw."
    )


def _too_large() -> RefusalError:
    return RefusalError(
        "too-large",
        f"Dit is te veel in één keer: er past hoogstens {MAX_BODY // 1_000_000} MB. Er is NIETS opgeslagen. "
        "Sla minder velden tegelijk op.",
    )


def _invalid(what: str, about: Mapping[str, str | int] | None = None) -> RefusalError:
    return RefusalError(
        "invalid", f"{what} Er is NIETS opgeslagen. Ververs de pagina en probeer het opnieuw.", about
    )
