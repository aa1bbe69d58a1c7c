"""What a form or report of an earlier version of the content offers, for the norms of a later one. Pure.

The same rules as for an assessment that is moved (decision 0015); what cannot be moved is told, never dropped.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from questionnaire.comparison.form_fields import ACTION_FIELDS, FREE_TEXTS, FormField
from questionnaire.comparison.offered import Finding, OfferedFile, OfferedValue, Severity
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.versions.transition import Merged, Split, Transition

NormValues = Mapping[FormField, OfferedValue]
LONGEST_QUOTE = 200


def bring_file(file: OfferedFile, way: Sequence[tuple[Transition, Questionnaire]]) -> OfferedFile:
    """Bring a file along `way`: each transition with the content that it leads from, oldest first."""
    if not way:
        return file
    start, end = way[0][0].old_version, way[-1][0].new_version
    text = f"Dit bestand is gemaakt met versie {start} van de vragenlijst. Het is omgezet naar versie {end}."
    values, findings = file.values, [*file.findings, Finding(Severity.NOTE, "", text)]
    for transition, old in way:
        moving = _Moving(values, old, findings)
        values = moving.moved(transition)
    identity = replace(file.identity, content_version=end)
    return replace(file, identity=identity, values=values, findings=tuple(findings))


@dataclass(slots=True)
class _Moving:
    """One transition for the values of one file."""

    values: Mapping[str, NormValues]
    old: Questionnaire
    findings: list[Finding]
    found: dict[str, NormValues] = field(default_factory=dict)

    def moved(self, transition: Transition) -> Mapping[str, NormValues]:
        """The values by their new norm id."""
        self.found = {norm_id: each for norm_id, each in self.values.items() if norm_id not in transition.new_ids}
        for reworded in transition.reworded:
            if reworded.norm in self.values:
                self.found[reworded.new_id] = self.values[reworded.norm]
        for split in transition.split:
            self._split(split)
        for merged in transition.merged:
            self._merge(merged)
        for retired in transition.retired:
            self._retire(retired.norm)
        return self.found

    def _split(self, split: Split) -> None:
        """The answer to each part, the action to the first."""
        values = self.values.get(split.norm, {})
        answer = {named: value for named, value in values.items() if named not in ACTION_FIELDS}
        for place, part in enumerate(split.becomes if values else ()):
            self.found[part] = answer if place else values
        if _filled(values):
            text = (
                "Deze norm is gesplitst. Wat in het bestand staat, is bij elk deel gezet. Kijk of het daar klopt."
            )
            self._tell(split.norm, Severity.WARNING, text)

    def _merge(self, merged: Merged) -> None:
        """All texts; a level or ambition only when every one of the norms has it in this file."""
        parts = [norm_id for norm_id in merged.norms if norm_id in self.values]
        joined: dict[FormField, OfferedValue] = {}
        for named in FormField:
            offers = [(norm_id, self.values[norm_id][named]) for norm_id in parts if named in self.values[norm_id]]
            if named in FREE_TEXTS and named not in ACTION_FIELDS and offers:
                joined[named] = self._together(offers)
            elif named not in ACTION_FIELDS and _agree(offers, len(merged.norms)):
                joined[named] = offers[0][1]
            elif named not in ACTION_FIELDS:
                self._tell_left_out(named, offers)
        if parts:
            self.found[merged.becomes] = joined | self._action_of(parts)

    def _together(self, offers: Sequence[tuple[str, OfferedValue]]) -> OfferedValue:
        """The texts under each other, each below the title of its norm; one that is all there is stands alone."""
        filled = [(norm_id, value) for norm_id, value in offers if value.text.strip()]
        if len({value.text for _, value in filled}) <= 1:
            return filled[0][1] if filled else offers[0][1]
        lines = [f"{self.old.norm_by_id[norm_id].title}: {value.text}" for norm_id, value in filled]
        return replace(filled[0][1], text="\n".join(lines))

    def _action_of(self, parts: Sequence[str]) -> dict[FormField, OfferedValue]:
        """The action of the first norm that has one; that of another is told."""
        actions = [
            (norm_id, {named: value for named, value in self.values[norm_id].items() if named in ACTION_FIELDS})
            for norm_id in parts
        ]
        having = [(norm_id, action) for norm_id, action in actions if _filled(action)]
        for norm_id, action in having[1:]:
            self._tell(norm_id, Severity.WARNING, f"De actie is niet overgenomen: {_quoted(action)}")
        return having[0][1] if having else actions[0][1]

    def _tell_left_out(self, named: FormField, offers: Iterable[tuple[str, OfferedValue]]) -> None:
        for norm_id, value in offers:
            if value.text:
                what = f"Het veld ‘{named}’ ({value.text}) is niet gelezen. Kies het zelf bij de nieuwe norm."
                self._tell(norm_id, Severity.WARNING, f"Deze norm is samengevoegd met een andere. {what}")

    def _retire(self, norm_id: str) -> None:
        values = self.values.get(norm_id, {})
        if _filled(values):
            text = f"Deze norm wordt niet meer gevraagd. Dit is niet overgenomen: {_quoted(values)}"
            self._tell(norm_id, Severity.WARNING, text)

    def _tell(self, norm_id: str, severity: Severity, text: str) -> None:
        norm = self.old.norm_by_id.get(norm_id)
        place = f"norm {norm.code} ‘{norm.title}’ in versie {self.old.version}" if norm else norm_id[:45]
        self.findings.append(Finding(severity, place, text))


def _agree(offers: Sequence[tuple[str, OfferedValue]], number: int) -> bool:
    """Whether there are this many, all with the same text."""
    return len(offers) == number and len({value.text for _, value in offers}) == 1


def _filled(values: NormValues) -> bool:
    return any(value.text.strip() for value in values.values())


def _quoted(values: NormValues) -> str:
    """What stands in these values, on one line, shortened."""
    text = " / ".join(" ".join(value.text.split()) for value in values.values() if value.text.strip())
    return f"‘{text[:LONGEST_QUOTE]}{'…' if len(text) > LONGEST_QUOTE else ''}’"
