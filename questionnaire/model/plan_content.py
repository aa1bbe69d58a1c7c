"""What the content says about plans: efforts with their weight, words for choices, checks before settling."""

from enum import StrEnum
from functools import cached_property

from pydantic import Field

from questionnaire.model.base import ContentModel, Text
from questionnaire.model.plan import ActionStatus, Certainty, Effort


class EffortWords(ContentModel):
    """An effort as the user reads it; `weight` is what gains are divided by (decision 0014)."""

    effort: Effort = Field(alias="omvang")
    label: Text = Field(alias="naam")
    explanation: Text = Field(alias="uitleg")
    weight: int = Field(alias="gewicht", strict=True, ge=1, le=100)


class CertaintyWords(ContentModel):
    """A certainty as the user reads it."""

    certainty: Certainty = Field(alias="zekerheid")
    label: Text = Field(alias="naam")
    explanation: Text = Field(alias="uitleg")


class ActionStatusWords(ContentModel):
    """The status of an action as the user reads it."""

    status: ActionStatus
    label: Text = Field(alias="naam")


class Check(StrEnum):
    """What is looked at before an assessment is settled."""

    EMPTY = "niets-ingevuld"
    TO_RECONFIRM = "te-herbevestigen"
    LACKS_REASON = "zonder-reden"
    UNANSWERED = "zonder-antwoord"
    UNKNOWN = "weet-ik-niet"
    LACKS_EVIDENCE = "zonder-bewijs"
    UNCERTAIN = "onzeker"
    LACKS_OWNER = "actie-zonder-eigenaar"
    LACKS_DATE = "actie-zonder-datum"


class CheckWords(ContentModel):
    """One check in words; a count stands before the singular or plural."""

    check: Check = Field(alias="controle")
    singular: Text = Field(alias="enkelvoud")
    plural: Text = Field(alias="meervoud")
    explanation: Text = Field(alias="uitleg")
    """Why this matters, and, when it blocks, why it does."""
    blocks: bool = Field(alias="houdt_tegen", strict=True)

    def counted(self, number: int) -> str:
        """The finding as a phrase, such as "3 normen hebben nog geen antwoord"."""
        return f"{number} {self.singular if number == 1 else self.plural}"


class PlanContent(ContentModel):
    """plan.yaml: every list holds each choice once, in the order of the program."""

    efforts: tuple[EffortWords, ...] = Field((), alias="omvang")
    certainties: tuple[CertaintyWords, ...] = Field((), alias="zekerheid")
    statuses: tuple[ActionStatusWords, ...] = Field((), alias="actiestatussen")
    checks: tuple[CheckWords, ...] = Field((), alias="controles")
    effect: tuple[Text, ...] = Field((), alias="uitleg_effect")
    """How the expected score comes about, one statement per line."""
    quick_wins: tuple[Text, ...] = Field((), alias="uitleg_quick_wins")
    find_out_first: tuple[Text, ...] = Field((), alias="uitleg_eerst_uitzoeken")

    @cached_property
    def effort_by_id(self) -> dict[Effort, EffortWords]:
        """Words and weight by effort."""
        return {entry.effort: entry for entry in self.efforts}

    @cached_property
    def certainty_by_id(self) -> dict[Certainty, CertaintyWords]:
        """Words by certainty."""
        return {entry.certainty: entry for entry in self.certainties}

    @cached_property
    def status_by_id(self) -> dict[ActionStatus, ActionStatusWords]:
        """Words by status of an action."""
        return {entry.status: entry for entry in self.statuses}

    @cached_property
    def words_by_check(self) -> dict[Check, CheckWords]:
        """Words by check."""
        return {entry.check: entry for entry in self.checks}
