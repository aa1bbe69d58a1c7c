"""How the cells of the Excel form look: what is to be filled in has a border, what is fixed has none."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from questionnaire.comparison.form_fields import FormField

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]

DATE_FORMAT, TEXT_FORMAT = "dd-mm-yyyy", "@"
LINE, OPEN_HEAD, FIXED_HEAD, FIXED_FILL = "#1F4E79", "#1F4E79", "#D9D9D9", "#F2F2F2"


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of one workbook."""

    title: "Format"
    head: "Format"
    open_head: "Format"
    fixed: "Format"
    plain: "Format"
    text: "Format"
    chosen: "Format"
    day: "Format"

    def heading(self, *, is_open: bool) -> "Format":
        """Of the heading above what is to be filled in, or above what is fixed."""
        return self.open_head if is_open else self.head

    def open(self, field: FormField) -> "Format":
        """Of a cell to fill in: free texts are kept as they are typed, so that 1-2 does not become a date."""
        if field is FormField.DUE:
            return self.day
        return self.chosen if field in (FormField.LEVEL, FormField.WANTED, FormField.OWNER) else self.text


def looks_of(book: "Workbook") -> Looks:
    """The formats, made for one workbook."""
    top = {"text_wrap": True, "valign": "top"}
    to_fill = {**top, "border": 1, "border_color": LINE, "locked": False}
    head = {**top, "bold": True, "border": 1}
    return Looks(
        title=book.add_format({"bold": True, "font_size": 16}),
        head=book.add_format({**head, "bg_color": FIXED_HEAD}),
        open_head=book.add_format({**head, "bg_color": OPEN_HEAD, "font_color": "#FFFFFF"}),
        fixed=book.add_format({**top, "bg_color": FIXED_FILL}),
        plain=book.add_format(top),
        text=book.add_format({**to_fill, "num_format": TEXT_FORMAT}),
        chosen=book.add_format(to_fill),
        day=book.add_format({**to_fill, "num_format": DATE_FORMAT}),
    )
