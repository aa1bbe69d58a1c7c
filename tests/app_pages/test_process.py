"""The process card of a step: process steps beside the enhanced approach."""

from typing import Any

import pytest

from app_pages.cards.inputs import widget_key
from app_pages.cards.process_card import FOLD
from questionnaire.loading.loader import questionnaire
from questionnaire.model.plan import ProcessField, ProcessStep
from questionnaire.store import Store
from tests.app_pages.assessments import make
from tests.app_pages.settled import settle
from tests.app_pages.visit import Visit

STEP = questionnaire().steps[0].id
ADD = "Voeg een processtap toe"


def _opened(assessment: str) -> Visit:
    return _run(Visit(STEP, assessment))


def _run(visit: Visit) -> Visit:
    """Draw with the process unfolded; AppTest forgets what was unfolded."""
    visit.app.session_state[f"werkproces-{STEP}"] = True
    return visit.run()


def _labels(visit: Visit) -> list[str]:
    return [button.label for button in visit.app.button]


def _press(visit: Visit, label: str) -> None:
    next(button for button in visit.app.button if button.label == label).click()
    _run(visit)


def _stored(store: Store, assessment: str) -> list[ProcessStep]:
    return list(store.load(assessment).assessment.process.values())


def _write(visit: Visit, step: ProcessStep, field: ProcessField, value: Any) -> None:
    kind: dict[ProcessField, Any] = {
        ProcessField.WHO: visit.app.text_input,
        ProcessField.DIFFERENCE: visit.app.checkbox,
    }
    kind.get(field, visit.app.text_area)(key=widget_key(step.subject, field)).set_value(value)
    _run(_run(visit))


def _three(store: Store) -> tuple[str, Visit]:
    """An assessment with the process steps A, B and C, and a visit to it."""
    assessment = make(store, "vers")
    visit = _opened(assessment)
    for text in "ABC":
        _press(visit, ADD)
        _write(visit, _stored(store, assessment)[-1], ProcessField.WHAT, text)
    return assessment, visit


def _texts(store: Store, assessment: str) -> str:
    return "".join(step.what for step in _stored(store, assessment))


def test_a_process_is_written_step_by_step_and_saved_at_once(store: Store) -> None:
    assessment = make(store, "vers")
    visit = _opened(assessment)
    _press(visit, ADD)
    (step,) = _stored(store, assessment)
    values = {
        ProcessField.WHAT: "Team belt terug",
        ProcessField.WHO: "klantcontact",
        ProcessField.HANDOVER: "wijkteam",
        ProcessField.WAITING: "drie dagen",
        ProcessField.DIFFERENCE: True,
    }
    for field, value in values.items():
        _write(visit, step, field, value)

    (step,) = _stored(store, assessment)
    written = (step.what, step.who, step.handover, step.waiting, step.difference)
    assert written == ("Team belt terug", "klantcontact", "wijkteam", "drie dagen", True)
    assert "Processtap 1 opgeslagen om" in _run(visit).words()


@pytest.mark.parametrize(
    ("presses", "row"),
    [
        (["Processtap 3 omhoog"], "ACB"),
        (["Processtap 1 omlaag", "Processtap 2 omlaag"], "BCA"),
        (["Verwijder processtap 2"], "AC"),
        (["Verwijder processtap 2", "Zet de processtap terug"], "ABC"),
        (["Verwijder processtap 1", "Processtap 1 omlaag"], "CB"),
    ],
)
def test_steps_are_moved_removed_and_put_back(presses: list[str], row: str, store: Store) -> None:
    assessment, visit = _three(store)
    for label in presses:
        _press(visit, label)

    assert _texts(store, assessment) == row
    shown = [area.value for area in visit.app.text_area if area.label.startswith("Wat gebeurt er in processtap")]
    assert "".join(str(text) for text in shown) == row


def test_what_a_colleague_moved_loses_no_step(store: Store) -> None:
    assessment, mine = _three(store)
    _press(_opened(assessment), "Processtap 3 omhoog")

    _press(mine, "Processtap 1 omlaag")

    assert sorted(_texts(store, assessment)) == list("ABC")


def test_the_enhanced_approach_stands_beside_it(store: Store) -> None:
    visit = _opened(make(store, "vers"))
    section = questionnaire().steps[0]

    assert section.introduction in visit.words()
    assert all(f"{norm.code} {norm.title}" in visit.words() for norm in section.norms)


def test_a_theme_has_no_process_and_a_folded_one_draws_nothing(store: Store) -> None:
    assessment = make(store, "vers")

    assert FOLD not in Visit("thema-gegevens", assessment).words()
    folded = Visit(STEP, assessment)
    assert FOLD in folded.words()
    assert ADD not in _labels(folded)


def test_what_is_settled_is_there_to_read_as_it_was_written(store: Store) -> None:
    assessment = make(store, "alles 4")
    store.save(assessment, f"proces:{STEP}:abcdefgh", ProcessField.WHAT, "Team <b>belt</b>", seen=0, author="")
    settle(store, assessment)
    visit = _opened(assessment)

    assert "Team <b>belt</b>" in visit.words()
    assert ADD not in _labels(visit)
