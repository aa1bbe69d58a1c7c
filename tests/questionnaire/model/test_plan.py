"""Quarters, actions and process steps: one text per field, out and back in, and what may not be stored."""

import doctest
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from questionnaire.errors import InvalidInputError
from questionnaire.model import plan
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.plan import (
    Action,
    ActionField,
    ActionStatus,
    Certainty,
    ProcessField,
    ProcessStep,
    Quarter,
    StoredQuarter,
    action_id,
    process_place,
    quarters_from,
)
from questionnaire.model.plan_checks import (
    MAX_LINE,
    MOST_NORMS,
    checked_action_value,
    checked_certainty,
    checked_mark,
    checked_process_value,
    checked_quarter,
)
from tests.questionnaire.plans import FULL_ACTION, FULL_STEP

REMOVED_ACTION = FULL_ACTION.model_copy(update={"removed": True})
REMOVED_STEP = FULL_STEP.model_copy(update={"removed": True})
"""Also the mark that something was removed is a field."""
EXACTLY = settings(derandomize=True, deadline=None)
QUARTERS = st.builds(Quarter, st.integers(2000, 2099), st.integers(1, 4))
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(plan).failed == 0


@pytest.mark.parametrize(
    ("day", "stored", "text", "last_day"),
    [
        (date(2027, 1, 1), "2027-K1", "eerste kwartaal 2027", date(2027, 3, 31)),
        (date(2027, 6, 30), "2027-K2", "tweede kwartaal 2027", date(2027, 6, 30)),
        (date(2027, 7, 1), "2027-K3", "derde kwartaal 2027", date(2027, 9, 30)),
        (date(2100, 12, 31), "2100-K4", "vierde kwartaal 2100", date(2100, 12, 31)),
    ],
)
def test_a_day_falls_in_one_quarter(day: date, stored: str, text: str, last_day: date) -> None:
    quarter = Quarter.of(day)
    assert (str(quarter), quarter.text, quarter.last_day) == (stored, text, last_day)


@given(QUARTERS)
@EXACTLY
def test_a_quarter_comes_back_from_its_text_and_ends_before_the_next_begins(quarter: Quarter) -> None:
    assert Quarter.parse(str(quarter)) == quarter
    assert quarter < quarter.next()
    assert Quarter.of(quarter.last_day) == quarter
    assert Quarter.of(quarter.last_day + timedelta(days=1)) == quarter.next()


@given(DAYS, DAYS)
@EXACTLY
def test_an_earlier_day_never_falls_in_a_later_quarter(one: date, other: date) -> None:
    assert Quarter.of(min(one, other)) <= Quarter.of(max(one, other))


@pytest.mark.parametrize("text", ["", "2027", "2027-K5", "2027-K0", "2027-k1", "1999-K4", "2027-K1 ", "٢٠٢٧-K1"])
def test_a_text_that_is_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="quarter"):
        Quarter.parse(text)


def test_quarters_follow_each_other_over_the_year() -> None:
    assert [str(quarter) for quarter in quarters_from(Quarter(2026, 3), 4)] == [
        "2026-K3",
        "2026-K4",
        "2027-K1",
        "2027-K2",
    ]
    assert quarters_from(Quarter(2026, 3), 0) == ()


def test_a_model_writes_and_reads_a_quarter_as_its_text() -> None:
    class Planned(BaseModel):
        quarter: StoredQuarter | None = None

    planned = Planned(quarter=Quarter(2027, 2))
    assert planned.model_dump_json() == '{"quarter":"2027-K2"}'
    assert Planned.model_validate_json(planned.model_dump_json()) == planned
    assert Planned.model_validate({}) == Planned()
    with pytest.raises(ValidationError):
        Planned.model_validate({"quarter": "2027"})


@pytest.mark.parametrize("field", ActionField)
@pytest.mark.parametrize("action", [REMOVED_ACTION, Action(id="aB3_-x90")])
def test_every_field_of_an_action_comes_back_from_its_stored_text(field: ActionField, action: Action) -> None:
    stored = action.value(field)
    assert checked_action_value(field, stored) == stored
    assert action.replace(field, stored) == action
    assert Action(id=action.id).replace(field, stored).value(field) == stored


@pytest.mark.parametrize("field", ProcessField)
@pytest.mark.parametrize("step", [REMOVED_STEP, ProcessStep(id="aB3_-x90", section="stap-1")])
def test_every_field_of_a_process_step_comes_back_from_its_stored_text(
    field: ProcessField, step: ProcessStep
) -> None:
    stored = step.value(field)
    assert checked_process_value(field, stored) == stored
    assert step.replace(field, stored) == step
    assert ProcessStep(id=step.id, section=step.section).replace(field, stored).value(field) == stored


def test_a_full_action_leaves_no_field_empty() -> None:
    assert all(REMOVED_ACTION.value(field) for field in ActionField)
    assert all(REMOVED_STEP.value(field) for field in ProcessField)
    assert not any(Action(id="aB3_-x90").value(field) for field in ActionField)


def test_not_begun_is_stored_in_one_way_only() -> None:
    assert checked_action_value(ActionField.STATUS, "nog-niet-begonnen") == ""
    assert Action(id="a").replace(ActionField.STATUS, "nog-niet-begonnen") == Action(id="a")


@pytest.mark.parametrize(
    ("status", "removed", "counts", "is_to_do"),
    [
        (ActionStatus.NOT_STARTED, False, True, True),
        (ActionStatus.DONE, False, True, False),
        (ActionStatus.DROPPED, False, False, False),
        (ActionStatus.BUSY, True, False, False),
    ],
)
def test_a_dropped_or_removed_action_does_not_count(
    status: ActionStatus, removed: bool, counts: bool, is_to_do: bool
) -> None:
    action = Action(id="a", status=status, removed=removed)
    assert (action.counts, action.is_to_do) == (counts, is_to_do)


@pytest.mark.parametrize(
    ("field", "given_text", "stored"),
    [
        (ActionField.NORMS, " b  a\nb ", "b a"),
        (ActionField.OWNER_NAME, " Team\nToegang ", "Team Toegang"),
        (ActionField.WHAT, "een\r\ntwee\x00", "een\ntwee"),
        (ActionField.DUE, "2028-02-29", "2028-02-29"),
    ],
)
def test_a_value_is_stored_in_one_form(field: ActionField, given_text: str, stored: str) -> None:
    assert checked_action_value(field, given_text) == stored


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        (ActionField.WHAT, "x" * (MAX_TEXT + 1), "te lang: 20001 tekens"),
        (ActionField.OWNER_NAME, "x" * (MAX_LINE + 1), "te lang: 121 tekens"),
        (ActionField.NORMS, "Norm", "Deze norm past hier niet: 'Norm'"),
        (ActionField.NORMS, " ".join(f"n{number}" for number in range(MOST_NORMS + 1)), "te veel normen"),
        (ActionField.OWNER_ROLE, "het hoofd", "Deze rol"),
        (ActionField.DUE, "2027-02-29", "Deze datum"),
        (ActionField.DUE, "20270201", "Deze datum"),
        (ActionField.DUE, "1999-12-31", "Deze datum"),
        (ActionField.EFFORT, "reusachtig", "Deze omvang"),
        (ActionField.STATUS, "Klaar", "Deze status"),
        (ActionField.REMOVED, "nee", "Dit vinkje"),
    ],
)
def test_what_does_not_fit_an_action_is_refused_in_words(field: ActionField, value: str, told: str) -> None:
    with pytest.raises(InvalidInputError, match=told) as refused:
        checked_action_value(field, value)
    assert "NIET" in str(refused.value)


@pytest.mark.parametrize("value", ["0", "01", "-1", "10000", "een", "٣"])
def test_a_place_is_a_whole_number(value: str) -> None:
    with pytest.raises(InvalidInputError, match="heel getal"):
        checked_process_value(ProcessField.POSITION, value)


def test_quarter_certainty_and_mark_are_checked_for_the_store() -> None:
    assert (checked_quarter("2027-K4"), checked_quarter("")) == ("2027-K4", "")
    assert [checked_certainty(value) for value in ["", *Certainty]] == ["", "weten", "denken", "gokken"]
    assert (checked_mark("ja"), checked_mark("")) == ("ja", "")
    for check in (checked_quarter, checked_certainty, checked_mark):
        with pytest.raises(InvalidInputError, match="Er is NIETS opgeslagen"):
            check("zomer")


@pytest.mark.parametrize("subject", [FULL_ACTION.subject, FULL_STEP.subject, "een-norm", "actie:kort", "proces:x"])
def test_a_subject_names_one_kind_of_thing(subject: str) -> None:
    assert (action_id(subject) is not None) == (subject == FULL_ACTION.subject)
    assert (process_place(subject) is not None) == (subject == FULL_STEP.subject)


@given(st.text())
@EXACTLY
def test_any_text_is_either_stored_in_a_stable_form_or_refused(text: str) -> None:
    for field in ActionField:
        try:
            stored = checked_action_value(field, text)
        except InvalidInputError:
            continue
        assert checked_action_value(field, stored) == stored
        assert Action(id="a").replace(field, stored).value(field) == stored
