"""How a test asks for a file, and what it reads where there is none."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import lxml.html
from httpx2 import Response
from starlette.applications import Starlette
from starlette.testclient import TestClient

from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import Result, score_assessment
from questionnaire.store import Store
from reporting.office.conversion import Office
from service import files
from service.locality import REFUSAL, may_be_served

CONTENT = questionnaire()
FIRST, SECOND = CONTENT.norms[:2]
ACTION = "actie:aaaaaaaa"
NOW = datetime(2026, 12, 1, 0, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
DAY = date(2026, 12, 1)
"""The day it is at `NOW` for somebody here; in UTC it is still the day before."""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HERE = Office(Path("/nergens/soffice"), (25, 2))
WHEN_MADE = "docProps/core.xml"
"""Part of an Excel file that tells the second in which it was made."""


def browser(store: Callable[[], Store]) -> TestClient:
    """A browser on this computer; the app listens here only."""

    def locality(headers: Mapping[str, str], client: str | None) -> str:
        return "" if may_be_served("127.0.0.1", headers, client) else REFUSAL

    app = Starlette(routes=files.routes(store, locality, now=lambda: NOW))
    return TestClient(app, "http://localhost:8501", client=("127.0.0.1", 50_000), raise_server_exceptions=False)


def result_of(store: Store, assessment: str) -> Result:
    """The score of what is stored."""
    return score_assessment(CONTENT, store.load(assessment).assessment)


def inside(content: bytes) -> object:
    """What must be equal in two files: the parts of an Office file, without the moment it was made; else all."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        is_excel = "xl/workbook.xml" in names
        return {name: package.read(name) for name in names if not (is_excel and name == WHEN_MADE)}


def why(answer: Response) -> str:
    """What a page says that stands in place of a file; checked as a page."""
    page = lxml.html.fromstring(answer.content)
    assert (page.get("lang"), page.findtext(".//title")) == ("nl", "Geen bestand · Was-wordt lijst")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "content-disposition" not in answer.headers
    assert "Traceback" not in answer.text
    return " ".join(str(page.xpath("string(.//main)")).split())


def ways_back(answer: Response) -> list[str]:
    """Where the links on such a page lead."""
    return [link.get("href", "") for link in lxml.html.fromstring(answer.content).iter("a")]
