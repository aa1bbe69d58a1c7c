"""Templates that an organisation made from ours of November 2026, before a page decided: they keep working."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reporting.document.choice import ReportChoice
from reporting.house_style.check import check_template
from reporting.report import (
    DELTA_TEMPLATE,
    NOTE_TEMPLATE,
    STANDARD_TEMPLATE,
    make_delta_report,
    make_note,
    make_report,
)
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.cases.golden import CASES
from tests.reporting.cases.rounds import DELTA_CASES
from tests.reporting.inspecting.outline import outline

EARLIER = Path(__file__).parent / "earlier"
WITH_ANNEXES = ReportChoice(has_annexes=True)


def earlier(template: Path) -> bytes:
    return (EARLIER / template.name).read_bytes()


@pytest.mark.parametrize("case", CASES)
def test_an_earlier_report_template_gives_a_report_as_before(
    case: str, open_xml_errors: Callable[[bytes], list[dict[str, Any]]]
) -> None:
    document = make_report(CASES[case](), PRINTED_ON, earlier(STANDARD_TEMPLATE), WITH_ANNEXES)
    assert open_xml_errors(document) == []
    text = outline(document)
    for heading in (
        "Samenvatting voor het management",
        "De score in beeld",
        "De stappen: was en wordt",
        "Bijlagen",
    ):
        assert f"[Heading1] {heading}" in text
    assert "bron 1" in text


def test_without_annexes_an_earlier_template_names_no_source_by_a_number_that_is_nowhere() -> None:
    text = outline(make_report(CASES["gemengd"](), PRINTED_ON, earlier(STANDARD_TEMPLATE)))
    assert "bron 1" not in text
    assert "bronnen: zie de vragenlijst" in text


def test_what_is_new_is_told_in_words_when_an_earlier_template_is_checked() -> None:
    check = check_template(earlier(STANDARD_TEMPLATE))
    assert check.fits
    told = next(text for text in check.differences if text.startswith("Niet in het rapport: "))
    assert "de bladzijde waarop staat wat er te besluiten is (beslisbladzijde)" in told


def test_earlier_templates_of_the_other_documents_work_too() -> None:
    note = outline(make_note(CASES["gemengd"](), PRINTED_ON, earlier(NOTE_TEMPLATE)))
    delta = outline(make_delta_report(DELTA_CASES["alles"](), PRINTED_ON, earlier(DELTA_TEMPLATE)))
    assert "[Heading1] Samenvatting en beslispunten" in note
    assert "[Heading1] De normen die veranderden" in delta
