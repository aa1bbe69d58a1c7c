"""Colours, font and logo of the screen, from a small file of the organisation; contrast is checked when it loads.

WAS_WORDT_THEMA names the file; without it nothing changes. asgi.py applies it before the first visitor comes,
because Streamlit tells a browser the theme before it runs a page.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from questionnaire.errors import ContentError

VARIABLE = "WAS_WORDT_THEMA"
SCHEMA = Path(__file__).with_name("theme.schema.json")
LOWEST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: ordinary text."""
LARGEST_LOGO = 1_000_000
WHITE = "#ffffff"
FIXED = {"grijze tekst": "#41506a", "‘opgeslagen’": "#105f26", "waarschuwing": "#863d15"}
"""Colours of style.css that no theme changes and that stand on its backgrounds."""
FIELD = "#f1f5f9"
"""Background of an input and a quote; no theme changes it."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours a theme may change, as "#rrggbb"; the defaults are those of .streamlit/config.toml."""

    primary: str = "#00568b"
    text: str = "#001a40"
    background: str = "#ffffff"
    sidebar: str = "#eef3f8"
    link: str = "#00568b"


NAMES = {
    "hoofdkleur": "primary",
    "tekst": "text",
    "achtergrond": "background",
    "zijbalk": "sidebar",
    "link": "link",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """How the screen looks."""

    colours: Colours
    font: str = ""
    """Family that is installed where the browser runs; empty for the one that comes with the app."""
    logo: Path | None = None


@cache
def current() -> Theme | None:
    """The theme that WAS_WORDT_THEMA names; None without one. Raises ContentError with every mistake in it."""
    path = os.environ.get(VARIABLE)
    return load_theme(Path(path)) if path else None


def load_theme(path: Path) -> Theme:
    """Read a theme file.

    Raises:
        ContentError: Every mistake, one per line: file > place: what is wrong; what to do.
    """
    document = _read(path)
    colours = Colours(**{NAMES[name]: value.lower() for name, value in document.get("kleuren", {}).items()})
    logo = path.parent / document["logo"] if "logo" in document else None
    problems = [*_contrast_problems(colours), *([] if logo is None else _logo_problems(logo))]
    if problems:
        raise ContentError("\n".join(f"{path.name} > {problem}" for problem in problems))
    return Theme(colours, document.get("lettertype", ""), logo)


def apply(theme: Theme) -> None:
    """Give Streamlit the theme; only has effect before a visitor comes."""
    options = {
        "theme.primaryColor": theme.colours.primary,
        "theme.textColor": theme.colours.text,
        "theme.backgroundColor": theme.colours.background,
        "theme.linkColor": theme.colours.link,
        "theme.sidebar.backgroundColor": theme.colours.sidebar,
    }
    if theme.font:
        options["theme.font"] = f"{theme.font}, sans-serif"
    for name, value in options.items():
        st.config.set_option(name, value)


def variables() -> str:
    """The theme as variables for style.css; empty without a theme."""
    theme = current()
    if theme is None:
        return ""
    return f":root {{ --ww-accent: {theme.colours.primary}; --ww-link: {theme.colours.link}; }}\n"


def show_logo() -> None:
    """Draw the logo above the navigation, if the theme has one."""
    theme = current()
    if theme is not None and theme.logo is not None:
        st.logo(str(theme.logo), size="large")


def contrast(one: str, other: str) -> float:
    """How well two colours can be told apart, from 1 to 21 (WCAG 2.2).

    >>> round(contrast("#000000", "#ffffff"), 1), round(contrast("#767676", "#ffffff"), 2)
    (21.0, 4.54)
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast_problems(colours: Colours) -> list[str]:
    backgrounds = {"achtergrond": colours.background, "zijbalk": colours.sidebar}
    pairs = [("tekst", colours.text, where, colour) for where, colour in backgrounds.items()]
    pairs.append(("tekst", colours.text, "invulvak", FIELD))
    pairs.append(("link", colours.link, "achtergrond", colours.background))
    pairs.append(("hoofdkleur", colours.primary, "witte tekst op een knop", WHITE))
    problems = [_too_weak(name, colour, where, other) for name, colour, where, other in pairs]
    problems += [
        _too_weak(where, background, name, colour)
        for where, background in backgrounds.items()
        for name, colour in FIXED.items()
    ]
    return [problem for problem in problems if problem]


def _too_weak(name: str, colour: str, other_name: str, other: str) -> str:
    """What is wrong with a colour, or nothing. The ratio is rounded down: 4.49 is not 4.5."""
    ratio = int(contrast(colour, other) * 100) / 100
    if ratio >= LOWEST_CONTRAST:
        return ""
    return (
        f"kleuren > {name}: {colour} en {other_name} ({other}) hebben contrast {ratio:.2f}".replace(".", ",")
        + "; kies een kleur waarmee dat minstens 4,5 is"
    )


def _logo_problems(logo: Path) -> list[str]:
    try:
        size = logo.stat().st_size
        start = logo.open("rb").read(300)
    except OSError:
        return [f"logo: {logo.name} is niet te lezen; zet het naast het themabestand"]
    if size > LARGEST_LOGO:
        return [f"logo: {logo.name} is groter dan 1 MB; maak het kleiner"]
    is_picture = (
        start.startswith(b"\x89PNG\r\n") if logo.suffix == ".png" else b"<svg" in start or b"<?xml" in start
    )
    return [] if is_picture else [f"logo: {logo.name} is geen PNG of SVG; bewaar het opnieuw als plaatje"]


def _read(path: Path) -> Mapping[str, Any]:
    from jsonschema import Draft202012Validator

    from questionnaire.loading.schema import as_json, place_key, translate
    from questionnaire.loading.yaml_reading import read_yaml

    try:
        found = as_json(read_yaml(path))
    except ContentError as error:
        raise ContentError(f"{path.name}: {error}") from error
    document: Any = {} if found is None else found
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    errors = sorted(validator.iter_errors(document), key=lambda error: place_key(error.absolute_path))
    problems = [str(problem) for error in errors for problem in translate(path.name, document, error)]
    if problems:
        raise ContentError("\n".join(problems))
    checked: Mapping[str, Any] = document
    return checked
