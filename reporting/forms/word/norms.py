"""From blocks of rows to the fields of norms: by tag, by label, and only then by place between other rows.

A tag and what stands visibly around it must agree; where they do not, nothing is taken.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.offered import Severity
from questionnaire.model.questionnaire import Norm, Questionnaire
from reporting.forms.layout import LABELS, parse_tag
from reporting.forms.reading.found import ReadText
from reporting.forms.reading.names import NormNames
from reporting.forms.reading.offers import Offers, place_of
from reporting.forms.reading.rows import FieldRow
from reporting.forms.reading.tables import Table
from reporting.forms.values import UnreadableError, ValueParser, quoted
from reporting.forms.word.blocks import Block, blocks_of

FIELDS = tuple(FormField)
NOTHING_TAKEN = "Er is niets van overgenomen."


class NormReader:
    """Reads tables of a form, one after the other, into `offers`."""

    def __init__(self, content: Questionnaire, offers: Offers) -> None:
        self.content, self.offers = content, offers
        self.names, self.parser = NormNames(content), ValueParser(content)
        self.outside: set[str] = set()
        """Ids of norms of which a control stood outside all tables."""

    def read(self, table: Table) -> list[Block]:
        """Take what stands in a table; gives its blocks, none when nothing in it is of a form."""
        blocks = list(blocks_of(table, self.names, self.offers))
        for block in blocks:
            self._read_block(block)
        return blocks

    def read_outside(self, found: ReadText) -> None:
        """Take what stands in controls of ours outside all tables."""
        for control in found.controls:
            tag = parse_tag(control.tag)
            if tag is None:
                continue
            text = "".join(text for around, text in found.pieces if around is control)
            row = FieldRow(0, LABELS[tag[1]], tag[1], (tag,), text)
            if tag[0] not in self.outside:
                self.outside.add(tag[0])
                row.remarks.append((Severity.NOTE, "dit vak staat niet meer in de tabel van zijn norm"))
            self._read_tagged(None, row, 0)

    def _read_block(self, block: Block) -> None:
        """Take the rows of one norm."""
        rows = list(_folded(block.rows))
        norms_by_tag = {norm_id for row in rows for norm_id, _ in row.tags}
        if block.named is None:
            norm = self._norm_without_row(block, rows, norms_by_tag)
            if norm is None and not norms_by_tag:
                return
        else:
            norm = self._norm_of_row(block, rows, norms_by_tag)
            if norm is None:
                return
        if norm is not None:
            self.offers.see(norm, block.table)
        if block.is_swapped:
            self._find(Severity.NOTE, norm, block, None, "de twee kolommen zijn verwisseld")
        if norm is not None and norms_by_tag - {norm.id}:
            rows = self._without_strangers(norm, rows, block)
        self._read_rows(norm, rows, block)

    def _norm_of_row(self, block: Block, rows: list[FieldRow], norms_by_tag: set[str]) -> Norm | None:
        """The norm that the first row of a block names, unless the controls below it are all of another one."""
        named = block.named
        assert named is not None  # noqa: S101 - the caller looked
        if named.norm is None:
            self._find(Severity.ERROR, None, block, block.number, f"{named.problem} De tabel is niet gelezen.")
            return None
        tagged = [row for row in rows if row.tags]
        if norms_by_tag and named.norm.id not in norms_by_tag and len(tagged) > 1:
            others = ", ".join(sorted(map(self._code, norms_by_tag)))
            text = (
                f"hier staat norm {named.norm.code}, maar de invulvelden horen bij norm {others}. {NOTHING_TAKEN}"
            )
            self._find(Severity.ERROR, named.norm, block, block.number, text)
            return None
        if named.note:
            self._find(Severity.NOTE, named.norm, block, block.number, named.note)
        if named.rest:
            text = f"achter de titel staat {quoted(named.rest)}; dat is niet gelezen"
            self._find(Severity.WARNING, named.norm, block, block.number, text)
        return named.norm

    def _norm_without_row(self, block: Block, rows: list[FieldRow], norms_by_tag: set[str]) -> Norm | None:
        """The norm of rows that no row starts, told by their controls when those are all of one norm."""
        if len(norms_by_tag) == 1 and (norm := self.content.norm_by_id.get(next(iter(norms_by_tag)))):
            text = "de rij ‘Norm’ ontbreekt; de invulvelden zeggen welke norm het is"
            self._find(Severity.NOTE, norm, block, None, text)
            return norm
        if not norms_by_tag:
            is_blank = all(row.is_blank for row in rows)
            text = "er staat niet bij welke norm dit is (de rij ‘Norm’ ontbreekt). Deze vakken zijn niet gelezen"
            self._find(Severity.WARNING if is_blank else Severity.ERROR, None, block, None, text)
        return None

    def _read_rows(self, norm: Norm | None, rows: list[FieldRow], block: Block) -> None:
        is_known = [bool(row.tags or row.labelled) for row in rows]
        fields = [
            self._read_known(norm, row, block) if known else None
            for row, known in zip(rows, is_known, strict=True)
        ]
        if all(is_known):
            return
        claimed = {found for found in fields if found}
        after = _filled_up(reversed(fields))[::-1]
        before: FormField | None = None
        for known, group in groupby(range(len(rows)), key=is_known.__getitem__):
            run = list(group)
            if not known:
                free = _between(before, after[run[-1]], claimed)
                self._read_unknown(norm, [rows[place] for place in run], free, block)
            before = next((fields[place] for place in reversed(run) if fields[place]), before)

    def _read_known(self, norm: Norm | None, row: FieldRow, block: Block) -> FormField | None:
        """Take a row that a tag or label names; gives the field it stands for."""
        if row.tags:
            return self._read_tagged(norm, row, block.table)
        if norm is not None and row.labelled is not None:
            self._take(norm, row.labelled, row, block.table)
        elif not row.is_blank:
            text = f"het is niet duidelijk bij welke norm ‘{row.label}’ hoort. {NOTHING_TAKEN}"
            self._find(Severity.ERROR, norm, block, row.number, text)
        return row.labelled

    def _read_tagged(self, norm: Norm | None, row: FieldRow, table: int) -> FormField | None:
        norm_id, named = row.tags[0]
        own = self.content.norm_by_id.get(norm_id)
        if own is None or len(row.tags) > 1:
            why = f"het invulveld is van een onbekende norm {quoted(norm_id)}"
            return self._refuse(norm, row, table, why if own is None else "hier staan invulvelden van meer vakken")
        if norm is not None and own.id != norm.id:
            return self._refuse(norm, row, table, f"het invulveld is van norm {own.code}, niet van {norm.code}")
        if row.labelled not in (None, named):
            return self._refuse(own, row, table, f"het invulveld is van ‘{LABELS[named]}’, niet van dit kopje")
        if row.labelled is None:
            shown = f"het kopje {quoted(row.label)} is niet van ons" if row.label else "het kopje ontbreekt"
            row.remarks.append((Severity.NOTE, f"{shown}; het invulveld is van ‘{LABELS[named]}’"))
        self._take(own, named, row, table)
        return named

    def _refuse(self, norm: Norm | None, row: FieldRow, table: int, why: str) -> FormField | None:
        """Tell that a tag and its place do not agree."""
        what = f" Er staat {quoted(row.text)}." if row.text.strip() else ""
        self.offers.find(Severity.ERROR, place_of(norm, table, row.number), f"{why}.{what} {NOTHING_TAKEN}")
        if norm is not None and row.labelled is not None:
            self.offers.tell_unread(norm, row.labelled)
        return row.labelled

    def _without_strangers(self, norm: Norm, rows: list[FieldRow], block: Block) -> list[FieldRow]:
        """The rows but those below each other that are all of another norm: their own first row is gone."""
        kept: list[FieldRow] = []
        for norm_id, group in groupby(rows, key=lambda row: row.tags[0][0] if len(row.tags) == 1 else ""):
            run = list(group)
            if norm_id in ("", norm.id) or len(run) == 1:
                kept.extend(run)
                continue
            rows_named = f"in de rijen {run[0].number} tot en met {run[-1].number}"
            why = f"{rows_named} staan invulvelden van norm {self._code(norm_id)}, niet van {norm.code}"
            self._find(Severity.ERROR, norm, block, run[0].number, f"{why}. {NOTHING_TAKEN}")
        return kept

    def _read_unknown(
        self, norm: Norm | None, run: list[FieldRow], free: tuple[FormField, ...], block: Block
    ) -> None:
        """Rows without a tag or known label: the fields that miss between the rows around them, or nothing."""
        if norm is not None and len(run) == len(free):
            for row, named in zip(run, free, strict=True):
                shown = f"het kopje {quoted(row.label)} is niet van ons" if row.label else "het kopje ontbreekt"
                row.remarks.append(
                    (Severity.NOTE, f"{shown}; gelezen als ‘{LABELS[named]}’, dat hier hoort te staan")
                )
                self._take(norm, named, row, block.table)
            return
        for row in run:
            if row.label or not row.is_blank:
                severity = Severity.ERROR if free else Severity.WARNING
                text = f"de rij {quoted(row.label)} met {quoted(row.text)} is niet van ons. {NOTHING_TAKEN}"
                self._find(severity, norm, block, row.number, text)

    def _take(self, norm: Norm, named: FormField, row: FieldRow, table: int) -> None:
        """Read the value of a field, and tell what is odd about it."""
        place = place_of(norm, table, row.number)
        text = None if row.is_unread else self._parsed(named, row, place)
        for severity, remark in row.remarks:
            self.offers.find(severity, place, f"{LABELS[named]}: {remark}")
        self.offers.add(norm, named, text, place)

    def _parsed(self, named: FormField, row: FieldRow, place: str) -> str | None:
        try:
            text = self.parser.parse(named, row.text)
        except UnreadableError as error:
            self.offers.find(Severity.ERROR, place, f"{LABELS[named]}: {error}")
            return None
        if named is FormField.DUE and text and any(day != text for day in row.full_dates):
            why = f"er staat {quoted(row.text)}, maar in de kalender van het vak {', '.join(row.full_dates)}"
            self.offers.find(Severity.ERROR, place, f"{LABELS[named]}: {why}. Kies de datum opnieuw.")
            return None
        return text

    def _find(self, severity: Severity, norm: Norm | None, block: Block, row: int | None, text: str) -> None:
        self.offers.find(severity, place_of(norm, block.table, row or 0), text)

    def _code(self, norm_id: str) -> str:
        norm = self.content.norm_by_id.get(norm_id)
        return norm.code if norm else quoted(norm_id)


def _filled_up(fields: Iterable[FormField | None]) -> list[FormField | None]:
    """Each field, or where there is none the last one before it."""
    last: FormField | None = None
    return [last := found or last for found in fields]


def _between(before: FormField | None, after: FormField | None, claimed: set[FormField]) -> tuple[FormField, ...]:
    """The fields that nobody claimed between two others, in the order of the form."""
    start = 0 if before is None else FIELDS.index(before) + 1
    end = len(FIELDS) if after is None else FIELDS.index(after)
    return tuple(named for named in FIELDS[start:end] if named not in claimed)


def _folded(rows: list[FieldRow]) -> Iterator[FieldRow]:
    """The rows, with what was split over cells put together, and what was merged told to be unreadable."""
    waiting: FieldRow | None = None
    for row in rows:
        label_goes_on, value_goes_on = row.continues
        if waiting is not None and label_goes_on:
            if row.text.strip():
                waiting.text = "\n".join(filter(None, (waiting.text, row.text)))
                waiting.remarks.append(
                    (Severity.NOTE, "het antwoord staat in meer cellen; die zijn samen gelezen")
                )
            waiting.remarks.extend(row.remarks)
            waiting.tags = tuple(dict.fromkeys((*waiting.tags, *row.tags)))
            continue
        if waiting is not None:
            if value_goes_on:
                text = (
                    "dit vak is één geworden met een ander; bij welk van de twee de tekst hoort, is niet te zien"
                )
                waiting.remarks.append((Severity.ERROR, text))
                row.remarks.append((Severity.ERROR, text))
            yield waiting
        waiting = row
    if waiting is not None:
        yield waiting
