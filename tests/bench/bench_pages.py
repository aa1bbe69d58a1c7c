"""What an officer waits for: starting the app, a whole page, a click until it is saved; in a real Chromium.

Run it with `python -m tests.bench.bench_pages`. Each is compared in the same run with its floor: a one-line
Streamlit app, a Streamlit page with one empty component among as many pages, and a bare page whose address answers
at once. The milliseconds depend on the machine and are only reported.
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
from tests.browser.server import PROJECT, Server

PAGE, NORMS_ON_PAGE = "stap-3", 28
CLICKS = 100
WHOLE_PAGES = 20
STARTS = 3
OTHER_PAGES = 20
"""The floor has an address for as many pages as the app."""
MOST_TIMES_BARE_CLICK = 2.0
MOST_TIMES_EMPTY_PAGE = 1.5
MOST_TIMES_ONE_LINE_APP = 1.4
ONE_LINE = 'import streamlit as st; st.title("Was-wordt lijst")\n'
EMPTY = """import streamlit as st
def show():
    st.title("Leeg")
    st.components.v2.component("leeg", js="export default () => {}", html="<p>leeg</p>")(key="leeg")
def other():
    st.title("Anders")
pages = [st.Page(show, title="Leeg")]
pages += [st.Page(other, title=f"Anders {number}", url_path=f"p{number}") for number in range(OTHERS)]
chosen = st.navigation(pages, position="hidden")
st.set_page_config(page_title="Leeg")
chosen.run()
"""

CLICK_AND_WAIT = """
([input, card]) => new Promise((resolve) => {
  const status = card.querySelector(".ww-status");
  const started = performance.now();
  let wasWaiting = false;
  const look = () => {
    const { state } = status.dataset;
    wasWaiting ||= state === "waiting";
    wasWaiting && state === "stored" ? resolve(performance.now() - started) : setTimeout(look);
  };
  input.click();
  look();
})
"""


class TimedServer(Server):
    """An app that writes down how long each run of its script took on the server."""

    def __init__(self, folder: Path, script: Path) -> None:
        super().__init__(folder)
        self.record = folder / "runs.jsonl"
        self.command = ("-m", "tests.bench.timed_server", str(self.record), str(script))

    def runs(self) -> list[float]:
        """Milliseconds of processor time of each run so far: other requests share the processor."""
        lines = self.record.read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["cpu_ms"] for line in lines]


class ScriptServer(Server):
    """A Streamlit app of one script: the floor for starting."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        script = folder / "one_line.py"
        script.write_text(ONE_LINE, encoding="utf-8")
        self.command = ("-m", "streamlit", "run", str(script), "--server.headless", "true")


class BareServer(Server):
    """A page whose address answers at once: the floor for a click."""

    command = ("-m", "tests.bench.bare_page")


def measure() -> dict[str, float]:
    """Milliseconds and ratios; the names say which."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        found = _measure_clicks(_room(folder, "klik"), browser)
        found |= _measure_pages(_room(folder, "bladzijde"), browser)
        found |= _measure_start(_room(folder, "start"), browser)
        browser.close()
    return found


def _room(folder: str | Path, name: str) -> Path:
    place = Path(folder) / name
    place.mkdir()
    return place


# A click until it is saved


def _measure_clicks(folder: Path, browser: Browser) -> dict[str, float]:
    server, bare = Server(_room(folder, "app")), BareServer(_room(folder, "kaal"))
    for each in (server, bare):
        each.start()
    try:
        ours, floor = (browser.new_page(locale="nl-NL", viewport={"width": 1280, "height": 1200}) for _ in "ab")
        ours.goto(f"{server.url}/{PAGE}?z={server.new_assessment(Depth.FULL)}")
        ours.locator(".ww-card").nth(NORMS_ON_PAGE - 1).wait_for()
        floor.goto(bare.url)
        pairs = [(_click(ours, number), _click(floor, number)) for number in range(CLICKS)]
    finally:
        server.close()
        bare.close()
    clicks, bare_clicks = zip(*pairs, strict=True)
    return {
        "click_to_saved_median_ms": median(clicks),
        "click_to_saved_p95_ms": _p95(clicks),
        "bare_click_p95_ms": _p95(bare_clicks),
        "click_ratio": _p95(clicks) / _p95(bare_clicks),
    }


def _p95(values: tuple[float, ...]) -> float:
    return quantiles(values, n=20)[-1]


def _click(page: Page, number: int) -> float:
    """Choose a level that differs from the last, card after card; milliseconds until it shows as saved."""
    page.bring_to_front()
    cards = page.locator(".ww-card")
    count = cards.count()
    card = cards.nth(number % count)
    radio = card.locator("input[type=radio]").nth(number // count % 2)
    radio.scroll_into_view_if_needed()
    return float(page.evaluate(CLICK_AND_WAIT, [radio.element_handle(), card.element_handle()]))


# A whole page on the server


def _measure_pages(folder: Path, browser: Browser) -> dict[str, float]:
    empty = folder / "leeg.py"
    empty.write_text(EMPTY.replace("OTHERS", str(OTHER_PAGES)), encoding="utf-8")
    ours = TimedServer(_room(folder, "app"), PROJECT / "asgi.py")
    floor = TimedServer(_room(folder, "leeg"), empty)
    page = browser.new_page(locale="nl-NL", viewport={"width": 1280, "height": 1200})
    for server in (ours, floor):
        server.start()
    try:
        address = f"{ours.url}/{PAGE}?z={ours.new_assessment(Depth.FULL)}"
        for _ in range(WHOLE_PAGES):
            for each in (address, floor.url):
                page.goto(each)
                page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    finally:
        for server in (ours, floor):
            server.close()
    whole, least = (median(server.runs()[2:]) for server in (ours, floor))  # the first ones load modules
    return {"whole_page_ms": whole, "empty_page_ms": least, "page_ratio": whole / least}


# Starting


def _measure_start(folder: Path, browser: Browser) -> dict[str, float]:
    ours: list[float] = []
    floor: list[float] = []
    for number in range(STARTS):
        for kind, times in ((Server, ours), (ScriptServer, floor)):
            times.append(_start(kind(_room(folder, f"{kind.__name__}-{number}")), browser))
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


LIMITS = {
    "click_ratio": MOST_TIMES_BARE_CLICK,
    "page_ratio": MOST_TIMES_EMPTY_PAGE,
    "start_ratio": MOST_TIMES_ONE_LINE_APP,
}


def main() -> int:
    """Print the numbers; 1 when a ratio is too high."""
    found = measure()
    for name, value in found.items():
        print(f"{name:28} {value:8.2f}")
    return int(any(found[name] > limit for name, limit in LIMITS.items()))


if __name__ == "__main__":
    sys.exit(main())
