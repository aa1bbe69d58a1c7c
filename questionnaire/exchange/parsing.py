"""The text of an exchange file as a JSON value: counted before it is read, so that no file keeps us busy. Pure."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from questionnaire.errors import InvalidInputError
from questionnaire.exchange.plan import FILE
from questionnaire.loading.problem import Problem
from questionnaire.model.cleaning import clean

MAX_BYTES = 10_000_000
MOST_GROUPS = 3_000
"""Answers, actions and steps together, with room to spare; a bigger file keeps the program busy for minutes."""
MOST_TEXTS = 40_000
"""Names of fields and texts; other values are counted apart, to the same number."""
MOST_PROBLEMS_TOLD = 20
MOST_PROBLEMS_SOUGHT = 100
LONGEST_PROBLEM = 300
_TEXT = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
"""A text in JSON; one that never ends as well, so that looking for it takes one round."""


def cleaned(value: Any) -> Any:  # noqa: ANN401 (JSON has no narrower type)
    """The same JSON value with every text cleaned; keys stay as they are."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: cleaned(entry) for key, entry in value.items()}
    return [cleaned(entry) for entry in value] if isinstance(value, list) else value


def parsed(data: bytes | str) -> object:
    """The JSON value in the file; a key that stands there twice is refused, or one of the two would be lost."""
    problems: list[Problem] = []

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, value in pairs:
            if key in found:
                problems.append(Problem(FILE, (key[:LONGEST_PROBLEM],), "staat er twee keer; haal er een weg"))
            found[key] = value
        return found

    text = _text(data)
    _refuse_large(text)
    try:
        value: object = json.loads(text, object_pairs_hook=unique, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise InvalidInputError(
            f"{FILE} > regel {error.lineno}, teken {error.colno}: hier klopt de JSON niet. "
            "Het bestand is beschadigd of geen JSON. Kies het bestand zoals het programma het heeft gemaakt."
        ) from error
    except ValueError as error:  # a number of thousands of digits
        raise InvalidInputError(f"{FILE}: er staat een getal in dat niet kan. Haal het weg.") from error
    refuse(problems)
    return value


def _refuse_large(text: str) -> None:
    """Count before anything is made of it; what stands in texts does not count."""
    bare, texts = _TEXT.subn("", text, count=MOST_TEXTS + 1)
    groups, values = bare.count("{") + bare.count("["), bare.count(",")
    if texts > MOST_TEXTS or groups > MOST_GROUPS or values > MOST_TEXTS:
        raise InvalidInputError(
            f"{FILE}: er staat veel meer in dan in een zelfbeoordeling past. Er is niets gelezen. "
            "Kies een bestand dat met dit programma is bewaard."
        )


def _text(data: bytes | str) -> str:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > MAX_BYTES:
        raise InvalidInputError(
            f"{FILE}: is te groot: {len(raw) / 1e6:.0f} MB, en er mag hoogstens {MAX_BYTES // 10**6} MB in. "
            "Kies het bestand van één zelfbeoordeling."
        )
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInputError(
            f"{FILE} > byte {error.start}: dit is geen tekst in UTF-8. "
            "Het bestand is beschadigd of geen JSON. Kies het bestand zoals het programma het heeft gemaakt."
        ) from error


def _refuse_constant(name: str) -> None:
    """NaN and Infinity are Python's, not JSON's."""
    raise InvalidInputError(f"{FILE}: {name} is geen waarde in JSON. Haal deze waarde weg.")


def refuse(problems: list[Problem]) -> None:
    """Raise InvalidInputError when there are any."""
    if problems:
        raise refusal(problems)


def refusal(problems: list[Problem]) -> InvalidInputError:
    """The problems in words: not more of them, and none longer, than somebody can read."""
    lines = [clean(str(problem)).replace("\n", " ")[:LONGEST_PROBLEM] for problem in problems[:MOST_PROBLEMS_TOLD]]
    if len(problems) > MOST_PROBLEMS_TOLD:
        more = " of meer" if len(problems) >= MOST_PROBLEMS_SOUGHT else ""
        lines.append(f"En nog {len(problems) - MOST_PROBLEMS_TOLD}{more} andere. Verbeter eerst deze.")
    return InvalidInputError("\n".join(lines))


@contextmanager
def not_too_deep() -> Iterator[None]:
    """Refuse a file in which groups stand within groups without end, instead of breaking down."""
    try:
        yield
    except RecursionError:
        raise InvalidInputError(
            f"{FILE}: de velden zijn te diep genest. Dit is geen zelfbeoordeling. "
            "Kies een bestand dat met dit programma is bewaard."
        ) from None
