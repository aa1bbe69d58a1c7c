"""Where there is no file, a page says why; and strangers get none."""

import logging

import pytest
from starlette.testclient import TestClient

from questionnaire.example import EXAMPLE_ID
from questionnaire.store import StorageError, Store
from reporting.office.conversion import Office, Target, failed
from reporting.tables import answers
from service.files import reports
from service.files.catalogue import FILES
from service.locality import REFUSAL
from tests.app_pages.assessments import make
from tests.service.files.visiting import HERE, browser, ways_back, why

WORD_IS_THERE = "Het Word-bestand is er wel: download dat"


@pytest.mark.parametrize("name", FILES)
def test_an_assessment_that_is_not_here_has_no_files(name: str, client: TestClient) -> None:
    answer = client.get(f"/bestanden/weg-ermee/{name}")
    assert answer.status_code == 404
    assert "Deze zelfbeoordeling is hier niet (meer)." in why(answer)
    assert ways_back(answer)[-1] == "/"


@pytest.mark.parametrize("path", ["", "x", "x/anders.docx", "x/invullijst/.docx", "x/invullijst/A.pdf", "x/../y"])
def test_a_file_that_does_not_exist_is_told(path: str, client: TestClient) -> None:
    answer = client.get(f"/bestanden/{path}")
    assert (answer.status_code, "Dit bestand bestaat niet." in why(answer)) == (404, True)


@pytest.mark.parametrize(
    ("name", "page", "words"),
    [
        ("verschilrapport.docx", "verschil", "Dit is de eerste ronde."),
        ("vastgesteld-rapport.docx", "rondes", "Er is hier geen vastgesteld rapport."),
        ("sjabloon.docx", "huisstijl", "het standaardsjabloon is in gebruik"),
        ("acties.xlsx", "plan", "Er zijn nog geen acties."),
        ("acties.ics", "plan", "nog geen actie met een datum"),
    ],
)
def test_what_is_not_there_yet_is_told_with_the_way_back(
    name: str, page: str, words: str, client: TestClient, store: Store
) -> None:
    assessment = make(store, "vers")
    answer = client.get(f"/bestanden/{assessment}/{name}")
    assert answer.status_code == 404
    assert words in why(answer)
    assert ways_back(answer) == [f"/{page}?z={assessment}", "/"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("omvang=lang", "kijk bij ‘omvang’"),
        ("omvang=stap", "kijk bij ‘omvang’"),
        ("omvang=kort&stap=1", "kijk bij ‘omvang’"),
        ("stap=een", "kijk bij ‘stap’"),
        ("stap=²", "kijk bij ‘stap’"),
        ("stap=99", "Stap 99 bestaat niet."),
        ("bijlagen=", "kijk bij ‘bijlagen’"),
        ("opmerkingen=<b>", "kijk bij ‘opmerkingen’"),
    ],
)
def test_what_cannot_be_chosen_is_refused(query: str, words: str, client: TestClient) -> None:
    answer = client.get(f"/bestanden/{EXAMPLE_ID}/rapport.docx?{query}")
    assert answer.status_code == 422
    assert words in why(answer)


# LibreOffice, the storage, and mistakes of ours


@pytest.mark.parametrize("name", ["rapport.pdf", "rapport.odt"])
def test_without_libreoffice_the_word_report_is_named(
    name: str, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports, "find_office", lambda: None)
    answer = client.get(f"/bestanden/{EXAMPLE_ID}/{name}")
    assert answer.status_code == 503
    assert "LibreOffice staat niet op deze computer" in why(answer)
    assert WORD_IS_THERE in why(answer)


def test_a_conversion_that_fails_says_why(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_late(_docx: bytes, target: Target, _office: Office) -> bytes:
        raise failed(target, "LibreOffice was niet op tijd klaar")

    monkeypatch.setattr(reports, "find_office", lambda: HERE)
    monkeypatch.setattr(reports, "convert_numbered", too_late)
    answer = client.get(f"/bestanden/{EXAMPLE_ID}/rapport.pdf")
    assert answer.status_code == 503
    assert f"LibreOffice was niet op tijd klaar. {WORD_IS_THERE}" in why(answer)


def test_a_store_that_cannot_be_opened_is_told() -> None:
    def no_store() -> Store:
        raise StorageError("De schijf is vol. Maak ruimte vrij en probeer het opnieuw.")

    answer = browser(no_store).get("/bestanden/x/rapport.docx")
    assert answer.status_code == 503
    assert "De schijf is vol." in why(answer)


def test_a_mistake_of_ours_is_kept_in_the_log_and_told_in_dutch(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(answers, "to_csv", lambda _: 1 / 0)
    with caplog.at_level(logging.ERROR, "was_wordt"):
        answer = client.get(f"/bestanden/{EXAMPLE_ID}/antwoorden.csv")
    assert answer.status_code == 500
    assert "Er ging iets mis in de app. Er is geen bestand gemaakt." in why(answer)
    assert "division" not in answer.text
    assert caplog.records[0].exc_info is not None
    assert "ZeroDivisionError" in caplog.text


# Strangers


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "was-wordt.example"},
        {"host": "192.168.1.20:8501"},
        {"x-forwarded-for": "203.0.113.9"},
        {"forwarded": "for=203.0.113.9"},
        {"x-real-ip": "127.0.0.1"},
    ],
)
def test_only_this_computer_is_served(headers: dict[str, str], client: TestClient) -> None:
    answer = client.get(f"/bestanden/{EXAMPLE_ID}/rapport.docx", headers=headers)
    assert answer.status_code == 403
    assert REFUSAL in why(answer)


@pytest.mark.parametrize(
    ("site", "status"), [("same-origin", 200), ("none", 200), ("same-site", 403), ("cross-site", 403), ("", 403)]
)
def test_another_site_cannot_ask_for_files(site: str, status: int, client: TestClient) -> None:
    headers = {"sec-fetch-site": site}
    answer = client.get(f"/bestanden/{EXAMPLE_ID}/antwoorden.csv", headers=headers)
    assert answer.status_code == status
    assert status == 200 or "gevraagd door een andere website" in why(answer)


def test_nothing_can_be_sent_to_these_addresses(client: TestClient) -> None:
    assert client.post(f"/bestanden/{EXAMPLE_ID}/rapport.docx", content=b"x").status_code == 405
