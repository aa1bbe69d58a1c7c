"""The calendar file: one whole day per action with a date, readable by another program, the same each time."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.errors import InvalidInputError
from questionnaire.model.cleaning import clean
from questionnaire.model.plan import Action, ActionStatus, Effort
from questionnaire.scoring.score import Result
from reporting.tables.calendar import LONGEST_SUMMARY, calendar_file, dated_actions
from reporting.wording.answers import owner_text
from tests.questionnaire.plans import CONTENT, scored

EXACTLY = settings(derandomize=True, deadline=None, max_examples=40)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NORMS = CONTENT.core.norms[:2]
DUE = date(2027, 2, 28)
FULL = Action(
    id="aB3_-x90",
    what="Maak één afspraak; met drie teams, en schrijf haar op",
    norms=tuple(norm.id for norm in NORMS),
    owner_role="afdelingshoofd",
    owner_name="Team Toegang",
    due=DUE,
    effort=Effort.SMALL,
    note="Geheime notitie",
    expected="Sneller contact",
)


def events(result: Result) -> list[icalendar.Event]:
    """The events as another program reads them."""
    calendar = icalendar.Calendar.from_ical(calendar_file(result, NOW))
    return [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]


def test_an_action_is_a_whole_day_that_keeps_nobody_busy() -> None:
    (event,) = events(scored(None, FULL))
    assert (event.start, event.end - event.start) == (DUE, timedelta(days=1))
    assert event.summary == FULL.what
    assert str(event["TRANSP"]) == "TRANSPARENT"
    assert str(event["UID"]) == "aB3_-x90@proef.was-wordt"
    assert event.stamp == NOW


def test_the_description_says_for_what_and_by_whom_and_keeps_notes_out() -> None:
    (event,) = events(scored(None, FULL))
    assert str(event.description).split("\n") == [
        "Voor de normen:",
        f"- {NORMS[0].code} {NORMS[0].title}",
        f"- {NORMS[1].code} {NORMS[1].title}",
        "Eigenaar: afdelingshoofd (Team Toegang)",
        "Omvang: klein",
        "Verwachting: Sneller contact",
    ]


def test_one_norm_is_told_in_the_singular() -> None:
    (event,) = events(scored(None, FULL.model_copy(update={"norms": (NORMS[0].id,)})))
    assert str(event.description).startswith("Voor de norm:\n")


def test_a_long_text_is_shortened_in_the_title_and_whole_in_the_description() -> None:
    text = "Vraag het na bij elk team. " * 8 + "\nDaarna verder."
    (event,) = events(scored(None, Action(id="a", what=text, due=DUE)))
    assert len(str(event.summary)) <= LONGEST_SUMMARY
    assert str(event.summary).endswith(" …")
    assert str(event.description) == text.strip()


def test_an_action_without_a_text_still_has_a_title() -> None:
    (event,) = events(scored(None, Action(id="a", what=" ", due=DUE)))
    assert event.summary == "Actie zonder tekst"


def test_only_what_is_to_be_done_and_has_a_date_is_in_it_earliest_first() -> None:
    result = scored(
        None,
        Action(id="later", due=DUE),
        Action(id="klaar", due=DUE, status=ActionStatus.DONE),
        Action(id="vervallen", due=DUE, status=ActionStatus.DROPPED),
        Action(id="zonder"),
        Action(id="eerder", due=date(2026, 1, 1), status=ActionStatus.BUSY),
    )
    assert [action.id for action in dated_actions(result)] == ["eerder", "later"]
    assert [str(event["UID"]).partition("@")[0] for event in events(result)] == ["eerder", "later"]


def test_without_dates_there_is_no_file_and_the_message_says_what_to_do() -> None:
    with pytest.raises(InvalidInputError, match="Geef eerst een actie een datum"):
        calendar_file(scored(None, Action(id="a")), NOW)


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert calendar_file(scored(None, FULL), NOW) == calendar_file(scored(None, FULL), NOW)


@pytest.mark.parametrize(
    ("role", "name", "text"),
    [
        ("afdelingshoofd", "", "afdelingshoofd"),
        ("", "Naam", "Naam"),
        ("", "", ""),
        ("oude-rol", "Naam", "oude-rol (Naam)"),
    ],
)
def test_an_owner_is_a_role_a_name_or_both(role: str, name: str, text: str) -> None:
    assert owner_text(Action(id="a", owner_role=role, owner_name=name), CONTENT) == text


@given(st.text().map(clean), st.text().map(clean), st.dates(date(2000, 1, 1), date(2100, 12, 31)))
@EXACTLY
def test_any_text_stays_inside_its_own_field(what: str, expected: str, due: date) -> None:
    result = scored(None, Action(id="a", what=what, expected=expected, due=due))
    (event,) = events(result)
    assert set(event.keys()) <= {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "TRANSP", "DESCRIPTION"}
    assert event.start == due
    assert all(len(line) <= 75 for line in calendar_file(result, NOW).split(b"\r\n"))
