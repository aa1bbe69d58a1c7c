"""Drafts of actions from norms below target, in their order, with the norm's own first step."""

import pytest
from hypothesis import given, settings

from questionnaire.model.assessment import Answer, Level
from questionnaire.model.plan import Action, ActionField, ActionStatus
from questionnaire.model.plan_checks import checked_action_value
from questionnaire.scoring.gaps import improvement_points
from questionnaire.scoring.proposals import MOST_FIRST_STEPS, draft, proposals
from questionnaire.scoring.score import Result
from tests.questionnaire.plans import CONTENT, NORM_IDS, any_result, scored

EXACTLY = settings(derandomize=True, deadline=None, max_examples=40)
NORMS = CONTENT.core.norms
BAD = Answer(level=Level.NOT_ARRANGED)


def test_a_draft_carries_the_first_step_and_the_role_of_its_norm() -> None:
    found = draft([NORMS[0]])
    assert found.values == {
        ActionField.WHAT: NORMS[0].first_step,
        ActionField.NORMS: NORMS[0].id,
        ActionField.OWNER_ROLE: NORMS[0].role,
    }


def test_several_norms_become_one_draft_with_each_first_step_after_its_title() -> None:
    roles = ("consulent", "beleidsmedewerker", "beleidsmedewerker")
    norms = [norm.model_copy(update={"role": role}) for norm, role in zip(NORMS, roles, strict=False)]
    found = draft(norms)
    assert found.what.splitlines() == [f"{norm.title}: {norm.first_step}" for norm in norms]
    assert (found.norms, found.owner_role) == (tuple(norm.id for norm in norms), "beleidsmedewerker")
    assert draft(norms[:2]).owner_role == "consulent"


def test_many_norms_become_one_draft_with_only_their_titles() -> None:
    norms = NORMS[: MOST_FIRST_STEPS + 1]
    assert draft(norms).what.splitlines() == [norm.title for norm in norms]


def test_the_longest_draft_can_be_stored() -> None:
    for norms in (CONTENT.norms, CONTENT.norms[:MOST_FIRST_STEPS]):
        for field, value in draft(norms).values.items():
            assert checked_action_value(field, value) == value


@pytest.mark.parametrize(
    ("status", "is_proposed"),
    [(ActionStatus.BUSY, False), (ActionStatus.DONE, False), (ActionStatus.DROPPED, True)],
)
def test_a_norm_with_an_action_is_not_proposed_again(status: ActionStatus, is_proposed: bool) -> None:
    result = scored({NORM_IDS[0]: BAD}, Action(id="a", norms=(NORM_IDS[0],), status=status))
    assert bool(proposals(result)) is is_proposed


@given(any_result())
@EXACTLY
def test_drafts_are_the_improvement_points_without_an_action(now: Result) -> None:
    planned = {norm for action in now.assessment.actions.values() if action.counts for norm in action.norms}
    points = [(point.norm.id,) for point in improvement_points(now.norms) if point.norm.id not in planned]
    assert [entry.norms for entry in proposals(now)] == points
