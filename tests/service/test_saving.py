"""Saving through the address: durable and whole, or refused in words; never over what somebody else saved."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from questionnaire.example import EXAMPLE_ID
from questionnaire.model.assessment import Level
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.store import StorageError, Store
from tests.service.conftest import (
    NORM,
    NORMS,
    Clock,
    app_of,
    ask,
    browser_of,
    change,
    new_assessment,
    save,
    settled,
    values,
)

ACTION = "actie:aB3_-x90"
STEP = "proces:stap-3:aB3_-x90"
PARTICULARS = "rapportgegevens"
AT_NOON = "2026-03-01T12:00:00.000Z"


@pytest.fixture
def other(url: str, clock: Clock, modules: Path) -> Iterator[TestClient]:
    """Somebody else, served by another process as it were: a store of its own on the same database."""
    store = Store.open(url, clock=clock)
    with browser_of(app_of(store, modules), "Els") as browser:
        yield browser
    store.close()


def test_what_is_saved_comes_back_cleaned_and_is_there(browser: TestClient, store: Store, assessment: str) -> None:
    answered = save(
        browser,
        assessment,
        change(NORM, "was", "een\r\ntwee\x00"),
        change(NORM, "niveau", "soms"),
        change(ACTION, "wat", "Begin"),
        change(STEP, "plaats", "1"),
    )
    common = {"at": AT_NOON, "warnings": []}
    assert answered.saved == [
        {"subject": NORM, "field": "was", "value": "een\ntwee", "event": 1, **common},
        {"subject": NORM, "field": "niveau", "value": "soms", "event": 2, **common},
        {"subject": ACTION, "field": "wat", "value": "Begin", "event": 3, **common},
        {"subject": STEP, "field": "plaats", "value": "1", "event": 4, **common},
    ]
    answer = store.load(assessment).assessment.answer(NORM)
    assert (answer.practice, answer.level) == ("een\ntwee", Level.SOMETIMES)


def test_half_a_sign_is_dropped_and_the_rest_of_the_text_is_kept(
    browser: TestClient, store: Store, assessment: str
) -> None:
    body = '{"changes": [{"subject": "%s", "field": "was", "value": "a\\ud83d b", "seen": 0}]}' % NORM  # noqa: UP031
    headers = {"x-was-wordt": "1", "content-type": "application/json; charset=utf-8"}
    assert browser.post(f"/antwoorden/{assessment}", content=body, headers=headers).status_code == 200
    assert values(store, assessment) == {(NORM, "was"): "a b"}


def test_a_repeat_is_answered_the_same_and_adds_nothing(
    browser: TestClient, store: Store, clock: Clock, assessment: str
) -> None:
    first = save(browser, assessment, change(NORM, "was", "tekst"))
    clock.later(60)
    assert save(browser, assessment, change(NORM, "was", "tekst")).saved == first.saved
    assert len(store.history(assessment, NORM)) == 1


def test_the_name_in_the_cookie_is_kept_with_the_change(app: Starlette, store: Store, assessment: str) -> None:
    with browser_of(app, "J%C3%A9r%C3%B4me%20%F0%9F%91%8B%00" + "x" * 100) as browser:
        save(browser, assessment, change(NORM, "was", "tekst"))
    (event,) = store.history(assessment, NORM)
    assert event.author == ("Jérôme 👋" + "x" * 100)[:80]


def test_a_text_about_a_resident_is_saved_with_a_warning(browser: TestClient, assessment: str) -> None:
    told = [
        save(browser, assessment, change(NORM, "was", "BSN 111222333")).saved[0]["warnings"],
        save(browser, assessment, change(ACTION, "datum", "2005-03-01")).saved[0]["warnings"],
    ]
    sentence = (
        "Deze tekst lijkt een burgerservicenummer (BSN) te bevatten. "
        "Haal gegevens van inwoners weg: deze lijst gaat over werkprocessen."
    )
    assert told == [[sentence], []]


def test_of_a_field_that_somebody_else_changed_theirs_stays_and_is_told(
    browser: TestClient, other: TestClient, store: Store, assessment: str
) -> None:
    (theirs,) = save(other, assessment, change(NORM, "was", "van Els")).saved
    answered = save(browser, assessment, change(NORM, "was", "van mij"))
    assert answered.told == (409, "conflict")
    assert {name: answered.error[name] for name in ("subject", "field", "theirs", "event", "author", "at")} == {
        "subject": NORM,
        "field": "was",
        "theirs": "van Els",
        "event": theirs["event"],
        "author": "Els",
        "at": AT_NOON,
    }
    assert values(store, assessment) == {(NORM, "was"): "van Els"}
    assert (
        save(browser, assessment, change(NORM, "was", "van mij", theirs["event"])).saved[0]["value"] == "van mij"
    )


def test_two_on_different_fields_are_not_in_each_others_way(
    browser: TestClient, other: TestClient, store: Store, assessment: str
) -> None:
    save(other, assessment, change(NORM, "was", "van Els"))
    save(browser, assessment, change(NORM, "bewijs", "van mij"))
    assert values(store, assessment) == {(NORM, "was"): "van Els", (NORM, "bewijs"): "van mij"}


def test_of_many_at_once_on_one_field_one_is_saved(
    browser: TestClient, other: TestClient, store: Store, assessment: str
) -> None:
    start = threading.Barrier(8)

    def write(number: int) -> int:
        start.wait()
        return save((browser, other)[number % 2], assessment, change(NORM, "was", f"tekst {number}")).status

    with ThreadPoolExecutor(8) as threads:
        statuses = list(threads.map(write, range(8)))
    assert sorted(statuses) == [200] + 7 * [409]
    assert len(store.history(assessment, NORM)) == 1


BAD_LAST = [
    pytest.param(change(NORM, "niveau", "half"), (422, "invalid"), id="a level that does not exist"),
    pytest.param(change("geen-norm", "was", "x"), (422, "invalid"), id="an unknown norm"),
    pytest.param(change("geen:norm", "was", "x"), (422, "invalid"), id="no subject at all"),
    pytest.param(change("", "was", "x"), (422, "invalid"), id="an empty subject"),
    pytest.param(change("proces:stap-9:aB3_-x90", "wat", "x"), (422, "invalid"), id="an unknown step"),
    pytest.param(change(NORM, "wat", "x"), (422, "invalid"), id="a field of something else"),
    pytest.param(change(ACTION, "datum", "31-12-2026"), (422, "invalid"), id="a day in other words"),
    pytest.param(change(NORM, "opmerking", "x" * (MAX_TEXT + 1)), (422, "invalid"), id="a text that is too long"),
    pytest.param(change(NORM, "opmerking", "x", before=""), (422, "invalid"), id="a text that was seen"),
    pytest.param(change(NORM, "bewijs", "anders"), (409, "conflict"), id="somebody else was first"),
    pytest.param(change(NORM, "ambitie", "soms"), (422, "invalid"), id="an ambition below the level"),
]


@pytest.mark.parametrize(("last", "told"), BAD_LAST)
def test_of_a_request_that_is_refused_nothing_is_stored_and_the_change_is_named(
    browser: TestClient, store: Store, assessment: str, last: dict[str, object], told: tuple[int, str]
) -> None:
    save(browser, assessment, change(NORM, "bewijs", "er al"), change(NORM, "niveau", "geborgd"))
    before = values(store, assessment)
    answered = save(browser, assessment, change(NORMS[1], "was", "tekst"), last)
    assert answered.told == told
    assert (answered.error["subject"], answered.error["field"]) == (last["subject"], last["field"])
    assert values(store, assessment) == before


def test_an_assessment_that_is_not_there_is_told_as_such(
    browser: TestClient, store: Store, assessment: str
) -> None:
    store.remove(assessment, author="")
    for gone in (assessment, "onbekend", EXAMPLE_ID):
        assert save(browser, gone, change(NORM, "was", "x")).told == (404, "not-found")
        assert ask(browser, gone).told == (404, "not-found")


def test_a_settled_round_takes_nothing(browser: TestClient, store: Store) -> None:
    found = settled(store)
    for each in (change(NORM, "was", "x"), change(PARTICULARS, "kenmerk", "x", before="")):
        assert save(browser, found, each).told == (423, "locked")
    assert values(store, found) == {}


def test_a_round_that_is_settled_while_somebody_saves_takes_nothing(
    browser: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = settled(store)
    details = store.details(new_assessment(store))
    monkeypatch.setattr(store, "details", lambda _: details)
    assert save(browser, found, change(NORM, "was", "x")).told == (423, "locked")
    assert values(store, found) == {}


def test_an_answer_that_was_copied_is_confirmed_by_who_changes_it(
    browser: TestClient, store: Store, assessment: str
) -> None:
    (mark,) = save(browser, assessment, change(NORM, "herbevestigen", "ja")).saved
    save(browser, assessment, change(NORM, "niveau", "soms"))
    news = ask(browser, assessment, after=mark["event"]).content["events"]
    assert [(each["field"], each["value"]) for each in news] == [("niveau", "soms"), ("herbevestigen", "")]


# Particulars


def test_particulars_are_compared_with_the_text_that_was_seen(
    browser: TestClient, other: TestClient, store: Store, clock: Clock, assessment: str
) -> None:
    (saved,) = save(other, assessment, change(PARTICULARS, "kenmerk", " Z-1\n2", before="")).saved
    assert (saved["value"], saved["event"], saved["at"]) == (" Z-1 2", 0, AT_NOON)
    clock.later(60)
    save(browser, assessment, change(PARTICULARS, "versie", "2", before=""))
    answered = save(
        browser,
        assessment,
        change(PARTICULARS, "opsteller", "beleid", before=""),
        change(PARTICULARS, "kenmerk", "Z-3", before=""),
    )
    assert answered.told == (409, "conflict")
    assert {name: answered.error[name] for name in ("field", "theirs", "event", "author", "at")} == {
        "field": "kenmerk",
        "theirs": " Z-1 2",
        "event": 0,
        "author": "Els",
        "at": AT_NOON,
    }
    assert store.details(assessment).particulars.filled() == {"kenmerk": " Z-1 2", "versie": "2"}
    assert save(browser, assessment, change(PARTICULARS, "kenmerk", "", before=" Z-1 2")).saved[0]["value"] == ""


@pytest.mark.parametrize(
    "changes",
    [
        [change(PARTICULARS, "kenmerk", "x")],
        [change(PARTICULARS, "kleur", "x", before="")],
        [change(PARTICULARS, "was", "x", before="")],
        [change(PARTICULARS, "vertrouwelijkheid", "geheim", before="")],
        [change(PARTICULARS, "versie", "1", before=""), change(PARTICULARS, "kenmerk", "x" * 121, before="")],
        [change(PARTICULARS, "versie", "1", before=""), change(NORM, "was", "x")],
        [change(NORM, "was", "x"), change(PARTICULARS, "versie", "1", before="")],
    ],
)
def test_particulars_that_cannot_be_are_refused_and_nothing_is_stored(
    browser: TestClient, store: Store, assessment: str, changes: list[dict[str, object]]
) -> None:
    assert save(browser, assessment, *changes).told == (422, "invalid")
    assert store.details(assessment).particulars.filled() == {}
    assert values(store, assessment) == {}


# What nobody foresaw


def test_a_storage_that_fails_is_told_and_the_next_save_works(
    browser: TestClient, store: Store, assessment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(
            store, "save_batches", raises(StorageError("Uw wijziging is NIET opgeslagen. De schijf is vol."))
        )
        answered = save(browser, assessment, change(NORM, "was", "x"))
    assert answered.told == (503, "storage")
    assert save(browser, assessment, change(NORM, "was", "x")).status == 200


def test_a_bug_is_told_in_words_and_its_traceback_is_in_the_log(
    browser: TestClient,
    store: Store,
    assessment: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(store, "save_batches", raises(ZeroDivisionError("geheim")))
    answered = save(browser, assessment, change(NORM, "was", "x"))
    assert answered.told == (500, "bug")
    assert "geheim" not in answered.error["message"]
    assert "ZeroDivisionError: geheim" in caplog.text


def raises(error: Exception) -> object:
    def fail(*_: object) -> None:
        raise error

    return fail
