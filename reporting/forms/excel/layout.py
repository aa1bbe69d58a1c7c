"""What writer and reader of the Excel form share: sheets, headings and limits."""

from dataclasses import dataclass

from questionnaire.comparison.form_fields import FormField
from reporting.forms.layout import LABELS

README_SHEET, CHOICES_SHEET = "Lees mij", "Keuzes"
CODE, TITLE, STATEMENT, OTHERS = "Code", "Norm", "Wordt", "Nog in het plan"
"""Headings of the columns that nobody fills in."""
CODES_OF_FORM = "Normen in deze lijst"
"""Heading on the hidden sheet, so that the reader knows which norms were taken out."""
MOST_IN_A_CELL = 32_767
"""What Excel keeps of a text in one cell, in UTF-16 units; it drops the rest without a word."""
TOO_LONG = (
    "Deze tekst is te lang voor een cel in Excel. De hele tekst staat in de app en blijft daar staan, "
    "tenzij u hier iets anders schrijft."
)
"""What stands in a cell in place of such a text; it is never read as an answer."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a step or theme; `field` is None where nothing is to be filled in."""

    heading: str
    width: int
    """In characters; all together they fit on A4 landscape at about 70%."""
    field: FormField | None = None


WIDTHS = {
    FormField.LEVEL: 16,
    FormField.REASON: 15,
    FormField.PRACTICE: 30,
    FormField.EVIDENCE: 17,
    FormField.REMARK: 17,
    FormField.WANTED: 14,
    FormField.ACTION: 26,
    FormField.OWNER: 16,
    FormField.DUE: 12,
}
COLUMNS = (
    Column(CODE, 7),
    Column(TITLE, 21),
    Column(STATEMENT, 28),
    *(Column(LABELS[field], width, field) for field, width in WIDTHS.items()),
    Column(OTHERS, 16),
)
"""In the order in which the form has them; the last one only stands there when it says something."""


def fits_in_a_cell(text: str) -> bool:
    """Whether Excel keeps all of a text.

    >>> fits_in_a_cell("x" * 32_767), fits_in_a_cell("🏠" * 20_000)
    (True, False)
    """
    return len(text.encode("utf-16-le")) // 2 <= MOST_IN_A_CELL
