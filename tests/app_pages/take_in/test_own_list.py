"""Somebody's own list in Word: a person says per row which norm it is about, and only then it is compared."""

import pytest

from app_pages.take_in.own_list import NOT_TAKEN, ROWS
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField
from questionnaire.store import Store
from tests.app_pages.assessments import make
from tests.app_pages.filled_forms import own_list
from tests.app_pages.visit import Visit

CONTENT = questionnaire()
FIRST, SECOND = CONTENT.steps[0].norms[:2]
ROW = ("Wij <b>bellen</b> soms", FIRST.statement, "Werkafspraak maken")
OTHER = ("Geen afspraak", "Iets heel anders", "")
FURTHER = "Vergelijk de gekozen regels"


@pytest.fixture
def assessment(store: Store) -> str:
    """An assessment with a text at the first norm."""
    made = make(store, "vers")
    store.save(made, FIRST.id, AnswerField.PRACTICE, "Dit stond er al.", seen=0, author="")
    return made


def _read(assessment: str, *rows: tuple[str, str, str]) -> Visit:
    visit = Visit("teruglezen", assessment)
    visit.app.file_uploader[0].upload("oud.docx", own_list(*rows), "application/octet-stream")
    return visit.run()


def _press(visit: Visit, label: str) -> Visit:
    next(button for button in visit.app.button if button.label == label).click()
    return visit.run().run()


def _confirm(visit: Visit, place: int, norm_id: str) -> Visit:
    visit.app.selectbox[place].set_value(norm_id)
    return visit.run().run()


def test_nothing_is_chosen_beforehand_and_proposals_come_first(store: Store, assessment: str) -> None:
    visit = _read(assessment, ROW, OTHER)

    assert "Eigen lijst in Word · 2 regels" in visit.words()
    assert [choice.value for choice in visit.app.selectbox] == [None, None]
    assert visit.app.selectbox[0].options[0] == f"{FIRST.code} {FIRST.title} (waarschijnlijk)"
    assert "Niet overnemen" in visit.app.selectbox[0].options
    assert len(visit.app.selectbox[0].options) == len(CONTENT.norms) + 1
    assert "Wij <b>bellen</b> soms" in visit.words()
    assert FURTHER not in [button.label for button in visit.app.button]
    assert "2 nog niet gekozen" in visit.words()


def test_confirmed_rows_are_compared_and_saved_with_the_name_of_the_file(store: Store, assessment: str) -> None:
    visit = _confirm(_confirm(_read(assessment, ROW, OTHER), 0, FIRST.id), 1, NOT_TAKEN)
    assert "**1 regel bij een norm**, 1 niet overnemen, 0 nog niet gekozen." in visit.words()
    _press(visit, FURTHER)
    assert visit.codes == [FIRST.code]
    _press(visit, next(each.label for each in visit.app.button if each.label.startswith("Sla ")))

    stored = store.load(assessment).assessment
    assert stored.answer(FIRST.id).practice == "Dit stond er al.\n\nWij <b>bellen</b> soms"
    assert [action.what for action in stored.actions.values()] == ["Werkafspraak maken"]
    assert "1 bestand bekeken" not in visit.headings


def test_another_norm_for_a_row_is_compared_anew_before_saving(store: Store, assessment: str) -> None:
    visit = _press(_confirm(_read(assessment, ROW), 0, FIRST.id), FURTHER)
    assert visit.codes == [FIRST.code]
    _confirm(visit, 0, SECOND.id)
    assert "Vergelijken en kiezen" not in visit.headings
    assert _press(visit, FURTHER).codes == [SECOND.code]


def test_rows_that_nobody_chose_for_wait_for_another_time(store: Store, assessment: str) -> None:
    visit = _press(_confirm(_read(assessment, ROW, OTHER), 0, SECOND.id), FURTHER)
    _press(visit, next(each.label for each in visit.app.button if each.label.startswith("Sla ")))

    assert "1 bestand bekeken" in visit.headings
    assert "Vergelijken en kiezen" not in visit.headings
    assert "1 nog niet gekozen" in visit.words()


def test_many_rows_are_shown_in_parts_and_choices_stay(store: Store, assessment: str) -> None:
    rows = [(f"Nummer {number}", "Iets anders", "") for number in range(ROWS + 2)]
    visit = _confirm(_read(assessment, *rows), 1, SECOND.id)
    _press(visit, "Volgende regels")
    assert len(visit.app.selectbox) == 2
    _press(visit, "Vorige regels")
    assert visit.app.selectbox[1].value == SECOND.id
