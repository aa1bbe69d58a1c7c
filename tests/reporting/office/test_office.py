"""LibreOffice makes .odt and PDF when it is there, and leaves nothing behind when it fails."""

import contextlib
import io
import re
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from questionnaire.errors import AppError
from reporting.office import conversion as office_module
from reporting.office.conversion import AT_THE_SAME_TIME, Office, OfficeError, convert, find_office
from reporting.report import make_report
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.cases.golden import CASES

TESTED = (25, 2)
pytestmark = pytest.mark.office


@pytest.fixture(autouse=True)
def temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where conversions work; must be empty after each test."""
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def office() -> Office:
    found = find_office()
    assert found is not None, "LibreOffice is missing: run `.ci/install tools`."
    return found


@pytest.fixture(scope="module")
def report() -> bytes:
    return make_report(CASES["kern"](), PRINTED_ON)


def pretending(folder: Path, script: str, version: tuple[int, int] = (7, 4)) -> Office:
    """A LibreOffice that does what `script` says; $OUT is where the PDF is expected."""
    path = folder / "soffice"
    find_target = 'while [ $# -gt 0 ]; do [ "$1" = --outdir ] && OUT=$2/rapport.pdf; shift; done'
    path.write_text(f"#!/bin/sh\n{find_target}\n{script}\n", "utf-8")
    path.chmod(0o755)
    return Office(path, version)


def is_running(pid: int) -> bool:
    with contextlib.suppress(OSError):  # ended meanwhile
        return Path(f"/proc/{pid}/stat").read_text("utf-8").split(") ")[1][0] != "Z"
    return False


def soon(holds: Callable[[], bool]) -> bool:
    """Whether something holds within a few seconds: what was killed takes a moment to end."""
    deadline = time.monotonic() + 5
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.05)
    return holds()


def commands_running() -> Iterator[bytes]:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):  # ended meanwhile, or not ours
            yield path.read_bytes()


def test_a_pdf_is_tagged_and_meant_to_last(report: bytes, office: Office) -> None:
    pdf = convert(report, "pdf", office)
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in pdf
    assert re.search(rb"/MarkInfo<</Marked true>>", pdf)
    assert re.search(rb"/Lang\(nl-NL\)", pdf)


def test_a_pdf_says_that_it_is_pdf_ua_from_a_tested_version_only(report: bytes, office: Office) -> None:
    assert b"pdfuaid" not in convert(report, "pdf", replace(office, version=(7, 4)))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in convert(report, "pdf", replace(office, version=TESTED))


def test_what_is_promised_follows_the_version(office: Office) -> None:
    assert replace(office, version=(7, 4)).pdf_kind == "PDF/A-2b"
    assert replace(office, version=TESTED).pdf_kind == "PDF/A-2b en PDF/UA"


def test_an_odt_holds_the_text(report: bytes, office: Office) -> None:
    with zipfile.ZipFile(io.BytesIO(convert(report, "odt", office))) as archive:
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        assert "Samenvatting voor het management" in archive.read("content.xml").decode()


def test_three_at_the_same_time_all_succeed(report: bytes, office: Office) -> None:
    with ThreadPoolExecutor(3) as threads:
        made = list(threads.map(lambda _: convert(report, "pdf", office), range(3)))
    assert all(pdf.startswith(b"%PDF-") for pdf in made)


@pytest.mark.parametrize(
    "script",
    [
        "exit 1",
        "exit 0",
        'mkdir -p "$(dirname "$OUT")" && : > "$OUT"',
        'mkdir -p "$(dirname "$OUT")" && echo geen pdf > "$OUT"',
        'mkdir -p "$(dirname "$OUT")" && echo %PDF-1.7 > "$OUT" && exit 3',
        "kill -SEGV $$",
    ],
)
def test_a_failure_is_told_with_the_way_out(script: str, tmp_path: Path) -> None:
    with pytest.raises(OfficeError) as caught:
        convert(b"docx", "pdf", pretending(tmp_path, script))
    assert str(caught.value) == (
        "Het pdf-bestand is niet gemaakt: LibreOffice kon het bestand niet maken. Het Word-bestand is er wel: "
        "download dat, en sla het in Word of LibreOffice op als pdf."
    )
    assert isinstance(caught.value, AppError)


def test_a_program_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(OfficeError, match="odt-bestand is niet gemaakt: LibreOffice kon niet starten"):
        convert(b"docx", "odt", Office(tmp_path / "weg", (7, 4)))


def test_what_takes_too_long_is_ended_with_all_it_started(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    slow = pretending(tmp_path, f"sleep 60 & echo $! $$ > '{pids}'; wait")
    start = time.monotonic()
    with pytest.raises(OfficeError, match="niet op tijd klaar"):
        convert(b"docx", "pdf", slow, time_limit=1.5)
    assert time.monotonic() - start < 10
    started = [int(pid) for pid in pids.read_text("utf-8").split()]
    assert len(started) == 2
    assert soon(lambda: not any(map(is_running, started)))


def test_the_real_one_is_ended_too(report: bytes, office: Office, temporary_folder: Path) -> None:
    with pytest.raises(OfficeError, match="niet op tijd klaar"):
        convert(report, "pdf", office, time_limit=0.4)
    assert soon(lambda: not any(str(temporary_folder).encode() in command for command in commands_running()))


def test_waiting_for_a_turn_has_an_end(tmp_path: Path) -> None:
    quick = pretending(tmp_path, "exit 1")
    for _ in range(AT_THE_SAME_TIME):
        office_module._turns.acquire()
    try:
        with pytest.raises(OfficeError, match="nog bezig met andere bestanden"):
            convert(b"docx", "pdf", quick, time_limit=0.1)
    finally:
        office_module._turns.release(AT_THE_SAME_TIME)
    with pytest.raises(OfficeError, match="kon het bestand niet maken"):
        convert(b"docx", "pdf", quick)


@pytest.mark.parametrize(
    ("says", "version"),
    [
        ("LibreOffice 7.4.7.2 40(Build:2)", (7, 4)),
        ("LibreOffice 25.2.3.2 520(Build:2)", (25, 2)),
        ("LibreOfficeDev 26.2.0.0", (26, 2)),
        ("LibreOffice 7.3.7.2 30(Build:2)", None),
        ("OpenOffice 4.1", None),
        ("", None),
    ],
)
def test_a_version_that_is_known_and_new_enough_is_found(
    says: str, version: tuple[int, int] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pretending(tmp_path, f"echo '{says}'").path
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr("shutil.which", lambda name: str(path) if name == "soffice" else None)
    monkeypatch.setattr(office_module, "PLACES", ())
    found = find_office.__wrapped__()
    assert found == (Office(path, version) if version else None)


def test_a_computer_without_libreoffice_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr(office_module, "PLACES", ())
    assert find_office.__wrapped__() is None
