"""What an uploaded Office file may measure, what is left of that while it is read, and how it is refused."""

from dataclasses import dataclass

from questionnaire.errors import InvalidInputError

MB = 1 << 20


class RefusedFileError(InvalidInputError):
    """An uploaded file that will not be opened; the message says which part, what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Limits:
    """All limits of the guard; sizes in bytes. Room for hundreds of pages, and refused within a second."""

    file: int = 10 * MB
    parts: int = 400
    part: int = 15 * MB
    total: int = 40 * MB
    """All parts unpacked, those of workbooks inside charts included."""
    ratio: int = 200
    """How many times larger a part of more than `ratio_from` may become when it is unpacked."""
    ratio_from: int = MB
    directory: int = 400 * 1024
    """The zip's list of parts: about a kilobyte for each part."""
    nodes: int = 300_000
    """Elements, comments and instructions in all parts together; counted as "<" that does not end an element."""
    attributes: int = 1_000_000
    """In all parts together; counted as "=", in text too."""
    stretch: int = 512 * 1024
    """Bytes without "<": in one tag with its attributes, or in one text."""
    depth: int = 200
    """Elements within elements; lxml stops at 256."""
    form: int = 200_000
    """"<" in the text of a form to fill in: more than twice those of the whole list, filled in."""


LIMITS = Limits()


@dataclass(slots=True)
class Budget:
    """What is left while one uploaded file is read, workbooks inside it included."""

    limits: Limits
    total: int = 0
    nodes: int = 0
    attributes: int = 0

    def __post_init__(self) -> None:
        self.total, self.nodes, self.attributes = self.limits.total, self.limits.nodes, self.limits.attributes


def refusal(problem: str, advice: str, part: str = "") -> RefusedFileError:
    """The error to raise: nothing was opened, what is wrong in which part, and what to do about it.

    >>> print(refusal("er staat een macro in", "Verwijder de macro.", "word/vbaProject.bin"))
    Het bestand is niet geopend: er staat een macro in (onderdeel word/vbaProject.bin). Verwijder de macro.
    """
    where = f" (onderdeel {printable(part)})" if part else ""
    return RefusedFileError(f"Het bestand is niet geopend: {problem}{where}. {advice}")


def printable(text: str, longest: int = 80) -> str:
    """A name from the file, fit to show: without control characters and not too long."""
    shown = "".join(character if character.isprintable() else "?" for character in text)
    return shown if len(shown) <= longest else f"{shown[:longest]}…"
