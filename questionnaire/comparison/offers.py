"""What one file claims about each field of an assessment, before it is compared. Pure; see decision 0020."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from questionnaire.comparison.form_fields import (
    ACTION_FIELDS,
    ANSWER_FIELDS,
    FieldKey,
    FormField,
    action_subject,
    form_actions,
)
from questionnaire.comparison.model import JOINABLE, Base, removed_field
from questionnaire.comparison.offered import Finding, OfferedFile, OfferedValue, Severity, Source
from questionnaire.model.assessment import PRESENT_FIELDS, AnswerField
from questionnaire.model.plan import ActionField, action_id, process_place
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.model.subjects import values_of
from questionnaire.store.records import StoredAssessment


@dataclass(frozen=True, slots=True)
class Claim:
    """The text that one file has for one field, with what the file was made with (None: not known)."""

    file: str
    text: str
    place: str
    base: str | None = None
    is_added: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All claims of one file."""

    file: str
    claims: Mapping[FieldKey, Claim]
    absent: frozenset[str]
    """Actions and steps of the assessment that a whole assessment in the file does not have."""
    findings: tuple[Finding, ...]


def removed_subjects(stored: StoredAssessment) -> frozenset[str]:
    """Actions and steps that were here and were taken away."""
    marked = {subject for subject, field in stored.seen if field is removed_field(subject)}
    return frozenset(marked - {subject for subject, _ in values_of(stored.assessment)})


def read_claims(file: OfferedFile, stored: StoredAssessment, base: Base | None, content: Questionnaire) -> Reading:
    """What the file claims; what it cannot mean is left out, with a finding."""
    form = _Form(file, stored, base, content)
    claims: dict[FieldKey, Claim] = {}
    for norm_id in file.values:
        form.turn_to(norm_id)
        claims |= form.answer(norm_id)
        claims |= form.action(norm_id)
    mine = values_of(stored.assessment)
    claims |= _of_assessment(file)
    absent: frozenset[str] = frozenset()
    if file.source is Source.ASSESSMENT:
        absent = frozenset(subject for subject, _ in mine) - {subject for subject, _ in file.others}
        claims |= _missing(file, mine)
    absent = frozenset(subject for subject in absent if action_id(subject) or process_place(subject))
    return Reading(file.name, claims, absent, (*file.findings, *form.findings()))


def _of_assessment(file: OfferedFile) -> dict[FieldKey, Claim]:
    """What a whole assessment has, but for its marks: whether an answer was confirmed there says nothing here."""
    return {
        key: Claim(file.name, _filled(value), value.place)
        for key, value in file.others.items()
        if key[1] is not AnswerField.RECONFIRM
    }


def _missing(file: OfferedFile, mine: Mapping[FieldKey, str]) -> Iterator[tuple[FieldKey, Claim]]:
    """Empty claims for what only the assessment has; a mark only where the file has an answer without one."""
    answered = {subject for subject, field in file.others if field in PRESENT_FIELDS}
    for key in mine:
        if key not in file.others and (key[1] is not AnswerField.RECONFIRM or key[0] in answered):
            yield key, Claim(file.name, "", "")


def _filled(value: OfferedValue) -> str:
    """The text, or an empty one when there are only spaces."""
    return value.text if value.text.strip() else ""


class _Form:
    """The claims of a form, a report with comments or an old list; keeps what a person should know."""

    def __init__(
        self, file: OfferedFile, stored: StoredAssessment, base: Base | None, content: Questionnaire
    ) -> None:
        self._file = file
        self._base = self._made_with = base
        self._content = content
        self._mine = values_of(stored.assessment)
        self._actions = stored.assessment.actions
        self._removed = removed_subjects(stored)
        self._shown = form_actions(stored.assessment, content)
        self._told: list[Finding] = []
        self._left_empty = 0

    def findings(self) -> Iterator[Finding]:
        """What a person should know, beside what the file itself tells."""
        yield from self._told
        yield from self._absent()
        if self._left_empty and self._file.identity.is_filled_before:
            fields = "1 veld is" if self._left_empty == 1 else f"{self._left_empty} velden zijn"
            text = (
                f"{fields} leeg in dit bestand, en hier staat wel iets. Waarmee de lijst is gemaakt, is hier niet "
                "bekend. Hier verandert daar niets."
            )
            yield Finding(Severity.WARNING, "", text)

    def turn_to(self, norm_id: str) -> None:
        """Of a norm that somebody pasted in from another form, nobody knows what that one was made with."""
        norms = self._made_with.norms if self._made_with else ()
        self._base = None if norms and norm_id not in norms else self._made_with

    def _absent(self) -> Iterator[Finding]:
        """One finding for the norms that the form was made with and of which the file has nothing."""
        gone = set(self._made_with.norms if self._made_with else ()) - self._file.values.keys()
        if codes := [norm.code for norm in self._content.norms if norm.id in gone]:
            norms = "1 norm" if len(codes) == 1 else f"{len(codes)} normen"
            text = f"Van {norms} van deze invullijst staat niets in het bestand: {', '.join(codes)}. "
            yield Finding(Severity.WARNING, "", f"{text}Wat u al had ingevuld, blijft staan.")

    def answer(self, norm_id: str) -> Iterator[tuple[FieldKey, Claim]]:
        """The claims about the answer to a norm."""
        if norm_id not in self._content.norm_by_id:
            self._tell(Severity.ERROR, norm_id[:80], "Deze norm bestaat niet in deze versie. Er is niets gelezen.")
            return
        for field, value in self._file.values[norm_id].items():
            if field in ANSWER_FIELDS and (claim := self._claim((norm_id, ANSWER_FIELDS[field]), value)):
                yield (norm_id, ANSWER_FIELDS[field]), claim

    def action(self, norm_id: str) -> Iterator[tuple[FieldKey, Claim]]:
        """The claims about the action at a norm: none without a text for it."""
        values = {field: value for field, value in self._file.values[norm_id].items() if field in ACTION_FIELDS}
        if norm_id not in self._content.norm_by_id or not values:
            return
        what = values.get(FormField.ACTION)
        subject = self._subject(norm_id, what)
        is_here = action_id(subject) in self._actions
        if not is_here if what is None else not what.text.strip():
            self._tell_no_text(norm_id, subject, values)
            return
        for field, value in values.items():
            key = subject, ACTION_FIELDS[field]
            if claim := self._claim(key, value):
                yield key, claim
        if not is_here:
            yield self._norms(subject, norm_id, values[FormField.ACTION])

    def _claim(self, key: FieldKey, value: OfferedValue) -> Claim | None:
        """The claim of one value; None for an empty field that was empty, or of which nobody knows what it was."""
        text = _filled(value)
        if not text and not (self._base and self._base.is_filled_before):
            self._left_empty += bool(self._mine.get(key))
            return None
        base = None if value.is_added else self._before(key)
        return Claim(self._file.name, text, value.place, base, value.is_added and key[1] in JOINABLE)

    def _before(self, key: FieldKey) -> str | None:
        if self._base is None:
            return None
        return self._base.values.get(key, "") if self._base.is_filled_before else ""

    def _subject(self, norm_id: str, what: OfferedValue | None) -> str:
        """The action that the form showed, one that is the same, or a new one with the same subject each time."""
        form, text = self._file.identity.form, what.text if what else ""
        if self._base is not None:
            return action_subject(form, norm_id, self._base.actions if self._base.is_filled_before else {})
        shown = self._shown.get(norm_id)
        if shown and (self._file.identity.is_filled_before or shown.what == text):
            return shown.subject
        return action_subject(form or text, norm_id, {})

    def _norms(self, subject: str, norm_id: str, what: OfferedValue) -> tuple[FieldKey, Claim]:
        """The norms of an action that is not here; of one that was here, those that it had."""
        key = subject, ActionField.NORMS
        before = self._base.values.get(key) if self._base and subject in self._removed else None
        return key, Claim(self._file.name, before or norm_id, what.place, before)

    def _tell_no_text(self, norm_id: str, subject: str, values: Mapping[FormField, OfferedValue]) -> None:
        """Tell of an action that was emptied, and of an owner or a date without an action."""
        place = next(iter(values.values())).place or f"norm {self._content.norm_by_id[norm_id].code}"
        if self._before((subject, ActionField.WHAT)) and action_id(subject) in self._actions:
            text = "De tekst van de actie is in dit bestand weggehaald. De actie blijft staan zoals zij is. "
            self._tell(Severity.WARNING, place, text + "Wilt u haar weg? Haal haar weg op de pagina met het plan.")
        elif self._base is None and not any(value.text.strip() for value in values.values()):
            self._left_empty += action_id(subject) in self._actions
        elif any(value.text.strip() for value in values.values()):
            text = "Hier staat een eigenaar of een datum, maar geen actie. Er is niets overgenomen. "
            self._tell(Severity.WARNING, place, text + "Vul de actie zelf in als dat nodig is.")

    def _tell(self, severity: Severity, place: str, text: str) -> None:
        self._told.append(Finding(severity, place, text))
