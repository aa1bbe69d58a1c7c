"""The organisation's own template, the standard one, and what a template is good for."""

from questionnaire.errors import InvalidInputError, NotFoundError
from questionnaire.store import Store
from reporting.document.report import ReportContent
from reporting.forms.word.content import FormContent
from reporting.forms.word.form import FORM_TEMPLATE
from reporting.report import STANDARD_TEMPLATE, template_for
from reporting.template.filling import compile_template
from service.files.asked import Asked, MadeFile
from service.files.names import MARKDOWN, WORD


def fitting_template(store: Store, assessment_id: str) -> bytes | None:
    """The own template of an assessment; None when it has none, or one that this program cannot fill in."""
    content = store.templates.content(assessment_id)
    return content if content is not None and _fits(content) else None


def _fits(template: bytes) -> bool:
    try:
        compile_template(template, ReportContent)
    except InvalidInputError:
        return False
    return True


def gives_looks_to_form(template: bytes) -> bool:
    """Whether a Word form can take over the looks of this template."""
    try:
        compile_template(template_for(FormContent, template, FORM_TEMPLATE), FormContent)
    except InvalidInputError:
        return False
    return True


def own(asked: Asked) -> MadeFile:
    """The template in use, as it was uploaded."""
    kept = asked.store.templates.find(asked.assessment.id)
    content = asked.store.templates.content(asked.assessment.id)
    if kept is None or content is None:
        raise NotFoundError(
            "Er is geen eigen sjabloon meer: het standaardsjabloon is in gebruik. Ga terug en kijk welk sjabloon "
            "nu geldt."
        )
    return MadeFile(kept.name, WORD, content)


def standard(_: Asked) -> MadeFile:
    """The standard template, to make an own one from."""
    return MadeFile(STANDARD_TEMPLATE.name, WORD, STANDARD_TEMPLATE.read_bytes())


def explanation(_: Asked) -> MadeFile:
    """What stands in each field of a template."""
    return MadeFile("uitleg-sjabloon.md", MARKDOWN, STANDARD_TEMPLATE.with_name("README.md").read_bytes())
