"""The Word documents of an assessment: results in, .docx out."""

from datetime import date
from pathlib import Path

from questionnaire.scoring import Result
from reporting.choice import WHOLE_REPORT, ReportChoice
from reporting.compose import compose
from reporting.compose_internal import compose_internal
from reporting.compose_note import compose_note
from reporting.content import FrontMatter
from reporting.template import compile_template
from reporting.template_package import Properties

TEMPLATES = Path(__file__).parent.parent / "templates"
STANDARD_TEMPLATE = TEMPLATES / "was-wordt-rapport.docx"
ANNEX_TEMPLATE = TEMPLATES / "interne-bijlage.docx"
NOTE_TEMPLATE = TEMPLATES / "collegenota.docx"


def make_report(
    result: Result, printed_on: date, template: bytes | None = None, choice: ReportChoice = WHOLE_REPORT
) -> bytes:
    """The public report, in `template` or in the standard one. It holds no evidence, links or remarks.

    Raises:
        InvalidInputError: the template cannot be used, with why and where; or the chosen step does not exist.
    """
    return _fill(compose(result, printed_on, choice), printed_on, template, STANDARD_TEMPLATE)


def make_annex(result: Result, printed_on: date, template: bytes | None = None) -> bytes:
    """The internal annex: every answer with evidence, links, remarks and reasons.

    Raises:
        InvalidInputError: the template cannot be used, with why and where.
    """
    return _fill(compose_internal(result, printed_on), printed_on, template, ANNEX_TEMPLATE)


def make_note(result: Result, printed_on: date, template: bytes | None = None) -> bytes:
    """The building blocks for a note to the executive, on one page.

    Raises:
        InvalidInputError: the template cannot be used, with why and where.
    """
    return _fill(compose_note(result, printed_on), printed_on, template, NOTE_TEMPLATE)


def _fill(content: FrontMatter, printed_on: date, template: bytes | None, standard: Path) -> bytes:
    compiled = compile_template(standard.read_bytes() if template is None else template, type(content))
    title = f"{content.title} – {content.organisation}"
    return compiled.fill(content, Properties(title, content.organisation, printed_on))
