"""What was read so far of each norm and field; in the end what is offered, stood there twice, or is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.offered import Finding, OfferedValue, Severity
from questionnaire.model.questionnaire import Norm, Questionnaire
from reporting.forms.layout import LABELS
from reporting.wording.dutch import counted, either, listed

STAYS = "Wat u al had ingevuld, blijft staan."
MOST_FINDINGS = 300
"""More than a person reads; what comes after is only counted."""
MOST_PLACES = 3
FIELDS = tuple(FormField)


@dataclass(slots=True)
class _Reading:
    """One place where a field of a norm stood."""

    text: str | None
    """None when it could not be read."""
    place: str


@dataclass(slots=True)
class Offers:
    """Gathers values and findings while a file is read."""

    content: Questionnaire
    findings: list[Finding] = field(default_factory=list)
    _read: dict[tuple[str, FormField], list[_Reading]] = field(default_factory=dict)
    _told: set[tuple[str, FormField]] = field(default_factory=set)
    _place_by_norm: dict[str, str] = field(default_factory=dict)

    def find(self, severity: Severity, place: str, text: str) -> None:
        """Note something a person should know; `text` begins with a capital and ends with a full stop."""
        text = text[:1].upper() + text[1:]
        self.findings.append(Finding(severity, place, text if text.endswith((".", "?")) else f"{text}."))

    def see(self, norm: Norm, table: int) -> None:
        """A norm stands in the file, whatever can be read of it."""
        self._place_by_norm.setdefault(norm.id, place_of(norm, table))

    def add(self, norm: Norm, named: FormField, text: str | None, place: str) -> None:
        """A field of a norm, as it is stored; None when it stands there but could not be read."""
        self._read.setdefault((norm.id, named), []).append(_Reading(text, place))

    def tell_unread(self, norm: Norm, named: FormField) -> None:
        """What stands in the place of a field was told already, so that it is not told to be missing as well."""
        self._told.add((norm.id, named))

    @property
    def has_norms(self) -> bool:
        """Whether any norm was recognised."""
        return bool(self._read or self._place_by_norm)

    def settle(self) -> dict[str, dict[FormField, OfferedValue]]:
        """Values by norm in content order; what stood there twice and what is missing becomes a finding."""
        values: dict[str, dict[FormField, OfferedValue]] = {}
        for norm in self.content.norms:
            by_field = {named: found for named in FIELDS if (found := self._read.get((norm.id, named)))}
            offered = {
                named: value for named, found in by_field.items() if (value := self._settled(norm, named, found))
            }
            if offered:
                values[norm.id] = offered
            self._tell_twice(norm, by_field)
            self._tell_missing(norm, by_field)
        return values

    def _settled(self, norm: Norm, named: FormField, found: list[_Reading]) -> OfferedValue | None:
        text = found[0].text
        if len(found) > 1 and any(reading.text != text for reading in found):
            self.find(
                Severity.ERROR,
                _places(norm, found),
                f"‘{LABELS[named]}’ staat er {len(found)} keer, en niet overal hetzelfde. Er is niets van "
                "overgenomen. Laat er één staan.",
            )
            return None
        return None if text is None else OfferedValue(text, found[0].place)

    def _tell_twice(self, norm: Norm, by_field: Mapping[FormField, list[_Reading]]) -> None:
        same = [
            named
            for named, found in by_field.items()
            if len(found) > 1 and len({reading.text for reading in found}) == 1 and found[0].text is not None
        ]
        if same:
            labels = listed([f"‘{LABELS[named]}’" for named in same])
            text = f"{labels} {either(len(same), 'staat', 'staan')} er meer dan één keer, overal hetzelfde."
            self.find(Severity.NOTE, _places(norm, by_field[same[0]]), text)

    def _tell_missing(self, norm: Norm, by_field: Mapping[FormField, list[_Reading]]) -> None:
        is_here = by_field or norm.id in self._place_by_norm
        missing = [
            f"‘{LABELS[named]}’"
            for named in FIELDS
            if named not in by_field and (norm.id, named) not in self._told
        ]
        if is_here and missing:
            place = self._place_by_norm.get(norm.id, f"norm {norm.code}")
            what = "Geen enkel vak is gevonden" if not by_field else f"Niet gevonden: {listed(missing)}"
            self.find(Severity.WARNING, place, f"{what}. {STAYS}")

    def tell_absent(self, expected: Iterable[Norm]) -> None:
        """Tell in one finding which of the norms that the file should have were not seen at all."""
        absent = [norm for norm in expected if norm.id not in self._place_by_norm and not self._is_read(norm)]
        if absent:
            codes = listed([norm.code for norm in absent])
            norms = counted(len(absent), "norm", "normen")
            self.find(Severity.WARNING, "", f"Van {norms} ontbreken de vakken: {codes}. {STAYS}")

    def _is_read(self, norm: Norm) -> bool:
        return any((norm.id, named) in self._read for named in FIELDS)

    def told(self) -> tuple[Finding, ...]:
        """The findings, errors first when there are too many to show."""
        if len(self.findings) <= MOST_FINDINGS:
            return tuple(self.findings)
        ordered = sorted(self.findings, key=lambda finding: _SEVEREST_FIRST.index(finding.severity))
        rest = len(ordered) - MOST_FINDINGS
        text = f"Er zijn nog {rest} meldingen over dit bestand. Is dit wel het goede bestand?"
        return (*ordered[:MOST_FINDINGS], Finding(Severity.WARNING, "", text))


_SEVEREST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def place_of(norm: Norm | None, table: int, row: int = 0) -> str:
    """Where something stands; table 0 is outside all tables, row 0 the whole table.

    >>> place_of(None, 3, 4), place_of(None, 3)
    ('tabel 3, rij 4', 'tabel 3')
    """
    spot = f"tabel {table}" if table else "buiten de tabellen"
    if row:
        spot = f"{spot}, rij {row}"
    return f"norm {norm.code} ({spot})" if norm else spot


def _places(norm: Norm, found: list[_Reading]) -> str:
    """The first few places together: "norm 1.09 (tabel 3, rij 4; tabel 9, rij 4)"."""
    spots = [reading.place.partition("(")[2].rstrip(")") for reading in found[:MOST_PLACES]]
    more = "; …" if len(found) > MOST_PLACES else ""
    return f"norm {norm.code} ({'; '.join(spots)}{more})"
