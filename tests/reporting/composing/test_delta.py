"""The report on two rounds: every norm once, honest about what cannot be compared, and never a name."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.model.assessment import Answer, Level
from questionnaire.scoring.delta import Delta, Move, SectionMove, compare
from questionnaire.scoring.score import Band, SectionResult
from reporting.charts import trend_chart
from reporting.composing.delta import compose_delta
from reporting.document.delta import DeltaContent
from reporting.report import STANDARD_TEMPLATE, make_delta_report
from reporting.wording.changes import difference_text
from tests.reporting.cases.builders import PRINTED_ON, a_questionnaire, an_assessment
from tests.reporting.cases.plan import NAME, NOTE
from tests.reporting.cases.rounds import CONTENT, DELTA_CASES, two_rounds
from tests.reporting.composing.test_compose import WRONG_DUTCH, texts
from tests.reporting.inspecting.outline import outline

ANSWERS = st.builds(Answer, level=st.sampled_from([None, *Level]), reason=st.sampled_from(["", "Doet de regio."]))
ROUND = st.lists(ANSWERS, min_size=12, max_size=12)
SMALL = a_questionnaire(2, 1)


def content(case: str) -> DeltaContent:
    return compose_delta(DELTA_CASES[case](), PRINTED_ON)


def heights(levels: str, number: int = 1) -> Mapping[str, Answer]:
    """Answers to the first norms of a step by their levels."""
    by_height = {str(level.height): level for level in Level if level.height is not None}
    return {
        f"norm-{number}-{place:02}": Answer(level=by_height[sign]) for place, sign in enumerate(levels, start=1)
    }


def moved(before: str, after: str) -> Delta:
    return compare(an_assessment(heights(before)), an_assessment(heights(after)), CONTENT)


def test_names_notes_and_evidence_stay_out() -> None:
    text = outline(make_delta_report(two_rounds(), PRINTED_ON))
    assert NAME not in text
    assert NOTE not in text
    assert "Formulier gemaakt." in text


def test_every_norm_that_moved_stands_in_one_table() -> None:
    delta = two_rounds()
    found = compose_delta(delta, PRINTED_ON)
    codes = [row.code for group in found.groups for row in group.norms]
    moves = {Move.UP, Move.DOWN, Move.NEW, Move.GONE}
    assert sorted(codes) == sorted(entry.norm.code for entry in delta.norms if entry.move in moves)
    assert [group.title for group in found.groups] == ["Omhoog", "Omlaag", "Nieuw een niveau", "Geen niveau meer"]


def test_an_action_stands_with_its_norm_only_when_it_is_done() -> None:
    rows = {row.code: row.actions for group in content("alles").groups for row in group.norms}
    assert rows["1.04"] == "Formulier gemaakt."
    assert rows["3.01"] == "geen"


def test_an_answer_that_was_only_copied_says_so() -> None:
    found = compose_delta(two_rounds(), PRINTED_ON)
    assert any("Niemand heeft bevestigd" in line.text for line in found.caveats)


def test_nothing_that_moved_is_said_in_so_many_words() -> None:
    found = content("gelijk")
    assert found.groups == ()
    assert found.groups_introduction == "Geen enkele norm veranderde van niveau."
    assert {row.difference for row in found.scores} == {"gelijk"}
    assert "36 normen bleven gelijk." in [line.text for line in found.summary]


def test_two_lists_are_not_compared_by_their_scores() -> None:
    found = content("andere-diepte")
    assert found.trend is None
    assert {row.difference for row in found.scores} == {"niet te vergelijken"}
    assert found.caveats[0].text.startswith("De ene ronde is ingevuld met de kernlijst")
    assert not any("gemiddelde" in line.text for line in found.summary)


def test_without_any_level_there_is_no_chart_and_no_average() -> None:
    found = content("leeg")
    assert found.trend is None
    assert [line.text for line in found.summary][1:] == [
        "Geen enkele norm heeft in een van beide rondes een niveau."
    ]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("000000", "333333", "+98"),
        ("333333", "000000", "−98"),
        ("222222", "222222", "gelijk"),
        ("222", "333222", "ondergrens +49"),
    ],
)
def test_the_difference_is_in_whole_percentage_points(before: str, after: str, words: str) -> None:
    assert difference_text(moved(before, after).sections[0], is_same_depth=True) == words


def shares(low: Fraction, high: Fraction) -> SectionMove:
    """A step that was exactly at two thirds and is now between these shares."""
    section = CONTENT.sections[0]
    then, now = (SectionResult(section, ()) for _ in range(2))
    for result, band in ((then, Band(Fraction(2, 3), Fraction(2, 3))), (now, Band(low, high))):
        result.__dict__["band"] = band
    return SectionMove(section, then, now)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (Fraction(2, 3), Fraction(1), "ondergrens gelijk"),
        (Fraction(2, 3), Fraction(2, 3), "gelijk"),
        (Fraction(667, 1000), Fraction(667, 1000), "minder dan +1"),
        (Fraction(666, 1000), Fraction(1), "ondergrens minder dan −1"),
        (Fraction(2, 3) + Fraction(1, 200), Fraction(2, 3) + Fraction(1, 200), "+1"),
        (Fraction(2, 3) - Fraction(3, 200), Fraction(1), "ondergrens −2"),
    ],
)
def test_shares_are_compared_and_rounded_once(low: Fraction, high: Fraction, words: str) -> None:
    assert difference_text(shares(low, high), is_same_depth=True) == words
    assert difference_text(shares(low, high), is_same_depth=False) == "niet te vergelijken"


def test_norms_of_one_list_only_are_a_group_of_their_own() -> None:
    delta = DELTA_CASES["andere-diepte"]()
    found = compose_delta(delta, PRINTED_ON)
    last = found.groups[-1]
    assert last.title == "Maar in één ronde gevraagd"
    assert len(last.norms) == delta.count[Move.NOT_ASKED] > 0
    assert all("niet gevraagd" in (row.before, row.after) for row in last.norms)
    others = [row for group in found.groups[:-1] for row in group.norms]
    assert not any("niet gevraagd" in (row.before, row.after) for row in others)


def test_the_chart_has_a_line_per_step_with_both_rounds() -> None:
    figure = content("alles").trend
    assert figure is not None
    assert figure.chart.categories == ("ronde 1 (1 oktober 2025)", "ronde 2 (1 oktober 2026)")
    scores = {row.name: row for row in content("alles").scores}
    for series in figure.chart.series:
        before, after = series.values
        assert f"{before:.0f}%" in scores[series.name].before
        assert f"{after:.0f}%" in scores[series.name].after
    assert "Stap 1 · Herkennen: 38% (ronde 1 (1 oktober 2025)), 50% (ronde 2" in figure.chart.alt_text


def test_a_step_with_too_few_norms_in_one_round_has_no_line() -> None:
    chart = trend_chart(DELTA_CASES["andere-diepte"]().sections, ("toen", "nu"))
    assert chart is not None
    assert [series.name for series in chart.series] == [
        "Stap 1 · Herkennen",
        "Stap 3 · Coördineren",
        "Stap 5 · Bij- of terugschalen",
    ]


def test_a_house_style_of_the_report_gives_its_looks() -> None:
    plain = make_delta_report(two_rounds(), PRINTED_ON)
    styled = make_delta_report(two_rounds(), PRINTED_ON, STANDARD_TEMPLATE.read_bytes())
    assert outline(plain).count("[Heading2]") == outline(styled).count("[Heading2]")
    assert "De normen die veranderden" in outline(styled)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(ROUND, ROUND)
def test_any_two_rounds_read_well_and_count_every_norm(first: list[Answer], second: list[Answer]) -> None:
    before, after = (
        an_assessment({norm.id: answer for norm, answer in zip(SMALL.norms, answers, strict=True)})
        for answers in (first, second)
    )
    delta = compare(before, after, SMALL)
    assert sum(delta.count.values()) == len(SMALL.norms)
    found = compose_delta(delta, PRINTED_ON)
    for text in texts((found.summary, found.caveats, found.scores, found.moved, found.groups)):
        assert not WRONG_DUTCH.search(text), text
