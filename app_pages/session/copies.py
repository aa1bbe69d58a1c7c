"""Answers copied from the round or version before: which of them nobody has confirmed yet."""

from collections.abc import Iterable, Sequence

from app_pages.session.opened import Opened
from questionnaire.model.assessment import AnswerField
from questionnaire.model.questionnaire import Norm
from reporting.progress import waiting_text as count_text


def waiting(norms: Iterable[Norm], found: Opened) -> list[str]:
    """Ids of the norms whose copied answer nobody has confirmed yet."""
    return [norm.id for norm in norms if found.answer(norm.id).to_reconfirm]


def copied(norms: Iterable[Norm], found: Opened) -> int:
    """Number of norms with an answer that came from the round before, confirmed or not."""
    return sum(found.event(norm.id, AnswerField.RECONFIRM) > 0 for norm in norms)


def waiting_text(norms: Sequence[Norm], found: Opened) -> str:
    """The count in words, such as "nog 3 van 12 te herbevestigen"; empty when nothing waits."""
    return count_text(len(waiting(norms, found)), copied(norms, found))
