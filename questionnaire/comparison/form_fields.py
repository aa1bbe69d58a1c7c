"""What a fillable form carries of each norm, and how an assessment stands in it. Pure.

A form shows one action at a norm: of the actions of which this is the first norm in content order, the one that is
due first. The rules and the list of fields stand in docs/decisions/0019-invullijst.md.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from hashlib import sha256

from questionnaire.model.assessment import AnswerField, Assessment
from questionnaire.model.plan import ACTION_PREFIX, Action, ActionField
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.model.subjects import SubjectField

FieldKey = tuple[str, SubjectField]
"""A subject with one of its fields, as the store has them."""


class FormField(StrEnum):
    """The fields that a form carries, in order. Never rename one: they stand in files."""

    LEVEL = "niveau"
    REASON = "reden"
    PRACTICE = "was"
    EVIDENCE = "bewijs"
    REMARK = "opmerking"
    WANTED = "wordt"
    ACTION = "actie"
    OWNER = "eigenaar"
    DUE = "datum"


ANSWER_FIELDS = {
    FormField.LEVEL: AnswerField.LEVEL,
    FormField.REASON: AnswerField.REASON,
    FormField.PRACTICE: AnswerField.PRACTICE,
    FormField.EVIDENCE: AnswerField.EVIDENCE,
    FormField.REMARK: AnswerField.REMARK,
    FormField.WANTED: AnswerField.AMBITION,
}
ACTION_FIELDS = {
    FormField.ACTION: ActionField.WHAT,
    FormField.OWNER: ActionField.OWNER_ROLE,
    FormField.DUE: ActionField.DUE,
}
FREE_TEXTS = (FormField.REASON, FormField.PRACTICE, FormField.EVIDENCE, FormField.REMARK, FormField.ACTION)

FormValues = Mapping[FormField, str]
"""The stored texts of one norm, only what is filled in."""


def form_actions(assessment: Assessment, content: Questionnaire) -> dict[str, Action]:
    """The action that a form shows at each norm, by norm id; `content` is all of it, not only the core."""
    place = {norm.id: number for number, norm in enumerate(content.norms)}
    found: dict[str, Action] = {}
    for action in sorted(assessment.actions.values(), key=lambda each: (each.due or date.max, each.id)):
        known = sorted((norm_id for norm_id in action.norms if norm_id in place), key=place.__getitem__)
        if known and action.is_to_do:
            found.setdefault(known[0], action)
    return found


def form_values(assessment: Assessment, content: Questionnaire) -> dict[str, FormValues]:
    """Everything that a form carries, by norm id, for norms in which something is filled in."""
    actions = form_actions(assessment, content)
    values: dict[str, FormValues] = {}
    for norm in content.norms:
        answer, action = assessment.answer(norm.id), actions.get(norm.id)
        texts = {field: answer.value(of_answer) for field, of_answer in ANSWER_FIELDS.items()}
        if action is not None:
            texts |= {field: action.value(of_action) for field, of_action in ACTION_FIELDS.items()}
        if filled := {field: text for field, text in texts.items() if text}:
            values[norm.id] = filled
    return values


def action_subject(form: str, norm_id: str, actions: Mapping[str, str]) -> str:
    """The subject of the action at a norm: one of `actions` (subjects by norm id), or else a new one.

    A new action has the same subject each time, so that reading a file twice does not make two actions.

    >>> action_subject("K7QX-3M2P", "een-norm", {}) == action_subject("K7QX-3M2P", "een-norm", {})
    True
    """
    if norm_id in actions:
        return actions[norm_id]
    return f"{ACTION_PREFIX}{sha256(f'{form} {norm_id}'.encode()).hexdigest()[:8]}"


def field_key(field: FormField, norm_id: str, form: str, actions: Mapping[str, str]) -> FieldKey:
    """Where the store keeps a field of a form."""
    if field in ANSWER_FIELDS:
        return norm_id, ANSWER_FIELDS[field]
    return action_subject(form, norm_id, actions), ACTION_FIELDS[field]
