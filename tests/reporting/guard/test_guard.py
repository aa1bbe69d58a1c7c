"""What may be opened is opened unchanged; what may not is refused in words, soon, and without much memory."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.errors import AppError
from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import score_assessment
from reporting.guard import EXCEL_MAIN_TYPES, Limits, RefusedFileError, open_safely
from reporting.report import STANDARD_TEMPLATE, make_report
from tests.reporting.archive import zipped
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.guard.hostile import files, parts
from tests.reporting.guard.hostile.files import HOSTILE
from tests.reporting.guard.hostile.parts import SETTINGS, SETTINGS_RELATIONS, ordinary_parts
from tests.reporting.guard.measured import in_own_process
from tests.reporting.office.resaved import saved_by_libreoffice

SECONDS, MEGABYTES = 1.0, 150


def full_report() -> bytes:
    content = questionnaire()
    return make_report(score_assessment(content, load_example(content)), PRINTED_ON)


def judged(upload: bytes, folder: Path) -> dict[str, Any]:
    """What the guard says about a file in a process of its own, in how many seconds of work and megabytes."""
    return in_own_process("tests.reporting.guard.measured", upload, folder)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_soon_small_and_in_words(name: str, tmp_path: Path) -> None:
    refused = judged(HOSTILE[name].make(), tmp_path)
    assert HOSTILE[name].says in refused["message"]
    assert re.fullmatch(r"Het bestand is niet geopend: .+\. .+\.", refused["message"]), "says not what to do"
    assert refused["seconds"] <= SECONDS
    assert refused["megabytes"] <= MEGABYTES


def test_the_measure_sees_what_a_file_takes(tmp_path: Path) -> None:
    parts = {**ordinary_parts(), "word/a.xml": b"<x>" + (b"<a/>" + b"tekst " * 50_000) * 30 + b"</x>"}
    opened = judged(zipped(parts, zipfile.ZIP_STORED), tmp_path)
    assert opened["message"] == ""
    assert opened["seconds"] > 0
    assert opened["megabytes"] >= 9 or not Path("/proc").exists()


def test_a_refusal_is_an_error_that_a_user_may_read() -> None:
    assert issubclass(RefusedFileError, AppError)


@pytest.mark.parametrize("name", files.harmless())
def test_what_only_looks_dangerous_is_opened_unchanged(name: str) -> None:
    upload = files.harmless()[name]
    with zipfile.ZipFile(io.BytesIO(upload)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    opened = open_safely(upload)
    assert dict(opened.parts) == parts
    assert opened.main_part == "word/document.xml"
    assert opened.content_types.keys() == parts.keys() - {"[Content_Types].xml"}
    assert opened.dropped == ()


def test_the_standard_template_and_a_full_report_are_opened() -> None:
    for document in (STANDARD_TEMPLATE.read_bytes(), full_report()):
        assert "word/document.xml" in open_safely(document).parts


@pytest.mark.office
def test_a_report_that_libreoffice_saved_again_is_opened(tmp_path: Path) -> None:
    assert "word/document.xml" in open_safely(saved_by_libreoffice(full_report(), tmp_path)).parts


def test_an_attached_template_is_left_out_and_named() -> None:
    opened = open_safely(files.with_attached_template())
    assert opened.dropped == ("file:///\\\\server\\huisstijl.dotm",)
    assert b"attachedTemplate" not in opened.parts[SETTINGS] + opened.parts[SETTINGS_RELATIONS]
    assert b"w:zoom" in opened.parts[SETTINGS]
    assert b"https://example.org" in opened.parts[SETTINGS_RELATIONS]


def test_a_workbook_is_opened_only_where_one_is_asked_for() -> None:
    assert open_safely(parts.workbook(), EXCEL_MAIN_TYPES).main_part == "xl/workbook.xml"
    with pytest.raises(RefusedFileError, match="ander soort bestand"):
        open_safely(zipped(ordinary_parts()), EXCEL_MAIN_TYPES)


def test_a_workbook_in_a_chart_counts_along() -> None:
    upload = parts.with_embedded(parts.workbook(extra__xml=b"<x/>" * 1 + b" " * 9_000))
    open_safely(upload, limits=Limits(total=20_000))
    with pytest.raises(RefusedFileError, match="uitgepakt is het te groot"):
        open_safely(upload, limits=Limits(total=12_000))


def test_a_name_from_the_file_cannot_spoil_the_message() -> None:
    with pytest.raises(RefusedFileError) as caught:
        open_safely(zipped({**ordinary_parts(), "word/\u202egnp." + "x" * 300: b"MZ"}))
    assert "\u202e" not in str(caught.value)
    assert len(str(caught.value)) < 400


@settings(derandomize=True, deadline=None, max_examples=400)
@given(
    at=st.integers(0, 2_000),
    length=st.integers(0, 40),
    replacement=st.binary(max_size=12),
)
def test_damage_anywhere_is_either_harmless_or_refused(at: int, length: int, replacement: bytes) -> None:
    good = zipped(ordinary_parts(), zipfile.ZIP_STORED)
    at %= len(good)
    damaged = good[:at] + replacement + good[at + length :]
    try:
        opened = open_safely(damaged)
    except RefusedFileError:
        return
    assert opened.main_part in opened.parts
