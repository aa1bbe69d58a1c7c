"""Nothing leaves this computer: not from the visitor's browser, not from the app."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FilePayload, Page, expect

from questionnaire.example import EXAMPLE_ID
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Depth, Level, Municipality, Organisation, OrganisationKind
from tests.browser import screen
from tests.browser.scenes import SCENES, Scene
from tests.browser.server import Server

FOREIGN_PICTURE = "http://127.0.0.1:1/x.png"
MARKUP = f"![]({FOREIGN_PICTURE}) <img src={FOREIGN_PICTURE}>"
IN_THE_PAGE = {"data", "blob"}
RECORDER = """
import os, sys

def record(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        place = arguments[1] if event in ("socket.connect", "socket.sendto") else arguments[0]
        with open(os.environ["WAS_WORDT_CONNECTIONS"], "a") as file:
            file.write(f"{event} {place!r}\\n")

sys.addaudithook(record)
"""
"""Python runs this at the start of every process: it writes down whom the process calls, before it does."""
THIS_COMPUTER = ("'127.0.0.1'", "'localhost'", "'::1'", "socket.connect '/", "socket.connect b'/", " None")


@pytest.fixture(scope="module")
def connections(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """File in which every Python process started from here writes whom it calls."""
    folder = tmp_path_factory.mktemp("recorder")
    (folder / "sitecustomize.py").write_text(RECORDER, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder))
        patch.setenv("WAS_WORDT_CONNECTIONS", str(folder / "connections"))
        yield folder / "connections"


@pytest.fixture(scope="module")
def server(connections: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app whose every outgoing connection is written down."""
    server = Server(tmp_path_factory.mktemp("server"))
    try:
        server.start()
        yield server
    finally:
        server.close()


@pytest.fixture
def requests(page: Page) -> list[str]:
    """Every address that the page asks for, web sockets and frames included."""
    found: list[str] = []
    page.context.on("request", lambda request: found.append(request.url))
    page.on("websocket", lambda channel: found.append(channel.url))
    return found


def _outgoing(connections: Path) -> list[str]:
    lines = connections.read_text(encoding="utf-8").splitlines() if connections.exists() else []
    return [line for line in lines if not any(place in line for place in THIS_COMPUTER)]


def test_a_whole_journey_asks_nothing_of_anybody_else(
    page: Page, server: Server, requests: list[str], connections: Path
) -> None:
    assessment = _assessment_with_markup(server)
    scene = Scene(page, server, assessment)
    page.on("dialog", lambda dialog: dialog.accept())
    for name in ("start", "step_in_trouble", "history", "house_style", "reference"):
        SCENES[name](scene)
    Scene(page, server, EXAMPLE_ID).open("resultaten")
    expect(page.locator(".js-plotly-plot")).to_have_count(3)
    _download_everything(scene)
    _upload(scene)

    hosts = {urlsplit(url).netloc for url in requests if urlsplit(url).scheme not in IN_THE_PAGE}
    assert hosts == {f"localhost:{server.port}"}
    assert any(url.startswith("ws://") for url in requests)
    assert _outgoing(connections) == []


def test_the_browser_itself_refuses_what_is_elsewhere(page: Page, server: Server) -> None:
    """Should a text of a user ever be drawn as it is, the headers still keep the visitor here."""
    Scene(page, server, EXAMPLE_ID).open("rapport")

    refused = page.evaluate(
        """(address) => new Promise((tell) => {
          document.addEventListener("securitypolicyviolation", (event) => tell(event.effectiveDirective));
          document.body.append(Object.assign(new Image(), { src: address }));
        })""",
        FOREIGN_PICTURE,
    )
    assert refused == "img-src"


def test_the_recorder_sees_a_connection(server: Server, connections: Path) -> None:
    """The silence above means something: the same recorder writes down a call to elsewhere."""
    before = len(_outgoing(connections))
    call = "import socket; s = socket.socket(); s.settimeout(0.01); s.connect(('192.0.2.1', 9))"
    subprocess.run([sys.executable, "-c", call], check=False, capture_output=True)

    assert _outgoing(connections)[before:] == ["socket.connect ('192.0.2.1', 9)"]
    connections.write_text("", encoding="utf-8")


def test_the_app_listens_on_this_computer_only(server: Server) -> None:
    others = {str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}

    for address in others - {"127.0.0.1"}:
        with socket.socket() as probe:
            probe.settimeout(1)
            if not address.startswith("127."):
                assert probe.connect_ex((address, server.port)) != 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", server.port)) == 0


def _assessment_with_markup(server: Server) -> str:
    organisation = Organisation(
        kind=OrganisationKind.COOPERATION,
        name=MARKUP,
        municipalities=(Municipality(code="GM0893", name="Bergen"), Municipality(code="GM0344", name="Utrecht")),
    )
    content = questionnaire()
    made = server.store.create(organisation, Depth.CORE, content.as_of, content.version, author=MARKUP[:60])
    for norm in screen.norms("stap-1")[:2]:
        server.store.save(made, norm, AnswerField.LEVEL, Level.PARTLY, seen=0, author=MARKUP[:60])
        for field in (AnswerField.PRACTICE, AnswerField.REMARK, AnswerField.OTHERWISE, AnswerField.LINK):
            server.store.save(made, norm, field, MARKUP, seen=0, author=MARKUP[:60])
    return made


def _download_everything(scene: Scene) -> None:
    scene.open("rapport")
    links = scene.page.locator("a.ww-download")
    expect(links.first).to_be_visible()
    for link in links.all():
        with scene.page.expect_download() as download:
            link.click()
        assert download.value.path().stat().st_size > 0


def _upload(scene: Scene) -> None:
    scene.open("", "")
    text = json.dumps({"schema": "iets anders"}).encode()
    scene.page.locator("input[type=file]").set_input_files(
        FilePayload(name="a.json", mimeType="application/json", buffer=text)
    )
    scene.page.get_by_role("button", name="Voeg dit bestand toe").click()
    expect(scene.page.get_by_text("Het bestand is niet toegevoegd")).to_be_visible()
