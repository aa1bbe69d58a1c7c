"""An assessment as one JSON file, out and in. Pure: no store, no clock.

The file holds the answers as they stand. The history (who saved what, when) is not part of it: that stays with the
store it was made in. The format is described by reference/zelfbeoordeling.schema.json.
"""

import json
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from questionnaire.errors import InvalidInputError
from questionnaire.exchange.plan import FILE, plan_problems, plan_values, read_actions, read_process, round_values
from questionnaire.loading.problem import Problem
from questionnaire.loading.schema import place_key, translate, validator
from questionnaire.model.assessment import PRESENT_FIELDS, Answer, AnswerField, Assessment
from questionnaire.model.cleaning import clean
from questionnaire.model.questionnaire import Questionnaire

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

SCHEMA_NAME = "was-wordt/zelfbeoordeling"
SCHEMA_VERSION = 3
"""Newest version; 2 added "gegevens", 3 the plan and the round. Older versions stay readable (decision 0010)."""
SCHEMA_FILE = Path(__file__).parents[1] / "reference" / "zelfbeoordeling.schema.json"
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
KEY_BY_FIELD = {
    "id": "id",
    "organisation": "organisatie",
    "depth": "diepte",
    "reference_date": "peildatum",
    "content_version": "inhoudsversie",
    "created_at": "gemaakt_op",
    "round": "ronde",
    "previous": "vorige",
    "status": "status",
    "settlement": "vaststelling",
    "particulars": "gegevens",
    "answers": "antwoorden",
}
"""Where each part of an Assessment stands in the file."""


def to_json(assessment: Assessment, questionnaire: Questionnaire) -> str:
    """The file's text, cleaned, with only what was filled in; norms in content order.

    `questionnaire` adds each norm's code and title for human readers; answers to norms it does not know are kept.
    The file is of the lowest version in which it fits, so that an older product reads it too.
    """
    particulars = assessment.particulars.filled()
    known = [norm.id for norm in questionnaire.norms]
    others = [norm_id for norm_id in assessment.answers if norm_id not in questionnaire.norm_by_id]
    document = {
        "schema": SCHEMA_NAME,
        "schemaversie": _lowest_version(assessment),
        "id": assessment.id,
        "gemaakt_op": assessment.created_at.astimezone(UTC).isoformat(),
        "inhoudsversie": assessment.content_version,
        "organisatie": assessment.organisation.model_dump(mode="json", by_alias=True),
        "diepte": assessment.depth.value,
        "peildatum": assessment.reference_date.isoformat(),
        **round_values(assessment),
        **({"gegevens": particulars} if particulars else {}),
        "antwoorden": {
            norm_id: {**_heading(norm_id, questionnaire), **_filled_fields(assessment.answer(norm_id))}
            for norm_id in known + others
            if not assessment.answer(norm_id).is_empty
        },
        **plan_values(assessment),
    }
    return json.dumps(_cleaned(document), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _lowest_version(assessment: Assessment) -> int:
    """The version that first had a place for all that was filled in."""
    planned = any(
        answer.value(field)
        for answer in assessment.answers.values()
        for field in AnswerField
        if field not in PRESENT_FIELDS
    )
    if planned or round_values(assessment) or plan_values(assessment):
        return 3
    return 2 if assessment.particulars.filled() else 1


def from_json(data: bytes | str, questionnaire: Questionnaire, *, earlier: Collection[str] = ()) -> Assessment:
    """Read a file that `to_json` wrote, with `questionnaire` as the full content; texts are cleaned.

    `earlier` are ids of norms and sections that are asked no more; what was filled in there stays readable.

    Raises:
        InvalidInputError: The file cannot be used. The message has one line per problem, in Dutch: its place, what
            is wrong and what to do.
    """
    with _not_too_deep():
        document = _cleaned(_parse(data))
        _refuse_foreign(document, questionnaire)
        problems = chain(_schema_problems(document), plan_problems(document, questionnaire, earlier))
        _refuse(list(islice(problems, MOST_PROBLEMS_SOUGHT)))
        return _assessment(document)


def _heading(norm_id: str, questionnaire: Questionnaire) -> dict[str, str]:
    norm = questionnaire.norm_by_id.get(norm_id)
    return {"code": norm.code, "titel": norm.title} if norm else {}


def _filled_fields(answer: Answer) -> dict[str, str]:
    return {field.value: answer.value(field) for field in AnswerField if answer.value(field)}


def _cleaned(value: Any) -> Any:  # noqa: ANN401 (JSON has no narrower type)
    """The same JSON value with every text cleaned; keys stay as they are."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(entry) for key, entry in value.items()}
    return [_cleaned(entry) for entry in value] if isinstance(value, list) else value


def _parse(data: bytes | str) -> object:
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
    _refuse(problems)
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


def _refuse_foreign(document: object, questionnaire: Questionnaire) -> None:
    """Stop at a file of another kind or version: its other problems would only mislead."""
    if not isinstance(document, dict) or document.get("schema") != SCHEMA_NAME:
        raise InvalidInputError(
            f"{FILE} > schema: dit is geen zelfbeoordeling. Kies een bestand dat met dit programma is bewaard."
        )
    version = document.get("schemaversie")
    if type(version) is not int or version < 1:
        raise InvalidInputError(f"{FILE} > schemaversie: is geen versienummer. Vul {SCHEMA_VERSION} in.")
    if version > SCHEMA_VERSION:
        raise InvalidInputError(
            f"{FILE} > schemaversie: {version} is nieuwer dan dit programma kent ({SCHEMA_VERSION}). "
            "Werk het programma bij."
        )
    content = document.get("inhoudsversie")
    if isinstance(content, str) and content and content != questionnaire.version:
        raise InvalidInputError(
            f"{FILE} > inhoudsversie: de antwoorden horen bij versie {content[:40]} van de vragenlijst, "
            f"en dit programma heeft versie {questionnaire.version}. Gebruik een programma met die versie."
        )


@cache
def _validator() -> "Draft202012Validator":
    return validator(SCHEMA_FILE)


def _schema_problems(document: object) -> Iterator[Problem]:
    errors = islice(_validator().iter_errors(document), MOST_PROBLEMS_SOUGHT)
    for error in sorted(errors, key=lambda error: place_key(error.absolute_path)):
        yield from translate(FILE, document, error)


def _assessment(document: dict[str, Any]) -> Assessment:
    """Make the models of a document that fits the schema; they still know a thing or two better (30 February)."""
    values = {name: document[key] for name, key in KEY_BY_FIELD.items() if key in document}
    values["answers"] = {
        norm_id: {key: value for key, value in fields.items() if value and key not in ("code", "titel")}
        for norm_id, fields in document["antwoorden"].items()
    }
    values["answers"] = {norm_id: fields for norm_id, fields in values["answers"].items() if fields}
    values |= {"actions": read_actions(document), "process": read_process(document)}
    try:
        return Assessment.model_validate(values)
    except ValidationError as error:
        raise _refusal([_model_problem(mistake["loc"]) for mistake in error.errors()]) from error


def _model_problem(location: tuple[int | str, ...]) -> Problem:
    first, *rest = location
    place = (KEY_BY_FIELD.get(str(first), str(first)), *map(str, rest))
    return Problem(FILE, place, "deze waarde kan niet; verbeter haar")


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise _refusal(problems)


def _refusal(problems: list[Problem]) -> InvalidInputError:
    """The problems in words: not more of them, and none longer, than somebody can read."""
    lines = [clean(str(problem)).replace("\n", " ")[:LONGEST_PROBLEM] for problem in problems[:MOST_PROBLEMS_TOLD]]
    if len(problems) > MOST_PROBLEMS_TOLD:
        more = " of meer" if len(problems) >= MOST_PROBLEMS_SOUGHT else ""
        lines.append(f"En nog {len(problems) - MOST_PROBLEMS_TOLD}{more} andere. Verbeter eerst deze.")
    return InvalidInputError("\n".join(lines))


@contextmanager
def _not_too_deep() -> Iterator[None]:
    try:
        yield
    except RecursionError:
        raise InvalidInputError(
            f"{FILE}: de velden zijn te diep genest. Dit is geen zelfbeoordeling. "
            "Kies een bestand dat met dit programma is bewaard."
        ) from None
