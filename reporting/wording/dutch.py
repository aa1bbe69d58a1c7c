"""Dutch as it should read: counts, dates, decimals and lists. Pure."""

from collections.abc import Sequence
from datetime import date

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

NEUTER_ENDINGS = ("hoofd", "team", "loket", "bureau", "college", "bestuur", "meldpunt")
"""Roles and bodies with "het"; all other names of roles have "de"."""


def date_text(day: date) -> str:
    """A date in full.

    >>> date_text(date(2026, 11, 2))
    '2 november 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def decimal_text(number: float, digits: int = 1) -> str:
    """A number with a decimal comma and a fixed number of digits behind it.

    >>> decimal_text(2.25), decimal_text(3, 2)
    ('2,2', '3,00')
    """
    return f"{number:.{digits}f}".replace(".", ",")


def counted(number: int, singular: str, plural: str) -> str:
    """A number with its noun in the right form.

    >>> counted(1, "norm", "normen"), counted(0, "norm", "normen")
    ('1 norm', '0 normen')
    """
    return f"{number} {singular if number == 1 else plural}"


def norms(number: int) -> str:
    """A number of norms.

    >>> norms(1), norms(12)
    ('1 norm', '12 normen')
    """
    return counted(number, "norm", "normen")


def either(number: int, singular: str, plural: str) -> str:
    """The verb or pronoun that fits a number, without the number.

    >>> either(1, "ligt", "liggen")
    'ligt'
    """
    return singular if number == 1 else plural


def listed(items: Sequence[str]) -> str:
    """Items as a Dutch enumeration, without a comma before 'en'.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a en b', 'a, b en c')
    """
    return " en ".join(part for part in (", ".join(items[:-1]), items[-1]) if part) if items else ""


def code_list(codes: Sequence[str], order: Sequence[str]) -> str:
    """Codes as an enumeration; three or more that follow each other in `order` become one range.

    A range is within one step or theme and skips no number: whoever reads it would look for what is between.

    >>> code_list(["1.01", "1.02", "1.03", "1.05"], ["1.01", "1.02", "1.03", "1.04", "1.05"])
    '1.01 tot en met 1.03 en 1.05'
    >>> core = ["3.06", "3.07", "3.09", "3.10", "I.01"]
    >>> code_list(core, core)
    '3.06, 3.07, 3.09, 3.10 en I.01'
    """
    place = {code: index for index, code in enumerate(order)}
    runs: list[list[str]] = []
    for code in codes:
        if runs and place[code] == place[runs[-1][-1]] + 1 and _is_next(runs[-1][-1], code):
            runs[-1].append(code)
        else:
            runs.append([code])
    parts: list[str] = []
    for run in runs:
        parts.extend([f"{run[0]} tot en met {run[-1]}"] if len(run) > 2 else run)
    return listed(parts)


def _is_next(code: str, other: str) -> bool:
    """Whether two codes such as "3.07" and "3.08" follow each other by their numbers."""
    (part, _, number), (same, _, following) = code.rpartition("."), other.rpartition(".")
    return part == same and number.isdecimal() and following.isdecimal() and int(following) == int(number) + 1


def with_capital(text: str) -> str:
    """The text with its first letter as a capital; the rest stays as it is.

    >>> with_capital("stap 1"), with_capital("")
    ('Stap 1', '')
    """
    return text[:1].upper() + text[1:]


def within(text: str) -> str:
    """A sentence as it stands behind a colon; an abbreviation keeps its capital.

    >>> within("De inwoner weet het."), within("AVG-rechten gelden.")
    ('de inwoner weet het.', 'AVG-rechten gelden.')
    """
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def with_article(noun: str) -> str:
    """A role with its article and without a capital, unless the word is an abbreviation.

    >>> with_article("Beleidsmedewerker"), with_article("afdelingshoofd"), with_article("CISO")
    ('de beleidsmedewerker', 'het afdelingshoofd', 'de CISO')
    """
    name = noun if noun[:2].isupper() else noun[:1].lower() + noun[1:]
    is_neuter = name.partition(" van ")[0].partition(" voor ")[0].endswith(NEUTER_ENDINGS)
    return f"{'het' if is_neuter else 'de'} {name}"


def as_sentence(text: str) -> str:
    """The text, ended with a full stop unless it already ends with a mark.

    >>> as_sentence("Klaar"), as_sentence("Klaar?"), as_sentence("")
    ('Klaar.', 'Klaar?', '')
    """
    text = text.strip()
    return text if not text or text[-1] in ".!?:…" else f"{text}."
