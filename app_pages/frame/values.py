"""Stored values in words: how each field is named, and what a level, quarter, role or choice is called."""

from collections.abc import Callable
from datetime import date

from app_pages.frame.widgets import level_label
from app_pages.session import session
from questionnaire.model.assessment import AnswerField, Level, ParticularField
from questionnaire.model.plan import ActionField, ActionStatus, Certainty, Effort, ProcessField, Quarter
from questionnaire.model.subjects import SubjectField
from reporting.wording.dutch import date_text

FIELD_NAMES: dict[SubjectField, str] = {
    AnswerField.LEVEL: "het niveau",
    AnswerField.PRACTICE: "hoe het nu gaat",
    AnswerField.EVIDENCE: "het bewijs",
    AnswerField.LINK: "de link of vindplaats",
    AnswerField.REMARK: "de opmerking",
    AnswerField.REASON: "de reden",
    AnswerField.OTHERWISE: "wat anders is geregeld",
    AnswerField.AMBITION: "de ambitie",
    AnswerField.QUARTER: "het kwartaal van de ambitie",
    AnswerField.CERTAINTY: "de zekerheid",
    AnswerField.RECONFIRM: "nog te bevestigen",
    ActionField.WHAT: "wat er gebeurt",
    ActionField.NORMS: "de normen",
    ActionField.OWNER_ROLE: "de rol van de eigenaar",
    ActionField.OWNER_NAME: "de naam van de eigenaar",
    ActionField.DUE: "de datum",
    ActionField.EFFORT: "de omvang",
    ActionField.STATUS: "de stand",
    ActionField.NOTE: "de notitie",
    ActionField.EXPECTED: "wat het oplevert",
    ActionField.REMOVED: "verwijderd",
    ProcessField.POSITION: "de plaats",
    ProcessField.WHAT: "wat er gebeurt",
    ProcessField.WHO: "wie het doet",
    ProcessField.HANDOVER: "de overdracht",
    ProcessField.WAITING: "het wachtpunt",
    ProcessField.DIFFERENCE: "wijkt af",
    ProcessField.REMOVED: "verwijderd",
}

PARTICULAR_NAMES = {
    ParticularField.REFERENCE: "het kenmerk",
    ParticularField.VERSION: "de versie",
    ParticularField.DRAFTER_ROLE: "de opsteller",
    ParticularField.PORTFOLIO_HOLDER: "de portefeuillehouder",
    ParticularField.CONFIDENTIALITY: "de vertrouwelijkheid",
    ParticularField.RETENTION: "de bewaartermijn",
}


def value_text(field: SubjectField, value: str) -> str:
    """A stored value as the user knows it: a choice by its name, a text as it is."""
    in_words = _IN_WORDS.get(field)
    return in_words(value) if value and in_words else value


def norm_text(norm_id: str) -> str:
    """A norm by code and title; a norm of another version of the content by its id."""
    norm = session.content().norm_by_id.get(norm_id)
    return f"{norm.code} {norm.title}" if norm else norm_id


def role_text(role_id: str) -> str:
    """A role by its name."""
    role = session.content().role_by_id.get(role_id)
    return role.label if role else role_id


_IN_WORDS: dict[SubjectField, Callable[[str], str]] = {
    AnswerField.LEVEL: lambda value: level_label(Level(value)),
    AnswerField.AMBITION: lambda value: level_label(Level(value)),
    AnswerField.QUARTER: lambda value: Quarter.parse(value).text,
    AnswerField.CERTAINTY: lambda value: session.content().plan.certainty_by_id[Certainty(value)].label,
    ActionField.NORMS: lambda value: "\n".join(map(norm_text, value.split())),
    ActionField.OWNER_ROLE: role_text,
    ActionField.DUE: lambda value: date_text(date.fromisoformat(value)),
    ActionField.EFFORT: lambda value: session.content().plan.effort_by_id[Effort(value)].label,
    ActionField.STATUS: lambda value: session.content().plan.status_by_id[ActionStatus(value)].label,
}
