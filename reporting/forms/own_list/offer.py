"""From rows of somebody's own list, each with the norm that a person confirmed, to what is offered for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.matching import OldRow
from questionnaire.comparison.offered import Finding, Identity, OfferedFile, OfferedValue, Severity, Source
from questionnaire.model.questionnaire import Questionnaire
from reporting.forms.layout import LABELS
from reporting.forms.reading.names import key
from reporting.forms.values import UnreadableError, ValueParser, quoted

IN_REMARK = "{} in de oude lijst: {}"
BETWEEN = "\n\n"


def offered(name: str, confirmed: Sequence[tuple[OldRow, str]], content: Questionnaire) -> OfferedFile:
    """What the confirmed rows offer: texts that come below what is there, and a role and a day for the action.

    What has no field of its own (the topic, 'wordt' in words, an owner that is no role, a moment that is no day)
    goes along in the remark, so that nothing is lost.

    Args:
        name: of the file, as the user knows it.
        confirmed: rows in the order of the list, each with the id of the norm that a person chose; those of no
            norm are not in it. More rows may have the same norm.
        content: all of it, not only the core.
    """
    parser = ValueParser(content)
    gathered = {norm.id: _Gathered(content, parser) for norm in content.norms}
    for row, norm_id in confirmed:
        gathered[norm_id].add(row)
    findings: list[Finding] = []
    values: dict[str, dict[FormField, OfferedValue]] = {}
    for norm in content.norms:
        if found := dict(gathered[norm.id].values(norm.code, findings)):
            values[norm.id] = found
    return OfferedFile(name, Source.OLD_LIST, Identity(), values, findings=tuple(findings))


@dataclass(slots=True)
class _Gathered:
    """What the rows of one norm say together."""

    content: Questionnaire
    parser: ValueParser
    texts: dict[FormField, list[str]] = field(default_factory=dict)
    chosen: dict[FormField, str] = field(default_factory=dict)
    """Role id and day, as they are stored; of more rows the first."""
    places: list[str] = field(default_factory=list)

    def add(self, row: OldRow) -> None:
        """Take one row along."""
        self.places.append(row.place)
        for named, text in ((FormField.PRACTICE, row.was), (FormField.ACTION, row.action)):
            self._put(named, text)
        remarks = [("Onderwerp", row.topic), ("Wordt", row.wanted)]
        for named, label, text in ((FormField.OWNER, "Wie", row.owner), (FormField.DUE, "Wanneer", row.due)):
            stored = self._stored(named, text)
            if not stored or self.chosen.setdefault(named, stored) != stored:
                remarks.append((label, text))
        self._put(
            FormField.REMARK, "\n".join(IN_REMARK.format(label, text) for label, text in remarks if text.strip())
        )

    def _stored(self, named: FormField, text: str) -> str:
        """A role or day as it is stored; "" for any other text, which then goes along in words."""
        if named is FormField.OWNER:
            labels = ((role.id, role.label) for role in self.content.roles)
            known = {key(part): role_id for role_id, label in labels for part in (label.partition(" (")[0], label)}
            return known.get(key(text), "") if text.strip() else ""
        try:
            return self.parser.parse(named, text)
        except UnreadableError:
            return ""

    def _put(self, named: FormField, text: str) -> None:
        if text.strip() and text.strip() not in self.texts.get(named, ()):
            self.texts.setdefault(named, []).append(text.strip())

    def values(self, code: str, findings: list[Finding]) -> Iterator[tuple[FormField, OfferedValue]]:
        """What is offered for the norm; what is too long becomes a finding."""
        place = f"norm {code} ({_joined(self.places)})"
        for named in FormField:
            if named in self.chosen:
                yield named, OfferedValue(self.chosen[named], place)
            elif named in self.texts:
                try:
                    text = self.parser.parse(named, BETWEEN.join(self.texts[named]))
                except UnreadableError as error:
                    findings.append(Finding(Severity.ERROR, place, f"{LABELS[named]}: {error}"))
                else:
                    yield named, OfferedValue(text, place, is_added=True)


def _joined(places: Iterable[str]) -> str:
    return "; ".join(quoted(place).strip("‘’") for place in places)
