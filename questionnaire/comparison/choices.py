"""From choices to what is saved, and what a person should know before saving. Pure; see decision 0020."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from questionnaire.comparison.form_fields import FieldKey
from questionnaire.comparison.model import Choice, Choices, Comparison, pick_of, removed_field
from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import HEIGHT_BY_LEVEL, AnswerField, Level
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.plan import YES, ActionField, action_id
from questionnaire.model.subjects import values_of
from questionnaire.store.records import NOTHING_SEEN, Change

HEIGHTS: Mapping[str, int] = {level.value: height for level, height in HEIGHT_BY_LEVEL.items()}
_FIELDS_THAT_MUST_FIT = (AnswerField.LEVEL, AnswerField.REASON, AnswerField.AMBITION)


@dataclass(frozen=True, slots=True)
class ChoiceProblem:
    """What is the matter after the choices that were made."""

    norm_id: str
    """The norm it is about; "" for none."""
    text: str
    """In Dutch: where, what, and what to do."""
    is_blocking: bool
    """Whether nothing can be saved like this; else it may, as on the page of the norm itself."""


def changes(comparison: Comparison, choices: Choices) -> list[Change]:
    """What to save, in order; empty when nothing changes. A save compares with the moment of the comparison.

    Raises:
        InvalidInputError: A problem is blocking; the message is that of the first.
    """
    for problem in problems(comparison, choices):
        if problem.is_blocking:
            raise InvalidInputError(f"{problem.text} Er is NIETS opgeslagen.")
    return list(_changes(comparison, choices).values())


def problems(comparison: Comparison, choices: Choices) -> tuple[ChoiceProblem, ...]:
    """What is the matter with these choices, in the order of the rows; what must be solved has `is_blocking`."""
    texts = {key: change.value for key, change in _changes(comparison, choices).items()}
    place = {row.norm_id: number for number, row in reversed(list(enumerate(comparison.rows)))}
    found = [
        *_unchosen(comparison, choices),
        *_too_long(comparison, texts),
        *_wrong_answers(comparison, texts),
        *_empty_actions(comparison, texts),
    ]
    return tuple(sorted(found, key=lambda problem: place[problem.norm_id]))


def _changes(comparison: Comparison, choices: Choices) -> dict[FieldKey, Change]:
    """What to store, by field; a row for which somebody must still choose changes nothing."""
    found: dict[FieldKey, Change] = {}
    for row in comparison.rows:
        pick = pick_of(row, choices)
        if pick is None or pick.choice is Choice.MINE:
            continue
        texts = {row.key: row.text(pick)} if row.text(pick) != row.mine else {}
        if row.group and row.mine:
            texts = {(row.subject, removed_field(row.subject)): YES}
        elif row.was_removed:
            texts = {key: "" for key in _kept_of(row.subject, comparison) if key not in found} | texts
        for key, text in texts.items():
            seen = comparison.stored.seen.get(key, NOTHING_SEEN)
            found[key] = Change(*key, text, seen, row.origin(pick))
    return found


def _kept_of(subject: str, comparison: Comparison) -> list[FieldKey]:
    """The fields that the store still has of what was removed: it comes back only as it is in the file."""
    return [key for key in comparison.stored.seen if key[0] == subject]


def _unchosen(comparison: Comparison, choices: Choices) -> Iterator[ChoiceProblem]:
    """One problem for each norm in which somebody must still choose."""
    open_rows = {row.choice_id: row for row in comparison.rows if pick_of(row, choices) is None}
    for norm_id, number in Counter(row.norm_id for row in open_rows.values()).items():
        fields = "1 veld" if number == 1 else f"{number} velden"
        text = f"bij {fields} is nog niet gekozen wat er moet staan. Kies dat eerst."
        yield ChoiceProblem(norm_id, f"{_place(norm_id, comparison)}: {text}", is_blocking=True)


def _too_long(comparison: Comparison, texts: dict[FieldKey, str]) -> Iterator[ChoiceProblem]:
    for row in comparison.rows:
        length = len(texts.get(row.key, ""))
        if length > MAX_TEXT:
            text = (
                f"de teksten zijn samen te lang: {length} tekens, en er passen er {MAX_TEXT}. "
                "Kies een van de teksten, of maak eerst een tekst korter."
            )
            yield ChoiceProblem(row.norm_id, f"{_place(row.norm_id, comparison)}: {text}", is_blocking=True)


def _wrong_answers(comparison: Comparison, texts: dict[FieldKey, str]) -> Iterator[ChoiceProblem]:
    """What does not fit together in an answer of which something changes."""
    after = values_of(comparison.stored.assessment) | texts
    for norm_id in dict.fromkeys(key[0] for key in texts if key[1] in _FIELDS_THAT_MUST_FIT):
        level, reason, ambition = (after.get((norm_id, field), "") for field in _FIELDS_THAT_MUST_FIT)
        place = _place(norm_id, comparison)
        if level == Level.NOT_APPLICABLE and not reason.strip():
            text = "staat op niet van toepassing, zonder reden. De norm telt dan als open. Vul de reden later aan."
            yield ChoiceProblem(norm_id, f"{place}: {text}", is_blocking=False)
        if ambition and HEIGHTS.get(level, 0) > HEIGHTS.get(ambition, 0):
            is_new = (norm_id, AnswerField.AMBITION) in texts
            text = "Kies een ander niveau of een andere ambitie." if is_new else "Het niveau telt dan als ambitie."
            text = f"het gewenste niveau is lager dan het niveau van nu. {text}"
            yield ChoiceProblem(norm_id, f"{place}: {text}", is_blocking=is_new)


def _empty_actions(comparison: Comparison, texts: dict[FieldKey, str]) -> Iterator[ChoiceProblem]:
    after = values_of(comparison.stored.assessment) | texts
    norm_by_subject = {row.subject: row.norm_id for row in comparison.rows}
    for subject in dict.fromkeys(key[0] for key in texts if action_id(key[0])):
        if not after.get((subject, ActionField.WHAT), "").strip():
            norm_id = norm_by_subject[subject]
            text = "een actie heeft nu geen tekst. Vul die later aan op de pagina met het plan."
            yield ChoiceProblem(norm_id, f"{_place(norm_id, comparison)}: {text}", is_blocking=False)


def _place(norm_id: str, comparison: Comparison) -> str:
    norm = comparison.content.norm_by_id.get(norm_id)
    return f"Norm {norm.code}" if norm else "Buiten de normen"
