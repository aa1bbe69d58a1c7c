"""Each change of the questionnaire in sentences, with the right singular and plural."""

import pytest

from questionnaire.loading.loader import questionnaire
from questionnaire.model.plan import Action
from questionnaire.versions.change import ChangeKind, Outcome, Told
from reporting.wording.changes import OUTCOME, told_text

A, B, C = (
    norm.model_copy(update={"title": title})
    for norm, title in zip(questionnaire().norms, ("Een", "Twee", "Drie"), strict=False)
)
ONE, TWO = (Action(id="a"),), (Action(id="a"), Action(id="b"))


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        (
            Told(ChangeKind.REWORDED, (A,), (A,), "Korter", Outcome.KEPT, ONE),
            ["Norm ‘Een’ heeft een andere tekst of telt anders.", "Korter.", "Uw antwoord is gebleven."],
        ),
        (
            Told(ChangeKind.REWORDED, (A,), (B,), "Korter.", Outcome.NOTHING),
            ["Norm ‘Een’ heet nu ‘Twee’.", "Korter.", "Er was nog geen antwoord."],
        ),
        (
            Told(ChangeKind.SPLIT, (A,), (B, C), "Twee vragen.", Outcome.COPIED, TWO),
            [
                "Norm ‘Een’ is gesplitst in ‘Twee’ en ‘Drie’.",
                "Twee vragen.",
                "Uw antwoord staat nu bij elk deel. Bevestig het per deel of pas het aan.",
                "Ook 2 acties horen nu bij de nieuwe normen.",
            ],
        ),
        (
            Told(ChangeKind.MERGED, (A, B), (C,), "Hetzelfde.", Outcome.LEFT_OPEN, ONE),
            [
                "De normen ‘Een’ en ‘Twee’ zijn samengevoegd tot ‘Drie’.",
                "Hetzelfde.",
                OUTCOME[Outcome.LEFT_OPEN],
                "Ook 1 actie hoort nu bij de nieuwe norm.",
            ],
        ),
        (
            Told(ChangeKind.ADDED, (), (A,), "Hoort erbij.", Outcome.NOTHING),
            ["Norm ‘Een’ is nieuw.", "Hoort erbij.", "De norm staat nog open."],
        ),
        (
            Told(ChangeKind.RETIRED, (A,), (), "Niet meer nodig.", Outcome.READABLE, TWO),
            [
                "Norm ‘Een’ is vervallen.",
                "Niet meer nodig.",
                "Uw antwoord telt niet meer mee, maar u kunt het nog lezen.",
                "In de notities van 2 acties staat nu dat de norm is vervallen.",
            ],
        ),
    ],
)
def test_a_change_is_told_in_sentences(told: Told, lines: list[str]) -> None:
    assert told_text(told) == " ".join(lines)


def test_every_outcome_has_words() -> None:
    assert set(OUTCOME) == set(Outcome)
