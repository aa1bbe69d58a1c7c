"""A real Chromium before a real server. Every test here is marked `browser`."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, expect, sync_playwright

from tests.browser import screen
from tests.browser.honesty import Watch
from tests.browser.server import Server

WAIT_MS = 20_000
FLAGS = ("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking")
IN_THE_PAGE = {"data", "blob"}
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, so that `make check` can leave it out."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


def chromium() -> str:
    """The Chromium of this computer; nothing is downloaded."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, "Chromium is missing; `make tools` installs it."
    return program


def launch(playwright: Playwright) -> Browser:
    """A Chromium without a profile."""
    return playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browser."""
    expect.set_options(timeout=WAIT_MS)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests."""
    browser = launch(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app of this module's own; an error in its log fails the module."""
    with running(tmp_path_factory.mktemp("server")) as server:
        yield server


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """An app with its database in this folder; an error in its log fails the test."""
    server = Server(folder)
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
    """A new tab of the visitor, who remembers nothing of the tests before."""
    with watched(visitor.new_page()) as page:
        yield page
        with suppress(Error):  # a page that shows nothing has no storage
            page.evaluate("localStorage.clear()")
    visitor.clear_cookies()


@pytest.fixture(scope="module")
def tab(visitor: BrowserContext) -> Iterator[Page]:
    """One tab for all tests of a module: going to another assessment is quicker than a new tab."""
    with watched(visitor.new_page()) as page:
        page.set_viewport_size({"width": 1280, "height": 2400})  # nothing scrolls away between finding and tapping
        yield page


@pytest.fixture
def step(tab: Page, server: Server, assessment: str) -> Page:
    """The page of step 1 of a new assessment."""
    screen.open_section(tab, server, assessment, "stap-1")
    return tab


@pytest.fixture
def watch(step: Page, server: Server, assessment: str) -> Watch:
    """What the first norm of step 1 claims to be saved."""
    return Watch(step, server, assessment, screen.norms("stap-1")[0])


@contextmanager
def watched(page: Page) -> Iterator[Page]:
    """Close the page in the end; an error in a script and a request to elsewhere fail the test."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: errors.extend(elsewhere(request.url)))
    page.on("websocket", lambda channel: errors.extend(elsewhere(channel.url)))
    yield page
    page.close()
    assert not errors, errors


def elsewhere(address: str) -> list[str]:
    """The address, when it is not one of this computer."""
    parts = urlsplit(address)
    return [] if parts.scheme in IN_THE_PAGE or parts.hostname == "localhost" else [address]


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


def new_context(browser: Browser, width: int = 1280, height: int = 900) -> BrowserContext:
    """A browser of a visitor's own, in Dutch."""
    context = browser.new_context(
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
    )
    context.set_default_timeout(WAIT_MS)
    return context
