"""Only this computer, and only our own pages, may use the addresses."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from questionnaire.store import Store
from questionnaire.versions.history import content_of
from service.routes import routes
from tests.service.conftest import HOST, NORM, OWN, VISITOR, browser_of, change, save, values

BODY = {"changes": [change(NORM, "was", "tekst")]}
FORGED = [
    pytest.param({"origin": "https://evil.example"}, id="another site"),
    pytest.param({"origin": "http://localhost:8502"}, id="another port"),
    pytest.param({"origin": "https://localhost:8501"}, id="another scheme"),
    pytest.param({"origin": "http://127.0.0.1:8501"}, id="another name of this computer"),
    pytest.param({"origin": "http://localhost:8501.evil.example"}, id="our name before theirs"),
    pytest.param({"origin": "null"}, id="a page without an origin"),
    pytest.param({"origin": ""}, id="an empty origin"),
    pytest.param({"sec-fetch-site": "cross-site"}, id="the browser says another site"),
    pytest.param({"sec-fetch-site": "same-site"}, id="the browser says another port"),
    pytest.param({"host": "evil.example"}, id="their name for our address"),
    pytest.param({"host": "evil.example", "origin": "http://evil.example"}, id="both theirs"),
    pytest.param({"host": ""}, id="no host"),
    pytest.param({"x-forwarded-for": "10.0.0.5"}, id="passed on"),
    pytest.param({"forwarded": "for=127.0.0.1"}, id="passed on, in one word"),
    pytest.param({"x-real-ip": "127.0.0.1"}, id="passed on by a proxy"),
]


@pytest.mark.parametrize("headers", FORGED)
def test_who_does_not_come_from_our_own_page_is_refused(
    browser: TestClient, store: Store, assessment: str, headers: dict[str, str]
) -> None:
    for response in (
        browser.post(f"/antwoorden/{assessment}", json=BODY, headers=OWN | headers),
        browser.get(f"/antwoorden/{assessment}", headers=headers),
        browser.get(f"/antwoorden/{assessment}/geschiedenis/{NORM}", headers=headers),
    ):
        assert (response.status_code, response.json()["error"]["code"]) == (403, "foreign")
    assert values(store, assessment) == {}


@pytest.mark.parametrize(
    "headers", [{}, {"x-was-wordt": ""}, {"x-was-wordt": "0"}, {"x-was-wordt": "true"}, {"x-was-wordt": "1, 1"}]
)
def test_a_save_without_our_own_header_is_refused(
    browser: TestClient, store: Store, assessment: str, headers: dict[str, str]
) -> None:
    response = browser.post(f"/antwoorden/{assessment}", json=BODY, headers=headers)
    assert (response.status_code, response.json()["error"]["code"]) == (403, "foreign")
    assert values(store, assessment) == {}


@pytest.mark.parametrize("name", ["host", "origin", "sec-fetch-site", "x-was-wordt"])
def test_a_header_that_is_there_twice_is_refused(browser: TestClient, assessment: str, name: str) -> None:
    own = {"host": "localhost:8501", "origin": HOST, "sec-fetch-site": "same-origin", **OWN}
    response = browser.post(f"/antwoorden/{assessment}", json=BODY, headers=[*own.items(), (name, own[name])])
    assert (response.status_code, response.json()["error"]["code"]) == (403, "foreign")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": HOST, "sec-fetch-site": "same-origin"},
        {"origin": "HTTP://LOCALHOST:8501"},
        {"sec-fetch-site": "none"},
        {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501"},
        {"host": "[::1]:8501", "origin": "http://[::1]:8501"},
    ],
)
def test_our_own_pages_are_served(browser: TestClient, assessment: str, headers: dict[str, str]) -> None:
    assert save(browser, assessment, change(NORM, "was", "tekst"), **headers).status == 200


@pytest.mark.parametrize(
    ("client", "address"),
    [(("10.0.0.5", 1), "127.0.0.1"), (VISITOR, "0.0.0.0"), (VISITOR, ""), (VISITOR, None)],  # noqa: S104
)
def test_another_computer_is_refused(
    store: Store, assessment: str, client: tuple[str, int], address: str | None
) -> None:
    addresses = routes(lambda: store, content_of, server_address=lambda: address, made={"normen": lambda _: b"[]"})
    with TestClient(Starlette(routes=addresses), base_url=HOST, client=client) as browser:
        for path in (
            f"/antwoorden/{assessment}",
            "/antwoorden.openapi.json",
            "/normen/0/a.json",
        ):
            assert browser.get(path).status_code == 403
        assert save(browser, assessment, change(NORM, "was", "tekst")).told == (403, "foreign")
    assert values(store, assessment) == {}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_do_nothing_and_no_other_site_is_let_in(
    app: Starlette, assessment: str, method: str
) -> None:
    with browser_of(app) as browser:
        response = browser.request(method, f"/antwoorden/{assessment}", headers={"origin": "https://evil.example"})
    assert response.status_code == 405
    assert "access-control-allow-origin" not in response.headers
