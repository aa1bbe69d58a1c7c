"""First drafts of actions, from the norms below target and the advice that they carry themselves. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from questionnaire.model.plan import ActionField
from questionnaire.model.questionnaire import Norm
from questionnaire.scoring.gaps import improvement_points
from questionnaire.scoring.projection import actions_by_norm
from questionnaire.scoring.score import Result

MOST_FIRST_STEPS = 10
"""Most norms of which one action carries the first steps; with more it carries their titles."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An action that does not exist yet: for which norms, what, and which role could own it."""

    norms: tuple[str, ...]
    what: str
    owner_role: str

    @property
    def values(self) -> Mapping[ActionField, str]:
        """What to save, as stored texts, when somebody takes the draft over."""
        return {
            ActionField.WHAT: self.what,
            ActionField.NORMS: " ".join(self.norms),
            ActionField.OWNER_ROLE: self.owner_role,
        }


def proposals(result: Result) -> tuple[Draft, ...]:
    """One draft for each norm below target that has no action, in the order of the improvement points.

    An action that was dropped is no action; one that is done is: then the level is still to be filled in again.
    """
    planned = actions_by_norm(result.assessment)
    return tuple(draft([point.norm]) for point in improvement_points(result.norms) if point.norm.id not in planned)


def draft(norms: Sequence[Norm]) -> Draft:
    """One draft for one or more norms, with their first steps and the role of most of them (ties: the first)."""
    (owner_role, _), *_ = Counter(norm.role for norm in norms).most_common()
    return Draft(tuple(norm.id for norm in norms), _first_text(norms), owner_role)


def _first_text(norms: Sequence[Norm]) -> str:
    """A single first step as it stands; several under each other, each after the title of its norm."""
    if len(norms) == 1:
        return norms[0].first_step
    if len(norms) > MOST_FIRST_STEPS:
        return "\n".join(norm.title for norm in norms)
    return "\n".join(f"{norm.title}: {norm.first_step}" for norm in norms)
