"""Files beside an assessment: what differs is a row, nothing is chosen that somebody should choose."""

import re
from dataclasses import replace

import pytest

from questionnaire.comparison.choices import changes
from questionnaire.comparison.compare import compare, compare_all
from questionnaire.comparison.form_fields import FieldKey, FormField, action_subject
from questionnaire.comparison.model import JOIN, KEEP, Base, Choice, Kind, Pick
from questionnaire.comparison.offered import Severity
from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import Answer, AnswerField, Level
from questionnaire.model.plan import Action, ActionField
from questionnaire.store.records import StoredAssessment
from tests.questionnaire.comparison.offers import FORM, a_form, after, comments, stored
from tests.questionnaire.plans import CONTENT, an_assessment

ONE, TWO, LAST = CONTENT.norms[0].id, CONTENT.norms[1].id, CONTENT.norms[-1].id
WAS, REMARK, LEVEL, AMBITION = AnswerField.PRACTICE, AnswerField.REMARK, AnswerField.LEVEL, AnswerField.AMBITION
FILE = Pick(Choice.FILE, "lijst.docx")
ACTION = "actie:aB3_-x90"
ACTION_ID = "aB3_-x90"
CODES = {norm.id: norm.code for norm in CONTENT.norms}


def was(text: str) -> StoredAssessment:
    return stored(an_assessment({ONE: Answer(practice=text)} if text else {}))


def filled(values: dict[FieldKey, str], actions: dict[str, str] | None = None) -> Base:
    return Base(values, is_filled_before=True, actions=actions or {})


# One field of a form

CASES = [  # here, made with (None: not known), in the file -> kind and default
    ("a", "a", "a", None, None),
    ("a", "b", "a", None, None),
    ("a", None, "a", None, None),
    ("a", "a", "b", Kind.FILE, FILE),
    ("", "", "b", Kind.FILE, FILE),
    ("a", "b", "b", Kind.MINE, KEEP),
    ("", "b", "b", Kind.MINE, KEEP),
    ("a", "", "", Kind.MINE, KEEP),
    ("a", "c", "b", Kind.BOTH, None),
    ("", "c", "b", Kind.BOTH, None),
    ("a", "c", "", Kind.BOTH, None),
    ("a", "a", "", Kind.FILE, None),
    ("", "a", "", None, None),
    ("a", None, "b", Kind.BOTH, None),
    ("", None, "b", Kind.FILE, FILE),
    ("a", None, "", None, None),
    ("a\n\nb", "a", "b", Kind.MINE, KEEP),
    ("a\n\nb", None, "b", Kind.MINE, KEEP),
    ("a\n\nb", "a\n\nb", "b", Kind.FILE, FILE),
    ("a", "a", "  \n", Kind.FILE, None),
]


@pytest.mark.parametrize(("here", "before", "in_file", "kind", "default"), CASES)
def test_a_field_of_a_form_is_compared_with_what_it_was_made_with(
    here: str, before: str | None, in_file: str, kind: Kind | None, default: Pick | None
) -> None:
    base = None if before is None else filled({(ONE, WAS): before} if before else {})
    found = compare(a_form({ONE: {FormField.PRACTICE: in_file}}), was(here), base, CONTENT)
    if kind is None:
        assert (found.rows, found.same) == ((), int(here == in_file != ""))
        return
    (row,) = found.rows
    assert (row.key, row.norm_id, row.mine, row.base) == ((ONE, WAS), ONE, here, before)
    assert (row.kind, row.default, found.same) == (kind, default, 0)
    assert row.text(FILE) == in_file.strip()


@pytest.mark.parametrize("in_file", ["", "nieuw"])
def test_in_a_form_that_was_handed_out_empty_an_empty_field_means_nothing(in_file: str) -> None:
    base = Base({(ONE, WAS): "oud"}, is_filled_before=False)
    rows = compare(a_form({ONE: {FormField.PRACTICE: in_file}}), was("oud"), base, CONTENT).rows
    assert [(row.kind, row.default) for row in rows] == ([(Kind.BOTH, None)] if in_file else [])


def test_what_stays_because_nobody_knows_whether_it_was_emptied_is_told() -> None:
    form = a_form({ONE: {FormField.PRACTICE: "", FormField.REMARK: ""}}, is_filled_before=True)
    found = compare(form, was("a"), None, CONTENT)
    assert found.rows == ()
    (told,) = found.findings["lijst.docx"]
    assert (told.severity, told.text[:18]) == (Severity.WARNING, "1 veld is leeg in ")


def test_what_is_in_no_field_of_the_file_is_no_row() -> None:
    assert compare(a_form({ONE: {}}), was("a"), filled({(ONE, WAS): "a"}), CONTENT).rows == ()


def test_a_norm_that_does_not_exist_is_told_and_not_taken() -> None:
    found = compare(a_form({"bestaat-niet": {FormField.PRACTICE: "x"}}), was(""), None, CONTENT)
    assert (found.rows, [told.place for told in found.findings["lijst.docx"]]) == ((), ["bestaat-niet"])


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("a", "b", "a\n\nb"),
        ("a\nb", "b", "a\nb\n\nb"),
        ("a\n\nb", "b\n\nc", "a\n\nb\n\nc"),
        ("a", "b\n\n\nc ", "a\n\nb\n\n\nc "),
    ],
)
def test_two_texts_can_stay_one_below_the_other(mine: str, theirs: str, both: str) -> None:
    found = compare(a_form({ONE: {FormField.PRACTICE: theirs}}), was(mine), filled({}), CONTENT)
    assert found.rows[0].picks == (KEEP, FILE, JOIN)
    assert after(found, found.choose_all(Choice.BOTH)) == {(ONE, WAS): both}
    again = compare(a_form({ONE: {FormField.PRACTICE: theirs}}), was(both), filled({}), CONTENT)
    assert [(row.kind, row.default) for row in again.rows] == [(Kind.MINE, KEEP)]


def test_a_level_is_one_of_two_and_never_both() -> None:
    mine = stored(an_assessment({ONE: Answer(level=Level.SOMETIMES)}))
    found = compare(a_form({ONE: {FormField.LEVEL: "geregeld"}}), mine, None, CONTENT)
    assert found.rows[0].picks == (KEEP, FILE)
    with pytest.raises(InvalidInputError, match=r"Norm .*: bij 1 veld is nog niet gekozen.*NIETS opgeslagen"):
        changes(found, {f"{ONE}|niveau": JOIN})
    (change,) = changes(found, {f"{ONE}|niveau": FILE})
    assert (change.value, change.seen, change.origin) == ("geregeld", 1, ("lijst.docx",))


# Comments


@pytest.mark.parametrize(
    ("mine", "comment", "result"),
    [
        ("", "Klopt dit?", "Klopt dit?"),
        ("Eigen", "Klopt dit?", "Eigen\n\nKlopt dit?"),
        ("Eigen\n\nKlopt dit?", "Klopt dit?", None),
        ("Klopt dit?", "Klopt dit?\n\nEn dit?", "Klopt dit?\n\nEn dit?"),
    ],
)
def test_a_comment_comes_below_what_is_there_and_once(mine: str, comment: str, result: str | None) -> None:
    here = stored(an_assessment({ONE: Answer(remark=mine)} if mine else {}))
    found = compare(comments({ONE: comment}), here, None, CONTENT)
    if result is None:
        assert (found.rows, found.same) == ((), 1)
        return
    (row,) = found.rows
    assert (row.kind, row.picks, row.default) == (Kind.FILE, (KEEP, JOIN), JOIN)
    assert after(found, {}) == {(ONE, REMARK): result}


def test_comments_in_two_files_both_come_below() -> None:
    found = compare_all([comments({ONE: "twee"}, "b"), comments({ONE: "een"}, "a")], was(""), [None] * 2, CONTENT)
    assert after(found, {}) == {(ONE, REMARK): "een\n\ntwee"}
    assert changes(found, {})[0].origin == ("a", "b")


def test_a_comment_beside_a_changed_remark_must_be_chosen() -> None:
    form = a_form({ONE: {FormField.REMARK: "uit de lijst"}})
    found = compare_all([form, comments({ONE: "uit het rapport"})], was(""), [None] * 2, CONTENT)
    assert [(row.kind, row.picks) for row in found.rows] == [(Kind.BOTH, (KEEP, FILE, JOIN))]
    assert after(found, found.choose_all(Choice.BOTH)) == {(ONE, REMARK): "uit de lijst\n\nuit het rapport"}


# The action at a norm

ACTION_TEXTS = {FormField.ACTION: "Maak een instructie", FormField.OWNER: "bestuur", FormField.DUE: "2027-03-01"}


def the_action(**fields: object) -> Action:
    return Action.model_validate({"id": ACTION_ID, "what": "Oud", "norms": (ONE,), "note": "n", **fields})


def test_a_new_action_comes_as_a_whole_with_its_norm() -> None:
    found = compare(a_form({ONE: ACTION_TEXTS}), was(""), filled({}), CONTENT)
    subject = action_subject(FORM, ONE, {})
    assert {row.group for row in found.rows} == {row.choice_id for row in found.rows} == {subject}
    assert {(row.norm_id, row.kind, row.default) for row in found.rows} == {(ONE, Kind.FILE, FILE)}
    assert after(found, {}) == {
        (subject, ActionField.WHAT): "Maak een instructie",
        (subject, ActionField.NORMS): ONE,
        (subject, ActionField.OWNER_ROLE): "bestuur",
        (subject, ActionField.DUE): "2027-03-01",
    }
    assert after(found, {subject: KEEP}) == {}


def test_an_action_of_the_form_is_the_one_it_was_made_with_wherever_it_stands_now() -> None:
    mine = stored(an_assessment({}, the_action(norms=(TWO,)), Action(id="eerder00", what="Eerder", norms=(ONE,))))
    base = filled({(ACTION, ActionField.WHAT): "Oud"}, {ONE: ACTION})
    found = compare(a_form({ONE: ACTION_TEXTS}), mine, base, CONTENT)
    assert {(row.subject, row.group, row.norm_id, row.kind) for row in found.rows} == {
        (ACTION, "", TWO, Kind.FILE)
    }
    assert after(found, {})[ACTION, ActionField.WHAT] == "Maak een instructie"
    assert after(found, {})[ACTION, ActionField.NOTE] == "n"


def test_who_filled_in_an_empty_form_made_an_action_of_their_own() -> None:
    mine = stored(an_assessment({}, the_action()))
    base = Base({(ACTION, ActionField.WHAT): "Oud"}, is_filled_before=False, actions={ONE: ACTION})
    for known, form in ((base, FORM), (None, "")):
        found = compare(a_form({ONE: ACTION_TEXTS}, form=form), mine, known, CONTENT)
        assert {row.subject == ACTION for row in found.rows} == {False}
        assert found.rows[0].kind is Kind.FILE


@pytest.mark.parametrize(("in_file", "kinds"), [("Oud", set()), ("Anders", {Kind.BOTH})])
def test_without_a_known_form_the_action_is_the_one_that_stands_there(in_file: str, kinds: set[Kind]) -> None:
    mine = stored(an_assessment({}, the_action()))
    found = compare(a_form({ONE: {FormField.ACTION: in_file}}, is_filled_before=True), mine, None, CONTENT)
    assert {row.kind for row in found.rows} == kinds
    assert {row.subject for row in found.rows} <= {ACTION}


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ({FormField.ACTION: "", FormField.OWNER: "", FormField.DUE: ""}, "weggehaald.*pagina met het plan"),
        ({FormField.ACTION: " ", FormField.OWNER: "bestuur"}, "weggehaald"),
    ],
)
def test_an_action_that_was_emptied_stays_and_is_told(texts: dict[FormField, str], told: str) -> None:
    base = filled({(ACTION, ActionField.WHAT): "Oud"}, {ONE: ACTION})
    found = compare(a_form({ONE: texts}), stored(an_assessment({}, the_action())), base, CONTENT)
    assert found.rows == ()
    (finding,) = found.findings["lijst.docx"]
    assert re.search(told, finding.text)


@pytest.mark.parametrize(
    "texts", [{FormField.OWNER: "bestuur"}, {FormField.ACTION: "", FormField.DUE: "2027-03-01"}]
)
def test_an_owner_or_date_without_an_action_makes_none_and_is_told(texts: dict[FormField, str]) -> None:
    found = compare(a_form({ONE: texts}), was(""), filled({}), CONTENT)
    assert found.rows == ()
    assert "maar geen actie" in found.findings["lijst.docx"][0].text


def test_the_owner_of_an_action_can_change_alone() -> None:
    base = filled({(ACTION, ActionField.WHAT): "Oud"}, {ONE: ACTION})
    found = compare(
        a_form({ONE: {FormField.OWNER: "bestuur"}}), stored(an_assessment({}, the_action())), base, CONTENT
    )
    assert [(row.key, row.default) for row in found.rows] == [((ACTION, ActionField.OWNER_ROLE), FILE)]


@pytest.mark.parametrize(("in_file", "kind"), [("Oud", Kind.MINE), ("Nieuw", Kind.BOTH)])
def test_an_action_that_was_removed_comes_back_only_when_somebody_says_so(in_file: str, kind: Kind) -> None:
    kept = [(ACTION, ActionField.WHAT), (ACTION, ActionField.NORMS), (ACTION, ActionField.NOTE)]
    before: dict[FieldKey, str] = {(ACTION, ActionField.WHAT): "Oud", (ACTION, ActionField.NORMS): TWO}
    found = compare(
        a_form({ONE: {FormField.ACTION: in_file}}),
        stored(an_assessment(), *kept),
        filled(before, {ONE: ACTION}),
        CONTENT,
    )
    assert {(row.kind, row.was_removed, row.group) for row in found.rows} == {(kind, True, ACTION)}
    back = {change.field: change.value for change in changes(found, {ACTION: FILE})}
    assert back == {
        ActionField.WHAT: in_file,
        ActionField.NORMS: TWO,
        ActionField.NOTE: "",
        ActionField.REMOVED: "",
    }
    assert changes(found, {ACTION: KEEP}) == []


def test_an_action_that_stays_because_nobody_knows_whether_it_was_emptied_is_told() -> None:
    form = a_form({ONE: {FormField.ACTION: "", FormField.OWNER: ""}}, is_filled_before=True)
    found = compare(form, stored(an_assessment({}, the_action())), None, CONTENT)
    assert (found.rows, [told.text[:12] for told in found.findings["lijst.docx"]]) == ((), ["1 veld is le"])


# The norms that a form was made with


def test_norms_that_are_gone_from_a_form_are_told() -> None:
    base = replace(filled({(ONE, WAS): "a"}), norms=(ONE, TWO, LAST))
    comparison = compare(a_form({ONE: {FormField.PRACTICE: "b"}}), was("a"), base, CONTENT)
    told = comparison.findings["lijst.docx"][0]
    assert told.severity is Severity.WARNING
    assert f"2 normen van deze invullijst staat niets in het bestand: {CODES[TWO]}, {CODES[LAST]}." in told.text


def test_a_norm_pasted_in_from_another_form_is_compared_as_of_an_unknown_form() -> None:
    base = replace(filled({(ONE, WAS): "nieuw"}), norms=(TWO,))
    old, empty = ({ONE: {FormField.PRACTICE: text}} for text in ("oud", ""))
    assert [row.default for row in compare(a_form(old), was("nieuw"), base, CONTENT).rows] == [None]
    assert compare(a_form(empty), was("nieuw"), base, CONTENT).rows == ()
