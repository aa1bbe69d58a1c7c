"""Where a sentence of the summary turns into another one: none, one, some and all."""

import pytest

from questionnaire.model.assessment import Answer, Level
from questionnaire.scoring.score import NormResult
from reporting.composing.summary import in_force_sentence, met_sentence, nothing_sentence
from tests.reporting.cases.builders import a_result
from tests.reporting.cases.golden import every

BELOW, MET, OPEN = Answer(level=Level.NOT_ARRANGED), Answer(level=Level.SECURED), Answer()
UNMET, MORE = "onder het streefniveau.", "op of boven het streefniveau."


def norms(*answers: Answer) -> list[NormResult]:
    """The first norms, with these answers."""
    found = iter(answers)
    return list(a_result(lambda _place, _norm: next(found, None)).norms[: len(answers)])


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ([BELOW], f"Die ligt {UNMET}"),
        ([MET], f"Die ligt {MORE}"),
        ([BELOW, BELOW], f"Die liggen allemaal {UNMET}"),
        ([MET, MET], f"Die liggen allemaal {MORE}"),
        ([MET, BELOW], "1 ligt op of boven het streefniveau en 1 eronder."),
        ([MET, MET, BELOW], "2 liggen op of boven het streefniveau en 1 eronder."),
    ],
)
def test_how_many_are_met(answers: list[Answer], sentence: str) -> None:
    assert met_sentence(norms(*answers)) == sentence


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (OPEN, "Dat is nog niet bekend: geen enkele norm heeft een niveau."),
        (MET, "Er ligt geen norm onder het streefniveau."),
        (Answer(level=Level.NOT_APPLICABLE, reason="Niet bij ons."), "Er is niets beoordeeld."),
    ],
)
def test_that_nothing_is_below_is_said_without_making_it_better(answer: Answer, said: str) -> None:
    assert nothing_sentence(a_result(every(answer)), "onder") == said


def test_with_one_norm_open_nothing_is_said_for_good() -> None:
    result = a_result(lambda place, _norm: OPEN if place == 0 else MET)
    assert nothing_sentence(result, "onder") == "Tot nu toe ligt geen norm onder het streefniveau."


def test_the_target_itself_is_not_below_it() -> None:
    at_target = {1: Level.SOMETIMES, 2: Level.PARTLY, 3: Level.ARRANGED, 4: Level.SECURED}
    result = a_result(lambda _place, norm: Answer(level=at_target[norm.target]))
    assert all(norm.is_met and not norm.is_above_target for norm in result.norms)
    assert in_force_sentence(result).endswith("Geen daarvan ligt onder het streefniveau.")
