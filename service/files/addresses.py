"""The addresses as they stand in links, and the choices that an address carries."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from questionnaire.errors import InvalidInputError
from service.files.names import ENDINGS, Program

if TYPE_CHECKING:
    from reporting.document.choice import ReportChoice

ROOT = "/bestanden"
FORM = "invullijst"
SCOPE, STEP, ANNEXES, COMMENTS = "omvang", "stap", "bijlagen", "opmerkingen"
NORMS, SELECTION, RECIPIENT, FILLED = "normen", "keuze", "voor", "ingevuld"
YES, NO = "ja", "nee"


def file_address(assessment_id: str, name: str, query: Mapping[str, str] | None = None) -> str:
    """Where a file of an assessment is.

    >>> file_address("voorbeeld", "rapport.docx", {"stap": "2"})
    '/bestanden/voorbeeld/rapport.docx?stap=2'
    """
    question = f"?{urlencode(query)}" if query else ""
    return f"{ROOT}/{quote(assessment_id, safe='')}/{quote(name)}{question}"


def form_path(number: str, program: Program) -> str:
    """The last part of the address of a form; without a number for one that is not registered.

    >>> form_path("K7QX-3M2P", Program.WORD), form_path("", Program.EXCEL)
    ('invullijst/K7QX-3M2P.docx', 'invullijst.xlsx')
    """
    return f"{'/'.join(filter(None, (FORM, number)))}.{ENDINGS[program]}"


def report_query(choice: "ReportChoice") -> dict[str, str]:
    """The choices for a report, as far as they differ from the whole report."""
    from reporting.document.choice import Scope

    query = {}
    if choice.scope is Scope.STEP:
        query[STEP] = str(choice.step)
    elif choice.scope is not Scope.FULL:
        query[SCOPE] = choice.scope.value
    if choice.has_annexes:
        query[ANNEXES] = YES
    if choice.has_comments:
        query[COMMENTS] = YES
    return query


def asked_choice(query: Mapping[str, str]) -> "ReportChoice":
    """What goes into the report; raises InvalidInputError for what cannot be chosen."""
    from reporting.document.choice import ReportChoice, Scope

    step = query.get(STEP, "")
    scope = query.get(SCOPE, Scope.STEP.value if step else Scope.FULL.value)
    if scope not in set(Scope) or (scope == Scope.STEP) is not bool(step):
        raise wrong(SCOPE if SCOPE in query else STEP)
    if step and not (step.isascii() and step.isdigit()):
        raise wrong(STEP)
    return ReportChoice(
        Scope(scope),
        int(step[:4]) if step else None,
        has_annexes=asked_flag(query, ANNEXES, otherwise=False),
        has_comments=asked_flag(query, COMMENTS, otherwise=False),
    )


def form_query(norms: Iterable[str], selection: str, recipient: str, *, is_filled_before: bool) -> dict[str, str]:
    """What is in a form that is handed out under no number; without norms it has all that are asked."""
    texts = {NORMS: ",".join(norms), SELECTION: selection, RECIPIENT: recipient}
    query = {name: text for name, text in texts.items() if text}
    return query if is_filled_before else {**query, FILLED: NO}


def asked_flag(query: Mapping[str, str], name: str, *, otherwise: bool) -> bool:
    """A choice between yes and no; raises InvalidInputError for anything else."""
    value = query.get(name, YES if otherwise else NO)
    if value not in (YES, NO):
        raise wrong(name)
    return value == YES


def wrong(name: str) -> InvalidInputError:
    """The error for a choice in an address that cannot be."""
    return InvalidInputError(
        f"Het adres van dit bestand klopt niet: kijk bij ‘{name}’. Er is niets gemaakt. Ga terug en kies het "
        "bestand op de pagina."
    )
