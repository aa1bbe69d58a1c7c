"""Before saving, a person reads per norm what does not fit; what must be solved stops the save."""

import pytest

from questionnaire.comparison.choices import changes, problems
from questionnaire.comparison.compare import compare
from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.model import KEEP, Choice, Choices, Comparison, Pick
from questionnaire.comparison.offered_assessment import offered_assessment
from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import Answer, Level
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.plan import Action
from tests.questionnaire.comparison.offers import a_form, stored
from tests.questionnaire.plans import CONTENT, an_assessment

NORM = CONTENT.norms[0]
SOME, ARRANGED, SECURED = Level.SOMETIMES, Level.ARRANGED, Level.SECURED


def compared(mine: Answer, theirs: dict[FormField, str]) -> Comparison:
    return compare(a_form({NORM.id: theirs}), stored(an_assessment({NORM.id: mine})), None, CONTENT)


def taken(comparison: Comparison) -> Choices:
    return comparison.choose_all(Choice.FILE)


WRONG = [  # here, in the file -> what is told, and whether that stops the save
    (Answer(level=ARRANGED), {FormField.WANTED: "soms"}, "lager dan het niveau van nu. Kies een ander", True),
    (Answer(), {FormField.LEVEL: "geborgd", FormField.WANTED: "soms"}, "lager dan het niveau van nu", True),
    (Answer(ambition=SOME), {FormField.LEVEL: "geborgd"}, "Het niveau telt dan als ambitie", False),
    (Answer(ambition=SECURED), {FormField.LEVEL: "geborgd"}, None, False),
    (Answer(level=SOME), {FormField.WANTED: "soms"}, None, False),
    (Answer(), {FormField.LEVEL: "niet-van-toepassing"}, "zonder reden. De norm telt dan als open", False),
    (Answer(reason="Geen wijkteam"), {FormField.LEVEL: "niet-van-toepassing"}, None, False),
    (Answer(), {FormField.LEVEL: "niet-van-toepassing", FormField.REASON: "x"}, None, False),
    (Answer(level=SOME, ambition=ARRANGED), {FormField.LEVEL: "weet-ik-niet"}, None, False),
]


@pytest.mark.parametrize(("mine", "theirs", "told", "is_blocking"), WRONG)
def test_what_does_not_fit_in_an_answer_is_told_per_norm(
    mine: Answer, theirs: dict[FormField, str], told: str | None, is_blocking: bool
) -> None:
    found = compared(mine, theirs)
    assert [problem.is_blocking for problem in problems(found, taken(found))] == ([is_blocking] if told else [])
    for problem in problems(found, taken(found)):
        assert problem.norm_id == NORM.id
        assert problem.text.startswith(f"Norm {NORM.code}: ")
        assert told is not None
        assert told in problem.text
    if is_blocking:
        with pytest.raises(InvalidInputError, match="NIETS opgeslagen"):
            changes(found, taken(found))
    else:
        assert changes(found, taken(found))


def test_what_was_wrong_already_is_not_told_when_it_does_not_change() -> None:
    found = compared(Answer(level=Level.NOT_APPLICABLE), {FormField.PRACTICE: "x"})
    assert problems(found, {}) == ()


def test_texts_that_are_too_long_together_are_refused_in_words() -> None:
    found = compared(Answer(practice="a" * MAX_TEXT), {FormField.PRACTICE: "b"})
    (problem,) = problems(found, found.choose_all(Choice.BOTH))
    assert (problem.norm_id, problem.is_blocking) == (NORM.id, True)
    assert "samen te lang: 20003 tekens, en er passen er 20000" in problem.text
    with pytest.raises(InvalidInputError, match="samen te lang"):
        changes(found, found.choose_all(Choice.BOTH))
    assert changes(found, found.choose_all(Choice.MINE)) == []


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({}, ["bij 2 velden is nog niet gekozen"]),
        ({"was": KEEP}, ["bij 1 veld is nog niet gekozen"]),
        ({"was": KEEP, "bewijs": Pick(Choice.FILE, "een ander bestand")}, ["bij 1 veld is nog niet gekozen"]),
        ({"was": KEEP, "bewijs": Pick(Choice.BOTH)}, []),
    ],
)
def test_somebody_must_choose_what_both_changed(chosen: dict[str, Pick], told: list[str]) -> None:
    theirs = {FormField.PRACTICE: "b", FormField.EVIDENCE: "b"}
    found = compared(Answer(practice="a", evidence="a"), theirs)
    choices = {f"{NORM.id}|{field}": pick for field, pick in chosen.items()}
    texts = [problem.text.removeprefix(f"Norm {NORM.code}: ") for problem in problems(found, choices)]
    assert [text[: len(start)] for text, start in zip(texts, told, strict=True)] == told


def test_an_action_that_loses_its_text_is_told() -> None:
    action = Action(id="aB3_-x90", what="Maak", norms=(NORM.id,), note="n")
    theirs = offered_assessment(an_assessment({}, action.model_copy(update={"what": ""})), "a.json")
    found = compare(theirs, stored(an_assessment({}, action)), None, CONTENT)
    (problem,) = problems(found, taken(found))
    assert (
        problem.text
        == f"Norm {NORM.code}: een actie heeft nu geen tekst. Vul die later aan op de pagina met het plan."
    )
    assert not problem.is_blocking
