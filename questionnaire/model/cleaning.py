"""One rule for every text from outside: what stays can be stored, compared, put in JSON and put in Word."""

import re

MAX_TEXT = 20_000
"""Longest text of one field, in characters, counted after cleaning."""

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    r"""Make every line end \\n; drop control characters, lone surrogates and the two non-characters of XML.

    Tabs, emoji and right-to-left text stay as they are. Cleaning twice changes nothing more.

    >>> clean("een\r\ntwee\rdrie\u2028vier")
    'een\ntwee\ndrie\nvier'
    >>> clean("a\x00b\x1fc\ud800d\uffffe\tf")
    'abcde\tf'
    """
    if text.isprintable():  # as most are: none of the signs below is
        return text
    return _DROPPED.sub("", _LINE_END.sub("\n", text))


def one_line(value: object) -> object:
    r"""A text from outside, cleaned and on one line; anything that is not a text as it is.

    >>> one_line("een\r\ntwee\tdrie")
    'een twee drie'
    """
    return clean(value).replace("\n", " ").replace("\t", " ") if isinstance(value, str) else value
