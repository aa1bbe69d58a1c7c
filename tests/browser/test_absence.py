"""The network, the computer, the tab or the browser goes away while somebody types: the words are there again."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, expect

from questionnaire.model.assessment import AnswerField, Level
from tests.browser import screen
from tests.browser.conftest import FLAGS, chromium, new_context
from tests.browser.honesty import Watch
from tests.browser.line import Line
from tests.browser.server import Server

FIRST, SECOND, *_ = screen.norms("stap-1")
WORDS, THEIRS = "Wij bespreken dit elke week.", "Alleen in de zomer."
AWAY_SECONDS = 60
ASLEEP_SECONDS = 3
"""Longer than words wait before they are sent."""
ON_DISK_WITHIN_SECONDS = 90
"""Chromium writes localStorage seconds after a first change, and after that once a minute."""
KEPT = "uw tekst staat veilig in deze browser"
PUT_BACK = "Teruggezet: wat u eerder typte"
CONFLICT = "Kies welke tekst blijft"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor's browser for one test."""
    context = new_context(browser)
    yield context
    context.close()


def colleague_saves(server: Server, assessment: str, norm: str = FIRST) -> None:
    """Somebody else writes meanwhile."""
    seen = server.store.load(assessment).seen.get((norm, AnswerField.PRACTICE), 0)
    server.store.save(assessment, norm, AnswerField.PRACTICE, THEIRS, seen=seen, author="Regisseur")


def test_a_minute_without_network_under_typing_loses_no_word(page: Page, server: Server, assessment: str) -> None:
    watch = Watch(page, server, assessment, FIRST)
    with Line(server.port) as line:
        page.goto(f"http://localhost:{line.port}/stap-1?z={assessment}")
        screen.settle(page)
        screen.write(page, FIRST, "Vooraf. ")
        watch.until_stored("Vooraf. ")
        line.cut()
        typed, started = "Vooraf. ", time.monotonic()
        while time.monotonic() - started < AWAY_SECONDS:
            watch.type("weg ")
            typed += "weg "
            assert screen.text(page, FIRST).input_value() == typed
            page.wait_for_timeout(400)
        expect(screen.status(page, FIRST)).to_contain_text(KEPT)
        screen.level_option(page, SECOND, Level.PARTLY).click()
        assert watch.stored() == "Vooraf. "

        line.mend()
        watch.until_stored(typed)
        screen.wait_until_stored(server, assessment, SECOND, Level.PARTLY, AnswerField.LEVEL)
        screen.wait_for(lambda: str(screen.drafts(page)), "[]")


@contextmanager
def crashing(context: BrowserContext, server: Server, assessment: str) -> Iterator[None]:
    """A tab in which somebody types while the app is away, and that then crashes; the app is back after that."""
    page = context.new_page()
    screen.open_section(page, server, assessment, "stap-1")
    server.kill()
    screen.write(page, FIRST, WORDS)
    yield
    with suppress(Error):
        page.goto("chrome://crash")
    server.start()


def test_after_a_tab_crashed_the_words_are_put_back_and_saved(
    context: BrowserContext, server: Server, assessment: str
) -> None:
    with crashing(context, server, assessment):
        pass
    page = context.new_page()
    screen.open_section(page, server, assessment, "stap-1")

    expect(screen.text(page, FIRST)).to_have_value(WORDS)
    expect(screen.card(page, FIRST).get_by_text(PUT_BACK)).to_be_visible()
    Watch(page, server, assessment, FIRST).until_stored(WORDS)
    screen.wait_for(lambda: str(screen.drafts(page)), "[]")


def test_what_a_tab_may_still_save_is_not_taken_by_another(
    context: BrowserContext, server: Server, assessment: str
) -> None:
    one, two = context.new_page(), context.new_page()
    screen.open_section(one, server, assessment, "stap-1")
    with server.suspended():
        screen.write(one, FIRST, WORDS)
        colleague_saves(server, assessment)
    expect(screen.card(one, FIRST).get_by_text(CONFLICT)).to_be_visible()
    screen.open_section(two, server, assessment, "stap-1")
    expect(screen.text(two, FIRST)).to_have_value(THEIRS)
    expect(two.get_by_text(CONFLICT)).to_have_count(0)

    one.close()
    two.reload()
    expect(screen.card(two, FIRST).get_by_text(CONFLICT)).to_be_visible()
    expect(screen.text(two, FIRST)).to_have_value(WORDS)
    assert server.answer(assessment, FIRST).practice == THEIRS


@pytest.fixture
def profile(playwright: Playwright, tmp_path: Path) -> Callable[[], BrowserContext]:
    """Starts a browser that keeps what pages store in it, like the one of a visitor."""
    return lambda: playwright.chromium.launch_persistent_context(
        tmp_path / "profile", executable_path=chromium(), args=list(FLAGS), locale="nl-NL"
    )


def signal_browser(folder: Path, sent: signal.Signals) -> None:
    """Send a signal to every process of the browser with this profile."""
    groups = set()
    for each in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            if str(folder).encode() in (each / "cmdline").read_bytes():
                groups.add(os.getpgid(int(each.name)))
    assert groups and os.getpgrp() not in groups
    for group in groups:
        with suppress(ProcessLookupError):
            os.killpg(group, sent)


def wait_until_on_disk(folder: Path, words: str) -> None:
    """Wait until the browser wrote these words into its profile."""
    deadline = time.monotonic() + ON_DISK_WITHIN_SECONDS
    while not any(words.encode() in each.read_bytes() for each in folder.glob("**/leveldb/*.log")):
        assert time.monotonic() < deadline, "the browser did not write the words"
        time.sleep(0.2)


def test_words_typed_just_before_the_computer_sleeps_are_saved_when_it_wakes(
    profile: Callable[[], BrowserContext], server: Server, assessment: str, tmp_path: Path
) -> None:
    context = profile()
    page = context.pages[0]
    screen.open_section(page, server, assessment, "stap-1")
    screen.write(page, FIRST, WORDS)
    signal_browser(tmp_path / "profile", signal.SIGSTOP)  # nothing of it runs any more
    server.kill()
    time.sleep(ASLEEP_SECONDS)
    asleep = server.answer(assessment, FIRST).practice
    server.start()
    colleague_saves(server, assessment, SECOND)
    signal_browser(tmp_path / "profile", signal.SIGCONT)

    assert asleep != WORDS
    watch = Watch(page, server, assessment, FIRST)
    watch.until_stored(WORDS)
    expect(screen.text(page, SECOND)).to_have_value(THEIRS)
    screen.write(page, FIRST, " En verder.")
    watch.until_stored(f"{WORDS} En verder.")
    context.close()


def test_after_the_browser_was_killed_the_words_are_put_back_beside_those_of_a_colleague(
    profile: Callable[[], BrowserContext], server: Server, assessment: str, tmp_path: Path
) -> None:
    context = profile()
    page = context.pages[0]
    screen.open_section(page, server, assessment, "stap-1")
    server.kill()
    screen.write(page, SECOND, WORDS)
    screen.write(page, FIRST, WORDS)
    wait_until_on_disk(tmp_path, WORDS)
    signal_browser(tmp_path / "profile", signal.SIGKILL)  # as a power cut does
    with suppress(Error):
        context.close()
    server.start()
    colleague_saves(server, assessment)

    context = profile()
    page = context.pages[0]
    screen.open_section(page, server, assessment, "stap-1")
    card = screen.card(page, FIRST)
    expect(card.locator(".ww-quote")).to_have_text([WORDS, THEIRS])
    assert server.answer(assessment, FIRST).practice == THEIRS
    Watch(page, server, assessment, SECOND).until_stored(WORDS)
    card.get_by_role("button", name="Bewaar beide onder elkaar").click()
    Watch(page, server, assessment, FIRST).until_stored(f"{THEIRS}\n\n{WORDS}")
    screen.wait_for(lambda: str(screen.drafts(page)), "[]")
    context.close()
