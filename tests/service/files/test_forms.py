"""A form comes as it was handed out, each time; one without a number comes only where nothing changes."""

from collections.abc import Mapping
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from questionnaire.example import EXAMPLE_ID, load_example
from questionnaire.model.assessment import AnswerField, Assessment
from questionnaire.model.plan import YES, ActionField, ProcessField
from questionnaire.model.subjects import SubjectField
from questionnaire.store import MAX_RECIPIENT, Change, FormRecord, Store
from reporting.forms.excel.form import make_excel_form
from reporting.forms.layout import FormChoice
from reporting.forms.word.form import make_word_form
from service.files.addresses import file_address, form_path, form_query
from service.files.forms import as_it_was
from service.files.names import ENDINGS, MIMES, Program
from tests.app_pages.settled import settle
from tests.service.files.visiting import ACTION, CONTENT, DAY, FIRST, SECOND, inside, ways_back, why


def _hand_out(store: Store, assessment: str) -> FormRecord:
    return store.forms.make(
        store.load(assessment),
        (FIRST.id, SECOND.id),
        recipient="privacy officer",
        selection="2 normen",
        is_filled_before=True,
        actions={},
        author="",
    )


def _choice(assessment: Assessment, form: str = "") -> FormChoice:
    return FormChoice(CONTENT, assessment, (FIRST.id, SECOND.id), form, "privacy officer", "2 normen")


def _same(made: bytes, choice: FormChoice, program: Program, template: bytes | None = None) -> bool:
    wanted = make_excel_form(choice, DAY) if program is Program.EXCEL else make_word_form(choice, DAY, template)
    return inside(made) == inside(wanted)


def _change_everything(store: Store, assessment: str) -> None:
    seen = store.load(assessment).seen
    values: Mapping[tuple[str, SubjectField], str] = {
        (FIRST.id, AnswerField.PRACTICE): "Van later",
        (ACTION, ActionField.REMOVED): YES,
        ("proces:stap-1:aaaaaaaa", ProcessField.REMOVED): YES,
    }
    changes = [Change(*key, value, seen.get(key, 0)) for key, value in values.items()]
    store.save_many(assessment, changes, author="")


@pytest.mark.parametrize("program", Program)
def test_a_form_is_made_of_what_was_known_when_it_was_handed_out(
    program: Program, client: TestClient, store: Store, filled: str
) -> None:
    then, form = store.load(filled).assessment, _hand_out(store, filled)
    _change_everything(store, filled)
    answer = client.get(file_address(filled, form_path(form.number, program)))

    assert _same(answer.content, _choice(then, form.number), program)
    assert answer.headers["content-type"] == MIMES[program]
    name = f"was-wordt-gemeente-súdwest-fryslân-invullijst-{form.number}.{ENDINGS[program]}"
    assert answer.headers["content-disposition"].endswith(f"; filename*=UTF-8''{quote(name)}")


def test_an_assessment_as_it_was_holds_what_it_held(store: Store, filled: str) -> None:
    then = store.load(filled)
    _change_everything(store, filled)
    now = store.load(filled)

    values = (store.forms.values_at(filled, each.latest_event) for each in (then, now))
    assert [as_it_was(now.assessment, each) for each in values] == [then.assessment, now.assessment]
    assert then.assessment.actions and then.assessment.process
    assert not now.assessment.actions and not now.assessment.process


def test_a_form_in_looks_that_do_not_fit_has_standard_looks(client: TestClient, store: Store, filled: str) -> None:
    form = _hand_out(store, filled)
    store.templates.keep(filled, "oud.docx", b"geen sjabloon", author="")
    answer = client.get(f"/bestanden/{filled}/invullijst/{form.number}.docx")
    assert _same(answer.content, _choice(store.load(filled).assessment, form.number), Program.WORD)


@pytest.mark.parametrize("program", Program)
def test_the_example_gives_forms_without_a_number(program: Program, client: TestClient) -> None:
    query = form_query([FIRST.id, SECOND.id], "2 normen", "privacy officer", is_filled_before=True)
    answer = client.get(file_address(EXAMPLE_ID, form_path("", program), query))
    assert _same(answer.content, _choice(load_example(CONTENT)), program)


def test_a_settled_round_gives_forms_with_and_without_a_number(
    client: TestClient, store: Store, filled: str
) -> None:
    form = _hand_out(store, filled)
    settle(store, filled)
    assessment = store.load(filled).assessment
    query = form_query([], "", "", is_filled_before=False)
    empty = client.get(file_address(filled, form_path("", Program.WORD), query)).content
    again = client.get(file_address(filled, form_path(form.number, Program.WORD))).content

    all_norms = tuple(norm.id for norm in CONTENT.norms)
    assert _same(empty, FormChoice(CONTENT, assessment, all_norms, is_filled_before=False), Program.WORD)
    assert _same(again, _choice(assessment, form.number), Program.WORD)


def test_what_can_still_change_gives_no_form_without_a_number(client: TestClient, filled: str) -> None:
    answer = client.get(f"/bestanden/{filled}/invullijst.docx")
    assert answer.status_code == 409
    assert "maak de lijst met de knop ‘Maak de invullijst’" in why(answer)
    assert ways_back(answer) == [f"/invullijsten?z={filled}", "/"]


def test_a_form_of_other_questions_is_refused(client: TestClient, store: Store, filled: str) -> None:
    form = _hand_out(store, filled)
    store.move_content(filled, "2031.1", [], author="")
    answer = client.get(f"/bestanden/{filled}/invullijst/{form.number}.docx")
    assert answer.status_code == 409
    assert f"Deze lijst hoort bij versie {CONTENT.version} van de vragenlijst" in why(answer)


@pytest.mark.parametrize("name", ["invullijst/AAAA-AAAA.docx", "invullijst/AAAA-AAAA.xlsx"])
def test_a_number_that_nobody_knows_is_told(name: str, client: TestClient, filled: str) -> None:
    answer = client.get(f"/bestanden/{filled}/{name}")
    assert (answer.status_code, "hier niet bekend" in why(answer)) == (404, True)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("normen=bestaat-niet", "De norm 'bestaat-niet' bestaat niet"),
        ("ingevuld=misschien", "kijk bij ‘ingevuld’"),
        (f"voor={'x' * (MAX_RECIPIENT + 1)}", "kijk bij ‘voor’"),
    ],
)
def test_a_form_that_cannot_be_is_refused(query: str, words: str, client: TestClient) -> None:
    answer = client.get(f"/bestanden/{EXAMPLE_ID}/invullijst.docx?{query}")
    assert answer.status_code == 422
    assert words in why(answer)
