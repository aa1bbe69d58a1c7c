"""Read an Excel form back: every cell of a norm is taken rightly, or a finding says which one is not and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.offered import Identity, OfferedFile, Severity, Source
from questionnaire.errors import InvalidInputError
from questionnaire.model.questionnaire import Norm, Questionnaire
from reporting.forms.excel.cells import TOO_MUCH, Area, Kind, Sheet, column_letters, read_sheets
from reporting.forms.excel.columns import Region, regions_of
from reporting.forms.excel.layout import CODE, CODES_OF_FORM, STATEMENT, TITLE
from reporting.forms.excel.values import CellParser, UnreadableCellError, merged_at
from reporting.forms.layout import LABELS
from reporting.forms.reading.found import ReadText
from reporting.forms.reading.identity import identity_of_file, is_identity
from reporting.forms.reading.names import NamedNorm, NormNames, key
from reporting.forms.reading.offers import STAYS, Offers
from reporting.forms.reading.tables import Row, Table
from reporting.forms.values import quoted
from reporting.guard import GuardedPackage
from reporting.package.parts import own_properties
from reporting.wording.dutch import counted, either, listed, norms

NOTHING_TAKEN = "Er is niets van overgenomen."
MOST_ROWS = 2_000
"""Rows below our headings, of all sheets together; a form with every norm has about 120."""
COMMENT_PARTS = ("xl/comments", "xl/threadedComments/")
OTHER_SHEET = "Dit blad is niet van ons. Het is niet gelezen. Neem zelf over wat nodig is"
NO_NORM = (
    "In dit Excel-bestand is geen enkele norm herkend. Er is niets gelezen. Kies een invullijst die met deze app "
    "is gemaakt, met op elk blad de regel met koppen (Code, Norm, Wordt, …)."
)


def read_excel_form(package: GuardedPackage, name: str, content: Questionnaire) -> OfferedFile:
    """Everything that an Excel form offers, with what a person should know of it.

    Args:
        package: from the guard, with `EXCEL_MAIN_TYPES`.
        name: of the file, as the user knows it.
        content: all of it, not only the core.

    Raises:
        InvalidInputError: the file is damaged, too large, or has no norm of this list at all.
    """
    sheets = read_sheets(package)
    reader = _FormReader(content)
    for sheet in sheets:
        reader.read(sheet)
    if not reader.offers.has_norms:
        raise InvalidInputError(NO_NORM)
    if any(part.startswith(COMMENT_PARTS) for part in package.parts):
        reader.offers.find(Severity.WARNING, "", "Er staan opmerkingen bij cellen. Die zijn niet gelezen")
    identity = reader.identity(own_properties(package.parts), sheets)
    reader.offers.tell_absent(_expected(sheets, content))
    values = reader.offers.settle()
    return OfferedFile(name, Source.EXCEL_FORM, identity, values, findings=reader.offers.told())


@dataclass(slots=True)
class _SheetOffers(Offers):
    """Offers of which a missing column is told once for its sheet, not again at every norm."""

    excused: set[tuple[str, FormField]] = field(default_factory=set)

    def see_at(self, norm: Norm, place: str) -> None:
        """A norm stands in the file, whatever can be read of it."""
        self._place_by_norm.setdefault(norm.id, place)

    def tell_absent(self, expected: Iterable[Norm]) -> None:
        """Tell in one finding which of the norms that the form was made with are no longer in it."""
        absent = [norm.code for norm in expected if norm.id not in self._place_by_norm]
        if absent:
            row = either(len(absent), "ontbreekt de regel", "ontbreken de regels")
            text = f"van {norms(len(absent))} {row}: {listed(absent)}. {STAYS}"
            self.find(Severity.WARNING, "", text)

    def _tell_missing(self, norm: Norm, by_field: Mapping[FormField, list[Any]]) -> None:
        told: dict[FormField, list[Any]] = {named: [] for named in FormField if (norm.id, named) in self.excused}
        Offers._tell_missing(self, norm, {**told, **by_field})


class _FormReader:
    """Reads sheets of a form, one after the other, into `offers`."""

    def __init__(self, content: Questionnaire) -> None:
        self.content = content
        self.offers = _SheetOffers(content)
        self.names, self.cells = NormNames(content), CellParser(content)
        self.rows_left = MOST_ROWS

    def read(self, sheet: Sheet) -> None:
        """Take what stands in a sheet; one without our headings is passed, unless it has norms."""
        if _codes_of_form(sheet) or is_identity(_as_table(sheet)):
            return
        regions = regions_of(sheet)
        if not regions:
            self._tell_headless(sheet)
        merged = merged_at(sheet)
        self.rows_left -= sum(len(region.rows) for region in regions)
        if self.rows_left < 0:
            raise InvalidInputError(TOO_MUCH)
        for region in regions:
            for severity, text in region.problems:
                self.offers.find(severity, f"blad {quoted(sheet.name)}", text)
            for row in region.rows:
                self._read_row(region, row, merged.get(row, ()))

    def identity(self, properties: Mapping[str, str], sheets: Sequence[Sheet]) -> Identity:
        """What the file says about itself; the sheet that everybody sees counts above the properties."""
        guides = [(sheet, table) for sheet in sheets if is_identity(table := _as_table(sheet))]
        own = Offers(self.content)
        identity = identity_of_file(properties, [table for _, table in guides], self.content, own)
        place = f"blad {quoted(guides[0][0].name)}" if guides else ""
        self.offers.findings.extend(replace(finding, place=place) for finding in own.findings)
        return identity

    def _tell_headless(self, sheet: Sheet) -> None:
        lost = sum(
            any(cell.text.strip().casefold() in self.names.by_code for cell in cells.values())
            for cells in sheet.rows.values()
        )
        if not lost and sheet.rows:
            self.offers.find(Severity.WARNING, f"blad {quoted(sheet.name)}", OTHER_SHEET)
        if lost:
            text = (
                f"de regel met koppen ontbreekt, dus {counted(lost, 'regel', 'regels')} met een norm niet "
                "gelezen. Zet de koppen van een ander blad erboven en probeer het opnieuw"
            )
            self.offers.find(Severity.ERROR, f"blad {quoted(sheet.name)}", text)

    def _read_row(self, region: Region, row: int, merged: Sequence[Area]) -> None:
        fields = region.fields
        filled = [column for column in fields if region.sheet.text(row, column).strip()]
        named = self._named(region, row)
        norm = named.norm if named else None
        if norm is None:
            if filled or named:
                self._tell_nameless(region, row, named, filled)
            return
        if self._is_another(region, row, norm):
            other = NamedNorm(None, f"De titel en de tekst van norm {norm.code} zijn hier heel anders.")
            self._tell_nameless(region, row, other, filled)
            return
        place = _place(norm, region.sheet, row)
        if named and named.note:
            self.offers.find(Severity.NOTE, place, named.note)
        if named and named.rest:
            text = f"achter de titel staat {quoted(named.rest)}; dat is niet gelezen"
            self.offers.find(Severity.WARNING, place, text)
        self._check_statement(region, row, norm)
        self.offers.see_at(norm, place)
        self.offers.excused |= {(norm.id, each) for each in FormField if each not in fields.values()}
        for column, of_column in fields.items():
            self._take(norm, of_column, region.sheet, (row, column), merged)

    def _named(self, region: Region, row: int) -> NamedNorm | None:
        """The norm that code and title name together; None when the row has neither."""
        codes = [cell for column in region.columns(CODE) if (cell := region.sheet.rows[row].get(column))]
        titles = [text for column in region.columns(TITLE) if (text := region.sheet.text(row, column).strip())]
        code = codes[0] if codes else None
        title = titles[0] if titles else ""
        if code is None:
            return self.names.named(title) if title else None
        shown = f"{code.number:.2f}" if code.kind is Kind.NUMBER else code.text.strip()
        if code.kind in (Kind.FORMULA, Kind.FAULT):
            shown = ""
        named = self.names.named(f"{shown} · {title}" if title else shown)
        is_doubtful = code.kind is Kind.NUMBER and not title
        if is_doubtful and named.norm:
            return NamedNorm(None, f"De code {quoted(code.text)} is een getal en de titel ontbreekt.")
        return named

    def _tell_nameless(self, region: Region, row: int, named: NamedNorm | None, filled: list[int]) -> None:
        """A row of which the norm cannot be told; quotes what stands in it."""
        why = named.problem if named else "Op deze regel staan geen code en titel."
        texts = " / ".join(quoted(region.sheet.text(row, column)) for column in filled[:3])
        what = f" Er staat {texts}." if texts else ""
        severity = Severity.ERROR if filled else Severity.WARNING
        self.offers.find(severity, _place(None, region.sheet, row), f"{why}{what} {NOTHING_TAKEN}")

    def _is_another(self, region: Region, row: int, norm: Norm) -> bool:
        """Whether title and statement both say something else: then the number alone makes it no norm of ours."""
        titles, statements = (
            [text for column in region.columns(heading) if (text := region.sheet.text(row, column).strip())]
            for heading in (TITLE, STATEMENT)
        )
        return bool(titles and statements) and not (
            any(key(title).startswith(key(norm.title)) for title in titles)
            or any(key(statement) == key(norm.statement) for statement in statements)
        )

    def _check_statement(self, region: Region, row: int, norm: Norm) -> None:
        """Tell when somebody wrote something of their own in the column with the text of the norm."""
        for column in region.columns(STATEMENT):
            text = region.sheet.text(row, column)
            if text.strip() and key(text) != key(norm.statement):
                why = f"in de kolom ‘{STATEMENT}’ staat een andere tekst dan die van de norm: {quoted(text)}"
                place = _place(norm, region.sheet, row, column)
                self.offers.find(Severity.WARNING, place, f"{why}. {NOTHING_TAKEN}")

    def _take(
        self, norm: Norm, of_column: FormField, sheet: Sheet, at: tuple[int, int], merged: Sequence[Area]
    ) -> None:
        """Read the value of one cell, and tell what is odd about it."""
        place = _place(norm, sheet, *at)
        try:
            value = self.cells.parse(of_column, sheet, at, merged)
        except UnreadableCellError as error:
            self.offers.find(error.severity, place, f"{LABELS[of_column]}: {error}")
            self.offers.add(norm, of_column, None, place)
            return
        if value.note:
            self.offers.find(Severity.NOTE, place, f"{LABELS[of_column]}: {value.note}")
        self.offers.add(norm, of_column, value.text, place)


def _place(norm: Norm | None, sheet: Sheet, row: int, column: int = 0) -> str:
    """Where something stands: "norm 1.09 (blad ‘Stap 1 · Bepalen’, rij 10, kolom F)"."""
    spot = f"blad {_quoted_name(sheet.name)}, rij {row}{f', kolom {column_letters(column)}' if column else ''}"
    return f"norm {norm.code} ({spot})" if norm else spot


@lru_cache(maxsize=50)
def _quoted_name(name: str) -> str:
    return quoted(name)


def _as_table(sheet: Sheet) -> Table:
    """The rows of a sheet with two filled cells, as a table in which an identity can be looked for."""
    rows = [
        Row(number, [ReadText(pieces=[(None, cell.text)]) for cell in cells.values()])
        for number, cells in sheet.rows.items()
        if len(cells) == 2
    ]
    return Table(1, rows)


def _expected(sheets: Sequence[Sheet], content: Questionnaire) -> list[Norm]:
    """The norms that the form had when it was made, as its hidden sheet says; none when that sheet is gone."""
    codes = {code for sheet in sheets for code in _codes_of_form(sheet)}
    return [norm for norm in content.norms if norm.code in codes]


def _codes_of_form(sheet: Sheet) -> list[str]:
    """What stands below the heading of the codes on our hidden sheet; nothing on any other sheet."""
    first = next(iter(sheet.rows), 0)
    columns = [column for column, cell in sheet.rows.get(first, {}).items() if cell.text == CODES_OF_FORM]
    return [sheet.text(row, column) for column in columns for row in sheet.rows]
