"""What must not change under the hands of who looks at a page."""

from collections.abc import Iterable

from app_pages.session.opened import Opened


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
