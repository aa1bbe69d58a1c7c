"""Every way to leave a field or a page in which words or a level could get lost, held against the database."""

from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from questionnaire.model.assessment import AnswerField, Level
from tests.browser import screen
from tests.browser.honesty import Watch
from tests.browser.server import Server

WORDS = "Wij bespreken dit elke week"
FIRST, SECOND, *_ = screen.norms("stap-1")
DOUBLE_CLICK_MS = 600
"""After so long a second click is another one."""
LAST = screen.norms("stap-1")[-1]
FIELDS = (
    AnswerField.PRACTICE,
    AnswerField.EVIDENCE,
    AnswerField.LINK,
    AnswerField.OTHERWISE,
    AnswerField.REMARK,
    AnswerField.REASON,
)


@pytest.fixture
def page(step: Page) -> Page:
    """The page of step 1 of a new assessment."""
    return step


def point_at(target: Locator) -> Callable[[], None]:
    """Find out where something stands; what comes back taps it: no time between down and up."""
    target.hover()  # waits until it moves no more
    box = target.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def tap() -> None:
        target.page.mouse.move(x, y)
        target.page.mouse.down()
        target.page.mouse.up()

    return tap


def activate(target: Locator) -> Callable[[], None]:
    """Click without a pointer and without moving the focus, as assistive technology may do."""
    return partial(target.evaluate, "element => element.click()")


def sidebar_link(page: Page) -> Locator:
    return page.locator("[data-testid=stSidebar]").get_by_role("link", name="Stap 2")


def next_link(page: Page) -> Locator:
    return page.locator("[data-testid=stMain]").get_by_role("link", name="Volgende: Stap 2")


WAYS = pytest.mark.parametrize("way", [point_at, activate])
LINKS = pytest.mark.parametrize("link", [sidebar_link, next_link])
Way = Callable[[Locator], Callable[[], None]]


@WAYS
def test_a_level_chosen_right_after_typing_keeps_both(
    page: Page, server: Server, assessment: str, watch: Watch, way: Way
) -> None:
    choose = way(screen.level_option(page, SECOND, Level.PARTLY))
    screen.write(page, FIRST, WORDS)
    choose()
    watch.until_stored(WORDS)
    Watch(page, server, assessment, SECOND).until_stored(Level.PARTLY, AnswerField.LEVEL)


@LINKS
@WAYS
def test_a_link_followed_right_after_typing_keeps_the_text(
    page: Page, server: Server, assessment: str, link: Callable[[Page], Locator], way: Way
) -> None:
    follow = way(link(page))
    screen.write(page, LAST, WORDS)
    follow()
    expect(screen.heading(page, "Stap 2")).to_be_visible()
    screen.wait_until_stored(server, assessment, LAST, WORDS, AnswerField.PRACTICE)


@WAYS
def test_a_link_followed_right_after_choosing_a_level_keeps_the_level(
    page: Page, server: Server, assessment: str, way: Way
) -> None:
    follow, choose = way(next_link(page)), activate(screen.level(page, LAST, Level.SECURED))
    choose()
    follow()
    expect(screen.heading(page, "Stap 2")).to_be_visible()
    screen.wait_until_stored(server, assessment, LAST, Level.SECURED, AnswerField.LEVEL)


def test_a_link_followed_while_the_server_hangs_keeps_text_and_level(
    page: Page, server: Server, assessment: str
) -> None:
    with server.suspended():
        screen.write(page, LAST, WORDS)
        screen.level_option(page, LAST, Level.SECURED).click()
        next_link(page).click()
        page.wait_for_timeout(1500)  # the text has been sent by now, and nobody answers
        next_link(page).click()
    expect(screen.heading(page, "Stap 2")).to_be_visible()
    screen.wait_until_stored(server, assessment, LAST, WORDS, AnswerField.PRACTICE)
    screen.wait_until_stored(server, assessment, LAST, Level.SECURED, AnswerField.LEVEL)


def test_going_back_in_the_browser_keeps_the_text(page: Page, server: Server, assessment: str) -> None:
    next_link(page).click()
    expect(screen.heading(page, "Stap 2")).to_be_visible()
    screen.settle(page)
    norm = screen.norms("stap-2")[0]
    screen.write(page, norm, WORDS)
    page.evaluate("history.back()")
    expect(screen.heading(page, "Stap 1")).to_be_visible()
    screen.wait_until_stored(server, assessment, norm, WORDS, AnswerField.PRACTICE)
    screen.write(page, FIRST, WORDS)
    page.evaluate("history.forward()")
    expect(screen.heading(page, "Stap 2")).to_be_visible()
    screen.wait_until_stored(server, assessment, FIRST, WORDS, AnswerField.PRACTICE)
    expect(screen.text(page, norm)).to_have_value(WORDS)


def test_reloading_right_after_typing_keeps_the_text(page: Page, server: Server, assessment: str) -> None:
    screen.write(page, FIRST, WORDS)
    page.reload()
    expect(screen.text(page, FIRST)).to_have_value(WORDS)
    screen.wait_until_saved(page, FIRST)
    assert server.answer(assessment, FIRST).practice == WORDS
    screen.wait_for(lambda: str(screen.drafts(page)), "[]")


def test_closing_the_tab_right_after_typing_keeps_the_text(
    visitor: BrowserContext, page: Page, server: Server, assessment: str
) -> None:
    other = visitor.new_page()
    screen.open_section(other, server, assessment, "stap-1")
    screen.write(other, SECOND, WORDS)
    other.close()
    screen.wait_until_stored(server, assessment, SECOND, WORDS, AnswerField.PRACTICE)
    page.reload()
    expect(screen.text(page, SECOND)).to_have_value(WORDS)
    screen.wait_until_saved(page, SECOND)
    screen.wait_for(lambda: str(screen.drafts(page)), "[]")  # there was nothing to put back


def test_many_levels_within_a_fifth_of_a_second_are_all_saved(page: Page, server: Server, assessment: str) -> None:
    screen.open_section(page, server, assessment, "stap-3")
    norms = screen.norms("stap-3")
    page.evaluate(
        """(norms) => norms.forEach((norm, n) => setTimeout(() => document.querySelectorAll(
             `[data-subject="${norm}"] [data-field=niveau] input`)[n % 7].click(), n * 10))""",
        norms,
    )
    for number, norm in enumerate(norms):
        Watch(page, server, assessment, norm).until_stored(screen.LEVELS[number % 7], AnswerField.LEVEL)


def test_one_question_answered_seven_times_keeps_the_last_answer(page: Page, watch: Watch) -> None:
    page.evaluate(
        """(norm) => Promise.all([0, 1, 2, 3, 4, 5, 2].map((level, n) => new Promise((done) => setTimeout(
             () => done(document.querySelectorAll(
               `[data-subject="${norm}"] [data-field=niveau] input`)[level].click()), n * 20))))""",
        FIRST,
    )
    watch.until_stored(Level.PARTLY, AnswerField.LEVEL)
    expect(screen.level(page, FIRST, Level.PARTLY)).to_be_checked()
    expect(screen.card(page, FIRST).get_by_text("Niet opgeslagen:")).to_have_count(0)


def test_a_level_chosen_again_is_taken_back(page: Page, server: Server, assessment: str, watch: Watch) -> None:
    option = screen.level_option(page, FIRST, Level.PARTLY)
    option.click()
    watch.until_stored(Level.PARTLY, AnswerField.LEVEL)
    page.wait_for_timeout(DOUBLE_CLICK_MS)
    option.click()
    watch.until_stored("", AnswerField.LEVEL)
    expect(screen.level(page, FIRST, Level.PARTLY)).not_to_be_checked()
    assert [event.value for event in server.store.history(assessment, FIRST)] == ["", Level.PARTLY]


def test_every_field_typed_into_just_before_leaving_is_kept_and_shown_again(
    page: Page, server: Server, assessment: str
) -> None:
    screen.level_option(page, LAST, Level.NOT_APPLICABLE).click()
    expect(screen.text(page, LAST, AnswerField.REASON)).to_be_visible()
    screen.open_otherwise(page, LAST)
    screen.open_more(page, LAST)
    for field in FIELDS:
        screen.write(page, LAST, f"dit is {field}", field)
    next_link(page).click()
    expect(screen.heading(page, "Stap 2")).to_be_visible()
    for field in FIELDS:
        screen.wait_until_stored(server, assessment, LAST, f"dit is {field}", field)
    page.get_by_role("link", name="Vorige: Stap 1").click()
    expect(screen.level(page, LAST, Level.NOT_APPLICABLE)).to_be_checked()
    screen.open_more(page, LAST)
    for field in FIELDS:
        expect(screen.text(page, LAST, field)).to_have_value(f"dit is {field}")
    screen.wait_until_saved(page, LAST)
