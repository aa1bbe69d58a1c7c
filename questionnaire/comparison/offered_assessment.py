"""A whole assessment, such as one from a JSON file, as something to take values from. Pure; see decision 0020."""

from collections.abc import Iterator

from questionnaire.comparison.form_fields import FieldKey
from questionnaire.comparison.offered import Finding, Identity, OfferedFile, OfferedValue, Severity, Source
from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import AnswerField, Assessment
from questionnaire.model.cleaning import MAX_TEXT, clean
from questionnaire.model.plan import ActionField
from questionnaire.model.plan_checks import checked_action_value, checked_process_value
from questionnaire.model.subjects import SubjectField, values_of


def offered_assessment(assessment: Assessment, name: str) -> OfferedFile:
    """Offer everything that is filled in; what was removed is not offered, and what does not fit is told.

    Args:
        assessment: As `exchange.from_json` reads it.
        name: Of the file, for people.
    """
    removed = {entry.subject for entry in assessment.actions.values() if entry.removed}
    removed |= {entry.subject for entry in assessment.process.values() if entry.removed}
    others: dict[FieldKey, OfferedValue] = {}
    findings = list(_not_taken(assessment))
    for (subject, field), value in values_of(assessment).items():
        if subject in removed:
            continue
        try:
            others[subject, field] = OfferedValue(_stored(field, value), "")
        except InvalidInputError:
            text = "Deze waarde is te lang of past hier niet. Zij is niet gelezen. Neem haar zelf over."
            findings.append(Finding(Severity.ERROR, f"{subject} > {field.value}", text))
    return OfferedFile(name, Source.ASSESSMENT, _identity(assessment), others=others, findings=tuple(findings))


def _stored(field: SubjectField, value: str) -> str:
    """The text as the store keeps it, so that reading it twice gives no difference."""
    if isinstance(field, ActionField):
        return checked_action_value(field, value)
    if not isinstance(field, AnswerField):
        return checked_process_value(field, value)
    if len(text := clean(value)) > MAX_TEXT:
        raise InvalidInputError(f"Deze tekst is te lang: {len(text)} tekens, en er passen er {MAX_TEXT}.")
    return text


def _identity(assessment: Assessment) -> Identity:
    return Identity(
        organisation=assessment.organisation.name,
        codes=tuple(municipality.code for municipality in assessment.organisation.municipalities),
        round=assessment.round,
        reference_date=assessment.reference_date,
        list_id=assessment.list_id,
        content_version=assessment.content_version,
    )


def _not_taken(assessment: Assessment) -> Iterator[Finding]:
    if assessment.particulars.filled():
        text = "De gegevens voor het rapport in dit bestand worden niet overgenomen. Die van hier blijven staan."
        yield Finding(Severity.NOTE, "", text)
