"""One norm filled in with the keyboard alone, with the focus to be seen at every stop."""

import pytest
from playwright.sync_api import Page, expect

from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.subjects import SubjectField
from tests.browser import screen
from tests.browser.server import Server

FIRST, SECOND, *_ = screen.norms("stap-1")
MOST_STOPS = 60
VISIBLE_FOCUS = """() => {
  const outlined = (element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  for (let element = document.activeElement; element && element !== document.body; element = element.parentElement)
    if (outlined(element)) return true;
  return false;
}"""
FOCUSED = "() => document.activeElement.outerHTML.slice(0, 200)"


def field_of(subject: str, field: SubjectField) -> str:
    """Selects what holds the input of a field."""
    return f'[data-subject="{subject}"] [data-field="{field.value}"]'


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press Tab, or another key, until the focus is in `selector`; it must be visible at every stop on the way."""
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        assert page.evaluate(VISIBLE_FOCUS), f"No visible focus on {page.evaluate(FOCUSED)}"
        if page.evaluate("selector => Boolean(document.activeElement.closest(selector))", selector):
            return
    raise AssertionError(f"{selector} was not reached in {MOST_STOPS} stops")


@pytest.mark.parametrize("way", [screen.AS_LIST, screen.ONE_BY_ONE])
def test_a_norm_can_be_filled_in_with_the_keyboard_alone(
    way: str, page: Page, server: Server, assessment: str
) -> None:
    screen.open_section(page, server, assessment, "stap-1")
    tab_to(page, ".ww-mode")
    if way == screen.ONE_BY_ONE:
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name=way, exact=True)).to_be_checked()

    tab_to(page, field_of(FIRST, AnswerField.LEVEL))
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(screen.level(page, FIRST, Level.PARTLY)).to_be_checked()
    screen.wait_until_stored(server, assessment, FIRST, Level.PARTLY, AnswerField.LEVEL)

    tab_to(page, field_of(FIRST, AnswerField.PRACTICE))
    page.keyboard.type("Met het toetsenbord.")
    screen.wait_until_stored(server, assessment, FIRST, "Met het toetsenbord.", AnswerField.PRACTICE)

    tab_to(page, f'[data-subject="{FIRST}"] details.ww-more > summary')
    page.keyboard.press("Enter")
    expect(screen.text(page, FIRST, AnswerField.LINK)).to_be_visible()
    tab_to(page, field_of(FIRST, AnswerField.LINK))
    page.keyboard.type("Zaaksysteem, map Werkinstructies")
    screen.wait_until_stored(server, assessment, FIRST, "Zaaksysteem, map Werkinstructies", AnswerField.LINK)

    if way == screen.ONE_BY_ONE:
        tab_to(page, ".ww-steps .ww-primary")
        page.keyboard.press("Enter")
        expect(screen.card(page, SECOND).get_by_role("heading", level=2)).to_be_focused()
    tab_to(page, field_of(SECOND, AnswerField.LEVEL))  # the focus is not caught in the norm
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(VISIBLE_FOCUS)
