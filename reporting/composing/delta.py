"""What changed between two rounds, in words. Pure."""

from collections.abc import Iterable
from datetime import date

from questionnaire.model.assessment import Answer, Level
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.scoring.delta import Delta, Move, NormMove, SectionMove, Standing
from questionnaire.scoring.score import Result, SectionResult
from reporting.charts import trend_chart
from reporting.composing.cover import confidentiality, front_matter
from reporting.composing.figures import figure
from reporting.composing.summary import SHORT_LIST
from reporting.document.delta import DeltaContent, DeltaScoreRow, MoveGroup, MoveRow
from reporting.document.pieces import Figure, Labelled, Line
from reporting.wording.actions import short_text
from reporting.wording.answers import depth_name, level_text, score_text
from reporting.wording.changes import difference_text
from reporting.wording.dutch import date_text, either, listed, norms, with_capital, within
from reporting.wording.fixed_texts import DELTA_GROUPS, DONE_MAY_HAVE, NOTHING_MOVED, OTHER_DEPTH, OTHER_LIST

TITLE = "Wat er is veranderd"
STANDING_TEXT = {
    Standing.NOT_ASKED: "niet gevraagd",
    Standing.ABSENT: "niet in deze versie van de lijst",
}
MOVED = {
    Move.UP: ("Omhoog", "ging omhoog", "gingen omhoog"),
    Move.DOWN: ("Omlaag", "ging omlaag", "gingen omlaag"),
    Move.NEW: (
        "Nieuw een niveau",
        "kreeg een niveau en had er nog geen",
        "kregen een niveau en hadden er nog geen",
    ),
    Move.GONE: (
        "Geen niveau meer",
        "had een niveau en heeft er nu geen",
        "hadden een niveau en hebben er nu geen",
    ),
}
"""Heading, and what one or more norms did, in the order of the report."""
ONE_ROUND = (
    "Maar in één ronde gevraagd",
    "is maar in één van beide rondes gevraagd",
    "zijn maar in één van beide rondes gevraagd",
)
"""The same for norms of which nothing can be said; they stand last."""


def compose_delta(delta: Delta, printed_on: date) -> DeltaContent:
    """Compose the report; `printed_on` is the day on which it is made."""
    names = round_names(delta)
    extent = f"{names[1]} vergeleken met {names[0]}"
    front = front_matter(delta.after, printed_on, with_capital(extent), confidentiality(delta.after))
    front["title"] = TITLE
    return DeltaContent(
        **front,
        before_name=names[0],
        after_name=names[1],
        summary=tuple(Line(text) for text in (subject(delta, names), counts(delta), overall(delta)) if text),
        gains=most_moved(delta, Move.UP),
        losses=most_moved(delta, Move.DOWN),
        decisions=tuple(Line(text) for text in decisions(delta)),
        caveats=tuple(Line(text) for text in caveats(delta)),
        scores=tuple(score_row(section, delta) for section in delta.sections if has_norms(section)),
        trend=trend(delta, names),
        moved=moved(delta),
        groups_introduction=DELTA_GROUPS if any(delta.count[move] for move in MOVED) else NOTHING_MOVED,
        groups=tuple(group(move, delta) for move in (*MOVED, Move.NOT_ASKED) if delta.count[move]),
    )


def round_names(delta: Delta) -> tuple[str, str]:
    """Both rounds by number and day; by day alone when they have the same number."""
    before, after = (result.assessment for result in (delta.before, delta.after))
    days = date_text(before.reference_date), date_text(after.reference_date)
    if before.round == after.round:
        return days
    return f"ronde {before.round} ({days[0]})", f"ronde {after.round} ({days[1]})"


def subject(delta: Delta, names: tuple[str, str]) -> str:
    """What is compared."""
    lists = {depth_name(result.assessment) for result in (delta.before, delta.after)}
    which = f" ({lists.pop()})" if len(lists) == 1 else ""
    return f"Dit rapport legt twee zelfbeoordelingen naast elkaar{which}: {names[0]} en {names[1]}."


def counts(delta: Delta) -> str:
    """How many norms moved, in which direction."""
    said = [
        f"{norms(delta.count[move])} {either(delta.count[move], *words)}"
        for move, (_, *words) in MOVED.items()
        if delta.count[move]
    ]
    same = delta.count[Move.SAME]
    if same:
        said.append(f"{norms(same)} {either(same, 'bleef', 'bleven')} gelijk")
    if (said or delta.count[Move.NOT_ASKED]) and (never := delta.count[Move.NO_LEVEL]):
        said.append(f"{norms(never)} {either(never, 'had en heeft', 'hadden en hebben')} geen niveau")
    if other := delta.count[Move.NOT_ASKED]:
        said.append(f"{norms(other)} {either(other, *ONE_ROUND[1:])}")
    if not said:
        return "Geen enkele norm heeft in een van beide rondes een niveau."
    return f"{listed(said)}."


def overall(delta: Delta) -> str:
    """The average over the steps, where both rounds have one about the same list."""
    before, after = delta.before.overall, delta.after.overall
    if before is None or after is None or not delta.has_same_depth or not has_levels(delta):
        return ""
    if before == after:
        return f"Het gemiddelde over de stappen bleef {after.text}."
    return f"Het gemiddelde over de stappen was {before.text} en is nu {after.text}."


def most_moved(delta: Delta, move: Move) -> tuple[Labelled, ...]:
    """The norms that moved most, heaviest first among equals, in words with the code last."""
    found = sorted_by_levels(delta, move)[:SHORT_LIST]
    if not found:
        return (Labelled("", f"Geen norm {MOVED[move][1]}."),)
    return tuple(Labelled(f"{entry.norm.title}: ", moved_in_words(entry, delta)) for entry in found)


def sorted_by_levels(delta: Delta, move: Move) -> list[NormMove]:
    """The norms with this move, most levels first; ties by weight, then in the order of the list."""
    entries = [entry for entry in delta.norms if entry.move is move]
    return sorted(entries, key=lambda entry: (-abs(entry.levels or 0), -entry.norm.weight))


def moved_in_words(entry: NormMove, delta: Delta) -> str:
    """From which level to which, and what that is to residents."""
    before = level_name(entry.before, delta.before.questionnaire)
    after = level_name(entry.after, delta.after.questionnaire)
    why = entry.norm.why.resident
    gain = why if entry.move is Move.UP else f"Als het op orde is: {within(why)}"
    return f"van {before} naar {after}. {gain} ({entry.norm.code})"


def level_name(level: Level | None, content: Questionnaire) -> str:
    """The level without its number: "deels geregeld"."""
    return answer_text(level, content).partition(" ")[2].lower()


def decisions(delta: Delta) -> Iterable[str]:
    """What the change asks; the last always holds."""
    if down := sorted_by_levels(delta, Move.DOWN):
        first = f"‘{down[0].norm.title}’ ({down[0].norm.code})"
        verb = either(len(down), "ging", "gingen")
        start = f" Begin met {first}." if len(down) > 1 else f" Dat is {first}."
        yield f"Zoek uit waarom {norms(len(down))} omlaag {verb}.{start}"
    gone = sum(entry.move is Move.GONE and entry.standing_after is Standing.OPEN for entry in delta.norms)
    if gone:
        had = either(gone, "die eerder een niveau had", "die eerder een niveau hadden")
        yield f"Zoek uit hoe het nu staat met {norms(gone)} {had}."
    if number := delta.unconfirmed:
        yield f"Bevestig bij {norms(number)} het antwoord uit de vorige ronde, of pas het aan."
    yield "Bespreek met de teams en de partners wat hielp en wat niet, en pas het plan van aanpak daarop aan."


def has_levels(delta: Delta) -> bool:
    """Whether there is a level in both rounds at all; without one a score says nothing yet."""
    return all(any(norm.answer.height is not None for norm in one.norms) for one in (delta.before, delta.after))


def caveats(delta: Delta) -> Iterable[str]:
    """What to mind when comparing."""
    if not delta.has_same_depth:
        yield OTHER_DEPTH
    elif not delta.has_same_list:
        yield OTHER_LIST
    if number := delta.unconfirmed:
        have = either(number, "heeft", "hebben")
        yield (
            f"{norms(number)} {have} het antwoord uit de vorige ronde nog. Niemand heeft bevestigd dat het op de "
            "nieuwe peildatum klopt."
        )
    yield DONE_MAY_HAVE


def has_norms(section: SectionMove) -> bool:
    """Whether a section was asked in one of the rounds."""
    return any(result is not None and result.norms for result in (section.before, section.after))


def score_row(section: SectionMove, delta: Delta) -> DeltaScoreRow:
    """One step or theme."""
    mine = [entry.move for entry in delta.norms if entry.section.id == section.section.id]
    return DeltaScoreRow(
        name=section.section.name,
        before=section_score(section.before),
        after=section_score(section.after),
        difference=difference_text(section, is_same_depth=delta.has_same_depth),
        up=str(mine.count(Move.UP)),
        down=str(mine.count(Move.DOWN)),
    )


def section_score(section: SectionResult | None) -> str:
    """The score, or that the section was not in that round."""
    return "niet gevraagd" if section is None or not section.norms else score_text(section)


def trend(delta: Delta, names: tuple[str, str]) -> Figure | None:
    """The score per step in both rounds; none for two different lists."""
    if not delta.has_same_depth or not has_levels(delta):
        return None
    depth = depth_name(delta.after.assessment)
    return figure(
        trend_chart(delta.sections, names), f"Score per stap ({depth}), toen en nu; van een marge de ondergrens."
    )


def moved(delta: Delta) -> tuple[Labelled, ...]:
    """Per step and theme which norms moved; one without any says so."""
    return tuple(
        Labelled(f"{section.section.name}: ", moved_in(section, delta))
        for section in delta.sections
        if has_norms(section)
    )


def moved_in(section: SectionMove, delta: Delta) -> str:
    """The codes of the norms that moved in one section, by direction."""
    mine = [entry for entry in delta.norms if entry.section.id == section.section.id]
    said = []
    for move, (heading, *_) in MOVED.items():
        if codes := [entry.norm.code for entry in mine if entry.move is move]:
            said.append(f"{heading.lower()}: {listed(codes)}")
    return f"{'; '.join(said)}." if said else "geen norm veranderde."


def group(move: Move, delta: Delta) -> MoveGroup:
    """The norms with one kind of change."""
    title, *words = MOVED.get(move, ONE_ROUND)
    number = delta.count[move]
    return MoveGroup(
        title=title,
        introduction=f"{norms(number)} {either(number, *words)}.",
        norms=tuple(move_row(entry, delta) for entry in delta.norms if entry.move is move),
    )


def move_row(entry: NormMove, delta: Delta) -> MoveRow:
    """One norm, with the actions that may have brought the change."""
    copied = "" if entry.is_confirmed else " (nog te bevestigen)"
    return MoveRow(
        code=entry.norm.code,
        title=entry.norm.title,
        before=standing_text(entry.standing_before, entry.before, delta.before),
        after=f"{standing_text(entry.standing_after, entry.after, delta.after)}{copied}",
        actions="\n".join(short_text(action) for action in entry.done) or "geen",
    )


def standing_text(standing: Standing, level: Level | None, result: Result) -> str:
    """The level in words, or why there is none."""
    return STANDING_TEXT.get(standing) or answer_text(level, result.questionnaire)


def answer_text(level: Level | None, content: Questionnaire) -> str:
    """The answer as the report words it."""
    return level_text(Answer(level=level), content)
