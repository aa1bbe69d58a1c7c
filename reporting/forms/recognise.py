"""Which kind of file somebody uploaded, and reading it: the one way in for files that come back.

What the file says about itself counts first, then what is in it; its name only helps to word a refusal.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from questionnaire.comparison.earlier_files import bring_file
from questionnaire.comparison.offered import OfferedFile, Source
from questionnaire.comparison.offered_assessment import offered_assessment
from questionnaire.errors import InvalidInputError, NotFoundError
from questionnaire.loading.loader import CONTENT
from questionnaire.model.assessment import Assessment
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.versions.history import content_of
from questionnaire.versions.opening import open_file
from questionnaire.versions.path import bring, way_between
from questionnaire.versions.transition import Transition
from reporting.forms.comments.reading import read_comments
from reporting.forms.excel.reading import read_excel_form
from reporting.forms.layout import NORM_LABEL, TAG_START
from reporting.forms.own_list.reading import OldList, read_old_list
from reporting.forms.word.reading import read_word_form
from reporting.guard import EXCEL_MAIN_TYPES, WORD_MAIN_TYPES, GuardedPackage, RefusedFileError, open_safely
from reporting.package.identity import FileKind, Property
from reporting.package.parts import own_properties

NOTHING_READ = "Er is niets gelezen."
FITTING = (
    "Kies een invullijst in Word (.docx) of Excel (.xlsx), een rapport uit deze app met opmerkingen (.docx), een "
    "eigen was-wordt lijst in Word (.docx) of een bewaarde zelfbeoordeling (.json)."
)
UNKNOWN = f"Dit bestand herkennen wij niet. {NOTHING_READ} {FITTING}"
OLE_START, ZIP_START, PDF_START, RTF_START = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"%PDF-", b"{\\rtf"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
NORM_MARK = f">{NORM_LABEL}".encode()
"""Stands in every form; a long document without it is not searched for norms."""
FIRST_BYTES = 4_096
"""As much of a file as is looked at to tell its kind."""
EXCEL_WORDS = {
    "in Word": "in Excel",
    "Word-document (*.docx)": "Excel-werkmap (*.xlsx)",
    "Word-bestand (.docx)": "Excel-bestand (.xlsx)",
    " (Alt+F9 laat de velden zien)": "",
}
"""What the guard says of a Word file, as it is said of an Excel file."""


class _Other(Enum):
    """Kinds of files that we do not read, with what somebody can do."""

    EMPTY = "Dit bestand is leeg. {} Kies het bestand opnieuw, of vraag het nog eens aan wie het stuurde."
    PDF = (
        "Dit is een PDF. {} Een PDF kunnen wij niet teruglezen. Vraag om het Word- of Excel-bestand waar hij van "
        "is gemaakt, of neem de antwoorden zelf over."
    )
    LOCKED = (
        "Op dit bestand zit een wachtwoord. {} Open het, haal het wachtwoord eraf (Bestand > Info > Document of "
        "werkmap beveiligen > Versleutelen met wachtwoord: maak het vak leeg), sla het op en probeer het opnieuw."
    )
    OLD_WORD = (
        "Dit is een oud Word-bestand (.doc). {} Open het in Word, kies Bestand > Opslaan als > Word-document "
        "(.docx) en probeer het opnieuw."
    )
    OLD_EXCEL = (
        "Dit is een oud Excel-bestand (.xls). {} Open het in Excel, kies Bestand > Opslaan als > Excel-werkmap "
        "(.xlsx) en probeer het opnieuw."
    )
    OPEN_TEXT = (
        "Dit is een OpenDocument-bestand (.odt). {} Open het in LibreOffice of Word, kies Opslaan als > "
        "Word-document (.docx) en probeer het opnieuw."
    )
    OPEN_SHEET = (
        "Dit is een OpenDocument-bestand (.ods). {} Open het in LibreOffice of Excel, kies Opslaan als > "
        "Excel-werkmap (.xlsx) en probeer het opnieuw."
    )
    RICH_TEXT = (
        "Dit is een RTF-bestand. {} Open het in Word, kies Bestand > Opslaan als > Word-document (.docx) en "
        "probeer het opnieuw."
    )
    UNKNOWN = UNKNOWN.replace(NOTHING_READ, "{}")

    @property
    def refusal(self) -> InvalidInputError:
        """The error to raise."""
        return InvalidInputError(self.value.format(NOTHING_READ))


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is, and what is needed to read it."""

    source: Source
    package: GuardedPackage | None = None
    """What the guard let pass; None for JSON."""
    is_certain: bool = True
    """Whether it says so itself; otherwise its content is still to show what it is."""


def read_upload(upload: bytes, name: str, content: Questionnaire, folder: Path = CONTENT) -> OfferedFile | OldList:
    """Recognise an uploaded file and read it; an `OldList` still needs a person for every row.

    Args:
        upload: all of the file.
        name: as the user knows it.
        content: all of the questionnaire, not only the core.
        folder: with the content and its earlier versions; a file of one of those is brought to that of `content`.

    Raises:
        InvalidInputError: it is refused, is none of our kinds, or cannot be read; with what to do.
    """
    found = recognise(upload, name)
    if found.package is None:
        return offered_assessment(_brought(open_file(upload, folder, content), content.version, folder), name)
    reader = _READERS[found.source] if found.is_certain else _read_by_content
    stated = own_properties(found.package.parts).get(Property.CONTENT_VERSION.value, "")
    way = _way(stated, content.version, folder)
    read = reader(found.package, name, way[0][1] if way else content)
    if isinstance(read, OfferedFile) and read.identity.content_version != stated:  # its first table counts
        way = _way(read.identity.content_version, content.version, folder)
        read = reader(found.package, name, way[0][1]) if way else read
    return bring_file(read, way) if isinstance(read, OfferedFile) else read


def _brought(assessment: Assessment, version: str, folder: Path) -> Assessment:
    """The assessment in this version of the content; as it is when no way leads there: it is refused later on."""
    try:
        return bring(assessment, version, folder).assessment
    except NotFoundError:
        return assessment


def _way(old: str, new: str, folder: Path) -> list[tuple[Transition, Questionnaire]]:
    """The transitions between two versions, each with the content that it leads from; none without a way."""
    try:
        way = way_between(old, new, folder) if old else []
    except NotFoundError:
        return []
    return [(transition, content_of(transition.old_version, folder)) for transition in way]


def recognise(upload: bytes, name: str) -> Recognised:
    """What an uploaded file is; checked by the guard, but not read yet.

    Raises:
        InvalidInputError: it is refused or is none of our kinds; with what to do.
    """
    other = _other_kind(upload)
    if other is not None:
        raise other.refusal
    if not upload.startswith(ZIP_START):
        return Recognised(Source.ASSESSMENT)
    package = _guarded(upload, name)
    if package.content_types[package.main_part] in EXCEL_MAIN_TYPES:
        return Recognised(Source.EXCEL_FORM, package)
    kind = own_properties(package.parts).get(Property.KIND.value, "")
    if kind == FileKind.FORM or f'"{TAG_START}|'.encode() in package.parts[package.main_part]:
        return Recognised(Source.WORD_FORM, package)
    if kind in set(FileKind):
        return Recognised(Source.COMMENTS, package)
    return Recognised(Source.OLD_LIST, package, is_certain=False)


def _other_kind(upload: bytes) -> _Other | None:
    """What it is when we do not read it; None for a zip and for what may be JSON."""
    start = upload[:FIRST_BYTES].removeprefix(BYTE_ORDER_MARK).lstrip()
    if not start:
        return _Other.EMPTY
    if start.startswith(OLE_START):
        return _old_office(upload)
    if start.startswith(ZIP_START):
        if b"mimetypeapplication/vnd.oasis.opendocument.text" in start[:120]:
            return _Other.OPEN_TEXT
        return _Other.OPEN_SHEET if b"mimetypeapplication/vnd.oasis.opendocument" in start[:120] else None
    for beginning, kind in ((PDF_START, _Other.PDF), (RTF_START, _Other.RICH_TEXT)):
        if start.startswith(beginning):
            return kind
    return None if start.startswith(b"{") else _Other.UNKNOWN


def _old_office(upload: bytes) -> _Other:
    """Word and Excel of before 2007, or a newer file with a password: all have the same beginning."""
    kinds = {"EncryptedPackage": _Other.LOCKED, "WordDocument": _Other.OLD_WORD, "Workbook": _Other.OLD_EXCEL}
    return next((kind for name, kind in kinds.items() if name.encode("utf-16-le") in upload), _Other.UNKNOWN)


def _guarded(upload: bytes, name: str) -> GuardedPackage:
    """The parts of a Word or Excel file that the guard lets pass; its refusal in words that fit the file."""
    try:
        return open_safely(upload, WORD_MAIN_TYPES | EXCEL_MAIN_TYPES)
    except RefusedFileError as error:
        message = str(error)
        if name.lower().endswith((".xlsx", ".xlsm", ".xlsb", ".xltx")) or b"xl/workbook" in upload:
            for word, excel in EXCEL_WORDS.items():
                message = message.replace(word, excel)
        raise RefusedFileError(message) from error


Reader = Callable[[GuardedPackage, str, Questionnaire], OfferedFile | OldList]
_READERS: Mapping[Source, Reader] = {
    Source.WORD_FORM: read_word_form,
    Source.EXCEL_FORM: read_excel_form,
    Source.COMMENTS: read_comments,
    Source.OLD_LIST: read_old_list,
}


def _read_by_content(package: GuardedPackage, name: str, content: Questionnaire) -> OfferedFile | OldList:
    """A Word file that does not say what it is: a form without properties, our report, or somebody's own list."""
    if NORM_MARK in package.parts[package.main_part]:
        with suppress(InvalidInputError):
            return read_word_form(package, name, content)
    if any(part.startswith("word/comments") for part in package.parts):
        comments = read_comments(package, name, content)
        if comments.values:
            return comments
    return read_old_list(package, name, content)
