"""What people do to an Excel form, on a workbook in memory."""

from collections.abc import Callable
from functools import partial

from openpyxl.comments import Comment  # type: ignore[import-untyped]
from openpyxl.workbook import Workbook  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

STEP_1, STEP_2 = "Stap 1 · Herkennen", "Stap 2 · Onderzoeken"
CODE, TITLE, STATEMENT, LEVEL, REASON, PRACTICE = "ABCDEF"
EVIDENCE, REMARK, WANTED, ACTION, OWNER, DUE = "GHIJKL"


def put(book: Workbook, place: str, value: object, looks: str = "", sheet: str = STEP_1) -> None:
    cell = book[sheet][place]
    cell.value = value
    if looks:
        cell.number_format = looks


def puts(place: str, value: object, looks: str = "") -> Callable[[Workbook], None]:
    return partial(put, place=place, value=value, looks=looks)


def both(*changes: Callable[[Workbook], None]) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        for each in changes:
            each(book)

    return change


def text_that_looks_like_a_formula(book: Workbook) -> None:
    put(book, f"{PRACTICE}3", "=1+1")
    book[STEP_1][f"{PRACTICE}3"].data_type = "s"


def values_of(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def rewrite(sheet: Worksheet, rows: list[list[object]]) -> None:
    sheet.delete_rows(1, sheet.max_row)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row, start=1):
            cell = sheet.cell(number, place, value)
            if isinstance(value, str):
                cell.data_type = "s"


def sort_rows(book: Workbook) -> None:
    head, *rows = values_of(book[STEP_1])
    rewrite(book[STEP_1], [head, *reversed(rows)])


def sort_headings_down(book: Workbook) -> None:
    head, *rows = values_of(book[STEP_1])
    rewrite(book[STEP_1], [*rows, head])


def sort_codes_only(book: Workbook) -> None:
    sheet = book[STEP_1]
    first, second = sheet[f"{CODE}2"].value, sheet[f"{CODE}3"].value
    sheet[f"{CODE}2"], sheet[f"{CODE}3"] = second, first


def copy_row(book: Workbook, practice: str | None = None) -> None:
    sheet = book[STEP_1]
    sheet.append([cell.value for cell in sheet[2]])
    if practice is not None:
        sheet[f"{PRACTICE}5"] = practice


def move_row(book: Workbook) -> None:
    row = [cell.value for cell in book[STEP_1][2]]
    book[STEP_1].delete_rows(2)
    book[STEP_2].append(row)


def move_column(book: Workbook) -> None:
    """The column of the level becomes the last one."""
    rows = values_of(book[STEP_1])
    place = ord(LEVEL) - ord("A")
    rewrite(book[STEP_1], [[*row[:place], *row[place + 1 :], row[place]] for row in rows])


def copy_column(book: Workbook, other: str | None = None) -> None:
    sheet = book[STEP_1]
    for row in range(1, 5):
        sheet.cell(row, 14, sheet[f"{EVIDENCE}{row}"].value)
    if other is not None:
        sheet.cell(2, 14, other)


def own_column(book: Workbook) -> None:
    sheet = book[STEP_1]
    sheet.insert_cols(ord(EVIDENCE) - ord("A") + 1)
    sheet[f"{EVIDENCE}1"], sheet[f"{EVIDENCE}2"] = "Kosten", "€ 100"


def own_column_for_a_deleted_one(book: Workbook) -> None:
    sheet = book[STEP_1]
    sheet.delete_cols(ord(EVIDENCE) - ord("A") + 1)
    sheet["P1"], sheet["P2"] = "Bronnen", "map 3"


def lose_sheets(book: Workbook, *names: str) -> None:
    for name in names:
        del book[name]


def join_sheets(book: Workbook) -> None:
    """Step 2 with its headings below step 1."""
    for row in values_of(book[STEP_2]):
        book[STEP_1].append(row)
        for cell in book[STEP_1][book[STEP_1].max_row]:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    del book[STEP_2]


def hide_rows(book: Workbook) -> None:
    for number in (2, 3):
        book[STEP_1].row_dimensions[number].hidden = True
    book[STEP_2].sheet_state = "hidden"


def merge(book: Workbook, area: str) -> None:
    book[STEP_1].merge_cells(area)


def insert_lines_above(book: Workbook) -> None:
    book[STEP_1].insert_rows(1, 2)
    book[STEP_1]["A1"] = "Team Noord"
    book[STEP_1].insert_rows(4)


def own_sheet(book: Workbook) -> None:
    sheet = book.create_sheet("Aantekeningen")
    sheet.append(["Vraag", "Antwoord"])
    sheet.append(["Wie doet dit?", "Actie"])


def change_identity(book: Workbook) -> None:
    sheet = book["Lees mij"]
    cell = next(row[1] for row in sheet.iter_rows() if row[0].value == "Ronde")
    cell.value = "2"


def comment(book: Workbook) -> None:
    book[STEP_1][f"{PRACTICE}2"].comment = Comment("Klopt dit?", "collega")


def far_away(book: Workbook) -> None:
    book[STEP_1]["XFD1048576"] = "x"
