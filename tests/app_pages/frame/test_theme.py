"""A theme file: what it may change, and every mistake in it, told before a visitor sees anything."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import streamlit as st

from app_pages.frame import theme
from app_pages.frame.theme import Colours, Theme, contrast, load_theme
from questionnaire.errors import ContentError

ROOT = Path(__file__).resolve().parents[3]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "logo.svg").write_text(SVG)
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "tekst.png").write_text("Geachte heer, mevrouw,")
    (tmp_path / "groot.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(theme.LARGEST_LOGO))
    return tmp_path


def a_theme(folder: Path, text: str) -> Path:
    path = folder / "thema.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(ContentError) as caught:
        load_theme(a_theme(folder, text))
    return str(caught.value)


def test_the_default_colours_are_those_of_the_settings_and_have_enough_contrast(folder: Path) -> None:
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["theme"]
    assert Colours() == Colours(
        primary=settings["primaryColor"],
        text=settings["textColor"],
        background=settings["backgroundColor"],
        sidebar=settings["sidebar"]["backgroundColor"],
        link=settings["linkColor"],
    )
    assert settings["secondaryBackgroundColor"] == theme.FIELD
    style = (ROOT / "app_pages/frame/browser/style.css").read_text("utf-8")
    assert all(colour in style for colour in theme.FIXED.values())
    assert load_theme(a_theme(folder, "")) == Theme(Colours())


def test_the_example_in_the_documentation_is_a_theme(folder: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/thema.md").read_text("utf-8"), re.DOTALL)
    own = load_theme(a_theme(folder, example))
    assert own.logo == folder / "logo.svg"
    assert own.font
    assert own.colours != Colours()


def test_a_theme_changes_what_it_names_and_nothing_else(folder: Path) -> None:
    text = 'kleuren: {hoofdkleur: "#7A0000", zijbalk: "#f5eee0"}\nlettertype: Open Sans\nlogo: logo.svg\n'
    assert load_theme(a_theme(folder, text)) == Theme(
        Colours(primary="#7a0000", sidebar="#f5eee0"), "Open Sans", folder / "logo.svg"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('kleuren: {tekst: "#999999"}', "thema.yaml > kleuren > tekst: #999999 en achtergrond (#ffffff)"),
        ('kleuren: {link: "#ff0000"}', "kleuren > link: #ff0000 en achtergrond (#ffffff) hebben contrast 3,99"),
        ('kleuren: {hoofdkleur: "#ffcc00"}', "#ffcc00 en witte tekst op een knop (#ffffff) hebben contrast 1,51"),
        ('kleuren: {achtergrond: "#222222"}', "kleuren > achtergrond: #222222 en grijze tekst (#41506a)"),
        ('kleuren: {zijbalk: "#001a40"}', "kleuren > tekst: #001a40 en zijbalk (#001a40) hebben contrast 1,00"),
        ('kleuren: {tekst: "rood"}', "kleuren > tekst: 'rood' heeft niet de goede vorm; schrijf een # en"),
        ('kleuren: {teskt: "#000000"}', "kleuren > teskt: onbekend veld; bedoelt u 'tekst'?"),
        ("lettertype: https://a.nl/a.woff2", "lettertype: 'https://a.nl/a.woff2' heeft niet de goede vorm; schr"),
        ("lettertype: 'Arial; } body { display: none'", "thema.yaml > lettertype: "),
        ("logo: https://a.nl/logo.png", "logo: 'https://a.nl/logo.png' heeft niet de goede vorm; schrijf de"),
        ("logo: ../geheim.png", "thema.yaml > logo: '../geheim.png' heeft niet de goede vorm"),
        ("logo: map/../../geheim.png", "thema.yaml > logo: "),
        ("logo: weg.png", "logo: weg.png is niet te lezen; zet het naast het themabestand"),
        ("logo: tekst.png", "logo: tekst.png is geen PNG of SVG"),
        ("logo: groot.png", "logo: groot.png is groter dan 1 MB"),
        ("- lijst", "thema.yaml: moet een groep velden"),
        ("kleuren: [", "thema.yaml: regel 2: dit is geen geldige YAML"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place_and_ratio(folder: Path, text: str, message: str) -> None:
    assert message in refusal(folder, text)


def test_all_mistakes_are_named_at_once(folder: Path) -> None:
    text = 'kleuren: {link: "#ff0000", hoofdkleur: "#ffcc00"}\nlogo: weg.png'
    assert len(refusal(folder, text).splitlines()) == 3


def test_a_ratio_is_never_rounded_up_to_enough(folder: Path) -> None:
    assert 4.49 < contrast("#777676", "#ffffff") < 4.54
    assert contrast("#777777", "#ffffff") < 4.5
    assert "contrast 4,47" in refusal(folder, 'kleuren: {hoofdkleur: "#777777"}')


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"^weg\.yaml: het bestand ontbreekt"):
        load_theme(tmp_path / "weg.yaml")


def test_a_theme_reaches_the_settings_of_streamlit(folder: Path) -> None:
    before = {name: st.get_option(name) for name in ("theme.primaryColor", "theme.font")}
    own = load_theme(a_theme(folder, 'kleuren: {hoofdkleur: "#7a0000"}\nlettertype: Georgia'))
    try:
        theme.apply(own)
        assert (st.get_option("theme.primaryColor"), st.get_option("theme.font")) == (
            "#7a0000",
            "Georgia, sans-serif",
        )
    finally:
        for name, value in before.items():
            st.config.set_option(name, value)


def test_without_a_theme_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(theme.VARIABLE, raising=False)
    theme.current.cache_clear()
    assert (theme.current(), theme.variables()) == (None, "")


def test_the_app_does_not_start_with_a_theme_that_cannot_be_read(folder: Path) -> None:
    path = a_theme(folder, 'kleuren: {hoofdkleur: "#ffcc00"}')
    told = subprocess.run(
        [sys.executable, "-c", "import asgi"],
        cwd=ROOT,
        env={**os.environ, theme.VARIABLE: str(path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 1
    assert "Het thema klopt niet, dus de app start niet.\nthema.yaml > kleuren > hoofdkleur:" in told.stderr
    assert "Traceback" not in told.stderr
