"""What came after an event, who else is looking, how far it is, and the history of one subject."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from questionnaire.model.assessment import Depth
from questionnaire.store import Store
from tests.service.conftest import NORM, NORMS, Clock, app_of, ask, browser_of, change, save, settled

QUIET = {
    "latest": 0,
    "events": [],
    "details": "volledig|concept|2026.1",
    "particulars": {},
    "particularsAt": None,
    "looking": [],
    "progress": None,
}


def test_without_news_there_is_nothing(browser: TestClient, assessment: str) -> None:
    assert ask(browser, assessment).content == QUIET


def test_what_came_after_an_event_is_told_once_with_the_newest_of_each_field(
    app: Starlette, browser: TestClient, clock: Clock, assessment: str
) -> None:
    (first,) = save(browser, assessment, change(NORM, "was", "een")).saved
    clock.later(1.5)
    with browser_of(app, "Els") as els:
        (second,) = save(els, assessment, change(NORM, "was", "BSN 111222333", first["event"])).saved
    news = ask(browser, assessment, after=first["event"]).content
    assert news["events"] == [{**second, "author": "Els"}]
    assert second["at"] == "2026-03-01T12:00:01.500Z"
    assert second["warnings"]
    assert news["latest"] == second["event"]
    assert ask(browser, assessment, after=0).content["events"] == news["events"]
    assert ask(browser, assessment, after=news["latest"]).content == {**QUIET, "latest": news["latest"]}


def test_a_browser_that_knows_more_than_there_is_hears_where_it_stands(
    browser: TestClient, assessment: str
) -> None:
    save(browser, assessment, change(NORM, "was", "een"))
    assert ask(browser, assessment, after=900).content["latest"] == 1


def test_the_whole_page_and_the_particulars_are_told(browser: TestClient, store: Store, assessment: str) -> None:
    save(browser, assessment, change("rapportgegevens", "kenmerk", "Z-1", before=""))
    store.set_depth(assessment, Depth.CORE, author="")
    news = ask(browser, assessment).content
    assert news["details"] == "kern|concept|2026.1"
    assert (news["particulars"], news["particularsAt"]) == ({"kenmerk": "Z-1"}, "2026-03-01T12:00:00.000Z")
    assert ask(browser, settled(store)).content["details"] == "volledig|vastgesteld|2026.1"


def test_progress_is_told_when_it_is_asked(browser: TestClient, assessment: str) -> None:
    save(
        browser,
        assessment,
        change(NORMS[0], "niveau", "soms"),
        change(NORMS[1], "niveau", "weet-ik-niet"),
        change(NORMS[2], "herbevestigen", "ja"),
        change(NORMS[3], "herbevestigen", "ja"),
    )
    save(browser, assessment, change(NORMS[3], "herbevestigen", "", 4))
    progress = ask(browser, assessment, progress=1).content["progress"]
    assert (progress["value"], progress["max"]) == (2, len(NORMS))
    assert progress["lines"] == [
        f"2 van {len(NORMS)} normen ingevuld",
        f"nog {len(NORMS) - 2} te doen · 1 keer ‘weet ik niet’",
        "nog 1 van 2 te herbevestigen",
    ]
    assert progress["counts"]["stap-1"].startswith("2/")
    assert ask(browser, assessment, progress=0).content["progress"] is None


@pytest.mark.parametrize(
    "query",
    [
        "after=",
        "after=-1",
        "after=1.5",
        "after=x",
        "after=9007199254740992",
        "after=99999999999999999999",
        "after=1&after=2",
        "after=\u0661",
        "page=../x",
        "page=" + "x" * 81,
        "viewer=<b>",
        "viewer=" + "x" * 65,
        "progress=2",
    ],
)
def test_a_question_that_does_not_fit_is_refused(browser: TestClient, assessment: str, query: str) -> None:
    response = browser.get(f"/antwoorden/{assessment}?{query}")
    assert (response.status_code, response.json()["error"]["code"]) == (422, "invalid")


# Who is looking


def test_others_on_the_same_page_are_named_whatever_process_serves_them(
    app: Starlette, url: str, clock: Clock, modules: Path, assessment: str
) -> None:
    second = Store.open(url, clock=clock)
    with browser_of(app, "Jan") as jan, browser_of(app_of(second, modules), "Els") as els:
        assert ask(jan, assessment, page="stap-1", viewer="a").content["looking"] == []
        assert ask(els, assessment, page="stap-1", viewer="b").content["looking"] == ["Jan"]
        assert ask(jan, assessment, page="stap-1", viewer="a").content["looking"] == ["Els"]
        assert ask(els, assessment, page="stap-2", viewer="b").content["looking"] == []
        assert ask(jan, assessment, page="stap-1", viewer="a").content["looking"] == []
        assert ask(jan, assessment, viewer="a").content["looking"] == []
    second.close()


def test_who_gave_no_name_is_not_named(app: Starlette, assessment: str) -> None:
    with browser_of(app) as nobody, browser_of(app, "Els") as els:
        ask(nobody, assessment, page="stap-1", viewer="a")
        assert ask(els, assessment, page="stap-1", viewer="b").content["looking"] == []


def test_news_goes_on_when_somebody_is_writing(app: Starlette, store: Store, assessment: str) -> None:
    with browser_of(app, "Jan") as jan, store._database.writing():
        assert ask(jan, assessment, page="stap-1", viewer="a").content == QUIET


# History


def test_history_is_told_newest_first(app: Starlette, clock: Clock, assessment: str) -> None:
    with browser_of(app, "Els") as browser:
        (first,) = save(browser, assessment, change(NORM, "was", "een")).saved
        clock.later(60)
        (second,) = save(browser, assessment, change(NORM, "was", "", first["event"])).saved
        found = browser.get(f"/antwoorden/{assessment}/geschiedenis/{NORM}").json()["events"]
    assert found == [{**each, "author": "Els", "origin": ""} for each in (second, first)]


@pytest.mark.parametrize(
    ("subject", "status"),
    [(NORMS[1], 200), ("actie:aB3_-x90", 200), ("actie:x", 422), ("a%00b", 422), ("x" * 81, 422)],
)
def test_a_subject_without_history_or_that_cannot_be(
    browser: TestClient, assessment: str, subject: str, status: int
) -> None:
    response = browser.get(f"/antwoorden/{assessment}/geschiedenis/{subject}")
    assert response.status_code == status
    assert status == 422 or response.json() == {"events": []}
    assert browser.get(f"/antwoorden/onbekend/geschiedenis/{NORM}").status_code == 404
