"""What is proposed to decide, with owner and date from the plan; apart from that what has yet to be completed."""

from collections.abc import Sequence

from questionnaire.model.assessment import Level
from questionnaire.model.plan import Action
from questionnaire.scoring.gaps import improvement_points, points_to_find_out
from questionnaire.scoring.projection import actions_by_norm
from questionnaire.scoring.score import NormResult, Result
from reporting.composing.summary import open_counts
from reporting.document.pieces import Line
from reporting.wording.actions import NO_OWNER, role_text
from reporting.wording.dutch import counted, date_text, either, norms

MOST_DECISIONS = 5
"""More than a meeting can take at once; the rules below never give more."""
TALK = "Bespreek de uitkomst met de teams en de partners, en doe de zelfbeoordeling over een jaar opnieuw."


def decisions(result: Result) -> tuple[Line, ...]:
    """At most five proposed decisions; only those for which there is a reason."""
    if all(norm.answer.level is None for norm in result.norms):
        return (Line("Vul de lijst eerst in, met de mensen die het werk doen. Neem daarna pas besluiten."),)
    gaps = improvement_points(result.norms)
    urgent = [norm for norm in gaps if norm.rests_on_rules_in_force]
    texts = [
        *urgent_decision(urgent, result),
        *improvement_decision(gaps[len(urgent) :], result, is_rest=bool(urgent)),
        *plan_decision(gaps, result),
        *secure_decision(result),
        *applicable_decision(result),
        TALK,
    ]
    return tuple(Line(text) for text in texts)


def urgent_decision(urgent: Sequence[NormResult], result: Result) -> list[str]:
    """First what rests on rules in force."""
    if not urgent:
        return []
    if len(urgent) == 1:
        start = "Breng eerst 1 norm op orde die op geldende regels rust en onder het streefniveau ligt:"
        return [f"{start} {point_and_plan(urgent[0], result)}"]
    start = f"Breng eerst {norms(len(urgent))} op orde die op geldende regels rusten en onder het streefniveau"
    return [f"{start} liggen. Begin met {point_and_plan(urgent[0], result)}"]


def improvement_decision(rest: Sequence[NormResult], result: Result, *, is_rest: bool) -> list[str]:
    """Then the other improvement points."""
    if not rest:
        return []
    when = "daarna" if is_rest else "eerst"
    number = len(rest)
    if number == 1:
        other = "het andere verbeterpunt" if is_rest else "het ene verbeterpunt"
        return [f"Pak {when} {other} op: {point_and_plan(rest[0], result)}"]
    others = "andere verbeterpunten" if is_rest else "verbeterpunten"
    return [f"Pak {when} de {number} {others} op. Begin met {point_and_plan(rest[0], result)}"]


def point_and_plan(point: NormResult, result: Result) -> str:
    """A norm in words with its code, and who does it when, as far as the plan says so."""
    actions = [action for action in actions_by_norm(result.assessment).get(point.norm.id, ()) if action.is_to_do]
    return f"‘{point.norm.title}’ ({point.norm.code}). {planned(actions, result)}"


def planned(actions: Sequence[Action], result: Result) -> str:
    """Owner and date of the first action, or that they have yet to come."""
    if not actions:
        return "Er is nog geen actie: wijs een eigenaar aan en spreek een datum af."
    action = next((one for one in actions if one.owner_role), actions[0])
    owner = role_text(action, result.questionnaire)
    who = "Nog geen eigenaar" if owner == NO_OWNER else f"Eigenaar: {owner}"
    return f"{who}, {f'klaar op {date_text(action.due)}' if action.due else 'nog geen datum'}."


def plan_decision(gaps: Sequence[NormResult], result: Result) -> list[str]:
    """Settle the plan, or have one made."""
    actions = [action for action in result.assessment.actions.values() if action.is_to_do]
    if actions:
        number = counted(len(actions), "actie", "acties")
        return [f"Stel het plan van aanpak vast, met {number} om te doen{between(actions)}."]
    return ["Laat een plan van aanpak maken, met bij elke actie een eigenaar en een datum."] if gaps else []


def between(actions: Sequence[Action]) -> str:
    """From the first date to the last; nothing without two of them."""
    days = sorted({action.due for action in actions if action.due})
    return f", klaar tussen {date_text(days[0])} en {date_text(days[-1])}" if len(days) > 1 else ""


def secure_decision(result: Result) -> list[str]:
    """Secure what is met but not yet secured."""
    number = sum(norm.is_met and norm.answer.level is not Level.SECURED for norm in result.norms)
    if not number:
        return []
    them = either(number, "die wordt", "die worden")
    return [f"Houd vast wat op orde is: spreek voor {norms(number)} af hoe {them} geborgd."]


def applicable_decision(result: Result) -> list[str]:
    """Look again when nothing at all applies."""
    if any(norm.is_applicable for norm in result.norms):
        return []
    return ["Kijk nog eens of de normen echt niet van toepassing zijn. Zonder normen is er niets te vergelijken."]


def housekeeping(result: Result) -> tuple[Line, ...]:
    """What the list and the plan still lack: no decision, but work; nothing while nothing was answered at all."""
    if all(norm.answer.level is None for norm in result.norms):
        return ()
    texts = (fill_in(result), find_out(result), give_reasons(result), complete_plan(result))
    return tuple(Line(text) for text in texts if text)


def fill_in(result: Result) -> str:
    """Fill in what has not been answered."""
    number = open_counts(result)["niet beantwoord"]
    return f"Vul {norms(number)} zonder antwoord in." if number else ""


def find_out(result: Result) -> str:
    """Find out what nobody knew, rules in force first."""
    unknown = [point.norm for point in points_to_find_out(result.norms) if point.is_unknown]
    if not unknown:
        return ""
    first = f"‘{unknown[0].title}’ ({unknown[0].code})"
    if len(unknown) == 1:
        return f"Zoek uit hoe het staat met {first}."
    return f"Zoek {norms(len(unknown))} uit waarbij ‘weet ik niet’ is gekozen. Begin met {first}."


def give_reasons(result: Result) -> str:
    """Give a reason where it is missing."""
    lacking = open_counts(result)["'niet van toepassing' zonder reden"]
    if not lacking:
        return ""
    why = either(lacking, "waarom die niet van toepassing is", "waarom die niet van toepassing zijn")
    return f"Leg bij {norms(lacking)} vast {why}, of kies alsnog een niveau."


def complete_plan(result: Result) -> str:
    """Give owners and dates to the actions that lack them."""
    actions = [action for action in result.assessment.actions.values() if action.is_to_do]
    undated = sum(action.due is None for action in actions)
    ownerless = sum(not action.owner_role and not action.owner_name for action in actions)
    texts = (
        f"Spreek voor {counted(undated, 'actie', 'acties')} nog een datum af." if undated else "",
        f"Wijs voor {counted(ownerless, 'actie', 'acties')} nog een eigenaar aan." if ownerless else "",
    )
    return " ".join(filter(None, texts))
