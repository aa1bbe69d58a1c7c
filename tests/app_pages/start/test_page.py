"""The start page: a new assessment, an earlier one, a file, and who is typing."""

import json
from urllib.parse import quote

import pytest
from streamlit.runtime.context import ContextProxy

from app_pages.frame.widgets import plain
from app_pages.session import session
from app_pages.start.page import SHOWN_FIRST
from questionnaire.exchange.document import to_json
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Assessment, Depth, Level, OrganisationKind
from questionnaire.store import Store
from service.wire import AUTHOR_COOKIE
from tests.app_pages.assessments import LONG, make
from tests.app_pages.visit import Visit

BERGENS = {"GM0373": "Bergen (Noord-Holland)", "GM0893": "Bergen (Limburg)"}
BEGIN = "Begin met invullen"


def _press(visit: Visit, label: str) -> Visit:
    next(button for button in visit.app.button if button.label == label).click()
    return visit.run()


def _begin(visit: Visit, depth: Depth = Depth.CORE, author: str = "") -> Visit:
    """Answer what comes after for whom it is; without a name or role that question is skipped."""
    _press(visit, "Begin")
    visit.app.radio(key="nieuw-diepte").set_value(depth)
    _press(visit, "Verder")
    if author:
        visit.app.text_input(key="nieuw-auteur").set_value(author)
    return _press(visit, BEGIN)


def _only(store: Store) -> Assessment:
    (summary,) = store.summaries()
    return store.load(summary.id).assessment


def _questions(visit: Visit) -> list[str]:
    """What is asked to begin with, a file apart."""
    app = visit.app
    return [each.label for each in (*app.radio, *app.selectbox, *app.multiselect, *app.text_input)]


def test_the_two_bergens_are_told_apart_by_their_province(store: Store) -> None:
    options = Visit("start").app.selectbox[0].options

    assert [option for option in options if option.startswith("Bergen (")] == sorted(BERGENS.values())
    assert len(options) == len(set(options))


@pytest.mark.parametrize("code", BERGENS)
def test_an_assessment_for_one_municipality_keeps_its_code(code: str, store: Store) -> None:
    visit = Visit("start")
    visit.app.selectbox[0].set_value(code)
    _begin(visit, Depth.FULL)

    made = _only(store)
    assert made.organisation.name == f"Gemeente {BERGENS[code]}"
    assert [(each.code, each.name) for each in made.organisation.municipalities] == [(code, "Bergen")]
    assert (made.depth, made.reference_date) == (Depth.FULL, session.today())
    assert visit.title == f"Gemeente {plain(BERGENS[code])}"
    assert "Begin bij stap 1" in [label for label, _ in visit.links()]


def test_an_assessment_for_a_cooperation_keeps_its_name_and_municipalities(store: Store) -> None:
    visit = Visit("start")
    visit.app.radio(key="nieuw-soort").set_value("Een samenwerking van gemeenten")
    visit.run()
    visit.app.text_input(key="nieuw-naam").set_value("  Regio Noord *x* ")
    visit.app.multiselect[0].set_value(["GM0373", "GM0893"])
    _begin(visit)

    made = _only(store).organisation
    assert (made.kind, made.name) == (OrganisationKind.COOPERATION, "Regio Noord *x*")
    assert [each.code for each in made.municipalities] == ["GM0373", "GM0893"]
    assert visit.title == r"Regio Noord \*x\*"


def test_one_question_stands_on_the_page_at_a_time(store: Store) -> None:
    visit = Visit("start")
    assert _questions(visit) == ["Voor wie vult u de lijst in?", "Gemeente"]

    visit.app.selectbox[0].set_value("GM0344")
    assert _questions(_press(visit, "Begin")) == ["Welke lijst vult u in? U kunt later altijd wisselen."]
    assert _questions(_press(visit, "Verder")) == [
        "Uw naam of rol, bijvoorbeeld ‘beleidsmedewerker’ (mag leeg blijven)"
    ]


def test_while_the_questions_are_answered_nothing_else_asks_for_attention(store: Store) -> None:
    make(store, "vers")
    visit = Visit("start")
    visit.app.selectbox[0].set_value("GM0344")
    assert _press(visit, "Begin").headings == ["Begin een nieuwe lijst"]
    _press(visit, "Terug")
    assert visit.headings == ["Ga verder waar u was", "Begin een nieuwe lijst"]


def test_going_back_keeps_what_was_answered(store: Store) -> None:
    visit = Visit("start")
    visit.app.selectbox[0].set_value("GM0344")
    _press(visit, "Begin")
    visit.app.radio(key="nieuw-diepte").set_value(Depth.FULL)
    _press(visit, "Verder")
    _press(visit, "Terug")
    assert visit.app.radio(key="nieuw-diepte").value == Depth.FULL
    _press(visit, "Terug")
    assert visit.app.selectbox[0].value == "GM0344"

    _begin(visit, Depth.FULL)
    assert _only(store).organisation.name == "Gemeente Utrecht"


@pytest.mark.parametrize(
    ("name", "codes", "message"),
    [
        (None, [], "Kies eerst een gemeente uit de lijst."),
        ("", ["GM0373", "GM0893"], "Geef de samenwerking een naam."),
        ("   ", ["GM0373", "GM0893"], "Geef de samenwerking een naam."),
        ("Regio", ["GM0373"], "Kies de gemeenten van de samenwerking: ten minste twee."),
        ("Regio", [], "Kies de gemeenten van de samenwerking: ten minste twee."),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_made(
    name: str | None, codes: list[str], message: str, store: Store
) -> None:
    visit = Visit("start")
    if name is not None:
        visit.app.radio(key="nieuw-soort").set_value("Een samenwerking van gemeenten")
        visit.run()
        visit.app.text_input(key="nieuw-naam").set_value(name)
        visit.app.multiselect[0].set_value(codes)
    _press(visit, "Begin")

    assert [error.value for error in visit.app.error] == [message]
    assert store.summaries() == ()


def test_earlier_assessments_stand_newest_first_with_what_is_done(store: Store) -> None:
    older = make(store, "alles 4", Depth.CORE)
    newer = make(store, "vers")
    store.save(newer, questionnaire().norms[0].id, AnswerField.LEVEL, Level.SOMETIMES, seen=0, author="")
    visit = Visit("start")

    links = [address for label, address in visit.links() if label.startswith("Ga verder met")]
    assert links == [f"overzicht?z={newer}", f"overzicht?z={older}"]
    captions = [caption.value for caption in visit.app.main.caption if "peildatum" in caption.value]
    assert captions[0].startswith("Ronde 1 · peildatum 01-10-2026 · concept · volledige lijst · laatst gewijzigd ")
    assert captions[1].startswith("Ronde 1 · peildatum 01-10-2026 · concept · kernlijst · ")


def test_going_on_comes_before_anything_else_for_who_comes_back(store: Store) -> None:
    assert Visit("start").headings == ["Begin met uw lijst"]
    assessment = make(store, "vers")
    visit = Visit("start")

    assert visit.headings == ["Ga verder waar u was", "Begin een nieuwe lijst"]
    first, *_ = (address for _, address in visit.links() if address.startswith("overzicht?"))
    assert first == f"overzicht?z={assessment}"


def test_with_many_lists_the_latest_few_stand_on_the_page_and_the_rest_folded(store: Store) -> None:
    for _ in range(SHOWN_FIRST + 2):
        make(store, "vers")
    visit = Visit("start")

    assert len([label for label, _ in visit.links() if label.startswith("Ga verder met")]) == SHOWN_FIRST + 2
    (fold,) = [each for each in visit.app.expander if each.label.startswith("Nog")]
    assert fold.label == "Nog 2 andere"


def test_a_saved_file_comes_in_as_a_new_assessment(store: Store) -> None:
    original = store.load(make(store, "teksten van 10.000 tekens")).assessment
    store.remove(original.id, author="")
    visit = Visit("start")
    visit.app.file_uploader[0].upload("b.json", to_json(original, questionnaire()).encode(), "application/json")
    visit.run()
    _press(visit, "Voeg dit bestand toe")

    made = _only(store)
    assert made.id != original.id
    assert made.answers == original.answers
    assert made.answer(questionnaire().norms[0].id).practice == LONG
    assert visit.title == r"Gemeente Bergen \(Limburg\)"


def _damaged() -> dict[str, tuple[bytes, str]]:
    newer = json.dumps({"schema": "was-wordt/zelfbeoordeling", "schemaversie": 99})
    return {
        "niet af": (b'{"schema": ', "Het bestand is beschadigd of geen JSON."),
        "leeg": (b"", "Het bestand is beschadigd of geen JSON."),
        "vreemd": (b'{"a": 1}', "dit is geen zelfbeoordeling"),
        "nieuwer": (newer.encode(), "99 is nieuwer dan dit programma kent"),
        "geen tekst": (b"\xff\xfe\x00\x01", "niet toegevoegd"),
        "diep": (b"[" * 2_000, "te diep genest"),
        "veel": (b"[" * 100_000, "er staat veel meer in dan in een zelfbeoordeling past"),
    }


@pytest.mark.parametrize(("data", "message"), _damaged().values(), ids=_damaged())
def test_a_file_that_cannot_be_used_is_told_and_adds_nothing(data: bytes, message: str, store: Store) -> None:
    visit = Visit("start")
    visit.app.file_uploader[0].upload("b.json", data, "application/json")
    visit.run()
    _press(visit, "Voeg dit bestand toe")

    (error,) = visit.app.error
    assert error.value.startswith("Het bestand is niet toegevoegd; er is niets gewijzigd.")
    assert message in error.value
    assert store.summaries() == ()


def test_changes_are_kept_under_the_given_role(store: Store) -> None:
    """The browser keeps the name in a cookie, which it sends along with every answer."""
    visit = Visit("start", make(store, "vers"))
    visit.app.text_input[0].set_value("  Beleidsmedewerker jeugd ")
    visit.run()

    (sidebar,) = visit.parsed().iterfind(".//nav[@class='ww-sidebar']")
    assert sidebar.get("data-author-cookie") == AUTHOR_COOKIE
    assert sidebar.get("data-author") == quote("Beleidsmedewerker jeugd")


def test_the_browser_remembers_the_role_in_a_cookie(store: Store, visitor: pytest.MonkeyPatch) -> None:
    visitor.setattr(ContextProxy, "cookies", {AUTHOR_COOKIE: "Beleid%20%3Cb%3E"})

    assert Visit("start").app.text_input[0].value == "Beleid <b>"


def test_a_name_or_role_is_asked_with_the_first_list_and_then_no_more(store: Store) -> None:
    visit = Visit("start")
    visit.app.selectbox[0].set_value("GM0344")
    _begin(visit, author=" Beleid ")
    (sidebar,) = visit.parsed().iterfind(".//nav[@class='ww-sidebar']")
    assert sidebar.get("data-author") == "Beleid"

    visit.go("start").app.selectbox[0].set_value("GM0344")
    _press(visit, "Begin")
    assert BEGIN in [button.label for button in visit.app.button]
