"""The app is killed (kill -9) between answers: what the screen showed as saved is there again."""

import time

from playwright.sync_api import Page, expect

from questionnaire.assessment import AnswerField, Level
from tests.browser import screen
from tests.browser.honesty import Watch
from tests.browser.server import Server

FIRST, SECOND, *_ = screen.norms("stap-1")


def answer_two_norms(page: Page, server: Server, assessment: str) -> None:
    """Choose a level and write, and wait each time until the screen says that it is saved."""
    screen.open_section(page, server, assessment, "stap-1")
    screen.level_option(page, FIRST, Level.ARRANGED).click()
    Watch(page, server, assessment, FIRST).until_stored(Level.ARRANGED, AnswerField.LEVEL)
    screen.text(page, SECOND).fill("Elke maandag overleg")
    Watch(page, server, assessment, SECOND).until_stored("Elke maandag overleg")


def test_a_crash_between_two_answers_loses_nothing_and_the_page_comes_back_by_itself(
    page: Page, server: Server, assessment: str
) -> None:
    answer_two_norms(page, server, assessment)
    server.kill()
    expect(page.locator("[data-test-connection-state=CONNECTED]")).to_have_count(0)
    server.start()
    expect(page.locator("[data-test-connection-state=CONNECTED]")).to_be_visible(timeout=60_000)
    screen.settle(page)
    expect(screen.level(page, FIRST, Level.ARRANGED)).to_be_checked()
    expect(screen.text(page, SECOND)).to_have_value("Elke maandag overleg")
    screen.text(page, SECOND).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" en donderdag")
    Watch(page, server, assessment, SECOND).until_stored("Elke maandag overleg en donderdag")


def test_after_a_crash_a_reload_shows_every_answer(page: Page, server: Server, assessment: str) -> None:
    answer_two_norms(page, server, assessment)
    server.kill()
    assert server.answer(assessment, FIRST).level is Level.ARRANGED
    assert server.answer(assessment, SECOND).practice == "Elke maandag overleg"
    server.start()
    screen.open_section(page, server, assessment, "stap-1")
    expect(screen.level(page, FIRST, Level.ARRANGED)).to_be_checked()
    expect(screen.text(page, SECOND)).to_have_value("Elke maandag overleg")
    screen.wait_until_saved(page, FIRST)
    screen.wait_until_saved(page, SECOND)


def test_words_that_a_crash_costs_were_never_shown_as_saved(page: Page, server: Server, assessment: str) -> None:
    answer_two_norms(page, server, assessment)
    watch = Watch(page, server, assessment, SECOND)
    screen.text(page, SECOND).focus()
    page.keyboard.press("Control+End")
    watch.type(" en")
    server.kill()
    for _ in range(40):
        watch.look()
        time.sleep(0.05)
    server.start()
    expect(page.locator("[data-test-connection-state=CONNECTED]")).to_be_visible(timeout=60_000)
    screen.settle(page)
    watch.until_stored(screen.text(page, SECOND).input_value())
    assert watch.stored().startswith("Elke maandag overleg")


def test_an_app_killed_again_and_again_keeps_all_it_confirmed(page: Page, server: Server, assessment: str) -> None:
    confirmed = ""
    for word in ("een ", "twee ", "drie "):
        screen.open_section(page, server, assessment, "stap-1")
        expect(screen.text(page, FIRST)).to_have_value(confirmed)
        watch = Watch(page, server, assessment, FIRST)
        screen.text(page, FIRST).focus()
        page.keyboard.press("Control+End")
        page.keyboard.type(word)
        confirmed += word
        watch.until_stored(confirmed)
        server.kill()
        server.start()
    assert server.answer(assessment, FIRST).practice == confirmed
