"""Settling, what is settled, the round after it, and the difference between two rounds."""

import pytest

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.plan import YES, ActionField
from questionnaire.model.settlement import Status
from questionnaire.store import Change, Store
from tests.app_pages.assessments import make
from tests.app_pages.settled import REPORT, next_round, settle
from tests.app_pages.visit import Visit

STEP = questionnaire().steps[0]
FIRST, SECOND, THIRD, FOURTH = STEP.norms[:4]
TO_FORM = "Verder naar de bevestiging"


def _labels(visit: Visit) -> list[str]:
    return [button.label for button in visit.app.button]


def _press(visit: Visit, label: str) -> Visit:
    next(button for button in visit.app.button if button.label == label).click()
    return visit.run()


def _status(store: Store, assessment: str) -> Status:
    return store.load(assessment).assessment.status


# Before settling


def test_what_blocks_is_told_with_its_reason_and_the_form_waits(store: Store) -> None:
    visit = Visit("rondes", make(store, "alles n.v.t. zonder reden"))

    assert "**Houdt tegen:**" in visit.words()
    assert "Schrijf de reden op, of kies ‘weet ik niet’." in visit.words()
    assert TO_FORM not in _labels(visit)


def test_what_may_stay_does_not_block(store: Store) -> None:
    visit = Visit("rondes", make(store, "alles 4"))

    assert "**Mag zo blijven:**" in visit.words()
    assert "**Houdt tegen:**" not in visit.words()
    assert TO_FORM in _labels(visit)


def test_a_finding_leads_to_its_norms(store: Store) -> None:
    assessment = make(store, "alles n.v.t. zonder reden")
    visit = Visit("rondes", assessment)
    visit.app.session_state["controle-zonder-reden"] = True
    visit.run()

    assert (f"{FIRST.code} {FIRST.title}", f"stap-1?z={assessment}&norm={FIRST.id}") in visit.links()


def test_a_concept_becomes_discussed_and_goes_back(store: Store) -> None:
    assessment = make(store, "alles 4")
    visit = _press(Visit("rondes", assessment), "Zet op ‘intern besproken’")
    assert _status(store, assessment) is Status.DISCUSSED
    assert "ronde 1 · intern besproken" in visit.run().words()

    _press(visit, "Zet terug op ‘concept’")
    assert _status(store, assessment) is Status.CONCEPT


def test_without_a_role_nothing_is_settled(store: Store) -> None:
    assessment = make(store, "alles 4")
    visit = _press(Visit("rondes", assessment), TO_FORM)

    assert "Vul een rol in" in visit.app.error[0].value
    assert _status(store, assessment) is Status.CONCEPT


def test_settling_is_confirmed_first(store: Store) -> None:
    assessment = make(store, "alles 4")
    visit = Visit("rondes", assessment)
    next(each for each in visit.app.text_input if each.label.startswith("Rol")).set_value("college")
    _press(visit, TO_FORM)

    assert "**U kunt dit niet terugdraaien.**" in visit.words()
    assert _status(store, assessment) is Status.CONCEPT


# What is settled


def test_a_settled_round_shows_who_and_offers_the_kept_report(store: Store) -> None:
    assessment = make(store, "alles 4")
    kept = settle(store, assessment)
    visit = Visit("rondes", assessment)

    assert r"Vastgesteld door: college \*B en W\*" in visit.words()
    assert r"Z\/2026\/1" in visit.words()
    assert [code.value for code in visit.app.code] == [kept.sha256]
    assert visit.downloads() == {
        "Download het vastgestelde rapport": f"/bestanden/{assessment}/vastgesteld-rapport.docx"
    }
    assert store.settling.settled_report(assessment).content == REPORT
    assert TO_FORM not in _labels(visit)


@pytest.mark.parametrize("page", ["overzicht", "stap-1", "thema-gegevens", "resultaten", "plan", "huisstijl"])
def test_pages_of_a_settled_round_are_to_read_and_say_why(page: str, store: Store) -> None:
    assessment = make(store, "teksten van 10.000 tekens")
    settle(store, assessment)
    visit = Visit(page, assessment)

    assert "Deze ronde is vastgesteld op 3 november 2026 en verandert niet meer." in visit.words()
    assert f"rondes?z={assessment}" in [address for _, address in visit.links()]
    assert not visit.app.text_area
    assert not visit.app.date_input


def test_a_page_that_was_open_becomes_one_to_read(store: Store) -> None:
    assessment = make(store, "vers")
    visit = Visit("stap-1", assessment)
    before = visit.components()[0]
    settle(store, assessment)
    after = visit.run().components()[0]

    assert (before["readOnly"], after["readOnly"]) == (False, True)
    assert before["state"]["details"] != after["state"]["details"]


# The next round


def test_a_new_round_begins_with_everything_to_be_confirmed(store: Store) -> None:
    first = make(store, "alles 4")
    _press(Visit("rondes", first), "Begin een nieuwe ronde")

    second = next(each for each in store.summaries() if each.previous == first)
    assert second.round == 2
    assert len(store.load(second.id).assessment.unconfirmed) == len(questionnaire().norms)
    assert f"overzicht?z={second.id}" in [address for _, address in Visit("rondes", first).links()]


def test_the_count_goes_down_with_each_confirmation_and_each_change(store: Store) -> None:
    assessment = next_round(store, make(store, "alles 4"))
    total, here = len(questionnaire().norms), len(STEP.norms)
    visit = Visit("stap-1", assessment)
    assert visit.components()[0]["copiedBar"] is True
    waiting = [visit.values(norm.id)["herbevestigen"] for norm in STEP.norms]
    assert waiting == [YES] * here
    assert f"nog {total} van {total} te herbevestigen" in visit.words()

    store.rounds.confirm(assessment, [FIRST.id], author="")
    seen = store.load(assessment).seen[SECOND.id, AnswerField.LEVEL]
    store.save(assessment, SECOND.id, AnswerField.LEVEL, Level.PARTLY, seen=seen, author="")

    assert f"nog {total - 2} van {total} te herbevestigen" in visit.run().words()
    waiting = [visit.values(norm.id)["herbevestigen"] for norm in (FIRST, SECOND, THIRD)]
    assert waiting == ["", "", YES]


def test_a_first_round_says_nothing_of_confirming(store: Store) -> None:
    visit = Visit("stap-1", make(store, "alles 4"))

    assert "erbevestigen" not in visit.words()
    assert visit.components()[0]["copiedBar"] is False


def test_the_start_page_puts_rounds_together(store: Store) -> None:
    first = make(store, "alles 4")
    settle(store, first)
    second = next_round(store, first)
    visit = Visit("start")

    addresses = [address for _, address in visit.links() if address.startswith("overzicht?z=")]
    assert addresses[:2] == [f"overzicht?z={second}", f"overzicht?z={first}"]
    captions = [caption.value for caption in visit.app.main.caption]
    assert captions[0].startswith("Ronde 2 · peildatum 01-10-2027 · concept")
    assert captions[1].startswith("Ronde 1 · peildatum 01-10-2026 · vastgesteld")


# The difference


def _moved(store: Store) -> str:
    """A second round in which one norm went up by an action, one down, one is gone and one is new."""
    first = make(store, "vers")
    levels = [(FIRST, Level.SOMETIMES), (SECOND, Level.SECURED), (THIRD, Level.PARTLY)]
    store.save_many(first, [Change(norm.id, AnswerField.LEVEL, level, 0) for norm, level in levels], author="")
    action = "actie:abcdefgh"
    values = {ActionField.WHAT: "Maak een *instructie*", ActionField.NORMS: FIRST.id}
    store.save_many(first, [Change(action, field, value, 0) for field, value in values.items()], author="")
    second = next_round(store, first)
    seen = store.load(second).seen
    new = [(FIRST, Level.ARRANGED), (SECOND, Level.NOT_ARRANGED), (THIRD, ""), (FOURTH, Level.PARTLY)]
    changes = [
        Change(norm.id, AnswerField.LEVEL, level, seen.get((norm.id, AnswerField.LEVEL), 0)) for norm, level in new
    ]
    store.save_many(second, [*changes, Change(action, ActionField.STATUS, "klaar", 0)], author="")
    return second


def test_the_difference_tells_what_moved_and_what_was_done(store: Store) -> None:
    visit = Visit("verschil", _moved(store))

    heads = [heading for heading in visit.headings if "(1)" in heading]
    assert [heading.split()[1].strip(":") for heading in heads] == ["Omhoog", "Omlaag", "Nieuw", "Weg"]
    assert r"Van ‘1 · Soms’ naar ‘3 · Geregeld’. Gedaan: Maak een \*instructie\*." in visit.words()
    assert "Van ‘2 · Deels geregeld’ naar ‘nog open’." in visit.words()
    assert "Normen: 1 omhoog, 1 omlaag, 0 gelijk, 1 nieuw, 1 weg" in visit.words()


def test_a_difference_with_copies_in_it_says_so(store: Store) -> None:
    visit = Visit("verschil", next_round(store, make(store, "alles 4")))

    assert "wachten nog op een bevestiging" in visit.words()


def test_without_the_earlier_round_there_is_a_reason(store: Store) -> None:
    first = make(store, "alles 4")
    second = next_round(store, first)
    store.remove(first, author="")

    assert "De rondes zijn niet te vergelijken." in Visit("verschil", second).words()
    assert "Dit is de eerste ronde." in Visit("verschil", make(store, "alles 4")).words()
