"""How a Word file looks, as far as reading it depends on that: styles, theme colours, contrast."""

import colorsys
import re
from collections.abc import Iterator

from lxml import etree

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
HEX = re.compile("[0-9A-Fa-f]{6}")
WHITE = "FFFFFF"
MAPPING = {"text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2"}
THEME_NAMES = {"dark1": "dk1", "dark2": "dk2", "light1": "lt1", "light2": "lt2", "hyperlink": "hlink"}
TEXT = ("val", "themeColor", "themeTint", "themeShade")
FILL = ("fill", "themeFill", "themeFillTint", "themeFillShade")
LARGE, LARGE_BOLD = 36, 28
"""Half points from which text is large for WCAG: 18 points, or 14 when bold."""


def value(element: Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(f"{W}{name}", "")


def is_on(element: Element | None) -> bool:
    """Whether a switch such as <w:b/> is there and not off."""
    return element is not None and value(element) not in {"0", "false", "off"}


def contrast(first: str, second: str) -> float:
    """Contrast by WCAG of two colours in hex; 1 to 21.

    >>> contrast("000000", "FFFFFF"), round(contrast("777777", "FFFFFF"), 2)
    (21.0, 4.48)
    """
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Looks:
    """Styles with what they are based on, and the colours of the theme."""

    def __init__(self, styles: Element, theme: Element | None, settings: Element | None) -> None:
        self.styles = styles
        self.by_id = {value(style, "styleId"): style for style in styles.iter(f"{W}style")}
        self.default = {
            value(s, "type"): value(s, "styleId") for s in styles.iter(f"{W}style") if value(s, "default")
        }
        scheme = None if theme is None else theme.find(f".//{A}clrScheme")
        self.theme = {etree.QName(slot).localname: hex_of(slot) for slot in scheme} if scheme is not None else {}
        mapping = None if settings is None else settings.find(f"{W}clrSchemeMapping")
        self.mapping = (
            {str(etree.QName(key).localname): str(name) for key, name in mapping.items()}
            if mapping is not None
            else {}
        )

    def name(self, style_id: str) -> str:
        """The name in lower case: the id is translated by Word, the name is not."""
        style = self.by_id.get(style_id)
        return "" if style is None else value(style.find(f"{W}name")).lower()

    def chain(self, style_id: str) -> Iterator[Element]:
        """A style and all it is based on."""
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen:
            seen.add(style_id)
            yield self.by_id[style_id]
            style_id = value(self.by_id[style_id].find(f"{W}basedOn"))

    def found(self, style_id: str, path: str) -> Element | None:
        """The nearest element at `path` in a style or what it is based on."""
        places = (style.find(path) for style in self.chain(style_id))
        return next((place for place in places if place is not None), None)

    def style_of(self, paragraph: Element) -> str:
        return value(paragraph.find(f"{W}pPr/{W}pStyle")) or self.default.get("paragraph", "")

    def heading_level(self, paragraph: Element) -> int | None:
        """1 to 9 for a heading, None for all else."""
        for style in self.chain(self.style_of(paragraph)):
            heading = re.fullmatch(r"heading (\d)", value(style.find(f"{W}name")).lower())
            if heading:
                return int(heading[1])
        level = value(paragraph.find(f"{W}pPr/{W}outlineLvl"))
        return int(level) + 1 if level.isdigit() and int(level) < 9 else None

    def colour(self, element: Element | None, names: tuple[str, str, str, str] = TEXT) -> str:
        """The colour that <w:color> (or with FILL <w:shd>) gives, in hex; "" for none or automatic."""
        plain, slot, tint, shade = (value(element, name) for name in names)
        slot = self.mapping.get(MAPPING.get(slot, ""), slot)
        base = self.theme.get(THEME_NAMES.get(slot, slot), "")
        if base:
            return shaded(base, tint, shade)
        return plain.upper() if HEX.fullmatch(plain) else ""


def hex_of(slot: Element) -> str:
    """The colour of one slot of the theme."""
    return next((str(c.get("val") if c.tag == f"{A}srgbClr" else c.get("lastClr", "")) for c in slot), "").upper()


def shaded(colour: str, tint: str, shade: str) -> str:
    """A theme colour made lighter (tint) or darker (shade), both as two hex digits or ""."""
    hue, light, saturation = colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    if tint:
        share = int(tint, 16) / 255
        light = light * share + 1 - share
    if shade:
        light *= int(shade, 16) / 255
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))


def marks_first_row(table: Element) -> bool:
    """Whether the table style treats the first row as a header."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    return value(look, "firstRow") in {"1", "true"} or bool(int(value(look) or "0", 16) & 0x20)


class Run:
    """One run of text, with the looks that it gets from its styles and its table."""

    def __init__(self, looks: Looks, run: Element) -> None:
        self.looks, self.run = looks, run
        self.paragraph = next(run.iterancestors(f"{W}p"))
        self.style = looks.style_of(self.paragraph)
        self.character_style = value(run.find(f"{W}rPr/{W}rStyle"))
        self.cell = next(run.iterancestors(f"{W}tc"), None)
        table = next(run.iterancestors(f"{W}tbl"), None)
        self.table_style, self.is_header = "", False
        if table is not None and self.cell is not None:
            self.table_style = value(table.find(f"{W}tblPr/{W}tblStyle"))
            self.is_header = marks_first_row(table) and table.find(f"{W}tr") is self.cell.getparent()

    @property
    def kind(self) -> tuple[object, ...]:
        """The same for runs that look the same."""
        own = (self.run.find(f"{W}rPr"), self.paragraph.find(f"{W}pPr"))
        cell = None if self.cell is None else self.cell.find(f"{W}tcPr/{W}shd")
        direct = tuple(None if place is None else etree.tostring(place, with_tail=False) for place in (*own, cell))
        return (direct, self.table_style, self.is_header)

    def places(self, name: str) -> Iterator[Element | None]:
        """Where a property of text can come from, nearest first."""
        path = f"{W}rPr/{W}{name}"
        yield self.run.find(path)
        yield self.looks.found(self.character_style, path)
        yield self.looks.found(self.style, path)
        yield from self.of_table(path)
        yield self.looks.styles.find(f"{W}docDefaults/{W}rPrDefault/{path}")

    def of_table(self, path: str) -> Iterator[Element | None]:
        """What the table style says, for the first row or for all."""
        if self.is_header:
            yield self.looks.found(self.table_style, f"{W}tblStylePr[@{W}type='firstRow']/{path}")
        yield self.looks.found(self.table_style, path)

    @property
    def colour(self) -> str:
        """In hex; automatic is black or white, whichever can be read."""
        found = next((place for place in self.places("color") if place is not None), None)
        automatic = max("000000", WHITE, key=lambda colour: contrast(colour, self.background))
        return self.looks.colour(found) or automatic

    @property
    def background(self) -> str:
        """What is behind it, in hex: of the text, the paragraph, the cell, the table, or the white page."""
        shading = f"{W}pPr/{W}shd"
        found = [
            *self.places("shd"),
            self.paragraph.find(shading),
            self.looks.found(self.style, shading),
            *([] if self.cell is None else [self.cell.find(f"{W}tcPr/{W}shd")]),
            *self.of_table(f"{W}tcPr/{W}shd"),
        ]
        return next((fill for place in found if (fill := self.looks.colour(place, FILL))), WHITE)

    @property
    def needed(self) -> float:
        """The contrast that WCAG asks for."""
        size = next((int(value(place)) for place in self.places("sz") if place is not None), 20)
        bold = is_on(next((place for place in self.places("b") if place is not None), None))
        return 3 if size >= LARGE or (bold and size >= LARGE_BOLD) else 4.5
