"""The page with words, explainers, partners and sources, and the links that lead to it."""

import pytest

from questionnaire.example import EXAMPLE_ID
from questionnaire.loading.loader import questionnaire
from questionnaire.model.questionnaire import Section
from questionnaire.store import Store
from tests.app_pages.visit import Visit

CONTENT = questionnaire()
GROUNDS, FILES = CONTENT.explainers


def _text(element: object) -> str:
    return " ".join(element.text_content().split())  # type: ignore[attr-defined]


def test_both_explainers_stand_under_the_heading_that_counts_them(store: Store) -> None:
    visit = Visit("begrippen")

    assert "Uitleg bij twee lastige punten" in visit.headings
    assert [(each.value, each.proto.anchor) for each in visit.app.subheader] == [
        (explainer.title, explainer.id) for explainer in (GROUNDS, FILES)
    ]


def test_each_statement_stands_with_its_own_sources(store: Store) -> None:
    items = Visit("begrippen").parsed().findall(".//ol/li")

    assert [item.text for item in items] == [point.text for point in GROUNDS.points]
    assert [[link.get("href") for link in item.iter("a")] for item in items] == [
        [CONTENT.source_by_id[source].url for source in point.sources] for point in GROUNDS.points
    ]


def test_a_comparison_is_a_table_with_its_warning_and_sources(store: Store) -> None:
    page = Visit("begrippen").parsed()
    comparison = FILES.comparison
    assert comparison is not None

    (table,) = (each for each in page.iter("table") if comparison.columns[0] in _text(each))
    assert [[_text(cell) for cell in row] for row in table.iter("tr")] == [
        ["Vraag", *comparison.columns],
        *([row.question, *row.answers] for row in comparison.rows),
    ]
    assert comparison.warning in _text(page)
    (sources,) = (each for each in page.iter("details") if _text(each).startswith("Bronnen bij deze tabel"))
    assert [link.get("href") for link in sources.iter("a")] == [
        CONTENT.source_by_id[source].url for source in comparison.sources
    ]


@pytest.mark.parametrize("section", CONTENT.sections, ids=lambda section: section.id)
def test_a_norm_links_to_the_explainers_that_are_about_it(section: Section, store: Store) -> None:
    page = Visit(section.id, EXAMPLE_ID).parsed()
    folds = [each for each in page.iter("details") if _text(each).startswith("Uitleg bij ")]

    links = [[(a.text, a.get("href")) for a in fold.iter("a") if "#" in a.get("href")] for fold in folds]
    assert links == [
        [
            (explainer.title, f"begrippen?z={EXAMPLE_ID}#{explainer.id}")
            for explainer in CONTENT.explainers
            if norm.id in explainer.norms
        ]
        for norm in section.norms
    ]
