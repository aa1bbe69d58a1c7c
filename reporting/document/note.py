"""Every text of the building blocks for a note to the executive, in the order of such a note."""

from dataclasses import dataclass
from typing import Annotated

from reporting.document.fields import Decisions
from reporting.document.front_matter import FrontMatter
from reporting.document.pieces import Line, Tag


@dataclass(frozen=True, slots=True)
class NoteContent(FrontMatter):
    """One page; what only the municipality knows says that it is to be filled in."""

    particulars_line: Annotated[
        str, Tag("kenmerkregel", "wie het opstelt en wie het inbrengt", "Portefeuillehouder: in te vullen")
    ]
    summary: Annotated[tuple[Line, ...], Tag("samenvatting", "het oordeel in woorden")]
    decisions: Decisions
    occasion: Annotated[tuple[Line, ...], Tag("aanleiding", "waarom dit nu voorligt")]
    effect: Annotated[tuple[Line, ...], Tag("effect", "wat het college ermee bereikt")]
    arguments: Annotated[tuple[Line, ...], Tag("argumenten", "wat voor de besluiten pleit")]
    remarks: Annotated[tuple[Line, ...], Tag("kanttekeningen", "wat erbij te bedenken is")]
    finance: Annotated[tuple[Line, ...], Tag("financien", "geld, in te vullen")]
    communication: Annotated[tuple[Line, ...], Tag("communicatie", "wie het hoort, deels in te vullen")]
    follow_up: Annotated[tuple[Line, ...], Tag("vervolg", "wat er na het besluit gebeurt")]
    attached: Annotated[tuple[Line, ...], Tag("bijgevoegd", "wat bij de nota hoort")]
