"""WCAG 2.2 A and AA on every screen, wide and narrow, as far as a program can tell; the rest is for people."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from questionnaire.example import EXAMPLE_ID
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Depth
from tests.browser import scenes, screen
from tests.browser.english import english_on, nonsense_on
from tests.browser.scenes import SCENES, Scene
from tests.browser.server import Server

AXE = Path(__file__).resolve().parents[1] / "node" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=320, height=720)
LOWEST_CONTRAST = 4.5
LONGEST_NAME = 40
"""Of a text whose contrast is told."""
FORMS = ("invullijsten", "teruglezen")
LOOKED_AT = {"results": {"behaald", "ontbreekt", "nog open", "Reken na", "100%"}}
"""Texts whose contrast must have been computed, charts and their legends included."""
CONTRASTS = """() => {
  const light = ([r, g, b]) => {
    const line = (v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const [x, y, z] = [r, g, b].map((v) => line(v / 255));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const parse = (text) => {
    const [r, g, b, a] = text.match(/[\\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    return { rgb: [r, g, b], alpha: a ?? 1 };
  };
  const over = (top, alpha, under) => top.map((v, i) => v * alpha + under[i] * (1 - alpha));
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, { rgb, alpha }) => over(rgb, alpha, under), [255, 255, 255]);
  };
  const opacity = (element) => {
    let product = 1;
    for (let at = element; at; at = at.parentElement) product *= Number(getComputedStyle(at).opacity);
    return product;
  };
  const ratio = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const barColours = (bar) => {
    const fill = getComputedStyle(bar).fill;
    if (!fill.includes("url")) return [parse(fill).rgb];
    const pattern = document.getElementById(fill.match(/#([^")]+)/)[1]);
    return [...pattern.querySelectorAll("rect, path")].map((each) => {
      const style = getComputedStyle(each);
      return parse(each.tagName === "rect" ? style.fill : style.stroke).rgb;
    });
  };
  const found = [];
  const note = (element, colour, backgrounds) => {
    const shown = parse(colour), alpha = shown.alpha * opacity(element);
    for (const under of backgrounds) {
      found.push([element.textContent.trim().slice(0, 40), ratio(over(shown.rgb, alpha, under), under)]);
    }
  };
  const read = "[data-testid=stCaptionContainer], a, label, summary, td, th";
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  for (const part of document.querySelectorAll(read)) {
    for (const element of [part, ...part.querySelectorAll("*")]) {
      if (!hasText(element) || !element.checkVisibility()) continue;
      note(element, getComputedStyle(element).color, [behind(element)]);
    }
  }
  for (const text of document.querySelectorAll(".js-plotly-plot text")) {
    const bar = text.classList.contains("bartext") ? text.parentElement.querySelector("path") : null;
    const under = bar ? barColours(bar) : [behind(text.closest("div"))];
    if (text.textContent.trim()) note(text, getComputedStyle(text).fill, under);
  }
  return found;
}"""
"""Text and contrast ratio of captions, links, labels, table cells and chart texts, as computed by the browser."""


@pytest.fixture(scope="module")
def filled(server: Server) -> str:
    """A core list with a level, an unknown and a norm without its reason."""
    return scenes.fill_in(server)


@pytest.fixture(autouse=True)
def wide(page: Page) -> None:
    """Begin with a wide screen."""
    page.set_viewport_size(WIDE)


@pytest.mark.parametrize("name", SCENES)
def test_a_screen_has_no_barriers(name: str, page: Page, server: Server, filled: str) -> None:
    """In Dutch throughout, too: a screen reader would read English aloud as if it were Dutch (3.1.2)."""
    SCENES[name](Scene(page, server, filled))

    assert page.locator("html").get_attribute("lang") == "nl"
    assert english_on(page) == []
    assert nonsense_on(page) == []
    assert _violations(page) == []
    _assert_headings_are_in_order(page)
    contrasts = _contrasts(page)
    assert {text: ratio for text, ratio in contrasts.items() if ratio < LOWEST_CONTRAST} == {}
    assert LOOKED_AT.get(name, set()) <= set(contrasts)
    page.set_viewport_size(NARROW)
    screen.wait_for(lambda: str(_widest(page)), str(NARROW["width"]))


@pytest.mark.parametrize("name", ["start_with_cooperation", "step_in_trouble"])
def test_a_narrow_screen_has_no_barriers(name: str, page: Page, server: Server, filled: str) -> None:
    page.set_viewport_size(NARROW)
    SCENES[name](Scene(page, server, filled))

    screen.wait_for(lambda: str(_widest(page)), str(NARROW["width"]))
    assert _violations(page) == []


def _contrasts(page: Page) -> dict[str, float]:
    """The lowest contrast of each text, also on charts and through transparency, where axe is not sure."""
    found: dict[str, float] = {}
    for text, ratio in page.evaluate(CONTRASTS):
        found[text] = min(ratio, found.get(text, ratio))
    return found


def test_text_that_is_too_light_is_found(page: Page, server: Server) -> None:
    """What the tests above find nothing of, they would find."""
    Scene(page, server, EXAMPLE_ID).open("resultaten")
    caption = page.locator("[data-testid=stCaptionContainer] p").first
    assert _contrasts(page)[caption.inner_text()[:LONGEST_NAME]] >= LOWEST_CONTRAST

    caption.evaluate("(text) => text.style.setProperty('opacity', '0.5', 'important')")
    assert _contrasts(page)[caption.inner_text()[:LONGEST_NAME]] < LOWEST_CONTRAST
    caption.evaluate("(text) => { text.textContent = 'Press any key'; }")
    assert english_on(page) == ["Press any key"]
    page.locator("h1").evaluate("(title) => title.insertAdjacentHTML('afterend', '<img src=data:>')")
    assert [violation.split(":")[0] for violation in _violations(page)] == ["color-contrast", "image-alt"]


def _widest(page: Page) -> int:
    """How wide the page is, with what would have to be scrolled to sideways, in pixels."""
    widths: list[int] = page.evaluate(
        """() => [document.scrollingElement, ...document.querySelectorAll(
        "[data-testid=stMain], [data-testid=stMainBlockContainer], [role=dialog]"
        )].map((each) => each.scrollWidth)"""
    )
    return max(widths)


def _violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        "(tags) => axe.run({ runOnly: tags, resultTypes: ['violations'] }).then((each) => each.violations)",
        TAGS,
    )
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def _assert_headings_are_in_order(page: Page) -> None:
    levels: list[int] = page.locator("main").evaluate(
        """(main) => [...main.querySelectorAll("h1, h2, h3, h4, h5, h6")]
        .filter((each) => each.checkVisibility()).map((each) => Number(each.tagName[1]))"""
    )
    assert page.locator("h1").count() == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels


def test_every_page_has_a_title_and_a_heading_of_its_own(page: Page, server: Server, filled: str) -> None:
    sections = [section.id for section in questionnaire().at(Depth.CORE).sections if section.norms]
    Scene(page, server, filled).open("overzicht")
    titles: list[str] = []
    headings: list[str] = []
    for name in ("overzicht", *sections, "resultaten", "plan", "rapport", *FORMS, "huisstijl", "begrippen"):
        page.locator(f'[data-testid=stSidebar] a[href*="{name}"]').click()
        page.wait_for_url(f"**/{name}?*")
        screen.settle(page)
        expect(page.locator("h1")).not_to_have_text(headings[-1] if headings else "")
        headings.append(page.locator("h1").inner_text())
        titles.append(page.title())

    assert len(set(titles)) == len(titles)
    assert len(set(headings)) == len(headings)
    assert all(title.endswith("· Was-wordt lijst") for title in titles)


def test_on_a_narrow_screen_the_navigation_opens_and_closes(page: Page, server: Server, filled: str) -> None:
    page.set_viewport_size(NARROW)
    Scene(page, server, filled).open("overzicht")
    link = page.locator("[data-testid=stSidebar]").get_by_role("link", name="Overzicht en zoeken")
    expect(link).not_to_be_in_viewport()

    page.get_by_role("button", name="Zijbalk openen").click()
    expect(link).to_be_in_viewport()
    page.locator("[data-testid=stSidebar]").hover()
    page.get_by_role("button", name="Zijbalk sluiten").click()
    expect(link).not_to_be_in_viewport()
    expect(screen.heading(page, "Gemeente Utrecht")).to_be_in_viewport()


def test_focus_can_be_seen(page: Page, server: Server, filled: str) -> None:
    scene = Scene(page, server, filled)
    scene.open(scenes.STEP)
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.add(page.evaluate(FOCUS))

    assert {"A", "INPUT:radio", "TEXTAREA", "SUMMARY"} <= {kind for kind, _ in map(tuple, map(str.split, seen))}
    assert [each for each in seen if not each.endswith(" 3")] == []


FOCUS = """() => {
  const at = document.activeElement;
  let width = 0;
  for (let each = at, up = 0; each && up < 4; each = each.parentElement, up++) {
    const style = getComputedStyle(each);
    if (style.outlineStyle !== "none") width = Math.max(width, parseFloat(style.outlineWidth));
  }
  return `${at.tagName}${at.type === "radio" ? ":radio" : ""} ${Math.round(width)}`;
}"""
"""What has the focus, and how wide the outline is on it or just around it, in pixels."""
