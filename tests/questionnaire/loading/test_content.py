"""The content of the product itself: sources, traces, weights and words."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from questionnaire.checking.check import check
from questionnaire.checking.wording import RESEARCH_POINT, claims_that_the_bill_holds, texts, wording_problems
from questionnaire.loading.loader import CONTENT, questionnaire
from questionnaire.loading.rules import expected_weight
from questionnaire.model.assessment import Depth, Level
from questionnaire.model.questionnaire import LegalStatus, Norm

CONTENT_NOW = questionnaire()
STEPS_IN_RESEARCH = {"S1": 12, "S2": 12, "S3": 28, "S4": 12, "S5": 12}
THEMES_IN_RESEARCH = {"XG": 12, "XI": 6, "XO": 6, "XS": 5, "XM": 5}
every_norm = pytest.mark.parametrize("norm", CONTENT_NOW.norms, ids=lambda norm: norm.id)


def named_sources() -> Iterator[str]:
    for norm in CONTENT_NOW.norms:
        yield from norm.sources
    for section in CONTENT_NOW.sections:
        for gap in section.missing:
            yield from gap.sources
    law = CONTENT_NOW.law
    yield from law.sources
    yield from CONTENT_NOW.scale_sources
    for term in CONTENT_NOW.terms:
        yield from term.sources
    for partner in CONTENT_NOW.partners:
        yield from partner.sources
    for explainer in CONTENT_NOW.explainers:
        for item in explainer.points:
            yield from item.sources
        if explainer.comparison:
            yield from explainer.comparison.sources
    for event in law.history:
        yield from event.sources
    for point in (*law.proposal, *law.other_laws, *law.warnings):
        yield from point.sources


def test_the_full_check_finds_nothing() -> None:
    assert check(CONTENT).id == "was-wordt-vams"


def test_there_are_five_steps_and_five_themes_in_order() -> None:
    assert [step.number for step in CONTENT_NOW.steps] == [1, 2, 3, 4, 5]
    assert [theme.id for theme in CONTENT_NOW.themes] == [
        "thema-gegevens",
        "thema-inwoner",
        "thema-organisatie",
        "thema-samenwerking",
        "thema-meten",
    ]
    assert CONTENT_NOW.sections == CONTENT_NOW.steps + CONTENT_NOW.themes
    assert {norm.code[0] for theme in CONTENT_NOW.themes for norm in theme.norms} == set("GIOSM")


def test_each_step_says_how_it_stands_to_the_others() -> None:
    assert all(step.order_note for step in CONTENT_NOW.steps)


def test_every_point_of_the_research_is_listed() -> None:
    counted = Counter(origin.partition("-")[0] for origin in CONTENT_NOW.origins)
    assert counted == STEPS_IN_RESEARCH | THEMES_IN_RESEARCH
    assert len(set(CONTENT_NOW.origins)) == 110


def test_every_point_of_the_research_is_traced() -> None:
    traced = {origin for norm in CONTENT_NOW.norms for origin in norm.origins}
    missing = {origin for section in CONTENT_NOW.sections for gap in section.missing for origin in gap.origins}
    assert traced | missing == set(CONTENT_NOW.origins)
    assert missing == {"S3-13"}
    assert not traced & missing


def test_every_norm_stands_in_the_section_of_one_of_its_origins() -> None:
    prefixes = {"stap": "S", "thema": "X"}
    for section in CONTENT_NOW.sections:
        wanted = f"{prefixes[section.kind]}{section.number or section.short_title[0]}"
        for norm in section.norms:
            assert any(origin.startswith(wanted) for origin in norm.origins), norm.id


def test_missing_coordinator_tasks_are_shown_and_not_scored() -> None:
    (gap,) = [gap for section in CONTENT_NOW.sections for gap in section.missing]
    assert "01" in gap.title + gap.explanation
    assert "02" in gap.title + gap.explanation


def test_every_source_serves_something() -> None:
    assert {source.id for source in CONTENT_NOW.sources} == set(named_sources())


def test_about_110_sources_say_how_much_was_read() -> None:
    assert len(CONTENT_NOW.sources) >= 110
    assert {source.reading for source in CONTENT_NOW.sources} == {"A", "B", "C"}


@every_norm
def test_a_norm_has_sources_that_exist(norm: Norm) -> None:
    assert norm.sources
    assert set(norm.sources) <= set(CONTENT_NOW.source_by_id)


@every_norm
def test_a_norm_follows_the_weight_rule(norm: Norm) -> None:
    assert norm.weight == expected_weight(norm)
    assert norm.weight == 1 + (norm.legal_status == "geldend") + (norm.depth == "kern")


@every_norm
def test_a_norm_has_a_role_and_a_target_with_a_reason(norm: Norm) -> None:
    assert norm.role in CONTENT_NOW.role_by_id
    assert (norm.target == 3) != bool(norm.target_reason)


@every_norm
def test_a_norm_on_rules_in_force_names_an_article(norm: Norm) -> None:
    if norm.legal_status is LegalStatus.IN_FORCE:
        assert norm.article


@every_norm
def test_an_article_of_the_bill_is_called_proposed(norm: Norm) -> None:
    for part in norm.article.split(";"):
        if re.search(r"2\.3a|2\.2\.5", part):
            assert "voorgesteld" in part.lower()
            assert norm.legal_status is not LegalStatus.IN_FORCE


@pytest.mark.parametrize("field", ["id", "title", "statement", "first_step", "assurance"])
def test_what_a_norm_says_is_its_own(field: str) -> None:
    counted = Counter(getattr(norm, field) for norm in CONTENT_NOW.norms)
    assert [text for text, count in counted.items() if count > 1] == []


def test_norms_use_no_words_that_make_yes_impossible_and_ask_one_thing() -> None:
    assert wording_problems(CONTENT_NOW) == []


def test_no_text_names_a_point_of_the_research_by_its_number() -> None:
    everything = texts(CONTENT_NOW.model_dump(mode="json"))
    readable = {place: text for place, text in everything if " > origins > " not in place}
    assert len(readable) > 1000
    assert {place: text for place, text in readable.items() if RESEARCH_POINT.search(text)} == {}
    assert all(RESEARCH_POINT.fullmatch(origin) for origin in CONTENT_NOW.origins)


def test_core_is_small_and_rests_on_the_documents_of_the_customer() -> None:
    core = CONTENT_NOW.at(Depth.CORE)
    assert len(core.norms) <= 40
    assert all(len(step.norms) >= 4 for step in core.steps)
    assert [norm.id for norm in core.norms if not {"SEED1", "SEED2"} & set(norm.sources)] == []


def test_nothing_says_that_the_bill_is_law() -> None:
    assert claims_that_the_bill_holds(CONTENT_NOW) == []


@pytest.mark.parametrize(
    "sentence",
    ["De Wams geldt.", "De Wams is in werking getreden.", "Het wetsvoorstel verplicht tot een coördinator."],
)
def test_a_claim_that_the_bill_is_law_is_found(sentence: str) -> None:
    false = CONTENT_NOW.model_copy(update={"basis": f"Dit klopt. {sentence}"})
    assert len(claims_that_the_bill_holds(false)) == 1


def test_the_law_status_is_dated_and_tells_what_is_unknown() -> None:
    law = CONTENT_NOW.law
    assert law.as_of.isoformat() == "2026-02-18"
    assert "wetsvoorstel" in law.text
    assert "18 februari 2026" in law.text
    assert "niet bekend" in law.text
    assert "november 2026" in law.text
    assert len(law.warnings) >= 2
    assert any("2019" in point.text for point in law.warnings)


def test_the_other_law_on_data_is_kept_apart() -> None:
    (wgs,) = CONTENT_NOW.law.other_laws
    assert "andere wet dan de Wams" in wgs.text
    assert "1 maart 2025" in wgs.text


def test_the_tool_is_based_on_the_step_plan_and_never_equals_the_list() -> None:
    assert CONTENT_NOW.basis.startswith("Deze vragenlijst is gebaseerd op het stappenplan")
    everything = texts(CONTENT_NOW.model_dump(mode="json"))
    assert [place for place, text in everything if "gelijk aan de lijst" in text] == []


def test_status_labels_are_the_agreed_ones() -> None:
    assert {entry.status: entry.label for entry in CONTENT_NOW.statuses} == {
        LegalStatus.IN_FORCE: "rust op geldende regels",
        LegalStatus.GOOD_PRACTICE: "goede praktijk",
        LegalStatus.BILL: "voorbereiding op de Wams",
    }


def test_the_scale_describes_each_answer_and_zero_is_not_unknown() -> None:
    by_level = CONTENT_NOW.scale_by_level
    assert [by_level[level].label for level in Level] == [
        "Niet geregeld",
        "Soms",
        "Deels geregeld",
        "Geregeld",
        "Geborgd",
        "Weet ik niet",
        "Niet van toepassing",
    ]
    assert "weten niet" not in by_level[Level.NOT_ARRANGED].description
    assert "niet als nul" in by_level[Level.UNKNOWN].description
    assert "reden" in by_level[Level.NOT_APPLICABLE].description


def test_names_in_lists_are_unique() -> None:
    assert len({term.id for term in CONTENT_NOW.terms}) == len(CONTENT_NOW.terms) >= 64
    assert len({partner.name for partner in CONTENT_NOW.partners}) == len(CONTENT_NOW.partners)


def test_two_points_that_confuse_are_explained() -> None:
    grounds, files = CONTENT_NOW.explainers
    assert grounds.title == "Toestemming, instemming of wettelijke grond?"
    assert [point.sources for point in grounds.points] == [
        ("LEX", "AP2"),
        ("SCH", "AP2"),
        ("WMO",),
        ("TI1", "TI2"),
        ("TI5",),
    ]
    assert files.title == "Coördinatiedossier of inhoudelijk dossier?"
    assert files.comparison is not None
    assert files.comparison.sources == ("SEED2", "DOS")
    assert len(files.comparison.rows) == 5
    assert "deels door ons afgeleid" in files.comparison.warning


def test_no_form_of_a_term_explains_two_terms() -> None:
    forms = Counter(form for term in CONTENT_NOW.terms for form in {term.term, *term.synonyms})
    assert [form for form, count in forms.items() if count > 1] == []


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yaml")), ids=lambda path: path.stem)
def test_each_file_names_a_schema_that_exists(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    prefix, _, schema = first.partition("$schema=")
    assert prefix == "# yaml-language-server: "
    assert (path.parent / schema).is_file()
