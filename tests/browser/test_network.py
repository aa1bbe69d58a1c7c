"""Nothing leaves this computer: not from the visitor's browser, not from the app.

That no page asks anything of another host, every test of this folder sees to (`watched` in conftest); that the app
calls nobody, the journey does (test_journey).
"""

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Depth, Level, Municipality, Organisation, OrganisationKind
from tests.browser import screen
from tests.browser.conftest import watched
from tests.browser.recorder import outgoing, recording
from tests.browser.server import Server

FOREIGN_PICTURE = "http://127.0.0.1:1/x.png"
MARKUP = f"![]({FOREIGN_PICTURE}) <img src={FOREIGN_PICTURE}>"
STEP = "stap-1"
FIRST, SECOND, *_ = screen.norms(STEP)


def test_what_users_write_is_never_drawn_as_markup(page: Page, server: Server) -> None:
    """Not as a name, an author or an answer, wherever it stands; `page` fails when the picture is asked for."""
    assessment = _assessment_with_markup(server)
    screen.open_section(page, server, assessment, STEP)
    screen.open_history(page, FIRST)
    expect(page.get_by_role("dialog").get_by_text(MARKUP).first).to_be_visible()
    for name in ("overzicht", "resultaten", "plan", "rapport", "rondes", "invullijsten"):
        screen.open_page(page, server, assessment, name)
        assert page.locator(f'img[src="{FOREIGN_PICTURE}"]').count() == 0, name
    page.goto(server.url)
    screen.settle(page)
    expect(page.get_by_text(FOREIGN_PICTURE).first).to_be_visible()


def _assessment_with_markup(server: Server) -> str:
    organisation = Organisation(
        kind=OrganisationKind.COOPERATION,
        name=MARKUP,
        municipalities=(Municipality(code="GM0893", name="Bergen"), Municipality(code="GM0344", name="Utrecht")),
    )
    content = questionnaire()
    made = server.store.create(organisation, Depth.CORE, content.as_of, content.version, author=MARKUP[:60])
    for norm in (FIRST, SECOND):
        server.store.save(made, norm, AnswerField.LEVEL, Level.PARTLY, seen=0, author=MARKUP[:60])
        for field in (AnswerField.PRACTICE, AnswerField.REMARK, AnswerField.OTHERWISE, AnswerField.LINK):
            server.store.save(made, norm, field, MARKUP, seen=0, author=MARKUP[:60])
    return made


def test_the_browser_itself_refuses_what_is_elsewhere(visitor: BrowserContext, server: Server) -> None:
    """Should a text of a user ever be drawn as it is, the headers keep the visitor here, and a test would fail."""
    with pytest.raises(AssertionError, match=re.escape(FOREIGN_PICTURE)), watched(visitor.new_page()) as page:
        page.goto(server.url)
        refused = page.evaluate(
            """(address) => new Promise((tell) => {
              document.addEventListener("securitypolicyviolation", (event) => tell(event.effectiveDirective));
              document.body.append(Object.assign(new Image(), { src: address }));
            })""",
            FOREIGN_PICTURE,
        )
        assert refused == "img-src"


def test_the_recorder_sees_a_connection(tmp_path: Path) -> None:
    """The silence of the journey means something: the same recorder writes down a call to elsewhere."""
    call = "import socket; s = socket.socket(); s.settimeout(0.01); s.connect(('192.0.2.1', 9))"
    with recording(tmp_path) as connections:
        subprocess.run([sys.executable, "-c", call], check=False, capture_output=True)

    assert outgoing(connections) == ["socket.connect ('192.0.2.1', 9)"]


def test_the_app_listens_on_this_computer_only(server: Server) -> None:
    others = {str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}

    for address in others - {"127.0.0.1"}:
        with socket.socket() as probe:
            probe.settimeout(1)
            if not address.startswith("127."):
                assert probe.connect_ex((address, server.port)) != 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", server.port)) == 0
