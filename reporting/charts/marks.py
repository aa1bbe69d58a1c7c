"""Signs and strokes: theme colours only, and never colour alone.

Labels stand in a box of the background colour, so that they can be read on any house style.
"""

from dataclasses import dataclass

GRID = '<a:schemeClr val="bg1"><a:lumMod val="85000"/></a:schemeClr>'
PAPER = '<a:schemeClr val="bg1"/>'
INK = '<a:schemeClr val="tx1"/>'
BODY_SIZE = 900
SMALL_SIZE = 800
TITLE_SIZE = 1100
"""In hundredths of a point."""


def solid(colour: str) -> str:
    """A fill of one colour."""
    return f"<a:solidFill>{colour}</a:solidFill>"


def accent(number: int) -> str:
    """One of the six accent colours of the theme."""
    return f'<a:schemeClr val="accent{number}"/>'


def stroke(colour: str, width: int, dash: str = "solid") -> str:
    """A line; `width` in EMU (12,700 to a point)."""
    return f'<a:ln w="{width}" cap="rnd">{solid(colour)}<a:prstDash val="{dash}"/><a:round/></a:ln>'


def tint(number: int) -> str:
    """An accent colour, mostly white."""
    return f'<a:schemeClr val="accent{number}"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr>'


def hatched(number: int) -> str:
    """Diagonal stripes of an accent colour on its own tint."""
    colours = f"<a:fgClr>{accent(number)}</a:fgClr><a:bgClr>{tint(number)}</a:bgClr>"
    return f'<a:pattFill prst="wdUpDiag">{colours}</a:pattFill>'


BAR_SIGNS = (
    (solid(accent(1)), "solid"),
    (hatched(3), "solid"),
    (solid(PAPER), "sysDash"),
)
"""Fill and edge: reached is full, missing is striped, open is empty and dashed; also when printed in grey."""


@dataclass(frozen=True, slots=True)
class LineSign:
    """How one line is told from another: dashes and marker, and whether the marker is filled."""

    accent: int
    dash: str
    marker: str
    is_filled: bool


LINE_SIGNS = (
    LineSign(1, "solid", "circle", is_filled=True),
    LineSign(3, "dash", "diamond", is_filled=False),
    LineSign(2, "sysDot", "square", is_filled=True),
    LineSign(5, "lgDashDot", "triangle", is_filled=False),
    LineSign(4, "sysDash", "x", is_filled=False),
)


def bar_looks(place: int) -> str:
    """Shape properties of the nth series of bars."""
    fill, dash = BAR_SIGNS[place % len(BAR_SIGNS)]
    return f"<c:spPr>{fill}{stroke(INK, 9_525, dash)}</c:spPr>"


def line_looks(place: int) -> str:
    """Shape properties and marker of the nth line."""
    sign = LINE_SIGNS[place % len(LINE_SIGNS)]
    colour = accent(sign.accent)
    inside = solid(colour if sign.is_filled else PAPER)
    return (
        f"<c:spPr>{stroke(colour, 28_575, sign.dash)}</c:spPr>"
        f'<c:marker><c:symbol val="{sign.marker}"/><c:size val="8"/>'
        f"<c:spPr>{inside}{stroke(colour, 19_050)}</c:spPr></c:marker>"
    )


def letters(size: int, *, bold: bool = False, tag: str = "a:defRPr") -> str:
    """Character properties: the theme's own font in the text colour."""
    language = ' lang="nl-NL"' if tag == "a:rPr" else ""
    return f'<{tag}{language} sz="{size}" b="{int(bold)}">{solid(INK)}<a:latin typeface="+mn-lt"/></{tag}>'


def text_looks(size: int = BODY_SIZE, body: str = "<a:bodyPr/>") -> str:
    """Text properties of an axis, a legend or labels."""
    return (
        f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{letters(size)}</a:pPr>"
        '<a:endParaRPr lang="nl-NL"/></a:p></c:txPr>'
    )
