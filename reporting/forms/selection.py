"""Which norms go into a form that is made without a screen."""

from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import Assessment
from questionnaire.model.questionnaire import Questionnaire
from reporting.forms.layout import FormChoice


def form_of(
    assessment: Assessment, content: Questionnaire, *, step: int | None, is_core: bool, is_empty: bool
) -> FormChoice:
    """The form with every norm that is asked, with those of one step, or with those of the core.

    Args:
        assessment: whose form it is; its depth says which norms are asked.
        content: all of it, not only the core.
        step: number of a step; None for no limit.
        is_core: only the core norms.
        is_empty: nothing filled in, whatever is known.

    Raises:
        InvalidInputError: there is no such step, or it has no norm that is asked.
    """
    asked = content.core if is_core else content.at(assessment.depth)
    norms, words = asked.norms, "Kernlijst" if asked.norms == content.core.norms else "Volledige lijst"
    if step is not None:
        found = [section for section in asked.steps if section.number == step]
        if not found:
            raise InvalidInputError(
                f"Stap {step} bestaat niet. Kies een stap van 1 tot en met {len(asked.steps)}."
            )
        norms, words = found[0].norms, found[0].name
    ids = tuple(norm.id for norm in norms)
    return FormChoice(content, assessment, ids, selection=words, is_filled_before=not is_empty)
