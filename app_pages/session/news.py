"""What colleagues, and other tabs, saved meanwhile: taken in where nobody is typing, else announced."""

from collections.abc import Iterable

from app_pages.cards import inputs, particular_inputs
from app_pages.cards.particular_inputs import PARTICULARS_PAGE
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.model.assessment import AnswerField
from questionnaire.model.plan import ActionField, ProcessField
from questionnaire.store import AnswerEvent

REMOVED = {ActionField.REMOVED, ProcessField.REMOVED}
"""What is removed is not loaded, and may be put back."""
WHOLE = ("depth", "status", "content_version")
"""What changes the whole page when somebody changes it."""


def has_news() -> bool:
    """Whether a colleague, or another tab, saved something or chose the other list, and this session missed it."""
    found = session.opened()
    if found is None or found.is_read_only:
        return False
    details = session.store().details(found.assessment.id)
    if any(getattr(details, name) != getattr(found.assessment, name) for name in WHOLE):
        return True
    events = session.store().changes_after(found.assessment.id, found.latest_event)
    return any(event.event_id > found.seen.get((event.norm_id, event.field), 0) for event in events)


def take_in(page: str) -> None:
    """Apply what others saved. A text on this very screen is only announced, never replaced.

    Must run before any input of the page exists. `page` is the address of the page about to be drawn.
    """
    found = session.opened()
    if found is None:
        return
    screen = found.screen
    screen.stays, screen.page = screen.page == page, page
    screen.keeps_inputs &= screen.stays
    if found.is_read_only:
        return
    if not screen.stays:
        screen.subjects, screen.along = set(), set()
        for event in list(found.newer.values()):
            _take_in(found, event)
    shows_particulars = screen.stays and page == PARTICULARS_PAGE
    details = particular_inputs.take_in_details(found, shows_particulars=shows_particulars)
    screen.keeps_inputs &= screen.stays
    if details.content_version != found.assessment.content_version:
        session.reopen()
        return
    for event in session.store().changes_after(found.assessment.id, found.latest_event):
        _take_in(found, event)
        found.latest_event = event.event_id


def _take_in(found: Opened, event: AnswerEvent) -> None:
    key = (event.norm_id, event.field)
    if event.event_id <= found.seen.get(key, 0) or key in found.conflicts:
        return
    is_text = event.field is not AnswerField.LEVEL and event.field not in inputs.CHOICES
    if is_text and event.norm_id in found.screen.subjects and event.field not in inputs.WITHOUT_INPUT:
        found.newer[key] = event
        return
    _take(found, event)


def _take(found: Opened, event: AnswerEvent) -> None:
    if event.field in REMOVED and event.norm_id not in found.actions and event.norm_id not in found.process:
        session.recall(event.norm_id)  # somebody put it back, and this session never knew what stood in it
    found.take(event.norm_id, event.field, event.value, event.event_id, event.at)
    inputs.replace(found, event.norm_id, event.field)


def show_newer(subject: str) -> None:
    """Take over what colleagues saved in this card, where the user has not typed something else."""
    found = session.require_opened()
    for (each, _), event in list(found.newer.items()):
        if each == subject:
            _take(found, event)


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
