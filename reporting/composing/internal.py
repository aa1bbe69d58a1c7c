"""The internal annex: every answer with its evidence, remark and reason. Pure."""

from collections.abc import Sequence
from datetime import date

from questionnaire.model.assessment import Confidentiality
from questionnaire.model.cleaning import clean
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.scoring.score import NormResult, Result, SectionResult
from questionnaire.versions.change import RetiredAnswer
from reporting.composing.actions import action_fields
from reporting.composing.annexes import SourceNumbers, source_rows, warnings
from reporting.composing.chapters.sections import notes
from reporting.composing.cover import extent, front_matter
from reporting.document.choice import WHOLE_REPORT
from reporting.document.internal import AnnexContent, AnsweredSection, AnswerRow
from reporting.document.pieces import Labelled, Line
from reporting.document.plan import InternalActionRow, InternalPlan
from reporting.wording.actions import (
    NO_OWNER,
    ordered_actions,
)
from reporting.wording.all_fields import all_texts
from reporting.wording.answers import NOT_DESCRIBED, level_text, owner_text, plan_texts, role_label, section_title
from reporting.wording.dutch import with_capital
from reporting.wording.fixed_texts import INTERNAL, SOURCES_INTRODUCTION

TITLE = "Interne bijlage bij de zelfbeoordeling"
ASKED_NO_MORE = "Normen die niet meer worden gevraagd"
EXPLAINING = ("Anders geregeld", "Reden niet van toepassing")
PLANNED = ("Ambitie", "Wanneer", "Zekerheid")


def compose_internal(result: Result, printed_on: date, retired: Sequence[RetiredAnswer] = ()) -> AnnexContent:
    """Compose the internal annex; `printed_on` is the day on which it is made.

    `retired` are answers to norms that are asked no more; they stand last, with all that was filled in.
    """
    content = result.questionnaire
    numbers = SourceNumbers.of(content)
    return AnnexContent(
        **front_matter(result, printed_on, extent(result, WHOLE_REPORT), internal_label(result))
        | {"title": TITLE},
        explanation=tuple(Line(text) for text in INTERNAL),
        plan=internal_plan(result),
        sections=(
            *(answered(section, result) for section in result.sections if section.norms),
            *no_more_asked(retired, content),
        ),
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


def no_more_asked(retired: Sequence[RetiredAnswer], content: Questionnaire) -> tuple[AnsweredSection, ...]:
    """The answers to norms that are asked no more, or nothing without any."""
    rows = tuple(retired_row(each, content) for each in retired)
    return (AnsweredSection(ASKED_NO_MORE, rows),) if rows else ()


def retired_row(retired: RetiredAnswer, content: Questionnaire) -> AnswerRow:
    """One such answer; the last words of the norm stand beside it."""
    answer = retired.answer
    texts = dict(all_texts(answer, content))
    explained = (("Norm", clean(retired.statement)), *((name, texts.get(name, "")) for name in EXPLAINING))
    planned = (f"{name.lower()}: {texts[name]}" for name in PLANNED if name in texts)
    return AnswerRow(
        code="–",
        title=clean(retired.title),
        role=f"gevraagd tot en met versie {retired.version}",
        level=level_text(answer, content),
        practice=texts.get("Was", NOT_DESCRIBED),
        notes=tuple(Labelled(f"{label}: ", text) for label, text in explained if text),
        plan=tuple(Line(text) for text in planned),
        evidence="\n".join(texts[name] for name in ("Bewijs", "Vindplaats") if name in texts),
        remark=texts.get("Opmerking", ""),
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
