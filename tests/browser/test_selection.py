"""Which norms are shown: by a filter that pulls nothing away, by words, and by a link to one norm."""

from playwright.sync_api import Page, expect

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Depth, Level
from tests.browser import screen
from tests.browser.server import Server

STEP = "stap-1"
NORMS = screen.norms(STEP)
FIRST, SECOND, *_ = NORMS


def choose(page: Page, shown: str) -> None:
    """Choose a filter, as a visitor does."""
    page.get_by_text("Zoek of kies welke normen u ziet").click()
    page.locator(".ww-filter").get_by_text(shown, exact=True).click()
    expect(page.get_by_text(f"van {len(NORMS)} getoond.")).to_be_visible()


def test_a_filter_takes_no_norm_away_that_is_being_answered(page: Page, server: Server, assessment: str) -> None:
    server.store.save(assessment, SECOND, AnswerField.LEVEL, Level.PARTLY, seen=0, author="")
    screen.open_section(page, server, assessment, STEP)
    screen.show_norms(page, screen.AS_LIST)
    choose(page, "Nog open")
    cards = page.locator(".ww-card:visible")
    expect(cards).to_have_count(len(NORMS) - 1)
    expect(screen.card(page, SECOND)).to_be_hidden()

    screen.level_option(page, FIRST, Level.ARRANGED).click()
    screen.wait_until_stored(server, assessment, FIRST, Level.ARRANGED, AnswerField.LEVEL)
    server.store.set_depth(assessment, Depth.FULL, author="")  # the page is drawn again
    expect(cards).not_to_have_count(len(NORMS) - 1)
    screen.settle(page)
    expect(screen.card(page, FIRST)).to_be_visible()
    expect(screen.level(page, FIRST, Level.ARRANGED)).to_be_checked()

    page.get_by_role("link", name="Volgende: Stap 2").click()
    expect(screen.heading(page, "Stap 2")).to_be_visible()
    page.get_by_role("link", name="Vorige: Stap 1").click()
    expect(screen.heading(page, "Stap 1")).to_be_visible()
    screen.settle(page)
    expect(cards.first).to_be_visible()


def test_a_link_to_one_norm_shows_it_alone_with_a_way_to_the_others(
    page: Page, server: Server, assessment: str
) -> None:
    page.goto(f"{server.url}/{STEP}?z={assessment}&norm={SECOND}")
    screen.settle(page)
    expect(page.locator(".ww-card")).to_have_attribute("data-subject", SECOND)
    screen.level_option(page, SECOND, Level.PARTLY).click()
    screen.wait_until_stored(server, assessment, SECOND, Level.PARTLY, AnswerField.LEVEL)

    page.get_by_role("link", name="Toon weer alle normen").click()
    expect(page.locator(".ww-card")).to_have_count(len(NORMS))
    expect(screen.level(page, SECOND, Level.PARTLY)).to_be_checked()


def test_words_find_a_norm_by_its_code(page: Page, server: Server, assessment: str) -> None:
    screen.open_section(page, server, assessment, STEP)
    page.get_by_text("Zoek of kies welke normen u ziet").click()
    page.get_by_label("Zoek op deze pagina").fill(questionnaire().norm_by_id[SECOND].code)
    page.keyboard.press("Enter")
    expect(page.locator(".ww-card:visible")).to_have_count(1)
    expect(page.locator(".ww-card:visible")).to_have_attribute("data-subject", SECOND)
