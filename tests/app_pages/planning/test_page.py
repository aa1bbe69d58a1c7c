"""The page with the plan: from norms below target to actions, and what these are expected to bring."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from app_pages.planning import selection as plan_selection
from app_pages.planning.selection import passes
from app_pages.session import session
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.plan import YES, Action, ActionField, ActionStatus, Effort
from questionnaire.scoring.proposals import draft
from questionnaire.store import Change, Store
from tests.app_pages.assessments import MARKUP, make
from tests.app_pages.settled import settle
from tests.app_pages.visit import Visit

NORMS = questionnaire().steps[0].norms
FIRST, SECOND, THIRD = NORMS[:3]
TODAY = date(2026, 11, 22)
FIRST_ACTION, SECOND_ACTION = "actie:aaaaaaa1", "actie:aaaaaaa2"
MAKE = "Maak een actie van de gekozen normen"


@pytest.fixture
def below(store: Store) -> str:
    """Three norms below their target, all others open; gives the id of the assessment."""
    assessment = make(store, "vers")
    levels = [Change(norm.id, AnswerField.LEVEL, Level.SOMETIMES, 0) for norm in (FIRST, SECOND, THIRD)]
    store.save_many(assessment, levels, author="")
    return assessment


def _plan(store: Store, assessment: str, subject: str, **values: str) -> None:
    changes = [Change(subject, ActionField[name], value, 0) for name, value in values.items()]
    store.save_many(assessment, changes, author="Beleid")


def _actions(store: Store, assessment: str) -> Mapping[str, Action]:
    return store.load(assessment).assessment.actions


def _click(visit: Visit, label: str) -> Visit:
    next(button for button in visit.app.button if button.label == label).click()
    return visit.run().run()


def _texts(visit: Visit) -> list[str]:
    """What is to happen in the actions on the page, in order; of a removed one with a mark before it."""
    stored = [visit.values(card["subject"]) for card in visit.cards() if card["kind"] == "action"]
    return [f"{'weg: ' if each.get('verwijderd') else ''}{each.get('wat', '')}" for each in stored]


def test_ticked_norms_become_one_action_with_a_draft_to_change(below: str, store: Store) -> None:
    visit = Visit("plan", below)
    assert "3 normen onder het streefniveau hebben nog geen actie." in visit.words()
    for norm in (FIRST, THIRD):
        visit.app.checkbox(key=f"kies-{norm.id}").check()

    _click(visit, MAKE)

    (action,) = _actions(store, below).values()
    assert set(action.norms) == {FIRST.id, THIRD.id}
    expected = draft([questionnaire().norm_by_id[norm_id] for norm_id in action.norms])
    assert (action.what, action.owner_role) == (expected.what, expected.owner_role)
    assert _texts(visit) == [action.what]
    assert [component["lead"] for component in visit.components()] == [action.subject]
    assert [box.key for box in visit.app.checkbox if str(box.key).startswith("kies-")] == [f"kies-{SECOND.id}"]
    assert "1 norm onder het streefniveau heeft nog geen actie." in visit.words()


def test_without_a_tick_nothing_is_made(below: str, store: Store) -> None:
    visit = Visit("plan", below)
    next(button for button in visit.app.button if button.label == MAKE).click()

    assert "Kruis eerst een of meer normen aan." in visit.run().words()
    assert not _actions(store, below)


def test_an_empty_action_is_shown_and_kept_as_soon_as_something_stands_in_it(below: str, store: Store) -> None:
    visit = _click(Visit("plan", below), "Nieuwe actie zonder norm")
    assert not _actions(store, below)
    ((card,), (component,)) = visit.cards(), visit.components()
    assert card["subject"] == component["lead"]

    store.save(below, card["subject"], ActionField.WHAT, "Overleg met de buurgemeente", seen=0, author="")

    assert _texts(visit.run()) == ["Overleg met de buurgemeente"]
    assert [each["subject"] for each in visit.cards()] == [card["subject"]]


def test_every_field_of_an_action_can_be_filled_in(below: str, store: Store) -> None:
    _plan(store, below, FIRST_ACTION, WHAT="Maak een afspraak", NORMS=FIRST.id)
    (card,) = Visit("plan", below).cards()

    assert {field["name"] for field in card["fields"]} == {field.value for field in ActionField}
    options = {field["name"]: [value for value, _ in field.get("options", ())] for field in card["fields"]}
    assert options["normen"] == list(questionnaire().norm_by_id)
    assert set(options["eigenaar_rol"]) == {role.id for role in questionnaire().roles}
    assert options["omvang"] == [effort.value for effort in Effort]
    assert options["status"] == [status.value for status in ActionStatus if status != ActionStatus.NOT_STARTED]


def test_a_removed_action_can_be_put_back_at_once_and_later(below: str, store: Store) -> None:
    _plan(store, below, FIRST_ACTION, WHAT="Maak een afspraak", NORMS=FIRST.id)
    visit = Visit("plan", below)
    removed = store.save(below, FIRST_ACTION, ActionField.REMOVED, YES, seen=0, author="").event_id
    for each in (visit.run(), Visit("plan", below)):
        assert _texts(each) == ["weg: Maak een afspraak"]

    store.save(below, FIRST_ACTION, ActionField.REMOVED, "", seen=removed, author="Jurist")

    for each in (visit.run(), Visit("plan", below)):
        assert _texts(each) == ["Maak een afspraak"]


def test_the_page_is_drawn_again_after_a_save(below: str, store: Store) -> None:
    visit = Visit("plan", below)
    assert [component["tellsSaves"] for component in visit.components()] == [True]
    _plan(store, below, FIRST_ACTION, WHAT="Van een collega")

    assert _texts(visit.run()) == ["Van een collega"]
    assert "1 actie: 1 nog niet begonnen." in visit.words()


@pytest.mark.parametrize(
    ("chosen", "status", "days", "fits"),
    [
        (plan_selection.ALL, ActionStatus.DROPPED, None, True),
        (plan_selection.TO_DO, ActionStatus.NOT_STARTED, None, True),
        (plan_selection.TO_DO, ActionStatus.DONE, -1, False),
        (plan_selection.TO_DO, ActionStatus.DROPPED, None, False),
        (plan_selection.LATE, ActionStatus.BUSY, -1, True),
        (plan_selection.LATE, ActionStatus.BUSY, 0, False),
        (plan_selection.LATE, ActionStatus.BUSY, None, False),
        (plan_selection.LATE, ActionStatus.DONE, -1, False),
    ],
)
def test_a_filter_takes_what_belongs_under_it(
    chosen: str, status: ActionStatus, days: int | None, fits: bool
) -> None:
    due = None if days is None else TODAY + timedelta(days)

    assert passes(chosen, Action(id="a", status=status, due=due), TODAY) is fits


def test_actions_are_filtered_and_ordered_and_stay_while_they_change(below: str, store: Store) -> None:
    later, sooner = (f"{session.today() + timedelta(days)}" for days in (90, 30))
    _plan(store, below, FIRST_ACTION, WHAT="Later", DUE=later, NORMS=FIRST.id, OWNER_ROLE="consulent")
    _plan(store, below, SECOND_ACTION, WHAT="Eerder", DUE=sooner, OWNER_ROLE="coordinator")
    visit = Visit("plan", below)
    assert _texts(visit) == ["Eerder", "Later"]

    visit.app.selectbox(key="volgorde-acties").set_value(plan_selection.BY_URGENCY)
    assert _texts(visit.run()) == ["Later", "Eerder"]
    visit.app.selectbox(key="filter-eigenaar").set_value("coordinator")
    assert _texts(visit.run()) == ["Eerder"]
    assert "1 actie van 2 getoond." in visit.words()

    seen = store.load(below).seen[SECOND_ACTION, ActionField.OWNER_ROLE]
    store.save(below, SECOND_ACTION, ActionField.OWNER_ROLE, "consulent", seen=seen, author="")
    assert _texts(visit.run()) == ["Eerder"]


def _table(visit: Visit, caption: str) -> dict[str, list[str]]:
    (table,) = [each for each in visit.parsed().iter("table") if caption in each.findtext("caption", "")]
    rows = ([cell.text_content() for cell in row] for row in table.iterfind("tbody/tr"))
    return {name: cells for name, *cells in rows}


def test_an_action_that_is_not_ticked_does_not_count(below: str, store: Store) -> None:
    due = f"{session.today() + timedelta(30)}"
    _plan(store, below, FIRST_ACTION, WHAT="Klein", NORMS=FIRST.id, DUE=due, EFFORT="klein")
    _plan(store, below, SECOND_ACTION, WHAT="Groot", NORMS=SECOND.id, DUE=due, EFFORT="groot")
    visit = Visit("plan", below)
    step = questionnaire().steps[0].name

    def shown() -> list[str]:
        return _table(visit, "Verwachte score aan het eind van elk kwartaal")[step]

    now, *quarters, both = shown()
    assert len(quarters) == 7
    visit.app.checkbox(key="telt-aaaaaaa1").uncheck()
    visit.run()
    one = shown()[-1]
    assert len({now, one, both}) == 3
    now_too, quick, everything = _table(visit, "Verwachte score aan het eind van het ")[step]
    assert "Als deze actie echt gebeurt" in visit.words()
    assert (now_too, everything) == (now, both)

    _click(visit, "Alleen kleine acties met effect")
    assert shown()[-1] == quick != both
    assert [visit.app.checkbox(key=f"telt-{each}").value for each in ("aaaaaaa1", "aaaaaaa2")] == [True, False]
    visit.go("resultaten")
    visit.go("plan")
    assert shown()[-1] == quick
    visit.app.radio(key="kwartalen").set_value(4)
    visit.run()
    assert len(shown()) == 5


def test_an_action_without_a_date_is_named_and_explained(below: str, store: Store) -> None:
    _plan(store, below, FIRST_ACTION, WHAT="Ooit eens", NORMS=FIRST.id)
    words = Visit("plan", below).words()

    assert "Zonder datum." in words
    assert "Voor uw agenda is er nog geen actie met een datum." in words
    for line in questionnaire().plan.effect:
        assert " ".join(line.split()) in words


def _levels(store: Store, assessment: str, level: Level) -> None:
    """Give every norm a level, so that no score is a margin."""
    seen = store.load(assessment).seen
    changes = [
        Change(norm.id, AnswerField.LEVEL, level, seen.get((norm.id, AnswerField.LEVEL), 0))
        for norm in questionnaire().norms
    ]
    store.save_many(assessment, changes, author="")


def test_the_effect_is_told_with_its_uncertainty(below: str, store: Store) -> None:
    _levels(store, below, Level.NOT_ARRANGED)
    norms = " ".join(norm.id for norm in questionnaire().steps[3].norms)
    _plan(store, below, FIRST_ACTION, WHAT="Alles", NORMS=norms, DUE=f"{session.today() + timedelta(30)}")
    words = Visit("plan", below).words()

    assert "Als deze actie echt gebeurt, kan **stap 4 van 0% naar hooguit 100%**, aan het eind van het" in words
    assert "een verwachting, geen belofte" in words


def test_what_is_not_sure_yet_is_said_beside_the_effect(below: str, store: Store) -> None:
    _plan(store, below, FIRST_ACTION, WHAT="Iets", NORMS=FIRST.id, DUE=f"{session.today() + timedelta(30)}")

    assert re.search(r"kan \*\*stap 1 van zeker \d+% naar hooguit \d+%\*\*", Visit("plan", below).words())


def test_an_action_that_lifts_nothing_promises_nothing(below: str, store: Store) -> None:
    _plan(store, below, FIRST_ACTION, WHAT="Los", DUE=f"{session.today() + timedelta(30)}")
    words = Visit("plan", below).words()

    assert "stijgt aan het eind van het" in words
    assert "hooguit" not in words
    assert "0 normen omhoog" in words


def test_the_page_speaks_in_norms_and_steps(below: str, store: Store) -> None:
    due = f"{session.today() + timedelta(30)}"
    _plan(store, below, FIRST_ACTION, WHAT="Klein", NORMS=f"{FIRST.id} {SECOND.id}", DUE=due, EFFORT="klein")
    words = Visit("plan", below).words()

    assert "Klein · 2 normen omhoog · kleine actie met effect" in words
    for foreign in ("quick win", "punten", "punt ", "bereik", "gat "):
        assert foreign not in words.lower()


def test_what_was_settled_is_shown_and_cannot_be_changed(below: str, store: Store) -> None:
    _plan(store, below, FIRST_ACTION, WHAT="Maak een afspraak", NORMS=FIRST.id, NOTE="Zie het jaarplan")
    _plan(store, below, SECOND_ACTION, WHAT="Weg", REMOVED=YES)
    settle(store, below)
    visit = Visit("plan", below)

    assert _texts(visit) == ["Maak een afspraak"]
    assert visit.values(FIRST_ACTION)["notitie"] == "Zie het jaarplan"
    assert [component["readOnly"] for component in visit.components()] == [True]
    assert not [box for box in visit.app.checkbox if str(box.key).startswith("kies-")]
    assert [button.label for button in visit.app.button] == ["Alle acties", "Alleen kleine acties met effect"]


def test_markup_of_a_user_is_never_interpreted(below: str, store: Store) -> None:
    _plan(store, below, FIRST_ACTION, WHAT=MARKUP, NORMS=FIRST.id, NOTE=MARKUP)
    visit = Visit("plan", below)

    assert not {element.tag for element in visit.parsed().iter()} & {"script", "img", "b"}
    unescaped = [text for text in visit.markdown() if "alert" in text and "<script" in text.replace("\\<", "")]
    assert unescaped == []


def test_many_actions_are_shown_in_part_until_asked(below: str, store: Store) -> None:
    changes = [Change(f"actie:bbbbbb{number}", ActionField.WHAT, f"Actie {number}", 0) for number in range(10, 70)]
    store.save_many(below, changes, author="")
    visit = Visit("plan", below)
    assert len(_texts(visit)) == plan_selection.SHOWN_FIRST

    visit.app.checkbox(key="alle-acties").check()
    assert len(_texts(visit.run())) == 60
