"""What is found in one cell or paragraph of a Word file."""

from dataclasses import dataclass, field
from enum import Enum

from lxml.etree import _Element as Element


class Odd(Enum):
    """What can stand in a cell beside plain text, in Dutch."""

    PICTURE = "een plaatje"
    REMARK = "een opmerking of voetnoot van Word"
    SYMBOL = "een teken uit een symbolenlettertype"
    OTHER = "een formule of iets anders dat geen gewone tekst is"
    BOX = "een tekstvak"
    NESTED = "een tabel in het vak"

    @property
    def is_read(self) -> bool:
        """Whether its text was taken along."""
        return self in (Odd.BOX, Odd.NESTED)


@dataclass(frozen=True, slots=True)
class Control:
    """What matters of a content control."""

    tag: str = ""
    """Only a tag of ours; "" for every other control."""
    is_placeholder: bool = False
    """Whether Word says that nothing was filled in."""
    full_date: str = ""
    """The day that the calendar of the control has, as yyyy-mm-dd."""
    title: str = ""
    """What Word shows above it (alias); LibreOffice keeps it where it loses the tag."""


@dataclass(slots=True)
class ReadText:
    """What was found in one cell or paragraph, in the order in which it stands there."""

    pieces: list[tuple[Control | None, str]] = field(default_factory=list)
    """Texts, each with the control of ours around it; a line end is a piece of its own."""
    controls: list[Control] = field(default_factory=list)
    """All controls of ours, empty ones too."""
    deleted: list[str] = field(default_factory=list)
    has_insertion: bool = False
    doubtful: list[str] = field(default_factory=list)
    """Texts that the file calls placeholders, but that we do not know as such; not in `pieces`."""
    odd: set[Odd] = field(default_factory=set)
    tables: list[Element] = field(default_factory=list)
    """Tables of the form that stand in this cell; not in `pieces`."""
    spans: list[tuple[str, int, int]] = field(default_factory=list)
    """Title of each control that has one, ours or not, with where its text begins and ends in `pieces`."""
    merge: str = ""
    """Of a cell: "restart" or "continue" when it is one with the cell below or above."""

    @property
    def text(self) -> str:
        """All of it."""
        if len(self.pieces) == 1:
            return self.pieces[0][1]
        return "".join(text for _, text in self.pieces)

    @property
    def inside(self) -> str:
        """What stands in controls of ours."""
        if len(self.pieces) == 1:
            return self.pieces[0][1] if self.pieces[0][0] is not None else ""
        return "".join(text for control, text in self.pieces if control is not None)

    @property
    def outside(self) -> str:
        """What stands beside them."""
        return "".join(text for control, text in self.pieces if control is None)
