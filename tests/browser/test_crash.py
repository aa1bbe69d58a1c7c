"""The app is killed (kill -9) between answers and under typing: what the screen showed as saved is there again."""

import random
import time

from playwright.sync_api import Page, expect

from questionnaire.model.assessment import AnswerField, Level
from tests.browser import screen
from tests.browser.honesty import Watch
from tests.browser.server import Server

FIRST, SECOND, *_ = screen.norms("stap-1")
WORDS = "en op donderdag met het wijkteam"
RETURNS_WITHIN_MS = 60_000
KILLS = 50


def answer_two_norms(page: Page, server: Server, assessment: str) -> None:
    """Choose a level and write, and wait each time until the screen says that it is saved."""
    screen.open_section(page, server, assessment, "stap-1")
    screen.level_option(page, FIRST, Level.ARRANGED).click()
    Watch(page, server, assessment, FIRST).until_stored(Level.ARRANGED, AnswerField.LEVEL)
    screen.text(page, SECOND).fill("Elke maandag overleg")
    Watch(page, server, assessment, SECOND).until_stored("Elke maandag overleg")


def wait_until_connected(page: Page) -> None:
    """Wait until the page found the app again; what it shows is not drawn again yet."""
    expect(page.locator("[data-test-connection-state=CONNECTED]")).to_be_visible(timeout=RETURNS_WITHIN_MS)


def wait_until_cut_off(page: Page) -> None:
    """Wait until the page knows that the app is gone."""
    expect(page.locator("[data-test-connection-state=CONNECTED]")).to_have_count(0)


def restart(page: Page, server: Server) -> None:
    """Kill the app and start it again; the page has found it then."""
    server.kill()
    wait_until_cut_off(page)
    server.start()
    wait_until_connected(page)


def go_to_end(page: Page, norm_id: str, field: AnswerField = AnswerField.PRACTICE) -> None:
    """Put the cursor after the last word of a field."""
    screen.text(page, norm_id, field).focus()
    page.keyboard.press("Control+End")


def test_a_crash_between_two_answers_loses_nothing_and_the_page_comes_back_by_itself(
    page: Page, server: Server, assessment: str
) -> None:
    answer_two_norms(page, server, assessment)
    restart(page, server)
    screen.settle(page)
    expect(screen.level(page, FIRST, Level.ARRANGED)).to_be_checked()
    expect(screen.text(page, SECOND)).to_have_value("Elke maandag overleg")
    go_to_end(page, SECOND)
    page.keyboard.type(" en donderdag")
    Watch(page, server, assessment, SECOND).until_stored("Elke maandag overleg en donderdag")


def test_words_typed_while_the_page_is_drawn_again_are_kept(page: Page, server: Server, assessment: str) -> None:
    answer_two_norms(page, server, assessment)
    restart(page, server)
    go_to_end(page, SECOND)
    for word in WORDS.split():
        page.keyboard.type(f" {word}", delay=40)
    Watch(page, server, assessment, SECOND).until_stored(f"Elke maandag overleg {WORDS}")
    expect(screen.text(page, SECOND)).to_be_focused()
    expect(screen.text(page, SECOND)).to_have_value(f"Elke maandag overleg {WORDS}")


def test_answers_given_while_the_app_hung_survive_its_crash(page: Page, server: Server, assessment: str) -> None:
    answer_two_norms(page, server, assessment)
    screen.open_more(page, SECOND)
    with server.suspended():
        screen.text(page, FIRST).fill(WORDS)
        screen.text(page, SECOND, AnswerField.EVIDENCE).fill("Verslag van maandag")
        screen.level_option(page, FIRST, Level.SECURED).click()
        screen.level_option(page, SECOND, Level.PARTLY).click()
        go_to_end(page, SECOND)
        page.keyboard.type(" en donderdag")
        server.kill()
    restart(page, server)
    first, second = (Watch(page, server, assessment, norm) for norm in (FIRST, SECOND))
    first.until_stored(WORDS)
    first.until_stored(Level.SECURED, AnswerField.LEVEL)
    second.until_stored("Elke maandag overleg en donderdag")
    second.until_stored("Verslag van maandag", AnswerField.EVIDENCE)
    second.until_stored(Level.PARTLY, AnswerField.LEVEL)


def test_words_from_before_a_crash_and_what_a_colleague_stored_meanwhile_are_both_shown(
    page: Page, server: Server, assessment: str
) -> None:
    answer_two_norms(page, server, assessment)
    stored = server.store.load(assessment).seen
    with server.suspended():
        go_to_end(page, SECOND)
        page.keyboard.type(" en donderdag")
        server.store.save(
            assessment,
            SECOND,
            AnswerField.PRACTICE,
            "Alleen in de zomer",
            seen=stored[SECOND, AnswerField.PRACTICE],
            author="Regisseur",
        )
        server.kill()
    restart(page, server)
    card = screen.card(page, SECOND)
    expect(card.locator(".ww-quote")).to_have_text(["Elke maandag overleg en donderdag", "Alleen in de zomer"])
    assert server.answer(assessment, SECOND).practice == "Alleen in de zomer"
    card.get_by_role("button", name="Bewaar beide onder elkaar").click()
    both = "Alleen in de zomer\n\nElke maandag overleg en donderdag"
    Watch(page, server, assessment, SECOND).until_stored(both)


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


def test_words_that_a_crash_cuts_off_are_never_shown_as_saved_and_kept(
    page: Page, server: Server, assessment: str
) -> None:
    answer_two_norms(page, server, assessment)
    watch = Watch(page, server, assessment, SECOND)
    go_to_end(page, SECOND)
    watch.type(" en")
    server.kill()
    for _ in range(40):
        watch.look()
        time.sleep(0.05)
    server.start()
    wait_until_connected(page)
    watch.until_stored("Elke maandag overleg en")


def test_fifty_kills_under_typing_lose_no_word_that_stood_on_screen(
    page: Page, server: Server, assessment: str
) -> None:
    """Each at a random moment; what was shown as saved is stored at once, all the rest in the end."""
    moment = random.Random(20261130)  # noqa: S311 (a test that can be repeated)
    screen.open_section(page, server, assessment, "stap-1")
    watch = Watch(page, server, assessment, FIRST)
    typed = ""
    for number in range(KILLS):
        go_to_end(page, FIRST)
        for sign in f"{number} ":
            page.keyboard.type(sign)
            typed += sign
            watch.look()
        page.wait_for_timeout(moment.randrange(900))
        server.kill()
        watch.look()
        more = f"en {number} "
        page.keyboard.type(more)
        typed += more
        assert screen.text(page, FIRST).input_value() == typed
        server.start()
    watch.until_stored(typed)
