"""What to look at before an assessment is settled: what is open, unsure or without ground, and what blocks. Pure.

Nothing blocks without saying why; which checks block, and the words, stand in plan.yaml (decision 0014).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from questionnaire.model.assessment import Answer, Level
from questionnaire.model.plan import Action
from questionnaire.model.plan_content import Check, CheckWords
from questionnaire.scoring.gaps import find_out_first
from questionnaire.scoring.score import Result

LOWEST_WITH_EVIDENCE = 3
"""From this height on the scale says that it stands on paper, so somebody else can see it."""
ACTION_CHECKS = (Check.LACKS_OWNER, Check.LACKS_DATE)
"""The checks whose subjects are actions; those of all others are norms."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found, with the norms (or actions) that it is about, never none."""

    check: Check
    ids: tuple[str, ...]
    """Norm ids in content order, or action ids for `ACTION_CHECKS`."""
    words: CheckWords

    @property
    def text(self) -> str:
        """The finding with its number, such as "3 normen hebben nog geen antwoord"."""
        return self.words.counted(len(self.ids))

    @property
    def blocks(self) -> bool:
        """Whether the assessment cannot be settled like this; `words.explanation` then says why."""
        return self.words.blocks


@dataclass(frozen=True, slots=True)
class Readiness:
    """Everything that was found, what blocks first."""

    findings: tuple[Finding, ...]

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What must be mended before settling."""
        return tuple(finding for finding in self.findings if finding.blocks)

    @property
    def can_settle(self) -> bool:
        """Whether nothing blocks; there may still be something to know."""
        return not self.blocking


def readiness(result: Result) -> Readiness:
    """Check the norms that are asked at the assessment's depth, and the actions that are still to be done."""
    found = {check: tuple(_ids(check, result)) for check in Check}
    if found[Check.EMPTY]:
        del found[Check.UNANSWERED]
    words = result.questionnaire.plan.words_by_check
    findings = [Finding(check, ids, words[check]) for check, ids in found.items() if ids]
    return Readiness(tuple(sorted(findings, key=lambda finding: not finding.blocks)))


def _ids(check: Check, result: Result) -> Iterable[str]:
    if check is Check.EMPTY:
        is_empty = all(entry.answer.level is None for entry in result.norms)
        return [entry.norm.id for entry in result.norms] if is_empty else []
    if check is Check.UNCERTAIN:
        uncertain = {entry.norm.id for entry in find_out_first(result.norms)}
        return [entry.norm.id for entry in result.norms if entry.norm.id in uncertain]
    if lacks := _ACTION_RULES.get(check):
        return [action.id for action in result.assessment.actions.values() if action.is_to_do and lacks(action)]
    is_found = _ANSWER_RULES[check]
    return [entry.norm.id for entry in result.norms if is_found(entry.answer)]


def _lacks_evidence(answer: Answer) -> bool:
    return (answer.height or 0) >= LOWEST_WITH_EVIDENCE and not (answer.evidence.strip() or answer.link.strip())


_ANSWER_RULES: dict[Check, Callable[[Answer], bool]] = {
    Check.TO_RECONFIRM: lambda answer: answer.to_reconfirm,
    Check.LACKS_REASON: lambda answer: answer.lacks_reason,
    Check.UNANSWERED: lambda answer: answer.level is None,
    Check.UNKNOWN: lambda answer: answer.level is Level.UNKNOWN,
    Check.LACKS_EVIDENCE: _lacks_evidence,
}
_ACTION_RULES: dict[Check, Callable[[Action], bool]] = {
    Check.LACKS_OWNER: lambda action: not (action.owner_role or action.owner_name),
    Check.LACKS_DATE: lambda action: action.due is None,
}
