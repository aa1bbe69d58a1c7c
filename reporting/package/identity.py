"""What a file of ours says about itself: of which organisation, round and content it is."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from questionnaire.comparison.offered import Identity
from questionnaire.model.assessment import Assessment
from questionnaire.model.base import FIRST_LIST
from reporting.wording.answers import one_line

YES, NO = "ja", "nee"


class Property(StrEnum):
    """Names of the own properties of a file that is ours. Never rename one: they stand in files."""

    KIND = "was-wordt soort"
    FORM = "was-wordt formulier"
    ORGANISATION = "was-wordt organisatie"
    CODES = "was-wordt gemeenten"
    ROUND = "was-wordt ronde"
    REFERENCE_DATE = "was-wordt peildatum"
    LIST = "was-wordt lijst"
    CONTENT_VERSION = "was-wordt inhoudsversie"
    IS_FILLED_BEFORE = "was-wordt vooraf ingevuld"


class FileKind(StrEnum):
    """What a file of ours is, as its properties say."""

    FORM = "invullijst"
    REPORT = "rapport"
    ANNEX = "interne bijlage"
    NOTE = "collegenota"
    DELTA = "verschilrapport"


def assessment_identity(
    assessment: Assessment, form: str = "", *, is_filled_before: bool | None = None
) -> Identity:
    """Of which assessment a file is, without its id: that means nothing elsewhere."""
    organisation = assessment.organisation
    return Identity(
        form=form,
        organisation=one_line(organisation.name),
        codes=tuple(municipality.code for municipality in organisation.municipalities),
        round=assessment.round,
        reference_date=assessment.reference_date,
        list_id=one_line(assessment.list_id),
        content_version=one_line(assessment.content_version),
        is_filled_before=is_filled_before,
    )


def identity_properties(identity: Identity, kind: FileKind) -> dict[str, str]:
    """The identity as own properties of a file; what it does not say is left out."""
    is_filled = {None: "", True: YES, False: NO}[identity.is_filled_before]
    values = {
        Property.KIND: kind.value,
        Property.FORM: identity.form,
        Property.ORGANISATION: identity.organisation,
        Property.CODES: " ".join(identity.codes),
        Property.ROUND: "" if identity.round is None else str(identity.round),
        Property.REFERENCE_DATE: identity.reference_date.isoformat() if identity.reference_date else "",
        Property.LIST: identity.list_id,
        Property.CONTENT_VERSION: identity.content_version,
        Property.IS_FILLED_BEFORE: is_filled,
    }
    return {name.value: value for name, value in values.items() if value}


def read_identity(properties: Mapping[str, str]) -> Identity:
    """The identity that own properties tell; what is missing or cannot be read counts as not said."""
    found = {name: properties.get(name.value, "").strip() for name in Property}
    number = found[Property.ROUND]
    return Identity(
        form=found[Property.FORM],
        organisation=found[Property.ORGANISATION],
        codes=tuple(found[Property.CODES].split()),
        round=int(number) if number.isascii() and number.isdigit() and len(number) < 4 else None,
        reference_date=_date(found[Property.REFERENCE_DATE]),
        list_id=found[Property.LIST] or (FIRST_LIST if found[Property.KIND] else ""),
        content_version=found[Property.CONTENT_VERSION],
        is_filled_before={YES: True, NO: False}.get(found[Property.IS_FILLED_BEFORE]),
    )


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
