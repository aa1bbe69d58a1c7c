"""The page of a step or theme: what it gives to fill in, filtering, searching, one norm."""

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Depth, Level
from questionnaire.store import Store
from tests.app_pages.assessments import make
from tests.app_pages.visit import Visit

NORMS = questionnaire().steps[0].norms
FIRST, SECOND, THIRD = NORMS[:3]
CODES = [norm.code for norm in NORMS]
NOTHING = "Geen norm past bij dit filter of deze zoekwoorden."


def test_the_browser_is_told_what_is_stored_and_which_event_holds_it(store: Store) -> None:
    assessment = make(store, "vers")
    saved = store.save(assessment, FIRST.id, AnswerField.LEVEL, Level.PARTLY, seen=0, author="")
    visit = Visit("stap-1", assessment)

    state = visit.components()[0]["state"]
    assert state["values"][FIRST.id]["niveau"]["event"] == saved.event_id == state["latest"]
    assert visit.values(FIRST.id) == {"niveau": Level.PARTLY.value}
    assert visit.values(SECOND.id) == {}


def test_a_page_drawn_again_tells_what_was_saved_meanwhile(store: Store) -> None:
    assessment = make(store, "vers")
    visit = Visit("stap-1", assessment)
    store.save(assessment, SECOND.id, AnswerField.PRACTICE, "Er is een meldpunt.", seen=0, author="Jurist")

    assert visit.run().values(SECOND.id) == {"was": "Er is een meldpunt."}


def test_a_cleared_field_is_told_with_its_event(store: Store) -> None:
    assessment = make(store, "vers")
    seen = store.save(assessment, FIRST.id, AnswerField.PRACTICE, "weg ermee", seen=0, author="").event_id
    store.save(assessment, FIRST.id, AnswerField.PRACTICE, "", seen=seen, author="")

    assert Visit("stap-1", assessment).values(FIRST.id) == {"was": ""}


def test_every_field_of_a_norm_can_be_filled_in(store: Store) -> None:
    card = Visit("stap-1", make(store, "vers")).cards()[0]

    assert {field["name"] for field in card["fields"]} == {field.value for field in AnswerField}
    labels = [field["label"] for field in card["fields"] if field["kind"] != "hidden"]
    assert all(FIRST.code in label for label in labels)


def test_the_reason_is_asked_only_of_what_does_not_apply(store: Store) -> None:
    card = Visit("stap-1", make(store, "vers")).cards()[0]
    reason = next(field for field in card["fields"] if field["name"] == "nvt_reden")

    assert reason["onlyWhen"] == {"field": "niveau", "value": Level.NOT_APPLICABLE.value}
    assert reason["whenEmpty"] == "Zonder reden telt deze norm als open."


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
    assessment = make(store, "vers")
    visit = Visit("stap-1", assessment)
    folded = [each for each in visit.parsed().iter("details") if "ww-plain" not in each.get("class", "")]

    assert len(folded) == len(NORMS)
    for norm, details in zip(NORMS, folded, strict=True):
        text = " ".join(details.text_content().split())
        for part in (norm.why.resident, norm.why.data, norm.first_step, norm.assurance, *norm.sources):
            assert " ".join(part.split()) in text
        address = f"stap-1?z={assessment}&norm={norm.id}"
        assert address in [link.get("href") for link in details.iterfind(".//a[@target='_self']")]


def test_links_to_sources_open_elsewhere_without_a_way_back(store: Store) -> None:
    links = list(Visit("stap-1", make(store, "vers")).parsed().iter("a"))
    outside = [link for link in links if link.get("href", "").startswith("http")]

    assert outside
    assert {link.get("rel") for link in outside} == {"noopener noreferrer"}
    assert {link.get("target") for link in outside} == {"_blank"}


def test_the_missing_tasks_are_shown_and_not_asked(store: Store) -> None:
    visit = Visit("stap-3", make(store, "vers"))
    (missing,) = questionnaire().steps[2].missing

    assert missing.title in visit.words()
    assert "ontbreekt in de bron: telt niet mee" in visit.words()


def test_nothing_can_be_changed_in_the_example(store: Store) -> None:
    visit = Visit("stap-1", "voorbeeld")

    assert "U kunt overal kijken, maar niets wijzigen." in visit.words()
    assert {component["readOnly"] for component in visit.components()} == {True}
    assert not visit.app.text_area
    assert not visit.app.button
