"""What goes into a report: all of it, only the summary, or one step; annexes only when asked."""

import dataclasses
from dataclasses import dataclass
from enum import StrEnum

from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import Assessment
from questionnaire.model.questionnaire import Questionnaire, Section
from questionnaire.scoring.score import Result


class Scope(StrEnum):
    """How much of the results a report shows."""

    FULL = "volledig"
    SUMMARY = "kort"
    STEP = "stap"


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """What goes into a report. Annexes are for who asks; a short report has none."""

    scope: Scope = Scope.FULL
    step: int | None = None
    """Number of the step, with Scope.STEP only."""
    has_annexes: bool = False
    has_comments: bool = False
    """Whether remarks and open points stand as comments of Word at their norms; never in what is made public."""

    @property
    def shows_overview(self) -> bool:
        """Whether the parts about all steps together are in."""
        return self.scope is not Scope.STEP

    @property
    def shows_elaboration(self) -> bool:
        """Whether the chapters with the was-wordt tables are in."""
        return self.scope is not Scope.SUMMARY

    @property
    def shows_comments(self) -> bool:
        """Whether comments stand at the norms; a short report has no norms to have them at."""
        return self.has_comments and self.shows_elaboration

    @property
    def shows_annexes(self) -> bool:
        """Whether the annexes are in."""
        return self.has_annexes and self.shows_elaboration


WHOLE_REPORT = ReportChoice()


def chosen(result: Result, choice: ReportChoice) -> Result:
    """The results that a report is about; for one step those of that step alone.

    Raises:
        InvalidInputError: there is no such step.
    """
    if choice.scope is not Scope.STEP:
        return result
    found = tuple(step for step in result.steps if step.section.number == choice.step)
    if not found:
        raise InvalidInputError(
            f"Stap {choice.step} bestaat niet. Kies een stap van 1 tot en met {len(result.steps)}."
        )
    content = only(result.questionnaire, found[0].section)
    return dataclasses.replace(
        result,
        questionnaire=content,
        assessment=with_actions_for(result.assessment, content),
        steps=found,
        themes=(),
    )


def with_actions_for(assessment: Assessment, content: Questionnaire) -> Assessment:
    """The assessment with only the actions for one or more of these norms."""
    actions = assessment.actions.items()
    kept = {found: action for found, action in actions if not content.norm_by_id.keys().isdisjoint(action.norms)}
    return assessment.model_copy(update={"actions": kept})


def only(content: Questionnaire, section: Section) -> Questionnaire:
    """The content with one section; made anew, as a copy would carry what was cached for all of them."""
    fields = {name: getattr(content, name) for name in type(content).model_fields}
    return Questionnaire.model_construct(**{**fields, "sections": (section,)})
