"""The plan in the report: what is promised, by whom in roles only, what it brings, and what stays open."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given, settings

from questionnaire.model.assessment import OrganisationKind
from questionnaire.model.plan import Action, ActionStatus, Effort, Quarter
from questionnaire.model.settlement import Settlement, Status
from questionnaire.scoring.planned_quarters import FEWEST_QUARTERS, MOST_QUARTERS, first_quarter, planned_quarters
from questionnaire.scoring.projection import project
from questionnaire.scoring.quick_wins import all_ids
from questionnaire.scoring.score import Result
from reporting.charts import Chart, expected_chart
from reporting.charts.over_time import low, short_quarter
from reporting.composing.internal import compose_internal
from reporting.composing.note import compose_note
from reporting.composing.report import compose
from reporting.document.choice import ReportChoice, Scope
from reporting.document.plan import PlanChapter
from reporting.report import make_annex, make_note, make_report
from reporting.wording.answers import score_text
from tests.questionnaire.plans import any_result
from tests.reporting.cases.builders import PRINTED_ON, REFERENCE_DATE, a_result
from tests.reporting.cases.golden import CASES, mixed
from tests.reporting.cases.plan import ACTIONS, NAME, NOTE, PROCESS, planned
from tests.reporting.composing.test_compose import WRONG_DUTCH, texts
from tests.reporting.inspecting.outline import outline


def chapter(result: Result) -> PlanChapter:
    (found,) = compose(result, PRINTED_ON).plan
    return found


def shown(result: Result) -> Chart:
    figure = chapter(result).effect_figure
    assert figure is not None
    return figure.chart


def with_status(status: Status, settlement: Settlement | None = None, **fields: object) -> Result:
    result = CASES["gemengd"]()
    changed = result.assessment.model_copy(update={"status": status, "settlement": settlement, **fields})
    return dataclasses.replace(result, assessment=changed)


# Who may read what


def test_names_and_notes_stay_out_of_what_goes_out_and_stand_in_the_annex() -> None:
    result = CASES["plan"]()
    for document in (make_report(result, PRINTED_ON), make_note(result, PRINTED_ON)):
        assert NAME not in outline(document)
        assert NOTE not in outline(document)
    annex = outline(make_annex(result, PRINTED_ON))
    assert f"Beleidsmedewerker ({NAME})" in annex
    assert NOTE in annex


def test_the_annex_has_the_same_actions_in_the_same_order() -> None:
    result = CASES["plan"]()
    (internal,) = compose_internal(result, PRINTED_ON).plan
    assert [(row.number, row.what) for row in internal.actions] == [
        (row.number, row.what) for row in chapter(result).actions
    ]


# The chapter


@pytest.mark.parametrize("case", ["gemengd", "leeg", "alles-geborgd"])
def test_without_actions_there_is_no_chapter(case: str) -> None:
    assert compose(CASES[case](), PRINTED_ON).plan == ()
    assert compose_internal(CASES[case](), PRINTED_ON).plan == ()


def test_actions_stand_in_the_order_of_the_improvement_points_and_what_is_over_stands_last() -> None:
    rows = chapter(CASES["plan"]()).actions
    assert [row.what.partition(" ")[0] for row in rows] == [
        "Maak",
        "Koop",
        "Leg",
        "Bespreek",
        "Later.",
        "Scholing",
        "Nieuw",
    ]
    assert [[line.text for line in row.priority] for row in rows][:2] == [
        ["verbeterpunt 1", "kleine actie met effect"],
        ["verbeterpunt 6"],
    ]
    assert [row.priority for row in rows][-2:] == [(), ()]


def test_norms_that_this_list_does_not_have_are_counted() -> None:
    assert chapter(CASES["plan"]()).actions[1].norms == "1.03, 3.02 en 3.03, en 1 norm buiten deze lijst"


def test_a_report_about_one_step_has_only_the_actions_for_that_step() -> None:
    (found,) = compose(CASES["plan"](), PRINTED_ON, ReportChoice(Scope.STEP, step=3)).plan
    assert [row.what for row in found.actions] == ["Koop een systeem dat rollen scheidt."]
    assert compose(planned(a_result(mixed), ACTIONS[:1]), PRINTED_ON, ReportChoice(Scope.STEP, step=3)).plan == ()


def test_what_stays_open_is_every_improvement_point_without_an_action() -> None:
    result = planned(
        a_result(mixed), (Action(id="actie001", norms=tuple(norm.norm.id for norm in a_result(mixed).norms)),)
    )
    assert chapter(result).without_action == ()
    (some,) = chapter(planned(a_result(mixed), (Action(id="actie001"),))).without_action
    assert some.introduction.startswith("16 normen liggen onder het streefniveau en hebben nog geen actie.")
    assert len(some.points) == 7


def test_actions_without_a_date_are_listed_by_their_number() -> None:
    (listed,) = chapter(CASES["plan"]()).without_date
    assert [(point.label, point.text) for point in listed.points] == [
        ("Actie 3: ", "Leg de regie vast. Telt nog niet mee in de verwachting."),
    ]


# What it brings


def test_the_chart_starts_with_now_and_ends_where_the_table_ends() -> None:
    result = CASES["plan"]()
    chart, quarters = shown(result), planned_quarters(result, PRINTED_ON)
    projection = project(result, all_ids(result), quarters)
    assert chart.categories[:3] == ("nu", "4e kw. 2026", "1e kw. 2027")
    assert [one.values[0] for one in chart.series] == [low(step) for step in result.steps]
    assert [one.values[-1] for one in chart.series] == [low(step) for step in projection.last.steps]
    assert [row.everything for row in chapter(result).effect_rows] == [
        score_text(step) for step in projection.last.steps
    ]


def test_the_chart_says_in_words_where_a_line_moves() -> None:
    alt = shown(CASES["plan"]()).alt_text
    assert alt.startswith(
        "Lijndiagram met 5 lijnen. Stap 1 · Herkennen: 45% (nu), 53% (1e kw. 2027), 61% (3e kw. 2027)."
    )
    assert "Stap 5 · Bij- of terugschalen: 33% (nu), daarna gelijk." in alt


def test_only_the_quick_wins_stand_beside_everything_in_words() -> None:
    said = " ".join(line.text for line in chapter(CASES["plan"]()).effect)
    assert "Met alle acties stijgen 4 normen (tot en met het derde kwartaal 2029)." in said
    assert "Met alleen de kleine actie met effect stijgen er 2. Wat klaar is, telt in beide mee." in said
    assert "1 actie valt na het derde kwartaal 2029 en telt hier niet mee." in said


def test_where_nothing_rises_that_is_said_and_no_chart_is_drawn() -> None:
    found = chapter(CASES["plan-leeg"]())
    assert (found.effect_figure, found.effect_rows) == (None, ())
    assert found.effect[0].text.startswith("Er is nog geen verwachting te tonen.")


@settings(derandomize=True, deadline=None, max_examples=60)
@given(any_result())
def test_any_plan_reads_well_and_no_line_goes_down(result: Result) -> None:
    for found in compose(result, PRINTED_ON).plan:
        for text in texts(dataclasses.replace(found, effect_figure=None)):
            assert not WRONG_DUTCH.search(text), text
        if found.effect_figure:
            for series in found.effect_figure.chart.series:
                values = [value for value in series.values if value is not None]
                assert values == sorted(values)


@pytest.mark.parametrize(
    ("due", "last", "number"),
    [
        (None, Quarter(2027, 3), FEWEST_QUARTERS),
        (date(2020, 1, 1), Quarter(2027, 3), FEWEST_QUARTERS),
        (date(2028, 5, 1), Quarter(2028, 2), 7),
        (date(2099, 1, 1), Quarter(2029, 3), MOST_QUARTERS),
    ],
)
def test_a_year_to_three_years_are_shown(due: date | None, last: Quarter, number: int) -> None:
    result = planned(a_result(mixed), (Action(id="actie001", due=due, effort=Effort.SMALL),))
    quarters = planned_quarters(result, PRINTED_ON)
    assert (quarters[0], quarters[-1], len(quarters)) == (Quarter.of(REFERENCE_DATE), last, number)


@pytest.mark.parametrize(
    ("reference", "today", "first"),
    [
        (date(2026, 3, 1), date(2026, 12, 31), Quarter(2026, 4)),
        (date(2026, 3, 1), date(2027, 1, 1), Quarter(2027, 1)),
        (date(2027, 3, 31), date(2026, 12, 31), Quarter(2027, 1)),
        (date(2027, 4, 1), date(2026, 12, 31), Quarter(2027, 2)),
    ],
)
def test_nothing_is_expected_in_a_quarter_that_has_passed(reference: date, today: date, first: Quarter) -> None:
    result = planned(a_result(mixed), ACTIONS, reference_date=reference)
    assert planned_quarters(result, today)[0] == first_quarter(result, today) == first
    (found,) = compose(result, today).plan
    assert found.effect_figure
    assert found.effect_figure.chart.categories[1] == short_quarter(first)


def test_an_action_that_is_done_stretches_no_chart() -> None:
    done = Action(id="actie001", due=date(2029, 5, 1), status=ActionStatus.DONE, norms=("norm-1-01",))
    assert len(planned_quarters(planned(a_result(mixed), (done,)), PRINTED_ON)) == FEWEST_QUARTERS


def test_the_last_day_of_a_quarter_belongs_to_it() -> None:
    for due, last in ((date(2028, 6, 30), Quarter(2028, 2)), (date(2028, 7, 1), Quarter(2028, 3))):
        row = planned_quarters(planned(a_result(mixed), (Action(id="actie001", due=due),)), PRINTED_ON)
        assert row[-1] == last


@pytest.mark.parametrize("day", [date(1812, 1, 1), date(2100, 12, 31), date(9999, 12, 31)])
def test_a_reference_date_without_quarters_gives_a_chart_all_the_same(day: date) -> None:
    result = planned(a_result(mixed), ACTIONS, reference_date=day)
    assert len(planned_quarters(result, PRINTED_ON)) >= FEWEST_QUARTERS
    assert compose(result, PRINTED_ON).plan


def test_without_quarters_there_is_no_chart() -> None:
    result = CASES["plan"]()
    assert expected_chart(project(result, all_ids(result), ())) is None


def test_the_plan_is_put_forward_for_a_decision() -> None:
    said = [line.text for line in compose(CASES["plan"](), PRINTED_ON).decisions]
    assert (
        "Stel het plan van aanpak vast, met 5 acties om te doen, klaar tussen 1 december 2026 en 1 mei 2031."
        in said
    )
    assert "Spreek voor 1 actie nog een datum af." in said[-1]
    over = planned(a_result(mixed), ACTIONS[4:6])
    assert "Laat een plan van aanpak maken, met bij elke actie een eigenaar en een datum." in [
        line.text for line in compose(over, PRINTED_ON).decisions
    ]


# Beside the norm


def test_ambition_and_certainty_stand_with_the_norm_where_they_were_filled_in() -> None:
    content = compose(CASES["plan"](), PRINTED_ON)
    said = [[line.text for line in row.plan] for row in content.steps[0].norms]
    assert said == [
        ["zekerheid: weten", "nog te bevestigen"],
        ["ambitie: 3, derde kwartaal 2027", "zekerheid: denken"],
        ["zekerheid: gokken"],
        ["ambitie: 3"],
        ["zekerheid: weten"],
        ["ambitie: 3, tweede kwartaal 2028", "zekerheid: denken"],
    ]
    assert all(row.plan == () for row in compose(CASES["gemengd"](), PRINTED_ON).steps[0].norms)


def test_a_guess_shows_in_the_chart_of_levels_by_a_word() -> None:
    figure = compose(CASES["plan"](), PRINTED_ON).steps[0].levels
    assert figure is not None
    assert "1.03 Vaste werkwijze 1.03 (gokken)" in figure.chart.categories
    assert "Niet zeker, want gedacht of gegokt: 1.02 en 1.03." in figure.chart.alt_text


def test_heavy_guesses_are_to_be_found_out_first() -> None:
    (first,) = compose(CASES["plan"](), PRINTED_ON).steps[0].find_out_first
    assert [(point.label, point.text) for point in first.points] == [
        ("1.03 Vaste werkwijze 1.03. ", "We gokken. Gewicht 3. Wie het meestal weet: Beleidsmedewerker."),
    ]


# Status and round


@pytest.mark.parametrize(
    ("result", "cover", "row"),
    [
        (lambda: with_status(Status.CONCEPT), "Concept", "Concept"),
        (lambda: with_status(Status.DISCUSSED), "Intern besproken", "Intern besproken"),
        (
            lambda: with_status(
                Status.SETTLED, Settlement(role="college", name=NAME, day=date(2026, 12, 3), reference="Z-7")
            ),
            "Vastgesteld op 3 december 2026",
            "Vastgesteld op 3 december 2026 door college, kenmerk Z-7",
        ),
        (
            lambda: with_status(Status.SETTLED, Settlement(role="raad", day=date(2026, 12, 3))),
            "Vastgesteld op 3 december 2026",
            "Vastgesteld op 3 december 2026 door raad",
        ),
    ],
)
def test_the_status_stands_on_the_cover_with_who_settled_it(result: object, cover: str, row: str) -> None:
    assert callable(result)
    content = compose(result(), PRINTED_ON)
    assert content.status == cover
    assert {item.label: item.text for item in content.particulars}["Status"] == row
    assert NAME not in set(texts(content))
    assert compose_note(result(), PRINTED_ON).status == cover


def test_the_example_stays_an_example_whatever_its_status() -> None:
    organisation = CASES["gemengd"]().assessment.organisation.model_copy(update={"kind": OrganisationKind.EXAMPLE})
    found = compose(with_status(Status.DISCUSSED, organisation=organisation), PRINTED_ON)
    assert found.status == "Intern besproken · verzonnen voorbeeld"


def test_a_next_round_says_its_number_and_what_is_not_confirmed_yet() -> None:
    content = compose(CASES["plan"](), PRINTED_ON)
    assert {item.label: item.text for item in content.particulars}["Ronde"] == "2"
    said = [line.text for line in content.coverage]
    assert "Dit is ronde 2. Nog te bevestigen: 4 normen hebben het antwoord uit de vorige ronde." in said
    confirmed = compose(with_status(Status.CONCEPT, round=3), PRINTED_ON).coverage
    assert confirmed[1].text == "Dit is ronde 3. Elk antwoord uit de vorige ronde is bevestigd of aangepast."


# The process card


def test_the_process_card_marks_what_differs_in_words() -> None:
    sections = {section.name: section.process for section in compose(CASES["plan"](), PRINTED_ON).steps}
    (card,) = sections["Stap 1 · Herkennen"]
    assert card.introduction == (
        "Het werkproces van nu heeft 3 stappen. De stappen 1 en 3 daarvan gaan anders dan in de versterkte aanpak."
    )
    assert [point.label for point in card.now] == [
        "1. De melding komt binnen.",
        "2. Het wijkteam belt terug.",
        "3. Nog niet beschreven.",
    ]
    assert card.now[0].text == (
        "\nWie: Team Toegang. Overdracht: Per mail naar het wijkteam. Wachtpunt: Soms twee weken."
        "\nVerschil: dit gaat anders dan in de versterkte aanpak."
    )
    assert [point.label for point in card.approach] == [f"1.0{number} " for number in range(1, 7)]
    assert [name for name, process in sections.items() if process] == ["Stap 1 · Herkennen"]


@pytest.mark.parametrize(
    ("different", "words"),
    [
        ((), "Geen stap is gemarkeerd als anders"),
        ((1,), "Stap 2 daarvan gaat anders"),
        ((0, 1), "De stappen 1 en 2 daarvan gaan anders"),
    ],
)
def test_how_many_steps_differ_is_said_right(different: tuple[int, ...], words: str) -> None:
    steps = tuple(
        step.model_copy(update={"difference": place in different}) for place, step in enumerate(PROCESS[:2])
    )
    (card,) = compose(planned(a_result(mixed), (), steps), PRINTED_ON).steps[0].process
    assert words in card.introduction
