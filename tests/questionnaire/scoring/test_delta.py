"""Between two rounds each norm goes up, down, stays, is new or is gone, and done actions are named with it."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings

from questionnaire.model.assessment import Answer, Depth, Level
from questionnaire.model.plan import Action, ActionStatus
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.scoring.delta import Move, NormMove, Standing, compare
from questionnaire.scoring.score import Result
from tests.questionnaire.plans import CONTENT, NORM_IDS, an_assessment, any_result

EXACTLY = settings(derandomize=True, deadline=None, max_examples=40)
NORM, OTHER = NORM_IDS[:2]
NOT_CORE = next(norm.id for norm in CONTENT.norms if norm.depth is Depth.FULL)
SOMETIMES, ARRANGED = Answer(level=Level.SOMETIMES), Answer(level=Level.ARRANGED)
OPEN, UNKNOWN = Answer(), Answer(level=Level.UNKNOWN)
EXCLUDED, NO_REASON = Answer(level=Level.NOT_APPLICABLE, reason="Nee."), Answer(level=Level.NOT_APPLICABLE)


def moved(before: Answer, after: Answer, norm_id: str = NORM) -> NormMove:
    """The move of one norm with these two answers."""
    delta = compare(an_assessment({norm_id: before}), an_assessment({norm_id: after}), CONTENT)
    return next(entry for entry in delta.norms if entry.norm.id == norm_id)


@pytest.mark.parametrize(
    ("before", "after", "move", "levels"),
    [
        (SOMETIMES, ARRANGED, Move.UP, 2),
        (ARRANGED, SOMETIMES, Move.DOWN, -2),
        (ARRANGED, ARRANGED, Move.SAME, 0),
        (OPEN, SOMETIMES, Move.NEW, None),
        (UNKNOWN, SOMETIMES, Move.NEW, None),
        (EXCLUDED, SOMETIMES, Move.NEW, None),
        (SOMETIMES, UNKNOWN, Move.GONE, None),
        (SOMETIMES, EXCLUDED, Move.GONE, None),
        (SOMETIMES, NO_REASON, Move.GONE, None),
        (OPEN, EXCLUDED, Move.NO_LEVEL, None),
    ],
)
def test_a_norm_moves_in_one_way(before: Answer, after: Answer, move: Move, levels: int | None) -> None:
    found = moved(before, after)
    assert (found.move, found.levels) == (move, levels)


@pytest.mark.parametrize(
    ("answer", "standing"),
    [
        (SOMETIMES, Standing.LEVEL),
        (OPEN, Standing.OPEN),
        (UNKNOWN, Standing.OPEN),
        (NO_REASON, Standing.OPEN),
        (EXCLUDED, Standing.NOT_APPLICABLE),
    ],
)
def test_the_standing_says_why_there_is_no_level(answer: Answer, standing: Standing) -> None:
    assert moved(answer, SOMETIMES).standing_before is standing
    assert moved(SOMETIMES, answer).standing_after is standing


def test_a_norm_that_is_not_on_the_list_of_one_round_is_told_as_not_asked() -> None:
    answers = {NOT_CORE: SOMETIMES}
    full, core = an_assessment(answers, depth=Depth.FULL), an_assessment(answers)
    grown, shrunk = compare(core, full, CONTENT), compare(full, core, CONTENT)
    (new,) = [entry for entry in grown.norms if entry.norm.id == NOT_CORE]
    (gone,) = [entry for entry in shrunk.norms if entry.norm.id == NOT_CORE]
    assert (new.move, new.standing_before, new.before) == (Move.NOT_ASKED, Standing.NOT_ASKED, None)
    assert (gone.move, gone.standing_after, gone.after) == (Move.NOT_ASKED, Standing.NOT_ASKED, None)
    assert not grown.has_same_list
    assert not grown.has_same_depth
    assert grown.count[Move.NEW] == shrunk.count[Move.GONE] == 0
    asked_once = len(CONTENT.norms) - len(CONTENT.core.norms)
    assert grown.count[Move.NOT_ASKED] == shrunk.count[Move.NOT_ASKED] == asked_once
    assert NOT_CORE not in [entry.norm.id for entry in compare(core, core, CONTENT).norms]


def without(content: Questionnaire, norm_id: str) -> Questionnaire:
    """The same content without one norm."""
    sections = tuple(
        section.model_copy(update={"norms": tuple(norm for norm in section.norms if norm.id != norm_id)})
        for section in content.sections
    )
    fields = {name: getattr(content, name) for name in type(content).model_fields}
    return Questionnaire.model_construct(**(fields | {"sections": sections}))


def test_a_norm_that_one_version_does_not_have_is_told_with_its_title() -> None:
    smaller, answers = without(CONTENT, NORM), {NORM: ARRANGED}
    retired = compare(an_assessment(answers), an_assessment(answers), smaller, CONTENT)
    added = compare(an_assessment(answers), an_assessment(answers), CONTENT, smaller)
    assert (retired.norms[-1].norm.id, retired.norms[-1].move) == (NORM, Move.NOT_ASKED)
    assert retired.norms[-1].standing_after is Standing.ABSENT
    assert retired.norms[-1].norm.title == CONTENT.norm_by_id[NORM].title
    (new,) = [entry for entry in added.norms if entry.norm.id == NORM]
    assert (new.move, new.standing_before) == (Move.NOT_ASKED, Standing.ABSENT)


def test_a_section_has_its_band_of_both_rounds() -> None:
    delta = compare(an_assessment({NORM: SOMETIMES}), an_assessment({NORM: ARRANGED}), CONTENT)
    first = delta.sections[0]
    before, after = first.bands
    assert before is not None
    assert after is not None
    assert before.low < after.low
    assert [entry.section.id for entry in delta.sections] == [section.id for section in CONTENT.sections]


def test_a_section_that_one_version_does_not_have_has_no_band_there() -> None:
    fields = {name: getattr(CONTENT, name) for name in type(CONTENT).model_fields}
    smaller = Questionnaire.model_construct(**(fields | {"sections": CONTENT.sections[1:]}))
    last = compare(an_assessment(), an_assessment(), smaller, CONTENT).sections[-1]
    assert (last.section.id, last.after, last.bands[1]) == (CONTENT.sections[0].id, None, None)
    assert last.before is not None


def action(name: str, status: ActionStatus, due: date | None = None, *norms: str) -> Action:
    return Action(id=name, what=name, norms=norms or (NORM,), status=status, due=due)


DONE, BUSY, DROPPED = ActionStatus.DONE, ActionStatus.BUSY, ActionStatus.DROPPED


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ([action("a", DONE)], [], ["a"]),
        ([action("a", BUSY)], [action("a", DONE)], ["a"]),
        ([action("a", DONE)], [action("a", BUSY)], []),
        ([action("a", BUSY)], [], []),
        ([], [action("a", DONE)], ["a"]),
        ([action("a", BUSY)], [action("a", DROPPED)], []),
        ([action("a", DONE, None, OTHER)], [], []),
        (
            [action("a", DONE), action("c", DONE, date(2027, 5, 1)), action("b", DONE, date(2027, 2, 1))],
            [],
            ["b", "c", "a"],
        ),
    ],
)
def test_actions_that_are_done_are_named_with_their_norm(
    before: list[Action], after: list[Action], named: list[str]
) -> None:
    delta = compare(an_assessment({NORM: SOMETIMES}, *before), an_assessment({NORM: ARRANGED}, *after), CONTENT)
    (found,) = [entry for entry in delta.norms if entry.norm.id == NORM]
    assert [entry.id for entry in found.done] == named


@pytest.mark.parametrize("to_reconfirm", [True, False])
def test_an_answer_that_was_only_copied_is_told_as_such(to_reconfirm: bool) -> None:
    copied = ARRANGED.model_copy(update={"to_reconfirm": to_reconfirm})
    delta = compare(an_assessment({NORM: ARRANGED}), an_assessment({NORM: copied}), CONTENT)
    assert delta.unconfirmed == to_reconfirm
    assert moved(ARRANGED, copied).is_confirmed is not to_reconfirm


def test_a_mark_outside_the_list_of_the_later_round_waits_for_nobody() -> None:
    copied = {NOT_CORE: ARRANGED.model_copy(update={"to_reconfirm": True})}
    full = an_assessment(copied, depth=Depth.FULL)
    assert compare(full, an_assessment(copied), CONTENT).unconfirmed == 0
    assert compare(full, full, CONTENT).unconfirmed == 1


MIRROR = {Move.UP: Move.DOWN, Move.DOWN: Move.UP, Move.NEW: Move.GONE, Move.GONE: Move.NEW}


@pytest.mark.parametrize(
    ("one", "other"), list(product([OPEN, UNKNOWN, EXCLUDED, NO_REASON, SOMETIMES, ARRANGED], repeat=2))
)
def test_looking_back_turns_every_move_around(one: Answer, other: Answer) -> None:
    there, back = moved(one, other).move, moved(other, one).move
    assert back is MIRROR.get(there, there)


@given(any_result(), any_result())
@EXACTLY
def test_every_asked_norm_moves_once_and_the_counts_add_up(before: Result, after: Result) -> None:
    delta = compare(before.assessment, after.assessment, CONTENT)
    assert [entry.norm.id for entry in delta.norms] == [norm.id for norm in CONTENT.core.norms]
    assert sum(delta.count.values()) == len(delta.norms)
    assert delta.has_same_list


@given(any_result())
@EXACTLY
def test_a_round_compared_with_itself_does_not_move(result: Result) -> None:
    delta = compare(result.assessment, result.assessment, CONTENT)
    assert {entry.move for entry in delta.norms} <= {Move.SAME, Move.NO_LEVEL}
    assert all(entry.bands[0] == entry.bands[1] for entry in delta.sections)
