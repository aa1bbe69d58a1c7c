"""Improvement points in order, and what is in place already."""

from questionnaire.model.assessment import Level
from questionnaire.scoring.gaps import improvement_points, strong_points
from questionnaire.scoring.score import NormResult, Result
from reporting.composing.summary import nothing_sentence
from reporting.document.pieces import Line
from reporting.document.report import ImprovementRow, StrongRow
from reporting.wording.answers import level_text, role_label, status_label
from reporting.wording.dutch import either, norms
from reporting.wording.fixed_texts import IMPROVEMENT_ORDER

FIRST_POINTS = 8
"""So many improvement points are shown with their first step."""


def improvement_rows(result: Result) -> tuple[ImprovementRow, ...]:
    """All improvement points, most urgent first."""
    points = improvement_points(result.norms)
    return tuple(improvement_row(rank, point, result) for rank, point in enumerate(points, start=1))


def improvement_rule(result: Result) -> tuple[Line, ...]:
    """How many points there are and their order, in words; the sum behind it is for the annex."""
    number = len(improvement_points(result.norms))
    if not number:
        return (Line(nothing_sentence(result, "onder")),)
    in_force = sum(point.rests_on_rules_in_force for point in improvement_points(result.norms))
    first = f" De eerste {in_force} {either(in_force, 'rust', 'rusten')} op geldende regels." if in_force else ""
    below = f"{norms(number)} {either(number, 'ligt', 'liggen')} onder het streefniveau."
    return (Line(f"{below}{first} {IMPROVEMENT_ORDER}"),)


def improvement_row(rank: int, point: NormResult, result: Result) -> ImprovementRow:
    """One improvement point with its first step."""
    norm = point.norm
    return ImprovementRow(
        rank=str(rank),
        code=norm.code,
        title=norm.title,
        status=f"{status_label(norm, result.questionnaire)} · {role_label(norm, result.questionnaire)}",
        role=role_label(norm, result.questionnaire).partition(" (")[0],
        gap=f"van {point.answer.height} naar {norm.target}",
        advice=norm.first_step,
    )


def strong_introduction(result: Result) -> str:
    """How many norms are at or above target."""
    points = strong_points(result.norms)
    if not points:
        return nothing_sentence(result, "op of boven")
    secured = sum(point.answer.level is Level.SECURED for point in points)
    number = len(points)
    return (
        f"{norms(number)} {either(number, 'ligt', 'liggen')} op of boven het streefniveau. "
        f"Geborgd (niveau 4): {secured}. De zwaarste normen staan bovenaan."
    )


def strong_row(point: NormResult, result: Result) -> StrongRow:
    """One norm at or above its target."""
    level = level_text(point.answer, result.questionnaire)
    return StrongRow(point.norm.code, point.norm.title, level, str(point.norm.target))
