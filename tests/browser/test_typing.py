"""Words while they are typed: saved on the way, never changed under the hands, never called saved too early."""

import time

import pytest
from playwright.sync_api import Page, expect

from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.cleaning import MAX_TEXT
from tests.browser import screen
from tests.browser.honesty import Watch
from tests.browser.server import Server

WORDS = "Wij bespreken dit elke week"
FIRST = screen.norms("stap-1")[0]
FOLDED = (AnswerField.EVIDENCE, AnswerField.LINK, AnswerField.REMARK)


@pytest.fixture
def page(step: Page) -> Page:
    """The page of step 1 of a new assessment."""
    return step


def test_text_is_saved_within_two_seconds_and_focus_and_caret_stay(page: Page, watch: Watch) -> None:
    screen.write(page, FIRST, "Wij en")
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
        screen.write(page, FIRST, "eerst ")
        page.wait_for_timeout(1200)  # sent by now; the answer comes while the next words stand there
        screen.write(page, FIRST, "later ")
    for _ in range(40):
        assert not screen.text(page, FIRST).input_value().find("eerst later ")
        watch.look()
    watch.until_stored("eerst later ")


def test_words_taken_back_while_a_save_is_under_way_are_not_shown_as_saved(
    page: Page, server: Server, assessment: str, watch: Watch
) -> None:
    screen.write(page, FIRST, "a")
    watch.until_stored("a")
    screen.write(page, FIRST, "b")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Backspace")
    for _ in range(100):
        watch.look()
    watch.until_stored("a")


def test_a_field_that_opens_later_is_saved_while_typing(page: Page, watch: Watch) -> None:
    screen.level_option(page, FIRST, Level.NOT_APPLICABLE).click()
    expect(screen.text(page, FIRST, AnswerField.REASON)).to_be_visible()
    screen.open_more(page, FIRST)
    screen.open_otherwise(page, FIRST)
    for field in (AnswerField.OTHERWISE, *FOLDED, AnswerField.REASON):
        screen.text(page, FIRST, field).focus()
        watch.type(f"notulen {field}")
        watch.until_stored(f"notulen {field}", field)
        expect(screen.text(page, FIRST, field)).to_be_focused()


def test_folding_the_other_fields_right_after_typing_keeps_the_text(page: Page, watch: Watch) -> None:
    screen.open_more(page, FIRST)
    screen.write(page, FIRST, WORDS, AnswerField.EVIDENCE)
    screen.more(page, FIRST).click()
    expect(screen.text(page, FIRST, AnswerField.EVIDENCE)).to_be_hidden()
    watch.until_stored(WORDS, AnswerField.EVIDENCE)


def test_the_history_opened_right_after_typing_has_the_last_words(page: Page, watch: Watch) -> None:
    screen.open_more(page, FIRST)
    screen.write(page, FIRST, WORDS)
    screen.open_history(page, FIRST)
    expect(page.get_by_role("dialog").get_by_text(WORDS)).to_be_visible()
    expect(page.get_by_role("dialog")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    screen.write(page, FIRST, " verder")
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
    page.get_by_role("link", name="Volgende: Stap 2").click()
    page.get_by_role("link", name="Vorige: Stap 1").click()
    expect(screen.text(page, FIRST)).to_have_value(too_long)
    assert not watch.look()
    page.keyboard.press("Tab")
    screen.text(page, FIRST).fill("korter")
    watch.until_stored("korter")
    expect(screen.card(page, FIRST).get_by_text("Niet opgeslagen:")).to_have_count(0)


def test_ctrl_z_takes_back_words_also_after_they_were_saved(page: Page, watch: Watch) -> None:
    screen.write(page, FIRST, "Elke week. ")
    watch.until_stored("Elke week. ")
    page.keyboard.press("Home")  # a move of the cursor, so that the next words are undone apart
    screen.write(page, FIRST, "En soms niet.")
    watch.until_stored("Elke week. En soms niet.")

    page.keyboard.press("Control+z")
    watch.until_stored("Elke week. ")
    page.keyboard.press("Control+Shift+z")
    watch.until_stored("Elke week. En soms niet.")
    expect(screen.text(page, FIRST)).to_be_focused()
