"""Moving to a made-up next version that does all five: nothing is lost, and what happened is told."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.model.assessment import AMBITIONS, Answer, AnswerField, Assessment, Depth, Level
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.plan import Action, ActionField, Certainty, Quarter
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.model.subjects import values_of
from questionnaire.store import Store
from questionnaire.store.records import NOTHING_SEEN, Change
from questionnaire.versions.change import ChangeKind, Moved, Outcome, move, retired_answers
from questionnaire.versions.history import content_of, transitions
from questionnaire.versions.merging import SHORTENED
from questionnaire.versions.transition import Transition
from tests.questionnaire.plans import CONTENT, an_assessment
from tests.questionnaire.versions.next_version import (
    ADDED,
    JOINED,
    MERGED,
    NEW,
    NEW_NAME,
    OLD,
    OLD_NAME,
    PARTS,
    RETIRED,
    SAME_ID,
    SPLIT,
    write_next_version,
)

EXACTLY = settings(derandomize=True, deadline=None, max_examples=60)
NAMED = [RETIRED, *MERGED, SPLIT, SAME_ID, OLD_NAME]
UNTOUCHED = "spoedroute-bij-gevaar"
FULL = Answer(
    level=Level.PARTLY,
    practice="Zo doen we het.",
    evidence="Werkinstructie",
    link="https://example.org",
    remark="Navragen",
    reason="Reden",
    otherwise="Anders",
    ambition=Level.ARRANGED,
    quarter=Quarter(2027, 2),
    certainty=Certainty.KNOWN,
)
Version = tuple[Transition, Questionnaire, Questionnaire]


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """The made-up transition with the contents on both sides."""
    folder: Path = write_next_version(tmp_path_factory.mktemp("versie") / "inhoud")
    (transition,) = transitions(folder)
    return transition, content_of(OLD, folder), content_of(NEW, folder)


def moved(version: Version, answers: Mapping[str, Answer], *actions: Action) -> Moved:
    return move(an_assessment(answers, *actions, depth=Depth.FULL), *version)


def outcomes(result: Moved) -> dict[ChangeKind, list[Outcome]]:
    found: dict[ChangeKind, list[Outcome]] = {}
    for told in result.told:
        found.setdefault(told.kind, []).append(told.outcome)
    return found


def test_a_reworded_norm_keeps_everything_also_under_a_new_id(version: Version) -> None:
    result = moved(version, {SAME_ID: FULL, OLD_NAME: FULL})
    assert result.assessment.answers == {SAME_ID: FULL, NEW_NAME: FULL}
    assert outcomes(result)[ChangeKind.REWORDED] == [Outcome.KEPT, Outcome.KEPT]


def test_a_split_norm_gives_each_part_its_answer_to_confirm_and_says_where_it_came_from(version: Version) -> None:
    result = moved(version, {SPLIT: FULL})
    origin = f"Dit antwoord komt van de norm ‘{CONTENT.norm_by_id[SPLIT].title}’, die is gesplitst."
    part = FULL.model_copy(update={"to_reconfirm": True, "remark": f"Navragen\n{origin}"})
    assert result.assessment.answers == dict.fromkeys(PARTS, part)
    assert outcomes(result)[ChangeKind.SPLIT] == [Outcome.COPIED]


def test_a_split_norm_with_only_an_ambition_has_nothing_to_confirm(version: Version) -> None:
    wish = Answer(ambition=Level.ARRANGED)
    result = moved(version, {SPLIT: wish})
    assert result.assessment.answers == dict.fromkeys(PARTS, wish)
    assert outcomes(result)[ChangeKind.SPLIT] == [Outcome.NOTHING]


def test_merged_norms_with_the_same_level_keep_it_to_confirm(version: Version) -> None:
    result = moved(version, dict.fromkeys(MERGED, FULL))
    assert result.assessment.answers == {JOINED: FULL.model_copy(update={"to_reconfirm": True})}
    assert outcomes(result)[ChangeKind.MERGED] == [Outcome.JOINED]


def test_merged_norms_with_other_levels_leave_it_open_and_keep_all_texts(version: Version) -> None:
    first, second = (CONTENT.norm_by_id[norm_id].title for norm_id in MERGED)
    other = Answer(
        level=Level.SOMETIMES,
        practice="Weer anders.",
        ambition=Level.SECURED,
        quarter=Quarter(2028, 1),
        certainty=Certainty.GUESSING,
    )
    result = moved(version, {MERGED[0]: FULL, MERGED[1]: other})
    answer = result.assessment.answer(JOINED)
    assert answer.practice == f"{first}: Zo doen we het.\n{second}: Weer anders."
    assert answer.evidence == "Werkinstructie"
    assert (answer.level, answer.to_reconfirm) == (None, False)
    assert (answer.ambition, answer.quarter) == (Level.SECURED, Quarter(2028, 1))
    assert answer.certainty is Certainty.GUESSING
    assert outcomes(result)[ChangeKind.MERGED] == [Outcome.LEFT_OPEN]


def test_texts_that_are_too_long_together_stay_whole_at_the_old_norms(version: Version) -> None:
    answers = {norm_id: Answer(practice=letter * MAX_TEXT) for norm_id, letter in zip(MERGED, "ab", strict=True)}
    result = moved(version, answers)
    practice = result.assessment.answer(JOINED).practice
    assert len(practice) == MAX_TEXT
    assert practice.endswith(SHORTENED)
    assert {norm_id: result.assessment.answers[norm_id] for norm_id in MERGED} == answers


def test_a_retired_norm_stays_readable_and_is_not_scored(version: Version) -> None:
    result = moved(version, {RETIRED: FULL.model_copy(update={"to_reconfirm": True})})
    (found,) = retired_answers(result.assessment, [version[0]])
    norm = CONTENT.norm_by_id[RETIRED]
    assert (found.norm_id, found.title, found.statement) == (RETIRED, norm.title, norm.statement)
    assert (found.version, found.answer) == (OLD, FULL)
    assert RETIRED not in [entry.norm.id for entry in result.after.norms]
    assert outcomes(result)[ChangeKind.RETIRED] == [Outcome.READABLE]
    assert retired_answers(an_assessment(), [version[0]]) == ()


def test_a_new_norm_is_open_and_an_untouched_one_is_not_told(version: Version) -> None:
    result = moved(version, {UNTOUCHED: FULL})
    assert result.assessment.answers == {UNTOUCHED: FULL}
    assert ADDED in [entry.norm.id for entry in result.after.norms if entry.is_open]
    told = {norm.id for told in result.told for norm in (*told.old, *told.new)}
    assert told == {*NAMED, JOINED, *PARTS, NEW_NAME, ADDED}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((OLD_NAME, UNTOUCHED), (NEW_NAME, UNTOUCHED)),
        ((SPLIT,), tuple(PARTS)),
        (tuple(MERGED), (JOINED,)),
        ((UNTOUCHED, RETIRED), (UNTOUCHED,)),
    ],
)
def test_actions_go_along_with_their_norms(
    version: Version, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    result = moved(version, {}, Action(id="a", norms=before, note="Al besproken."))
    action = result.assessment.actions["a"]
    assert action.norms == after
    line = f"\nWas ook voor de norm ‘{CONTENT.norm_by_id[RETIRED].title}’, die is vervallen."
    assert action.note == "Al besproken." + (line if RETIRED in before else "")
    naming = {norm.id for told in result.told if told.actions for norm in told.old}
    assert naming == (set(before) - {UNTOUCHED}) | (set(MERGED) if MERGED[0] in before else set())


def test_both_scores_are_there_for_the_sections_that_the_change_alters(version: Version) -> None:
    levels = {norm_id: Answer(level=Level.PARTLY) for norm_id in NAMED}
    result = moved(version, levels)
    (changed,) = result.changed_scores
    assert changed.section.id == "stap-1"
    assert result.before.assessment.content_version == OLD
    assert result.after.assessment.content_version == NEW
    assert changed.before is not None
    assert changed.after is not None
    assert changed.before.score != changed.after.score


def test_the_changes_are_only_what_differs_and_an_empty_text_clears(version: Version) -> None:
    result = moved(version, {OLD_NAME: Answer(practice="Zo."), UNTOUCHED: FULL})
    assert dict(result.changes) == {
        (OLD_NAME, AnswerField.PRACTICE): "",
        (NEW_NAME, AnswerField.PRACTICE): "Zo.",
    }


def test_the_store_keeps_what_was_moved_with_its_history(version: Version, tmp_path: Path) -> None:
    answers = dict.fromkeys(NAMED, FULL)
    before = an_assessment(answers, Action(id="aB3_-x90", norms=tuple(NAMED)), depth=Depth.FULL)
    store = Store.open(f"sqlite:///{tmp_path / 'antwoorden.sqlite'}")
    assessment_id = store.import_assessment(before, author="")
    stored = store.load(assessment_id)
    result = move(stored.assessment, *version)
    changes = [
        Change(subject, field, value, stored.seen.get((subject, field), NOTHING_SEEN))
        for (subject, field), value in result.changes.items()
    ]
    store.move_content(assessment_id, NEW, changes, author="")
    assert store.load(assessment_id).assessment == result.assessment
    assert [event.value for event in store.history(assessment_id, SPLIT) if event.field is AnswerField.LEVEL] == [
        "",
        "deels-geregeld",
    ]
    store.close()


TEXTS = st.sampled_from(["", "Zo.", "Anders.", "x" * (MAX_TEXT // 2 + 1)])
ANSWERS = st.dictionaries(
    st.sampled_from([*NAMED, UNTOUCHED]),
    st.builds(
        Answer,
        level=st.sampled_from([None, *Level]),
        practice=TEXTS,
        evidence=TEXTS,
        remark=TEXTS,
        reason=TEXTS,
        ambition=st.sampled_from([None, *AMBITIONS]),
        certainty=st.sampled_from([None, *Certainty]),
        to_reconfirm=st.booleans(),
    ),
)
ACTIONS = st.lists(st.lists(st.sampled_from([*NAMED, UNTOUCHED]), unique=True).map(tuple), max_size=3)


def everything(answers: Mapping[str, Answer], norms: list[tuple[str, ...]]) -> Assessment:
    actions = [Action(id=f"actie-{number}", norms=ids) for number, ids in enumerate(norms)]
    return an_assessment(answers, *actions, depth=Depth.FULL)


@given(answers=ANSWERS, norms=ACTIONS)
@EXACTLY
def test_no_text_is_lost(version: Version, answers: Mapping[str, Answer], norms: list[tuple[str, ...]]) -> None:
    assessment = everything(answers, norms)
    result = move(assessment, *version)
    after = values_of(result.assessment)
    for (subject, field), text in values_of(assessment).items():
        if field in (AnswerField.PRACTICE, AnswerField.EVIDENCE, AnswerField.REMARK, AnswerField.REASON):
            places = {*version[0].new_ids.get(subject, (subject,)), subject}
            assert any(text in after.get((place, field), "") for place in places)


@given(answers=ANSWERS, norms=ACTIONS)
@EXACTLY
def test_the_changes_lead_from_what_was_stored_to_what_is_shown(
    version: Version, answers: Mapping[str, Answer], norms: list[tuple[str, ...]]
) -> None:
    assessment = everything(answers, norms)
    result = move(assessment, *version)
    stored = {**values_of(assessment), **result.changes}
    assert {key: value for key, value in stored.items() if value} == values_of(result.assessment)
    assert all(len(value) <= MAX_TEXT for value in stored.values())
    known = set(version[2].norm_by_id)
    assert all(set(value.split()) <= known for (_, field), value in stored.items() if field is ActionField.NORMS)


@given(answers=ANSWERS)
@EXACTLY
def test_what_was_not_told_does_not_change(version: Version, answers: Mapping[str, Answer]) -> None:
    result = move(everything(answers, []), *version)
    untouched = {norm_id: answer for norm_id, answer in answers.items() if norm_id == UNTOUCHED}
    for norm_id, answer in untouched.items():
        assert result.assessment.answer(norm_id) == answer
    assert all(subject in {*NAMED, *PARTS, JOINED, NEW_NAME} for subject, _ in result.changes)
