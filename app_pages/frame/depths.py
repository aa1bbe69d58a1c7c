"""The two lists, as they are named to the user."""

from app_pages.session import session
from questionnaire.model.assessment import Depth


def depth_text(depth: Depth) -> str:
    """Which of the two lists is filled in, as named beside every score."""
    return {Depth.CORE: "Kernlijst", Depth.FULL: "Volledige lijst"}[depth]


def depth_choice(depth: Depth) -> str:
    """One of the two lists with its size, as offered to the user."""
    size = len(session.content().at(depth).norms)
    if depth is Depth.CORE:
        return f"Kern: {size} normen, ongeveer 45 minuten"
    return f"Volledig: {size} normen, verspreid over enkele weken"
