"""The management summary: the verdict in words, scores side by side and proposed decisions, all from rules."""

from questionnaire.assessment import Level, OrganisationKind
from questionnaire.gaps import improvement_points, points_to_find_out, strong_points
from questionnaire.scoring import NormResult, Result, SectionResult
from reporting.content import Line, ScoreRow
from reporting.dutch import counted, date_text, either, listed, norms
from reporting.wording import coverage_text, depth_name, level_text, organisation_name, score_text

SHORT_LIST = 3


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


def subject_sentence(result: Result) -> str:
    """Who looked at what, and when."""
    organisation = result.assessment.organisation
    who = organisation_name(organisation)
    if organisation.kind is OrganisationKind.COOPERATION:
        who = f"Samenwerking {who}" if "samenwerking" not in who.lower() else who
    return (
        f"{who} heeft de eigen aanpak van meervoudige problematiek naast de versterkte aanpak gelegd. Dit rapport "
        f"laat zien hoe het was op {date_text(result.assessment.reference_date)} ('was'), wat de versterkte "
        f"aanpak vraagt ('wordt') en wat een goede volgende stap is. Gebruikt is de "
        f"{list_name(result)}: {norms(len(result.norms))}."
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
    met = sum(norm.is_met for norm in scored)
    below = len(scored) - met
    return (
        f"{norms(applicable)} {either(applicable, 'is', 'zijn')} van toepassing. Daarvan "
        f"{either(len(scored), 'heeft', 'hebben')} er {len(scored)} een niveau: {met} "
        f"{either(met, 'ligt', 'liggen')} op of boven het streefniveau en {below} eronder."
    )


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
        "Wat open is, telt niet als nul: de score is zo lang een marge."
    )


def open_counts(result: Result) -> dict[str, int]:
    """Number of open norms by reason."""
    return {
        "niet beantwoord": sum(section.unanswered for section in result.sections),
        "'weet ik niet'": sum(section.unknown for section in result.sections),
        "'niet van toepassing' zonder reden": sum(section.lacking_reason for section in result.sections),
    }


def overall_sentence(result: Result) -> str:
    """The plain average over the steps, or why there is none."""
    depth = depth_name(result.assessment)
    band = result.overall
    if band is None:
        missing = [f"stap {step.section.number}" for step in result.steps if step.band is None]
        verb = either(len(missing), "heeft", "hebben")
        return f"Er is geen gemiddelde over de stappen ({depth}): {listed(missing)} {verb} geen percentage."
    verb = "is" if band.is_exact else "ligt"
    return (
        f"Het gemiddelde over de stappen ({depth}) {verb} {band.text}. Elke stap telt daarin even zwaar. "
        "Lees het altijd naast de scores per stap."
    )


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
        return (Line("Er zijn nog geen normen op of boven het streefniveau."),)
    return tuple(
        Line(f"{named_norm(point)}: {level_text(point.answer, result.questionnaire)}.") for point in points
    )


def attention_short(result: Result) -> tuple[Line, ...]:
    """The most urgent improvement points, or that there are none."""
    points = improvement_points(result.norms)[:SHORT_LIST]
    if not points:
        return (Line("Er zijn geen normen onder het streefniveau."),)
    return tuple(Line(f"{named_norm(point)}: niveau {height_to_target(point)}.") for point in points)


def named_norm(result: NormResult) -> str:
    """A norm with its code."""
    return f"{result.norm.title} ({result.norm.code})"


def height_to_target(result: NormResult) -> str:
    """The level beside the target: "1, streefniveau 3"."""
    return f"{result.answer.height}, streefniveau {result.norm.target}"


def decisions(result: Result) -> tuple[Line, ...]:
    """Proposed decisions, from rules; only those for which there is a reason."""
    gaps = improvement_points(result.norms)
    urgent = [norm for norm in gaps if norm.rests_on_rules_in_force]
    texts = [
        *fill_in_decision(result),
        *urgent_decision(urgent),
        *improvement_decision(gaps[len(urgent) :], is_rest=bool(urgent)),
        *find_out_decision(result),
        *secure_decision(result),
        *exclusion_decision(result),
        "Bespreek dit rapport met de teams en de partners, en doe de zelfbeoordeling over een jaar opnieuw.",
    ]
    return tuple(Line(text) for text in texts)


def fill_in_decision(result: Result) -> list[str]:
    """Fill in what has not been answered."""
    number = open_counts(result)["niet beantwoord"]
    if not number:
        return []
    if number == len(result.norms):
        return ["Vul de lijst eerst in, met de mensen die het werk doen. Neem daarna pas andere besluiten."]
    return [
        (
            f"Laat {either(number, 'de norm die nog geen antwoord heeft', f'de {number} normen zonder antwoord')} "
            "invullen."
        )
    ]


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


def total_sentence(result: Result) -> str:
    """Coverage over everything, for the method chapter."""
    excluded = sum(not norm.is_applicable for norm in result.norms)
    scored = sum(norm.answer.height is not None for norm in result.norms)
    return (
        f"De {list_name(result)} heeft {norms(len(result.norms))}. Een niveau van 0 tot en met 4 "
        f"{either(scored, 'heeft', 'hebben')} er {scored}; niet van toepassing (met reden): {excluded}; "
        f"nog open: {counted(sum(open_counts(result).values()), 'norm', 'normen')}."
    )
