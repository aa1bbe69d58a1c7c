"""The five steps as a picture: a list of links, with how far each is filled in and its score when there is one."""

import lxml.html
import pytest

from questionnaire.example import EXAMPLE_ID
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Depth, Level
from questionnaire.store import Store
from tests.app_pages.assessments import make
from tests.app_pages.visit import Visit

STEPS = questionnaire().steps


def _picture(visit: Visit) -> lxml.html.HtmlElement:
    (picture,) = visit.parsed().xpath(".//nav[@aria-label='De vijf stappen']")
    return picture


def _cards(visit: Visit) -> list[lxml.html.HtmlElement]:
    return list(_picture(visit).iterfind(".//li/a"))


def _words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_it_is_a_list_of_three_in_order_and_two_for_any_moment(store: Store) -> None:
    picture = _picture(Visit("overzicht", EXAMPLE_ID))

    lists = [[_words(item) for item in each.iterfind("li")] for each in picture.iter("ol")]
    assert [len(each) for each in lists] == [3, 2]
    assert [each.get("start") for each in picture.iter("ol")] == ["1", "4"]
    assert picture.findtext(".//p") == "Op elk moment"
    for words, step in zip([*lists[0], *lists[1]], STEPS, strict=True):
        assert words.startswith(f"Stap {step.number} {step.short_title} {step.title}")


def test_every_step_is_one_link_that_keeps_what_is_open(store: Store) -> None:
    assessment = make(store, "vers")

    for card, step in zip(_cards(Visit("overzicht", assessment)), STEPS, strict=True):
        assert card.get("href") == f"{step.id}?z={assessment}"
        assert (card.get("class"), card.get("target")) == ("ww-nav ww-step", "_self")


def test_a_score_stands_there_as_soon_as_there_is_one(store: Store) -> None:
    assessment = make(store, "vers", Depth.CORE)
    assert "score" not in _words(_picture(Visit("overzicht", assessment)))

    norm = questionnaire().at(Depth.CORE).steps[1].norms[0]
    store.save(assessment, norm.id, AnswerField.LEVEL, Level.SECURED, seen=0, author="")
    first, second, *_ = map(_words, _cards(Visit("overzicht", assessment)))

    assert "score" not in first
    assert "score tussen" in second
    assert "1 van 4 ingevuld" in second


@pytest.mark.parametrize("situation", ["alles weet ik niet", "alles 4", "alles n.v.t."])
def test_a_bar_is_full_when_nothing_is_left(situation: str, store: Store) -> None:
    for card, step in zip(_cards(Visit("overzicht", make(store, situation))), STEPS, strict=True):
        bar = card.find(".//progress")
        assert bar is not None and bar.get("value") == bar.get("max") == str(len(step.norms))
        assert f"alle {len(step.norms)} ingevuld" in _words(card)
