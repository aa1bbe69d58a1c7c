"""The overview: search over all norms, the way on, and the particulars of an assessment."""

from datetime import date

import pytest

from questionnaire.example import EXAMPLE_ID
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Confidentiality, Depth, Level, ParticularField, Particulars
from questionnaire.store import Change, Store
from tests.app_pages.assessments import make
from tests.app_pages.visit import Visit

FIRST, SECOND = questionnaire().norms[:2]


def _searched(words: str, assessment: str) -> Visit:
    visit = Visit("overzicht", assessment)
    visit.app.text_input(key="zoek-overal").set_value(words)
    return visit.run()


def _hits(visit: Visit) -> list[str]:
    return [label for label, address in visit.links() if "norm=" in address]


def test_search_finds_norms_of_every_page_with_their_level(store: Store) -> None:
    assessment = make(store, "vers")
    store.save(assessment, FIRST.id, AnswerField.LEVEL, Level.ARRANGED, seen=0, author="")
    visit = _searched("1.0", assessment)

    assert f"{FIRST.code} {FIRST.title} · 3 · Geregeld" in _hits(visit)
    assert f"{SECOND.code} {SECOND.title} · nog open" in _hits(visit)
    assert (
        dict(visit.links())[f"{SECOND.code} {SECOND.title} · nog open"]
        == f"stap-1?z={assessment}&norm={SECOND.id}"
    )


@pytest.mark.parametrize(("words", "count"), [("xyzzy", "0 normen gevonden."), (FIRST.title, "1 norm gevonden.")])
def test_search_counts_in_words(words: str, count: str, store: Store) -> None:
    assert count in _searched(words, make(store, "vers")).words()


def test_a_norm_outside_the_core_list_is_found_and_named_so(store: Store) -> None:
    norm = next(norm for norm in questionnaire().norms if norm.depth is Depth.FULL)
    visit = _searched(norm.title, make(store, "vers", Depth.CORE))

    assert f"{norm.code} {norm.title}" in visit.words()
    assert "Alleen in de volledige lijst: " in visit.words()
    assert not _hits(visit)


@pytest.mark.parametrize(
    ("situation", "label", "page"),
    [
        ("vers", "Begin bij stap 1", "stap-1"),
        ("alles weet ik niet", "Naar de resultaten", "resultaten"),
        ("alles 4", "Naar de resultaten", "resultaten"),
        ("alles n.v.t.", "Naar de resultaten", "resultaten"),
        ("alles n.v.t. zonder reden", "Begin bij stap 1", "stap-1"),
    ],
)
def test_there_is_one_thing_to_do_next(situation: str, label: str, page: str, store: Store) -> None:
    visit = Visit("overzicht", make(store, situation))

    assert dict(visit.links())[label].startswith(f"{page}?z=")
    assert ("Elke norm is ingevuld." in visit.words()) is (page == "resultaten")


def test_the_way_on_leads_to_the_first_norm_that_is_not_done(store: Store) -> None:
    assessment = make(store, "vers")
    store.save(assessment, FIRST.id, AnswerField.LEVEL, Level.UNKNOWN, seen=0, author="")
    labels = [label for label, _ in Visit("overzicht", assessment).links()]

    assert f"Ga verder bij Stap 1 · Bepalen: norm {SECOND.code} {SECOND.title}" in labels


def test_what_can_only_be_read_leads_to_the_results(store: Store) -> None:
    labels = [label for label, _ in Visit("overzicht", EXAMPLE_ID).links()]

    assert "Naar de resultaten" in labels
    assert not [label for label in labels if label.startswith(("Begin", "Ga verder"))]


def test_progress_counts_honestly(store: Store) -> None:
    assessment = make(store, "vers")
    levels = (Level.PARTLY, Level.UNKNOWN, Level.NOT_APPLICABLE)
    norms = questionnaire().steps[0].norms
    store.save_many(
        assessment,
        [Change(norm.id, AnswerField.LEVEL, level, 0) for norm, level in zip(norms, levels, strict=False)],
        author="",
    )
    visit = Visit("overzicht", assessment)

    (bar,) = visit.parsed().xpath(".//a[starts-with(@href, 'stap-1?')]//progress")
    assert (bar.get("value"), bar.get("max")) == ("2", str(len(norms)))
    assert f"2 van {len(norms)} ingevuld" in visit.words()
    total = len(questionnaire().norms)
    whole = f"2 van {total} normen ingevuld, nog {total - 2} te doen · 1 keer ‘weet ik niet’."
    assert whole in visit.words()


def test_switching_between_the_lists_loses_nothing(store: Store) -> None:
    assessment = make(store, "alles 4")
    answers = store.load(assessment).assessment.answers
    visit = Visit("overzicht", assessment)

    for depth in (Depth.CORE, Depth.FULL):
        visit.app.main.radio[0].set_value(depth)
        visit.run()
        assert store.load(assessment).assessment.depth is depth
    assert store.load(assessment).assessment.answers == answers


def test_the_reference_date_can_be_changed(store: Store) -> None:
    assessment = make(store, "vers")
    visit = Visit("overzicht", assessment)

    visit.app.date_input[0].set_value(date(2026, 12, 31))
    visit.run()

    assert store.load(assessment).assessment.reference_date == date(2026, 12, 31)
    assert "peildatum 31-12-2026" in visit.words()


def _particulars(visit: Visit) -> dict[str, str]:
    """What the browser is told that is stored of the particulars."""
    (component,) = visit.components()
    stored: dict[str, str] = component["state"]["particulars"]
    return stored


def test_every_particular_can_be_filled_in_and_is_there_on_the_next_visit(store: Store) -> None:
    assessment = make(store, "vers")
    visit = Visit("overzicht", assessment)
    assert "De status van het rapport is **concept**." in visit.words()
    (card,) = visit.cards()
    assert [field["name"] for field in card["fields"]] == [field.value for field in ParticularField]
    assert _particulars(visit) == {}

    wanted = Particulars(reference="Z/2026 *1*", confidentiality=Confidentiality.PARTLY_PUBLIC)
    store.set_particulars(assessment, wanted, seen=Particulars(), author="")

    assert _particulars(visit.run()) == _particulars(Visit("overzicht", assessment)) == wanted.filled()


def test_the_example_has_no_particulars_to_change(store: Store) -> None:
    visit = Visit("overzicht", EXAMPLE_ID)

    assert visit.headings == ["De vijf stappen", "Thema’s die bij elke stap horen", "Zoek een norm"]
    assert not visit.app.date_input
    assert not visit.cards()
