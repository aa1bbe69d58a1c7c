"""Cleaned text can go anywhere: a database, JSON, XML."""

import doctest
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.model import cleaning
from questionnaire.model.cleaning import clean

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))
PLAIN_TEXT = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff")
)


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("", ""),
        ("a\r\nb", "a\nb"),
        ("a\rb\x0bc\x0cd\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("a\n\r\n\rb", "a\n\n\nb"),
        ("\tspatie blijft \t", "\tspatie blijft \t"),
        ("\x00\x01\x08\x0e\x1fa", "a"),
        ("a\ud800b\udfffc", "abc"),
        ("a\ufffeb\uffffc", "abc"),
        ("👩‍👩‍👧 שלום é", "👩‍👩‍👧 שלום é"),
        ("{{ 7*7 }} <w:t> =cmd()", "{{ 7*7 }} <w:t> =cmd()"),
    ],
)
def test_line_ends_become_one_and_control_characters_go(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_the_examples_in_the_docstrings_hold() -> None:
    results = doctest.testmod(cleaning)
    assert (results.failed, results.attempted > 0) == (0, True)


@given(ANY_TEXT)
@settings(derandomize=True, deadline=None)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(PLAIN_TEXT)
@settings(derandomize=True, deadline=None)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@given(ANY_TEXT)
@settings(derandomize=True, deadline=None)
def test_cleaned_text_survives_utf_8_and_xml(text: str) -> None:
    cleaned = clean(text)
    element = ElementTree.Element("t")
    element.text = cleaned
    assert (ElementTree.fromstring(ElementTree.tostring(element, "utf-8")).text or "") == cleaned  # noqa: S314 (our own)
