"""The Word documents of an assessment: results in, .docx out."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from questionnaire.model.assessment import Assessment
from questionnaire.scoring.delta import Delta
from questionnaire.scoring.score import Result
from questionnaire.versions.change import RetiredAnswer
from reporting.composing.delta import compose_delta
from reporting.composing.internal import compose_internal
from reporting.composing.note import compose_note
from reporting.composing.report import compose
from reporting.document.choice import WHOLE_REPORT, ReportChoice
from reporting.document.front_matter import FrontMatter
from reporting.document.report import ReportContent
from reporting.garbage import without_collecting
from reporting.package.identity import FileKind, assessment_identity, identity_properties
from reporting.template.compiler import all_names, known_tags
from reporting.template.filling import compile_template
from reporting.template.looks import in_looks_of, own_fields
from reporting.template.package import Properties, read_package

TEMPLATES = Path(__file__).parent.parent / "templates"
STANDARD_TEMPLATE = TEMPLATES / "was-wordt-rapport.docx"
ANNEX_TEMPLATE = TEMPLATES / "interne-bijlage.docx"
NOTE_TEMPLATE = TEMPLATES / "collegenota.docx"
DELTA_TEMPLATE = TEMPLATES / "verschilrapport.docx"


@without_collecting()
def make_report(
    result: Result,
    printed_on: date,
    template: bytes | None = None,
    choice: ReportChoice = WHOLE_REPORT,
    delta: Delta | None = None,
) -> bytes:
    """The public report. It holds no evidence, links or remarks.

    Args:
        result: what was scored.
        printed_on: the day that is told.
        template: an organisation's own; None for the standard one.
        choice: what goes into it.
        delta: what changed since the round before, when that round is at hand.

    Raises:
        InvalidInputError: the template cannot be used, with why and where; or the chosen step does not exist.
    """
    content = compose(result, printed_on, choice, delta)
    return _fill(content, printed_on, template, STANDARD_TEMPLATE, _own(result.assessment, FileKind.REPORT))


@without_collecting()
def make_annex(
    result: Result,
    printed_on: date,
    template: bytes | None = None,
    retired: Sequence[RetiredAnswer] = (),
) -> bytes:
    """The internal annex: every answer with evidence, links, remarks and reasons.

    Args:
        result: what was scored.
        printed_on: the day that is told.
        template: one for the annex, or one for the report: then the annex takes over its looks only.
        retired: answers to norms that are asked no more, from `versions.path.asked_no_more`.

    Raises:
        InvalidInputError: the template cannot be used, with why and where.
    """
    content = compose_internal(result, printed_on, retired)
    return _fill(content, printed_on, template, ANNEX_TEMPLATE, _own(result.assessment, FileKind.ANNEX))


@without_collecting()
def make_note(result: Result, printed_on: date, template: bytes | None = None) -> bytes:
    """The building blocks for a note to the executive, on one page in the standard looks.

    Args:
        result: what was scored.
        printed_on: the day that is told.
        template: one for the note, or one for the report: then the note takes over its looks only.

    Raises:
        InvalidInputError: the template cannot be used, with why and where.
    """
    content = compose_note(result, printed_on)
    return _fill(content, printed_on, template, NOTE_TEMPLATE, _own(result.assessment, FileKind.NOTE))


@without_collecting()
def make_delta_report(delta: Delta, printed_on: date, template: bytes | None = None) -> bytes:
    """The report on what changed between two rounds; like the public report without evidence, links or names.

    Args:
        delta: both rounds.
        printed_on: the day that is told.
        template: one for this report, or one for the main report: then it takes over its looks only.

    Raises:
        InvalidInputError: the template cannot be used, with why and where.
    """
    content = compose_delta(delta, printed_on)
    return _fill(content, printed_on, template, DELTA_TEMPLATE, _own(delta.after.assessment, FileKind.DELTA))


def _own(assessment: Assessment, kind: FileKind) -> dict[str, str]:
    """What a document says about itself to our reader."""
    return identity_properties(assessment_identity(assessment), kind)


def _fill(
    content: FrontMatter, printed_on: date, template: bytes | None, standard: Path, own: Mapping[str, str]
) -> bytes:
    kind = type(content)
    used = standard.read_bytes() if template is None else template_for(kind, template, standard)
    title = f"{content.title} – {content.organisation}"
    return compile_template(used, kind).fill(content, Properties(title, content.organisation, printed_on, own))


def template_for(kind: type, template: bytes, standard: Path) -> bytes:
    """The template itself when it is made for this document; for another, ours in its looks."""
    is_made_for_it = own_fields(read_package(template)) & (all_names(kind) - all_names(ReportContent))
    if kind is ReportContent or is_made_for_it:
        return template
    compile_template(template, ReportContent)  # a template that the report refuses is refused here too
    return in_looks_of(template, standard.read_bytes(), known_tags(kind))
