"""The Word report of an assessment: results in, .docx out."""

from datetime import date
from pathlib import Path

from questionnaire.scoring import Result
from reporting.choice import WHOLE_REPORT, ReportChoice
from reporting.compose import compose
from reporting.content import ReportContent
from reporting.template import compile_template
from reporting.template_package import Properties

STANDARD_TEMPLATE = Path(__file__).parent.parent / "templates" / "was-wordt-rapport.docx"


def make_report(
    result: Result, printed_on: date, template: bytes | None = None, choice: ReportChoice = WHOLE_REPORT
) -> bytes:
    """Compose the public report and fill it into `template`, or into the standard one.

    Raises:
        InvalidInputError: the template cannot be used, with why and where; or the chosen step does not exist.
    """
    compiled = compile_template(STANDARD_TEMPLATE.read_bytes() if template is None else template, ReportContent)
    content = compose(result, printed_on, choice)
    title = f"{content.title} – {content.organisation}"
    return compiled.fill(content, Properties(title, content.organisation, printed_on))
