"""The results page: scores in words, and every list leads to its norm."""

import re
from typing import Any

import lxml.html
import pytest

from app_pages.results.calculation import FOLD_KEY
from app_pages.results.points import level_of
from questionnaire.example import EXAMPLE_ID, load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Answer, Level
from questionnaire.model.plan import Certainty
from questionnaire.scoring.score import Result, score_assessment
from questionnaire.store import Store
from reporting.wording.answers import score_text
from tests.app_pages.assessments import make
from tests.app_pages.visit import Visit


def _result(store: Store, situation: str, **levels: Level | None) -> Result:
    assessment = store.load(make(store, situation)).assessment
    answers = dict(assessment.answers)
    step = questionnaire().sections[0].norms
    for place, level in enumerate(levels.values()):
        answers[step[place].id] = Answer(level=level)
    return score_assessment(questionnaire(), assessment.model_copy(update={"answers": answers}))


@pytest.mark.parametrize(
    ("situation", "levels", "text"),
    [
        ("vers", {}, "tussen 0% en 100%"),
        ("alles weet ik niet", {}, "tussen 0% en 100%"),
        ("alles n.v.t.", {}, "niet beoordeeld"),
        ("alles n.v.t.", {"a": Level.SECURED, "b": Level.ARRANGED}, "te weinig normen"),
        ("alles n.v.t.", {"a": Level.SECURED, "b": Level.ARRANGED, "c": Level.ARRANGED}, "100%"),
        ("alles 4", {}, "100%"),
    ],
)
def test_a_score_in_words(situation: str, levels: dict[str, Level], text: str, store: Store) -> None:
    assert score_text(_result(store, situation, **levels).steps[0]) == text


def test_a_level_in_words(store: Store) -> None:
    result = _result(store, "vers", a=Level.PARTLY, b=Level.UNKNOWN, c=Level.NOT_APPLICABLE)

    assert [level_of(each) for each in result.steps[0].norms[:4]] == [
        "2 · Deels geregeld",
        "Weet ik niet",
        "niet van toepassing, reden ontbreekt: telt als open",
        "nog open",
    ]


def _opened(assessment: str) -> Visit:
    """The page with the fold on how the scores came about open."""
    visit = Visit("resultaten", assessment)
    visit.app.session_state[FOLD_KEY] = True
    return visit.run()


@pytest.mark.parametrize(
    ("situation", "sentence"),
    [
        ("vers", "Er is geen norm onder het streefniveau."),
        ("vers", "Er is niets om eerst uit te zoeken."),
        ("vers", "Nog geen norm haalt het streefniveau."),
        ("vers", "Nog geen enkele norm heeft een niveau. Vul eerst een stap in"),
        ("alles n.v.t.", "Alle normen zijn gemarkeerd als niet van toepassing."),
        ("alles n.v.t.", "Er is geen gemiddelde over de vijf stappen"),
        ("alles 4", "**De aanpak is op orde op alle punten die een niveau hebben.**"),
        ("alles 4", "**Gemiddelde van de vijf stappen: 100%** (volledige lijst)."),
        ("alles weet ik niet", "**Gemiddelde van de vijf stappen: tussen 0% en 100%** (volledige lijst)."),
    ],
)
def test_what_there_is_nothing_of_is_said_too(situation: str, sentence: str, store: Store) -> None:
    assert sentence in _opened(make(store, situation)).words()


def _words_in_sight(visit: Visit) -> list[str]:
    """Every word on the page outside the sidebar and outside what is folded."""
    said: list[str] = []
    waiting: list[Any] = list(visit.app.main.children.values())
    while waiting:
        node = waiting.pop(0)
        if node.type == "expander":
            said += node.label.split()
            continue
        waiting[:0] = list(getattr(node, "children", {}).values())
        if node.type == "html":
            parsed: lxml.html.HtmlElement = lxml.html.fromstring(f"<div>{node.proto.body}</div>")
            said += parsed.text_content().split()
        elif node.proto is not None:
            said += " ".join(str(getattr(node.proto, name, "")) for name in ("body", "label")).split()
    return said


def _worst(store: Store) -> str:
    """Every norm below its target and unsure, or unknown: all lists are long."""
    whole = load_example(questionnaire())
    below = Answer(level=Level.NOT_ARRANGED, certainty=Certainty.GUESSING)
    answers = dict.fromkeys(questionnaire().norm_by_id, below)
    unknown = dict.fromkeys([norm.id for norm in questionnaire().norms[::3]], Answer(level=Level.UNKNOWN))
    met = dict.fromkeys([norm.id for norm in questionnaire().norms[1::3]], Answer(level=Level.SECURED))
    organisation = store.load(make(store, "vers")).assessment.organisation
    changed = {"answers": {**answers, **unknown, **met}, "organisation": organisation, "actions": {}}
    return store.import_assessment(whole.model_copy(update=changed), author="")


@pytest.mark.parametrize("situation", ["voorbeeld", "vers", "alles 4", "alles weet ik niet", "zwaar"])
def test_at_most_400_words_stand_there_before_anything_is_unfolded(situation: str, store: Store) -> None:
    made = {"voorbeeld": lambda: EXAMPLE_ID, "zwaar": lambda: _worst(store)}
    words = _words_in_sight(Visit("resultaten", made.get(situation, lambda: make(store, situation))()))

    assert 30 < len(words) <= 400, " ".join(words)


def test_the_conclusion_comes_first_and_no_chart_is_made_before_it_is_asked_for(store: Store) -> None:
    visit = Visit("resultaten", EXAMPLE_ID)

    assert visit.headings == ["Dit eerst verbeteren", "Dit eerst uitzoeken", "Dit gaat goed"]
    kinds = [kind for kind, _ in visit.entries()]
    assert "plotly_chart" not in kinds
    assert visit.parsed().xpath(".//nav[@aria-label='De vijf stappen']")


def test_the_one_chart_has_its_numbers_in_words(store: Store) -> None:
    (chart,) = [entry for kind, entry in _opened(EXAMPLE_ID).entries() if kind == "plotly_chart"]

    for section in questionnaire().sections:
        assert section.name in chart["alt"]
    assert "%" in chart["alt"]


def test_the_score_of_a_chosen_step_can_be_recomputed(store: Store) -> None:
    visit = _opened(EXAMPLE_ID)
    name = questionnaire().steps[3].name
    visit.app.selectbox(key="reken-na").select(name)
    visit.run()

    (table,) = [each for each in visit.parsed().iter("table") if f"Normen van {name}" in (each.text_content())]
    rows = [[cell.text_content() for cell in row] for row in table.iterfind("tbody/tr")]
    reached, missing, still_open = (sum(int(row[column]) for row in rows) for column in (4, 5, 6))
    assert f"{reached} punten behaald, {missing} ontbreekt, {still_open} open" in table.findtext("caption", "")
    for row in rows:
        assert sum(map(int, row[4:7])) in (0, 12 * int(row[1]))
        assert (row[7] == "–") is (int(row[6]) > 0)


def test_an_improvement_point_leads_to_its_norm(store: Store) -> None:
    links = dict(Visit("resultaten", EXAMPLE_ID).links())
    points = {label: address for label, address in links.items() if "norm=" in address}

    assert points
    by_label = {f"{norm.code} {norm.title}": norm.id for norm in questionnaire().norms}
    for label, address in points.items():
        assert address.endswith(f"norm={by_label[label]}")


def test_five_points_say_where_they_come_from_and_lead_to(store: Store) -> None:
    points = [
        " ".join(each.text_content().split())
        for each in Visit("resultaten", _worst(store)).parsed().iterfind(".//div[@class='ww-point']")
    ]

    assert [point[:3] for point in points] == [f"{place}. " for place in range(1, 6)]
    for point in points:
        assert re.search(r"was 0 · Niet geregeld → wordt [1-4] · ", point)


def test_a_point_becomes_an_action_with_an_owner_and_a_date_to_give_in_one_go(store: Store) -> None:
    assessment = _worst(store)
    visit = Visit("resultaten", assessment)
    button = next(button for button in visit.app.button if button.label == "Maak actie")
    norm_id = str(button.key).removeprefix("maak-actie-")
    button.click()
    visit.run()

    (action,) = store.load(assessment).assessment.actions.values()
    assert action.norms == (norm_id,)
    assert visit.title == "Plan van aanpak"
    (component,) = visit.components()
    assert component["lead"] == action.subject
    assert component["cards"][0]["subject"] == action.subject

    visit.go("resultaten")
    assert f"maak-actie-{norm_id}" not in [button.key for button in visit.app.button]
    assert "staat in het plan" in visit.words()
    visit.go("plan")
    assert visit.components()[0]["lead"] == ""


def test_what_can_only_be_read_offers_no_action(store: Store) -> None:
    assert not Visit("resultaten", EXAMPLE_ID).app.main.button
