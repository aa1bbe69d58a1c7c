"""The chapter of one step or theme: score in words, was-wordt table, what to find out, what the source lacks."""

from questionnaire.model.cleaning import clean
from questionnaire.model.questionnaire import MissingInSource, Questionnaire, Section
from questionnaire.scoring.gaps import find_out_first, improvement_points, points_to_find_out, strong_points
from questionnaire.scoring.score import NormResult, Result, SectionResult
from reporting.charts.wording import levels_summary
from reporting.composing.annexes import SourceNumbers
from reporting.composing.chapters.comments import comments_at
from reporting.composing.chapters.process import process_card
from reporting.composing.figures import level_figure
from reporting.document.pieces import Labelled, Line
from reporting.document.report import FindOut, Missing, NormRow, SectionContent, Strip
from reporting.wording.answers import (
    MISSING_REASON,
    NOT_DESCRIBED,
    advice_text,
    coverage_text,
    depth_name,
    gap_text,
    level_text,
    levels_sentence,
    plan_texts,
    question_text,
    role_label,
    score_text,
    section_title,
    status_label,
    status_text,
    target_text,
)
from reporting.wording.dutch import as_sentence, code_list, counted, either, norms, within
from reporting.wording.fixed_texts import FIND_OUT_FIRST

NO_SOURCES = "bronnen: zie de vragenlijst"
"""For a template that names the sources with the norm, in a document without a list of them."""


def compose_section(
    section: SectionResult, result: Result, numbers: SourceNumbers | None, *, has_comments: bool = False
) -> SectionContent:
    """Compose one chapter; a block without anything in it is left out.

    Args:
        section: the step or theme.
        result: what it is part of.
        numbers: the sources by number, when the document has a list of them.
        has_comments: whether comments stand at its norms.
    """
    content, depth = result.questionnaire, depth_name(result.assessment)
    return SectionContent(
        name=section.section.name,
        title=section_title(section.section),
        introduction=introduction(section.section),
        score=tuple(Line(text) for text in score_lines(section, depth)),
        strip=(strip(section),) if section.has_percentage else (),
        conclusion=tuple(Line(" ".join(said)) for said in [conclusion(section, content, depth)] if said),
        levels_sentence=levels_summary(section),
        levels=level_figure(section, depth),
        norms=tuple(norm_row(norm, content, numbers, has_comments=has_comments) for norm in section.norms),
        find_out=find_out(section, content),
        find_out_first=unsure(section, content),
        process=process_card(section, result),
        missing=missing(section.section.missing),
    )


def introduction(section: Section) -> str:
    """What the section is about, and where it stands in the order of the steps."""
    return "\n".join(text.strip() for text in (section.introduction, section.order_note) if text.strip())


def strip(section: SectionResult) -> Strip:
    """The section on one row."""
    met = sum(norm.is_met for norm in section.norms)
    return Strip(
        score=score_text(section),
        met=f"{met} van {norms(section.applicable)}",
        below=norms(sum(norm.gap > 0 for norm in section.norms)),
        in_force=norms(section.below_in_force),
        open=norms(sum(norm.is_open for norm in section.norms)),
    )


def conclusion(section: SectionResult, content: Questionnaire, depth: str) -> list[str]:
    """What is in place, what asks attention first, and what residents notice of it; or why there is no level."""
    if not section.is_assessed:
        return ["Niet beoordeeld: geen enkele norm is hier van toepassing. De redenen staan in de tabel."]
    if not section.has_percentage:
        return [score_sentence(section, depth)]
    if not section.scored:
        return [
            "Geen enkele norm van dit onderdeel heeft al een niveau. Begin met de vragen bij ‘advies’ in de tabel."
        ]
    strong, first = strong_points(section.norms), improvement_points(section.norms)
    said = []
    if strong:
        said.append(f"Op orde is onder meer ‘{strong[0].norm.title}’ ({strong[0].norm.code}).")
    if not first:
        return [*said, "Geen norm met een niveau ligt onder het streefniveau."]
    norm = first[0].norm
    level = level_text(first[0].answer, content).partition(" ")[2].lower()
    return [
        *said,
        f"Het eerst aandacht vraagt ‘{norm.title}’ ({norm.code}): nu {level}.",
        f"Wat inwoners merken als dat op orde is: {within(norm.why.resident)}",
    ]


def score_lines(section: SectionResult, depth: str) -> list[str]:
    """The score in words, what goes first, and what is still open."""
    lines = [score_sentence(section, depth)]
    below = [norm.norm.code for norm in section.norms if norm.rests_on_rules_in_force and norm.gap > 0]
    if below:
        lines.append(
            f"Dit gaat voor: {norms(len(below))} op geldende regels {either(len(below), 'ligt', 'liggen')} "
            f"onder het streefniveau ({code_list(below, section_codes(section))})."
        )
    above = [norm.norm.code for norm in section.norms if norm.is_above_target]
    if above:
        lines.append(
            f"Boven het streefniveau: {norms(len(above))} ({code_list(above, section_codes(section))}). "
            "Dat telt niet extra mee in de score."
        )
    return lines


def score_sentence(section: SectionResult, depth: str) -> str:
    """The score of a section as one or two sentences."""
    if not section.is_assessed:
        return (
            f"Niet beoordeeld ({depth}): geen enkele norm van dit onderdeel is hier van toepassing. "
            "De redenen staan in de tabel."
        )
    band = section.band
    if band is None:
        return (
            f"Geen percentage ({depth}): daarvoor zijn ten minste drie normen nodig, en hier "
            f"{either(section.applicable, 'geldt', 'gelden')} er {section.applicable}. {levels_sentence(section)}"
        )
    if not section.scored:
        return (
            f"Nog geen score ({depth}): geen van de {norms(section.applicable)} heeft een niveau. "
            "De score kan dus nog alles worden, tussen 0% en 100%."
        )
    verb = "is" if band.is_exact else "ligt"
    have = either(section.scored, "heeft", "hebben")
    return f"De score ({depth}) {verb} {band.text}. {coverage_text(section)} {have} een niveau."


def section_codes(section: SectionResult) -> list[str]:
    """The codes of a section, in order."""
    return [norm.norm.code for norm in section.norms]


def norm_row(
    result: NormResult, content: Questionnaire, numbers: SourceNumbers | None, *, has_comments: bool = False
) -> NormRow:
    """One norm beside the current practice."""
    norm = result.norm
    return NormRow(
        code=norm.code,
        title=norm.title,
        statement=norm.statement,
        status=status_text(norm, content),
        sources=f"bron {numbers.text(norm.sources)}" if numbers else NO_SOURCES,
        practice=clean(result.answer.practice).strip() or NOT_DESCRIBED,
        notes=notes(result),
        level=level_text(result.answer, content),
        target=target_text(result),
        gap=gap_text(result),
        basis=status_label(norm, content),
        distance=distance(result),
        plan=tuple(Line(text) for text in plan_texts(result.answer)),
        advice=advice_text(result, content),
        comments=comments_at(result, content) if has_comments else (),
    )


def distance(result: NormResult) -> str:
    """The gap in words, with the target."""
    target = f"streefniveau {result.norm.target}"
    if result.answer.is_excluded:
        return "telt niet mee"
    if result.is_open:
        return f"nog open, {target}"
    if result.gap:
        return f"kloof van {counted(result.gap, 'niveau', 'niveaus')} tot {target}"
    return f"boven {target}" if result.is_above_target else f"{target} gehaald"


def notes(result: NormResult) -> tuple[Labelled, ...]:
    """What explains the level to every reader; evidence and remarks are for the internal annex."""
    answer = result.answer
    reason = MISSING_REASON if answer.lacks_reason else answer.reason
    texts = (
        ("Anders geregeld, namelijk", answer.otherwise),
        ("Niet van toepassing", reason if answer.height is None else ""),
    )
    cleaned = ((label, clean(text).strip()) for label, text in texts)
    return tuple(Labelled(f"{label}: ", text) for label, text in cleaned if text)


def find_out(section: SectionResult, content: Questionnaire) -> tuple[FindOut, ...]:
    """Unknown norms and those lacking a reason one by one; unanswered ones together, as there may be many."""
    points = points_to_find_out(section.norms)
    sentence = open_sentence(section)
    if not sentence:
        return ()
    return (FindOut(sentence, tuple(find_out_point(point, content) for point in points)),)


def open_sentence(section: SectionResult) -> str:
    """What is open in a section, by reason; empty when nothing is."""
    empty = [result.norm.code for result in section.norms if result.answer.level is None]
    parts = []
    if section.unknown:
        parts.append(f"Bij {norms(section.unknown)} is gekozen voor 'weet ik niet'.")
    if section.lacking_reason:
        parts.append(
            f"Bij {norms(section.lacking_reason)} ontbreekt de reden waarom de norm niet van toepassing is."
        )
    if empty and len(empty) == len(section.norms):
        parts.append("Dit onderdeel is nog niet ingevuld. Begin met de vragen bij 'advies' in de tabel.")
    elif empty:
        verb = either(len(empty), "is", "zijn")
        parts.append(
            f"{norms(len(empty))} {verb} nog niet beantwoord: {code_list(empty, section_codes(section))}. "
            "De vraag en de rol staan bij 'advies' in de tabel."
        )
    return " ".join(parts)


def find_out_point(result: NormResult, content: Questionnaire) -> Labelled:
    """One norm with the role that usually knows; what to ask stands beside it in the table."""
    text = (
        question_text(result)
        if result.answer.lacks_reason
        else f"Wie het meestal weet: {role_label(result.norm, content)}."
    )
    return Labelled(f"{result.norm.code} {result.norm.title}. ", text)


def unsure(section: SectionResult, content: Questionnaire) -> tuple[FindOut, ...]:
    """The answers of a section that weigh too much to be so unsure, most doubt first; nothing without any."""
    points = find_out_first(section.norms)
    if not points:
        return ()
    return (FindOut(FIND_OUT_FIRST, tuple(unsure_point(point, content) for point in points)),)


def unsure_point(result: NormResult, content: Questionnaire) -> Labelled:
    """One norm with its doubt and the role that usually knows."""
    certainty = result.answer.certainty
    doubt = as_sentence(content.plan.certainty_by_id[certainty].label) if certainty else ""
    return Labelled(
        f"{result.norm.code} {result.norm.title}. ",
        f"{doubt} Gewicht {result.norm.weight}. Wie het meestal weet: {role_label(result.norm, content)}.",
    )


def missing(items: tuple[MissingInSource, ...]) -> tuple[Missing, ...]:
    """What the source announces without text; nothing when the source is complete here."""
    if not items:
        return ()
    verb = either(len(items), "Dit onderdeel staat", "Deze onderdelen staan")
    them = either(len(items), "Het telt", "Ze tellen")
    introduction = (
        f"{verb} wel in de bron, maar zonder tekst. {them} niet mee in de score. "
        f"Dit rapport vult er niets voor in."
    )
    points = tuple(Labelled(f"{item.title}. ", as_sentence(item.explanation)) for item in items)
    return (Missing(introduction, points),)
