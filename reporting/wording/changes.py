"""What a new version of the questionnaire changed, and what that did to the answers, in Dutch sentences."""

import math
from fractions import Fraction

from questionnaire.scoring.delta import SectionMove
from questionnaire.versions.change import ChangeKind, Outcome, Told
from reporting.wording.dutch import as_sentence, counted, either, listed

NOT_COMPARABLE = "niet te vergelijken"
OUTCOME = {
    Outcome.NOTHING: "Er was nog geen antwoord.",
    Outcome.KEPT: "Uw antwoord is gebleven.",
    Outcome.COPIED: "Uw antwoord staat nu bij elk deel. Bevestig het per deel of pas het aan.",
    Outcome.JOINED: "Uw antwoorden hadden hetzelfde niveau. Dat niveau is gebleven. Bevestig het of pas het aan.",
    Outcome.LEFT_OPEN: (
        "Uw antwoorden hadden niet hetzelfde niveau. Uw teksten staan bij elkaar. Kies het niveau opnieuw."
    ),
    Outcome.READABLE: "Uw antwoord telt niet meer mee, maar u kunt het nog lezen.",
}


def difference_text(section: SectionMove, *, is_same_depth: bool) -> str:
    """How far the certain part of a score moved, in whole percentage points: the same on screen and in Word.

    The shares are compared and the outcome is rounded once, so that equal shares never differ by their labels.
    """
    points = section.points
    if points is None or not is_same_depth:
        return NOT_COMPARABLE
    is_band = any(band is not None and not band.is_exact for band in section.bands)
    which = "ondergrens " if is_band else ""
    if points == 0:
        return f"{which}gelijk"
    size = math.floor(abs(points) + Fraction(1, 2))
    sign = "+" if points > 0 else "−"
    return f"{which}{sign}{size}" if size else f"{which}minder dan {sign}1"


def told_text(told: Told) -> str:
    """One change in a few sentences: what happened, why, what it did to the answer and to actions."""
    return " ".join(part for part in (_what(told), as_sentence(told.note), _effect(told), _actions(told)) if part)


def _what(told: Told) -> str:
    old, new = (listed([f"‘{norm.title}’" for norm in norms]) for norms in (told.old, told.new))
    match told.kind:
        case ChangeKind.REWORDED:
            return (
                f"Norm {old} heeft een andere tekst of telt anders."
                if old == new
                else f"Norm {old} heet nu {new}."
            )
        case ChangeKind.SPLIT:
            return f"Norm {old} is gesplitst in {new}."
        case ChangeKind.MERGED:
            return f"De normen {old} zijn samengevoegd tot {new}."
        case ChangeKind.ADDED:
            return f"Norm {new} is nieuw."
        case ChangeKind.RETIRED:
            return f"Norm {old} is vervallen."


def _effect(told: Told) -> str:
    """What it did to the answer; a new norm never had one."""
    if told.kind is ChangeKind.ADDED:
        return "De norm staat nog open."
    return OUTCOME[told.outcome]


def _actions(told: Told) -> str:
    """That actions moved along; a reworded norm keeps its actions without a word."""
    number = len(told.actions)
    if not number or told.kind is ChangeKind.REWORDED:
        return ""
    actions = counted(number, "actie", "acties")
    if told.kind is ChangeKind.RETIRED:
        return f"In {either(number, 'de notitie', 'de notities')} van {actions} staat nu dat de norm is vervallen."
    norms = either(len(told.new), "de nieuwe norm", "de nieuwe normen")
    return f"Ook {actions} {either(number, 'hoort', 'horen')} nu bij {norms}."
