"""Take the parts out of an uploaded zip, after checks on everything that the zip says about itself."""

import io
import re
import struct
import zipfile
import zlib

from reporting.guard.limits import MB, Budget, Limits, refusal
from reporting.guard.xml_parts import SAVE_AGAIN, SMALLER

ZIP_START, ZIP_END, ZIP64 = b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x07"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
WRONG_NAME = re.compile(r"^/|\\|//|(^|/)\.\.?(/|$)|:|[\x00-\x1f\x7f]|%(2e|2f|5c)", re.IGNORECASE)
OLE_START, PROGRAM_START = b"\xd0\xcf\x11\xe0", b"MZ"
OTHER_KIND = "Kies een Word-bestand (.docx), of sla dit bestand in Word op als 'Word-document (*.docx)'."
NO_OFFICE_FILE = "het is geen Word-bestand (.docx)"
DAMAGED = "het is beschadigd"


def unpack(upload: bytes, budget: Budget, inside: str) -> dict[str, bytes]:
    """All parts, after checks on everything that the zip says about them."""
    _check_outside(upload, budget.limits, inside)
    try:
        with zipfile.ZipFile(io.BytesIO(upload)) as archive:
            entries = [entry for entry in archive.infolist() if not (entry.is_dir() and entry.file_size == 0)]
            _check_entries(entries, budget)
            return {entry.filename: _read(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError, struct.error) as error:
        raise refusal(DAMAGED, SAVE_AGAIN, inside) from error


def _check_outside(upload: bytes, limits: Limits, inside: str) -> None:
    """Size, kind of file, and the size of the zip's own list, before that list is read."""
    if len(upload) > limits.file:
        raise refusal(f"het is groter dan {limits.file // MB} MB", SMALLER, inside)
    if upload.startswith(OLE_START):
        if ENCRYPTED in upload:
            raise refusal(
                "er zit een wachtwoord op", "Haal het wachtwoord eraf in Word en probeer het opnieuw.", inside
            )
        raise refusal("het is een oud Word-bestand (.doc)", SAVE_AGAIN, inside)
    if not upload.startswith(ZIP_START):
        raise refusal(NO_OFFICE_FILE, OTHER_KIND, inside)
    end = upload[-22:]
    if not end.startswith(ZIP_END) or upload[-42:-38] == ZIP64:
        raise refusal(DAMAGED, SAVE_AGAIN, inside)
    size, start = struct.unpack("<LL", end[12:20])
    if size > limits.directory:
        raise refusal(f"het bestaat uit meer dan {limits.parts} onderdelen", SAVE_AGAIN, inside)
    if start + size + len(end) != len(upload):
        raise refusal(DAMAGED, SAVE_AGAIN, inside)


def _check_entries(entries: list[zipfile.ZipInfo], budget: Budget) -> None:
    limits = budget.limits
    if len(entries) > limits.parts:
        raise refusal(f"het bestaat uit meer dan {limits.parts} onderdelen", SAVE_AGAIN)
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if WRONG_NAME.search(name):
            raise refusal("een onderdeel heeft een naam die niet mag", SAVE_AGAIN, name)
        if name.lower() in seen:
            raise refusal("een onderdeel staat er twee keer in", SAVE_AGAIN, name)
        seen.add(name.lower())
        if entry.flag_bits & 1:
            raise refusal("er zit een wachtwoord op", "Haal het wachtwoord eraf en probeer het opnieuw.", name)
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise refusal("een onderdeel is op een onbekende manier ingepakt", SAVE_AGAIN, name)
        budget.total -= entry.file_size
        is_bomb = entry.file_size > limits.ratio_from and entry.file_size > limits.ratio * entry.compress_size
        if entry.file_size > limits.part or budget.total < 0 or is_bomb:
            raise refusal("uitgepakt is het te groot", SMALLER, name)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """One part; never more bytes than it said to have, and its checksum is right."""
    with archive.open(entry) as stream:
        part = stream.read(entry.file_size + 1)
    if len(part) != entry.file_size:
        raise refusal("een onderdeel is niet zo groot als het zegt", SAVE_AGAIN, entry.filename)
    return part
