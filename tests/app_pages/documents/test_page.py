"""What goes into the Word report, and which files there are."""

from pathlib import Path

import pytest

from app_pages.documents import page
from questionnaire.example import EXAMPLE_ID
from questionnaire.store import Store
from reporting.office.conversion import Office
from tests.app_pages.visit import Visit

COMMENTS = "rapport-opmerkingen"
HERE = Office(Path("/nergens/soffice"), (25, 2))
OTHER_KINDS = {
    "Download het Word-rapport met paginanummers": "rapport-paginanummers.docx",
    "Download de PDF voor het archief": "rapport.pdf",
    "Download het .odt-bestand": "rapport.odt",
}


def _boxes(visit: Visit) -> list[str | None]:
    return [box.key for box in visit.app.checkbox]


def test_with_comments_it_is_told_that_every_reader_sees_them(store: Store) -> None:
    visit = Visit("rapport", EXAMPLE_ID)
    assert "kan ze lezen" not in visit.words()
    visit.app.checkbox(key=COMMENTS).check()
    assert "Iedereen die het rapport krijgt, kan ze lezen." in visit.run().words()


def test_a_summary_has_no_norms_to_have_comments_at(store: Store) -> None:
    visit = Visit("rapport", EXAMPLE_ID)
    choice = visit.app.selectbox[0]
    choice.set_value(choice.options[2])
    assert choice.options[2] == "Alleen de samenvatting"
    assert COMMENTS not in _boxes(visit.run())


def test_every_link_carries_what_was_chosen(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "find_office", lambda: HERE)
    visit = Visit("rapport", EXAMPLE_ID)
    choice = visit.app.selectbox[0]
    choice.set_value(choice.options[1])
    visit.run().app.checkbox(key=COMMENTS).check()

    downloads = visit.run().downloads()
    for label, name in {**OTHER_KINDS, "Download het Word-rapport": "rapport.docx"}.items():
        assert downloads[label] == f"/bestanden/{EXAMPLE_ID}/{name}?bijlagen=ja&opmerkingen=ja"
    assert visit.words().count("Dit duurt enkele seconden.") == len(OTHER_KINDS)


def test_without_libreoffice_only_word_is_offered(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "find_office", lambda: None)
    visit = Visit("rapport", EXAMPLE_ID)
    assert "Download het Word-rapport" in visit.downloads()
    assert not OTHER_KINDS.keys() & visit.downloads().keys()


def test_there_is_one_main_button_and_every_other_file_says_what_it_is_for(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "find_office", lambda: HERE)
    visit = Visit("rapport", EXAMPLE_ID)

    (main,) = visit.parsed().iterfind(".//a[@class='ww-download ww-primary']")
    assert main.text == "Download het Word-rapport"
    lines = list(visit.parsed().iterfind(".//ul[@class='ww-files']/li"))
    assert {line.findtext("a") for line in lines} == visit.downloads().keys() - {main.text}
    for line in lines:
        assert len(line.findtext("span", "").split()) > 3


def test_nobody_has_to_know_how_a_file_is_made(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "find_office", lambda: HERE)
    words = Visit("rapport", EXAMPLE_ID).words()

    for term in ("LibreOffice", "PDF/A", "JSON", "MIME"):
        assert term not in words
