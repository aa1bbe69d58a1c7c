"""Word, Excel, the command and JSON tell the same numbers as a second scorer that knows only the told rules."""

import io
import json

import openpyxl  # type: ignore[import-untyped]
import pytest

from questionnaire.exchange.document import to_json
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import Result, score_assessment
from reporting.__main__ import scores
from reporting.composing.summary import score_row
from reporting.figures import score_parts
from reporting.report import make_report
from reporting.tables.answers import to_csv, to_excel
from tests.questionnaire.scoring import independent
from tests.questionnaire.scoring.drawn import drawn
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.inspecting.outline import outline

SEEDS = range(300, 320)


def both(seed: int) -> tuple[Result, list[independent.Line]]:
    assessment = drawn(seed)
    lines = independent.read(to_json(assessment, questionnaire()))
    return score_assessment(questionnaire(), assessment), lines


@pytest.mark.parametrize("seed", SEEDS)
def test_excel_and_csv_have_the_points_and_the_gap_of_every_norm(seed: int) -> None:
    result, lines = both(seed)
    expected = [
        (
            each.norm,
            each.height,
            each.gap if each.height is not None else None,
            each.reached,
            each.missing,
            each.open,
        )
        for each in lines
    ]
    head, *rows = openpyxl.load_workbook(io.BytesIO(to_excel(result))).active.iter_rows(values_only=True)
    places = [head.index(name) for name in ("Norm-id", "Niveau", "Kloof", "Behaald", "Ontbreekt", "Open")]
    assert [tuple(row[place] for place in places) for row in rows] == expected
    names, *others = to_csv(result).decode("utf-8-sig").splitlines()
    assert names.split(";")[places[2]] == "Kloof"
    assert len(others) >= len(lines)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_command_has_the_points_of_every_norm_and_section(seed: int) -> None:
    result, lines = both(seed)
    found = json.loads(json.dumps(scores(result)))
    assert found["normen"] == [
        {"id": each.norm, "behaald": each.reached, "ontbreekt": each.missing, "open": each.open} for each in lines
    ]
    sections = independent.by_section(lines)
    for each in (*found["stappen"], *found["themas"]):
        mine = sections.get(each["id"], [])
        assert each["behaald"] == sum(line.reached for line in mine)
        assert each["open"] == sum(line.open for line in mine)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_tables_of_scores_and_the_chart_have_the_score_of_every_section(seed: int) -> None:
    result, lines = both(seed)
    sections = independent.by_section(lines)
    for section in result.sections:
        mine, row = sections.get(section.section.id, []), score_row(section)
        assert row.score == independent.score(mine)
        assert row.below_in_force == str(sum(line.in_force and line.gap > 0 for line in mine))
        assert row.excluded == str(sum(not line.counts for line in mine))
    reached = score_parts(result.steps).data[0]
    for section, label in zip(result.steps, reached.customdata, strict=True):
        said = independent.score(sections.get(section.section.id, []))
        if said.endswith("%") and "dan" not in said and not said.startswith("tussen"):
            assert label == said


@pytest.mark.parametrize("seed", SEEDS[:4])
def test_the_word_report_has_the_score_of_every_section_and_the_average(seed: int) -> None:
    result, lines = both(seed)
    said = outline(make_report(result, PRINTED_ON))
    for section in result.sections:
        mine = independent.by_section(lines).get(section.section.id, [])
        if mine:
            assert f"| {section.section.name} | {independent.score(mine)} |" in said
    if average := independent.average(lines):
        assert average in said
