"""An assessment as one JSON file, out and in. Pure: no store, no clock.

The file holds the answers as they stand. The history (who saved what, when) is not part of it: that stays with the
store it was made in. The format is described by reference/zelfbeoordeling.schema.json.
"""

import json
from collections.abc import Collection, Iterator
from datetime import UTC
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError

from questionnaire.errors import InvalidInputError
from questionnaire.exchange.parsing import MOST_PROBLEMS_SOUGHT, cleaned, not_too_deep, parsed, refusal, refuse
from questionnaire.exchange.plan import FILE, plan_problems, plan_values, read_actions, read_process, round_values
from questionnaire.loading.problem import Problem
from questionnaire.loading.schema import place_key, translate, validator
from questionnaire.model.assessment import Answer, AnswerField, Assessment
from questionnaire.model.base import FIRST_LIST
from questionnaire.model.questionnaire import Questionnaire, other_list

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

SCHEMA_NAME = "was-wordt/zelfbeoordeling"
SCHEMA_VERSION = 4
"""Newest version; 2 added "gegevens", 3 the plan and the round, 4 the list, which always stands in it.

Older versions stay readable (decision 0010).
"""
SCHEMA_FILE = Path(__file__).parents[1] / "reference" / "zelfbeoordeling.schema.json"
KEY_BY_FIELD = {
    "id": "id",
    "organisation": "organisatie",
    "depth": "diepte",
    "reference_date": "peildatum",
    "list_id": "lijst",
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
    """
    particulars = assessment.particulars.filled()
    known = [norm.id for norm in questionnaire.norms]
    others = [norm_id for norm_id in assessment.answers if norm_id not in questionnaire.norm_by_id]
    document = {
        "schema": SCHEMA_NAME,
        "schemaversie": SCHEMA_VERSION,
        "id": assessment.id,
        "gemaakt_op": assessment.created_at.astimezone(UTC).isoformat(),
        "lijst": assessment.list_id,
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
    return json.dumps(cleaned(document), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def from_json(data: bytes | str, questionnaire: Questionnaire, *, earlier: Collection[str] = ()) -> Assessment:
    """Read a file that `to_json` wrote, with `questionnaire` as the full content; texts are cleaned.

    `earlier` are ids of norms and sections that are asked no more; what was filled in there stays readable. A file
    of another version of the content is refused: `versions.opening` reads those that this product knows.

    Raises:
        InvalidInputError: The file cannot be used. The message has one line per problem, in Dutch: its place, what
            is wrong and what to do.
    """
    with not_too_deep():
        return read_document(cleaned(parsed(data)), questionnaire, earlier)


def read_document(document: object, questionnaire: Questionnaire, earlier: Collection[str]) -> Assessment:
    """As `from_json`, of a file that is parsed and cleaned already."""
    _refuse_foreign(document, questionnaire)
    problems = chain(_schema_problems(document), plan_problems(document, questionnaire, earlier))
    refuse(list(islice(problems, MOST_PROBLEMS_SOUGHT)))
    return _assessment(cast("dict[str, Any]", document))


def _heading(norm_id: str, questionnaire: Questionnaire) -> dict[str, str]:
    norm = questionnaire.norm_by_id.get(norm_id)
    return {"code": norm.code, "titel": norm.title} if norm else {}


def _filled_fields(answer: Answer) -> dict[str, str]:
    return {field.value: answer.value(field) for field in AnswerField if answer.value(field)}


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
    found = document.get("lijst", FIRST_LIST)
    if isinstance(found, str) and found != questionnaire.id:
        raise InvalidInputError(f"{FILE} > lijst: {other_list(found, questionnaire)}")
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
        raise refusal([_model_problem(mistake["loc"]) for mistake in error.errors()]) from error


def _model_problem(location: tuple[int | str, ...]) -> Problem:
    first, *rest = location
    place = (KEY_BY_FIELD.get(str(first), str(first)), *map(str, rest))
    return Problem(FILE, place, "deze waarde kan niet; verbeter haar")
