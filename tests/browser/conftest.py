"""A real Chromium before a real server. Every test here is marked `browser`."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.server import Server

WAIT_MS = 20_000
FLAGS = ("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking")
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, so that `make check` can leave it out.

    On a busy computer a browser misses one click in thousands; the summary lists each test that needed another go.
    """
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=2))


def launch(playwright: Playwright) -> Browser:
    """The Chromium of this computer; nothing is downloaded."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, "Chromium is missing; `make tools` installs it."
    return playwright.chromium.launch(executable_path=program, args=list(FLAGS))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    expect.set_options(timeout=WAIT_MS)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app of this module's own; an error in its log fails the module."""
    server = Server(tmp_path_factory.mktemp("server"))
    try:
        server.start()
        yield server
        assert "Traceback" not in server.log(), server.log()
    finally:
        server.close()


@pytest.fixture(autouse=True)
def _running_server(request: pytest.FixtureRequest) -> None:
    """The app runs at the start of each test, also when one before it failed halfway."""
    if "server" in request.fixturenames:
        server: Server = request.getfixturevalue("server")
        server.start_unless_running()


@pytest.fixture
def assessment(server: Server) -> str:
    """Id of an empty assessment on the core norms."""
    return server.new_assessment()


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """One visitor's browser, shared by the tests of a module: loading a page again is quicker."""
    context = new_context(browser)
    yield context
    context.close()


@pytest.fixture
def page(visitor: BrowserContext) -> Iterator[Page]:
    """A new tab of the visitor."""
    with watched(visitor.new_page()) as page:
        yield page
    visitor.clear_cookies()


@contextmanager
def watched(page: Page) -> Iterator[Page]:
    """Close the page in the end; an error in a script of ours or Streamlit's fails the test."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert not errors, errors


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[[], Page]]:
    """Makes pages that share nothing with `page` or each other, like colleagues at other computers."""
    contexts: list[BrowserContext] = []

    def make() -> Page:
        contexts.append(new_context(browser))
        return contexts[-1].new_page()

    yield make
    for context in contexts:
        context.close()


def new_context(browser: Browser) -> BrowserContext:
    """A browser of a visitor's own, in Dutch."""
    context = browser.new_context(
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        viewport={"width": 1280, "height": 900},
        reduced_motion="reduce",
    )
    context.set_default_timeout(WAIT_MS)
    return context
