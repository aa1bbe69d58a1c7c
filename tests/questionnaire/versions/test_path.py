"""An assessment is brought along versions of the content, and rounds on two versions are compared in the later."""

from pathlib import Path

import pytest

from questionnaire.errors import NotFoundError
from questionnaire.model.assessment import Answer, Assessment, Level
from questionnaire.scoring.delta import Move
from questionnaire.versions.path import bring, compare_rounds, retired_before
from tests.questionnaire.plans import an_assessment
from tests.questionnaire.versions.next_version import (
    JOINED,
    MERGED,
    NEW,
    NEW_NAME,
    OLD,
    OLD_NAME,
    RETIRED,
    write_next_version,
)

LEVEL = Answer(level=Level.SOMETIMES, practice="Zo gaat het.")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_next_version(tmp_path_factory.mktemp("weg") / "inhoud")


def answered() -> Assessment:
    return an_assessment(dict.fromkeys([OLD_NAME, RETIRED, *MERGED], LEVEL))


def test_the_same_version_changes_nothing(folder: Path) -> None:
    brought = bring(answered(), OLD, folder)

    assert brought.assessment == answered()
    assert (brought.told, dict(brought.changes), brought.changed_scores) == ((), {}, ())


def test_the_changes_lead_exactly_from_the_one_to_the_other(folder: Path) -> None:
    brought = bring(answered(), NEW, folder)

    assert brought.assessment.content_version == NEW
    assert brought.assessment.answer(NEW_NAME) == LEVEL
    assert {subject for subject, _ in brought.changes} == {OLD_NAME, NEW_NAME, *MERGED, JOINED}
    assert len(brought.told) == 6


@pytest.mark.parametrize(("old", "new"), [(OLD, "1999.1"), ("1999.1", NEW), (NEW, OLD)])
def test_a_way_that_does_not_exist_is_refused(old: str, new: str, folder: Path) -> None:
    assessment = answered().model_copy(update={"content_version": old})
    with pytest.raises(NotFoundError):
        bring(assessment, new, folder)


def test_a_norm_that_only_got_another_name_did_not_move(folder: Path) -> None:
    after = bring(answered(), NEW, folder).assessment

    delta, brought = compare_rounds(answered(), after, folder)

    assert delta.count[Move.UP] == delta.count[Move.DOWN] == delta.count[Move.NEW] == delta.count[Move.GONE] == 0
    assert brought.told
    assert [each.norm_id for each in retired_before(after, folder)] == [RETIRED]
