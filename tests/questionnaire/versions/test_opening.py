"""A file of any version that this product has is opened, and comes back the same whatever changed on the way."""

import json
from pathlib import Path

import pytest

from questionnaire.errors import InvalidInputError
from questionnaire.exchange.document import to_json
from questionnaire.model.assessment import Answer, Assessment, Level
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.plan import Action
from questionnaire.versions.history import content_of
from questionnaire.versions.opening import earlier_ids, open_file
from questionnaire.versions.path import bring
from tests.questionnaire.plans import an_assessment
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

BY_CHANGE = {
    "split": [SPLIT],
    "merged": MERGED,
    "merged-of-one": MERGED[:1],
    "retired": [RETIRED],
    "renamed": [OLD_NAME],
    "reworded": [SAME_ID],
    "all": [SPLIT, *MERGED, RETIRED, OLD_NAME, SAME_ID],
}
ANSWER = Answer(level=Level.SOMETIMES, practice="Zo gaat het.")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_next_version(tmp_path_factory.mktemp("opening") / "inhoud")


def answered(change: str) -> Assessment:
    """In the old version, with an answer and an action for each norm of this change."""
    norms = tuple(BY_CHANGE[change])
    answers = {norm: ANSWER.model_copy(update={"remark": norm}) for norm in norms}
    return an_assessment(answers, Action(id="aB3_-x90", what="Overleg", norms=norms))


@pytest.mark.parametrize("change", BY_CHANGE)
def test_what_was_moved_goes_out_and_comes_back_the_same(change: str, folder: Path) -> None:
    moved = bring(answered(change), NEW, folder).assessment
    assert open_file(to_json(moved, content_of(NEW, folder)), folder) == moved


@pytest.mark.parametrize("change", BY_CHANGE)
def test_a_file_of_the_version_before_comes_along_the_same_way(change: str, folder: Path) -> None:
    before = answered(change)
    read = open_file(to_json(before, content_of(OLD, folder)), folder)
    assert read == before
    assert bring(read, NEW, folder).assessment == bring(before, NEW, folder).assessment


def test_an_answer_to_a_new_norm_goes_out_and_comes_back(folder: Path) -> None:
    made = an_assessment({ADDED: ANSWER}).model_copy(update={"content_version": NEW})
    assert open_file(to_json(made, content_of(NEW, folder)), folder) == made


def test_answers_that_were_too_long_to_merge_come_back_as_well(folder: Path) -> None:
    long = {norm: Answer(practice=norm[4] * (MAX_TEXT - 50)) for norm in MERGED}
    moved = bring(an_assessment(long), NEW, folder).assessment
    assert {JOINED, *MERGED} <= moved.answers.keys()
    assert open_file(to_json(moved, content_of(NEW, folder)), folder) == moved


def test_only_what_was_asked_before_a_version_may_stand_in_it(folder: Path) -> None:
    assert earlier_ids(OLD, folder) == frozenset()
    assert earlier_ids(NEW, folder) == {SPLIT, *MERGED, RETIRED, OLD_NAME, SAME_ID}
    text = to_json(answered("retired"), content_of(OLD, folder)).replace(RETIRED, PARTS[0])
    with pytest.raises(InvalidInputError, match="deze norm bestaat niet"):
        open_file(text, folder)


@pytest.mark.parametrize("version", ["1999.1", "../..", "2199.1"])
def test_a_version_that_this_product_does_not_have_is_refused(version: str, folder: Path) -> None:
    document = json.loads(to_json(answered("renamed"), content_of(OLD, folder))) | {"inhoudsversie": version}
    with pytest.raises(InvalidInputError, match=f"versie {NEW}. Gebruik een programma met die versie"):
        open_file(json.dumps(document), folder)
    assert NEW_NAME in content_of(NEW, folder).norm_by_id
