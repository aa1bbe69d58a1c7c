"""Every address gives the right bytes, as the right kind of file, under the right name."""

import asyncio
import doctest
import io
import zipfile
from collections.abc import Callable, Mapping
from itertools import product
from types import ModuleType
from typing import Any

import pytest
from starlette.testclient import TestClient

from questionnaire.example import EXAMPLE_ID, load_example
from questionnaire.exchange.document import to_json
from questionnaire.scoring.delta import compare
from questionnaire.scoring.score import Result, score_assessment
from questionnaire.store import Store
from reporting.document.choice import ReportChoice, Scope
from reporting.report import STANDARD_TEMPLATE, make_annex, make_delta_report, make_note, make_report
from reporting.tables import actions, answers
from reporting.tables.calendar import calendar_file
from service.files import addresses, answering, names, reports
from service.files.addresses import asked_choice, report_query
from service.files.answering import CHUNK, file_response
from service.files.asked import MadeFile
from service.files.catalogue import FILES
from tests.app_pages.settled import REPORT, next_round, settle
from tests.service.files.visiting import CONTENT, DAY, EXCEL, HERE, NOW, WORD, browser, inside, result_of
from tests.service.loops import run

OF_OWN_ROUND = {"verschilrapport.docx", "vastgesteld-rapport.docx", "sjabloon.docx"}
"""What the example has none of."""
CONVERSIONS = {
    "rapport-paginanummers.docx": ("-2026-10-01-paginanummers.docx", WORD, b"genummerd "),
    "rapport.pdf": ("-2026-10-01.pdf", "application/pdf", b"pdf "),
    "rapport.odt": ("-2026-10-01.odt", "application/vnd.oasis.opendocument.text", b"odt "),
}

MADE: Mapping[str, tuple[str, str, Callable[[Result], bytes]]] = {
    "rapport.docx": ("-2026-10-01.docx", WORD, lambda result: make_report(result, DAY)),
    "rapport.docx?omvang=kort": (
        "-2026-10-01.docx",
        WORD,
        lambda result: make_report(result, DAY, None, ReportChoice(Scope.SUMMARY)),
    ),
    "rapport.docx?stap=2&opmerkingen=ja": (
        "-2026-10-01.docx",
        WORD,
        lambda result: make_report(result, DAY, None, ReportChoice(Scope.STEP, 2, has_comments=True)),
    ),
    "interne-bijlage.docx": ("-2026-10-01-intern.docx", WORD, lambda result: make_annex(result, DAY)),
    "collegenota.docx": ("-2026-10-01-collegenota.docx", WORD, lambda result: make_note(result, DAY)),
    "antwoorden.csv": ("-2026-10-01.csv", "text/csv; charset=utf-8", answers.to_csv),
    "antwoorden.xlsx": ("-2026-10-01.xlsx", EXCEL, answers.to_excel),
    "acties.xlsx": ("-acties-2026-12-01.xlsx", EXCEL, actions.to_excel),
    "acties.ics": (
        "-acties-2026-12-01.ics",
        "text/calendar; charset=utf-8",
        lambda result: calendar_file(result, NOW),
    ),
    "zelfbeoordeling.json": (
        "-2026-10-01.json",
        "application/json",
        lambda result: to_json(result.assessment, CONTENT).encode(),
    ),
}


@pytest.mark.parametrize("name", MADE)
def test_each_address_gives_what_its_maker_makes(name: str, client: TestClient, store: Store, filled: str) -> None:
    ending, mime, make = MADE[name]
    answer = client.get(f"/bestanden/{filled}/{name}")

    assert answer.status_code == 200
    assert inside(answer.content) == inside(make(result_of(store, filled)))
    assert answer.headers["content-type"] == mime
    assert answer.headers["content-length"] == str(len(answer.content))
    assert answer.headers["content-disposition"] == _disposition(ending)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"


def _disposition(ending: str) -> str:
    return (
        f'attachment; filename="was-wordt-gemeente-sudwest-fryslan{ending}"; '
        f"filename*=UTF-8''was-wordt-gemeente-s%C3%BAdwest-frysl%C3%A2n{ending}"
    )


def _named(name: str) -> str:
    return f"attachment; filename=\"{name}\"; filename*=UTF-8''{name}"


@pytest.mark.parametrize("name", CONVERSIONS)
def test_libreoffice_gets_the_report_that_was_chosen(
    name: str, client: TestClient, store: Store, filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports, "find_office", lambda: HERE)
    monkeypatch.setattr(reports, "convert_numbered", lambda docx, target, _: f"{target} ".encode() + docx)
    monkeypatch.setattr(reports, "with_page_numbers", lambda docx, _: b"genummerd " + docx)
    ending, mime, start = CONVERSIONS[name]
    answer = client.get(f"/bestanden/{filled}/{name}?omvang=kort")

    short = make_report(result_of(store, filled), DAY, None, ReportChoice(Scope.SUMMARY))
    assert answer.content.startswith(start)
    assert inside(answer.content.removeprefix(start)) == inside(short)
    assert (answer.headers["content-type"], answer.headers["content-disposition"]) == (mime, _disposition(ending))


def test_the_report_on_what_moved_compares_with_the_round_before(
    client: TestClient, store: Store, filled: str
) -> None:
    later = next_round(store, filled)
    answer = client.get(f"/bestanden/{later}/verschilrapport.docx")

    before, after = (store.load(each).assessment for each in (filled, later))
    assert inside(answer.content) == inside(make_delta_report(compare(before, after, CONTENT), DAY))
    assert answer.headers["content-disposition"] == _disposition("-verschil.docx")


def test_a_settled_report_is_given_byte_for_byte(client: TestClient, store: Store, filled: str) -> None:
    settle(store, filled)
    answer = client.get(f"/bestanden/{filled}/vastgesteld-rapport.docx")
    assert (answer.content, answer.headers["content-disposition"]) == (REPORT, _named("rapport.docx"))
    assert inside(client.get(f"/bestanden/{filled}/rapport.docx").content) == inside(
        make_report(result_of(store, filled), DAY)
    )


# Templates


def test_the_standard_template_comes_with_its_explanation(client: TestClient, filled: str) -> None:
    template = client.get(f"/bestanden/{filled}/standaardsjabloon.docx")
    explanation = client.get(f"/bestanden/{filled}/uitleg-sjabloon.md")
    assert template.content == STANDARD_TEMPLATE.read_bytes()
    assert template.headers["content-disposition"] == _named("was-wordt-rapport.docx")
    assert explanation.content == STANDARD_TEMPLATE.with_name("README.md").read_bytes()
    assert explanation.headers["content-type"] == "text/markdown; charset=utf-8"


def test_an_own_template_comes_back_and_gives_the_report_its_looks(
    client: TestClient, store: Store, filled: str
) -> None:
    own = _with_mark()
    store.templates.keep(filled, "onze ‘stijl’.docx", own, author="")
    answer = client.get(f"/bestanden/{filled}/sjabloon.docx")
    report = client.get(f"/bestanden/{filled}/rapport.docx").content
    assert inside(report) == inside(make_report(result_of(store, filled), DAY, own))
    assert inside(report) != inside(make_report(result_of(store, filled), DAY))
    assert answer.content == own
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"onze stijl.docx\"; filename*=UTF-8''onze%20%E2%80%98stijl%E2%80%99.docx"
    )


def _with_mark() -> bytes:
    """The standard template with something of our own in its theme."""
    target = io.BytesIO()
    with zipfile.ZipFile(STANDARD_TEMPLATE) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name).replace(b"</a:clrScheme>", b"</a:clrScheme><!-- eigen -->"))
    return target.getvalue()


def test_with_a_template_that_does_not_fit_the_report_is_a_standard_one(
    client: TestClient, store: Store, filled: str
) -> None:
    store.templates.keep(filled, "oud.docx", b"geen sjabloon", author="")
    answer = client.get(f"/bestanden/{filled}/rapport.docx")
    assert inside(answer.content) == inside(make_report(result_of(store, filled), DAY))


# The example


@pytest.mark.parametrize("name", [name for name in FILES if name not in OF_OWN_ROUND | CONVERSIONS.keys()])
def test_the_example_has_files_too(name: str, client: TestClient) -> None:
    answer = client.get(f"/bestanden/{EXAMPLE_ID}/{name}")
    assert (answer.status_code, answer.headers["content-disposition"][:10]) == (200, "attachment")
    assert answer.content


def test_the_report_of_the_example_is_about_the_example(client: TestClient) -> None:
    result = score_assessment(CONTENT, load_example(CONTENT))
    assert inside(client.get(f"/bestanden/{EXAMPLE_ID}/rapport.docx").content) == inside(make_report(result, DAY))


# How


@pytest.mark.parametrize(
    "choice",
    [
        ReportChoice(scope, step, has_annexes=annexes, has_comments=comments)
        for (scope, step), annexes, comments in product(
            [(Scope.FULL, None), (Scope.SUMMARY, None), (Scope.STEP, 1), (Scope.STEP, 5)],
            [True, False],
            [True, False],
        )
    ],
)
def test_every_choice_goes_through_an_address_unchanged(choice: ReportChoice) -> None:
    assert asked_choice(report_query(choice)) == choice


def test_a_question_for_the_headers_alone_gives_no_bytes(client: TestClient, filled: str) -> None:
    asked, given = (client.request(method, f"/bestanden/{filled}/rapport.docx") for method in ("HEAD", "GET"))
    assert (asked.status_code, asked.content) == (200, b"")
    assert asked.headers == given.headers


def test_a_file_is_sent_in_pieces() -> None:
    content, sent = bytes(range(256)) * 1_000, []

    async def send(message: Any) -> None:
        sent.append(message.get("body", b""))

    async def receive() -> Any:
        await asyncio.Event().wait()

    run(file_response(MadeFile("a.docx", WORD, content))({"type": "http"}, receive, send))
    assert b"".join(sent) == content
    assert max(map(len, sent)) == CHUNK


def test_the_store_is_opened_with_the_first_file_and_not_before(store: Store, filled: str) -> None:
    opened: list[Store] = []

    def open_store() -> Store:
        opened.append(store)
        return store

    client = browser(open_store)
    assert opened == []
    client.get(f"/bestanden/{filled}/antwoorden.csv")
    assert opened == [store]


@pytest.mark.parametrize("module", [addresses, answering, names])
def test_the_examples_in_the_docstrings_hold(module: ModuleType) -> None:
    ran = doctest.testmod(module)
    assert (ran.failed, ran.attempted > 0) == (0, True)
