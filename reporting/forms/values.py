"""One value of a form, as somebody typed or chose it, to the text that is stored. For Word and Excel alike."""

import re
from datetime import date

from questionnaire.comparison.form_fields import FormField
from questionnaire.errors import InvalidInputError
from questionnaire.model.cleaning import MAX_TEXT, clean
from questionnaire.model.plan import FIRST_YEAR, LAST_YEAR
from questionnaire.model.questionnaire import Questionnaire
from reporting.forms.layout import choices
from reporting.wording.dutch import MONTHS

NUMBERED = (FormField.LEVEL, FormField.WANTED)
CHOSEN = (*NUMBERED, FormField.OWNER)
OTHER_WORDS = {"n.v.t.": "niet-van-toepassing", "n.v.t": "niet-van-toepassing", "nvt": "niet-van-toepassing"}
"""What people write for a level, beside its label."""
LONGEST_QUOTE = 60

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SEPARATOR = re.compile(r"\s*[·•:–—‑-]\s*")
_NUMBERED_LABEL = re.compile(r"([0-4]) · ([^0-9].*)")
_DAY_FIRST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_IN_WORDS = re.compile(rf"([0-9]{{1,2}}) ({'|'.join(MONTHS)}) ([0-9]{{4}})")


class UnreadableError(InvalidInputError):
    """A value that cannot be read in one way only; the message quotes it and says what to do."""


def quoted(text: str) -> str:
    r"""A text from a file, short and on one line, between quotation marks.

    >>> quoted("een\ntwee")
    '‘een twee’'
    """
    line = "".join(sign if sign.isprintable() else " " for sign in text[: 4 * LONGEST_QUOTE])
    line = " ".join(line.split())
    return (
        f"‘{line}’"
        if len(line) <= LONGEST_QUOTE and len(text) <= 4 * LONGEST_QUOTE
        else f"‘{line[:LONGEST_QUOTE]}…’"
    )


def parse_value(field: FormField, text: str, content: Questionnaire) -> str:
    """The text to store for what stands in a field; "" for a blank one.

    A free text stays to the letter, after cleaning; of anything else only one reading is accepted.

    Raises:
        UnreadableError: it is none of the choices, two at once, not a date, or too long.

    >>> from questionnaire.loading.loader import questionnaire
    >>> parse_value(FormField.LEVEL, "niveau 2", questionnaire())
    'deels-geregeld'
    """
    return ValueParser(content).parse(field, text)


class ValueParser:
    """`parse_value` for many values of the same content."""

    def __init__(self, content: Questionnaire) -> None:
        self.stored = {field: _ways_to_write(field, content) for field in CHOSEN}
        self.asked = {field: "; ".join(choices(field, content).values()) for field in NUMBERED}

    def parse(self, field: FormField, text: str) -> str:
        """The text to store; raises UnreadableError."""
        text = clean(text)
        if not text:
            return ""
        if len(text) > MAX_TEXT:
            raise UnreadableError(
                f"Deze tekst is te lang: {len(text)} tekens, en er passen er {MAX_TEXT}. Maak de tekst korter."
            )
        if field in self.stored:
            return self._chosen(field, text)
        return _day(text) if field is FormField.DUE else text

    def _chosen(self, field: FormField, text: str) -> str:
        written = _written(text)
        if not written:
            return ""
        if (found := self.stored[field].get(written)) is not None:
            return found
        if field is FormField.OWNER:
            raise UnreadableError(f"{quoted(text)} is geen rol uit de lijst. Kies een rol uit de lijst.")
        raise UnreadableError(self._wrong_level(field, written, text))

    def _wrong_level(self, field: FormField, written: str, text: str) -> str:
        advice = f"Kies er één: {self.asked[field]}."
        ways = self.stored[field]
        match = _NUMBERED_LABEL.fullmatch(written.removeprefix("niveau "))
        if match and match[1] in ways and match[2] in ways:
            return f"In {quoted(text)} horen het cijfer en de naam niet bij elkaar. {advice}"
        return f"{quoted(text)} is niet precies één niveau. {advice}"


def _written(text: str) -> str:
    """What matters of a choice: not capitals, spaces, unseen signs or which dash was typed."""
    seen = " ".join(_UNSEEN.sub("", text).casefold().split())
    return _SEPARATOR.sub(" · ", seen).strip(" ")


def _ways_to_write(field: FormField, content: Questionnaire) -> dict[str, str]:
    """Stored values by every way to write a choice that can be read in one way only."""
    ways: dict[str, str] = {}
    for value, label in choices(field, content).items():
        ways[_written(label)] = value
        number, _, name = _written(label).partition(" · ")
        if field in NUMBERED and name:
            ways |= dict.fromkeys((number, name, f"{number} {name}"), value)
            ways |= dict.fromkeys(
                (f"niveau {number}", f"niveau {number} · {name}", f"niveau {number} {name}"), value
            )
    if field is FormField.LEVEL:
        ways |= OTHER_WORDS
    return ways


def _day(text: str) -> str:
    written = " ".join(_UNSEEN.sub("", text).casefold().split())
    if not written:
        return ""
    if match := _DAY_FIRST.fullmatch(written):
        day, month, year = match[1], match[3], match[4]
    elif match := _YEAR_FIRST.fullmatch(written):
        year, month, day = match.groups()
    elif match := _IN_WORDS.fullmatch(written):
        day, month, year = match[1], str(MONTHS.index(match[2]) + 1), match[3]
    else:
        raise UnreadableError(f"{quoted(text)} is geen hele datum. Schrijf dag-maand-jaar, zoals 01-03-2027.")
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise UnreadableError(f"De dag {quoted(text)} bestaat niet. Schrijf dag-maand-jaar.") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UnreadableError(f"{quoted(text)} ligt niet in de jaren {FIRST_YEAR} tot en met {LAST_YEAR}.")
    return found.isoformat()
