"""Handing out forms: what goes in, the message that goes along, who has what."""

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest

from app_pages.forms.mail import mail_text
from app_pages.forms.selection import Part
from app_pages.session.desk import MadeForm
from questionnaire.example import EXAMPLE_ID
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Depth, Level
from questionnaire.store import Change, FormRecord, Store, TakenFile
from service.files.names import Program
from tests.app_pages.assessments import make
from tests.app_pages.settled import settle
from tests.app_pages.visit import Visit

CONTENT = questionnaire()
STEP = CONTENT.steps[0]
FIRST, SECOND = STEP.norms[:2]
MAKE, WITHDRAW = "Maak de invullijst", "Trek deze lijst in"


def press(visit: Visit, label: str) -> Visit:
    """Click the button with this label."""
    next(button for button in visit.app.button if button.label == label).click()
    return visit.run()


def choose(visit: Visit, part: Part) -> Visit:
    """Choose what goes into the form."""
    visit.app.radio(key="lijst-deel").set_value(part)
    return visit.run()


def made(visit: Visit) -> MadeForm:
    """What stands ready to download."""
    form = visit.app.session_state["opened"].desk.made
    assert isinstance(form, MadeForm)
    return form


def _only(store: Store, assessment: str) -> FormRecord:
    (form,) = store.forms.of(assessment)
    return form


# What goes in


def test_a_form_holds_all_norms_unless_something_else_is_chosen(store: Store) -> None:
    assessment = make(store, "vers")
    visit = press(Visit("invullijsten", assessment), MAKE)

    form = _only(store, assessment)
    assert form.norms == tuple(norm.id for norm in CONTENT.norms)
    assert (form.selection, form.recipient, form.is_filled_before) == ("Volledige lijst", "", True)
    assert f"De invullijst met nummer **{form.number}** is klaar. Er staan 122 normen in." in visit.words()
    assert made(visit).file_name == f"was-wordt-gemeente-bergen-limburg-invullijst-{form.number}.docx"
    assert visit.downloads()["Download de invullijst"] == (
        f"/bestanden/{assessment}/invullijst/{form.number}.docx"
    )


@pytest.mark.parametrize(
    ("part", "norms", "words"),
    [
        (Part.CORE, CONTENT.core.norms, "Kernlijst"),
        (Part.SECTION, STEP.norms, STEP.name),
        (Part.OPEN, (SECOND,), "Wat nog open is"),
    ],
)
def test_a_form_holds_what_was_chosen(part: Part, norms: tuple[object, ...], words: str, store: Store) -> None:
    assessment = make(store, "alles 4")
    seen = store.load(assessment).seen[SECOND.id, AnswerField.LEVEL]
    store.save(assessment, SECOND.id, AnswerField.LEVEL, Level.UNKNOWN, seen=seen, author="")
    press(choose(Visit("invullijsten", assessment), part), MAKE)

    form = _only(store, assessment)
    assert form.norms == tuple(norm.id for norm in CONTENT.norms if norm in norms)
    assert form.selection == words


def test_the_role_that_usually_knows_chooses_norms_and_is_for_whom_the_form_is(store: Store) -> None:
    assessment = make(store, "vers")
    visit = choose(Visit("invullijsten", assessment), Part.ROLE)
    visit.app.selectbox(key="lijst-rol").set_value("privacy-officer")
    press(visit.run(), MAKE)

    form = _only(store, assessment)
    assert form.norms == tuple(norm.id for norm in CONTENT.norms if norm.role == "privacy-officer")
    assert form.recipient == "privacy officer"


def test_own_words_for_whom_it_is_stay_when_another_role_is_chosen(store: Store) -> None:
    visit = choose(Visit("invullijsten", make(store, "vers")), Part.ROLE)
    visit.app.text_input(key="lijst-voor").set_value("wie het weet")
    visit.app.selectbox(key="lijst-rol").set_value("privacy-officer")
    assert visit.run().app.text_input(key="lijst-voor").value == "wie het weet"


def test_within_a_step_only_what_is_open_may_be_asked(store: Store) -> None:
    assessment = make(store, "vers")
    store.save(assessment, FIRST.id, AnswerField.LEVEL, Level.PARTLY, seen=0, author="")
    visit = choose(Visit("invullijsten", assessment), Part.SECTION)
    visit.app.checkbox(key="lijst-alleen-open").check()
    press(visit.run(), MAKE)

    form = _only(store, assessment)
    assert form.norms == tuple(norm.id for norm in STEP.norms[1:])
    assert form.selection == f"{STEP.name}, wat nog open is"


def test_own_norms_are_asked_in_the_order_of_the_list(store: Store) -> None:
    assessment = make(store, "vers")
    visit = choose(Visit("invullijsten", assessment), Part.OWN)
    assert "Hier past nog geen norm bij." in visit.words()
    assert MAKE not in [button.label for button in visit.app.button]

    visit.app.multiselect(key="lijst-zelf").set_value([SECOND.id, FIRST.id])
    visit.run()
    visit.app.radio(key="lijst-soort").set_value("Excel")
    visit.app.radio(key="lijst-ingevuld").set_value("Leeg")
    visit = press(visit.run(), MAKE)
    form = _only(store, assessment)
    assert form.norms == (FIRST.id, SECOND.id)
    assert (form.selection, form.is_filled_before) == ("2 normen", False)
    assert made(visit).file_name.endswith(".xlsx")


def test_the_core_list_asks_its_own_norms(store: Store) -> None:
    assessment = make(store, "vers", Depth.CORE)
    visit = Visit("invullijsten", assessment)
    assert Part.CORE not in visit.app.radio(key="lijst-deel").options

    press(visit, MAKE)
    assert _only(store, assessment).norms == tuple(norm.id for norm in CONTENT.core.norms)


# The message


@pytest.mark.parametrize(
    ("form", "sentences"),
    [
        (
            MadeForm("K7QX-3M2P", "lijst.docx", "", 1, date(2026, 12, 3)),
            [
                "Wilt u voor Gemeente Utrecht 1 norm van de was-wordt lijst invullen? De norm staat in de",
                "invullijst met nummer K7QX-3M2P. Dat is het Word-bestand bij dit bericht.",
                "Ik ontvang de lijst graag terug voor of op 3 december 2026.",
                "Sla het bestand op als .docx",
            ],
        ),
        (
            MadeForm("", "lijst.xlsx", "", 6),
            [
                "Wilt u voor Gemeente Utrecht 6 normen van de was-wordt lijst invullen? De normen staan in de",
                "invullijst. Dat is het Excel-bestand bij dit bericht.",
                "Sla het bestand op als .xlsx",
            ],
        ),
    ],
)
def test_the_message_says_what_until_when_and_how(form: MadeForm, sentences: list[str]) -> None:
    text = mail_text(form, "Gemeente Utrecht")

    assert [sentence for sentence in sentences if sentence not in text] == []
    assert ("graag terug" in text) is (form.until is not None)
    assert "geen BSN" in text


def test_the_message_stands_there_to_copy(store: Store) -> None:
    assessment = make(store, "opmaak in de teksten")
    visit = press(Visit("invullijsten", assessment), MAKE)
    (code,) = visit.app.code
    assert _only(store, assessment).number in code.value


# Who has what


def test_who_has_what_shows_what_came_back(store: Store) -> None:
    assessment = make(store, "vers")
    assert "Er is nog geen invullijst gemaakt." in Visit("invullijsten", assessment).words()
    form = _handed_out(store, assessment, recipient="<b>team</b>")
    change = Change(FIRST.id, AnswerField.PRACTICE, "Zo gaat het", 0, ("lijst.docx",))
    store.forms.take_in(assessment, [change], [TakenFile("lijst.docx", "f" * 64, form.number)], author="")

    rows = _rows(Visit("invullijsten", assessment))
    assert [row[:4] for row in rows] == [[form.number, "<b>team</b>", "2 normen", "2"]]
    assert rows[0][-1].endswith("1 veld overgenomen uit lijst.docx")


def test_a_form_is_withdrawn_and_can_still_be_seen(store: Store) -> None:
    assessment = make(store, "vers")
    form = _handed_out(store, assessment)
    visit = press(Visit("invullijsten", assessment), WITHDRAW)

    assert _only(store, assessment).withdrawn_at
    assert "Alle lijsten zijn ingetrokken." in visit.words()
    visit.app.checkbox(key="lijst-alle").check()
    (row,) = _rows(visit.run())
    assert row[0] == form.number
    assert "ingetrokken op" in row[-1]
    assert WITHDRAW not in [button.label for button in visit.app.button]


@pytest.mark.parametrize(("kind", "ending"), [(Program.WORD, "docx"), (Program.EXCEL, "xlsx")])
def test_a_form_that_was_handed_out_can_be_downloaded_again(kind: Program, ending: str, store: Store) -> None:
    assessment = make(store, "vers")
    form = _handed_out(store, assessment)

    downloads = Visit("invullijsten", assessment).downloads()
    assert downloads[f"Download opnieuw in {kind}"] == f"/bestanden/{assessment}/invullijst/{form.number}.{ending}"


def _handed_out(store: Store, assessment: str, recipient: str = "") -> FormRecord:
    return store.forms.make(
        store.load(assessment),
        (FIRST.id, SECOND.id),
        recipient=recipient,
        selection="2 normen",
        is_filled_before=True,
        actions={},
        author="",
    )


def _rows(visit: Visit) -> list[list[str]]:
    return [[cell.text_content() for cell in row] for row in visit.parsed().iterfind(".//tbody/tr")]


def test_a_form_of_another_version_of_the_questions_is_not_made_again(store: Store) -> None:
    assessment = make(store, "vers")
    _handed_out(store, assessment)
    store.move_content(assessment, "2031.1", [], author="")
    visit = Visit("invullijsten", assessment)

    assert f"Deze lijst hoort bij versie {CONTENT.version}" in visit.words().replace("\\", "")
    assert visit.downloads() == {}


# Where nothing can change


def test_the_example_makes_forms_without_a_number(store: Store) -> None:
    visit = press(Visit("invullijsten", EXAMPLE_ID), MAKE)

    assert "Zo’n lijst krijgt geen nummer." in visit.words()
    assert made(visit).number == ""
    assert visit.downloads() == {
        "Download de invullijst": f"/bestanden/{EXAMPLE_ID}/invullijst.docx?keuze=Volledige+lijst"
    }
    assert visit.headings == ["Nieuwe invullijst"]


def test_the_address_of_a_form_without_a_number_tells_what_is_in_it(store: Store) -> None:
    visit = choose(Visit("invullijsten", EXAMPLE_ID), Part.OWN)
    visit.app.multiselect(key="lijst-zelf").set_value([SECOND.id, FIRST.id])
    visit.run().app.text_input(key="lijst-voor").set_value("<b> & co")
    visit.app.radio(key="lijst-ingevuld").set_value("Leeg")
    address = urlsplit(press(visit.run(), MAKE).downloads()["Download de invullijst"])

    assert dict(parse_qsl(address.query)) == {
        "normen": f"{FIRST.id},{SECOND.id}",
        "keuze": "2 normen",
        "voor": "<b> & co",
        "ingevuld": "nee",
    }


def test_looks_that_a_form_cannot_have_are_told(store: Store) -> None:
    assessment = make(store, "vers")
    store.templates.keep(assessment, "oud.docx", b"geen sjabloon", author="")
    assert "Uw sjabloon past niet" in press(Visit("invullijsten", assessment), MAKE).words()
    visit = Visit("invullijsten", assessment)
    visit.app.radio(key="lijst-soort").set_value("Excel")
    assert "Uw sjabloon past niet" not in press(visit.run(), MAKE).words()


def test_a_settled_round_makes_forms_without_a_number(store: Store) -> None:
    assessment = make(store, "alles 4")
    form = _handed_out(store, assessment)
    settle(store, assessment)
    visit = press(Visit("invullijsten", assessment), MAKE)

    assert made(visit).number == ""
    assert _only(store, assessment) == form
    assert WITHDRAW not in [button.label for button in visit.app.button]
