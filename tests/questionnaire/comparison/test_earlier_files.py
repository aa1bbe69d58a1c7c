"""A form of the version before is read for the norms of this one; what cannot come along is told."""

from pathlib import Path

import pytest

from questionnaire.comparison.earlier_files import bring_file
from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.offered import OfferedFile
from questionnaire.versions.history import content_of
from questionnaire.versions.path import way_between
from tests.questionnaire.comparison.offers import a_form
from tests.questionnaire.versions.next_version import (
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

LEVEL, WAS, ACTION = FormField.LEVEL, FormField.PRACTICE, FormField.ACTION
FILLED = {LEVEL: "soms", WAS: "Zo gaat het."}
Values = dict[str, dict[FormField, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_next_version(tmp_path_factory.mktemp("lijsten") / "inhoud")


def brought(values: Values, folder: Path) -> OfferedFile:
    way = [(each, content_of(each.old_version, folder)) for each in way_between(OLD, NEW, folder)]
    return bring_file(a_form(values), way)


def texts(file: OfferedFile) -> Values:
    return {norm: {named: value.text for named, value in found.items()} for norm, found in file.values.items()}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({SAME_ID: FILLED}, {SAME_ID: FILLED}),
        ({OLD_NAME: FILLED}, {NEW_NAME: FILLED}),
        ({"spoedroute-bij-gevaar": FILLED}, {"spoedroute-bij-gevaar": FILLED}),
        ({RETIRED: FILLED}, {}),
        ({SPLIT: FILLED | {ACTION: "Overleg"}}, {PARTS[0]: FILLED | {ACTION: "Overleg"}, PARTS[1]: FILLED}),
        (dict.fromkeys(MERGED, FILLED), {JOINED: FILLED}),
        ({MERGED[0]: FILLED}, {JOINED: {WAS: "Zo gaat het."}}),
        ({MERGED[0]: FILLED, MERGED[1]: {LEVEL: "geregeld", WAS: ""}}, {JOINED: {WAS: "Zo gaat het."}}),
        ({MERGED[0]: {ACTION: "Een"}, MERGED[1]: {ACTION: "Twee"}}, {JOINED: {ACTION: "Een"}}),
    ],
)
def test_each_kind_of_change_takes_the_values_along(values: Values, expected: Values, folder: Path) -> None:
    file = brought(values, folder)
    assert texts(file) == expected
    assert file.identity.content_version == NEW


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({RETIRED: FILLED}, "wordt niet meer gevraagd. Dit is niet overgenomen: ‘soms / Zo gaat het.’"),
        ({SPLIT: FILLED}, "Deze norm is gesplitst."),
        ({MERGED[0]: FILLED}, "Het veld ‘niveau’ (soms) is niet gelezen."),
        ({MERGED[0]: {ACTION: "Een"}, MERGED[1]: {ACTION: "Twee"}}, "De actie is niet overgenomen: ‘Twee’"),
    ],
)
def test_what_does_not_come_along_is_told(values: Values, told: str, folder: Path) -> None:
    assert [told in finding.text for finding in brought(values, folder).findings] == [False, True]


def test_two_texts_stand_under_the_titles_of_their_norms(folder: Path) -> None:
    old = content_of(OLD, folder).norm_by_id
    file = brought({MERGED[0]: {WAS: "Een"}, MERGED[1]: {WAS: "Twee"}}, folder)
    assert texts(file) == {JOINED: {WAS: f"{old[MERGED[0]].title}: Een\n{old[MERGED[1]].title}: Twee"}}


def test_a_file_of_this_version_stays_as_it_is() -> None:
    file = a_form({SAME_ID: FILLED})
    assert bring_file(file, []) is file
