"""The page that decides: what is strongest and weakest, in words for a manager, and what is asked."""

from collections.abc import Mapping
from datetime import date

import pytest

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Answer, Level
from questionnaire.scoring.score import Result, score_assessment
from reporting.composing.chapters.decisions import MOST_DECISIONS
from reporting.composing.management import management_page
from reporting.composing.report import compose
from reporting.composing.steps_picture import strongest, weakest
from reporting.document.choice import ReportChoice, Scope
from reporting.report import make_note, make_report
from tests.reporting.cases.builders import PRINTED_ON, a_result
from tests.reporting.cases.golden import CASES, DOCUMENTS
from tests.reporting.cases.rounds import DELTA_CASES
from tests.reporting.inspecting.outline import outline

EXTREMES = (
    "Het sterkst is stap 1, Bepalen (tussen 79% en 85%). Het zwakst is stap 4, Casusoverleg (tussen 42% en 47%)."
)


def example() -> Result:
    content = questionnaire()
    return score_assessment(content, load_example(content))


def by_step(levels: Mapping[int, Level], other: Level = Level.PARTLY) -> Result:
    """Every norm of a step at one level."""
    return a_result(
        lambda index, norm: Answer(level=levels.get(int(norm.code[0]) if norm.code[0].isdigit() else 0, other))
    )


@pytest.mark.parametrize(
    ("levels", "high", "low"),
    [
        ({1: Level.SECURED, 4: Level.NOT_ARRANGED}, [1], [4]),
        ({1: Level.SECURED, 2: Level.SECURED, 4: Level.SOMETIMES}, [1, 2], [4]),
        ({}, [], []),
        ({3: Level.UNKNOWN}, [], []),
        ({1: Level.SECURED, 3: Level.UNKNOWN}, [], []),
        ({5: Level.SOMETIMES}, [1, 2, 3, 4], [5]),
    ],
)
def test_a_step_is_called_strongest_or_weakest_only_when_nothing_open_can_change_that(
    levels: Mapping[int, Level], high: list[int], low: list[int]
) -> None:
    steps = by_step(levels).steps
    assert [step.section.number for step in strongest(steps)] == high
    assert [step.section.number for step in weakest(steps)] == low


def test_the_verdict_names_both_steps_and_what_residents_notice() -> None:
    said = [line.text for line in management_page(example()).verdict]
    assert said == [
        "De aanpak is op een deel van de punten op orde, en op de meeste nog niet.",
        EXTREMES,
        "Wat inwoners merken als stap 4 op orde komt: de inwoner kan erop vertrouwen dat het delen mag.",
    ]


def test_points_are_in_words_with_the_code_last() -> None:
    page = management_page(example())
    for point in (*page.strong, *page.attention):
        assert point.label.endswith(": ")
        assert point.text.endswith(")")
    assert page.attention[0].label == "Toegang tot het coördinatiedossier is beperkt: "
    assert page.attention[0].text == (
        "nu niet geregeld. Als het op orde is: niet iedereen bij de gemeente kan meelezen. (3.25)"
    )


@pytest.mark.parametrize("case", CASES)
def test_there_are_few_decisions_and_housekeeping_is_no_decision(case: str) -> None:
    page = management_page(CASES[case]())
    assert 1 <= len(page.decisions) <= MOST_DECISIONS
    assert not any("weet ik niet" in line.text or "zonder antwoord" in line.text for line in page.decisions)


def test_a_decision_has_owner_and_date_where_the_plan_has_them() -> None:
    first = management_page(example()).decisions[0].text
    assert first.endswith("Eigenaar: informatiebeheerder, klaar op 30 september 2027.")
    without = management_page(CASES["gemengd"]()).decisions[0].text
    assert without.endswith("Er is nog geen actie: wijs een eigenaar aan en spreek een datum af.")


def test_what_it_takes_and_what_is_not_planned_are_in_numbers_of_actions_and_points() -> None:
    result = example()
    page = management_page(result)
    assert page.effort[0].text.startswith("Het plan heeft 8 acties om te doen: 3 klein, 3 middel en 2 groot.")
    planned = {norm for action in result.assessment.actions.values() for norm in action.norms}
    below = [norm for norm in result.norms if norm.gap > 0]
    left = [norm for norm in below if norm.norm.id not in planned]
    rules = sum(norm.rests_on_rules_in_force for norm in left)
    assert 0 < rules < len(left) < len(below)
    assert page.unplanned[0].text == (
        f"Nog niet gepland: {len(left)} van de {len(below)} verbeterpunten, waarvan {rules} op geldende regels."
    )


def test_what_changed_since_the_round_before_is_said_when_that_is_known() -> None:
    delta = DELTA_CASES["alles"]()
    page = management_page(delta.after, delta)
    assert page.since[0].text.startswith("Sinds de vorige ronde (")
    assert "omhoog" in page.since[0].text
    assert management_page(delta.after).since == ()


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if not name.endswith("-intern")])
def test_no_document_speaks_of_the_screen_or_in_jargon(name: str) -> None:
    text = outline(DOCUMENTS[name]()).lower()
    assert [word for word in ("aangekruist", "quick win", "aanvink", "klik ") if word in text] == []


def test_a_summary_refers_to_no_chapter_that_it_does_not_have() -> None:
    text = outline(make_report(example(), PRINTED_ON, choice=ReportChoice(Scope.SUMMARY)))
    assert [
        words for words in ("Verbeterpunten'", "in de tabel", "dit rapport staat", "bijlage") if words in text
    ] == []


def test_a_note_does_not_ask_for_owners_that_the_actions_have() -> None:
    text = outline(make_note(example(), PRINTED_ON))
    assert "dit rapport" not in text
    assert "Per verbeterpunt komen er een eigenaar en een datum" not in text
    assert "Wijs voor" not in text, "every action of the example has an owner"
    assert "Het plan heeft 8 acties om te doen" in text


def test_a_report_about_one_step_has_no_page_about_all() -> None:
    content = compose(example(), date(2026, 12, 1), ReportChoice(Scope.STEP, 2))
    assert (content.management, len(content.one_step)) == ((), 1)
