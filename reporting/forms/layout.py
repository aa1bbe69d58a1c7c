"""What every form says in the same words, so that it can be read back: labels, tags, choices and its identity.

Shared by whoever writes a form and whoever reads one. Decision 0019 tells what a form carries and why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.offered import Identity
from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import AMBITIONS, Assessment
from questionnaire.model.questionnaire import Norm, Questionnaire, ScaleLevel, Section
from reporting.package.identity import NO, YES, assessment_identity
from reporting.wording.answers import one_line
from reporting.wording.dutch import date_text

TAG_START = "ww1"
"""The first part of every tag of ours: the version of the form."""
NORM_LABEL = "Norm"
"""What stands left of the number and title; that row starts a norm."""
LABELS: Mapping[FormField, str] = {
    FormField.LEVEL: "Niveau (hoe het nu is)",
    FormField.REASON: "Waarom niet van toepassing",
    FormField.PRACTICE: "Was: hoe gaat het nu?",
    FormField.EVIDENCE: "Bewijs",
    FormField.REMARK: "Opmerking",
    FormField.WANTED: "Wordt: gewenst niveau",
    FormField.ACTION: "Actie",
    FormField.OWNER: "Eigenaar (rol)",
    FormField.DUE: "Klaar op",
}
"""What stands left of each field, in the order of the form."""
PLACEHOLDERS: Mapping[FormField, str] = {
    FormField.LEVEL: "Kies: 0, 1, 2, 3, 4, weet ik niet of n.v.t.",
    FormField.REASON: "Alleen bij n.v.t.: schrijf hier de reden",
    FormField.PRACTICE: "Schrijf hier hoe het nu gaat",
    FormField.EVIDENCE: "Welk document of welke afspraak, en sinds wanneer",
    FormField.REMARK: "Schrijf hier wat u erbij kwijt wilt",
    FormField.WANTED: "Kies: 1, 2, 3 of 4",
    FormField.ACTION: "Schrijf hier wat u gaat doen",
    FormField.OWNER: "Kies een rol",
    FormField.DUE: "Kies een datum (dd-mm-jjjj)",
}
"""What stands in an empty field; it counts as empty."""
DATE_FORMAT = "%d-%m-%Y"
_FIELD_BY_VALUE = {field.value: field for field in FormField}


class IdentityField(StrEnum):
    """What a form says about itself in its first table; the values are the labels there."""

    ORGANISATION = "Organisatie"
    ROUND = "Ronde"
    REFERENCE_DATE = "Peildatum"
    SELECTION = "Selectie"
    RECIPIENT = "Voor"
    FORM = "Formuliernummer"
    LIST = "Vragenlijst"
    CONTENT_VERSION = "Versie vragenlijst"
    IS_FILLED_BEFORE = "Ingevuld vooraf"
    PRINTED_ON = "Gemaakt op"


@dataclass(frozen=True, slots=True)
class FormChoice:
    """Which norms go into a form, for whom, and whether what is known is filled in.

    Raises:
        InvalidInputError: no norms, or one that does not exist.
    """

    content: Questionnaire
    """All of it, not only the core."""
    assessment: Assessment
    norms: tuple[str, ...]
    """Ids of norms; the form has them in content order, whatever the order here."""
    form: str = ""
    """The number under which the form is known, such as "K7QX-3M2P"; empty for none."""
    recipient: str = ""
    """A role or a name in own words, shown when given."""
    selection: str = ""
    """What was chosen, in words, such as "Stap 3 · Coördineren" or "6 normen"."""
    is_filled_before: bool = True

    def __post_init__(self) -> None:
        if not self.norms:
            raise InvalidInputError(
                "De invullijst heeft geen normen. Er is niets gemaakt. Kies ten minste één norm."
            )
        if unknown := [norm_id for norm_id in self.norms if norm_id not in self.content.norm_by_id]:
            raise InvalidInputError(
                f"De norm '{unknown[0][:45]}' bestaat niet in deze versie van de vragenlijst. "
                "Er is niets gemaakt. Kies de normen opnieuw."
            )

    @property
    def sections(self) -> tuple[tuple[Section, tuple[Norm, ...]], ...]:
        """Each step or theme with its chosen norms, in content order; only those that have any."""
        wanted = set(self.norms)
        found = (
            (section, tuple(norm for norm in section.norms if norm.id in wanted))
            for section in self.content.sections
        )
        return tuple((section, norms) for section, norms in found if norms)


def field_tag(norm_id: str, field: FormField) -> str:
    """The tag of the control for one field; at most 64 characters, as Word asks.

    >>> field_tag("een-norm", FormField.PRACTICE)
    'ww1|een-norm|was'
    """
    return f"{TAG_START}|{norm_id}|{field}"


def parse_tag(tag: str) -> tuple[str, FormField] | None:
    """The norm id and field of a tag of ours, or None for any other tag; whether the norm exists is not looked at.

    >>> parse_tag("ww1|een-norm|was") == ("een-norm", FormField.PRACTICE), parse_tag("ww1|een-norm|anders")
    (True, None)
    """
    start, _, rest = tag.partition("|")
    norm_id, _, field = rest.rpartition("|")
    found = _FIELD_BY_VALUE.get(field)
    if start != TAG_START or not norm_id or found is None:
        return None
    return norm_id, found


def level_label(entry: ScaleLevel) -> str:
    """A level as it stands in a form: "2 · Deels geregeld", or "Weet ik niet"."""
    return entry.label if entry.level.height is None else f"{entry.level.height} · {entry.label}"


def choices(field: FormField, content: Questionnaire) -> dict[str, str]:
    """What can be chosen in a field: labels by stored value, in order; empty for a text or a date."""
    if field is FormField.OWNER:
        return {role.id: role.label for role in content.roles}
    if field not in (FormField.LEVEL, FormField.WANTED):
        return {}
    entries = (entry for entry in content.scale if field is FormField.LEVEL or entry.level in AMBITIONS)
    return {entry.level.value: level_label(entry) for entry in entries}


def shown(field: FormField, value: str, content: Questionnaire) -> str:
    """A stored value as it stands in a form; a role or level that this content does not know as it is stored.

    >>> from questionnaire.loading.loader import questionnaire
    >>> shown(FormField.LEVEL, "soms", questionnaire()), shown(FormField.DUE, "2027-03-01", questionnaire())
    ('1 · Soms', '01-03-2027')
    """
    if field is FormField.DUE and value:
        return date.fromisoformat(value).strftime(DATE_FORMAT)
    return choices(field, content).get(value, value)


def norm_title(norm: Norm) -> str:
    """Number and title as they stand in the row that starts a norm."""
    return f"{norm.code} · {norm.title}"


def identity_of(choice: FormChoice) -> Identity:
    """What the form says about itself to whoever reads it back."""
    return assessment_identity(choice.assessment, choice.form, is_filled_before=choice.is_filled_before)


def identity_rows(choice: FormChoice, printed_on: date) -> tuple[tuple[IdentityField, str], ...]:
    """The first table of a form: label and text, without those that have no text."""
    identity = identity_of(choice)
    codes = f" ({', '.join(identity.codes)})" if identity.codes else ""
    rows = (
        (IdentityField.ORGANISATION, f"{identity.organisation}{codes}"),
        (IdentityField.ROUND, str(identity.round)),
        (IdentityField.REFERENCE_DATE, date_text(choice.assessment.reference_date)),
        (IdentityField.SELECTION, one_line(choice.selection)),
        (IdentityField.RECIPIENT, one_line(choice.recipient)),
        (IdentityField.FORM, identity.form),
        (IdentityField.LIST, identity.list_id),
        (IdentityField.CONTENT_VERSION, identity.content_version),
        (IdentityField.IS_FILLED_BEFORE, YES if choice.is_filled_before else NO),
        (IdentityField.PRINTED_ON, date_text(printed_on)),
    )
    return tuple((label, text) for label, text in rows if text)
