"""One norm at a time: keys choose and go on, what was chosen is remembered, and a screen reader can follow."""

import pytest
from playwright.sync_api import Browser, Page, expect

from questionnaire.model.assessment import AnswerField, Level
from tests.browser import screen
from tests.browser.conftest import new_context, watched
from tests.browser.server import Server
from tests.browser.test_keyboard import tab_to

STEP = "stap-3"
NORMS = screen.norms(STEP)
FIRST, SECOND, THIRD, *_ = NORMS
KEYS = {
    "0": Level.NOT_ARRANGED,
    "1": Level.SOMETIMES,
    "2": Level.PARTLY,
    "3": Level.ARRANGED,
    "4": Level.SECURED,
    "w": Level.UNKNOWN,
    "n": Level.NOT_APPLICABLE,
}
NEXT, PREVIOUS = "v", "t"


@pytest.fixture
def one(page: Page, server: Server, assessment: str) -> Page:
    """Step 3 of a new assessment with its first norm alone, and the focus on it."""
    screen.open_section(page, server, assessment, STEP)
    screen.show_norms(page, screen.ONE_BY_ONE)
    tab_to(page, f'[data-subject="{FIRST}"]')
    return page


def position(page: Page, number: int) -> None:
    """The visitor is at this norm, and at this one only."""
    place = f"Norm {number} van {len(NORMS)}"
    expect(page.get_by_role("status").filter(has_text=place)).to_be_visible()
    expect(page.locator(".ww-card:visible")).to_have_attribute("data-subject", NORMS[number - 1])


def test_keys_choose_each_level_and_go_to_the_next_and_the_previous_norm(
    one: Page, server: Server, assessment: str
) -> None:
    for number, (key, level) in enumerate(KEYS.items(), 1):
        position(one, number)
        one.keyboard.press(key)
        expect(screen.level(one, NORMS[number - 1], level)).to_be_checked()
        one.keyboard.press(NEXT)
    one.keyboard.press(PREVIOUS)
    position(one, len(KEYS))
    for norm, level in zip(NORMS, KEYS.values(), strict=False):
        screen.wait_until_stored(server, assessment, norm, level, AnswerField.LEVEL)


def test_keys_do_nothing_while_somebody_types(one: Page, server: Server, assessment: str) -> None:
    words = "0 1 2 3 4 wn vt WNVT"
    screen.write(one, FIRST, words)
    screen.wait_until_stored(server, assessment, FIRST, words, AnswerField.PRACTICE)
    position(one, 1)
    assert server.answer(assessment, FIRST).level is None


def test_keys_that_are_switched_off_stay_off_and_the_way_of_showing_stays_too(
    one: Page, server: Server, assessment: str
) -> None:
    switch = one.get_by_role("switch", name="Sneltoetsen")
    expect(switch).to_be_checked()
    switch.press("Space")
    one.reload()
    screen.settle(one)
    position(one, 1)
    expect(switch).not_to_be_checked()

    tab_to(one, f'[data-subject="{FIRST}"]')
    for key in "3v":
        one.keyboard.press(key)
    position(one, 1)
    screen.show_norms(one, screen.AS_LIST)
    one.get_by_role("link", name="Volgende: Stap 4").click()
    expect(screen.heading(one, "Stap 4")).to_be_visible()
    screen.settle(one)
    expect(one.locator(".ww-card:visible")).to_have_count(len(screen.norms("stap-4")))
    assert server.answer(assessment, FIRST).level is None


def test_in_the_list_keys_work_at_the_levels_only(page: Page, server: Server, assessment: str) -> None:
    screen.open_section(page, server, assessment, STEP)
    screen.show_norms(page, screen.AS_LIST)
    screen.more(page, SECOND).focus()
    page.keyboard.press("1")
    screen.level(page, FIRST, Level.NOT_ARRANGED).focus()
    page.keyboard.press("3")

    expect(screen.level(page, FIRST, Level.ARRANGED)).to_be_focused()
    screen.wait_until_stored(server, assessment, FIRST, Level.ARRANGED, AnswerField.LEVEL)
    assert server.answer(assessment, SECOND).level is None


def test_a_phone_begins_with_one_norm_and_everything_has_a_role_and_a_name(
    browser: Browser, server: Server, assessment: str
) -> None:
    context = new_context(browser, width=360, height=740)
    with watched(context.new_page()) as page:
        screen.open_section(page, server, assessment, STEP)
        chosen = page.get_by_role("group", name="Weergave").get_by_role("radio", checked=True)
        expect(chosen).to_have_accessible_name(screen.ONE_BY_ONE)
        position(page, 1)
        expect(page.get_by_role("button", name="Vorige")).to_be_disabled()

        page.get_by_role("button", name="Sla over").click()
        position(page, 2)
        second = screen.card(page, SECOND)
        expect(second.get_by_role("heading", level=2)).to_be_focused()
        levels = second.get_by_role("group", name="Niveau van norm").get_by_role("radio")
        expect(levels).to_have_count(len(Level))
        page.get_by_text("Kies een norm").click()
        page.get_by_role("button", name="nog open").nth(2).click()
        position(page, 3)
        screen.level_option(page, THIRD, Level.PARTLY).click()
        screen.wait_until_stored(server, assessment, THIRD, Level.PARTLY, AnswerField.LEVEL)
        expect(page.get_by_role("status").filter(has_text=f"nog {len(NORMS) - 1} te gaan")).to_be_visible()
    context.close()
