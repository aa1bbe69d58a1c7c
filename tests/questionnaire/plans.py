"""Assessments with a plan, for tests: answers and actions by hand, or any that can be."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import (
    AMBITIONS,
    Answer,
    Assessment,
    Depth,
    Level,
    Organisation,
    OrganisationKind,
)
from questionnaire.model.plan import Action, ActionStatus, Certainty, Effort, ProcessStep, Quarter
from questionnaire.scoring.score import Result, score_assessment

CONTENT = questionnaire()
NORM_IDS = [norm.id for norm in CONTENT.core.norms[:14]]
FIRST = Quarter(2027, 1)
FULL_ACTION = Action(
    id="aB3_-x90",
    what="Maak een werkinstructie",
    norms=("n1", "n2"),
    owner_role="beleid",
    owner_name="iemand",
    due=date(2027, 5, 1),
    effort=Effort.SMALL,
    status=ActionStatus.BUSY,
    note="In overleg",
    expected="Iedereen weet wie regie heeft",
)
"""Every field is filled in."""
FULL_STEP = ProcessStep(
    id="p1234567",
    section="stap-1",
    position=2,
    what="Melding komt binnen",
    who="Klantcontact",
    handover="Per mail",
    waiting="Tot maandag",
    difference=True,
)


def an_assessment(
    answers: Mapping[str, Answer] | None = None, *actions: Action, depth: Depth = Depth.CORE
) -> Assessment:
    """An assessment of the real content with these answers and actions."""
    return Assessment(
        id="proef",
        organisation=Organisation(kind=OrganisationKind.EXAMPLE, name="Proef"),
        depth=depth,
        reference_date=date(2026, 12, 31),
        content_version=CONTENT.version,
        created_at=datetime(2026, 12, 31, tzinfo=UTC),
        answers=answers or {},
        actions={action.id: action for action in actions},
    )


def scored(answers: Mapping[str, Answer] | None = None, *actions: Action) -> Result:
    """The results of such an assessment."""
    return score_assessment(CONTENT, an_assessment(answers, *actions))


ANSWERS = st.builds(
    Answer,
    level=st.sampled_from([None, *Level]),
    reason=st.sampled_from(["", "Niet bij ons."]),
    ambition=st.sampled_from([None, *AMBITIONS]),
    quarter=st.sampled_from([None, *(Quarter(2027, number) for number in (1, 2, 3, 4))]),
    certainty=st.sampled_from([None, *Certainty]),
)


@st.composite
def any_result(draw: st.DrawFn, *, only_past: bool = False) -> Result:
    """Any answers to some core norms, and up to eight actions for them; `only_past`: with a date before 2027."""
    answers = draw(st.dictionaries(st.sampled_from(NORM_IDS), ANSWERS, max_size=12))
    past = st.dates(date(2026, 1, 1), date(2026, 12, 31))
    due = past if only_past else st.one_of(st.none(), st.dates(date(2026, 6, 1), date(2028, 6, 30)))
    actions = [
        Action(
            id=f"actie-{number}",
            what=draw(st.sampled_from(["Maak een afspraak", "Schrijf het op"])),
            norms=tuple(draw(st.lists(st.sampled_from(NORM_IDS), unique=True, max_size=4))),
            due=draw(due),
            effort=draw(st.sampled_from([None, *Effort])),
            status=draw(st.sampled_from(ActionStatus)),
            removed=draw(st.sampled_from([False, False, True])),
        )
        for number in range(draw(st.integers(0, 8)))
    ]
    return scored(answers, *actions)
