"""Other kinds of file: asked for, made while you see it, and never in the way of the Word report."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app_pages.documents import conversions
from questionnaire.example import EXAMPLE_ID
from questionnaire.store import Store
from reporting.office import conversion as office_module
from reporting.office import page_numbers
from reporting.office.conversion import Office, failed
from tests.app_pages.visit import Visit

HERE = Office(Path("/nergens/soffice"), (25, 2))
BUTTONS = ["Maak het Word-rapport met paginanummers", "Maak de PDF", "Maak het .odt-bestand"]


@pytest.fixture(autouse=True)
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A computer with LibreOffice."""
    conversions.installed_office.clear()
    monkeypatch.setattr(conversions, "find_office", lambda: HERE)
    yield monkeypatch
    conversions.installed_office.clear()


def labels(visit: Visit, kind: str = "button") -> list[str]:
    return [entry["label"] for found, entry in visit.entries() if found == kind]


def press(visit: Visit, label: str) -> Visit:
    next(button for button in visit.app.button if button.label == label).click()
    return visit.run()


def test_nothing_is_made_before_it_is_asked_for(store: Store, office: pytest.MonkeyPatch) -> None:
    office.setattr(page_numbers, "convert", lambda *_arguments: pytest.fail("nobody asked"))
    visit = Visit("rapport", EXAMPLE_ID)
    assert [label for label in labels(visit) if label.startswith("Maak ")] == BUTTONS
    assert "als PDF/A-2b en PDF/UA en als .odt. Dat duurt enkele seconden." in visit.words()


def test_without_libreoffice_only_word_is_offered(store: Store, office: pytest.MonkeyPatch) -> None:
    office.setattr(conversions, "find_office", lambda: None)
    visit = Visit("rapport", EXAMPLE_ID)
    assert [label for label in labels(visit) if label.startswith("Maak ")] == []
    assert "Download het Word-rapport" in labels(visit, "download_button")
    assert "LibreOffice" not in visit.words()


@pytest.mark.parametrize("label", BUTTONS)
def test_what_is_asked_for_can_be_downloaded_when_it_is_ready(
    label: str, store: Store, office: pytest.MonkeyPatch
) -> None:
    office.setattr(page_numbers, "convert", lambda *_arguments: b"klaar")
    office.setattr(page_numbers, "with_page_numbers", lambda docx, _office: docx)
    visit = press(Visit("rapport", EXAMPLE_ID), label)
    what = label.removeprefix("Maak ")
    assert visit.app.status[0].label == f"{what[0].upper()}{what[1:]} is klaar."
    assert visit.app.status[0].state == "complete"
    assert f"Download {what}" in labels(visit, "download_button")


@pytest.mark.parametrize("label", BUTTONS)
def test_a_failure_is_told_and_the_word_report_is_still_offered(
    label: str, store: Store, office: pytest.MonkeyPatch
) -> None:
    def too_late(_docx: bytes, target: office_module.Target, *_arguments: object) -> bytes:
        raise failed(target, "LibreOffice was niet op tijd klaar")

    office.setattr(page_numbers, "convert", too_late)
    visit = press(Visit("rapport", EXAMPLE_ID), label)
    what = label.removeprefix("Maak ")
    assert visit.app.status[0].label == f"{what[0].upper()}{what[1:]} is niet gemaakt."
    assert visit.app.status[0].state == "error"
    (warning,) = [text.value for text in visit.app.warning]
    assert "LibreOffice was niet op tijd klaar. Het Word-bestand is er wel" in warning
    assert f"Download {what}" not in labels(visit, "download_button")
    assert "Download het Word-rapport" in labels(visit, "download_button")
