"""The internal annex: every answer with its evidence, remark and reason. Pure."""

from datetime import date

from questionnaire.model.assessment import Confidentiality
from questionnaire.model.cleaning import clean
from questionnaire.scoring.score import NormResult, Result, SectionResult
from reporting.composing.actions import action_fields
from reporting.composing.annexes import SourceNumbers, source_rows, warnings
from reporting.composing.chapters.sections import notes
from reporting.composing.cover import extent, front_matter
from reporting.document.choice import WHOLE_REPORT
from reporting.document.internal import AnnexContent, AnsweredSection, AnswerRow
from reporting.document.pieces import Line
from reporting.document.plan import InternalActionRow, InternalPlan
from reporting.wording.actions import (
    NO_OWNER,
    ordered_actions,
)
from reporting.wording.answers import NOT_DESCRIBED, level_text, owner_text, plan_texts, role_label, section_title
from reporting.wording.dutch import with_capital
from reporting.wording.fixed_texts import INTERNAL, SOURCES_INTRODUCTION

TITLE = "Interne bijlage bij de zelfbeoordeling"


def compose_internal(result: Result, printed_on: date) -> AnnexContent:
    """Compose the internal annex; `printed_on` is the day on which it is made."""
    content = result.questionnaire
    numbers = SourceNumbers.of(content)
    return AnnexContent(
        **front_matter(result, printed_on, extent(result, WHOLE_REPORT), internal_label(result))
        | {"title": TITLE},
        explanation=tuple(Line(text) for text in INTERNAL),
        plan=internal_plan(result),
        sections=tuple(answered(section, result) for section in result.sections if section.norms),
        warnings=warnings(result.norms),
        sources_introduction=SOURCES_INTRODUCTION,
        sources=source_rows(content, numbers),
    )


def internal_label(result: Result) -> str:
    """The annex is never more public than "intern", whatever was chosen for the report."""
    chosen = result.assessment.particulars.confidentiality
    strict = chosen is Confidentiality.CONFIDENTIAL
    return with_capital((Confidentiality.CONFIDENTIAL if strict else Confidentiality.INTERNAL).value)


def internal_plan(result: Result) -> tuple[InternalPlan, ...]:
    """The actions in the order of the report, with the names and notes that stay out of it."""
    content = result.questionnaire
    rows = tuple(
        InternalActionRow(
            **action_fields(number, action, content),
            owner=owner_text(action, content) or NO_OWNER,
            note=clean(action.note).strip(),
        )
        for number, action in enumerate(ordered_actions(result), start=1)
    )
    return (InternalPlan(rows),) if rows else ()


def answered(section: SectionResult, result: Result) -> AnsweredSection:
    """One step or theme."""
    return AnsweredSection(
        title=section_title(section.section),
        answers=tuple(answer_row(norm, result) for norm in section.norms),
    )


def answer_row(point: NormResult, result: Result) -> AnswerRow:
    """One answer; an empty field stays empty."""
    answer, content = point.answer, result.questionnaire
    return AnswerRow(
        code=point.norm.code,
        title=point.norm.title,
        role=role_label(point.norm, content),
        level=level_text(answer, content),
        practice=clean(answer.practice).strip() or NOT_DESCRIBED,
        notes=notes(point),
        plan=tuple(Line(text) for text in plan_texts(answer)),
        evidence="\n".join(text for raw in (answer.evidence, answer.link) if (text := clean(raw).strip())),
        remark=clean(answer.remark).strip(),
    )
