"""From the rows of a table to blocks: each starts with the row that names a norm."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from questionnaire.comparison.offered import Severity
from questionnaire.model.questionnaire import Norm
from reporting.forms.layout import LABELS, NORM_LABEL
from reporting.forms.reading.names import NORM_KEY, NamedNorm, NormNames, field_of, key
from reporting.forms.reading.offers import Offers, place_of
from reporting.forms.reading.rows import FieldRow, field_row, tracked_changes
from reporting.forms.reading.tables import Row, Table
from reporting.forms.values import quoted

LONGEST_START = 20
"""A cell that says "Norm" is not longer, with spaces and signs."""
LONGEST_NAME = 200
"""No title is longer, with its number and some spaces."""
SIGNS = " \n\t:·"
LABELLED = frozenset(LABELS.values())


@dataclass(slots=True)
class Block:
    """The rows that belong together, up to the next row that starts a norm or the end of the table."""

    table: int
    number: int = 0
    """Row that starts it; 0 when no row does."""
    named: NamedNorm | None = None
    is_swapped: bool = False
    """Whether the labels stand on the right."""
    rows: list[FieldRow] = field(default_factory=list)

    @property
    def norm(self) -> Norm | None:
        """The norm that the first row names, when it names one."""
        return self.named.norm if self.named else None


def blocks_of(table: Table, names: NormNames, offers: Offers) -> Iterator[Block]:
    """The blocks of a table that are of a form; what was tracked in rows without a field is told to `offers`."""
    block = Block(table.number)
    for row in table.rows:
        if row.is_deleted:
            _tell_deleted(block, row, offers)
        elif (started := _started(row, table.number, names)) is not None:
            yield from _if_of_form(block)
            block = started
            _tell_changes(block, row, offers)
        elif (found := field_row(row, is_swapped=block.is_swapped)) is not None:
            block.rows.append(found)
    yield from _if_of_form(block)


def _if_of_form(block: Block) -> Iterator[Block]:
    if block.named or any(row.labelled or row.tags for row in block.rows):
        yield block


def _started(row: Row, table: int, names: NormNames) -> Block | None:
    """The block that this row starts, or None."""
    cells = row.cells
    if not cells:
        return None
    first, last = cells[0].text, cells[-1].text
    named: NamedNorm | None = None
    is_swapped = False
    if len(cells) == 1:
        found = names.named((first.strip()[len(NORM_KEY) :] if _says_norm(first[:6]) else first).strip(SIGNS))
        named = found if found.is_whole else None
    elif _says_norm(first):
        named = names.named("\n".join(cell.text.strip() for cell in cells[1:] if cell.text.strip()))
    elif any(cell.controls for cell in cells) or any(field_of(text.strip()) for text in (first, last)):
        named = None
    elif _says_norm(last):
        is_swapped = True
        named = found if (found := names.named(first)).norm else None
    elif len(last) < LONGEST_NAME and (found := names.named(last)).is_whole:
        named = NamedNorm(found.norm, note=f"het kopje ‘Norm’ is nu {quoted(first)}")
    return Block(table, row.number, named, is_swapped) if named else None


def _says_norm(text: str) -> bool:
    return text == NORM_LABEL or (len(text) <= LONGEST_START and text not in LABELLED and key(text) == NORM_KEY)


def _tell_deleted(block: Block, row: Row, offers: Offers) -> None:
    gone = quoted(" ".join(cell.text for cell in row.cells if cell.text))
    text = f"Met ‘Wijzigingen bijhouden’ is deze rij weggehaald: {gone}. Zij telt niet mee."
    offers.find(Severity.NOTE, place_of(block.norm, block.table, row.number), text)


def _tell_changes(block: Block, row: Row, offers: Offers) -> None:
    for cell in row.cells:
        for severity, text in tracked_changes(cell):
            offers.find(severity, place_of(block.norm, block.table, row.number), text)
