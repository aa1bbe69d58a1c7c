"""A page that can only be read has no button that would write something."""

import pytest

from app_pages.frame.navigation import READ_BACK, TITLES
from questionnaire.example import EXAMPLE_ID
from questionnaire.loading.loader import questionnaire
from questionnaire.store import Store
from tests.app_pages.assessments import make
from tests.app_pages.settled import settle
from tests.app_pages.visit import Visit

HARMLESS = {
    "start": {"Begin"},
    "invullijsten": {"Maak de invullijst"},
    "rondes": {"Begin een nieuwe ronde"},
}
"""By page: what makes something new and changes nothing of what is open."""
PAGES = [*TITLES, *(section.id for section in questionnaire().sections)]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("kind", ["voorbeeld", "vastgesteld"])
def test_no_button_writes(page: str, kind: str, store: Store) -> None:
    assessment = EXAMPLE_ID
    if kind == "vastgesteld":
        assessment = make(store, "alles 4")
        settle(store, assessment)
    visit = Visit(page, assessment)

    offered = {button.label for button in visit.app.main.button}
    views = {"Alle acties", "Alleen kleine acties met effect"} if page == "plan" else set()
    assert offered <= HARMLESS.get(page, set()) | views
    assert page in ("start", READ_BACK) or not visit.app.main.get("file_uploader")
    assert all(component["readOnly"] for component in visit.components())
