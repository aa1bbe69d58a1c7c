"""The page that decides: verdict, the five steps as a picture, points, decisions and what it takes."""

from templates.building_blocks import CENTIMETRE, block, heading, labelled, paragraph, tag, tags, text

STEP_WIDTH = 3.32
STEPS = (
    ("Eerst: stap 1 →", "een"),
    ("Dan: stap 2 →", "twee"),
    ("Dan: stap 3", "drie"),
    ("Op elk moment: stap 4", "vier"),
    ("Op elk moment: stap 5", "vijf"),
)
"""Heading of each column, and the number in its tags."""
IN_A_ROW = 3
"""So many steps follow each other; the others stand beside them."""
SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="E3F3FD" w:themeFill="background2"/>'
WHITE = 'w:val="single" w:sz="24" w:space="0" w:color="FFFFFF" w:themeColor="background1"'
APART = f"<w:tcBorders><w:left {WHITE}/></w:tcBorders>"


def summary() -> str:
    """The whole page."""
    return block(
        "beslisbladzijde",
        heading(1, text("Samenvatting voor het management")),
        tags("Kader", "oordeel_in_woorden.tekst"),
        tags("Inleiding", "waarover.tekst"),
        block("vijf_stappen", picture()),
        tags("Natabel", "sinds_vorige.tekst"),
        heading(2, text("Wat al goed gaat")),
        labelled("Notapunt", "sterk"),
        heading(2, text("Wat het eerst aandacht vraagt")),
        labelled("Notapunt", "aandacht"),
        heading(2, text("Voorgestelde besluiten")),
        tags("Notabesluit", "kernbesluiten.tekst"),
        paragraph("Natabel", text("Daarnaast nog af te maken: ", "Strong"), tag("nog_af_te_maken.tekst")),
        heading(2, text("Wat het vraagt")),
        tags("Notatekst", "inzet.tekst"),
        tags("Notatekst", "niet_gepland.tekst"),
    )


def picture() -> str:
    """Three steps that follow each other, and two beside them; what colour says, stands there in words too."""
    columns = [cells(*step, place) for place, step in enumerate(STEPS)]
    grid = f'<w:gridCol w:w="{round(STEP_WIDTH * CENTIMETRE)}"/>' * len(STEPS)
    head, body = ("".join(parts) for parts in zip(*columns, strict=True))
    described = "Per stap de score. Stap 1, 2 en 3 volgen op elkaar; stap 4 en 5 kunnen op elk moment nodig zijn"
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="WasWordtTabel"/>'
        f'<w:tblW w:w="{round(STEP_WIDTH * len(STEPS) * CENTIMETRE)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" '
        'w:noVBand="1"/><w:tblCaption w:val="De vijf stappen met hun score"/>'
        f'<w:tblDescription w:val="{described}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{body}</w:tr></w:tbl>"
    )


def cells(words: str, number: str, place: int) -> tuple[str, str]:
    """The heading of one step, and the cell below it."""
    apart = APART if place == IN_A_ROW else ""
    shade = SHADE if place < IN_A_ROW else ""
    said = tags("Tabelnorm", f"naam_{number}") + tags("Stapscore", f"score_{number}")
    said += tags("Tabelnoot", f"noot_{number}")
    return one_cell(apart, paragraph("Tabelkop", text(words))), one_cell(apart + shade, said)


def one_cell(properties: str, content: str) -> str:
    """A cell as wide as every step."""
    width = round(STEP_WIDTH * CENTIMETRE)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'
