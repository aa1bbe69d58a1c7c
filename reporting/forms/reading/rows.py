"""One row of a form: which cell is the label, which tags stand in it, its value, and what is odd about it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.offered import Severity
from reporting.forms.layout import parse_tag
from reporting.forms.placeholders import is_placeholder, without_placeholder
from reporting.forms.reading.found import Control, ReadText
from reporting.forms.reading.names import field_of, split_label
from reporting.forms.reading.tables import Row
from reporting.forms.values import quoted

Remark = tuple[Severity, str]
"""What is odd about a row, in Dutch, and how much it asks."""


@dataclass(slots=True, eq=False)
class FieldRow:
    """A row that is no start of a norm."""

    number: int
    label: str
    """What stands in the cell of the label."""
    labelled: FormField | None
    """The field that the label names."""
    tags: tuple[tuple[str, FormField], ...]
    """Norm id and field of each control of ours, each once."""
    text: str
    """All of the value, to the letter; "" when it is only a placeholder."""
    full_dates: tuple[str, ...] = ()
    remarks: list[Remark] = field(default_factory=list)
    continues: tuple[bool, bool] = (False, False)
    """Whether the cell of the label, and one of the value, is one with the cell above."""

    @property
    def is_unread(self) -> bool:
        """Whether its value cannot be trusted at all."""
        return bool(self.remarks) and any(severity is Severity.ERROR for severity, _ in self.remarks)

    @property
    def is_blank(self) -> bool:
        """Whether nobody wrote anything in it."""
        return not self.text.strip() and not self.is_unread


def field_row(row: Row, *, is_swapped: bool) -> FieldRow | None:
    """Read a row; `is_swapped` when the labels of this norm stand on the right. None for a row without cells."""
    cells = row.cells
    if not cells:
        return None
    if len(cells) == 1:
        return _merged_row(row.number, cells[0])
    at = _label_place(cells, is_swapped=is_swapped)
    label = "" if at is None else cells[at].text.strip()
    named = field_of(label)
    values = _value_places(cells, at)
    found = _with_value(row.number, label, named, [cells[place] for place in values])
    for place, cell in enumerate(cells) if len(cells) > 2 else ():
        if place not in (at, *values) and cell.text.strip():
            found.remarks.append(
                (Severity.WARNING, f"naast het vak staat {quoted(cell.text)}; dat is niet gelezen")
            )
    if named is None and (split := split_label(label)):
        found.labelled, rest = split
        found.remarks.append((Severity.WARNING, f"achter het kopje staat {quoted(rest)}; dat is niet gelezen"))
    if at is not None:
        found.continues = (cells[at].merge == "continue", found.continues[1])
        if cells[at].deleted or cells[at].has_insertion:
            found.remarks.extend(tracked_changes(cells[at]))
    return found


def _label_place(cells: list[ReadText], *, is_swapped: bool) -> int | None:
    """Which cell is the label: one that says so, or else the outermost one without a control of ours."""
    if len(cells) == 2 and bool(cells[0].controls) != bool(cells[1].controls):
        return 1 if cells[0].controls else 0
    order = range(len(cells) - 1, -1, -1) if is_swapped else range(len(cells))
    free = [place for place in order if not cells[place].controls]
    for place in free:
        if field_of(cells[place].text.strip()) is not None:
            return place
    for place in free:
        if split_label(cells[place].text) is not None:
            return place
    return free[0] if free else None


def _value_places(cells: list[ReadText], label: int | None) -> list[int]:
    """The cells with a control of ours; without any, the one beside the label."""
    tagged = [place for place, cell in enumerate(cells) if cell.controls]
    if tagged or label is None:
        return tagged
    return [label + 1 if label + 1 < len(cells) else label - 1]


def _merged_row(number: int, cell: ReadText) -> FieldRow:
    """Label and value in one cell, because somebody merged them."""
    shown = cell.outside if cell.controls else cell.text
    split = split_label(shown)
    if split is None:
        return _with_value(number, "", None, [cell])
    field_found, rest = split
    if cell.controls:
        kept: list[tuple[Control | None, str]] = [
            (control, text) for control, text in cell.pieces if control is not None
        ]
        cell.pieces = [*kept, (None, rest)] if rest.strip() else kept
    else:
        cell.pieces = [(None, rest)]
    found = _with_value(number, shown, field_found, [cell])
    found.remarks.append((Severity.NOTE, "kopje en antwoord staan samen in één cel"))
    return found


def _with_value(number: int, label: str, named: FormField | None, cells: list[ReadText]) -> FieldRow:
    remarks: list[Remark] = []
    for cell in cells:
        if len(cell.spans) > 1:
            _drop_repeats(cell, remarks)
    texts = [_value(cell, named, remarks) for cell in cells]
    filled = [text for text in texts if text.strip()]
    if len(filled) > 1:
        remarks.append((Severity.NOTE, "het antwoord staat in meer cellen; die zijn samen gelezen"))
    for cell in cells:
        if cell.deleted or cell.has_insertion or cell.doubtful or cell.odd:
            remarks.extend(_oddities(cell))
    controls = [control for cell in cells for control in cell.controls]
    tags = [found for control in controls if (found := parse_tag(control.tag))]
    return FieldRow(
        number=number,
        label=label,
        labelled=named,
        tags=tuple(dict.fromkeys(tags)),
        text="\n".join(text.strip() for text in filled) if len(filled) > 1 else (filled or texts or [""])[0],
        full_dates=tuple([control.full_date for control in controls if control.full_date]),
        remarks=remarks,
        continues=(False, "continue" in [cell.merge for cell in cells]),
    )


def _drop_repeats(cell: ReadText, remarks: list[Remark]) -> None:
    """Keep the first of several controls of one title, when the others only say the same again.

    LibreOffice 7.4 writes a control that has letters of another script (Arabic, Chinese) once as a whole, and then
    again for each part of it: the part with the whole behind it.
    """
    spans_by_title: dict[str, list[tuple[int, int]]] = {}
    for title, start, end in cell.spans:
        spans_by_title.setdefault(title, []).append((start, end))
    dropped: set[int] = set()
    for spans in spans_by_title.values():
        whole, *others = ("".join(text for _, text in cell.pieces[start:end]) for start, end in spans)
        are_apart = all(one[1] <= other[0] for one, other in pairwise(spans))
        if not are_apart or not all(text.endswith(whole) for text in others):
            remarks.append((Severity.ERROR, "het invulveld staat er meer dan één keer, met andere tekst"))
        elif others and whole:
            dropped.update(*(range(start, end) for start, end in spans[1:]))
            remarks.append((Severity.NOTE, f"{quoted(whole)} staat er meer dan één keer, en is één keer gelezen"))
    cell.pieces = [piece for place, piece in enumerate(cell.pieces) if place not in dropped]


def _value(cell: ReadText, named: FormField | None, remarks: list[Remark]) -> str:
    """What somebody wrote in a cell, in a control and beside it; `named` is the field that the label says."""
    if not cell.controls:
        return _untagged(cell.text, named, remarks)
    outside = cell.outside
    if not outside or is_placeholder(outside, named):
        return cell.inside
    remarks.append((Severity.NOTE, f"{quoted(outside)} staat naast het invulveld en is meegenomen"))
    return cell.text.strip()


def _untagged(text: str, named: FormField | None, remarks: list[Remark]) -> str:
    if is_placeholder(text, named):
        return ""
    own = without_placeholder(text, named)
    if own != text:
        remarks.append((Severity.NOTE, "naast het antwoord staat nog de voorbeeldtekst; die telt niet mee"))
    return own


def _oddities(cell: ReadText) -> Iterator[Remark]:
    yield from tracked_changes(cell)
    for text in cell.doubtful:
        yield (
            Severity.ERROR,
            f"Word noemt {quoted(text)} een voorbeeldtekst. Is het een antwoord? Typ het dan opnieuw in het vak.",
        )
    for odd in sorted(cell.odd, key=lambda each: each.value) if cell.odd else ():
        if odd.is_read:
            yield Severity.NOTE, f"de tekst in {odd.value} is meegenomen"
        else:
            yield Severity.WARNING, f"in het vak staat ook {odd.value}; dat is niet gelezen"


def tracked_changes(cell: ReadText) -> Iterator[Remark]:
    """What was tracked."""
    if cell.deleted:
        gone = quoted(" ".join(cell.deleted))
        yield Severity.NOTE, f"met ‘Wijzigingen bijhouden’ is {gone} weggehaald; dat telt niet mee"
    if cell.has_insertion:
        yield Severity.NOTE, "tekst die met ‘Wijzigingen bijhouden’ is toegevoegd, telt mee"
