"""How many actions a norm has besides the one that a form shows there: a form has room for one."""

from dataclasses import dataclass

from questionnaire.comparison.form_fields import form_actions
from reporting.forms.layout import FormChoice
from reporting.wording.dutch import either


@dataclass(frozen=True, slots=True)
class OtherActions:
    """The actions of one norm that stand in the plan but not in the form."""

    number: int
    """At least one."""
    is_beside_another: bool
    """Whether the form does show an action of this norm."""

    @property
    def text(self) -> str:
        """In words.

        >>> OtherActions(1, is_beside_another=True).text, OtherActions(2, is_beside_another=False).text
        ('1 andere actie', '2 acties')
        """
        other = " andere" if self.is_beside_another else ""
        return f"{self.number}{other} {either(self.number, 'actie', 'acties')}"


def other_actions(choice: FormChoice) -> dict[str, OtherActions]:
    """By norm id; only norms that have other actions, and none at all in an empty form."""
    if not choice.is_filled_before:
        return {}
    to_do = [action for action in choice.assessment.actions.values() if action.is_to_do]
    in_form = form_actions(choice.assessment, choice.content)
    found = {}
    for norm_id in choice.norms:
        number = sum(norm_id in action.norms for action in to_do) - (norm_id in in_form)
        if number:
            found[norm_id] = OtherActions(number, norm_id in in_form)
    return found
