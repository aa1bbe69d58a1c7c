"""What the report asks of whom, by the role of the norm: improvement points and open questions."""

from collections import Counter
from typing import TypeAlias

from questionnaire.model.questionnaire import Norm
from questionnaire.scoring.gaps import improvement_points, points_to_find_out
from questionnaire.scoring.score import NormResult, Result
from reporting.document.pieces import Labelled
from reporting.wording.dutch import counted, listed, with_article

MOST_ROLES = 5
"""So many fit on the management page beside the rest."""
FIRST_CODES = 3
Points: TypeAlias = tuple[NormResult, ...]


def asked(result: Result) -> tuple[Labelled, ...]:
    """A line per role, those with most to do first; the last line stands for those that do not fit."""
    improve, find_out = improvement_points(result.norms), points_to_find_out(result.norms)
    points_by_role = Counter(point.norm.role for point in (*improve, *find_out))
    roles = [role for role, _ in points_by_role.most_common()]
    shown = roles if len(roles) <= MOST_ROLES else roles[: MOST_ROLES - 1]
    lines = [
        Labelled(f"Aan {role_name(role, result)}: ", request(of_role(role, improve), of_role(role, find_out)))
        for role in shown
    ]
    rest = roles[len(shown) :]
    if rest:
        others = f"Aan {len(rest)} andere rollen: "
        lines.append(Labelled(others, request_of_all(rest, improve, find_out)))
    return tuple(lines)


def of_role(role: str, points: Points) -> list[Norm]:
    """The norms of one role, in the given order."""
    return [point.norm for point in points if point.norm.role == role]


def role_name(role: str, result: Result) -> str:
    """The role with its article, without what stands in brackets behind it: "de coördinator"."""
    return with_article(result.questionnaire.role_by_id[role].label.partition(" (")[0])


def request(improve: list[Norm], find_out: list[Norm]) -> str:
    """What is asked, with the codes to begin with."""
    parts = []
    if improve:
        parts.append(f"pak {counted(len(improve), 'verbeterpunt', 'verbeterpunten')} op ({codes(improve)})")
    if find_out:
        parts.append(f"zoek {counted(len(find_out), 'norm', 'normen')} uit ({codes(find_out)})")
    return f"{listed(parts)}."


def request_of_all(roles: list[str], improve: Points, find_out: Points) -> str:
    """What is asked of more roles together, in numbers."""
    to_improve, unknown = (sum(point.norm.role in roles for point in points) for points in (improve, find_out))
    parts = []
    if to_improve:
        parts.append(f"pak samen {counted(to_improve, 'verbeterpunt', 'verbeterpunten')} op")
    if unknown:
        parts.append(f"zoek samen {counted(unknown, 'norm', 'normen')} uit")
    return f"{listed(parts)}."


def codes(norms: list[Norm]) -> str:
    """All codes when they are few, otherwise the first."""
    if len(norms) <= FIRST_CODES:
        return listed([norm.code for norm in norms])
    return f"eerst {listed([norm.code for norm in norms[:FIRST_CODES]])}"
