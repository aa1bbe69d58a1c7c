"""The description of the address is what the address does: thrown at it at random, by a tool that reads it."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from jsonschema import Draft202012Validator
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from questionnaire.example import EXAMPLE_ID
from questionnaire.store import Store
from service.refusals import STATUS_BY_CODE
from service.routes import DESCRIPTION
from tests.service.conftest import HOST, NORMS, VISITOR, app_of, new_assessment, settled

ANSWERS = "/antwoorden/{assessment}"
MET = {
    (ANSWERS, "POST"): ({200, 404, 422}, {403, 404, 422}),
    (ANSWERS, "GET"): ({200, 404}, {404, 422}),
    (f"{ANSWERS}/geschiedenis/{{subject}}", "GET"): ({200, 404}, {404, 422}),
}
"""What comes back at least: to what fits the description, and to what does not."""
EXAMPLES = 40
CHECKS = [
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
CONTRACT = Path(__file__).parents[2] / "app_pages" / "cards" / "browser" / "contract.d.ts"


def described() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(DESCRIPTION.read_text("utf-8"))
    return found


class FromHere:
    """The app as a browser on this computer meets it; the tool comes from nowhere."""

    def __init__(self, app: Starlette) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope = {**scope, "client": VISITOR}
        await self.app(scope, receive, send)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Starlette, dict[str, Any]]]:
    """The app, and its description with names that exist: made up ones are refused at the first check."""
    folder = tmp_path_factory.mktemp("adres")
    store = Store.open(f"sqlite:///{folder / 'antwoorden.db'}")
    known = [new_assessment(store), settled(store), EXAMPLE_ID, "onbekend"]
    yield app_of(store, folder), with_names(known)
    store.close()


def with_names(assessments: list[str]) -> dict[str, Any]:
    found = copy.deepcopy(described())
    found["components"]["parameters"]["assessment"]["schema"] = {"type": "string", "enum": assessments}
    change = found["components"]["schemas"]["Change"]
    kinds = {
        ("was", "bewijs", "niveau", "ambitie"): NORMS[:3],
        ("wat", "datum", "normen"): ["actie:aB3_-x90", "proces:stap-3:aB3_-x90"],
        ("kenmerk", "versie"): ["rapportgegevens"],
    }
    found["components"]["schemas"]["Change"] = {
        "oneOf": [change | {"properties": named(change["properties"], *each)} for each in kinds.items()]
    }
    return found


def named(properties: dict[str, Any], fields: tuple[str, ...], subjects: list[str]) -> dict[str, Any]:
    """The parts of a change of one kind; a browser that saw nothing yet is what is met most."""
    return properties | {
        "field": {"enum": list(fields)},
        "subject": {"enum": subjects},
        "seen": {"enum": [0, 1, 7]},
    }


@pytest.mark.parametrize("fits", [True, False], ids=["fits", "does not fit"])
@pytest.mark.parametrize(("path", "method"), list(MET))
def test_nothing_comes_back_that_is_not_described(
    served: tuple[Starlette, dict[str, Any]], path: str, method: str, fits: bool
) -> None:
    app, description = served
    schema = schemathesis.openapi.from_dict(description)
    schema.app = FromHere(app)
    mode = schemathesis.GenerationMode.POSITIVE if fits else schemathesis.GenerationMode.NEGATIVE
    checks = CHECKS if fits else [*CHECKS, negative_data_rejection]
    met: set[int] = set()

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=schema[path][method].as_strategy(generation_mode=mode))
    def throw(case: schemathesis.Case[Any]) -> None:
        response = case.call(base_url=HOST)
        met.add(response.status_code)
        assert response.status_code < 500
        case.validate_response(response, checks=checks)

    throw()
    assert met >= MET[path, method][0 if fits else 1]


def test_the_description_is_served(browser: TestClient) -> None:
    response = browser.get("/antwoorden.openapi.json")
    assert response.headers["content-type"] == "application/json"
    assert response.json() == described()


def test_the_description_its_examples_and_the_contract_agree() -> None:
    description = described()
    for schema in description["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    told = {answer["content"]["application/json"]["example"]["error"]["code"] for answer in refusals(description)}
    refusal = CONTRACT.read_text("utf-8").partition("interface Refusal")[2].partition("message:")[0]
    in_contract = {code: int(status) for code, status in re.findall(r'"([a-z-]+)";? // (\d+)', refusal)}
    assert told == set(STATUS_BY_CODE)
    assert in_contract == STATUS_BY_CODE
    for schema, example in examples(description):
        Draft202012Validator({**schema, "components": description["components"]}).validate(example)


def refusals(description: dict[str, Any]) -> list[dict[str, Any]]:
    return list(description["components"]["responses"].values())


def examples(description: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Any]]:
    """Every example with the schema that it is an example of."""
    operations = [each for path in description["paths"].values() for each in path.values() if "responses" in each]
    bodies = [each["responses"]["200"] for each in operations] + refusals(description)
    bodies += [each["requestBody"] for each in operations if "requestBody" in each]
    for body in bodies:
        content = body["content"]["application/json"]
        yield content["schema"], content["example"]
