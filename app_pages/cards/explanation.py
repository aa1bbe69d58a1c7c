"""What there is to know about a norm: what to see, why, advice, article, sources, certainty and terms."""

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import urlencode

from app_pages.frame.navigation import REFERENCE
from app_pages.session import session
from questionnaire.model.assessment import Level
from questionnaire.model.questionnaire import Certainty, Norm, Questionnaire, Source, Term
from reporting.wording.dutch import listed

READING = {
    "A": "hele pagina gelezen",
    "B": "alleen het begin van de pagina gelezen",
    "C": "kopie, citaat of oudere versie gelezen",
}
CERTAINTY = {
    Certainty.SOURCE: "De norm volgt uit de bronnen.",
    Certainty.PARTLY_DERIVED: "De kern volgt uit de bronnen, de uitwerking is van ons.",
    Certainty.DERIVED: "De norm is door ons afgeleid.",
}


def folded_details(norm: Norm, content: Questionnaire, assessment_id: str) -> str:
    """Everything about a norm, folded, with a link that opens this norm alone; safe HTML.

    The browser folds and unfolds it: no visit to the server, nothing to keep there.
    """
    section = content.section_by_norm[norm.id].id
    address = urlencode({session.ASSESSMENT_PARAMETER: assessment_id, session.NORM_PARAMETER: norm.id})
    return (
        f'<details class="ww-fold"><summary>Uitleg bij {norm.code}: waarom, artikel en bronnen</summary>'
        f"{_body(norm, content)}{_explainer_links(norm.id, content, assessment_id)}"
        f'<p><a href="{section}?{escape(address)}" target="_self">'
        f"Link naar alleen norm {norm.code}</a></p></details>"
    )


def _body(norm: Norm, content: Questionnaire) -> str:
    entries = [*_meaning(norm), *_advice(norm, content), *_footing(norm, content), *_terms(norm, content)]
    body = "".join(f"<dt>{title}</dt><dd>{text}</dd>" for title, text in entries)
    return f'<dl class="ww-details">{body}</dl>'


def _explainer_links(norm_id: str, content: Questionnaire, assessment_id: str) -> str:
    """Where this norm is one of the norms that an explainer is about: a link to it."""
    page = f"{REFERENCE}?{urlencode({session.ASSESSMENT_PARAMETER: assessment_id})}"
    explainers = (each for each in content.explainers if norm_id in each.norms)
    links = (
        f'<p>Lees ook: <a href="{escape(page)}#{each.id}" target="_self">{escape(each.title)}</a></p>'
        for each in explainers
    )
    return "".join(links)


Entry = tuple[str, str]


def _meaning(norm: Norm) -> Iterable[Entry]:
    yield "Dit ziet u als het op orde is", _listed(escape(item) for item in norm.evidence)
    yield "Waarom voor de inwoner", escape(norm.why.resident)
    yield "Waarom voor zorgvuldig omgaan met gegevens", escape(norm.why.data)
    yield "Waarom om voorbereid te zijn", escape(norm.why.preparation)


def _advice(norm: Norm, content: Questionnaire) -> Iterable[Entry]:
    yield "Eerste stap (ons voorstel)", escape(norm.first_step)
    yield "Borgen (ons voorstel)", escape(norm.assurance)
    target = next(level for level in Level if level.height == norm.target)
    label = content.scale_by_level[target].label.lower()
    yield (
        "Gewicht en streefniveau (ons voorstel)",
        escape(f"Gewicht {norm.weight}; streefniveau {norm.target}, {label}. {norm.target_reason}"),
    )


def _footing(norm: Norm, content: Questionnaire) -> Iterable[Entry]:
    status = content.status_by_id[norm.legal_status]
    yield f"Status: {escape(status.label)}", escape(status.explanation)
    if norm.article:
        yield "Artikel", escape(norm.article)
    if norm.warning:
        yield "Let op", escape(norm.warning)
    yield "Bronnen", _listed(source_link(content.source_by_id[source]) for source in norm.sources)
    points = f"{'punt' if len(norm.origins) == 1 else 'de punten'} {listed(norm.origins)}"
    note = f" {norm.certainty_note[:1].upper()}{norm.certainty_note[1:]}." if norm.certainty_note else ""
    yield (
        "Hoe zeker",
        escape(
            f"{CERTAINTY[norm.certainty]}{note} Herkomst: {points} van het onderzoek onder deze lijst. "
            f"{norm.origins_note}"
        ),
    )


def _terms(norm: Norm, content: Questionnaire) -> Iterable[Entry]:
    text = f"{norm.title}. {norm.statement} {' '.join(norm.evidence)}"
    terms = [term for term in content.terms if is_mentioned(term, text)]
    if terms:
        yield (
            "Begrippen",
            _listed(f"<strong>{escape(term.term)}</strong>: {escape(term.explanation)}" for term in terms),
        )


def is_mentioned(term: Term, text: str) -> bool:
    """Whether a term, or another form of it, stands in `text` as a word of its own.

    Only the first letter may differ in case: "Wgs" and "WGS" are two laws.
    """
    forms = (f"[{word[0].upper()}{word[0].lower()}]{re.escape(word[1:])}" for word in (term.term, *term.synonyms))
    return any(re.search(rf"\b{form}\b", text) for form in forms)


def source_link(source: Source) -> str:
    """A source as a link that opens in a new tab, with how far it was read; safe HTML."""
    link = f'<a href="{escape(source.url)}" target="_blank" rel="noopener noreferrer">'
    return f"{link}{escape(source.description)}</a> ({escape(source.id)}; {READING[source.reading]})"


def _listed(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
