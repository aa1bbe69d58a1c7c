"""What a session has on its desk of one assessment: the form it made last, and files that it is reading back.

It goes with the assessment: who opens another one begins with an empty desk.
"""

from dataclasses import dataclass, field
from datetime import date

from questionnaire.comparison.matching import OldRow, Proposal
from questionnaire.comparison.model import Base, Comparison, Pick
from questionnaire.comparison.offered import Finding, OfferedFile
from questionnaire.store import FormRecord


@dataclass(frozen=True, slots=True)
class MadeForm:
    """A form that was just made, to download and to send."""

    number: str
    """Empty for a form that is not registered: of the example, or of what was settled."""
    file_name: str
    address: str
    """Where the file is made, each time it is asked for."""
    norms: int
    """How many norms are in it."""
    until: date | None = None
    """When it should be back; None when that was not said."""
    note: str = ""
    """In Dutch: what is different from what somebody may expect; empty for nothing."""


@dataclass(slots=True)
class OwnList:
    """Somebody's own was-wordt list, of which a person says per row which norm it is about."""

    rows: tuple[OldRow, ...]
    proposals: tuple[tuple[Proposal, ...], ...]
    """For each row the norms that it may be about, nearest first."""
    confirmed: dict[int, str] = field(default_factory=dict)
    """Norm ids by place of the row; "" for one that is not taken over. Without an entry nobody chose yet."""
    first: int = 0
    """Place of the first row on screen."""
    moves: int = 0
    """How often the reader went to other rows."""
    is_stale: bool = False
    """Whether the page still shows a comparison of before the last change."""

    @property
    def is_waiting(self) -> bool:
        """Whether somebody must still say for a row which norm it is about."""
        return len(self.confirmed) < len(self.rows)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was uploaded and read, or refused; its bytes are not kept."""

    name: str
    """As the user knows it; no two files on the desk have the same."""
    sha256: str
    offered: OfferedFile | None
    """None when it was refused, and for an own list before somebody confirmed rows."""
    refusal: str = ""
    """In Dutch; empty when it was read."""
    findings: tuple[Finding, ...] = ()
    """About the file as a whole, beside what `offered` tells."""
    form: FormRecord | None = None
    """The form that was handed out, when it is known here."""
    base: Base | None = None
    own_list: OwnList | None = None


@dataclass
class Desk:
    """All of it; empty at first."""

    made: MadeForm | None = None
    files: list[ReadFile] = field(default_factory=list)
    """In the order in which they were read."""
    comparison: Comparison | None = None
    """Of the files with the assessment; None while there is nothing to compare."""
    uploads: int = 0
    """How often files were read: each time the upload field begins empty again."""
    choices: dict[str, Pick] = field(default_factory=dict)
    """What was chosen, by `Row.choice_id`."""
    turn: int = 0
    """Goes up with every new comparison and bulk choice, so that each begins with inputs of its own."""
    first: int = 0
    """Place of the first card on screen."""
    moves: int = 0
    """How often the reader went to other cards."""
    only_open: bool = False
    """Whether only what somebody must choose is shown."""
    message: str = ""
    """What was saved last, fit for markdown; empty when nothing was."""
    saves: int = 0
    """How often something was saved."""
    saved: tuple[str, ...] = ()
    """Ids of the norms in which something was saved last."""
    trouble: str = ""
    """Why nothing was saved; empty when nothing went wrong."""
    is_outdated: bool = False
    """Whether somebody else saved something after the comparison was made."""
