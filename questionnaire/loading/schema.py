"""Checks a content file against its JSON schema and tells each mistake in the editor's Dutch.

The schemas are what an editor's own program uses for help while typing, so they say the same as the models.
"""

import difflib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError as ModelError

from questionnaire.loading.problem import Problem

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

SCHEMAS = Path(__file__).parents[1] / "content" / "schema"
DUTCH_BY_TYPE = {
    "string": "tekst",
    "integer": "een heel getal",
    "number": "een getal",
    "boolean": "ja of nee (true of false)",
    "array": "een lijst (regels met een streepje)",
    "object": "een groep velden (naam: waarde)",
    "null": "leeg",
}


@cache
def schema_validator(name: str) -> "Draft202012Validator":
    """The validator for one kind of content file, such as "onderdeel"."""
    return validator(SCHEMAS / f"{name}.schema.json")


def validator(file: Path) -> "Draft202012Validator":
    """The validator for what one JSON schema describes."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 (costs 26 ms of every start, and few need it)

    schema = json.loads(file.read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def schema_problems(file: str, schema: str, document: object) -> list[Problem]:
    """Every way in which a parsed YAML document breaks its schema, in the order of the file; no duplicates."""
    plain = as_json(document)
    errors = sorted(schema_validator(schema).iter_errors(plain), key=lambda error: place_key(error.absolute_path))
    problems = (problem for error in errors for problem in translate(file, plain, error))
    return list(dict.fromkeys(problems))


def model_problems(file: str, document: object, error: ModelError) -> list[Problem]:
    """What a model refuses although the schema allows it, such as 3.0 for a whole number."""
    plain = as_json(document)
    text = "deze waarde kan niet; lees de uitleg in het schema"
    return [
        Problem(file, (*describe_place(plain, place[:-1]), *(str(part) for part in place[-1:])), text)
        for place in (mistake["loc"] for mistake in error.errors())
    ]


def as_json(value: object) -> object:
    """A YAML value as JSON knows it: keys are text and a date is text like "2026-02-18"."""
    if isinstance(value, dict):
        return {str(key): as_json(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [as_json(entry) for entry in value]
    return value.isoformat() if isinstance(value, date) else value


def place_key(path: Iterable[str | int]) -> tuple[tuple[int, str], ...]:
    """Sorts places: list entries by number, fields by name."""
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in path)


def describe_place(document: object, path: Iterable[str | int]) -> tuple[str, ...]:
    """A place in words: list entries are counted from 1 and carry their id when they have one."""
    words = []
    for part in path:
        document = cast("Any", document)[part]
        name = document.get("id") if isinstance(document, dict) else None
        if isinstance(part, str):
            words.append(part)
        else:
            words.append(f"nr {part + 1} ({name})" if isinstance(name, str) and name else f"nr {part + 1}")
    return tuple(words)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A broken rule of a schema: the rule's name, what it asks, what stands in the file."""

    rule: str
    wanted: Any
    found: Any
    schema: Mapping[str, Any]


def translate(file: str, document: object, error: "ValidationError") -> Iterator[Problem]:
    """One mistake in Dutch; missing and unknown fields are each named at their own place."""
    place = describe_place(document, error.absolute_path)
    mistake = Mistake(str(error.validator), error.validator_value, error.instance, cast("Any", error.schema))
    if mistake.rule == "required":
        missing = (key for key in mistake.wanted if key not in mistake.found)
        yield from (Problem(file, (*place, key), "ontbreekt; vul dit veld in") for key in missing)
    elif mistake.rule == "additionalProperties":
        known = mistake.schema["properties"]
        unknown = (key for key in mistake.found if key not in known)
        yield from (Problem(file, (*place, key), f"onbekend veld; {suggestion(key, known)}") for key in unknown)
    else:
        say = SAY_BY_RULE.get(mistake.rule)
        yield Problem(file, place, say(mistake) if say else "deze waarde kan niet; lees de uitleg in het schema")


def suggestion(key: str, known: Mapping[str, object]) -> str:
    """What to do about an unknown key: the known one that looks most like it, or remove it."""
    near = difflib.get_close_matches(key, known, n=1)
    return f"bedoelt u '{near[0]}'? Verbeter de naam" if near else "haal het weg of verbeter de naam"


def say_type(mistake: Mistake) -> str:
    """A value of the wrong kind; an empty field is the usual case."""
    wanted = DUTCH_BY_TYPE.get(mistake.wanted, str(mistake.wanted))
    if mistake.found is None:
        return f"is leeg; vul {wanted} in of haal het veld weg"
    if mistake.wanted == "string":
        return "moet tekst zijn; zet de waarde tussen aanhalingstekens"
    return f"moet {wanted} zijn; verbeter de waarde"


def say_enum(mistake: Mistake) -> str:
    """A value that is not one of the choices."""
    choices = ", ".join(str(choice) for choice in mistake.wanted)
    return f"'{mistake.found}' is geen keuze; kies uit: {choices}"


SAY_BY_RULE: dict[str, Callable[[Mistake], str]] = {
    "type": say_type,
    "enum": say_enum,
    "minLength": lambda broken: "is leeg; vul dit veld in",
    "maxLength": lambda broken: f"is te lang: {len(broken.found)} tekens; gebruik er hoogstens {broken.wanted}",
    "minItems": lambda broken: f"heeft te weinig regels; geef er minstens {broken.wanted}",
    "maxItems": lambda broken: f"heeft te veel regels; geef er hoogstens {broken.wanted}",
    "minimum": lambda broken: f"{broken.found} is te laag; kies minstens {broken.wanted}",
    "maximum": lambda broken: f"{broken.found} is te hoog; kies hoogstens {broken.wanted}",
    "pattern": lambda broken: f"'{broken.found}' heeft niet de goede vorm; {broken.schema['description']}",
    "format": lambda broken: f"'{broken.found}' is geen datum; schrijf jjjj-mm-dd",
    "uniqueItems": lambda broken: "hetzelfde staat er twee keer; haal er een weg",
}
