"""Two colleagues, or two tabs, on one assessment: nobody's words vanish and one version is chosen."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from questionnaire.model.assessment import AnswerField, Depth, Level
from service.wire import AUTHOR_COOKIE
from tests.browser import screen
from tests.browser.conftest import new_context, watched
from tests.browser.server import Server

FIRST, SECOND, *_ = screen.norms("stap-1")
MINE, THEIRS = "Zo doen wij het in het wijkteam.", "Zo doen wij het bij de toegang."
NEWS_MS = 5_000
"""Within this time what a colleague saved is on screen."""
CONFLICT = re.compile("Kies welke (tekst|keuze) blijft")


@pytest.fixture(scope="module")
def desks(browser: Browser) -> Iterator[tuple[Page, Page]]:
    """Two colleagues, each with a browser of their own."""
    contexts = (new_context(browser), new_context(browser))
    with watched(contexts[0].new_page()) as one, watched(contexts[1].new_page()) as two:
        yield one, two
    for context in contexts:
        context.close()


@pytest.fixture
def both(desks: tuple[Page, Page], server: Server, assessment: str) -> tuple[Page, Page]:
    """Two colleagues with the same page of a new assessment before them."""
    for page in desks:
        screen.open_section(page, server, assessment, "stap-1")
    return desks


def practice(server: Server, assessment: str) -> str:
    return server.answer(assessment, FIRST).practice


def in_conflict(both: tuple[Page, Page], server: Server, assessment: str) -> Page:
    """Both write in the same field; gives the page of the one who came second."""
    one, two = both
    screen.write(one, FIRST, THEIRS)
    screen.wait_until_stored(server, assessment, FIRST, THEIRS, AnswerField.PRACTICE)
    screen.write(two, FIRST, MINE)
    expect(screen.card(two, FIRST).get_by_text(CONFLICT)).to_be_visible()
    return two


def test_different_fields_of_one_norm_are_both_kept(
    both: tuple[Page, Page], server: Server, assessment: str
) -> None:
    one, two = both
    screen.level_option(one, FIRST, Level.PARTLY).click()
    screen.write(two, FIRST, MINE)

    screen.wait_until_stored(server, assessment, FIRST, MINE, AnswerField.PRACTICE)
    screen.wait_until_stored(server, assessment, FIRST, Level.PARTLY, AnswerField.LEVEL)
    for page in both:
        expect(page.get_by_text(CONFLICT)).to_have_count(0)


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        ("Bewaar mijn versie", MINE),
        ("Houd de opgeslagen versie", THEIRS),
        ("Bewaar beide onder elkaar", f"{THEIRS}\n\n{MINE}"),
    ],
)
def test_both_texts_are_shown_and_one_is_chosen(
    choice: str, kept: str, both: tuple[Page, Page], server: Server, assessment: str
) -> None:
    page = in_conflict(both, server, assessment)
    card = screen.card(page, FIRST)

    assert practice(server, assessment) == THEIRS
    expect(card.locator(".ww-quote")).to_have_text([MINE, THEIRS])
    expect(screen.status(page, FIRST)).to_have_attribute("data-state", "conflict")

    card.get_by_role("button", name=choice).click()

    screen.wait_until_stored(server, assessment, FIRST, kept, AnswerField.PRACTICE)
    expect(screen.text(page, FIRST)).to_have_value(kept)
    screen.wait_until_saved(page, FIRST)
    history = [event.value for event in server.store.history(assessment, FIRST)]
    assert THEIRS in history and kept in history


def test_what_a_colleague_wrote_appears_where_nobody_is_typing(
    both: tuple[Page, Page], server: Server, assessment: str
) -> None:
    one, two = both
    screen.text(two, SECOND).focus()
    screen.write(one, FIRST, THEIRS)
    screen.wait_until_stored(server, assessment, FIRST, THEIRS, AnswerField.PRACTICE)

    expect(screen.text(two, FIRST)).to_have_value(THEIRS, timeout=NEWS_MS)
    screen.wait_until_saved(two, FIRST)
    expect(screen.text(two, SECOND)).to_be_focused()


def test_words_not_sent_yet_are_never_replaced_and_never_replace(
    both: tuple[Page, Page], server: Server, assessment: str
) -> None:
    one, two = both
    screen.text(two, FIRST).focus()
    with two.expect_response(lambda news: "?after=" in news.url and THEIRS in news.text()):
        screen.write(one, FIRST, THEIRS)

    expect(screen.text(two, FIRST)).to_have_value("")
    two.keyboard.type(MINE)

    expect(screen.card(two, FIRST).get_by_text(CONFLICT)).to_be_visible()
    assert practice(server, assessment) == THEIRS


def test_a_colleague_with_a_name_is_seen(both: tuple[Page, Page], server: Server, assessment: str) -> None:
    one, two = both
    one.context.add_cookies([{"name": AUTHOR_COOKIE, "value": "Kwaliteit", "url": server.url}])

    expect(two.get_by_text("Kijkt nu ook mee: Kwaliteit")).to_be_visible(timeout=3 * NEWS_MS)
    one.context.clear_cookies()


def test_a_level_of_a_colleague_appears_and_can_be_changed(
    both: tuple[Page, Page], server: Server, assessment: str
) -> None:
    one, two = both
    screen.level_option(one, FIRST, Level.SOMETIMES).click()
    expect(screen.level(two, FIRST, Level.SOMETIMES)).to_be_checked(timeout=NEWS_MS)

    screen.level_option(two, FIRST, Level.ARRANGED).click()

    screen.wait_until_stored(server, assessment, FIRST, Level.ARRANGED, AnswerField.LEVEL)
    expect(two.get_by_text(CONFLICT)).to_have_count(0)


def test_a_level_that_was_not_seen_is_never_overwritten(
    both: tuple[Page, Page], server: Server, assessment: str
) -> None:
    page, _ = both
    with server.suspended():  # so the news of the one level and the other level arrive together
        server.store.save(assessment, FIRST, AnswerField.LEVEL, Level.SOMETIMES, seen=0, author="Regisseur")
        screen.level_option(page, FIRST, Level.ARRANGED).click()
    choice = screen.card(page, FIRST).get_by_text(CONFLICT)
    expect(choice.or_(screen.level(page, FIRST, Level.SOMETIMES).and_(page.locator(":checked")))).to_be_attached()
    screen.settle(page)

    assert server.answer(assessment, FIRST).level is Level.SOMETIMES


def choose_list(page: Page, server: Server, assessment: str, depth: str) -> None:
    """Switch between the lists on the overview, as a visitor does."""
    screen.open_page(page, server, assessment, "overzicht")
    page.get_by_role("radiogroup", name="Welke lijst").locator("label").filter(has_text=depth).click()
    expect(page.locator("[data-testid=stSidebar]").get_by_text(f"{depth}", exact=False).first).to_be_visible()
    screen.settle(page)


def test_the_other_tab_follows_a_longer_list_and_keeps_what_is_being_typed(
    both: tuple[Page, Page], server: Server, assessment: str
) -> None:
    one, two = both
    choose_list(one, server, assessment, "Volledig")
    screen.write(two, FIRST, MINE)

    expect(two.locator(".ww-card")).to_have_count(len(screen.norms("stap-1", Depth.FULL)), timeout=2 * NEWS_MS)
    expect(screen.text(two, FIRST)).to_have_value(MINE)
    screen.wait_until_stored(server, assessment, FIRST, MINE, AnswerField.PRACTICE)
    expect(screen.text(two, FIRST)).to_be_focused()


def test_a_shorter_list_chosen_elsewhere_takes_no_norm_from_under_the_hands(
    desks: tuple[Page, Page], server: Server
) -> None:
    assessment = server.new_assessment(Depth.FULL)
    norm = next(each for each in screen.norms("stap-1", Depth.FULL) if each not in screen.norms("stap-1"))
    one, two = desks
    screen.open_section(two, server, assessment, "stap-1")
    choose_list(one, server, assessment, "Kern")
    screen.text(two, norm).focus()
    typed = ""
    while not two.locator("[data-testid=stSidebar]").get_by_text("Kernlijst").count() or len(typed) < 40:
        two.keyboard.type("woord ")
        typed += "woord "
        assert screen.text(two, norm).input_value() == typed
        assert len(typed) < 3000, "The other tab did not follow"
    screen.wait_until_stored(server, assessment, norm, typed, AnswerField.PRACTICE)
    expect(screen.text(two, norm)).to_be_focused()


def test_a_cleared_answer_can_be_brought_back_and_stays_in_the_history(
    both: tuple[Page, Page], server: Server, assessment: str
) -> None:
    page, _ = both
    screen.level_option(page, FIRST, Level.PARTLY).click()
    screen.write(page, FIRST, MINE)
    screen.wait_until_stored(server, assessment, FIRST, MINE, AnswerField.PRACTICE)
    screen.wait_until_stored(server, assessment, FIRST, Level.PARTLY, AnswerField.LEVEL)
    screen.open_more(page, FIRST)
    card = screen.card(page, FIRST)

    with page.expect_response(lambda news: "?after=" in news.url):  # must not bring back what the browser had
        card.get_by_role("button", name="wissen").click()
    screen.wait_until_stored(server, assessment, FIRST, "", AnswerField.PRACTICE)
    expect(screen.text(page, FIRST)).to_have_value("")
    assert server.answer(assessment, FIRST).is_empty

    card.get_by_role("button", name="Ongedaan maken").click()
    screen.wait_until_stored(server, assessment, FIRST, MINE, AnswerField.PRACTICE)
    assert server.answer(assessment, FIRST).level is Level.PARTLY
    expect(screen.level(page, FIRST, Level.PARTLY)).to_be_checked()

    card.get_by_role("button", name="Geschiedenis").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text(MINE).first).to_be_visible()
    expect(dialog.get_by_text("2 · Deels geregeld").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
