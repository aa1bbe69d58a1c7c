"""Reading files back: what is shown, what may be chosen, and that nothing is saved before that."""

import io

import pytest
from docx import Document

from app_pages.take_in.rows import CARDS
from questionnaire.comparison.form_fields import FormField
from questionnaire.example import EXAMPLE_ID
from questionnaire.exchange.document import to_json
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.plan import ActionField
from questionnaire.scoring.score import score_assessment
from questionnaire.store import Change, FormRecord, Store
from reporting.forms.excel.form import make_excel_form
from reporting.forms.layout import FormChoice
from reporting.forms.word.form import make_word_form
from reporting.report import make_report
from tests.app_pages.assessments import DAY, make
from tests.app_pages.filled_forms import fill
from tests.app_pages.settled import next_round, settle
from tests.app_pages.visit import Visit

CONTENT = questionnaire()
NORMS = CONTENT.steps[0].norms
FIRST, SECOND, THIRD = NORMS[:3]
PRACTICE, LEVEL = AnswerField.PRACTICE, AnswerField.LEVEL
OURS, THEIRS, BEFORE = "Dit schreven wij.", "Dit schreef de collega.", "Zo was het."
ALL_MINE, ALL_FILE = "Laat alles staan", "Neem alles uit het bestand over"
NAME = "lijst van <b>team.docx"
Values = dict[tuple[str, FormField], str]


@pytest.fixture
def assessment(store: Store) -> str:
    """An assessment with one text and one level."""
    made = make(store, "vers")
    store.save(made, FIRST.id, PRACTICE, BEFORE, seen=0, author="")
    return made


def _save(store: Store, assessment: str, norm_id: str, field: AnswerField, value: str) -> None:
    seen = store.load(assessment).seen.get((norm_id, field), 0)
    store.save(assessment, norm_id, field, value, seen=seen, author="collega")


def _form(store: Store, assessment: str, values: Values, norms: int = 3) -> tuple[FormRecord, bytes]:
    """A form that was handed out and filled in."""
    stored = store.load(assessment)
    ids = tuple(norm.id for norm in NORMS[:norms])
    form = store.forms.make(
        stored,
        ids,
        recipient="teamleider",
        selection="3 normen",
        is_filled_before=True,
        actions={},
        author="",
    )
    choice = FormChoice(CONTENT, stored.assessment, ids, form.number, "teamleider", "3 normen")
    return form, fill(make_word_form(choice, DAY), values)


def _read(assessment: str, *files: tuple[str, bytes]) -> Visit:
    visit = Visit("teruglezen", assessment)
    for name, content in files:
        visit.app.file_uploader[0].upload(name, content, "application/octet-stream")
        visit.run()
    return visit


def _press(visit: Visit, label: str) -> Visit:
    next(button for button in visit.app.button if button.label == label).click()
    return visit.run().run()


def _save_button(visit: Visit) -> str:
    return visit.app.button(key="terug-bewaar").label


def _finish(visit: Visit) -> Visit:
    visit.app.button(key="terug-bewaar").click()
    return visit.run().run()


def _choice(visit: Visit, about: str) -> str | None:
    """The option that is chosen at a field, as it reads."""
    radio = next(each for each in visit.app.radio if each.label.startswith(about))
    return None if radio.value is None else radio.options[radio.index or 0]


def _practice(store: Store, assessment: str, norm_id: str = FIRST.id) -> str:
    return store.load(assessment).assessment.answer(norm_id).practice


# One file


def test_a_form_is_told_compared_and_saved_only_then(store: Store, assessment: str) -> None:
    form, content = _form(
        store,
        assessment,
        {(FIRST.id, FormField.PRACTICE): THEIRS, (SECOND.id, FormField.LEVEL): "2 · Deels geregeld"},
    )
    visit = _read(assessment, (NAME, content))

    assert f"Invullijst in Word · nummer {form.number} · voor teamleider" in visit.words().replace("\\", "")
    assert "**2 verschillen:** 2 overnemen, 0 laten staan, **0 nog te kiezen**." in visit.words()
    assert visit.codes == [FIRST.code, SECOND.code]
    assert f"Hier staat nu{BEFORE}In {NAME}{THEIRS}" in visit.words()
    assert _practice(store, assessment) == BEFORE

    assert _save_button(visit) == "Sla 2 velden op"
    _finish(visit)
    answers = store.load(assessment).assessment.answers
    assert (answers[FIRST.id].practice, answers[SECOND.id].level) == (THEIRS, Level.PARTLY)
    assert store.history(assessment, FIRST.id)[0].origin == NAME
    (returned,) = store.forms.of(assessment)[0].returns
    assert (returned.name, returned.taken) == (NAME, 2)
    assert "Er zijn 2 velden opgeslagen uit" in visit.words()
    assert (f"{FIRST.code} {FIRST.title}", f"stap-1?z={assessment}&norm={FIRST.id}") in visit.links()
    assert "Vergelijken en kiezen" not in visit.headings


def test_a_norm_that_was_taken_out_of_a_form_is_told(store: Store, assessment: str) -> None:
    stored = store.load(assessment)
    ids = (FIRST.id, SECOND.id)
    form = store.forms.make(stored, ids, is_filled_before=True, actions={}, author="")
    choice = FormChoice(CONTENT, stored.assessment, (SECOND.id,), form.number)
    visit = _read(assessment, (NAME, make_word_form(choice, DAY)))

    told = f"Van 1 norm van deze invullijst staat niets in het bestand: {FIRST.code}."
    assert told in visit.words()


def test_the_history_names_the_file(store: Store, assessment: str) -> None:
    _, content = _form(store, assessment, {(FIRST.id, FormField.PRACTICE): THEIRS})
    _finish(_read(assessment, ("lijst.docx", content)))

    assert "lijst.docx" in [event.origin for event in store.history(assessment, FIRST.id)]


def test_what_both_changed_must_be_chosen_before_anything_is_saved(store: Store, assessment: str) -> None:
    _, content = _form(store, assessment, {(FIRST.id, FormField.PRACTICE): THEIRS})
    _save(store, assessment, FIRST.id, PRACTICE, OURS)
    visit = _read(assessment, ("lijst.docx", content))

    assert "Hier én in het bestand veranderd." in visit.words()
    assert f"Toen het bestand werd gemaakt{BEFORE}" in visit.words()
    assert _choice(visit, FIRST.code) is None
    assert "**1 nog te kiezen**" in visit.words()
    _finish(visit)
    assert "Er is NIETS opgeslagen." in visit.words()
    assert _practice(store, assessment) == OURS

    radio = visit.app.radio[0]
    assert radio.options == ["Laat staan", "Neem over", "Bewaar beide onder elkaar"]
    radio.set_value(_pick(visit, 2))
    _finish(visit.run().run())
    assert _practice(store, assessment) == f"{OURS}\n\n{THEIRS}"


def _pick(visit: Visit, number: int) -> object:
    """The value behind an option of the first choice."""
    return visit.app.session_state["opened"].desk.comparison.rows[0].picks[number]


@pytest.mark.parametrize(("label", "text"), [(ALL_MINE, OURS), (ALL_FILE, THEIRS)])
def test_everything_is_chosen_at_once(label: str, text: str, store: Store, assessment: str) -> None:
    values = {(norm.id, FormField.PRACTICE): THEIRS for norm in NORMS[:3]}
    _, content = _form(store, assessment, values)
    for norm in NORMS[:3]:
        _save(store, assessment, norm.id, PRACTICE, OURS)
    visit = _press(_read(assessment, ("lijst.docx", content)), label)

    assert "**0 nog te kiezen**" in visit.words()
    _finish(visit)
    assert {_practice(store, assessment, norm.id) for norm in NORMS[:3]} == {text}


def test_back_to_what_goes_without_saying(store: Store, assessment: str) -> None:
    values = {(FIRST.id, FormField.PRACTICE): THEIRS, (SECOND.id, FormField.PRACTICE): THEIRS}
    _, content = _form(store, assessment, values)
    _save(store, assessment, SECOND.id, PRACTICE, OURS)
    visit = _press(_read(assessment, ("lijst.docx", content)), ALL_MINE)
    _press(visit, "Neem over waar hier niets is veranderd")

    assert (_choice(visit, FIRST.code), _choice(visit, SECOND.code)) == ("Neem over", "Laat staan")


def test_what_could_not_be_read_is_told_first_with_its_place(store: Store, assessment: str) -> None:
    values = {(FIRST.id, FormField.LEVEL): "3-4 <i>of zo</i>", (SECOND.id, FormField.PRACTICE): THEIRS}
    visit = _read(assessment, ("lijst.docx", _form(store, assessment, values)[1]))

    titles = [title.text_content() for title in visit.parsed().iterfind(".//h4")]
    assert titles[0] == "Niet gelezen: kijk hier zelf naar (1)"
    assert f"Norm {FIRST.code} (tabel" in visit.words()
    assert not visit.parsed().findall(".//i")


def test_a_suspicion_of_residents_is_told_before_saving(store: Store, assessment: str) -> None:
    values = {(FIRST.id, FormField.PRACTICE): "BSN 111222333"}
    visit = _read(assessment, ("lijst.docx", _form(store, assessment, values)[1]))
    assert "Deze tekst lijkt een burgerservicenummer (BSN) te bevatten." in visit.words()


def test_an_action_from_a_file_is_chosen_as_a_whole(store: Store, assessment: str) -> None:
    values = {(FIRST.id, FormField.ACTION): "Werkafspraak maken", (FIRST.id, FormField.DUE): "01-03-2027"}
    visit = _read(assessment, ("lijst.docx", _form(store, assessment, values)[1]))

    assert [radio.options for radio in visit.app.radio] == [["Neem niet over", "Neem over"]]
    _finish(visit)
    (action,) = store.load(assessment).assessment.actions.values()
    assert (action.what, action.norms) == ("Werkafspraak maken", (FIRST.id,))


def test_many_norms_are_shown_in_parts(store: Store, assessment: str) -> None:
    values = {(norm.id, FormField.PRACTICE): THEIRS for norm in NORMS}
    visit = _read(assessment, ("lijst.docx", _form(store, assessment, values, len(NORMS))[1]))
    assert visit.codes == [norm.code for norm in NORMS[:CARDS]]

    _press(visit, "Volgende")
    assert visit.codes == [norm.code for norm in NORMS[CARDS:]]
    assert f"Kaart {CARDS + 1} tot en met {len(NORMS)} van {len(NORMS)}." in visit.words()


def test_only_what_must_be_chosen_is_shown_on_request(store: Store, assessment: str) -> None:
    values = {(norm.id, FormField.PRACTICE): THEIRS for norm in NORMS}
    content = _form(store, assessment, values, len(NORMS))[1]
    _save(store, assessment, SECOND.id, PRACTICE, OURS)
    visit = _press(_read(assessment, ("lijst.docx", content)), "Volgende")
    visit.app.checkbox[0].check()

    assert visit.run().run().codes == [SECOND.code]


def test_an_excel_form_is_read_as_well(store: Store, assessment: str) -> None:
    stored = store.load(assessment)
    content = make_excel_form(FormChoice(CONTENT, stored.assessment, (FIRST.id,)), DAY)
    _save(store, assessment, FIRST.id, PRACTICE, OURS)
    visit = _read(assessment, ("lijst.xlsx", content))
    assert "Invullijst in Excel" in visit.words()
    assert visit.codes == [FIRST.code]


def test_a_comment_in_our_report_comes_back_as_a_remark(store: Store, assessment: str) -> None:
    stored = store.load(assessment).assessment
    report = Document(io.BytesIO(make_report(score_assessment(CONTENT, stored), DAY)))
    cells = (row.cells[0] for table in report.tables for row in table.rows)
    cell = next(cell for cell in cells if cell.text.startswith(FIRST.code))
    report.add_comment(cell.paragraphs[0].runs, text="Klopt dit nog?", author="", initials="")
    target = io.BytesIO()
    report.save(target)
    visit = _read(assessment, ("rapport.docx", target.getvalue()))

    assert "Rapport met opmerkingen in Word · 1 norm" in visit.words()
    assert visit.app.radio[0].options == ["Laat leeg", "Neem over"]
    _finish(visit)
    assert "Klopt dit nog?" in store.load(assessment).assessment.answer(FIRST.id).remark


# Several files, and files that stay


def test_two_files_that_differ_must_be_chosen_by_name(store: Store, assessment: str) -> None:
    files = [_form(store, assessment, {(FIRST.id, FormField.PRACTICE): text})[1] for text in (OURS, THEIRS)]
    visit = _read(assessment, ("lijst.docx", files[0]), ("lijst.docx", files[1]))

    assert "2 bestanden bekeken" in visit.headings
    assert "De bestanden verschillen van elkaar." in visit.words()
    assert visit.app.radio[0].options[:3] == [
        "Laat staan",
        r"Neem over uit lijst\.docx",
        r"Neem over uit lijst\.docx \(2\)",
    ]
    assert ALL_FILE not in [button.label for button in visit.app.button]


def test_a_file_is_put_away_and_the_same_file_is_read_once(store: Store, assessment: str) -> None:
    content = _form(store, assessment, {(FIRST.id, FormField.PRACTICE): THEIRS})[1]
    visit = _read(assessment, ("lijst.docx", content), ("kopie.docx", content))
    assert "1 bestand bekeken" in visit.headings

    _press(visit, r"Leg lijst\.docx weg")
    assert "1 bestand bekeken" not in visit.headings
    assert "Vergelijken en kiezen" not in visit.headings


def test_choices_stay_while_somebody_looks_elsewhere(store: Store, assessment: str) -> None:
    content = _form(store, assessment, {(FIRST.id, FormField.PRACTICE): THEIRS})[1]
    visit = _press(_read(assessment, ("lijst.docx", content)), ALL_MINE)
    visit.go("resultaten").go("teruglezen")
    assert _choice(visit, FIRST.code) == "Laat staan"


def test_another_assessment_begins_with_an_empty_desk(store: Store, assessment: str) -> None:
    content = _form(store, assessment, {(FIRST.id, FormField.PRACTICE): THEIRS})[1]
    visit = _read(assessment, ("lijst.docx", content))
    visit.app.query_params["z"] = make(store, "vers")
    visit.run()

    assert "1 bestand bekeken" not in visit.headings
    assert THEIRS not in visit.words()


# What comes in between, and what is refused


def test_what_a_colleague_saved_meanwhile_is_compared_again_and_choices_stay(
    store: Store, assessment: str
) -> None:
    values = {(norm.id, FormField.PRACTICE): THEIRS for norm in (FIRST, SECOND)}
    visit = _press(_read(assessment, ("lijst.docx", _form(store, assessment, values)[1])), ALL_FILE)
    _save(store, assessment, FIRST.id, PRACTICE, OURS)
    _finish(visit)

    assert "Intussen heeft een collega" in visit.words()
    assert (_practice(store, assessment), _practice(store, assessment, SECOND.id)) == (OURS, "")
    _press(visit, "Vergelijk opnieuw")
    assert (_choice(visit, FIRST.code), _choice(visit, SECOND.code)) == (None, "Neem over")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("brief.docx", b"Geachte heer,", "Uit dit bestand komt niets."),
        ("lijst.json", b"{}", "dit is geen zelfbeoordeling"),
        ("lijst.xlsx", b"PK", "Uit dit bestand komt niets."),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    name: str, content: bytes, message: str, store: Store, assessment: str
) -> None:
    visit = _read(assessment, (name, content))
    assert message in visit.words().replace("\\", "")
    assert "Vergelijken en kiezen" not in visit.headings


def test_a_form_of_another_assessment_is_refused(store: Store, assessment: str) -> None:
    content = _form(store, make(store, "alles 4"), {(FIRST.id, FormField.PRACTICE): THEIRS})[1]
    visit = _read(assessment, ("lijst.docx", content))
    assert "van een andere zelfbeoordeling op deze computer" in visit.words()
    assert THEIRS not in visit.words()


def test_nothing_is_read_back_where_nothing_can_change(store: Store, assessment: str) -> None:
    settle(store, assessment)
    for closed, words in ((assessment, "Teruglezen kan niet meer."), (EXAMPLE_ID, "bij uw eigen lijst")):
        visit = Visit("teruglezen", closed)
        assert not visit.app.file_uploader
        assert words in visit.words()


# A whole assessment


def test_an_assessment_as_a_file_is_merged(store: Store, assessment: str) -> None:
    other = make(store, "vers")
    changes = [
        Change(FIRST.id, PRACTICE, THEIRS, 0),
        Change("actie:aaaaaaaa", ActionField.WHAT, "Doen", 0),
        Change("actie:aaaaaaaa", ActionField.NORMS, SECOND.id, 0),
    ]
    store.save_many(other, changes, author="")
    content = to_json(store.load(other).assessment, CONTENT).encode()
    visit = _read(assessment, ("ander.json", content))

    assert "Zelfbeoordeling (JSON)" in visit.words().replace("\\", "")
    assert visit.codes == [FIRST.code, SECOND.code]
    _finish(_press(visit, ALL_FILE))
    assert _practice(store, assessment) == THEIRS
    assert len(store.load(assessment).assessment.actions) == 1


def test_an_assessment_of_another_round_is_explained(store: Store, assessment: str) -> None:
    content = to_json(store.load(assessment).assessment, CONTENT).encode()
    settle(store, assessment)
    visit = _read(next_round(store, assessment), ("vorige.json", content))
    assert "Dit bestand hoort bij ronde 1" in visit.words().replace("\\", "")


def test_the_start_page_leads_from_a_file_to_the_round_that_it_belongs_to(store: Store, assessment: str) -> None:
    content = to_json(store.load(assessment).assessment, CONTENT).encode()
    settled = make(store, "alles 4")
    settle(store, settled)
    visit = Visit("start")
    visit.app.file_uploader[0].upload("lijst.json", content, "application/json")

    assert [to for label, to in visit.run().links() if "Voeg samen" in label] == [f"teruglezen?z={assessment}"]
