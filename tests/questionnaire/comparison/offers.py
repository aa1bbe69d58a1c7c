"""Files that offer something and assessments to compare them with, for tests."""

from collections.abc import Mapping
from dataclasses import replace

from questionnaire.comparison.choices import changes
from questionnaire.comparison.form_fields import FieldKey, FormField
from questionnaire.comparison.model import Choices, Comparison, removed_field
from questionnaire.comparison.offered import Identity, OfferedFile, OfferedValue, Source
from questionnaire.model.assessment import Assessment
from questionnaire.model.subjects import values_of
from questionnaire.store.records import StoredAssessment

FORM = "K7QX-3M2P"


def stored(assessment: Assessment, *removed: FieldKey) -> StoredAssessment:
    """The assessment as if every value was saved once; `removed` are fields of what was taken away."""
    keys = [*values_of(assessment), *removed, *((subject, removed_field(subject)) for subject, _ in removed)]
    return StoredAssessment(assessment, {key: number for number, key in enumerate(keys, start=1)}, {})


def a_form(
    values: Mapping[str, Mapping[FormField, str]],
    name: str = "lijst.docx",
    *,
    form: str = FORM,
    is_filled_before: bool | None = None,
) -> OfferedFile:
    """A form in Word that was read."""
    offered = {
        norm_id: {field: OfferedValue(text, f"norm {norm_id}") for field, text in fields.items()}
        for norm_id, fields in values.items()
    }
    return OfferedFile(name, Source.WORD_FORM, Identity(form=form, is_filled_before=is_filled_before), offered)


def comments(values: Mapping[str, str], name: str = "rapport.docx") -> OfferedFile:
    """A report in which somebody placed comments at norms."""
    offered = {
        norm_id: {FormField.REMARK: OfferedValue(text, "opmerking 1", is_added=True)}
        for norm_id, text in values.items()
    }
    return OfferedFile(name, Source.COMMENTS, Identity(), offered)


def named(file: OfferedFile, name: str) -> OfferedFile:
    """The same file under another name."""
    return replace(file, name=name)


def after(comparison: Comparison, choices: Choices) -> dict[FieldKey, str]:
    """What is filled in after saving these choices, without what is removed."""
    values = values_of(comparison.stored.assessment)
    values |= {(change.norm_id, change.field): change.value for change in changes(comparison, choices)}
    filled = {key: value for key, value in values.items() if value}
    removed = {subject for subject, field in filled if field is removed_field(subject)}
    return {key: value for key, value in filled.items() if key[0] not in removed}
