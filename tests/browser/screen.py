"""Where things stand on the screen, and the few acts every test needs; norms and fields as the store has them."""

import time
from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Locator, Page, expect

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Depth, Level
from questionnaire.model.subjects import SubjectField
from tests.browser.server import Server

WITHIN_SECONDS = 20
LONGEST_LOAD_MS = 60_000
"""A first page on a computer that is busy; charts are drawn before the browser part starts."""
AGAIN_AFTER_MS = 5_000
"""After so long a visitor tries again."""
LEVELS = list(Level)
AS_LIST, ONE_BY_ONE = "Lijst", "Eén voor één"
"""Two ways to show norms; a narrow screen begins with the second."""


def norms(section_id: str, depth: Depth = Depth.CORE) -> list[str]:
    """Ids of the norms on a section's page, from top to bottom."""
    section = next(each for each in questionnaire().at(depth).sections if each.id == section_id)
    return [norm.id for norm in section.norms]


def open_page(page: Page, server: Server, assessment_id: str, name: str) -> None:
    """Go to a page by its address: "stap-1", "resultaten", …"""
    page.goto(f"{server.url}/{name}?z={assessment_id}")
    settle(page)


def open_section(page: Page, server: Server, assessment_id: str, section_id: str) -> None:
    """Go to the page of a step or theme and wait until its first norm can be filled in."""
    page.goto(f"{server.url}/{section_id}?z={assessment_id}")
    expect(page.locator(".ww-status").first).to_be_visible(timeout=LONGEST_LOAD_MS)
    settle(page)


def start_assessment(page: Page, server: Server, municipality: str = "Utrecht") -> str:
    """Start an assessment on the start page, as a visitor does; gives its id."""
    page.goto(server.url)
    settle(page)
    choice = page.get_by_role("combobox", name="Gemeente")
    open_list(choice)
    choice.press_sequentially(municipality)
    page.get_by_role("option", name=municipality, exact=True).click()
    settle(page)
    begin(page)
    expect(page.get_by_role("heading", level=1, name=f"Gemeente {municipality}")).to_be_visible()
    settle(page)
    return page.url.split("z=")[1].split("&")[0]


def begin(page: Page, role: str = "") -> None:
    """Answer the questions of the start page after the first: the list that is offered, and a role."""
    page.get_by_role("button", name="Begin", exact=True).click()
    page.get_by_role("button", name="Verder", exact=True).click()
    if role:
        page.get_by_role("textbox", name="Uw naam of rol").fill(role)
        page.keyboard.press("Enter")
        settle(page)
    page.get_by_role("button", name="Begin met invullen").click()


def settle(page: Page) -> None:
    """Wait until the browser part listens, and what the server had to draw stands there, inputs included."""
    expect(page.locator("html[data-was-wordt=klaar]")).to_be_attached(timeout=LONGEST_LOAD_MS)
    expect(page.locator("h1").first).to_be_visible(timeout=LONGEST_LOAD_MS)  # what else is coming stands there too
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible()
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
    expect(page.locator(".ww-cards[data-mount]:not([data-ready])")).to_have_count(0)


def unfold(page: Page, words: str) -> None:
    """Open a fold that the server drew, and wait until what is in it stands there."""
    fold = page.locator("[data-testid=stExpander] details").filter(has=page.locator("summary", has_text=words))
    fold.locator("summary").click()
    expect(fold).to_have_attribute("open", "")
    settle(page)


def heading(page: Page, text: str) -> Locator:
    """The title of the page."""
    return page.get_by_role("heading", level=1, name=text)


def card(page: Page, subject: str) -> Locator:
    """All of one norm, action or process step."""
    return page.locator(f'.ww-card[data-subject="{subject}"]')


def text(page: Page, subject: str, field: SubjectField = AnswerField.PRACTICE) -> Locator:
    """The input for a text of a norm, or of another card."""
    return _box(page, subject, field).locator("textarea, input").first


def write(page: Page, subject: str, words: str, field: SubjectField = AnswerField.PRACTICE) -> None:
    """Type at the end of a field, and stay in it."""
    text(page, subject, field).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def drafts(page: Page) -> list[str]:
    """What this browser keeps because it was not stored yet."""
    found: list[str] = page.evaluate("() => Object.keys(localStorage).filter((key) => key.includes('concept'))")
    return found


def level(page: Page, norm_id: str, value: Level) -> Locator:
    """The radio button of a level; it is what is checked and focused. Click `level_option` instead."""
    return _box(page, norm_id, AnswerField.LEVEL).locator(f'input[value="{value.value}"]')


def level_option(page: Page, norm_id: str, value: Level) -> Locator:
    """The part of the screen that chooses a level when clicked."""
    return _box(page, norm_id, AnswerField.LEVEL).locator("label").filter(has=page.locator(f'[value="{value}"]'))


def _box(page: Page, subject: str, field: SubjectField) -> Locator:
    """What holds the input of a field."""
    return card(page, subject).locator(f'[data-field="{field.value}"]')


def status(page: Page, subject: str) -> Locator:
    """The line that says whether a card is saved."""
    return card(page, subject).locator(".ww-status")


def more(page: Page, subject: str) -> Locator:
    """What unfolds the other fields of a card."""
    return card(page, subject).locator("details.ww-more > summary")


def open_more(page: Page, subject: str) -> None:
    """Unfold evidence, link, remark and history, unless they are."""
    if not card(page, subject).locator("details.ww-more[open]").count():
        more(page, subject).click()
    expect(card(page, subject).locator("details.ww-more[open]")).to_be_visible()


def open_otherwise(page: Page, norm_id: str) -> None:
    """Open the field for what is arranged in another way, as a visitor does who has something to say there."""
    card(page, norm_id).get_by_role("button", name="anders geregeld?").click()
    expect(text(page, norm_id, AnswerField.OTHERWISE)).to_be_focused()


def show_norms(page: Page, way: str) -> None:
    """Choose how norms are shown: AS_LIST or ONE_BY_ONE."""
    page.get_by_role("group", name="Weergave").get_by_text(way, exact=True).click()
    expect(page.get_by_role("radio", name=way, exact=True)).to_be_checked()


def open_history(page: Page, subject: str) -> None:
    """Open what was ever saved for a card."""
    open_more(page, subject)
    card(page, subject).get_by_role("button", name="Geschiedenis van").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def open_list(choice: Locator) -> None:
    """Unfold a list to choose from; not before the page has scrolled to it, because scrolling folds it again."""
    choice.scroll_into_view_if_needed()
    choice.evaluate("() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))")
    repeat_until_visible(choice.click, choice.page.get_by_role("option").first)


def repeat_until_visible(act: Callable[[], object], target: Locator) -> None:
    """Act, and again when nothing came of it, as a visitor does: drawing a page anew may undo what opened."""
    deadline = time.monotonic() + WITHIN_SECONDS
    while time.monotonic() < deadline:
        act()
        with suppress(AssertionError):
            expect(target).to_be_visible(timeout=AGAIN_AFTER_MS)
            return
    expect(target).to_be_visible(timeout=AGAIN_AFTER_MS)


def wait_until_saved(page: Page, norm_id: str) -> None:
    """Wait until the screen says that all of a norm is saved."""
    expect(card(page, norm_id).locator('.ww-status[data-state="stored"]')).to_be_visible()


def wait_until_stored(server: Server, assessment_id: str, norm_id: str, value: str, field: AnswerField) -> None:
    """Wait until the database holds a value."""
    wait_for(lambda: server.answer(assessment_id, norm_id).value(field), value)


def wait_for(read: Callable[[], str], wanted: str) -> None:
    """Wait until `read` gives what is wanted; fails with what it gave instead."""
    deadline = time.monotonic() + WITHIN_SECONDS
    while (found := read()) != wanted:
        assert time.monotonic() < deadline, f"found {found!r}, wanted {wanted!r}"
        time.sleep(0.05)
