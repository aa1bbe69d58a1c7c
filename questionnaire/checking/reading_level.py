"""How hard the norms are to read, by the Flesch-Douma formula: an aid to find hard texts, no proof of B1."""

from dataclasses import dataclass
from statistics import mean

from questionnaire.model.questionnaire import Norm, Questionnaire, Section


@dataclass(frozen=True, slots=True)
class Readability:
    """Flesch-Douma scores of a text: higher is easier; about 60 to 70 is plain Dutch."""

    norm: Norm
    score: float


def flesch_douma(text: str) -> float:
    """The score of a Dutch text; raises ImportError when textstat is not installed. Never uses the network."""
    import textstat  # noqa: PLC0415 (heavy, and only needed here)

    textstat.set_lang("nl")
    return float(textstat.flesch_reading_ease(text))


def norm_text(norm: Norm) -> str:
    """What a user reads first: the norm with its two pieces of advice; one sentence is too little to measure."""
    return " ".join((norm.statement, norm.first_step, norm.assurance))


def section_readability(section: Section) -> float:
    """The plain average over the norms of a section."""
    return mean(flesch_douma(norm_text(norm)) for norm in section.norms)


def hardest_norms(questionnaire: Questionnaire, count: int) -> list[Readability]:
    """The norms with the lowest scores, hardest first."""
    scores = [Readability(norm, flesch_douma(norm_text(norm))) for norm in questionnaire.norms]
    return sorted(scores, key=lambda entry: entry.score)[:count]
