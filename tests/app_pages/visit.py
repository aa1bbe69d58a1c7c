"""A visit to one page through AppTest, and everything a visitor can read there."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import lxml.html
from google.protobuf.json_format import MessageToDict  # type: ignore[import-untyped]
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from app_pages.cards import norms

APP = Path(__file__).resolve().parents[2] / "app.py"
MARKDOWN_FIELDS = ("body", "label", "help", "alt", "text")
LONGEST_RUN = 30.0


class Visit:
    """One visitor's session on a page; `app` gives the inputs, the methods give what stands on screen."""

    def __init__(self, page: str, assessment_id: str = "", **parameters: str) -> None:
        self.app = AppTest.from_file(APP, default_timeout=LONGEST_RUN)
        if assessment_id:
            parameters["z"] = assessment_id
        self.app.query_params.update(parameters)
        self.go(page)

    def go(self, page: str) -> "Visit":
        """Go to the page with this address.

        AppTest.switch_page knows files only, and these pages are callables: so we ask for the page as the browser
        does, by the hash of its address. An AppTest with an unknown hash would draw the default page, which the
        tests on titles would tell.
        """
        self.app._page_hash = calc_hash(page)
        return self.run()

    def run(self) -> "Visit":
        """Draw the whole page; after a callback that redraws fragments only, this shows the rest again."""
        self.app.run()
        assert not self.app.exception, [each.value for each in self.app.exception]
        return self

    @property
    def title(self) -> str:
        """The one heading of the first order."""
        (title,) = self.app.title
        return title.value

    @property
    def headings(self) -> list[str]:
        """Headings of the second order that Streamlit drew."""
        return [header.value for header in self.app.header]

    @property
    def codes(self) -> list[str]:
        """Numbers of the norms that stand on the page, in order."""
        given = [card["code"] for card in self.cards() if card["kind"] == "norm"]
        return given or [code.text or "" for code in self.parsed().iterfind(".//span[@class='ww-code']")]

    def components(self) -> list[dict[str, Any]]:
        """What the cards of the page were given, those that are folded too (see app_pages/cards/contract.py)."""
        pages = ((whole, (whole["extra"] or {}).get("page")) for whole in self._wholes())
        return [page for pair in pages for page in pair if page]

    def _wholes(self) -> list[dict[str, Any]]:
        given = (json.loads(entry["json"]) for kind, entry in self.entries() if kind == "bidi_component")
        return [_whole(data) for data in given]

    def cards(self) -> list[dict[str, Any]]:
        """Every card on the page, in order."""
        return [card for component in self.components() for card in component["cards"]]

    def values(self, subject: str) -> dict[str, str]:
        """What the browser is told that is stored for a subject, by field; a cleared field is empty."""
        states = (component["state"]["values"].get(subject, {}) for component in self.components())
        return {field: stored["value"] for values in states for field, stored in values.items()}

    def parsed(self) -> lxml.html.HtmlElement:
        """All that the page wrote as HTML, that of the cards included."""
        bodies = [entry["body"] for kind, entry in self.entries() if kind == "html"]
        bodies += [card[name] for card in self.cards() for name in ("introHtml", "detailsHtml")]
        bodies += [
            whole["headHtml"] + whole["footHtml"] + (whole["extra"] or {}).get("asideHtml", "")
            for whole in self._wholes()
        ]
        return lxml.html.fromstring(f"<div>{''.join(body for body in bodies if '<style>' not in body)}</div>")

    def markdown(self) -> list[str]:
        """Every text that Streamlit reads as markdown: paragraphs, headings, labels, captions, messages."""
        return [
            entry[name]
            for kind, entry in self.entries()
            if kind not in ("html", "bidi_component")
            for name in MARKDOWN_FIELDS
            if isinstance(entry.get(name), str)
        ]

    def words(self) -> str:
        """Everything there is to read, without the values of inputs."""
        titles = [f"{card['code']} {card['title']}" for card in self.cards()]
        titles += [whole["extra"]["summary"] for whole in self._wholes() if whole["extra"]]
        return " ".join("\n".join([*self.markdown(), *titles, self.parsed().text_content()]).split())

    def links(self) -> list[tuple[str, str]]:
        """Label, and page with query string, of every link within the app."""
        ours = [
            (str(each.xpath("string(text())")), each.get("href").removeprefix("./"))
            for each in self.parsed().iterfind(".//a[@href]")
            if "ww-nav" in each.get("class", "").split()
        ]
        return ours + [
            (entry["label"], f"{entry.get('page', '')}?{entry.get('queryString', '')}")
            for kind, entry in self.entries()
            if kind == "page_link"
        ]

    def downloads(self) -> dict[str, str]:
        """Address of every file that the page leads to, by the words of its link."""
        links = self.parsed().iterfind(".//a[@href]")
        return {
            link.text or "": link.get("href", "")
            for link in links
            if "ww-download" in link.get("class", "").split()
        }

    def entries(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Kind and content of every element, as sent to the browser, from top to bottom."""
        waiting: list[Any] = list(self.app._tree.children.values())
        while waiting:
            node = waiting.pop(0)
            waiting[:0] = list(getattr(node, "children", {}).values())
            if getattr(node, "proto", None) is not None:
                yield node.type, MessageToDict(node.proto)


def _whole(data: dict[str, str]) -> dict[str, Any]:
    """The data of a component with the cards that the browser would fetch."""
    page: dict[str, Any] = json.loads(data["page"])
    if data["cardsFrom"]:
        made = norms.make(unquote(data["cardsFrom"]).split("/", 3)[3])
        cards = json.loads((made or b"[]").decode().replace(norms.ASSESSMENT_PLACE, page["assessment"]))
        page["cards"] = [card for card in cards if card["subject"] in data["subjects"].split()]
    return page
