"""How names and numbers are written in XML: the same in the chart and in its workbook."""

from xml.sax.saxutils import escape, quoteattr

from reporting.wording.answers import one_line, shortened

LONGEST_LABEL = 120
"""In characters; a longer name leaves no room for the chart."""


def label(text: str) -> str:
    """A name as XML content."""
    return escape(shortened(text, LONGEST_LABEL))


def attribute(text: str) -> str:
    """A text of any length as XML attribute, quotes included."""
    return quoteattr(one_line(text))


def number_text(value: float) -> str:
    """A number as XML writes it, without loss.

    >>> number_text(79.0), number_text(2.5), number_text(-0.0)
    ('79', '2.5', '0')
    """
    return str(int(value)) if value == int(value) else repr(float(value))
