"""Mounts the browser part of every page: Dutch, counts in the sidebar, leading the reader (see shell.js)."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from app_pages.frame import theme

FOLDER = Path(__file__).parent


@cache
def _script() -> str:
    words = json.loads((FOLDER / "dutch.json").read_text(encoding="utf-8"))
    script = (FOLDER / "shell.js").read_text(encoding="utf-8")
    return script.replace("__DUTCH__", json.dumps(words, ensure_ascii=False))


@cache
def _style() -> str:
    return (FOLDER / "style.css").read_text(encoding="utf-8")


@cache
def _component() -> Callable[..., Any]:
    return st.components.v2.component("was_wordt_shell", js=_script(), html="<span hidden></span>")


def mount(author_cookie: Mapping[str, str]) -> None:
    """Put the browser part and the style sheet in the page; once per run, before anything else is drawn.

    The data are flat texts: with anything else Streamlit would first load pandas, to see whether it is a table.
    """
    st.html(f"<style>{theme.variables()}{_style()}</style>")
    _component()(
        key="was-wordt-shell", data={"authorName": author_cookie["name"], "authorValue": author_cookie["value"]}
    )
