"""Does a text look as if it is about a resident? A warning, never a block: the user decides. Pure."""

import re
from enum import StrEnum

LATEST_BIRTH_YEAR_WITHOUT_CONTEXT = 2010
"""A bare date after this year is more likely a decision or a document than somebody's birthday."""

_NINE_DIGITS = re.compile(r"(?<!\d)(?<!\d\.)\d(?:[ .-]?\d){8}(?!\d)")
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATES = (
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s(?P<word>{_MONTHS})\s(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
)
_BIRTH_WORD = re.compile(r"\b(?:geboren|geboortedatum|geb\.?)\W{0,3}(?:op\s)?\s*$", re.IGNORECASE)
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


class Suspicion(StrEnum):
    """What a text seems to hold, in the words of the warning."""

    CITIZEN_NUMBER = "een burgerservicenummer (BSN)"
    BIRTH_DATE = "een geboortedatum"


def is_citizen_number(digits: str) -> bool:
    """Whether nine digits pass the eleven-test of the citizen service number.

    >>> is_citizen_number("111222333"), is_citizen_number("123456789"), is_citizen_number("000000000")
    (True, False, False)
    """
    total = sum(weight * int(digit) for weight, digit in zip(_BSN_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0


def suspicions(text: str) -> tuple[Suspicion, ...]:
    """What in `text` looks like a resident's data; empty when nothing does.

    >>> suspicions("Werkinstructie vastgesteld op 12-03-2024.")
    ()
    """
    found = []
    if any(is_citizen_number(re.sub(r"\D", "", match.group())) for match in _NINE_DIGITS.finditer(text)):
        found.append(Suspicion.CITIZEN_NUMBER)
    if any(_is_birth_date(text, match) for pattern in _DATES for match in pattern.finditer(text)):
        found.append(Suspicion.BIRTH_DATE)
    return tuple(found)


def resident_warnings(text: str) -> list[str]:
    """What to tell the user about a text that looks as if it is about a resident; empty when it does not.

    >>> resident_warnings("Jan, 111222333")[0][:59]
    'Deze tekst lijkt een burgerservicenummer (BSN) te bevatten.'
    """
    found = suspicions(text)
    sentence = (
        f"Deze tekst lijkt {' en '.join(found)} te bevatten. Haal gegevens van inwoners weg: "
        "deze lijst gaat over werkprocessen."
    )
    return [sentence] if found else []


def _is_birth_date(text: str, match: re.Match[str]) -> bool:
    written = match.groupdict()
    if not (1 <= int(written["day"]) <= 31 and 1 <= int(written.get("month", 1)) <= 12):
        return False
    is_long_ago = int(written["year"]) <= LATEST_BIRTH_YEAR_WITHOUT_CONTEXT
    return is_long_ago or bool(_BIRTH_WORD.search(text[: match.start()]))
