"""Everybody can read our reports, and the checker that says so notices what is taken away."""

from typing import get_args

import pytest
from lxml import etree

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import score_assessment
from reporting.report import make_report
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.cases.golden import CASES
from tests.reporting.inspecting.accessibility import LONG_ROW, RuleName, findings
from tests.reporting.inspecting.looks import Element, W
from tests.reporting.template.spoilt import MAIN, SPOILT, changed, first


@pytest.mark.parametrize("case", CASES)
def test_every_report_can_be_read_by_everybody(case: str) -> None:
    assert findings(make_report(CASES[case](), PRINTED_ON)) == []


def test_the_full_example_can_be_read_by_everybody() -> None:
    content = questionnaire()
    assert findings(make_report(score_assessment(content, load_example(content)), PRINTED_ON)) == []


def test_the_report_that_is_spoilt_below_is_good_itself() -> None:
    assert findings(changed(MAIN, lambda root: None)) == []


@pytest.mark.parametrize("name", SPOILT)
def test_the_checker_notices_what_is_taken_away(name: str) -> None:
    spoilt = SPOILT[name]
    assert spoilt.rule in {finding.rule for finding in findings(changed(spoilt.part, spoilt.change))}


def test_every_finding_has_been_seen_to_bite() -> None:
    assert {spoilt.rule for spoilt in SPOILT.values()} == set(get_args(RuleName))


def test_a_row_too_long_for_half_a_page_may_continue_on_the_next() -> None:
    def long_row(root: Element) -> None:
        row = first(root, "tbl").findall(f"{W}tr")[1]
        next(row.iter(f"{W}t")).text = "tekst " * LONG_ROW
        row.find(f"{W}trPr").remove(row.find(f"{W}trPr/{W}cantSplit"))  # type: ignore[union-attr, arg-type]

    assert findings(changed(MAIN, long_row)) == []


def test_a_drawing_that_only_decorates_needs_no_description() -> None:
    def decorative(root: Element) -> None:
        drawing = first(root, "docPr")
        drawing.set("descr", "")
        space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
        etree.SubElement(drawing, f"{{{space}}}decorative").set("val", "1")

    assert findings(changed(MAIN, decorative)) == []


def test_a_page_number_in_the_contents_list_does_not_spoil_it() -> None:
    def numbered(root: Element) -> None:
        for number, link in enumerate(link for link in root.iter(f"{W}hyperlink") if link.get(f"{W}anchor")):
            run = etree.SubElement(link, f"{W}r")
            etree.SubElement(run, f"{W}tab")
            etree.SubElement(run, f"{W}t").text = str(number)

    assert findings(changed(MAIN, numbered)) == []
