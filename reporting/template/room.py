"""How much room a chart has where it stands in a template: the text width of its page section."""

from lxml import etree

from reporting.template.package import WORD

W = f"{{{WORD}}}"
EMU_PER_TWIP = 635
PORTRAIT_A4 = {"w": 11906, "h": 16838}
MARGIN = 1417
"""Word's own, in twips, for a template that does not say."""
BESIDE_A_CHART = 2200
"""Height for a heading above and a caption below, in twips."""


def room_for(paragraph: etree._Element) -> tuple[int, int]:
    """Width and largest height of a chart in this paragraph of the body, in EMU."""
    section = section_of(paragraph)
    page, margins, columns = (
        None if section is None else section.find(f"{W}{name}") for name in ("pgSz", "pgMar", "cols")
    )
    width = twips(page, "w", PORTRAIT_A4["w"]) - sum(twips(margins, side, MARGIN) for side in ("left", "right"))
    height = twips(page, "h", PORTRAIT_A4["h"]) - sum(twips(margins, side, MARGIN) for side in ("top", "bottom"))
    number = max(1, twips(columns, "num", 1))
    width = (width - twips(margins, "gutter", 0) - (number - 1) * twips(columns, "space", 708)) // number
    return width * EMU_PER_TWIP, (height - BESIDE_A_CHART) * EMU_PER_TWIP


def section_of(paragraph: etree._Element) -> etree._Element | None:
    """The properties of the page section of a paragraph: those that come next in the body."""
    around = paragraph.iterancestors()
    block = next((host for host in (paragraph, *around) if is_in_body(host)), paragraph)
    for later in (block, *block.itersiblings(f"{W}p", f"{W}sectPr")):
        found = later if later.tag == f"{W}sectPr" else later.find(f"{W}pPr/{W}sectPr")
        if found is not None:
            return found
    return None


def is_in_body(element: etree._Element) -> bool:
    """Whether an element is one of the blocks of the body itself."""
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}body"


def twips(element: etree._Element | None, name: str, otherwise: int) -> int:
    """A length of a section, without its sign: a negative margin lets the text run behind the header."""
    value = None if element is None else element.get(f"{W}{name}")
    try:
        return abs(round(float(value))) if value else otherwise
    except ValueError:
        return otherwise
