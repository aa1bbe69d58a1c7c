"""The first sheet of the Excel form: of which assessment it is, how to fill it in, and the scale."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from reporting.forms.excel.heights import height_of
from reporting.forms.excel.looks import Looks
from reporting.forms.guidance import AID, FILLED_BEFORE, IMPROVE, NO_RESIDENTS, TITLE
from reporting.forms.layout import FormChoice, identity_rows, level_label

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

GUIDANCE_TITLE, SCALE_TITLE, TOO_LONG_TITLE = "Zo vult u in", "De niveaus", "Niet in deze lijst"
GUIDANCE = (
    "Onderaan staan de bladen: één voor elke stap of elk thema. Op een blad staat op elke regel één norm.",
    "Cellen met een rand vult u in. Cellen zonder rand, met een grijze achtergrond, staan vast.",
    (
        "Kies het niveau dat past bij hoe het nu gaat, en schrijf bij ‘was’ op hoe het gaat. Weet u het niet? "
        "Kies ‘Weet ik niet’ of laat de cel leeg."
    ),
    IMPROVE,
    "Een nieuwe regel in een cel maakt u met Alt+Enter.",
    NO_RESIDENTS,
    (
        "De bladen zijn beveiligd zonder wachtwoord. Laat uw programma u niet typen? Zet de beveiliging uit (in "
        "Excel: Controleren > Beveiliging blad opheffen) en laat de codes van de normen en de koppen staan."
    ),
    "Maak geen formules en voeg geen cellen samen: die kunnen wij niet teruglezen.",
    "Klaar? Sla de lijst op als Excel-werkmap (.xlsx) en stuur hem terug naar wie hem aan u gaf.",
)
WIDTHS = (26, 100)


def write_guide(
    sheet: "Worksheet", choice: FormChoice, printed_on: date, too_long: Sequence[str], looks: Looks
) -> None:
    """Fill the sheet; `too_long` names the fields that are not in this form because Excel would lose a part."""
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, TITLE, looks.title)
    line = 2
    for label, text in identity_rows(choice, printed_on):
        line = _write_pair(sheet, line, label.value, text, looks)
    filled = (FILLED_BEFORE,) if choice.is_filled_before else ()
    line = _write_block(sheet, line + 1, GUIDANCE_TITLE, [(None, text) for text in (*filled, *GUIDANCE)], looks)
    scale = [(level_label(entry), entry.description) for entry in choice.content.scale]
    line = _write_block(sheet, line + 1, SCALE_TITLE, scale, looks)
    if too_long:
        what = f"Te lang voor een cel in Excel, dus alleen in de app te lezen: {'; '.join(too_long)}."
        line = _write_block(sheet, line + 1, TOO_LONG_TITLE, [(None, what)], looks)
    sheet.write_string(line + 1, 1, AID, looks.plain)
    sheet.protect("")
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_block(
    sheet: "Worksheet", line: int, title: str, rows: Sequence[tuple[str | None, str]], looks: Looks
) -> int:
    """A title with rows below it; gives the first free line. Rows without a label are numbered."""
    sheet.write_string(line, 0, title, looks.head)
    sheet.write_string(line, 1, "", looks.head)
    for number, (label, text) in enumerate(rows, start=1):
        _write_pair(sheet, line + number, label or str(number), text, looks)
    return line + len(rows) + 1


def _write_pair(sheet: "Worksheet", line: int, label: str, text: str, looks: Looks) -> int:
    sheet.write_string(line, 0, label, looks.fixed)
    sheet.write_string(line, 1, text, looks.plain)
    sheet.set_row(line, height_of([(label, WIDTHS[0]), (text, WIDTHS[1])]))
    return line + 1
