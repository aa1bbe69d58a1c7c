"""What a form says about itself: in the table that everybody sees, and in properties that travel along unseen."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.offered import Identity, Severity
from questionnaire.errors import InvalidInputError
from questionnaire.model.questionnaire import Questionnaire
from reporting.forms.layout import IdentityField
from reporting.forms.reading.names import key
from reporting.forms.reading.offers import Offers, place_of
from reporting.forms.reading.tables import Table
from reporting.forms.values import UnreadableError, parse_value, quoted
from reporting.package.identity import NO, YES, read_identity
from reporting.wording.dutch import listed

CODES = re.compile(r"\s*\(?\b(GM[0-9]{4}(?:[\s,;]+GM[0-9]{4})*)\)?\s*$")
_FIELD_BY_KEY = {key(label.value): label for label in IdentityField}
FEWEST_ROWS = 3
"""A table with fewer of our labels is somebody's own."""
LONGEST = 400
"""As much as is read of one text in this table."""
LABELS = {
    "form": IdentityField.FORM,
    "organisation": IdentityField.ORGANISATION,
    "codes": IdentityField.ORGANISATION,
    "round": IdentityField.ROUND,
    "reference_date": IdentityField.REFERENCE_DATE,
    "list_id": IdentityField.LIST,
    "content_version": IdentityField.CONTENT_VERSION,
    "is_filled_before": IdentityField.IS_FILLED_BEFORE,
}
"""Every part of an identity with the label under which a person finds it."""
UNKNOWN_FORM = "Waarmee de lijst is gemaakt, is dus niet te zeggen. Kies bij elk verschil zelf wat u overneemt."
OWN_TO_ONE_FORM = {"form", "is_filled_before"}
"""What may differ between two forms that somebody pasted into one file."""


def is_identity(table: Table) -> bool:
    """Whether a table is the one in which a form says what it is."""
    return len(_texts(table)) >= FEWEST_ROWS


def visible_identity(table: Table, content: Questionnaire) -> Identity:
    """What the table says; what is missing or cannot be read counts as not said."""
    texts = _texts(table)
    organisation = texts.get(IdentityField.ORGANISATION, "")
    codes = CODES.search(organisation)
    number = texts.get(IdentityField.ROUND, "")
    return Identity(
        form=texts.get(IdentityField.FORM, ""),
        organisation=(organisation[: codes.start()] if codes else organisation).strip(),
        codes=tuple(re.findall("GM[0-9]{4}", codes[1])) if codes else (),
        round=int(number) if re.fullmatch("[0-9]{1,3}", number) else None,
        reference_date=_day(texts.get(IdentityField.REFERENCE_DATE, ""), content),
        list_id=texts.get(IdentityField.LIST, ""),
        content_version=texts.get(IdentityField.CONTENT_VERSION, ""),
        is_filled_before={YES: True, NO: False}.get(texts.get(IdentityField.IS_FILLED_BEFORE, "").casefold()),
    )


def identity_of_file(
    properties: Mapping[str, str], tables: Sequence[Table], content: Questionnaire, offers: Offers
) -> Identity:
    """The identity of a file; where table and properties differ, the table counts and a finding says so.

    With two numbers it is of neither form: what it was made with would then be taken from the wrong one.

    Raises:
        InvalidInputError: forms of different assessments stand in one file.
    """
    unseen = read_identity(properties)
    seen = [visible_identity(table, content) for table in tables]
    if not seen:
        return unseen
    identity, place = seen[0], place_of(None, tables[0].number)
    differing = _differing(unseen, identity)
    for part in differing:
        outcome = UNKNOWN_FORM if part == "form" else "Wat hier staat, telt."
        offers.find(
            Severity.WARNING,
            place,
            f"‘{LABELS[part].value}’ is veranderd: hier staat {quoted(_told(identity, part))}, en het bestand "
            f"zelf zegt {quoted(_told(unseen, part))}. {outcome}",
        )
    missing = {
        each.name: getattr(unseen, each.name) for each in fields(Identity) if not _told(identity, each.name)
    }
    identity = replace(identity, **missing)
    found = _of_all(identity, seen[1:], place, offers)
    return replace(found, form="") if "form" in differing else found


def _of_all(identity: Identity, others: Sequence[Identity], place: str, offers: Offers) -> Identity:
    """The identity when more forms were pasted into one file: of which form a value is, cannot be told then."""
    differing = {part for other in others for part in _differing(identity, other)}
    if differing - OWN_TO_ONE_FORM:
        labels = listed(sorted({f"‘{LABELS[part].value}’" for part in differing - OWN_TO_ONE_FORM}))
        raise InvalidInputError(
            f"In dit bestand staan invullijsten die niet bij elkaar horen: {labels} is niet overal hetzelfde. Er "
            "is niets gelezen. Maak van elke lijst een eigen bestand."
        )
    if not differing:
        return identity
    text = "In dit bestand staan verschillende invullijsten. Kies bij elk verschil zelf wat u overneemt."
    offers.find(Severity.WARNING, place, text)
    return replace(identity, form="", is_filled_before=None)


def _texts(table: Table) -> dict[IdentityField, str]:
    """The texts of the table by their label; columns may be swapped."""
    found: dict[IdentityField, str] = {}
    for row in table.rows:
        if row.is_deleted or len(row.cells) != 2:
            continue
        first, second = (" ".join(cell.text[:LONGEST].split()) for cell in row.cells)
        for label, text in ((first, second), (second, first)):
            named = _FIELD_BY_KEY.get(key(label))
            if named is not None:
                found.setdefault(named, text)
                break
    return found


def _day(text: str, content: Questionnaire) -> date | None:
    try:
        stored = parse_value(FormField.DUE, text, content)
    except UnreadableError:
        return None
    return date.fromisoformat(stored) if stored else None


def _differing(one: Identity, other: Identity) -> list[str]:
    """The parts that both tell, and differently."""
    return [
        part.name
        for part in fields(Identity)
        if _told(one, part.name) and _told(other, part.name) and _told(one, part.name) != _told(other, part.name)
    ]


def _told(identity: Identity, part: str) -> str:
    """One part as a text; "" when it was not told."""
    value = getattr(identity, part)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)
