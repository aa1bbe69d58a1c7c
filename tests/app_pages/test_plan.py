"""The page with the plan: from norms below target to actions, and what these are expected to bring."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

import pytest

from app_pages.cards.inputs import widget_key
from app_pages.planning import selection as plan_selection
from app_pages.planning.effect import points_text
from app_pages.planning.selection import passes
from app_pages.session import session
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.plan import YES, Action, ActionField, ActionStatus, Effort
from questionnaire.model.settlement import Settlement
from questionnaire.scoring.proposals import draft
from questionnaire.store import Change, Store
from tests.app_pages.assessments import MARKUP, make
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


def _headlines(visit: Visit) -> list[str]:
    return [heading.text_content() for heading in visit.parsed().iterfind(".//h3[@class='ww-action']")]


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
    assert visit.app.text_area(key=widget_key(action.subject, ActionField.WHAT, replaced=1)).value == action.what
    assert [box.key for box in visit.app.checkbox if str(box.key).startswith("kies-")] == [f"kies-{SECOND.id}"]
    assert "1 norm onder het streefniveau heeft nog geen actie." in visit.words()


def test_without_a_tick_nothing_is_made(below: str, store: Store) -> None:
    visit = Visit("plan", below)
    next(button for button in visit.app.button if button.label == MAKE).click()

    assert "Kruis eerst een of meer normen aan." in visit.run().words()
    assert not _actions(store, below)


def test_an_empty_action_is_kept_as_soon_as_something_stands_in_it(below: str, store: Store) -> None:
    visit = _click(Visit("plan", below), "Nieuwe actie zonder norm")
    assert not _actions(store, below)

    visit.app.text_area[0].set_value("Overleg met de buurgemeente")
    visit.run()

    (action,) = _actions(store, below).values()
    assert action.what == "Overleg met de buurgemeente"
    assert _headlines(visit.run()) == ["Overleg met de buurgemeente"]


def test_every_field_of_an_action_is_saved_when_it_changes(below: str, store: Store) -> None:
    _plan(store, below, FIRST_ACTION, WHAT="Maak een afspraak", NORMS=FIRST.id)
    visit = Visit("plan", below)
    visit.app.session_state[f"meer-{FIRST_ACTION}"] = True
    app = visit.run().app

    app.multiselect(key=widget_key(FIRST_ACTION, ActionField.NORMS)).set_value([SECOND.id, THIRD.id])
    app.selectbox(key=widget_key(FIRST_ACTION, ActionField.OWNER_ROLE)).set_value("consulent")
    app.text_input(key=widget_key(FIRST_ACTION, ActionField.OWNER_NAME)).set_value("Bedachte Naam")
    app.date_input(key=widget_key(FIRST_ACTION, ActionField.DUE)).set_value(date(2027, 3, 31))
    app.selectbox(key=widget_key(FIRST_ACTION, ActionField.EFFORT)).set_value(Effort.SMALL)
    app.selectbox(key=widget_key(FIRST_ACTION, ActionField.STATUS)).set_value(ActionStatus.BUSY)
    app.text_area(key=widget_key(FIRST_ACTION, ActionField.EXPECTED)).set_value("Minder zoekwerk")
    app.text_area(key=widget_key(FIRST_ACTION, ActionField.NOTE)).set_value("Zie het jaarplan")
    visit.run()

    (action,) = _actions(store, below).values()
    assert action == Action(
        id="aaaaaaa1",
        what="Maak een afspraak",
        norms=(SECOND.id, THIRD.id),
        owner_role="consulent",
        owner_name="Bedachte Naam",
        due=date(2027, 3, 31),
        effort=Effort.SMALL,
        status=ActionStatus.BUSY,
        expected="Minder zoekwerk",
        note="Zie het jaarplan",
    )
    words = visit.run().words()
    assert "Consulent (gesprek en onderzoek) (Bedachte Naam)31 maart 2027Bezignormen" in words.replace(" · ", "")


def test_a_removed_action_can_be_put_back_at_once_and_later(below: str, store: Store) -> None:
    _plan(store, below, FIRST_ACTION, WHAT="Maak een afspraak", NORMS=FIRST.id)
    visit = Visit("plan", below)
    visit.app.session_state[f"meer-{FIRST_ACTION}"] = True

    _click(visit.run(), "Verwijder deze actie")
    assert not _actions(store, below)
    assert _headlines(visit) == ["Verwijderd: Maak een afspraak"]
    _click(visit, "Zet de actie terug")
    assert _headlines(visit) == ["Maak een afspraak"]
    _click(visit, "Verwijder deze actie")

    later = Visit("plan", below)
    assert _headlines(later) == []
    later.app.session_state["verwijderde-acties"] = True
    _click(later.run(), "Zet de actie terug")
    assert _headlines(later) == ["Maak een afspraak"]
    assert [each.what for each in _actions(store, below).values()] == ["Maak een afspraak"]


def test_an_action_that_a_colleague_puts_back_is_whole(below: str, store: Store) -> None:
    _plan(store, below, FIRST_ACTION, WHAT="Maak een afspraak", REMOVED=YES)
    visit = Visit("plan", below)
    seen = store.load(below).seen[FIRST_ACTION, ActionField.REMOVED]
    store.save(below, FIRST_ACTION, ActionField.REMOVED, "", seen=seen, author="Jurist")

    assert _headlines(visit.run()) == ["Maak een afspraak"]


def test_two_texts_in_conflict_are_both_shown_and_one_is_chosen(below: str, store: Store) -> None:
    _plan(store, below, FIRST_ACTION, WHAT="Eerst")
    mine = Visit("plan", below)
    mine.app.session_state[f"meer-{FIRST_ACTION}"] = True
    mine.run()
    seen = store.load(below).seen[FIRST_ACTION, ActionField.WHAT]
    store.save(below, FIRST_ACTION, ActionField.WHAT, "Van een collega", seen=seen, author="Jurist")
    mine.app.text_area(key=widget_key(FIRST_ACTION, ActionField.WHAT)).set_value("Van mij")
    mine.run()

    assert "Niet opgeslagen: wat er gebeurt." in mine.words()
    _click(mine, "Bewaar mijn versie")
    assert _actions(store, below)["aaaaaaa1"].what == "Van mij"


def test_a_folded_action_shows_what_a_colleague_wrote_at_once(below: str, store: Store) -> None:
    _plan(store, below, FIRST_ACTION, WHAT="Eerst")
    visit = Visit("plan", below)
    seen = store.load(below).seen[FIRST_ACTION, ActionField.WHAT]
    store.save(below, FIRST_ACTION, ActionField.WHAT, "Van een collega", seen=seen, author="Jurist")

    assert _headlines(visit.run()) == ["Van een collega"]
    assert "net iets gewijzigd" not in visit.words()


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
    assert _headlines(visit) == ["Eerder", "Later"]

    visit.app.selectbox(key="volgorde-acties").set_value(plan_selection.BY_URGENCY)
    assert _headlines(visit.run()) == ["Later", "Eerder"]
    visit.app.selectbox(key="filter-eigenaar").set_value("coordinator")
    assert _headlines(visit.run()) == ["Eerder"]
    assert "1 actie van 2 getoond." in visit.words()

    visit.app.session_state[f"meer-{SECOND_ACTION}"] = True
    visit.run().app.selectbox(key=widget_key(SECOND_ACTION, ActionField.OWNER_ROLE)).set_value("consulent")
    visit.run()
    assert _headlines(visit.run()) == ["Eerder"]


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
    assert "Als deze actie op tijd klaar is" in visit.words()
    assert (now_too, everything) == (now, both)

    _click(visit, "Alleen quick wins")
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
    for line in questionnaire().plan.effect + questionnaire().plan.quick_wins:
        assert " ".join(line.split()) in words


@pytest.mark.parametrize(
    ("points", "text"), [(Fraction(1), "1 punt"), (Fraction(24), "24 punten"), (Fraction(15, 2), "7,5 punten")]
)
def test_points_read_as_dutch(points: Fraction, text: str) -> None:
    assert points_text(points) == text


def test_what_was_settled_is_shown_and_cannot_be_changed(below: str, store: Store) -> None:
    _plan(
        store, below, FIRST_ACTION, WHAT="Maak een afspraak", NORMS=FIRST.id, NOTE="Zie het jaarplan", REMOVED=""
    )
    _plan(store, below, SECOND_ACTION, WHAT="Weg", REMOVED=YES)
    made_from = store.load(below).assessment
    who = Settlement.of(role="college", day=TODAY)
    visit = _click(Visit("plan", below), "Nieuwe actie zonder norm")
    store.settling.settle(below, who, b"rapport", "rapport.docx", made_from=made_from, author="")
    visit.app.text_area[0].set_value("Net te laat")
    visit.run()
    _click(visit.run(), "Toon wat is vastgesteld")

    assert "Nieuwe actie: wat er gebeurt" in visit.words()
    assert _headlines(visit) == ["Maak een afspraak"]
    assert "Zie het jaarplan" in visit.words()
    assert not visit.app.text_area
    assert not visit.app.multiselect
    assert not [box for box in visit.app.checkbox if str(box.key).startswith("kies-")]
    assert [button.label for button in visit.app.button] == ["Alle acties", "Alleen quick wins"]


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
    assert len(_headlines(visit)) == plan_selection.SHOWN_FIRST

    visit.app.checkbox(key="alle-acties").check()
    assert len(_headlines(visit.run())) == 60
