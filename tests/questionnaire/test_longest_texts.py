"""What just fits is kept whole, and one sign more is refused: for every field with a limit."""

from collections.abc import Callable
from datetime import date

import pytest

from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import MAX_PARTICULAR, AnswerField, ParticularField, Particulars
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.plan import ActionField, ProcessField, Quarter
from questionnaire.model.plan_checks import MAX_LINE, checked_action_value, checked_process_value
from questionnaire.store.checks import (
    MAX_AUTHOR,
    MAX_NAME,
    checked_author,
    checked_change,
    checked_line,
    file_name,
)
from questionnaire.store.records import Change

FREE = (
    AnswerField.PRACTICE,
    AnswerField.EVIDENCE,
    AnswerField.LINK,
    AnswerField.REMARK,
    AnswerField.REASON,
    AnswerField.OTHERWISE,
)


def of_answer(field: AnswerField) -> Callable[[str], str]:
    return lambda text: checked_change(Change("n1", field, text, 0)).value


def of_action(field: ActionField) -> Callable[[str], str]:
    return lambda text: checked_action_value(field, text)


def of_step(field: ProcessField) -> Callable[[str], str]:
    return lambda text: checked_process_value(field, text)


LIMITS: dict[str, tuple[Callable[[str], str], int]] = {
    **{f"antwoord-{field}": (of_answer(field), MAX_TEXT) for field in FREE},
    "actie-wat": (of_action(ActionField.WHAT), MAX_TEXT),
    "actie-notitie": (of_action(ActionField.NOTE), MAX_TEXT),
    "actie-naam": (of_action(ActionField.OWNER_NAME), MAX_LINE),
    "stap-wat": (of_step(ProcessField.WHAT), MAX_TEXT),
    "stap-wie": (of_step(ProcessField.WHO), MAX_LINE),
    "naam": (checked_author, MAX_AUTHOR),
    "regel": (lambda text: checked_line(text, 200), 200),
    "kenmerk": (
        lambda text: Particulars().replace(ParticularField.REFERENCE, text).reference,
        MAX_PARTICULAR,
    ),
}


@pytest.mark.parametrize("name", LIMITS)
def test_what_just_fits_is_kept_whole_and_one_sign_more_is_refused(name: str) -> None:
    check, most = LIMITS[name]
    assert check("x" * most) == "x" * most
    with pytest.raises(InvalidInputError):
        check("x" * (most + 1))


def test_a_file_name_is_cut_at_its_limit() -> None:
    assert file_name("x" * (MAX_NAME + 1), "bestand") == file_name("x" * MAX_NAME, "bestand") == "x" * MAX_NAME


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_last_day_of_a_quarter_belongs_to_it_and_the_next_does_not(number: int) -> None:
    quarter = Quarter(2027, number)
    last = quarter.last_day
    assert Quarter.of(last) == quarter
    assert Quarter.of(date.fromordinal(last.toordinal() + 1)) == quarter.next()
