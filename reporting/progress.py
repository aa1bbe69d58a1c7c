"""How far an assessment is filled in, in words and numbers. Pure."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from questionnaire.model.assessment import AnswerField
from questionnaire.model.subjects import SubjectField
from questionnaire.scoring.score import Result
from reporting.wording.dutch import norms


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of a whole assessment, and of each of its pages."""

    scored: int
    """Number of norms with a level from 0 to 4."""
    applicable: int
    """Number of norms that count."""
    lines: tuple[str, ...]
    """What stands below the bar."""
    counts: Mapping[str, str]
    """Such as "3/14", by page."""


def progress(result: Result, seen: Container[tuple[str, SubjectField]]) -> Progress:
    """The progress at the depth of `result`; `seen` holds every field in which something was ever saved."""
    sections = result.sections
    scored = sum(section.scored for section in sections)
    applicable = sum(section.applicable for section in sections)
    unknown = sum(section.unknown for section in sections)
    waiting = sum(each.answer.to_reconfirm for each in result.norms)
    copied = sum((each.norm.id, AnswerField.RECONFIRM) in seen for each in result.norms)
    lines = (
        f"{scored} van {norms(applicable)} met een niveau",
        f"{unknown} weet ik niet · {applicable - scored - unknown} nog open",
        waiting_text(waiting, copied),
    )
    counts = {each.section.id: f"{each.scored}/{each.applicable}" for each in sections}
    return Progress(scored, applicable, tuple(line for line in lines if line), counts)


def waiting_text(waiting: int, copied: int) -> str:
    """How many copied answers nobody has confirmed yet; empty when none waits.

    >>> waiting_text(3, 12), waiting_text(0, 12)
    ('nog 3 van 12 te herbevestigen', '')
    """
    return f"nog {waiting} van {copied} te herbevestigen" if waiting else ""
