"""A body that does not fit is refused in words, whatever is in it; nothing of it is stored."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.requests import ClientDisconnect, Request
from starlette.testclient import TestClient

from questionnaire.store import Store
from service.bodies import MAX_BODY, MAX_CHANGES, read_body, read_changes
from service.refusals import RefusalError
from tests.service.conftest import NORM, NORMS, OWN, change, values
from tests.service.loops import run

ONE = change(NORM, "was", "tekst")


def post(browser: TestClient, assessment: str, body: Any, kind: str = "application/json") -> tuple[int, str]:
    response = browser.post(f"/antwoorden/{assessment}", content=body, headers={**OWN, "content-type": kind})
    error = response.json()["error"]
    assert error["message"].endswith(".")
    return response.status_code, error["code"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"changes=1",
        b"\xff\xfe",
        b"\xef\xbb\xbf{}",
        b'{"changes": NaN}',
        b'{"changes": -Infinity}',
        b"[" * 100_000,
        b'{"changes":' * 5_000,
        b"1" * 5_000,
        b'{"a": "\x00"}',
    ],
)
def test_what_is_no_json_is_told_as_such(browser: TestClient, assessment: str, body: bytes) -> None:
    assert post(browser, assessment, body) == (400, "not-json")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "application/jsonp"]
)
def test_a_form_of_another_site_is_no_json(browser: TestClient, store: Store, assessment: str, kind: str) -> None:
    assert post(browser, assessment, json.dumps({"changes": [ONE]}), kind) == (400, "not-json")
    assert values(store, assessment) == {}


MISFITS: list[Any] = [
    None,
    [],
    "tekst",
    {},
    {"changes": None},
    {"changes": {}},
    {"changes": []},
    {"changes": [ONE], "author": "iemand anders"},
    {"changes": [None]},
    {"changes": [[]]},
    {"changes": [{}]},
    {"changes": [ONE | {"origin": ["x.docx"]}]},
    {"changes": [{name: value for name, value in ONE.items() if name != "seen"}]},
    {"changes": [ONE | {"subject": 1}]},
    {"changes": [ONE | {"field": None}]},
    {"changes": [ONE | {"value": 3}]},
    {"changes": [ONE | {"value": ["a"]}]},
    {"changes": [ONE | {"seen": -1}]},
    {"changes": [ONE | {"seen": True}]},
    {"changes": [ONE | {"seen": 0.0}]},
    {"changes": [ONE | {"seen": "0"}]},
    {"changes": [ONE | {"seen": None}]},
    {"changes": [ONE | {"seen": 2**53}]},
    {"changes": [ONE | {"seen": 10**30}]},
    {"changes": [ONE | {"before": None}]},
    {"changes": [ONE | {"before": 1}]},
    {"changes": [ONE, ONE]},
    {"changes": [change(NORMS[number // 2], "was", "x") for number in range(4)]},
    {"changes": [ONE] * (MAX_CHANGES + 1)},
]


@pytest.mark.parametrize("content", MISFITS, ids=lambda content: json.dumps(content)[:60])
def test_what_does_not_fit_is_refused(browser: TestClient, store: Store, assessment: str, content: Any) -> None:
    assert post(browser, assessment, json.dumps(content)) == (422, "invalid")
    assert values(store, assessment) == {}


@pytest.mark.parametrize(
    "body",
    [
        b'{"changes": [], "changes": [%s]}',
        b'{"changes": [%s], "changes": [%s]}',
        b'{"changes": [{"seen": 0, "subject": "x", "subject": "y", "field": "was", "value": ""}]}',
    ],
)
def test_a_name_that_is_there_twice_is_refused(browser: TestClient, assessment: str, body: bytes) -> None:
    assert post(browser, assessment, body.replace(b"%s", json.dumps(ONE).encode())) == (422, "invalid")


def test_the_change_that_does_not_fit_is_named() -> None:
    with pytest.raises(RefusalError) as caught:
        read_changes(json.dumps({"changes": [ONE, change(NORM, "bewijs", "x", -1)]}).encode())
    assert caught.value.about == {"subject": NORM, "field": "bewijs"}


def test_as_much_as_is_allowed_is_saved(browser: TestClient, store: Store, assessment: str) -> None:
    fields = ("was", "bewijs")
    changes = [change(norm, field, "x") for norm in NORMS for field in fields][:MAX_CHANGES]
    response = browser.post(f"/antwoorden/{assessment}", json={"changes": changes}, headers=OWN)
    assert response.status_code == 200
    assert len(values(store, assessment)) == MAX_CHANGES


def test_too_much_is_refused_by_what_is_declared(browser: TestClient, assessment: str) -> None:
    assert post(browser, assessment, b" " * (MAX_BODY + 1)) == (413, "too-large")


def test_too_much_is_refused_before_all_of_it_was_read() -> None:
    read = []

    async def receive() -> dict[str, Any]:
        read.append(1)
        return {"type": "http.request", "body": b" " * 500_000, "more_body": True}

    with pytest.raises(RefusalError, match="hoogstens 2 MB"):
        run(read_body(request_of(receive)))
    assert len(read) == 5


def test_who_leaves_halfway_is_no_mistake_of_ours() -> None:
    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    with pytest.raises(ClientDisconnect):
        run(read_body(request_of(receive)))


def request_of(receive: Any) -> Request:
    headers = [(b"content-type", b"application/json"), (b"content-length", b"wat")]
    return Request({"type": "http", "method": "POST", "headers": headers}, receive)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
LIKE_A_CHANGE = st.fixed_dictionaries(
    {
        "subject": st.sampled_from([NORM, "actie:aB3_-x90", "rapportgegevens"]) | st.text(max_size=90),
        "field": st.sampled_from(["was", "niveau", "wat", "kenmerk"]) | st.text(max_size=30),
        "value": st.text(max_size=200) | JSON,
        "seen": st.integers(-2, 2**70) | JSON,
    },
    optional={"before": st.text(max_size=20) | JSON},
)


@settings(derandomize=True, deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(content=JSON | st.fixed_dictionaries({"changes": JSON | st.lists(LIKE_A_CHANGE, max_size=4)}))
def test_whatever_is_thrown_at_it_is_answered_in_words(browser: TestClient, assessment: str, content: Any) -> None:
    body = json.dumps(content)
    response = browser.post(
        f"/antwoorden/{assessment}", content=body, headers={**OWN, "content-type": "application/json"}
    )
    assert response.status_code in (200, 400, 409, 422), response.text
    assert set(response.json()) == ({"saved"} if response.status_code == 200 else {"error"})
