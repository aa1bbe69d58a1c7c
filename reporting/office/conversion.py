"""LibreOffice, when it is on this computer: our own Word files as .odt or PDF, never somebody else's file.

LibreOffice fetches what a document links to; only what passed the guard and was filled by us is safe to convert.
"""

import contextlib
import functools
import json
import logging
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from questionnaire.errors import AppError

Target = Literal["odt", "pdf", "layout"]
"""Kind of file; "layout" is a plain PDF that tells on which page every bookmark is."""

OLDEST = (7, 4)
"""The first version that takes the options of the PDF by name."""
PDF_UA_TESTED = frozenset({(25, 2)})
"""Versions (year, month) whose PDF passed two checkers on PDF/UA. 7.4 did not: it drops the alt text of charts."""
TIME_LIMIT = 90.0
"""Seconds for one conversion, waiting for others included. A full report takes two to six."""
VERSION_TIME_LIMIT = 20.0
AT_THE_SAME_TIME = 2
"""Conversions at once; each takes about 250 MB."""

PROGRAMS = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "/opt/libreoffice/program/soffice",
)
WORD_IS_THERE = "Het Word-bestand is er wel: download dat, en sla het in Word of LibreOffice op als {0}."
ZIP, PDF = b"PK\x03\x04", b"%PDF-"

log = logging.getLogger(__name__)
_turns = threading.BoundedSemaphore(AT_THE_SAME_TIME)


class OfficeError(AppError):
    """LibreOffice could not make the file; the message says so, and that the Word file is still there."""


@dataclass(frozen=True, slots=True)
class Output:
    """What comes out of a conversion, and what to say when it does not."""

    ending: str
    first_bytes: bytes
    missing: str
    way_out: str


OUTPUTS: Mapping[Target, Output] = {
    "odt": Output("odt", ZIP, "Het odt-bestand is niet gemaakt", WORD_IS_THERE.format("odt")),
    "pdf": Output("pdf", PDF, "Het pdf-bestand is niet gemaakt", WORD_IS_THERE.format("pdf")),
    "layout": Output(
        "pdf",
        PDF,
        "De paginanummers in de inhoudsopgave zijn niet gemaakt",
        "Het Word-bestand is er wel, zonder die nummers. In Word krijgt u ze zo: klik op de inhoudsopgave en druk "
        "op F9.",
    ),
}


@dataclass(frozen=True, slots=True)
class Office:
    """An installed LibreOffice."""

    path: Path
    version: tuple[int, int]
    """Year and month, as in 25.2; or the old numbers, as in 7.4."""

    @property
    def may_claim_pdf_ua(self) -> bool:
        """Whether a PDF from this version may say that it is PDF/UA."""
        return self.version in PDF_UA_TESTED

    @property
    def pdf_kind(self) -> str:
        """What to promise on screen."""
        return "PDF/A-2b en PDF/UA" if self.may_claim_pdf_ua else "PDF/A-2b"


@functools.cache
def find_office() -> Office | None:
    """The LibreOffice on this computer; None when there is none that is new enough and answers. Found once."""
    paths = (*map(shutil.which, PROGRAMS), *(place for place in PLACES if Path(place).is_file()))
    return next((office for path in paths if path and (office := _ask_version(Path(path)))), None)


def _ask_version(path: Path) -> Office | None:
    with tempfile.TemporaryDirectory(prefix="was-wordt-", ignore_cleanup_errors=True) as folder:
        code, said = _run([str(path), _profile(Path(folder)), "--headless", "--version"], VERSION_TIME_LIMIT)
    found = re.search(r"LibreOffice\D* (\d+)\.(\d+)", said)
    if code != 0 or found is None:
        log.warning("LibreOffice at %s does not tell its version: %s", path, said)
        return None
    version = int(found[1]), int(found[2])
    return Office(path, version) if version >= OLDEST else None


def convert(docx: bytes, target: Target, office: Office, time_limit: float = TIME_LIMIT) -> bytes:
    """Turn a Word file that we made ourselves into `target`.

    Takes seconds. Safe to call from several threads: each call has a profile and a folder of its own, and at most
    `AT_THE_SAME_TIME` run at once. All that LibreOffice started is ended when it takes too long.

    Args:
        docx: made by this product. Never an upload.
        target: kind of file. Not .docx: Word finds errors in what LibreOffice writes.
        office: from `find_office`.
        time_limit: in seconds, waiting for a turn included.

    Raises:
        OfficeError: it failed or took too long.
    """
    deadline = time.monotonic() + time_limit
    if not _turns.acquire(timeout=time_limit):
        raise failed(target, "LibreOffice is nog bezig met andere bestanden")
    try:
        with tempfile.TemporaryDirectory(prefix="was-wordt-", ignore_cleanup_errors=True) as folder:
            return _convert_in(Path(folder), docx, target, office, deadline - time.monotonic())
    except OSError as error:
        raise failed(target, "LibreOffice kon niet starten") from error
    finally:
        _turns.release()


def _convert_in(folder: Path, docx: bytes, target: Target, office: Office, time_limit: float) -> bytes:
    output = OUTPUTS[target]
    source, made = folder / "rapport.docx", folder / "uit" / f"rapport.{output.ending}"
    source.write_bytes(docx)
    options = ("--headless", "--norestore", "--nologo", "--convert-to", _filter(target, office))
    command = [str(office.path), _profile(folder), *options, "--outdir", str(made.parent), str(source)]
    code, said = _run(command, time_limit)
    if code is None:
        raise failed(target, "LibreOffice was niet op tijd klaar")
    result = made.read_bytes() if made.is_file() else b""
    if code != 0 or not result.startswith(output.first_bytes):
        log.warning("LibreOffice ended with %s: %s", code, said)
        raise failed(target, "LibreOffice kon het bestand niet maken")
    return result


def failed(target: Target, why: str) -> OfficeError:
    """The error to raise: what is not there, why, and what is there."""
    return OfficeError(f"{OUTPUTS[target].missing}: {why}. {OUTPUTS[target].way_out}")


def _profile(folder: Path) -> str:
    """A profile for this call alone: two LibreOffices with one profile get in each other's way."""
    return f"-env:UserInstallation={(folder / 'profiel').as_uri()}"


def _filter(target: Target, office: Office) -> str:
    """The output filter; a PDF is tagged PDF/A-2b with bookmarks, and PDF/UA only where that was tested."""
    if target == "odt":
        return target
    if target == "layout":
        return _pdf({"ExportBookmarksToPDFDestination": True, "IsSkipEmptyPages": False, "UseTaggedPDF": False})
    tagged = {"UseTaggedPDF": True, "ExportBookmarks": True, "PDFUACompliance": office.may_claim_pdf_ua}
    return _pdf({"SelectPdfVersion": 2, **tagged})


def _pdf(options: Mapping[str, bool | int]) -> str:
    typed = {
        name: {"type": "boolean" if isinstance(value, bool) else "long", "value": str(value).lower()}
        for name, value in options.items()
    }
    return f"pdf:writer_pdf_Export:{json.dumps(typed, separators=(',', ':'))}"


def _run(command: Sequence[str], time_limit: float) -> tuple[int | None, str]:
    """Run to the end or to the time limit; gives the exit code (None: too late) and what was said.

    What is said goes to a file: a child that lives on could keep a pipe open.
    """
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603 - our own words and paths only
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
            start_new_session=True,
        )
        try:
            code = process.wait(time_limit)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            _end_with_children(process)
        said.seek(0)
        return code, said.read(2_000).decode(errors="replace")


def _end_with_children(process: subprocess.Popen[bytes]) -> None:
    """End what is left: soffice is a small program that starts the real one."""
    if sys.platform == "win32":
        taskkill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(taskkill, capture_output=True, check=False)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
