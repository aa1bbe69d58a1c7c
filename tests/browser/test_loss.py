"""Every situation in which typed words or a chosen level could get lost, held against the database."""

import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import BrowserContext, Dialog, Locator, Page, expect

from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.cleaning import MAX_TEXT
from tests.browser import screen
from tests.browser.conftest import watched
from tests.browser.honesty import Watch
from tests.browser.line import Line
from tests.browser.server import Server

WORDS = "Wij bespreken dit elke week"
FIRST, SECOND, *_ = screen.norms("stap-1")
LAST = screen.norms("stap-1")[-1]
LATER_FIELDS = (
    AnswerField.EVIDENCE,
    AnswerField.LINK,
    AnswerField.OTHERWISE,
    AnswerField.REMARK,
    AnswerField.REASON,
)


@pytest.fixture(scope="module")
def tab(visitor: BrowserContext) -> Iterator[Page]:
    """One tab for all these tests: going to another assessment is quicker than a new tab."""
    with watched(visitor.new_page()) as page:
        page.on("dialog", lambda question: question.accept())  # yes, leave this page
        page.set_viewport_size({"width": 1280, "height": 2400})  # nothing scrolls away between finding and tapping
        yield page


@pytest.fixture
def page(tab: Page, server: Server, assessment: str) -> Page:
    """The page of step 1 of a new assessment."""
    screen.open_section(tab, server, assessment, "stap-1")
    return tab


@pytest.fixture
def watch(page: Page, server: Server, assessment: str) -> Watch:
    """What the first norm claims to be saved."""
    return Watch(page, server, assessment, FIRST)


def write(page: Page, norm_id: str, words: str = WORDS, field: AnswerField = AnswerField.PRACTICE) -> None:
    """Type at the end of a field, and stay in it."""
    screen.text(page, norm_id, field).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


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
    write(page, FIRST)
    choose()
    watch.until_stored(WORDS)
    Watch(page, server, assessment, SECOND).until_stored(Level.PARTLY, AnswerField.LEVEL)


@LINKS
@WAYS
def test_a_link_followed_right_after_typing_keeps_the_text(
    page: Page, server: Server, assessment: str, link: Callable[[Page], Locator], way: Way
) -> None:
    follow = way(link(page))
    write(page, LAST)
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
        write(page, LAST)
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
    write(page, norm)
    page.evaluate("history.back()")
    expect(screen.heading(page, "Stap 1")).to_be_visible()
    screen.wait_until_stored(server, assessment, norm, WORDS, AnswerField.PRACTICE)
    write(page, FIRST)
    page.evaluate("history.forward()")
    expect(screen.heading(page, "Stap 2")).to_be_visible()
    screen.wait_until_stored(server, assessment, FIRST, WORDS, AnswerField.PRACTICE)
    expect(screen.text(page, norm)).to_have_value(WORDS)


def leave_when_stored(page: Page, server: Server, assessment: str) -> None:
    """Answer the browser's question whether to leave, once what the first norm got has arrived meanwhile."""

    def answer(question: Dialog) -> None:
        screen.wait_until_stored(server, assessment, FIRST, WORDS, AnswerField.PRACTICE)
        question.accept()

    page.once("dialog", answer)


def test_reloading_right_after_typing_keeps_the_text(
    visitor: BrowserContext, server: Server, assessment: str
) -> None:
    page = visitor.new_page()
    screen.open_section(page, server, assessment, "stap-1")
    leave_when_stored(page, server, assessment)
    write(page, FIRST)
    page.reload()
    expect(screen.text(page, FIRST)).to_have_value(WORDS)
    screen.wait_until_saved(page, FIRST)
    assert server.answer(assessment, FIRST).practice == WORDS
    page.close()


def test_closing_the_tab_right_after_typing_keeps_the_text(
    visitor: BrowserContext, server: Server, assessment: str
) -> None:
    page = visitor.new_page()
    screen.open_section(page, server, assessment, "stap-1")
    leave_when_stored(page, server, assessment)
    write(page, FIRST)
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    screen.wait_until_stored(server, assessment, FIRST, WORDS, AnswerField.PRACTICE)


def test_text_is_saved_within_two_seconds_and_focus_and_caret_stay(page: Page, watch: Watch) -> None:
    write(page, FIRST, "Wij en")
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    seconds = []
    for expected in ("Wij a en", "Wij aa en", "Wij aaa en"):
        page.keyboard.type(" a" if expected == "Wij a en" else "a")
        started = time.monotonic()
        watch.until_stored(expected)
        seconds.append(time.monotonic() - started)
        place = screen.text(page, FIRST).evaluate("box => box === document.activeElement && box.selectionStart")
        assert place == len(expected) - len(" en")
    assert min(seconds) < 2, seconds


def test_typing_without_a_pause_is_saved_meanwhile(page: Page, watch: Watch) -> None:
    screen.text(page, FIRST).focus()
    typed, kept_on_the_way = "", {""}
    started = time.monotonic()
    while time.monotonic() - started < (6 if len(kept_on_the_way) > 2 else screen.WITHIN_SECONDS):
        watch.type("was ")
        typed += "was "
        assert screen.text(page, FIRST).input_value() == typed
        kept_on_the_way.add(watch.stored())
    assert len(kept_on_the_way - {""}) >= 2, kept_on_the_way
    assert all(typed.startswith(kept) for kept in kept_on_the_way)
    watch.until_stored(typed)


def test_typing_on_while_a_save_is_under_way_keeps_every_word(page: Page, server: Server, watch: Watch) -> None:
    with server.suspended():
        write(page, FIRST, "eerst ")
        page.wait_for_timeout(1200)  # sent by now; the answer comes while the next words stand there
        write(page, FIRST, "later ")
    for _ in range(40):
        assert not screen.text(page, FIRST).input_value().find("eerst later ")
        watch.look()
    watch.until_stored("eerst later ")


def test_words_taken_back_while_a_save_is_under_way_are_not_shown_as_saved(
    page: Page, server: Server, assessment: str, watch: Watch
) -> None:
    write(page, FIRST, "a")
    watch.until_stored("a")
    write(page, FIRST, "b")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Backspace")
    for _ in range(100):
        watch.look()
    watch.until_stored("a")


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


def test_a_dropped_connection_never_shows_unsent_words_as_saved(
    page: Page, server: Server, assessment: str, watch: Watch
) -> None:
    with Line(server.port) as line:
        page.goto(f"http://localhost:{line.port}/stap-1?z={assessment}")
        write(page, FIRST)
        line.cut()
        for _ in range(60):
            watch.look()
            page.wait_for_timeout(50)
        line.mend()
        watch.until_stored(WORDS)
        assert screen.text(page, FIRST).input_value() == WORDS


def test_every_field_typed_into_just_before_leaving_is_kept_and_shown_again(
    page: Page, server: Server, assessment: str
) -> None:
    screen.level_option(page, LAST, Level.NOT_APPLICABLE).click()
    expect(screen.text(page, LAST, AnswerField.REASON)).to_be_visible()
    screen.open_more(page, LAST)
    for field in (AnswerField.PRACTICE, *LATER_FIELDS):
        write(page, LAST, f"dit is {field}", field)
    next_link(page).click()
    expect(screen.heading(page, "Stap 2")).to_be_visible()
    for field in (AnswerField.PRACTICE, *LATER_FIELDS):
        screen.wait_until_stored(server, assessment, LAST, f"dit is {field}", field)
    page.get_by_role("link", name="Vorige: Stap 1").click()
    expect(screen.level(page, LAST, Level.NOT_APPLICABLE)).to_be_checked()
    for field in (AnswerField.PRACTICE, *LATER_FIELDS):
        expect(screen.text(page, LAST, field)).to_have_value(f"dit is {field}")
    screen.wait_until_saved(page, LAST)


def test_a_field_that_opens_later_is_saved_while_typing(page: Page, watch: Watch) -> None:
    screen.level_option(page, FIRST, Level.NOT_APPLICABLE).click()
    expect(screen.text(page, FIRST, AnswerField.REASON)).to_be_visible()
    screen.open_more(page, FIRST)
    for field in LATER_FIELDS:
        screen.text(page, FIRST, field).focus()
        watch.type(f"notulen {field}")
        watch.until_stored(f"notulen {field}", field)
        expect(screen.text(page, FIRST, field)).to_be_focused()


def test_folding_the_other_fields_right_after_typing_keeps_the_text(page: Page, watch: Watch) -> None:
    screen.open_more(page, FIRST)
    fold = point_at(screen.more(page, FIRST))
    write(page, FIRST, WORDS, AnswerField.EVIDENCE)
    fold()
    expect(screen.text(page, FIRST, AnswerField.EVIDENCE)).to_have_count(0)
    watch.until_stored(WORDS, AnswerField.EVIDENCE)


def test_the_history_opened_right_after_typing_has_the_last_words(page: Page, watch: Watch) -> None:
    screen.open_more(page, FIRST)
    opener = point_at(page.get_by_role("button", name="Geschiedenis van"))
    write(page, FIRST)
    opener()
    expect(page.get_by_role("dialog").get_by_text(WORDS)).to_be_visible()
    expect(page.get_by_role("dialog")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    write(page, FIRST, " verder")
    watch.until_stored(f"{WORDS} verder")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Wij overleggen wekelijks. " * 400, id="10,400 characters"),
        pytest.param("regel 1\n\n  regel 2\n👩‍👩‍👧 é ﷽ 'x' \\n & <b>\n", id="emoji and line breaks"),
    ],
)
def test_a_text_is_kept_to_the_letter(page: Page, watch: Watch, words: str) -> None:
    screen.text(page, FIRST).focus()
    page.keyboard.insert_text(words)
    watch.until_stored(words)
    page.reload()
    expect(screen.text(page, FIRST)).to_have_value(words)
    screen.wait_until_saved(page, FIRST)


def test_a_text_that_cannot_be_saved_says_so_and_stays(page: Page, watch: Watch) -> None:
    too_long = "x" * (MAX_TEXT + 1)
    screen.text(page, FIRST).focus()
    page.keyboard.insert_text(too_long)
    expect(screen.card(page, FIRST).get_by_text("Niet opgeslagen: hoe het nu gaat.")).to_be_visible()
    assert not watch.look()
    next_link(page).click()
    page.get_by_role("link", name="Vorige: Stap 1").click()
    expect(screen.text(page, FIRST)).to_have_value(too_long)
    assert not watch.look()
    page.keyboard.press("Tab")
    screen.text(page, FIRST).fill("korter")
    watch.until_stored("korter")
    expect(screen.card(page, FIRST).get_by_text("Niet opgeslagen:")).to_have_count(0)
