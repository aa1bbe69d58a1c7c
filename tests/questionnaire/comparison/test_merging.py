"""Several files, and assessments that were filled in separately: only what differs, side by side."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.comparison.choices import changes
from questionnaire.comparison.compare import compare, compare_all
from questionnaire.comparison.form_fields import ANSWER_FIELDS, FormField
from questionnaire.comparison.model import JOIN, KEEP, Base, Choice, Kind, Pick
from questionnaire.comparison.offered import OfferedFile, OfferedValue, Severity
from questionnaire.comparison.offered_assessment import offered_assessment
from questionnaire.model.assessment import Answer, AnswerField, Assessment, Level, Particulars
from questionnaire.model.plan import Action, ActionField, ActionStatus, ProcessField, ProcessStep
from questionnaire.model.subjects import values_of
from tests.questionnaire.comparison.offers import a_form, after, stored
from tests.questionnaire.plans import CONTENT, an_assessment

ONE, TWO, LAST = CONTENT.norms[0].id, CONTENT.norms[1].id, CONTENT.norms[-1].id
WAS, LEVEL = AnswerField.PRACTICE, AnswerField.LEVEL
ACTION = Action(id="aB3_-x90", what="Maak een instructie", norms=(TWO,), owner_role="bestuur")
STEP = ProcessStep(id="stap0001", section=CONTENT.sections[0].id, position=2, what="Aanmelding")
THEIRS = Pick(Choice.FILE, "collega.json")
MANY = settings(derandomize=True, deadline=None, max_examples=40)


def json_file(assessment: Assessment, name: str = "collega.json") -> OfferedFile:
    return offered_assessment(assessment, name)


# Two assessments


def test_of_two_assessments_only_what_differs_is_a_row() -> None:
    mine = an_assessment(
        {ONE: Answer(level=Level.SOMETIMES, practice="gelijk", evidence="hier"), TWO: Answer(practice="a")}
    )
    theirs = an_assessment(
        {
            ONE: Answer(level=Level.SOMETIMES, practice="gelijk", remark="daar"),
            TWO: Answer(practice="b"),
            LAST: Answer(level=Level.ARRANGED),
        }
    )
    found = compare(json_file(theirs), stored(mine), None, CONTENT)
    assert [(row.key, row.kind, row.default) for row in found.rows] == [
        ((ONE, AnswerField.EVIDENCE), Kind.MINE, KEEP),
        ((ONE, AnswerField.REMARK), Kind.FILE, THEIRS),
        ((TWO, WAS), Kind.BOTH, None),
        ((LAST, LEVEL), Kind.FILE, THEIRS),
    ]
    assert found.same == 2
    assert [row.key for row in found.unchosen] == [(TWO, WAS)]


def test_an_action_of_theirs_comes_over_as_a_whole() -> None:
    theirs = an_assessment({}, ACTION).model_copy(update={"process": {STEP.id: STEP}})
    found = compare(json_file(theirs), stored(an_assessment()), None, CONTENT)
    assert list(dict.fromkeys((row.group, row.norm_id, row.default) for row in found.rows)) == [
        (ACTION.subject, TWO, THEIRS),
        (STEP.subject, "", THEIRS),
    ]
    assert after(found, {}) == values_of(theirs)
    assert after(found, {ACTION.subject: KEEP, STEP.subject: KEEP}) == {}


def test_an_action_of_ours_stays_unless_somebody_says_so() -> None:
    mine = an_assessment({}, ACTION).model_copy(update={"process": {STEP.id: STEP}})
    found = compare(json_file(an_assessment()), stored(mine), None, CONTENT)
    assert {(row.kind, row.default) for row in found.rows} == {(Kind.MINE, KEEP)}
    taken = {
        change.norm_id: (change.field, change.value) for change in changes(found, found.choose_all(Choice.FILE))
    }
    assert taken == {ACTION.subject: (ActionField.REMOVED, "ja"), STEP.subject: (ProcessField.REMOVED, "ja")}


def test_an_action_of_both_is_compared_by_field() -> None:
    changed = ACTION.model_copy(update={"status": ActionStatus.DONE, "owner_role": ""})
    found = compare(json_file(an_assessment({}, changed)), stored(an_assessment({}, ACTION)), None, CONTENT)
    assert [(row.field, row.kind, row.group) for row in found.rows] == [
        (ActionField.OWNER_ROLE, Kind.MINE, ""),
        (ActionField.STATUS, Kind.FILE, ""),
    ]


def test_an_action_that_was_removed_here_must_be_chosen() -> None:
    old = (ACTION.subject, ActionField.NOTE)
    found = compare(json_file(an_assessment({}, ACTION)), stored(an_assessment(), old), None, CONTENT)
    assert {(row.kind, row.default, row.was_removed) for row in found.rows} == {(Kind.BOTH, None, True)}
    assert after(found, found.choose_all(Choice.FILE)) == values_of(an_assessment({}, ACTION))


MARKED, CONFIRMED = Answer(practice="a", to_reconfirm=True), Answer(practice="a")


@pytest.mark.parametrize(
    ("mine", "theirs", "rows"),
    [
        (MARKED, MARKED, 0),
        (CONFIRMED, MARKED, 0),
        (MARKED, CONFIRMED, 1),
        (MARKED, Answer(), 1),  # of the text, not of the mark
    ],
)
def test_a_copied_answer_is_never_confirmed_unseen(mine: Answer, theirs: Answer, rows: int) -> None:
    found = compare(json_file(an_assessment({ONE: theirs})), stored(an_assessment({ONE: mine})), None, CONTENT)
    assert len(found.rows) == rows
    assert {row.default for row in found.rows} <= {KEEP}


def test_what_a_whole_assessment_cannot_bring_is_told() -> None:
    long, removed = Answer(remark="x" * 20_001), ACTION.model_copy(update={"removed": True})
    theirs = an_assessment({ONE: long}, removed).model_copy(update={"particulars": Particulars(version="2")})
    file = json_file(theirs)
    assert file.others == {}
    assert [(found.severity, found.place) for found in file.findings] == [
        (Severity.NOTE, ""),
        (Severity.ERROR, f"{ONE} > opmerking"),
    ]


# Several files


def test_files_that_differ_must_be_chosen_and_each_is_named() -> None:
    forms = [a_form({ONE: {FormField.PRACTICE: text}}, name) for name, text in (("b", "twee"), ("a", "een"))]
    found = compare_all(forms, stored(an_assessment()), [Base({}, is_filled_before=True)] * 2, CONTENT)
    (row,) = found.rows
    assert [(offer.text, offer.files) for offer in row.offers] == [("een", ("a",)), ("twee", ("b",))]
    assert (row.kind, row.default) == (Kind.BOTH, None)
    assert row.picks == (KEEP, Pick(Choice.FILE, "a"), Pick(Choice.FILE, "b"), JOIN)
    assert after(found, found.choose_all(Choice.FILE, "b")) == {(ONE, WAS): "twee"}
    assert after(found, {row.choice_id: JOIN}) == {(ONE, WAS): "een\n\ntwee"}


def test_files_that_agree_are_one_offer() -> None:
    forms = [a_form({ONE: {FormField.PRACTICE: "een"}}, name) for name in ("b", "a")]
    found = compare_all(forms, stored(an_assessment()), [None, None], CONTENT)
    (row,) = found.rows
    assert (row.offers[0].files, row.picks, row.default) == (
        ("a", "b"),
        (KEEP, Pick(Choice.FILE, "a")),
        Pick(Choice.FILE, "a"),
    )
    assert found.choose_all(Choice.FILE, "b") == {row.choice_id: Pick(Choice.FILE, "b")}
    assert after(found, found.choose_all(Choice.FILE, "b")) == {(ONE, WAS): "een"}


def test_lists_without_a_number_make_an_action_for_each_text() -> None:
    lists = [
        a_form({ONE: {FormField.ACTION: text}}, name, form="")
        for name, text in (("a", "een"), ("b", "twee"), ("c", "een"))
    ]
    found = compare_all(lists, stored(an_assessment()), [None] * 3, CONTENT)
    assert [row.offers[0].files for row in found.rows if row.field is ActionField.WHAT].count(("a", "c")) == 1
    assert len({row.subject for row in found.rows}) == 2


def test_who_left_a_field_alone_does_not_contradict_who_changed_it() -> None:
    made = Base({(ONE, WAS): "oud"}, is_filled_before=True)
    forms = [a_form({ONE: {FormField.PRACTICE: text}}, name) for name, text in (("a", "oud"), ("b", "nieuw"))]
    found = compare_all(forms, stored(an_assessment({ONE: Answer(practice="oud")})), [made, made], CONTENT)
    assert [(row.kind, row.default) for row in found.rows] == [(Kind.FILE, Pick(Choice.FILE, "b"))]


def test_two_files_with_one_name_are_told_apart() -> None:
    names = ("lijst", "lijst (2)", "lijst")
    forms = [a_form({ONE: {FormField.PRACTICE: text}}, name) for text, name in zip("abc", names, strict=True)]
    found = compare_all(forms, stored(an_assessment()), [None] * 3, CONTENT)
    assert found.files == ("lijst", "lijst (2)", "lijst (3)")
    assert [(offer.text, *offer.files) for offer in found.rows[0].offers] == [
        *zip("abc", found.files, strict=True)
    ]


def test_two_assessments_with_another_text_for_one_action_must_be_chosen_as_a_whole() -> None:
    other = ACTION.model_copy(update={"note": "alleen hier"})
    files = [json_file(an_assessment({}, ACTION), "a"), json_file(an_assessment({}, other), "b")]
    found = compare_all(files, stored(an_assessment()), [None, None], CONTENT)
    assert {(row.kind, row.picks) for row in found.rows} == {
        (Kind.BOTH, (KEEP, Pick(Choice.FILE, "a"), Pick(Choice.FILE, "b")))
    }
    for name, action in (("a", ACTION), ("b", other)):
        assert after(found, {ACTION.subject: Pick(Choice.FILE, name)}) == values_of(an_assessment({}, action))


def test_assessments_with_the_same_action_are_one_choice_whoever_is_named() -> None:
    files = [json_file(an_assessment({}, ACTION), name) for name in "abc"]
    files[2] = replace(
        files[2], others={**files[2].others, (ACTION.subject, ActionField.NOTE): OfferedValue("", "")}
    )
    found = compare_all(files, stored(an_assessment()), [None] * 3, CONTENT)
    assert {(row.kind, row.picks) for row in found.rows} == {(Kind.FILE, (KEEP, Pick(Choice.FILE, "a")))}
    for name in "abc":
        assert after(found, found.choose_all(Choice.FILE, name)) == values_of(an_assessment({}, ACTION))


def test_a_file_without_an_action_does_not_hide_another_file_that_changed_it() -> None:
    changed = ACTION.model_copy(update={"note": "erbij"})
    files = [json_file(an_assessment(), "a"), json_file(an_assessment({}, changed), "b")]
    found = compare_all(files, stored(an_assessment({}, ACTION)), [None, None], CONTENT)
    assert [(row.field, row.kind) for row in found.rows] == [(ActionField.NOTE, Kind.FILE)]


def test_rows_stand_in_content_order_with_actions_behind_their_norm() -> None:
    early, late = (Action(id=f"actie{n:03}", what="x", norms=norms) for n, norms in ((1, (LAST, ONE)), (2, ())))
    theirs = an_assessment({LAST: Answer(practice="x"), ONE: Answer(practice="x")}, late, early)
    theirs = theirs.model_copy(update={"process": {STEP.id: STEP}})
    found = compare(json_file(theirs), stored(an_assessment()), None, CONTENT)
    assert list(dict.fromkeys((row.norm_id, row.subject) for row in found.rows)) == [
        (ONE, ONE),
        (ONE, early.subject),
        (LAST, LAST),
        ("", late.subject),
        ("", STEP.subject),
    ]


# For any two assessments

TEXTS = st.sampled_from(["", "een", "twee", "een\n\ntwee", " vier "])
ANSWERS = st.builds(
    Answer,
    level=st.sampled_from([None, *Level]),
    practice=TEXTS,
    remark=TEXTS,
    reason=TEXTS,
    ambition=st.sampled_from([None, Level.SECURED]),  # never below a level: that is told, not saved
)
ACTIONS = st.builds(
    Action,
    id=st.sampled_from(["actie001", "actie002", "actie003"]),
    what=st.sampled_from(["een", "twee"]),
    norms=st.sampled_from([(), (ONE,), (TWO, ONE)]),
    note=TEXTS,
    status=st.sampled_from(ActionStatus),
)
STEPS = st.builds(
    lambda found, position: ProcessStep(id=found, section=STEP.section, position=position, what="een"),
    st.sampled_from(["stap0001", "stap0002"]),
    st.integers(1, 3),
)


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    answers = draw(st.dictionaries(st.sampled_from([ONE, TWO, LAST]), ANSWERS))
    steps = draw(st.lists(STEPS, max_size=2))
    made = an_assessment(answers, *draw(st.lists(ACTIONS, max_size=3)))
    return made.model_copy(update={"process": {step.id: step for step in steps}})


@MANY
@given(assessments(), assessments())
def test_keeping_what_is_here_changes_nothing(mine: Assessment, theirs: Assessment) -> None:
    found = compare(json_file(theirs), stored(mine), None, CONTENT)
    assert changes(found, found.choose_all(Choice.MINE)) == []


@MANY
@given(assessments(), assessments(), st.sets(st.sampled_from(["actie:actie001", "actie:actie002"])))
def test_taking_all_of_a_file_gives_what_it_offers_and_nothing_more_the_next_time(
    mine: Assessment, theirs: Assessment, removed: set[str]
) -> None:
    here = {action.subject for action in mine.actions.values()}
    gone = [(subject, ActionField.NOTE) for subject in sorted(removed - here)]
    found = compare(json_file(theirs), stored(mine, *gone), None, CONTENT)
    assert after(found, found.choose_all(Choice.FILE)) == values_of(theirs)
    assert compare(json_file(theirs), stored(theirs), None, CONTENT).rows == ()


@MANY
@given(assessments(), assessments())
def test_without_choices_nothing_that_is_filled_in_is_lost(mine: Assessment, theirs: Assessment) -> None:
    found = compare(json_file(theirs), stored(mine), None, CONTENT)
    kept = {row.choice_id: KEEP for row in found.unchosen}
    assert values_of(mine).keys() <= after(found, kept).keys()


@MANY
@given(st.permutations(range(3)), st.tuples(assessments(), assessments(), assessments()), assessments())
def test_the_order_of_the_files_does_not_matter(
    order: list[int], theirs: tuple[Assessment, ...], mine: Assessment
) -> None:
    files = [json_file(each, name) for each, name in zip(theirs, "abc", strict=True)]
    found = compare_all(files, stored(mine), [None] * 3, CONTENT)
    other = compare_all([files[number] for number in order], stored(mine), [None] * 3, CONTENT)
    assert (other.rows, other.same, dict(other.findings)) == (found.rows, found.same, dict(found.findings))


# For any form

VALUES = {
    FormField.LEVEL: st.sampled_from(["", *(level.value for level in Level)]),
    FormField.PRACTICE: TEXTS.map(str.strip),
    FormField.REMARK: TEXTS.map(str.strip),
    FormField.ACTION: st.sampled_from(["een", "twee"]),
    FormField.DUE: st.sampled_from(["", "2027-03-01"]),
}
FORMS = st.dictionaries(st.sampled_from([ONE, TWO]), st.fixed_dictionaries({}, optional=VALUES))


@MANY
@given(FORMS, assessments(), assessments())
def test_taking_all_of_a_form_gives_what_it_offers(
    values: Mapping[str, Mapping[FormField, str]], mine: Assessment, before: Assessment
) -> None:
    made = Base(values_of(before), is_filled_before=True)
    form = a_form(values)
    found = compare(form, stored(mine), made, CONTENT)
    taken = after(found, found.choose_all(Choice.FILE))
    for norm_id, fields in values.items():
        for field, text in fields.items():
            if field in ANSWER_FIELDS:
                assert taken.get((norm_id, ANSWER_FIELDS[field]), "") == text
    offered = {text for fields in values.values() if (text := fields.get(FormField.ACTION, ""))}
    assert offered <= {text for (_, field), text in taken.items() if field is ActionField.WHAT}
    untouched = {key: text for key, text in values_of(mine).items() if key[0] == LAST or ":" in key[0]}
    assert untouched.items() <= taken.items()
