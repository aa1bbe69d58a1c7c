"""Particulars are kept one by one: nobody's text is overwritten unseen, and an older database gets them too."""

import sqlite3
from contextlib import closing
from pathlib import Path

import alembic.command
import pytest
from alembic.config import Config
from pydantic import ValidationError

from questionnaire.errors import InvalidInputError, NotFoundError
from questionnaire.model.assessment import (
    MAX_PARTICULAR,
    Answer,
    Confidentiality,
    Depth,
    Level,
    ParticularField,
    Particulars,
)
from questionnaire.store import DetailKind, ParticularConflictError, Store
from questionnaire.store.database import connect
from questionnaire.store.schema import MIGRATIONS
from tests.questionnaire.store.builders import NOON

NOTHING = Particulars()
FULL = Particulars(
    reference="Z/2026/0042",
    version="0.3",
    drafter_role="beleidsmedewerker",
    portfolio_holder="wethouder Zorg",
    confidentiality=Confidentiality.PARTLY_PUBLIC,
    retention="5 jaar na vaststelling",
)


# The values


def test_every_field_can_be_read_and_replaced_by_its_stored_name() -> None:
    made = NOTHING
    for field in ParticularField:
        made = made.replace(field, FULL.value(field))
        assert made.value(field) == FULL.value(field) != ""
    assert made == FULL
    assert list(FULL.filled()) == [field.value for field in ParticularField]
    for field in ParticularField:
        made = made.replace(field, "")
    assert (made, made.filled()) == (NOTHING, {})


def test_a_particular_is_one_clean_line() -> None:
    assert Particulars(reference="Z\x00 1\r\n2\t3\ud800").reference == "Z 1 2 3"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (ParticularField.REFERENCE, "x" * (MAX_PARTICULAR + 1)),
        (ParticularField.CONFIDENTIALITY, "geheim"),
        (ParticularField.CONFIDENTIALITY, "Openbaar"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(field: ParticularField, value: str) -> None:
    with pytest.raises(InvalidInputError, match=f"past niet bij '{field}'. Zij is NIET opgeslagen"):
        FULL.replace(field, value)
    with pytest.raises(ValidationError):
        Particulars.model_validate({field.value: value})


# Keeping


def test_what_is_kept_comes_back_and_stays_in_history(store: Store, path: Path, assessment_id: str) -> None:
    assert store.details(assessment_id).particulars_saved_at is None
    assert store.set_particulars(assessment_id, FULL, seen=NOTHING, author=" beleid ") == FULL
    later = FULL.replace(ParticularField.VERSION, "1.0").replace(ParticularField.REFERENCE, "")
    store.set_particulars(assessment_id, later, seen=FULL, author="")
    store.close()
    again = Store.open(f"sqlite:///{path}")
    assert again.load(assessment_id).assessment.particulars == later
    details = again.details(assessment_id)
    assert (details.particulars, details.particulars_saved_at) == (later, NOON)
    second, first, _ = again.detail_history(assessment_id)
    assert (second.kind, second.value, second.author) == ("gegevens", '{"kenmerk": "", "versie": "1.0"}', "")
    assert (first.kind, first.author) == (DetailKind.PARTICULARS, "beleid")
    assert '"portefeuillehouder": "wethouder Zorg"' in first.value


def test_saving_what_already_stands_there_is_no_event(store: Store, assessment_id: str) -> None:
    store.set_particulars(assessment_id, FULL, seen=NOTHING, author="")
    assert store.set_particulars(assessment_id, FULL, seen=NOTHING, author="") == FULL
    assert len(store.detail_history(assessment_id)) == 2


def test_colleagues_who_change_different_fields_do_not_hinder_each_other(store: Store, assessment_id: str) -> None:
    store.set_particulars(assessment_id, Particulars(reference="Z1"), seen=NOTHING, author="")
    both = store.set_particulars(assessment_id, Particulars(version="2"), seen=NOTHING, author="")
    assert both == Particulars(reference="Z1", version="2") == store.load(assessment_id).assessment.particulars


@pytest.mark.parametrize("field", list(ParticularField))
def test_a_field_that_changed_meanwhile_is_a_conflict_and_nothing_is_kept(
    store: Store, assessment_id: str, field: ParticularField
) -> None:
    theirs = "openbaar" if field is ParticularField.CONFIDENTIALITY else "van hen"
    store.set_particulars(assessment_id, NOTHING.replace(field, theirs), seen=NOTHING, author="")
    with pytest.raises(ParticularConflictError) as caught:
        store.set_particulars(assessment_id, FULL, seen=NOTHING, author="")
    assert vars(caught.value) == {"field": field, "mine": FULL.value(field), "theirs": theirs}
    assert store.load(assessment_id).assessment.particulars == NOTHING.replace(field, theirs)
    assert len(store.detail_history(assessment_id)) == 2


def test_an_assessment_that_is_not_there_has_no_particulars(store: Store, assessment_id: str) -> None:
    store.remove(assessment_id, author="")
    for missing in ("bestaat-niet", assessment_id):
        with pytest.raises(NotFoundError):
            store.set_particulars(missing, FULL, seen=NOTHING, author="")
        with pytest.raises(NotFoundError):
            store.details(missing)


def test_particulars_come_along_with_an_import(store: Store, assessment_id: str) -> None:
    store.set_particulars(assessment_id, FULL, seen=NOTHING, author="")
    copy = store.import_assessment(store.load(assessment_id).assessment, author="")
    assert store.load(copy).assessment.particulars == FULL
    assert store.details(copy).particulars_saved_at == NOON


# A database of an earlier version


def test_a_database_of_the_first_version_keeps_all_its_answers(path: Path) -> None:
    database = connect(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        alembic.command.upgrade(config, "0001")
    database.close()
    with closing(sqlite3.connect(path)) as old, old:
        old.execute(
            'INSERT INTO assessment VALUES (\'oud\', \'{"soort": "samenwerking", "naam": "Samen Sterk"}\', '
            "'kern', '2025-12-31', '2025.1', '2025-12-01 10:00:00.000000', NULL)"
        )
        old.executemany(
            "INSERT INTO answer_event (assessment_id, norm_id, field, value, author, at, seen) "
            "VALUES ('oud', ?, ?, ?, 'beleid', '2025-12-02 10:00:00.000000', 0)",
            [("n1", "niveau", "soms"), ("n1", "was", "Elke week"), ("n2", "niveau", "weet-ik-niet")],
        )

    store = Store.open(f"sqlite:///{path}")
    found = store.load("oud")
    assert found.assessment.answers == {
        "n1": Answer(level=Level.SOMETIMES, practice="Elke week"),
        "n2": Answer(level=Level.UNKNOWN),
    }
    assert (found.assessment.depth, found.assessment.particulars) == (Depth.CORE, NOTHING)
    assert [event.author for event in store.history("oud", "n1")] == ["beleid"] * 2
    store.set_particulars("oud", FULL, seen=NOTHING, author="")
    assert store.load("oud").assessment.particulars == FULL
    store.close()
