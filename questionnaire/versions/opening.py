"""Opens an exchange file of the present version of the content, or of an earlier one; stores nothing."""

from pathlib import Path

from questionnaire.errors import NotFoundError
from questionnaire.exchange.document import read_document
from questionnaire.exchange.parsing import cleaned, not_too_deep, parsed
from questionnaire.loading.loader import CONTENT
from questionnaire.model.assessment import Assessment
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.versions.history import content_of, present, transitions


def open_file(data: bytes | str, folder: Path = CONTENT, at_hand: Questionnaire | None = None) -> Assessment:
    """Read a file that `exchange.to_json` wrote, in the version of the content that it belongs to.

    Bringing it further is another step (`path.bring`), so that what changes can be told first. What was filled in
    for a norm that was retired on the way to its version is read as well. Content `at_hand` serves the version
    that it has.

    Raises:
        ContentError: The files of an earlier version are wrong.
        InvalidInputError: As `exchange.from_json`; also for a version that this product does not have.
    """
    with not_too_deep():
        document = cleaned(parsed(data))
        content = _content(document, folder, at_hand)
        return read_document(document, content, earlier_ids(content.version, folder))


def earlier_ids(version: str, folder: Path = CONTENT) -> frozenset[str]:
    """Ids of norms that an answer of this version may still stand under, asked before it and named no more."""
    found: set[str] = set()
    for transition in transitions(folder):
        if transition.old_version == version:
            break
        found |= transition.new_ids.keys()
    return frozenset(found)


def _content(document: object, folder: Path, at_hand: Questionnaire | None) -> Questionnaire:
    """The content that the file names; the present one when this product does not have it, which then refuses."""
    version = document.get("inhoudsversie") if isinstance(document, dict) else None
    if at_hand and version == at_hand.version:
        return at_hand
    try:
        return content_of(version, folder) if isinstance(version, str) else present(folder)
    except NotFoundError:
        return present(folder)
