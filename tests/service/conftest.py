"""A store with an assessment, and a browser on this computer that asks the addresses."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Depth, Organisation, OrganisationKind
from questionnaire.model.settlement import Settlement
from questionnaire.store import Store
from questionnaire.versions.history import content_of
from service.locality import why_not
from service.modules import routes as module_routes
from service.routes import routes

ORGANISATION = Organisation(kind=OrganisationKind.EXAMPLE, name="Voorbeeldgemeente")
DAY = date(2026, 3, 1)
HOST = "http://localhost:8501"
VISITOR = ("127.0.0.1", 50_000)
OWN = {"x-was-wordt": "1"}
NORMS = [norm.id for norm in questionnaire().norms]
NORM = NORMS[0]


class Clock:
    """Goes on only when a test says so."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'antwoorden.db'}"


@pytest.fixture
def store(url: str, clock: Clock) -> Iterator[Store]:
    store = Store.open(url, clock=clock)
    yield store
    store.close()


@pytest.fixture
def assessment(store: Store) -> str:
    return new_assessment(store)


def new_assessment(store: Store) -> str:
    return store.create(ORGANISATION, Depth.FULL, DAY, questionnaire().version)


def settled(store: Store) -> str:
    found = new_assessment(store)
    settlement = Settlement.of(role="college", day=DAY)
    made_from = store.load(found).assessment
    store.settling.settle(found, settlement, b"rapport", "rapport.docx", made_from=made_from, author="")
    return found


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    folder = tmp_path / "browser"
    folder.mkdir()
    return folder


@pytest.fixture
def app(store: Store, modules: Path) -> Starlette:
    return app_of(store, modules)


def app_of(store: Store, modules: Path) -> Starlette:
    addresses = routes(
        lambda: store,
        content_of,
        server_address=lambda: "127.0.0.1",
        made={"normen": {"stap-1.json": b"[1]"}.get},
    )
    return Starlette(routes=[*addresses, *module_routes({"kaarten": modules}, partial(why_not, "127.0.0.1"))])


@pytest.fixture
def browser(app: Starlette) -> Iterator[TestClient]:
    with browser_of(app) as browser:
        yield browser


def browser_of(app: Starlette, name: str = "") -> TestClient:
    """A browser that keeps `name` in its cookie, encoded."""
    cookies = {"was_wordt_naam": name} if name else {}
    return TestClient(app, base_url=HOST, client=VISITOR, cookies=cookies, raise_server_exceptions=False)


def change(subject: str, field: str, value: str, seen: int = 0, **more: Any) -> dict[str, Any]:
    return {"subject": subject, "field": field, "value": value, "seen": seen, **more}


class Answered:
    """What came back: a status and JSON."""

    def __init__(self, status: int, content: Any) -> None:
        self.status = status
        self.content = content

    @property
    def saved(self) -> list[dict[str, Any]]:
        assert self.status == 200, self.content
        found: list[dict[str, Any]] = self.content["saved"]
        return found

    @property
    def error(self) -> dict[str, Any]:
        found: dict[str, Any] = self.content["error"]
        return found

    @property
    def told(self) -> tuple[int, str]:
        """Status and code of a refusal."""
        assert self.error["message"].endswith(".")
        return self.status, self.error["code"]


def save(browser: TestClient, assessment: str, *changes: dict[str, Any], **headers: str) -> Answered:
    response = browser.post(
        f"/antwoorden/{assessment}",
        json={"changes": list(changes)},
        headers={**OWN, **{name.replace("_", "-"): value for name, value in headers.items()}},
    )
    assert response.headers["cache-control"] == "no-store"
    return Answered(response.status_code, response.json())


def ask(browser: TestClient, assessment: str, **question: str | int) -> Answered:
    response = browser.get(f"/antwoorden/{assessment}", params=question)
    assert response.headers["cache-control"] == "no-store"
    return Answered(response.status_code, response.json())


def values(store: Store, assessment: str) -> dict[tuple[str, str], str]:
    """All that is stored, read from the events themselves."""
    return {
        (event.norm_id, event.field.value): event.value
        for event in store.changes_after(assessment, 0)
        if event.value
    }
