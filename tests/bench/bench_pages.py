"""What an officer waits for: starting the app, a whole page, one answer; in a real Chromium.

Run it with `python -m tests.bench.bench_pages`. The start is compared with a one-line Streamlit app, an answer
with the whole page it stands on; the milliseconds depend on the machine and are only reported.
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Page, sync_playwright

from questionnaire.model.assessment import Depth
from tests.browser.conftest import launch
from tests.browser.server import Server

PAGE, NORMS_ON_PAGE = "stap-3", 28
CLICKS = 100
WHOLE_PAGES = 10
STARTS = 3
LARGEST_SHARE_OF_PAGE = 1 / 8
MOST_TIMES_ONE_LINE_APP = 1.5

CLICK_AND_WAIT = """
([button, card]) => new Promise((resolve) => {
  const before = card.querySelector(".ww-status").outerHTML;
  const started = performance.now();
  const look = () => {
    const status = card.querySelector(".ww-status");
    const saved = status?.outerHTML !== before && status?.querySelector(".ww-saved");
    saved ? resolve(performance.now() - started) : requestAnimationFrame(look);
  };
  button.click();
  look();
})
"""


class TimedServer(Server):
    """The app, writing down how long each run of the script took on the server."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.record = folder / "runs.jsonl"
        self.command = ("-m", "tests.bench.timed_server", str(self.record))

    def runs(self, *, whole_page: bool) -> list[float]:
        """Milliseconds of each run so far, of the whole page or of an answer."""
        lines = map(json.loads, self.record.read_text(encoding="utf-8").splitlines())
        return [line["ms"] for line in lines if line["whole_page"] is whole_page]


class OneLineServer(Server):
    """The least that Streamlit can serve: the floor for starting."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        script = folder / "one_line.py"
        script.write_text('import streamlit as st; st.title("Was-wordt lijst")\n', encoding="utf-8")
        self.command = ("-m", "streamlit", "run", str(script), "--server.headless", "true")


def measure() -> dict[str, float]:
    """Milliseconds and ratios; the names say which."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        found = _measure_answers(Path(folder), browser) | _measure_start(Path(folder), browser)
        browser.close()
    return found


def _measure_answers(folder: Path, browser: Browser) -> dict[str, float]:
    server = TimedServer(folder)
    server.start()
    try:
        page = browser.new_page(locale="nl-NL", viewport={"width": 1280, "height": 1200})
        address = f"{server.url}/{PAGE}?z={server.new_assessment(Depth.FULL)}"
        for _ in range(WHOLE_PAGES):
            _open(page, address)
        whole = server.runs(whole_page=True)[2:]  # the first ones load modules
        clicks = [_click(page, number) for number in range(CLICKS)]
        answers = server.runs(whole_page=False)
    finally:
        server.close()
    return {
        "click_to_saved_median_ms": median(clicks),
        "click_to_saved_p95_ms": quantiles(clicks, n=20)[-1],
        "whole_page_ms": median(whole),
        "answer_ms": median(answers),
        "answer_share_of_page": median(answers) / median(whole),
    }


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("radiogroup").nth(NORMS_ON_PAGE).wait_for()
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def _click(page: Page, number: int) -> float:
    """Choose a level that differs from the last, norm after norm; milliseconds until it shows as saved."""
    card = page.locator('[class*="st-key-norm-"]').nth(number % NORMS_ON_PAGE)
    level = ("1 · Soms", "3 · Geregeld", "2 · Deels geregeld", "4 · Geborgd")[number // NORMS_ON_PAGE]
    button = card.get_by_text(level, exact=True)
    button.scroll_into_view_if_needed()
    return float(page.evaluate(CLICK_AND_WAIT, [button.element_handle(), card.element_handle()]))


def _measure_start(folder: Path, browser: Browser) -> dict[str, float]:
    ours: list[float] = []
    floor: list[float] = []
    for number in range(STARTS):
        for kind, times in ((Server, ours), (OneLineServer, floor)):
            place = folder / f"{kind.__name__}-{number}"
            place.mkdir()
            times.append(_start(kind(place), browser))
    return {
        "start_ms": 1000 * min(ours),
        "one_line_start_ms": 1000 * min(floor),
        "start_ratio": min(ours) / min(floor),
    }


def _start(server: Server, browser: Browser) -> float:
    """Seconds from starting the process to a page that can be used, with nothing in the browser's cache."""
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    started = time.perf_counter()
    server.start()
    try:
        page.goto(server.url)
        page.get_by_role("heading", level=1).wait_for()
        page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
        return time.perf_counter() - started
    finally:
        context.close()
        server.close()


def main() -> int:
    """Print the numbers; 1 when a ratio is too high."""
    found = measure()
    for name, value in found.items():
        print(f"{name:28} {value:8.2f}")
    too_high = (
        found["answer_share_of_page"] > LARGEST_SHARE_OF_PAGE or found["start_ratio"] > MOST_TIMES_ONE_LINE_APP
    )
    return int(too_high)


if __name__ == "__main__":
    sys.exit(main())
