"""Assessments with a plan: with everything in it, with an empty action, and with texts that break things."""

from datetime import date
from itertools import cycle

from questionnaire.model.assessment import Answer, Level
from questionnaire.model.plan import Action, ActionStatus, Certainty, Effort, ProcessStep, Quarter
from questionnaire.model.settlement import Settlement, Status
from questionnaire.model.subjects import in_place
from questionnaire.scoring.score import Result, score_assessment
from tests.reporting.cases.builders import a_questionnaire, a_result, an_assessment

NAME = "Voornaam Achternaam"
NOTE = "Alleen voor wie dit leest."
QUARTERS = (Quarter(2027, 1), Quarter(2027, 3), Quarter(2028, 2))
CERTAINTIES = (Certainty.KNOWN, Certainty.THINKING, Certainty.GUESSING, None)


def ambitious(answer: Answer | None, index: int) -> Answer | None:
    """The answer with an ambition, a quarter and a certainty at some places, and some to be confirmed again."""
    if answer is None:
        return None
    higher = max(answer.height or 0, 3)
    return answer.model_copy(
        update={
            "ambition": [Level.ARRANGED, Level.SECURED][higher - 3] if index % 2 else None,
            "quarter": QUARTERS[index % 3] if index % 4 == 1 else None,
            "certainty": CERTAINTIES[index % 4],
            "to_reconfirm": index % 9 == 0,
        }
    )


ACTIONS = (
    Action(
        id="actie001",
        what="Maak één formulier voor signalen.",
        norms=("norm-1-01", "norm-1-03"),
        owner_role="beleid",
        owner_name=NAME,
        due=date(2027, 2, 15),
        effort=Effort.SMALL,
        status=ActionStatus.BUSY,
        note=NOTE,
        expected="Elk loket geeft een signaal op dezelfde manier door.",
    ),
    Action(id="actie002", what="Leg de regie vast.", norms=("norm-2-02",), owner_role="kwaliteit"),
    Action(
        id="actie003",
        what="Koop een systeem dat rollen scheidt.",
        norms=("norm-3-02", "norm-3-03", "norm-1-03", "een-vervallen-norm"),
        owner_role="rol-van-vroeger",
        due=date(2027, 9, 1),
        effort=Effort.LARGE,
    ),
    Action(
        id="actie004",
        what="Bespreek de uitkomst\nin elk team.",
        owner_name=NAME,
        due=date(2026, 12, 1),
        effort=Effort.MEDIUM,
    ),
    Action(
        id="actie005",
        what="Scholing over gegevens delen.",
        norms=("norm-4-02",),
        owner_role="kwaliteit",
        due=date(2026, 9, 1),
        effort=Effort.SMALL,
        status=ActionStatus.DONE,
    ),
    Action(id="actie006", what="Nieuw meldpunt.", norms=("norm-5-01",), status=ActionStatus.DROPPED),
    Action(id="actie007", what="Later.", norms=("norm-5-02",), due=date(2031, 5, 1), effort=Effort.SMALL),
)
PROCESS = (
    ProcessStep(
        id="proces01",
        section="herkennen",
        position=1,
        what="De melding komt binnen",
        who="Team Toegang",
        handover="Per mail naar het wijkteam",
        waiting="Soms twee weken",
        difference=True,
    ),
    ProcessStep(id="proces02", section="herkennen", position=2, what="Het wijkteam belt terug", who="Wijkteam"),
    ProcessStep(id="proces03", section="herkennen", position=3, difference=True),
    ProcessStep(id="proces04", section="inwoner", what="De inwoner krijgt een brief."),
)


def planned(
    result: Result,
    actions: tuple[Action, ...] = ACTIONS,
    process: tuple[ProcessStep, ...] = (),
    **fields: object,
) -> Result:
    """The same answers with a plan."""
    update = {"actions": {action.id: action for action in actions}, "process": in_place(process), **fields}
    return score_assessment(a_questionnaire(), result.assessment.model_copy(update=update))


def with_everything(result: Result) -> Result:
    """The answers with all that a plan adds, in a second round that was settled."""
    answers = {
        norm.id: answer
        for index, norm in enumerate(result.questionnaire.norms)
        if (answer := ambitious(result.assessment.answers.get(norm.id), index)) is not None
    }
    return planned(
        score_assessment(a_questionnaire(), an_assessment(answers)),
        process=PROCESS,
        round=2,
        status=Status.SETTLED,
        settlement=Settlement(role="college", name=NAME, day=date(2026, 11, 30), reference="Z-2026-7"),
    )


def with_an_empty_action() -> Result:
    """Nothing filled in, and one action of which nobody wrote anything yet."""
    return planned(a_result(lambda index, norm: None), (Action(id="actie001"),))


def with_extreme_texts(result: Result, texts: tuple[str, ...]) -> Result:
    """Every free text of the plan as somebody could paste it."""
    norms, text = cycle(result.questionnaire.norms), cycle(texts)
    actions = tuple(
        Action(
            id=f"actie{number:03}",
            what=next(text),
            norms=(next(norms).id,),
            owner_name=next(text)[:120],
            due=date(2027, 1 + number, 1) if number % 3 else None,
            note=next(text),
            expected=next(text),
        )
        for number in range(len(texts) - 1)
    )
    process = tuple(
        ProcessStep(
            id=f"proces{number:02}",
            section="coördineren",
            position=number,
            what=next(text)[:2000],
            who=next(text)[:120],
            handover=next(text)[:2000],
            waiting=next(text)[:2000],
            difference=number % 2 == 0,
        )
        for number in range(1, 7)
    )
    return planned(result, actions, process)
