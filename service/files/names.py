"""What files are called and which kind they are."""

from enum import StrEnum

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
PDF = "application/pdf"
CSV = "text/csv"
CALENDAR = "text/calendar"
JSON = "application/json"
MARKDOWN = "text/markdown"


def file_name(organisation: str, day: str) -> str:
    """A file name without spaces or signs that some systems refuse.

    >>> file_name("Gemeente Bergen (L.)", "2026-11-22")
    'was-wordt-gemeente-bergen-l-2026-11-22'
    """
    words = "".join(sign if sign.isalnum() else " " for sign in organisation.lower()).split()
    return "-".join(["was-wordt", *words, day])


class Program(StrEnum):
    """What a form is made for; the values are the words on screen."""

    WORD = "Word"
    EXCEL = "Excel"


ENDINGS = {Program.WORD: "docx", Program.EXCEL: "xlsx"}
MIMES = {Program.WORD: WORD, Program.EXCEL: EXCEL}


def form_name(organisation: str, number: str, program: Program) -> str:
    """The file name of a form; without a number for one that is not registered.

    >>> form_name("Gemeente Bergen", "K7QX-3M2P", Program.WORD)
    'was-wordt-gemeente-bergen-invullijst-K7QX-3M2P.docx'
    """
    words = "-".join(filter(None, ("invullijst", number)))
    return f"{file_name(organisation, words)}.{ENDINGS[program]}"
