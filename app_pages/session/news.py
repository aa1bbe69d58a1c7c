"""What was saved since this session last looked, by its own cards, by colleagues and in other tabs."""

from collections.abc import Iterable

from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.model.plan import ActionField, ProcessField
from questionnaire.store import AnswerEvent

REMOVED = {ActionField.REMOVED, ProcessField.REMOVED}
"""What is removed is not loaded, and may be put back."""


def take_in(page: str) -> None:
    """Bring the open assessment up to date; `page` is the address of the page about to be drawn."""
    found = session.opened()
    if found is None:
        return
    found.screen.stays, found.screen.page = found.screen.page == page, page
    if found.is_example:
        return
    details = session.store().details(found.assessment.id)
    if details.content_version != found.assessment.content_version:
        session.reopen()
        return
    found.follow(details)
    take_in_answers(found)


def take_in_answers(found: Opened) -> None:
    """Take in every answer that was saved since."""
    for event in session.store().changes_after(found.assessment.id, found.latest_event):
        _take(found, event)
        found.latest_event = event.event_id


def _take(found: Opened, event: AnswerEvent) -> None:
    if event.event_id <= found.seen.get((event.norm_id, event.field), 0):
        return
    if event.field in REMOVED and event.norm_id not in found.actions and event.norm_id not in found.process:
        session.recall(event.norm_id)  # somebody put it back, and this session never knew what stood in it
    found.take(event.norm_id, event.field, event.value, event.event_id, event.at)


def steady(found: Opened, question: tuple[object, ...], fitting: Iterable[str]) -> frozenset[str]:
    """The norms that fitted when `question` was first asked on this visit to the page.

    A norm that is being answered must not vanish because it no longer fits the filter, or because somebody chose
    the other list meanwhile; norms which that list brings are added.
    """
    depth, screen = found.assessment.depth, found.screen
    kept = screen.selection
    if kept is None or kept[0] != question or not screen.stays:
        kept = (question, depth, frozenset(fitting))
    elif kept[1] is not depth:
        kept = (question, depth, kept[2].union(fitting))
    screen.selection = kept
    return kept[2]
