"""An organisation's own template is kept with one assessment, replaced, removed, and remembered in its history."""

import hashlib
import json
from collections.abc import Callable

import pytest

from questionnaire.errors import InvalidInputError, NotFoundError
from questionnaire.model.assessment import Depth
from questionnaire.store import MAX_TEMPLATE, KeptTemplate, Store, TemplateConflictError
from tests.questionnaire.store.builders import DAY, NOON, ORGANISATION

BYTES = b"PK\x03\x04" + bytes(range(256))


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def an_assessment(store: Store) -> str:
    return store.create(ORGANISATION, Depth.CORE, DAY, "2026.1")


def test_without_a_template_of_its_own_the_standard_one_is_used(store: Store, assessment_id: str) -> None:
    for known in (assessment_id, "bestaat-niet"):
        assert store.templates.find(known) is None
        assert store.templates.content(known) is None


@pytest.mark.parametrize("seen", ["", sha(b"oud"), "onzin"])
def test_a_template_that_the_user_did_not_see_stays(store: Store, assessment_id: str, seen: str) -> None:
    store.templates.keep(assessment_id, "nu.docx", BYTES, author="")
    for change in (
        lambda: store.templates.keep(assessment_id, "x.docx", b"nieuw", author="", instead_of=seen),
        lambda: store.templates.remove(assessment_id, author="", instead_of=seen),
    ):
        with pytest.raises(TemplateConflictError) as caught:
            change()
        assert caught.value.theirs == sha(BYTES)
    assert store.templates.content(assessment_id) == BYTES


def test_a_template_that_the_user_saw_is_replaced_and_removed(store: Store, assessment_id: str) -> None:
    store.templates.keep(assessment_id, "een.docx", b"een", author="", instead_of="")
    store.templates.keep(assessment_id, "twee.docx", b"twee", author="", instead_of=sha(b"een"))
    store.templates.remove(assessment_id, author="", instead_of=sha(b"twee"))
    assert store.templates.find(assessment_id) is None


def test_a_template_is_there_after_opening_again(store: Store, url: str, assessment_id: str) -> None:
    kept = store.templates.keep(assessment_id, "huisstijl.docx", BYTES, author=" beleid ")
    store.close()
    again = Store.open(url)
    assert kept == KeptTemplate("huisstijl.docx", sha(BYTES), NOON, "beleid")
    assert again.templates.find(assessment_id) == kept
    assert again.templates.content(assessment_id) == BYTES
    again.close()


def test_a_new_template_takes_the_place_of_the_old_one(store: Store, assessment_id: str) -> None:
    store.templates.keep(assessment_id, "oud.docx", b"oud", author="")
    store.templates.keep(assessment_id, "nieuw.docx", b"nieuw", author="")
    assert store.templates.content(assessment_id) == b"nieuw"


def test_history_tells_what_was_used_and_removed_and_the_bytes_are_gone(store: Store, assessment_id: str) -> None:
    store.templates.keep(assessment_id, "huisstijl.docx", BYTES, author="beleid")
    store.templates.remove(assessment_id, author="ict")
    store.templates.remove(assessment_id, author="ict")
    assert (store.templates.find(assessment_id), store.templates.content(assessment_id)) == (None, None)
    removed, kept, _ = store.detail_history(assessment_id)
    assert (kept.kind, kept.author, removed.kind, removed.author) == ("sjabloon", "beleid", "sjabloon-weg", "ict")
    assert json.loads(kept.value) == json.loads(removed.value) == {"naam": "huisstijl.docx", "sha256": sha(BYTES)}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Sjablonen\\Huisstijl 2026.docx", "Huisstijl 2026.docx"),
        ("../../etc/x.docx", "x.docx"),
        ("a\nb\x00.docx", "a b.docx"),
        ("", "sjabloon.docx"),
        ("x" * 200, "x" * 120),
    ],
)
def test_a_name_is_for_people_and_never_a_path(store: Store, assessment_id: str, given: str, kept: str) -> None:
    assert store.templates.keep(assessment_id, given, BYTES, author="").name == kept


@pytest.mark.parametrize("content", [b"", bytes(MAX_TEMPLATE + 1)])
def test_a_template_that_is_empty_or_too_large_changes_nothing(
    store: Store, assessment_id: str, content: bytes
) -> None:
    store.templates.keep(assessment_id, "goed.docx", BYTES, author="")
    with pytest.raises(InvalidInputError, match="Er is NIETS bewaard"):
        store.templates.keep(assessment_id, "fout.docx", content, author="")
    assert store.templates.content(assessment_id) == BYTES
    assert len(store.detail_history(assessment_id)) == 2


def test_templates_of_two_assessments_never_mix(store: Store, assessment_id: str) -> None:
    other = an_assessment(store)
    store.templates.keep(assessment_id, "een.docx", b"een", author="")
    store.templates.keep(other, "ander.docx", b"ander", author="")
    store.templates.remove(other, author="")
    assert store.templates.content(assessment_id) == b"een"


REFUSALS: list[Callable[[Store, str], object]] = [
    lambda store, missing: store.templates.keep(missing, "x.docx", BYTES, author=""),
    lambda store, missing: store.templates.remove(missing, author=""),
]


@pytest.mark.parametrize("act", REFUSALS)
def test_an_assessment_that_is_not_there_has_no_template(
    store: Store, assessment_id: str, act: Callable[[Store, str], object]
) -> None:
    store.templates.keep(assessment_id, "x.docx", BYTES, author="")
    store.remove(assessment_id, author="")
    for missing in ("bestaat-niet", assessment_id):
        with pytest.raises(NotFoundError, match="Ga naar de startpagina"):
            act(store, missing)
        assert store.templates.content(missing) is None
    store.restore(assessment_id)
    assert store.templates.content(assessment_id) == BYTES
