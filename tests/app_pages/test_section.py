"""The page of a step or theme: filling in, filtering, searching, one norm."""

import pytest
from streamlit.testing.v1.element_tree import Radio

from app_pages.cards.inputs import widget_key
from app_pages.filling import page as section
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Answer, AnswerField, Depth, Level
from questionnaire.store import Change, Store
from tests.app_pages.assessments import make
from tests.app_pages.visit import Visit

NORMS = questionnaire().steps[0].norms
FIRST, SECOND, THIRD = NORMS[:3]
CODES = [norm.code for norm in NORMS]
NOTHING = "Geen norm past bij dit filter of deze zoekwoorden."


def _answer(store: Store, assessment_id: str, norm_id: str = FIRST.id) -> Answer:
    return store.load(assessment_id).assessment.answer(norm_id)


def _level(visit: Visit) -> Radio[Level | None]:
    return next(radio for radio in visit.app.radio if radio.label == f"Niveau van norm {FIRST.code}")


def test_a_chosen_level_is_in_the_store_at_once(store: Store) -> None:
    assessment = make(store, "vers")
    visit = Visit("stap-1", assessment)
    assert _level(visit).value is None

    _level(visit).set_value(Level.PARTLY)
    visit.run()

    assert _answer(store, assessment).level is Level.PARTLY
    assert f"Norm {FIRST.code} opgeslagen om" in visit.run().words()


@pytest.mark.parametrize(
    "field",
    [AnswerField.PRACTICE, AnswerField.EVIDENCE, AnswerField.LINK, AnswerField.REMARK, AnswerField.OTHERWISE],
)
def test_a_text_is_in_the_store_cleaned(field: AnswerField, store: Store) -> None:
    assessment = make(store, "vers")
    store.save(assessment, FIRST.id, AnswerField.REMARK, "opent de rest", seen=0, author="")
    visit = Visit("stap-1", assessment)
    inputs = visit.app.text_input if field is AnswerField.LINK else visit.app.text_area

    inputs(key=widget_key(FIRST.id, field)).set_value("Het wijkteam\r\nbelt\x00 terug")
    visit.run()

    assert _answer(store, assessment).value(field) == "Het wijkteam\nbelt terug"


def test_a_second_visitor_finds_what_the_first_filled_in(store: Store) -> None:
    assessment = make(store, "vers")
    first = Visit("stap-1", assessment)
    _level(first).set_value(Level.SECURED)
    first.app.text_area(key=widget_key(SECOND.id, AnswerField.PRACTICE)).set_value("Er is een meldpunt.")
    first.run()

    second = Visit("stap-1", assessment)

    assert _level(second).value is Level.SECURED
    assert second.app.text_area(key=widget_key(SECOND.id, AnswerField.PRACTICE)).value == "Er is een meldpunt."


def test_not_applicable_asks_for_a_reason_and_says_what_counts(store: Store) -> None:
    assessment = make(store, "vers")
    visit = Visit("stap-1", assessment)
    _level(visit).set_value(Level.NOT_APPLICABLE)
    visit.run()
    assert "Zonder reden telt deze norm als open." in visit.words()

    visit.app.text_area(key=widget_key(FIRST.id, AnswerField.REASON)).set_value("Dit doet de regio.")
    visit.run().run()

    assert _answer(store, assessment).is_excluded
    assert "Zonder reden telt deze norm als open." not in visit.words()


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("Voorbeeld: BSN 111222333", "een burgerservicenummer (BSN)"),
        ("Geboren op 12-03-1985", "een geboortedatum"),
        ("BSN 111222333, geboren op 12-03-1985", "een burgerservicenummer (BSN) en een geboortedatum"),
    ],
)
def test_what_looks_like_a_resident_gets_a_warning_and_is_kept(text: str, warning: str, store: Store) -> None:
    assessment = make(store, "vers")
    visit = Visit("stap-1", assessment)

    visit.app.text_area(key=widget_key(FIRST.id, AnswerField.PRACTICE)).set_value(text)
    visit.run()

    assert f"Deze tekst lijkt {warning} te bevatten." in visit.words()
    assert _answer(store, assessment).practice == text


def test_a_cleared_answer_is_gone_and_its_history_stays(store: Store) -> None:
    assessment = make(store, "vers")
    store.save(assessment, FIRST.id, AnswerField.LEVEL, Level.SOMETIMES, seen=0, author="")
    store.save(assessment, FIRST.id, AnswerField.REMARK, "Zie het jaarplan", seen=0, author="Beleid *x*")
    visit = Visit("stap-1", assessment)

    visit.app.button(key=f"geschiedenis-{FIRST.id}").click()
    visit.run()
    assert "De opmerking, opgeslagen om" in visit.words()
    assert r"door Beleid \*x\*" in visit.words()
    assert "1 · Soms" in [quote.text for quote in visit.parsed().iterfind(".//div[@class='ww-quote']")]

    visit.app.button(key=f"wis-{FIRST.id}").click()
    visit.run()
    assert _answer(store, assessment).is_empty
    assert _level(visit.run()).value is None
    assert [event.value for event in store.history(assessment, FIRST.id)] == ["", "", "Zie het jaarplan", "soms"]


def test_two_texts_in_conflict_are_both_shown_and_one_is_chosen(store: Store) -> None:
    assessment = make(store, "vers")
    mine = Visit("stap-1", assessment)
    store.save(assessment, FIRST.id, AnswerField.PRACTICE, "Tekst van een *collega*", seen=0, author="Jurist")
    mine.app.text_area(key=widget_key(FIRST.id, AnswerField.PRACTICE)).set_value("Mijn tekst")
    mine.run()

    assert "Niet opgeslagen: hoe gaat het nu" not in mine.words()
    assert "Niet opgeslagen: hoe het nu gaat." in mine.words()
    assert "door Jurist" in mine.words()
    quotes = [quote.text for quote in mine.parsed().iterfind(".//div[@class='ww-quote']")]
    assert quotes == ["Mijn tekst", "Tekst van een *collega*"]
    assert _answer(store, assessment).practice == "Tekst van een *collega*"

    next(button for button in mine.app.button if button.label == "Bewaar mijn versie").click()
    mine.run()
    assert _answer(store, assessment).practice == "Mijn tekst"
    assert "Niet opgeslagen:" not in mine.run().words()


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (section.ALL, CODES),
        (section.OPEN, [code for code in CODES if code not in ("1.01", "1.02")]),
        (section.UNKNOWN, ["1.02"]),
        (section.WITHOUT_PRACTICE, [code for code in CODES if code not in ("1.02", "1.04")]),
    ],
)
def test_a_filter_shows_what_belongs_under_it(chosen: str, shown: list[str], store: Store) -> None:
    """1.01 has a level, 1.02 is unknown with a 'was', 1.03 lacks its reason, 1.04 has a 'was' only."""
    assessment = make(store, "vers")
    answers = (
        (0, AnswerField.LEVEL, Level.PARTLY),
        (1, AnswerField.LEVEL, Level.UNKNOWN),
        (1, AnswerField.PRACTICE, "Weten we niet"),
        (2, AnswerField.LEVEL, Level.NOT_APPLICABLE),
        (3, AnswerField.PRACTICE, "Zo"),
    )
    store.save_many(
        assessment, [Change(NORMS[place].id, each, value, 0) for place, each, value in answers], author=""
    )
    visit = Visit("stap-1", assessment)

    visit.app.radio(key="filter-stap-1").set_value(chosen)
    visit.run()

    assert visit.codes == shown
    if chosen != section.ALL:
        noun = "norm" if len(shown) == 1 else "normen"
        assert f"{len(shown)} {noun} van {len(CODES)} getoond." in visit.words()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("meldpunt", [norm.code for norm in NORMS if section.matches(norm, "meldpunt")]),
        (FIRST.code, [FIRST.code]),
        (" ".join(reversed(SECOND.title.upper().split())), [SECOND.code]),
        ("xyzzy", []),
        ("   ", CODES),
    ],
)
def test_searching_finds_norms_by_words_in_any_order(words: str, found: list[str], store: Store) -> None:
    visit = Visit("stap-1", make(store, "vers"))

    visit.app.text_input(key="zoek-stap-1").set_value(words)
    visit.run()

    assert visit.codes == found
    assert (NOTHING in visit.words()) == (not found)


def test_a_link_opens_one_norm_and_leads_back_to_all(store: Store) -> None:
    assessment = make(store, "vers")
    visit = Visit("stap-1", assessment, norm=THIRD.id)

    assert visit.codes == [THIRD.code]
    assert ("Toon weer alle normen van deze pagina", f"stap-1?z={assessment}") in visit.links()


def test_a_link_to_a_norm_of_another_page_shows_all(store: Store) -> None:
    other = questionnaire().steps[1].norms[0]

    assert Visit("stap-1", make(store, "vers"), norm=other.id).codes == CODES


def test_a_link_to_a_norm_outside_the_core_list_says_so_or_shows_all(store: Store) -> None:
    outside = next(norm for norm in NORMS if norm.depth is Depth.FULL)
    core = [norm.code for norm in NORMS if norm.depth is Depth.CORE]

    assert Visit("stap-1", make(store, "vers", Depth.CORE), norm=outside.id).codes == core


def test_every_norm_has_what_there_is_to_know_about_it(store: Store) -> None:
    visit = Visit("stap-1", make(store, "vers"))
    folded = visit.parsed().findall(".//details")

    assert len(folded) == len(NORMS)
    for norm, details in zip(NORMS, folded, strict=True):
        text = " ".join(details.text_content().split())
        for part in (norm.why.resident, norm.why.data, norm.first_step, norm.assurance, *norm.sources):
            assert " ".join(part.split()) in text
        assert details.find(".//a[@target='_self']").get("href").startswith("stap-1?z=")


def test_links_to_sources_open_elsewhere_without_a_way_back(store: Store) -> None:
    for link in Visit("stap-1", make(store, "vers")).parsed().iter("a"):
        if link.get("href", "").startswith("http"):
            assert link.get("rel") == "noopener noreferrer"
            assert link.get("target") == "_blank"


def test_the_missing_tasks_are_shown_and_not_asked(store: Store) -> None:
    visit = Visit("stap-3", make(store, "vers"))
    (missing,) = questionnaire().steps[2].missing

    assert missing.title in visit.words()
    assert "ontbreekt in de bron: telt niet mee" in visit.words()


def test_nothing_can_be_changed_in_the_example(store: Store) -> None:
    visit = Visit("stap-1", "voorbeeld")

    assert "U kunt overal kijken, maar niets wijzigen." in visit.words()
    assert [radio.key for radio in visit.app.radio] == ["filter-stap-1"]
    assert [each.key for each in visit.app.text_input] == ["zoek-stap-1"]
    assert not visit.app.text_area
    assert not visit.app.button
