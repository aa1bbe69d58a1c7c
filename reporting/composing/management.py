"""The page that decides: where we stand, why that matters to residents, what to decide and what it takes. Pure."""

from collections import Counter

from questionnaire.model.plan import Action, Effort
from questionnaire.scoring.delta import Delta, Move
from questionnaire.scoring.gaps import improvement_points, strong_points
from questionnaire.scoring.projection import actions_by_norm
from questionnaire.scoring.score import NormResult, Result
from reporting.composing.chapters.decisions import decisions, housekeeping
from reporting.composing.steps_picture import step_names, steps_picture, strongest, weakest
from reporting.composing.summary import (
    SHORT_LIST,
    judgement_sentence,
    list_name,
    nothing_sentence,
    verdict_sentence,
)
from reporting.document.management import ManagementPage
from reporting.document.pieces import Labelled, Line
from reporting.wording.actions import NO_OWNER, role_text
from reporting.wording.answers import level_text, one_line, organisation_name
from reporting.wording.dutch import counted, date_text, either, listed, norms, within

MOST_OWNERS = 4
"""So many owners are named; the others are counted."""


def management_page(result: Result, delta: Delta | None = None) -> ManagementPage:
    """The page; `delta` is what changed since the round before, when that is known."""
    return ManagementPage(
        verdict=lines(*verdict_texts(result)),
        subject=lines(subject(result)),
        picture=steps_picture(result),
        since=lines(since_text(result, delta)),
        strong=strong(result),
        attention=attention(result),
        decisions=decisions(result),
        housekeeping=lines(" ".join(line.text for line in housekeeping(result))),
        effort=lines(effort_text(result)),
        unplanned=lines(unplanned_text(result)),
    )


def lines(*texts: str) -> tuple[Line, ...]:
    """A paragraph for each text that is not empty."""
    return tuple(Line(text) for text in texts if text)


def verdict_texts(result: Result) -> tuple[str, ...]:
    """The verdict, the strongest and the weakest step, and what residents notice of the weakest."""
    return judgement_sentence(result), extremes_sentence(result), why_sentence(result)


def extremes_sentence(result: Result) -> str:
    """The strongest and the weakest step; that it cannot be said yet only when there are scores at all."""
    if len(result.steps) < 2 or not any(step.scored for step in result.steps):
        return ""
    high, low = strongest(result.steps), weakest(result.steps)
    said = [
        f"Het {word} {either(len(steps), 'is', 'zijn')} {step_names(steps)}."
        for word, steps in (("sterkst", high), ("zwakst", low))
        if steps
    ]
    if said:
        return " ".join(said)
    return (
        "Welke stap het sterkst en het zwakst is, is nog niet te zeggen: er is te veel open."
        if is_unsure(result)
        else ""
    )


def is_unsure(result: Result) -> bool:
    """Whether open norms can still change the order of the steps."""
    return any(step.band is None or not step.band.is_exact for step in result.steps)


def why_sentence(result: Result) -> str:
    """Why the most urgent point of the weakest step matters to residents, in the words of the content."""
    weak = weakest(result.steps)
    points = improvement_points(weak[0].norms if weak else result.norms)
    if not points:
        return ""
    where = f"stap {weak[0].section.number}" if weak else "het eerste aandachtspunt"
    return f"Wat inwoners merken als {where} op orde komt: {within(points[0].norm.why.resident)}"


def subject(result: Result) -> str:
    """Who looked at what and when, and how much of it is met."""
    name = organisation_name(result.assessment.organisation)
    municipalities = [one_line(item.name) for item in result.assessment.organisation.municipalities]
    together = f" Het gaat over de gemeenten {listed(municipalities)} samen." if len(municipalities) > 1 else ""
    day = date_text(result.assessment.reference_date)
    return (
        f"{name} keek naar {norms(len(result.norms))} van de {list_name(result)}, zoals het was op {day}."
        f"{together} {verdict_sentence(result)}"
    )


def since_text(result: Result, delta: Delta | None) -> str:
    """What changed since the round before; nothing in a first round or when that round is not at hand."""
    if delta is None:
        return ""
    up, down = delta.count[Move.UP], delta.count[Move.DOWN]
    before = date_text(delta.before.assessment.reference_date)
    if not up and not down:
        return f"Sinds de vorige ronde ({before}) ging geen norm omhoog of omlaag."
    return (
        f"Sinds de vorige ronde ({before}) {either(up, 'ging', 'gingen')} {norms(up)} omhoog en "
        f"{either(down, 'ging', 'gingen')} {down} omlaag."
    )


def strong(result: Result) -> tuple[Labelled, ...]:
    """The first strong points with what they bring residents, or that there are none yet."""
    points = strong_points(result.norms)[:SHORT_LIST]
    found = (point_text(point, f"{how_it_stands(point, result)}. {point.norm.why.resident}") for point in points)
    return tuple(found) or nothing(result, "op of boven")


def attention(result: Result) -> tuple[Labelled, ...]:
    """The most urgent points with what residents gain, or that there are none."""
    points = improvement_points(result.norms)[:SHORT_LIST]
    found = (
        point_text(
            point, f"nu {how_it_stands(point, result)}. Als het op orde is: {within(point.norm.why.resident)}"
        )
        for point in points
    )
    return tuple(found) or nothing(result, "onder")


def nothing(result: Result, side: str) -> tuple[Labelled, ...]:
    """That there is no point on this side of the target."""
    return (Labelled("", nothing_sentence(result, side)),)


def point_text(point: NormResult, said: str) -> Labelled:
    """A norm in words, with its code last."""
    return Labelled(f"{point.norm.title}: ", f"{said} ({point.norm.code})")


def how_it_stands(point: NormResult, result: Result) -> str:
    """The level in words, without its number: "deels geregeld"."""
    return level_text(point.answer, result.questionnaire).partition(" ")[2].lower()


def to_do(result: Result) -> list[Action]:
    """The actions that are still to be done."""
    return [action for action in result.assessment.actions.values() if action.is_to_do]


def effort_text(result: Result) -> str:
    """How many actions there are by size, and whose they are."""
    actions = to_do(result)
    if not actions and not improvement_points(result.norms):
        known = (
            "nog geen verbeterpunt bekend" if any(norm.is_open for norm in result.norms) else "geen verbeterpunt"
        )
        return f"Er is {known} om een actie voor te plannen."
    if not actions:
        return "Er is nog geen plan van aanpak: er staat geen actie klaar om te doen."
    size = Counter(action.effort for action in actions)
    words = result.questionnaire.plan.effort_by_id
    sizes = [f"{size[effort]} {words[effort].label.lower()}" for effort in Effort if size[effort]]
    if size[None]:
        sizes.append(f"{size[None]} zonder omvang")
    number = counted(len(actions), "actie", "acties")
    return f"Het plan heeft {number} om te doen: {listed(sizes)}. {owners(actions, result)}"


def owners(actions: list[Action], result: Result) -> str:
    """Who owns how many actions, those with most first."""
    number = Counter(role_text(action, result.questionnaire) for action in actions)
    ownerless = number.pop(NO_OWNER, 0)
    named = [f"{role} ({count})" for role, count in number.most_common(MOST_OWNERS)]
    others = len(number) - len(named)
    if others:
        named.append(counted(others, "andere rol", "andere rollen"))
    said = f"{either(len(number), 'Eigenaar', 'Eigenaren')}: {listed(named)}." if named else ""
    lacking = f"{counted(ownerless, 'actie heeft', 'acties hebben')} nog geen eigenaar." if ownerless else ""
    return " ".join(filter(None, (said, lacking)))


def unplanned_text(result: Result) -> str:
    """How many improvement points have no action yet, and how many of those rest on rules in force."""
    points = improvement_points(result.norms)
    planned = actions_by_norm(result.assessment)
    left = [point for point in points if point.norm.id not in planned]
    if not points:
        return ""
    if not left:
        return "Voor elk verbeterpunt is een actie gepland."
    in_force = sum(point.rests_on_rules_in_force for point in left)
    rules = f", waarvan {in_force} op geldende regels" if in_force else ""
    return f"Nog niet gepland: {len(left)} van de {counted(len(points), 'verbeterpunt', 'verbeterpunten')}{rules}."
