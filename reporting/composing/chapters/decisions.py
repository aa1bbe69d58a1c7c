"""Proposed decisions, from rules: what rests on rules in force first, then the rest, then what is open or done."""

from questionnaire.model.assessment import Level
from questionnaire.scoring.gaps import improvement_points, points_to_find_out
from questionnaire.scoring.score import NormResult, Result
from reporting.composing.summary import SHORT_LIST, open_counts
from reporting.document.pieces import Line
from reporting.wording.dutch import counted, either, listed, norms


def decisions(result: Result) -> tuple[Line, ...]:
    """Proposed decisions, from rules; only those for which there is a reason."""
    if all(norm.answer.level is None for norm in result.norms):
        return (Line("Vul de lijst eerst in, met de mensen die het werk doen. Neem daarna pas besluiten."),)
    gaps = improvement_points(result.norms)
    urgent = [norm for norm in gaps if norm.rests_on_rules_in_force]
    texts = [
        *fill_in_decision(result),
        *urgent_decision(urgent),
        *improvement_decision(gaps[len(urgent) :], is_rest=bool(urgent)),
        *find_out_decision(result),
        *secure_decision(result),
        *exclusion_decision(result),
        *plan_decision(result),
        "Bespreek dit rapport met de teams en de partners, en doe de zelfbeoordeling over een jaar opnieuw.",
    ]
    return tuple(Line(text) for text in texts)


def fill_in_decision(result: Result) -> list[str]:
    """Fill in what has not been answered."""
    number = open_counts(result)["niet beantwoord"]
    if not number:
        return []
    return [f"Laat de {either(number, 'norm', f'{number} normen')} zonder antwoord invullen."]


def urgent_decision(urgent: list[NormResult]) -> list[str]:
    """First what rests on rules in force."""
    if not urgent:
        return []
    if len(urgent) == 1:
        return [
            (
                f"Breng eerst norm {urgent[0].norm.code} op orde. Die rust op geldende regels en ligt onder het "
                "streefniveau. Wijs iemand aan die dit doet en spreek een datum af."
            )
        ]
    return [
        (
            f"Breng eerst de {len(urgent)} normen op orde die op geldende regels rusten en onder het streefniveau "
            f"liggen. Begin met {first_codes(urgent)}. Wijs per norm iemand aan en spreek een datum af."
        )
    ]


def first_codes(points: list[NormResult]) -> str:
    """The first few codes, as an enumeration."""
    return listed([point.norm.code for point in points[:SHORT_LIST]])


def improvement_decision(rest: tuple[NormResult, ...], *, is_rest: bool) -> list[str]:
    """Then the other improvement points, in order."""
    if not rest:
        return []
    when = "daarna" if is_rest else "eerst"
    if len(rest) == 1:
        return [f"Pak {when} norm {rest[0].norm.code} op: {rest[0].norm.title}."]
    other = "andere verbeterpunten" if is_rest else "verbeterpunten"
    return [
        (
            f"Pak {when} de {len(rest)} {other} op, in de volgorde van dit rapport. Begin met "
            f"{first_codes(list(rest))}."
        )
    ]


def find_out_decision(result: Result) -> list[str]:
    """Find out what nobody knew, rules in force first."""
    unknown = [point for point in points_to_find_out(result.norms) if point.is_unknown]
    if not unknown:
        return []
    if len(unknown) == 1:
        return [f"Laat uitzoeken hoe het staat met norm {unknown[0].norm.code}."]
    return [
        (
            f"Laat uitzoeken hoe het staat met de {len(unknown)} normen met 'weet ik niet'. Begin met "
            f"{first_codes(unknown)}."
        )
    ]


def secure_decision(result: Result) -> list[str]:
    """Secure what is met but not yet secured."""
    number = sum(norm.is_met and norm.answer.level is not Level.SECURED for norm in result.norms)
    if not number:
        return []
    return [
        (
            f"Houd vast wat op orde is: spreek voor {norms(number)} af hoe "
            f"{either(number, 'die wordt', 'die worden')} geborgd."
        )
    ]


def plan_decision(result: Result) -> list[str]:
    """Settle the plan, with what it still lacks."""
    actions = [action for action in result.assessment.actions.values() if action.is_to_do]
    if not actions:
        return []
    to_do = counted(len(actions), "actie", "acties")
    undated = sum(action.due is None for action in actions)
    lacking = f" Spreek voor {counted(undated, 'actie', 'acties')} nog een datum af." if undated else ""
    return [f"Stel het plan van aanpak vast, met {to_do} om te doen.{lacking}"]


def exclusion_decision(result: Result) -> list[str]:
    """Give a reason where it is missing; look again when nothing at all applies."""
    lacking = open_counts(result)["'niet van toepassing' zonder reden"]
    if lacking:
        why = either(lacking, "waarom die niet van toepassing is", "waarom die niet van toepassing zijn")
        return [f"Leg bij {norms(lacking)} vast {why}, of kies alsnog een niveau."]
    if not any(norm.is_applicable for norm in result.norms):
        return [
            "Kijk nog eens of de normen echt niet van toepassing zijn. Zonder normen is er niets te vergelijken."
        ]
    return []
