"""One form that somebody or some program spoilt, and what must come of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.offered import Severity
from tests.reporting.forms.surgery import Form

NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR
LEVEL, REASON, WAS, PROOF, REMARK, WANTED, ACTION, OWNER, DUE = FormField
Told = tuple[Severity, str, str]
"""Severity, place to the letter, and a part of the text."""
TABLE = {"1.01": 3, "1.02": 4, "2.01": 5}
"""Where the norms stand; before them come the identity and the scale."""


@dataclass(frozen=True, slots=True)
class Abused:
    """A spoilt form: everything that is not named here is read as it was, and nothing else is told."""

    spoil: Callable[[Form], object]
    values: Mapping[tuple[str, FormField], str | None] = field(default_factory=dict)
    """By number of the norm and field: what is read instead, or None for not offered at all."""
    told: tuple[Told, ...] = ()
    refused: str = ""
    """A part of the message when nothing at all can be read."""


def at(code: str, named: FormField | None = None, *, table: int = 0, row: int = 0) -> str:
    """The place of a field, of the row that starts the norm, or of its table when `row` is negative."""
    row = row or (2 + list(FormField).index(named) if named else 1)
    spot = f"tabel {table or TABLE[code]}" + (f", rij {row}" if row > 0 else "")
    return f"norm {code} ({spot})"


def gone(code: str, *fields: FormField) -> dict[tuple[str, FormField], str | None]:
    """Nothing is offered of these fields; of none named, of the whole norm."""
    return {(code, named): None for named in fields or FormField}
