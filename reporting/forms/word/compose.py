"""From a choice of norms to everything that stands in the Word form. Pure."""

from collections.abc import Mapping
from datetime import date

from questionnaire.comparison.form_fields import FormField, FormValues, form_values
from questionnaire.model.assessment import OrganisationKind
from questionnaire.model.questionnaire import Norm, Questionnaire
from reporting.document.pieces import Chosen, Control, ControlKind, Labelled, Line
from reporting.forms.guidance import AID, FILLED_BEFORE, IMPROVE, NO_RESIDENTS, TITLE
from reporting.forms.layout import (
    LABELS,
    PLACEHOLDERS,
    FormChoice,
    choices,
    field_tag,
    identity_rows,
    level_label,
    shown,
)
from reporting.forms.other_actions import OtherActions, other_actions
from reporting.forms.word.content import FormContent, FormNorm, FormSection
from reporting.wording.answers import depth_name, organisation_name, section_title, status_text
from reporting.wording.dutch import as_sentence, date_text, either, with_capital

GUIDANCE = (
    (
        "Kies per norm het niveau dat past bij hoe het nu gaat, en schrijf bij ‘was’ op hoe het gaat. Weet u het "
        "niet? Kies ‘Weet ik niet’ of laat het leeg."
    ),
    IMPROVE,
    NO_RESIDENTS,
    (
        "U typt alleen in de rechterkolom. De rest is beveiligd, zonder wachtwoord. Laat uw programma u niet "
        "typen? Zet de beveiliging uit (in Word: Controleren > Bewerking beperken) en laat de nummers van de "
        "normen staan."
    ),
    "Op papier? Schrijf in de vakken. Omcirkel het niveau, of schrijf het cijfer op.",
    "Klaar? Sla de lijst op als Word-document (.docx) en stuur hem terug naar wie hem aan u gaf.",
)
KINDS = {
    FormField.LEVEL: ControlKind.CHOICE,
    FormField.WANTED: ControlKind.CHOICE,
    FormField.OWNER: ControlKind.CHOICE,
    FormField.DUE: ControlKind.DATE,
}
"""All other fields are texts."""
WITH_VALUE = frozenset(KINDS)
Choices = Mapping[FormField, tuple[tuple[str, str], ...]]


def compose_form(choice: FormChoice, printed_on: date) -> FormContent:
    """Compose the form; `printed_on` is the day on which it is made."""
    assessment, content = choice.assessment, choice.content
    values = form_values(assessment, content) if choice.is_filled_before else {}
    shows = {field: tuple(choices(field, content).items()) for field in FormField}
    others = other_actions(choice)
    sections = tuple(
        FormSection(
            title=section_title(section),
            introduction=section.introduction,
            norms=tuple(_norm(norm, values.get(norm.id, {}), shows, others, content) for norm in norms),
        )
        for section, norms in choice.sections
    )
    is_example = assessment.organisation.kind is OrganisationKind.EXAMPLE
    return FormContent(
        title=TITLE,
        organisation=organisation_name(assessment.organisation),
        status=f"{with_capital(assessment.status.value)}{' · verzonnen voorbeeld' if is_example else ''}",
        depth=depth_name(assessment),
        reference_date=date_text(assessment.reference_date),
        printed_on=date_text(printed_on),
        particulars=tuple(Labelled(label.value, text) for label, text in identity_rows(choice, printed_on)),
        aid=AID,
        guidance=tuple(Line(text) for text in (*((FILLED_BEFORE,) if choice.is_filled_before else ()), *GUIDANCE)),
        scale=tuple(Labelled(level_label(entry), entry.description) for entry in content.scale),
        contents=(Chosen(),) if len(sections) > 1 else (),
        sections=sections,
    )


def _norm(
    norm: Norm, values: FormValues, shows: Choices, others: Mapping[str, OtherActions], content: Questionnaire
) -> FormNorm:
    controls = {field: _control(field, norm, values.get(field, ""), shows, content) for field in FormField}
    notes = [Labelled("", status_text(norm, content))]
    if norm.warning:
        notes.append(Labelled("Let op: ", norm.warning))
    return FormNorm(
        code=norm.code,
        title=norm.title,
        statement=norm.statement,
        evidence=tuple(Line(as_sentence(with_capital(item))) for item in norm.evidence),
        notes=tuple(notes),
        other_actions=_others(others.get(norm.id)),
        level=controls[FormField.LEVEL],
        reason=controls[FormField.REASON],
        practice=controls[FormField.PRACTICE],
        proof=controls[FormField.EVIDENCE],
        remark=controls[FormField.REMARK],
        wanted=controls[FormField.WANTED],
        action=controls[FormField.ACTION],
        owner=controls[FormField.OWNER],
        due=controls[FormField.DUE],
    )


def _control(field: FormField, norm: Norm, value: str, shows: Choices, content: Questionnaire) -> Control:
    return Control(
        kind=KINDS.get(field, ControlKind.TEXT),
        label=f"{norm.code} {LABELS[field]}",
        tag=field_tag(norm.id, field),
        placeholder=PLACEHOLDERS[field],
        text=shown(field, value, content),
        value=value if field in WITH_VALUE else "",
        choices=shows[field],
    )


def _others(others: OtherActions | None) -> tuple[Line, ...]:
    if others is None:
        return ()
    return (Line(f"In het plan {either(others.number, 'staat', 'staan')} nog {others.text} bij deze norm."),)
