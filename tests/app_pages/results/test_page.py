"""The results page: scores in words, and every list leads to its norm."""

import pytest

from app_pages.results.page import level_of
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Answer, Level
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


@pytest.mark.parametrize(
    ("situation", "sentence"),
    [
        ("vers", "Er is geen norm onder het streefniveau."),
        ("vers", "Geen enkele norm staat op ‘weet ik niet’."),
        ("vers", "Nog geen norm haalt het streefniveau."),
        ("alles n.v.t.", "Er is geen gemiddelde over de vijf stappen"),
        ("alles 4", "**Gemiddelde van de vijf stappen: 100%** (volledige lijst)."),
        ("alles weet ik niet", "**Gemiddelde van de vijf stappen: tussen 0% en 100%** (volledige lijst)."),
    ],
)
def test_what_there_is_nothing_of_is_said_too(situation: str, sentence: str, store: Store) -> None:
    assert sentence in Visit("resultaten", make(store, situation)).words()


def test_every_chart_has_its_numbers_in_words(store: Store) -> None:
    visit = Visit("resultaten", "voorbeeld")
    charts = [entry for kind, entry in visit.entries() if kind == "plotly_chart"]

    assert len(charts) == 3
    for chart in charts:
        assert "%" in chart["alt"]


def test_the_score_of_a_chosen_step_can_be_recomputed(store: Store) -> None:
    visit = Visit("resultaten", "voorbeeld")
    name = questionnaire().steps[3].name
    visit.app.selectbox(key="reken-na").select(name)
    visit.run()

    (table,) = [each for each in visit.parsed().iter("table") if f"Normen van {name}" in (each.text_content())]
    rows = [[cell.text_content() for cell in row] for row in table.iterfind("tbody/tr")]
    reached, missing, still_open = (sum(int(row[column]) for row in rows) for column in (4, 5, 6))
    assert f"{reached} behaald, {missing} ontbreekt, {still_open} open" in table.findtext("caption", "")
    for row in rows:
        assert sum(map(int, row[4:7])) in (0, 12 * int(row[1]))


def test_an_improvement_point_leads_to_its_norm(store: Store) -> None:
    links = dict(Visit("resultaten", "voorbeeld").links())
    points = {label: address for label, address in links.items() if "norm=" in address}

    assert points
    by_label = {f"{norm.code} {norm.title}": norm.id for norm in questionnaire().norms}
    for label, address in points.items():
        assert address.endswith(f"norm={by_label[label]}")
