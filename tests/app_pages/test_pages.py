"""Every page in every situation: it is drawn, says what it should, and interprets nothing that a user wrote."""

import re

import pytest

from questionnaire.example import EXAMPLE_ID
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Depth
from questionnaire.model.questionnaire import Section
from questionnaire.store import Store
from tests.app_pages.assessments import ANSWER_BY_SITUATION, LONG, MARKUP, make
from tests.app_pages.visit import Visit

SECTIONS = [section.id for section in questionnaire().sections]
OUTCOMES = ["resultaten", "plan", "rapport", "invullijsten", "teruglezen", "rondes", "verschil", "huisstijl"]
PAGES = ["start", "overzicht", *SECTIONS, *OUTCOMES, "begrippen"]
TITLES = {
    "start": "Was-wordt lijst: uw aanpak van meervoudige problematiek",
    "resultaten": "Resultaten",
    "plan": "Plan van aanpak",
    "rapport": "Rapport en bestanden",
    "invullijsten": "Invullijsten",
    "teruglezen": "Bestanden teruglezen",
    "rondes": "Vaststellen en rondes",
    "verschil": "Verschil met de vorige ronde",
    "huisstijl": "Huisstijl van het rapport",
    "begrippen": "Begrippen, partners en bronnen",
    **{
        section.id: f"Stap {section.number} · {section.title}" if section.is_step else section.title
        for section in questionnaire().sections
    },
}
HEADINGS = {
    "resultaten": ["Dit eerst verbeteren", "Dit eerst uitzoeken", "Dit gaat goed"],
    "plan": ["Normen zonder actie", "Acties", "Verwacht effect", "Actielijst en agenda"],
    "rondes": ["Status van ronde 1", "Controle voor u vaststelt", "Vaststellen", "Nieuwe ronde"],
    "rapport": ["Andere documenten", "Uw antwoorden als bestand"],
    "invullijsten": ["Nieuwe invullijst", "Wie heeft wat"],
    "huisstijl": ["Nu in gebruik", "Zelf een sjabloon maken", "Eigen sjabloon controleren en gebruiken"],
    "begrippen": ["Stand van de Wams", "Uitleg bij twee lastige punten", "Begrippen", "Partners", "Bronnen"],
}
START_HEADINGS = {False: ["Begin met uw lijst"], True: ["Ga verder waar u was", "Begin een nieuwe lijst"]}
"""By whether there is an earlier list."""
UNESCAPED = re.compile(r"(?<!\\)(?:[<>\[\]*$`{}]|:red)")
"""A sign that markdown would read."""
NOT_A_WORD = re.compile(r"\b(?:None|nan|NaN|undefined|null)\b|Traceback|<function|object at 0x")


@pytest.mark.parametrize("page", PAGES)
def test_without_an_assessment_a_page_says_what_to_do(page: str, store: Store) -> None:
    visit = Visit(page)

    if page in ("start", "begrippen"):
        assert visit.title == TITLES[page]
        assert visit.headings == HEADINGS.get(page, START_HEADINGS[False])
    else:
        assert "Kies eerst een zelfbeoordeling op de startpagina." in visit.words()
        assert ("Naar de startpagina", "?") in visit.links()
    assert not visit.app.error


@pytest.mark.parametrize("situation", ANSWER_BY_SITUATION)
@pytest.mark.parametrize(
    "page",
    ["start", "overzicht", "stap-3", "resultaten", "plan", "rapport", "invullijsten", "rondes", "huisstijl"],
)
def test_a_page_is_drawn_in_every_situation(page: str, situation: str, store: Store) -> None:
    visit = Visit(page, make(store, situation))

    assert visit.title == TITLES.get(page, visit.title)
    assert [heading for heading in visit.headings if heading in HEADINGS.get(page, [])] == HEADINGS.get(page, [])
    assert (visit.headings == START_HEADINGS[True]) is (page == "start")
    assert all(error.value.startswith("**Houdt tegen:**") for error in visit.app.error)
    assert not visit.app.error or page == "rondes"
    assert not NOT_A_WORD.search(visit.words()), NOT_A_WORD.search(visit.words())
    if page in SECTIONS:
        assert visit.codes == [norm.code for norm in _section(page).norms]


def test_every_page_shows_the_example_one_after_the_other(store: Store) -> None:
    visit = Visit("start", EXAMPLE_ID)
    titles, words = {}, {}
    for page in PAGES:
        visit.go(page)
        titles[page], words[page] = visit.title, visit.words()
        assert not visit.app.error

    assert titles == {"overzicht": "Voorbeeldgemeente", **TITLES}
    assert not {page: found for page, text in words.items() if (found := NOT_A_WORD.search(text))}


@pytest.mark.parametrize("page", ["overzicht", "stap-1", "resultaten", "rapport", "rondes"])
def test_markup_of_a_user_is_never_interpreted(page: str, store: Store) -> None:
    visit = Visit(page, make(store, "opmaak in de teksten"))

    assert not {element.tag for element in visit.parsed().iter()} & {"script", "img", "b"}
    assert [text for text in visit.markdown() if "alert" in text and UNESCAPED.search(text)] == []
    assert "{{7*7}}" in _unescaped(visit.words())


def test_markup_in_a_name_stays_readable_on_the_start_page(store: Store) -> None:
    make(store, "opmaak in de teksten")

    (label,) = (label for label, _ in Visit("start").links() if label.startswith("Ga verder met"))
    assert _unescaped(label) == f"Ga verder met {MARKUP}"
    assert not UNESCAPED.search(label)


def test_a_long_text_is_shown_whole(store: Store) -> None:
    visit = Visit("stap-1", make(store, "teksten van 10.000 tekens"))

    assert visit.values(visit.cards()[0]["subject"])["was"] == LONG
    assert len(LONG) > 10_000


def test_the_core_list_asks_its_own_norms_only(store: Store) -> None:
    visit = Visit("start", make(store, "vers", Depth.CORE))

    codes = {section: visit.go(section).codes for section in SECTIONS}
    assert codes == {
        section.id: [norm.code for norm in section.norms if norm.depth is Depth.CORE]
        for section in questionnaire().sections
    }


@pytest.mark.parametrize("page", ["start", "overzicht", "stap-1", "begrippen"])
def test_an_unknown_assessment_in_the_address_is_told_in_dutch(page: str, store: Store) -> None:
    visit = Visit(page, "bestaat-niet")

    assert visit.title == "Deze pagina is niet te openen"
    (error,) = visit.app.error
    assert error.value == (
        "Deze zelfbeoordeling is hier niet (meer). Ga naar de startpagina en kies er een uit de lijst."
    )


def test_the_way_out_of_an_unknown_assessment_leads_to_the_start_page(store: Store) -> None:
    visit = Visit("rapport", "bestaat-niet")
    visit.app.button[0].click()

    assert visit.run().title == TITLES["start"]
    assert "z" not in visit.app.query_params


def _section(page: str) -> Section:
    return next(section for section in questionnaire().sections if section.id == page)


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
