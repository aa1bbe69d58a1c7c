"""A file about something else is recognised and explained, and nothing of another assessment is told."""

from datetime import date
from typing import Any

import pytest

from questionnaire.comparison.offered import Identity
from questionnaire.comparison.offered_assessment import offered_assessment
from questionnaire.comparison.offered_identity import Registration, check_identity
from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import Assessment, Municipality, Organisation, OrganisationKind
from questionnaire.model.settlement import Settlement, Status
from tests.questionnaire.plans import an_assessment

VEEN = Organisation(
    kind=OrganisationKind.MUNICIPALITY, name="Veen", municipalities=(Municipality(code="GM9001", name="Veen"),)
)
MINE = an_assessment().model_copy(update={"organisation": VEEN, "round": 2})
SELF: dict[str, Any] = {
    "organisation": "Veen",
    "codes": ("GM9001",),
    "round": 2,
    "reference_date": MINE.reference_date,
    "list_id": MINE.list_id,
    "content_version": MINE.content_version,
}
HERE, ELSEWHERE, NOWHERE = Registration
SETTLED = {"status": Status.SETTLED, "settlement": Settlement(role="college", day=date(2026, 4, 1))}


@pytest.mark.parametrize(
    "says",
    [{}, {"organisation": " VEEN "}, {"codes": ()}, {"organisation": "Veen (gemeente)"}, {"round": None}],
)
def test_a_file_of_this_assessment_is_read(says: dict[str, Any]) -> None:
    for known in (HERE, NOWHERE):
        assert check_identity(Identity(**(SELF | says)), MINE, known) == ()


def test_a_whole_assessment_says_what_it_is_about() -> None:
    assert offered_assessment(MINE, "a.json").identity == Identity(**SELF)


@pytest.mark.parametrize(
    ("says", "known", "told"),
    [
        ({"codes": ("GM9002",), "organisation": "Duin"}, NOWHERE, "gaat over Duin, en .* over Veen"),
        ({"codes": ("GM9002",), "organisation": ""}, NOWHERE, "gaat over GM9002"),
        ({"codes": ("GM9001", "GM9002")}, NOWHERE, "gaat over"),
        ({"codes": (), "organisation": "Duin"}, NOWHERE, "gaat over Duin"),
        ({"round": 1}, HERE, "hoort bij ronde 1, en .* is ronde 2"),
        ({"list_id": "lijst-van-zand"}, HERE, "een andere vragenlijst .‘lijst-van-zand’"),
        ({"content_version": "1999.1"}, HERE, "versie 1999.1 van de vragenlijst.*Maak een nieuwe invullijst"),
        ({"form": "K7QX-3M2P"}, ELSEWHERE, "van een andere zelfbeoordeling op deze computer"),
    ],
)
def test_a_file_about_something_else_is_refused_in_words(
    says: dict[str, Any], known: Registration, told: str
) -> None:
    with pytest.raises(InvalidInputError, match=f"(?s){told}.*Er is niets overgenomen"):
        check_identity(Identity(**(SELF | says)), MINE, known)


def test_nothing_is_read_into_what_is_settled() -> None:
    with pytest.raises(InvalidInputError, match=r"vastgesteld.*nieuwe ronde"):
        check_identity(Identity(**SELF), MINE.model_copy(update=SETTLED), HERE)


@pytest.mark.parametrize(
    ("says", "known", "told"),
    [
        ({"organisation": "", "codes": ()}, NOWHERE, "staat niet van welke gemeente"),
        ({"form": "K7QX-3M2P"}, NOWHERE, "K7QX-3M2P is hier niet bekend"),
        ({"reference_date": date(2027, 1, 2)}, HERE, "peildatum in dit bestand is 02-01-2027"),
    ],
)
def test_what_a_file_does_not_say_or_says_otherwise_is_told(
    says: dict[str, Any], known: Registration, told: str
) -> None:
    (finding,) = check_identity(Identity(**(SELF | says)), MINE, known)
    assert told in finding.text


def test_the_example_is_known_by_its_name() -> None:
    example: Assessment = an_assessment()
    check_identity(Identity(organisation="Proef", round=1), example, NOWHERE)
    with pytest.raises(InvalidInputError, match="gaat over Veen"):
        check_identity(Identity(organisation="Veen", codes=("GM9001",)), example, NOWHERE)
