"""English words that Streamlit or a library may put on the screen, and everything on the screen to look for them.

The words are ones that Dutch does not have; "open", "of", "is" and "stop" are Dutch too.
"""

import json
import re
from pathlib import Path

from playwright.sync_api import Page

DICTIONARY = Path(__file__).resolve().parents[2] / "app_pages" / "frame" / "browser" / "dutch.json"
STOP_WORDS = (
    "about add all allowed an and apply are arrow axes browse cancel chart choose clear close closed "
    "cloud collapse column columns connecting connection copy data-view date day decrement delete "
    "deploy drag drop edit enter-to entry error escape-to expand failed field file files fullscreen "
    "from go heading hide increment invalid keys larger learn limit lines loading lost main menu-button "
    "month more must navigate next no-results not notifications off on options page please plot press "
    "previous print quick-select range record remove required rerun reset restore results running search "
    "select selected settings show sidebar skip smaller something submit tab-to the theme-is this time "
    "to today toggle too try unknown upload uploaded use value view wait warning with wrong year you "
    "your monday tuesday wednesday thursday friday saturday sunday january february march june july "
    "august october"
)
ENGLISH = re.compile(rf"\b(?:{'|'.join(word.replace('-', ' ') for word in STOP_WORDS.split())})\b", re.IGNORECASE)
DUTCH_TOO = {"Open", "open", "Stop", "Zoom", "Download"}
NOT_A_WORD = re.compile(r"\b(?:undefined|None|NaN|nan|null|\[object \w+\])\b|\*\*|:[a-z]+\[|\\[.*_\[]")
COLLECT = """() => {
  const seen = new Set(), attributes = ["aria-label", "title", "placeholder", "alt", "data-tooltip",
    "aria-description", "aria-valuetext", "aria-roledescription"];
  const own = ".ww-sources, .ww-details dd a, textarea, input, style, script, noscript, template, "
    + "[data-testid=stIconMaterial], [data-testid=stAlertDynamicIcon]";
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return void (node.data.trim() && seen.add(node.data.trim()));
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const name of attributes) if (node.getAttribute(name)) seen.add(node.getAttribute(name).trim());
    if (node.matches(own)) return;
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  seen.add(document.title);
  return [...seen];
}"""
"""All text and every attribute that is read or shown, hidden too; not links to sources and what users wrote."""


def texts_on(page: Page) -> list[str]:
    """Everything there is to read or hear on a page."""
    found: list[str] = page.evaluate(COLLECT)
    return found


def english_on(page: Page) -> list[str]:
    """Texts that are, or hold, English of the libraries."""
    words: dict[str, str] = json.loads(DICTIONARY.read_text(encoding="utf-8"))["words"]
    untranslated = set(words) - DUTCH_TOO
    return [text for text in texts_on(page) if text in untranslated or ENGLISH.search(text)]


def nonsense_on(page: Page) -> list[str]:
    """Texts with a value in them that was never meant to be read."""
    return [text for text in texts_on(page) if NOT_A_WORD.search(text)]
