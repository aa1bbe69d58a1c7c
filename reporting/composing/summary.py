"""The management summary: the verdict in words and the scores side by side, all from rules."""

from fractions import Fraction

from questionnaire.scoring.gaps import improvement_points, strong_points
from questionnaire.scoring.score import NormResult, Result, SectionResult
from reporting.document.pieces import Line
from reporting.document.report import ScoreRow
from reporting.wording.answers import (
    coverage_text,
    depth_name,
    level_text,
    one_line,
    organisation_name,
    score_text,
)
from reporting.wording.dutch import counted, date_text, either, listed, norms

SHORT_LIST = 3
JUDGEMENTS = (
    (Fraction(1), "op orde op alle punten die een niveau hebben"),
    (Fraction(3, 4), "op de meeste punten op orde"),
    (Fraction(1, 2), "op de helft van de punten of meer op orde, en op de andere nog niet"),
    (Fraction(1, 4), "op een deel van de punten op orde, en op de meeste nog niet"),
    (Fraction(0), "op enkele punten op orde, en op de meeste nog niet"),
)
"""Smallest share of the norms with a level that is met, and what is then said."""
NOTHING_MET = "nog op geen enkel punt op orde"


def compose_summary(result: Result) -> tuple[Line, ...]:
    """What was assessed and what came out, in a few paragraphs."""
    texts = [
        subject_sentence(result),
        verdict_sentence(result),
        spread_sentence(result),
        in_force_sentence(result),
    ]
    texts.append(open_sentence(result))
    return tuple(Line(text) for text in texts if text)


def verdict(result: Result) -> tuple[Line, ...]:
    """The verdict in one sentence, or nothing."""
    sentence = judgement_sentence(result)
    return (Line(sentence),) if sentence else ()


def judgement_sentence(result: Result) -> str:
    """The verdict in one sentence, from the share of norms that are met; none while most is still open."""
    scored = [norm for norm in result.norms if norm.answer.height is not None]
    applicable = sum(norm.is_applicable for norm in result.norms)
    if not scored:
        return ""
    if 2 * len(scored) < applicable:
        return "Er is nog te weinig ingevuld voor een oordeel: minder dan de helft van de normen heeft een niveau."
    met = sum(norm.is_met for norm in scored)
    words = next(words for least, words in JUDGEMENTS if met * least.denominator >= least.numerator * len(scored))
    return f"De aanpak is {words if met else NOTHING_MET}."


def subject_sentence(result: Result) -> str:
    """Who looked at what, and when."""
    organisation = result.assessment.organisation
    names = [one_line(municipality.name) for municipality in organisation.municipalities]
    together = f" Het gaat over de gemeenten {listed(names)} samen." if len(names) > 1 else ""
    day = date_text(result.assessment.reference_date)
    return (
        f"{organisation_name(organisation)} heeft de eigen aanpak van meervoudige problematiek naast de "
        f"versterkte aanpak gelegd, met de {list_name(result)} ({norms(len(result.norms))}). Het antwoord op elke "
        f"norm geldt op {day}.{together}"
    )


def list_name(result: Result) -> str:
    """The list at its depth, as a noun."""
    return {"kern": "kernlijst", "volledig": "volledige lijst"}[depth_name(result.assessment)]


def verdict_sentence(result: Result) -> str:
    """How many norms are met and how many are not; correct when there is nothing to say yet."""
    applicable = sum(norm.is_applicable for norm in result.norms)
    scored = [norm for norm in result.norms if norm.answer.height is not None]
    if not applicable:
        return (
            "Alle normen zijn gemarkeerd als niet van toepassing. Er is dus niets beoordeeld en er is geen score."
        )
    if not scored:
        return (
            "Nog geen enkele norm heeft een niveau. Dit rapport laat daarom vooral zien wat de versterkte aanpak "
            "vraagt en wat uit te zoeken is."
        )
    which = (
        either(applicable, "Die heeft een niveau.", "Ze hebben allemaal een niveau.")
        if len(scored) == applicable
        else f"Daarvan {either(len(scored), 'heeft', 'hebben')} er {len(scored)} een niveau."
    )
    return f"{norms(applicable)} {either(applicable, 'is', 'zijn')} van toepassing. {which} {met_sentence(scored)}"


def met_sentence(scored: list[NormResult]) -> str:
    """How many of the norms with a level are at or above target."""
    met = sum(norm.is_met for norm in scored)
    below = len(scored) - met
    if not met or not below:
        those = either(len(scored), "Die ligt", "Die liggen allemaal")
        return f"{those} {'onder' if below else 'op of boven'} het streefniveau."
    return f"{met} {either(met, 'ligt', 'liggen')} op of boven het streefniveau en {below} eronder."


def spread_sentence(result: Result) -> str:
    """The highest and the lowest step, only when every step has an exact score and they differ."""
    exact = [(step.score.low, step) for step in result.steps if step.band is not None and step.band.is_exact]
    shares = sorted(share for share, _ in exact)
    if len(exact) < len(result.steps) or len(exact) < 2 or shares[0] == shares[1] or shares[-1] == shares[-2]:
        return ""
    low = next(step for share, step in exact if share == shares[0])
    high = next(step for share, step in exact if share == shares[-1])
    return f"De hoogste score heeft {named(high)}, de laagste {named(low)}."


def named(step: SectionResult) -> str:
    """A step with its score: "stap 3, Coördineren (56%)"."""
    return f"stap {step.section.number}, {step.section.short_title} ({score_text(step)})"


def in_force_sentence(result: Result) -> str:
    """How many norms on rules in force are below target, because an average hides them."""
    in_force = [norm for norm in result.norms if norm.rests_on_rules_in_force and norm.answer.height is not None]
    below = sum(norm.gap > 0 for norm in in_force)
    if not in_force:
        return ""
    if not below:
        return (
            f"Op geldende regels {either(len(in_force), 'rust', 'rusten')} {len(in_force)} van de normen met een "
            "niveau. Geen daarvan ligt onder het streefniveau."
        )
    return (
        f"Let op: {norms(below)} op geldende regels {either(below, 'ligt', 'liggen')} onder het streefniveau. "
        f"{either(below, 'Die gaat', 'Die gaan')} voor, wat de score ook is."
    )


def open_sentence(result: Result) -> str:
    """What is open over all sections, by reason."""
    counts = open_counts(result)
    total = sum(counts.values())
    if not total:
        return ""
    parts = [f"{number} keer {reason}" for reason, number in counts.items() if number]
    return (
        f"Nog open {either(total, 'is', 'zijn')} {norms(total)}: {listed(parts)}. "
        "Wat open is, telt niet als nul; de score is dan een marge."
    )


def open_counts(result: Result) -> dict[str, int]:
    """Number of open norms by reason."""
    return {
        "niet beantwoord": sum(section.unanswered for section in result.sections),
        "'weet ik niet'": sum(section.unknown for section in result.sections),
        "'niet van toepassing' zonder reden": sum(section.lacking_reason for section in result.sections),
    }


def overall_sentence(result: Result) -> str:
    """The average over the steps with how to read it, beside the scores per step."""
    said = average_sentence(result)
    return f"{said} Lees het altijd naast de scores per stap." if result.overall else said


def average_sentence(result: Result) -> str:
    """The plain average over the steps, or why there is none."""
    depth = depth_name(result.assessment)
    band = result.overall
    if band is None:
        missing = [f"stap {step.section.number}" for step in result.steps if step.band is None]
        which = "geen enkele stap heeft een percentage"
        if len(missing) < len(result.steps):
            which = f"{listed(missing)} {either(len(missing), 'heeft', 'hebben')} geen percentage"
        return f"Er is geen gemiddelde over de stappen ({depth}): {which}."
    verb = "is" if band.is_exact else "ligt"
    return f"Het gemiddelde over de stappen ({depth}) {verb} {band.text}. Elke stap telt daarin even zwaar."


def score_row(section: SectionResult) -> ScoreRow:
    """One section in a table of scores."""
    excluded = len(section.norms) - section.applicable
    return ScoreRow(
        name=section.section.name,
        score=score_text(section),
        coverage=coverage_text(section),
        below_in_force=str(section.below_in_force),
        unknown=str(section.unknown),
        unanswered=str(section.unanswered),
        lacking_reason=str(section.lacking_reason),
        excluded=str(excluded),
    )


def strong_short(result: Result) -> tuple[Line, ...]:
    """The first strong points, or that there are none yet."""
    points = strong_points(result.norms)[:SHORT_LIST]
    if not points:
        return (Line(nothing_sentence(result, "op of boven")),)
    return tuple(
        Line(f"{named_norm(point)}: {level_text(point.answer, result.questionnaire)}.") for point in points
    )


def attention_short(result: Result) -> tuple[Line, ...]:
    """The most urgent improvement points, or that there are none."""
    points = improvement_points(result.norms)[:SHORT_LIST]
    if not points:
        return (Line(nothing_sentence(result, "onder")),)
    return tuple(Line(f"{named_norm(point)}: niveau {height_to_target(point)}.") for point in points)


def nothing_sentence(result: Result, side: str) -> str:
    """That no norm lies on this side of its target, without making it look better or worse than it is."""
    if not any(norm.is_applicable for norm in result.norms):
        return "Er is niets beoordeeld."
    if all(norm.answer.height is None for norm in result.norms):
        return "Dat is nog niet bekend: geen enkele norm heeft een niveau."
    so_far = "Tot nu toe ligt" if any(norm.is_open for norm in result.norms) else "Er ligt"
    return f"{so_far} geen norm {side} het streefniveau."


def named_norm(result: NormResult) -> str:
    """A norm with its code."""
    return f"{result.norm.title} ({result.norm.code})"


def height_to_target(result: NormResult) -> str:
    """The level beside the target: "1, streefniveau 3"."""
    return f"{result.answer.height}, streefniveau {result.norm.target}"


def total_sentence(result: Result) -> str:
    """Coverage over everything, for the method chapter."""
    excluded = sum(not norm.is_applicable for norm in result.norms)
    scored = sum(norm.answer.height is not None for norm in result.norms)
    return (
        f"De {list_name(result)} heeft {norms(len(result.norms))}. Een niveau van 0 tot en met 4 "
        f"{either(scored, 'heeft', 'hebben')} er {scored}; niet van toepassing (met reden): {excluded}; "
        f"nog open: {counted(sum(open_counts(result).values()), 'norm', 'normen')}."
    )
