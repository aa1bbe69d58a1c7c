"""The was-wordt list as an Excel form: a sheet per step or theme, to fill in and to read back.

Texts are written as texts only, so that no cell can become a formula.
"""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from questionnaire.comparison.form_fields import FormField, FormValues, form_values
from questionnaire.model.cleaning import MAX_TEXT, clean
from questionnaire.model.plan import FIRST_YEAR, LAST_YEAR
from questionnaire.model.questionnaire import Norm, Questionnaire, Section
from reporting.forms.excel.guide import write_guide
from reporting.forms.excel.heights import growing_rows, height_of, parts_of
from reporting.forms.excel.layout import (
    CHOICES_SHEET,
    CODE,
    CODES_OF_FORM,
    COLUMNS,
    OTHERS,
    README_SHEET,
    STATEMENT,
    TITLE,
    TOO_LONG,
    Column,
    fits_in_a_cell,
)
from reporting.forms.excel.looks import Looks, looks_of
from reporting.forms.guidance import TITLE as DOCUMENT_TITLE
from reporting.forms.layout import (
    LABELS,
    PLACEHOLDERS,
    FormChoice,
    choices,
    identity_of,
    shown,
)
from reporting.forms.other_actions import OtherActions, other_actions
from reporting.package.identity import FileKind, identity_properties
from reporting.package.parts import with_own_properties
from reporting.template.looks import packed
from reporting.wording.answers import organisation_name

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

A4 = 9
"""As Excel numbers paper sizes."""
LONGEST_SHEET_NAME = 31
HEADING_HEIGHT, LEAST_HEIGHT = 32, 62
"""In points; the least height leaves room to write by hand."""
CHOSEN = (FormField.LEVEL, FormField.WANTED, FormField.OWNER)
ALLOWED_IN_PROTECTION = {"format_columns": True, "format_rows": True, "autofilter": True}
WRONG_CHOICE, WRONG_DATE, WRONG_LENGTH = "Kies uit de lijst", "Geen datum", "Te lange tekst"
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class _Known:
    """What is filled in before, and what does not fit; empty for an empty form."""

    values: Mapping[str, FormValues]
    others: Mapping[str, OtherActions]
    """By norm id."""

    def text(self, norm: Norm, field: FormField) -> str:
        """The stored text of one field; "" for none."""
        return clean(self.values.get(norm.id, {}).get(field, ""))


def make_excel_form(choice: FormChoice, printed_on: date) -> bytes:
    """The form as an .xlsx: "Lees mij", a sheet per step or theme with norms, and a hidden sheet with the choices.

    Only the cells to fill in are open, without a password. A text that does not fit in a cell is left out; the
    cell and "Lees mij" say so, and reading the form back leaves that field alone.
    """
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 (a report does not wait for it)

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    _say_what_it_is(book, choice, printed_on)
    writer = _Writer(choice.content, _known(choice), looks_of(book))
    guide = book.add_worksheet(README_SHEET)
    names = sheet_names([section for section, _ in choice.sections])
    for name, (_, norms) in zip(names, choice.sections, strict=True):
        writer.section(book.add_worksheet(name), norms)
    codes = [norm.code for _, norms in choice.sections for norm in norms]
    _write_choices(book.add_worksheet(CHOICES_SHEET), choice.content, codes)
    write_guide(guide, choice, printed_on, _too_long(choice, writer.known), writer.looks)
    book.close()
    properties = identity_properties(identity_of(choice), FileKind.FORM)
    return packed(with_own_properties(growing_rows(parts_of(target.getvalue())), properties))


def sheet_names(sections: Sequence[Section]) -> tuple[str, ...]:
    """A name that Excel takes for each section, all different: no signs it forbids, at most 31 characters."""
    taken = {README_SHEET.casefold(), CHOICES_SHEET.casefold(), "history"}
    names: list[str] = []
    for section in sections:
        whole = " ".join(_NOT_IN_A_SHEET_NAME.sub(" ", clean(section.name)).split()).strip("'") or section.id
        name = whole[:LONGEST_SHEET_NAME].strip("' ")
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{whole[: LONGEST_SHEET_NAME - 4]} {number}"
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _say_what_it_is(book: "Workbook", choice: FormChoice, printed_on: date) -> None:
    name = organisation_name(choice.assessment.organisation)
    made = datetime.combine(printed_on, time(), UTC).replace(tzinfo=None)
    book.set_properties({"title": f"{DOCUMENT_TITLE} – {name}", "author": name, "created": made})


def _known(choice: FormChoice) -> _Known:
    if not choice.is_filled_before:
        return _Known({}, {})
    return _Known(form_values(choice.assessment, choice.content), other_actions(choice))


def _too_long(choice: FormChoice, known: _Known) -> tuple[str, ...]:
    """Which fields are left out because Excel would lose a part of them: "1.09 Bewijs"."""
    return tuple(
        f"{norm.code} {LABELS[field]}"
        for _, norms in choice.sections
        for norm in norms
        for field in FormField
        if not fits_in_a_cell(known.text(norm, field))
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the sheets of one workbook."""

    content: Questionnaire
    known: _Known
    looks: Looks

    def section(self, sheet: "Worksheet", norms: Sequence[Norm]) -> None:
        """One step or theme: headings, and a row for each norm."""
        columns = [column for column in COLUMNS if column.heading != OTHERS or self.known.others]
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.heading, self.looks.heading(is_open=column.field is not None))
            if column.field is not None:
                sheet.data_validation(1, place, len(norms), place, _validation(column.field, self.content))
        sheet.set_row(0, HEADING_HEIGHT)
        for line, norm in enumerate(norms, start=1):
            for place, column in enumerate(columns):
                self.cell(sheet, (line, place), column, norm)
            shows = [(self.shown(norm, column), column.width) for column in columns]
            sheet.set_row(line, height_of(shows, least=LEAST_HEIGHT))
        _lay_out(sheet, len(norms), len(columns))

    def shown(self, norm: Norm, column: Column) -> str:
        """What stands in one cell, as text: something fixed, what is known, or nothing yet."""
        if column.field is None:
            fixed = {CODE: norm.code, TITLE: norm.title, STATEMENT: norm.statement}
            others = self.known.others.get(norm.id)
            return fixed.get(column.heading, others.text if others else "")
        text = self.known.text(norm, column.field)
        return shown(column.field, text, self.content) if fits_in_a_cell(text) else TOO_LONG

    def cell(self, sheet: "Worksheet", at: tuple[int, int], column: Column, norm: Norm) -> None:
        """Write one cell: a date as a date, everything else as a text."""
        text = self.shown(norm, column)
        looks = self.looks.fixed if column.field is None else self.looks.open(column.field)
        if not text:
            sheet.write_blank(*at, None, looks)
        elif column.field is FormField.DUE:
            sheet.write_datetime(*at, date.fromisoformat(self.known.text(norm, column.field)), looks)
        else:
            sheet.write_string(*at, text, looks)


def _validation(field: FormField, content: Questionnaire) -> dict[str, object]:
    """What Excel accepts in a field when somebody types there, and what it says otherwise."""
    if field in CHOSEN:
        column, last = chr(ord("A") + CHOSEN.index(field)), len(choices(field, content)) + 1
        return {
            "validate": "list",
            "source": f"={CHOICES_SHEET}!${column}$2:${column}${last}",
            **_messages(field, WRONG_CHOICE, "Kies een waarde uit de lijst, of maak de cel leeg."),
        }
    if field is FormField.DUE:
        years = {"minimum": date(FIRST_YEAR, 1, 1), "maximum": date(LAST_YEAR, 12, 31)}
        advice = "Schrijf een hele datum: dag-maand-jaar, zoals 01-03-2027."
        return {"validate": "date", "criteria": "between", **years, **_messages(field, WRONG_DATE, advice)}
    advice = f"In dit vak passen {MAX_TEXT} tekens. Maak de tekst korter."
    return {
        "validate": "length",
        "criteria": "<=",
        "value": MAX_TEXT,
        "error_title": WRONG_LENGTH,
        "error_message": advice,
    }


def _messages(field: FormField, title: str, advice: str) -> dict[str, object]:
    """What stands beside a cell that is chosen, and what is said of a value that does not fit."""
    return {
        "input_title": LABELS[field],
        "input_message": PLACEHOLDERS[field],
        "error_title": title,
        "error_message": advice,
    }


def _lay_out(sheet: "Worksheet", last: int, columns: int) -> None:
    """Headings and codes that stay in view, a filter, protection, and paper."""
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, columns - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:A{last + 1}"})
    sheet.protect("", ALLOWED_IN_PROTECTION)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&RBladzijde &P van &N")


def _write_choices(sheet: "Worksheet", content: Questionnaire, codes: Sequence[str]) -> None:
    """What can be chosen, one column for each field, and the codes that the form has; each below its label."""
    columns = {LABELS[field]: tuple(choices(field, content).values()) for field in CHOSEN}
    columns[CODES_OF_FORM] = tuple(codes)
    for place, (heading, texts) in enumerate(columns.items()):
        for line, text in enumerate((heading, *texts)):
            sheet.write_string(line, place, text)
    sheet.protect("")
    sheet.hide()
