"""The annexes: how the score comes about (recomputable by hand), articles and sources, glossary."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from questionnaire.model.questionnaire import Certainty, Questionnaire, Term
from questionnaire.scoring.score import NormResult, Result, SectionResult, percentage_text
from reporting.document.pieces import Labelled, Line
from reporting.document.report import ArticleRow, Calculation, CalculationRow, SourceRow
from reporting.wording.answers import short_level
from reporting.wording.dutch import as_sentence, code_list, listed, with_capital
from reporting.wording.fixed_texts import CALCULATION_RULE, CERTAINTY, IMPROVEMENT_RULE, WARNINGS

CERTAINTY_TEXT = {
    Certainty.SOURCE: "volgt uit de bron",
    Certainty.PARTLY_DERIVED: "deels afgeleid",
    Certainty.DERIVED: "eigen afleiding",
}
READING_TEXT = {"A": "hele pagina", "B": "alleen het begin", "C": "kopie of oude versie"}


def calculation_rule(result: Result) -> tuple[Line, ...]:
    """The scoring rule in words, with the first scored norm as an example."""
    example = next((norm for norm in result.norms if norm.answer.height is not None), None)
    return tuple(
        Line(text)
        for text in (*CALCULATION_RULE, IMPROVEMENT_RULE, *([worked_example(example)] if example else []))
    )


def worked_example(result: NormResult) -> str:
    """The sum for one norm, step by step."""
    norm, score = result.norm, result.score
    counted_level = min(result.answer.height or 0, norm.target)
    return (
        f"Voorbeeld: norm {norm.code} heeft gewicht {norm.weight}, streefniveau {norm.target} en niveau "
        f"{result.answer.height}. "
        f"Behaald is {norm.weight} × 12 × {counted_level} ÷ {norm.target} = {score.reached} punten. "
        f"Ontbreekt is {norm.weight * 12} − {score.reached} = {score.missing} punten."
    )


def calculation(section: SectionResult) -> Calculation:
    """The table of one section with its sum."""
    return Calculation(
        title=section.section.name,
        rows=tuple(calculation_row(norm) for norm in section.norms),
        outcome=outcome(section),
    )


def calculation_row(result: NormResult) -> CalculationRow:
    """One norm in points."""
    norm, score = result.norm, result.score
    return CalculationRow(
        code=norm.code,
        title=norm.title,
        weight=str(norm.weight),
        target=str(norm.target),
        level=short_level(result.answer),
        reached=str(score.reached),
        missing=str(score.missing),
        open=str(score.open),
    )


def outcome(section: SectionResult) -> str:
    """The sum of a section and the division that gives its score."""
    score, band = section.score, section.band
    if not section.is_assessed:
        return "Niet beoordeeld: geen norm is van toepassing."
    points = f"Samen: {score.reached} punten behaald, {score.missing} ontbreken, {score.open} zijn open."
    if band is None:
        return f"{points} Geen percentage: er zijn minder dan drie normen van toepassing."
    if band.is_exact:
        return f"{points} Score: {score.reached} ÷ {score.total} = {band.text}."
    low = percentage_text(band.low, math.floor(100 * band.low))
    high = percentage_text(band.high, math.ceil(100 * band.high))
    return (
        f"{points} Laagste score: {score.reached} ÷ {score.total} = {low}. "
        f"Hoogste score: ({score.reached} + {score.open}) ÷ {score.total} = {high}."
    )


@dataclass(frozen=True, slots=True)
class SourceNumbers:
    """Sources in the order in which the report first needs them, numbered from 1."""

    ids: tuple[str, ...]

    @classmethod
    def of(cls, content: Questionnaire) -> "SourceNumbers":
        """Sources of the norms asked, of what is missing, of the law status and of the scale; no others."""
        norms = (source for norm in content.norms for source in norm.sources)
        missing = (source for section in content.sections for item in section.missing for source in item.sources)
        return cls(tuple(dict.fromkeys([*norms, *missing, *content.law.sources, *content.scale_sources])))

    def text(self, sources: tuple[str, ...]) -> str:
        """The numbers of `sources`: "1, 4 en 7"."""
        return listed([str(self.ids.index(source) + 1) for source in sources])


def article_row(result: NormResult, numbers: SourceNumbers) -> ArticleRow:
    """What one norm rests on."""
    norm = result.norm
    notes = (as_sentence(note) for note in (norm.certainty_note, norm.warning))
    return ArticleRow(
        code=norm.code,
        article=norm.article or "geen artikel",
        sources=numbers.text(norm.sources),
        certainty=CERTAINTY_TEXT[norm.certainty],
        warning=" ".join(note for note in notes if note),
    )


def certainties(norms: Sequence[NormResult]) -> tuple[Labelled, ...]:
    """The norms by how far they follow from their sources; a group without norms is left out."""
    order = [result.norm.code for result in norms]
    groups = (
        (text, [result.norm.code for result in norms if result.norm.certainty is certainty])
        for certainty, text in CERTAINTY_TEXT.items()
    )
    return tuple(
        Labelled(f"{with_capital(text)}: ", f"{code_list(codes, order)}.") for text, codes in groups if codes
    )


def certainty(norms: Sequence[NormResult]) -> str:
    """That norms differ in certainty, and which of them carry a warning."""
    order = [result.norm.code for result in norms]
    warned = [result.norm.code for result in norms if result.norm.warning]
    if not warned:
        return CERTAINTY
    return f"{CERTAINTY} {WARNINGS} {code_list(warned, order)}."


def warnings(norms: Sequence[NormResult]) -> tuple[Labelled, ...]:
    """What to mind about norms, once for all norms with the same warning; in the order of the list."""
    order = [result.norm.code for result in norms]
    codes_by_text: dict[str, list[str]] = {}
    for result in norms:
        for text in (result.norm.certainty_note, result.norm.warning):
            if text:
                codes_by_text.setdefault(as_sentence(text), []).append(result.norm.code)
    return tuple(Labelled(code_list(codes, order), text) for text, codes in codes_by_text.items())


def source_rows(content: Questionnaire, numbers: SourceNumbers) -> tuple[SourceRow, ...]:
    """The sources of this report, with address and how far each was read."""
    sources = [content.source_by_id[source] for source in numbers.ids]
    return tuple(
        SourceRow(str(number), source.description, source.url, READING_TEXT[source.reading])
        for number, source in enumerate(sources, start=1)
    )


def glossary(terms: tuple[Term, ...]) -> tuple[Labelled, ...]:
    """Terms in alphabetical order."""
    ordered = sorted(terms, key=lambda term: term.term.casefold())
    return tuple(Labelled(term.term, as_sentence(term.explanation)) for term in ordered)
