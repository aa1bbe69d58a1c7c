"""Words that a norm must not carry: ones that make "yes" impossible, two questions in one, a bill told as law."""

import re
from collections.abc import Iterator

from questionnaire.model.questionnaire import LegalStatus, Norm, Questionnaire

ABSOLUTE = re.compile(r"\b(alle|altijd|iedereen|nooit|elke keer)\b|\ben/of\b", re.IGNORECASE)
MORE_THAN_ONE = re.compile(r"\?|\ben ook\b|\balsook\b|\bdaarnaast\b|\bbovendien\b", re.IGNORECASE)
MOST_SENTENCES = 2
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
CLAUSE_END = re.compile(r"(?<=[.!?;:])\s+")
BILL = re.compile(r"\b(Wams|wetsvoorstel)\b")
IN_FORCE = re.compile(
    r"\b(geldt|gold|in werking|van kracht|ingegaan|verplicht|eist|vereist|moet van|schrijft voor)\b", re.IGNORECASE
)
NOT_YET = re.compile(r"\b(niet|geen|nog|als|zodra|wanneer|voordat|of|wil|zou|voorgesteld)\b", re.IGNORECASE)
RESEARCH_POINT = re.compile(r"\b(?:S[1-5]|X[GIOSM])-\d{2}\b")
BILL_ARTICLE = re.compile(r"\b2\.3a\.\d|\b2\.2\.5\b")


def wording_problems(questionnaire: Questionnaire) -> list[str]:
    """Every text that breaks a rule, one line each in Dutch; empty when all is well."""
    norms = [line for norm in questionnaire.norms for line in norm_problems(norm)]
    return norms + claims_that_the_bill_holds(questionnaire)


def norm_problems(norm: Norm) -> Iterator[str]:
    """What is wrong with the words of one norm."""
    for field, text in (("titel", norm.title), ("norm", norm.statement)):
        where = f"{norm.code} ({norm.id}) > {field}"
        for match in ABSOLUTE.finditer(text):
            yield f"{where}: ‘{match[0]}’ maakt een eerlijk ja onmogelijk; kies een ander woord"
        for match in MORE_THAN_ONE.finditer(text):
            yield f"{where}: ‘{match[0]}’ wijst op twee vragen in één; splits de norm of kies andere woorden"
    if len(SENTENCE_END.split(norm.statement)) > MOST_SENTENCES:
        yield f"{norm.code} ({norm.id}) > norm: meer dan {MOST_SENTENCES} zinnen; maak de norm korter"
    if norm.title.endswith("."):
        yield f"{norm.code} ({norm.id}) > titel: eindigt met een punt; haal de punt weg"
    for match in RESEARCH_POINT.finditer(norm.origins_note):
        where = f"{norm.code} ({norm.id}) > herkomst_toelichting"
        yield f"{where}: ‘{match[0]}’ zegt de lezer niets; schrijf in woorden welk punt of welke norm dat is"
    if BILL_ARTICLE.search(norm.article) and not names_bill_article_as_proposed(norm):
        yield f"{norm.code} ({norm.id}) > artikel: komt uit het wetsvoorstel; schrijf er ‘voorgesteld’ voor"


def names_bill_article_as_proposed(norm: Norm) -> bool:
    """Whether the article says "voorgesteld" before the first article of the bill, and the norm claims no more."""
    before = norm.article[: match.start()] if (match := BILL_ARTICLE.search(norm.article)) else ""
    return "voorgesteld" in before.lower() and norm.legal_status is not LegalStatus.IN_FORCE


def claims_that_the_bill_holds(questionnaire: Questionnaire) -> list[str]:
    """Clauses anywhere in the content that tell the bill as if it were law."""
    return [
        f"{place}: ‘{clause}’ vertelt het wetsvoorstel als wet; schrijf dat het een voorstel is"
        for place, text in texts(questionnaire.model_dump(mode="json", exclude={"sources"}))
        for clause in CLAUSE_END.split(text)
        if BILL.search(clause) and IN_FORCE.search(clause) and not NOT_YET.search(clause)
    ]


def texts(value: object, place: str = "inhoud") -> Iterator[tuple[str, str]]:
    """Every text in nested mappings and lists, with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from texts(entry, f"{place} > {key}")
    elif isinstance(value, list):
        for number, entry in enumerate(value, start=1):
            yield from texts(entry, f"{place} > {number}")
