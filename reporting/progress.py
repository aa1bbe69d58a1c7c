"""How far an assessment is filled in, in words and numbers: the one place of both. Pure.

A norm is done when nobody has to come back to it: it has a level, "weet ik niet", or a reason why it does not
apply, and it does not wait to be confirmed after the round before. Every norm of the list counts, always.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from questionnaire.model.assessment import AnswerField
from questionnaire.model.subjects import SubjectField
from questionnaire.scoring.score import NormResult, Result
from reporting.wording.dutch import norms


@dataclass(frozen=True, slots=True)
class Filled:
    """How far some norms are filled in."""

    done: int
    """Number of norms that are done, "weet ik niet" among them."""
    total: int
    """Number of norms on the list."""
    unknown: int
    """Number of norms answered with "weet ik niet", confirmed or not."""

    @property
    def left(self) -> int:
        """Number of norms that somebody still has to look at."""
        return self.total - self.done

    @property
    def fraction(self) -> str:
        """For beside a link, such as "3/14"."""
        return f"{self.done}/{self.total}"

    @property
    def short_text(self) -> str:
        """For below a name.

        >>> Filled(3, 14, 0).short_text, Filled(14, 14, 2).short_text
        ('3 van 14 ingevuld', 'alle 14 ingevuld')
        """
        return f"{self.done} van {self.total} ingevuld" if self.left else f"alle {self.total} ingevuld"

    @property
    def text(self) -> str:
        """For in a sentence.

        >>> Filled(1, 1, 0).text
        '1 van 1 norm ingevuld'
        """
        return f"{self.done} van {norms(self.total)} ingevuld"

    @property
    def rest_text(self) -> str:
        """What stands beside the number: what is left to do, and what nobody knows.

        >>> Filled(3, 14, 2).rest_text, Filled(14, 14, 0).rest_text
        ('nog 11 te doen · 2 keer ‘weet ik niet’', 'niets meer te doen')
        """
        rest = f"nog {self.left} te doen" if self.left else "niets meer te doen"
        return f"{rest} · {self.unknown} keer ‘weet ik niet’" if self.unknown else rest


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of a whole assessment, and of each of its pages."""

    whole: Filled
    parts: Mapping[str, Filled]
    """By page: the id of a step or theme."""
    lines: tuple[str, ...]
    """What stands below the bar."""

    @property
    def counts(self) -> Mapping[str, str]:
        """Such as "3/14", by page; a page without norms on this list has none."""
        return {page: part.fraction for page, part in self.parts.items() if part.total}


def is_done(result: NormResult) -> bool:
    """Whether nobody has to come back to this norm."""
    answer = result.answer
    return answer.level is not None and not answer.lacks_reason and not answer.to_reconfirm


def progress(result: Result, seen: Container[tuple[str, SubjectField]]) -> Progress:
    """The progress at the depth of `result`; `seen` holds every field in which something was ever saved."""
    whole = filled(result.norms)
    waiting = sum(each.answer.to_reconfirm for each in result.norms)
    copied = sum((each.norm.id, AnswerField.RECONFIRM) in seen for each in result.norms)
    lines = (whole.text, whole.rest_text, waiting_text(waiting, copied))
    parts = {section.section.id: filled(section.norms) for section in result.sections}
    return Progress(whole, parts, tuple(line for line in lines if line))


def filled(results: Iterable[NormResult]) -> Filled:
    """How far these norms are filled in."""
    known = tuple(results)
    return Filled(sum(map(is_done, known)), len(known), sum(each.is_unknown for each in known))


def waiting_text(waiting: int, copied: int) -> str:
    """How many copied answers nobody has confirmed yet; empty when none waits.

    >>> waiting_text(3, 12), waiting_text(0, 12)
    ('nog 3 van 12 te herbevestigen', '')
    """
    return f"nog {waiting} van {copied} te herbevestigen" if waiting else ""
