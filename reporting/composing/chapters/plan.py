"""The plan in the report: who does what and when, what that brings, and what stays open. Pure."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from questionnaire.model.plan import Action, ActionStatus
from questionnaire.scoring.gaps import improvement_points
from questionnaire.scoring.planned_quarters import planned_quarters
from questionnaire.scoring.projection import Projection, actions_by_norm, project
from questionnaire.scoring.quick_wins import all_ids, quick_win_ids
from questionnaire.scoring.score import Result, SectionResult
from reporting.charts import expected_chart
from reporting.composing.actions import action_fields
from reporting.composing.figures import figure
from reporting.document.pieces import Figure, Labelled, Line
from reporting.document.plan import ActionRow, EffectRow, PlanChapter, PlanPoints
from reporting.wording.actions import (
    ordered_actions,
    priorities,
    role_text,
    short_text,
)
from reporting.wording.answers import depth_name, score_text
from reporting.wording.dutch import code_list, counted, either, listed, norms
from reporting.wording.fixed_texts import (
    ACTION_ORDER,
    DONE_COUNTS,
    EFFECT,
    EXPECTATION_RULES,
    NO_EFFECT,
    NO_QUICK_WINS,
)


def plan_chapter(result: Result, printed_on: date) -> tuple[PlanChapter, ...]:
    """The chapter, or nothing while there is no action; nothing is expected in a quarter before `printed_on`."""
    actions = ordered_actions(result)
    if not actions:
        return ()
    quarters = planned_quarters(result, printed_on)
    everything = project(result, all_ids(result), quarters)
    wins = quick_win_ids(result)
    quick = project(result, wins, quarters)
    rises = number_risen(everything) > 0
    return (
        PlanChapter(
            introduction=tuple(Line(text) for text in (count_sentence(actions, result), ACTION_ORDER)),
            actions=action_rows(actions, result),
            effect=effect_lines(quick, everything, len(wins)),
            effect_figure=effect_figure(everything) if rises else None,
            effect_rows=effect_rows(quick, everything) if rises else (),
            explanation=tuple(Line(text) for text in EXPECTATION_RULES),
            without_action=without_action(result),
            without_date=without_date(actions, everything),
        ),
    )


def count_sentence(actions: Sequence[Action], result: Result) -> str:
    """How many actions there are, and how far they are."""
    number = Counter(action.status for action in actions)
    words = result.questionnaire.plan.status_by_id
    said = [f"{number[status]} {words[status].label.lower()}" for status in ActionStatus if number[status]]
    return f"Dit plan heeft {counted(len(actions), 'actie', 'acties')}: {listed(said)}."


def action_rows(actions: Sequence[Action], result: Result) -> tuple[ActionRow, ...]:
    """The actions as everybody may read them."""
    content, priority = result.questionnaire, priorities(result)
    return tuple(
        ActionRow(
            **action_fields(number, action, content),
            owner=role_text(action, content),
            priority=tuple(Line(text) for text in priority.get(action.id, ())),
        )
        for number, action in enumerate(actions, start=1)
    )


def number_risen(projection: Projection) -> int:
    """How many norms rise in the quarters shown."""
    return sum(len(expected.risen) for expected in projection.quarters)


def effect_lines(quick: Projection, everything: Projection, wins: int) -> tuple[Line, ...]:
    """What the figure and the table say, and what they leave out."""
    if not number_risen(everything):
        return (Line(NO_EFFECT),)
    texts = (EFFECT, comparison_sentence(quick, everything, wins), later_sentence(everything))
    return tuple(Line(text) for text in texts if text)


def comparison_sentence(quick: Projection, everything: Projection, wins: int) -> str:
    """Only the quick wins (`wins` actions) beside everything, in numbers of norms."""
    until = everything.quarters[-1].quarter.text
    number = number_risen(everything)
    with_all = f"Met alle acties {either(number, 'stijgt', 'stijgen')} {norms(number)} (tot en met het {until})."
    if not wins:
        return f"{with_all} {NO_QUICK_WINS}"
    few = number_risen(quick)
    actions = f"Met alleen {either(wins, 'de kleine actie', f'de {wins} kleine acties')} met effect"
    done = f" {DONE_COUNTS}" if has_done(quick) else ""
    return f"{with_all} {actions} {either(few, 'stijgt', 'stijgen')} er {few}.{done}"


def has_done(projection: Projection) -> bool:
    """Whether something was done already: that counts whatever is chosen."""
    return any(action.counts and not action.is_to_do for action in projection.now.assessment.actions.values())


def later_sentence(projection: Projection) -> str:
    """How many actions fall after the last quarter shown."""
    last = projection.quarters[-1].quarter
    actions = [action for action in projection.now.assessment.actions.values() if action.is_to_do and action.due]
    later = sum(action.due is not None and action.due > last.last_day for action in actions)
    if not later:
        return ""
    fall, count = either(later, "valt", "vallen"), either(later, "telt", "tellen")
    return f"{counted(later, 'actie', 'acties')} {fall} na het {last.text} en {count} hier niet mee."


def effect_figure(projection: Projection) -> Figure | None:
    """The expected score per step and quarter."""
    depth = depth_name(projection.now.assessment)
    text = f"Verwachte score per stap ({depth}) als alle acties op tijd lukken; van een marge de ondergrens."
    return figure(expected_chart(projection), text)


def effect_rows(quick: Projection, everything: Projection) -> tuple[EffectRow, ...]:
    """Every step, and the themes in which something rises."""
    sections = zip(everything.now.sections, quick.last.sections, everything.last.sections, strict=True)
    return tuple(
        effect_row(now, few, last)
        for now, few, last in sections
        if now.norms and (now.section.is_step or last is not now)
    )


def effect_row(now: SectionResult, quick: SectionResult, everything: SectionResult) -> EffectRow:
    """One step or theme."""
    return EffectRow(now.section.name, score_text(now), score_text(quick), score_text(everything))


def without_action(result: Result) -> tuple[PlanPoints, ...]:
    """The norms below target for which nothing is planned, per section."""
    planned = actions_by_norm(result.assessment)
    points = [point.norm.id for point in improvement_points(result.norms) if point.norm.id not in planned]
    if not points:
        return ()
    number, shown = len(points), set(points)
    introduction = (
        f"{norms(number)} {either(number, 'ligt', 'liggen')} onder het streefniveau en "
        f"{either(number, 'heeft', 'hebben')} nog geen actie."
    )
    rows = ((section, [n.norm.code for n in section.norms if n.norm.id in shown]) for section in result.sections)
    return (
        PlanPoints(
            introduction,
            tuple(
                Labelled(f"{section.section.name}: ", f"{code_list(codes, [n.norm.code for n in section.norms])}.")
                for section, codes in rows
                if codes
            ),
        ),
    )


def without_date(actions: Sequence[Action], everything: Projection) -> tuple[PlanPoints, ...]:
    """The actions to be done that have no date, by their number in the table; whether they count is said."""
    lacking = [(number, one) for number, one in enumerate(actions, start=1) if one.is_to_do and not one.due]
    if not lacking:
        return ()
    number, uncounted = len(lacking), {action.id for action in everything.undated}
    introduction = (
        f"{counted(number, 'actie heeft', 'acties hebben')} nog geen datum. Heeft de norm een kwartaal bij de "
        "ambitie, dan telt de actie in dat kwartaal mee."
    )
    points = tuple(
        Labelled(
            f"Actie {place}: ",
            f"{short_text(action)}{' Telt nog niet mee in de verwachting.' if action.id in uncounted else ''}",
        )
        for place, action in lacking
    )
    return (PlanPoints(introduction, points),)
