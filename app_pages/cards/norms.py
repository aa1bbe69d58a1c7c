"""The card of a norm as data: what is asked, and with which fields it is answered."""

import json
from functools import cache
from html import escape
from typing import Final

from app_pages.cards.contract import CardData, FieldData, LevelData
from app_pages.cards.explanation import folded_details
from app_pages.frame.widgets import level_label
from app_pages.session import session
from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.plan import Quarter, quarters_from
from questionnaire.model.questionnaire import Norm
from questionnaire.scoring.projection import LEVEL_BY_HEIGHT

QUARTERS_AHEAD = 16
ASSESSMENT_PLACE: Final = "__ZELFBEOORDELING__"
"""Stands in the links of a card where the id of the assessment comes."""


def levels() -> list[LevelData]:
    """The levels to choose, in order."""
    return [
        {
            "id": entry.level.value,
            "number": entry.level.height,
            "label": entry.label,
            "meaning": entry.description,
        }
        for entry in session.content().scale
    ]


def norm_card(norm: Norm, first_quarter: Quarter) -> str:
    """The card as JSON, the same for every assessment of this version of the content."""
    text = _made(session.content().version, norm.id, first_quarter)
    return text.replace(ASSESSMENT_PLACE, session.require_opened().assessment.id)


@cache
def _made(_version: str, norm_id: str, first_quarter: Quarter) -> str:
    norm = session.content().norm_by_id[norm_id]
    card: CardData = {
        "subject": norm.id,
        "kind": "norm",
        "code": norm.code,
        "title": norm.title,
        "introHtml": _question(norm),
        "detailsHtml": folded_details(norm, ASSESSMENT_PLACE),
        "fields": [*_main_fields(norm), *_folded_fields(norm, first_quarter), *_hidden_fields()],
        "folded": False,
    }
    return json.dumps(card, ensure_ascii=False)


def _question(norm: Norm) -> str:
    content = session.content()
    status = content.status_by_id[norm.legal_status].label
    role = content.role_by_id[norm.role].label
    return (
        f'<p class="ww-statement">{escape(norm.statement)}</p>'
        f'<ul class="ww-tags"><li class="ww-{norm.legal_status}">{escape(status)}</li>'
        f"<li>weet dit vaak: {escape(role)}</li></ul>"
    )


def _main_fields(norm: Norm) -> list[FieldData]:
    code = norm.code
    not_applicable = {"field": AnswerField.LEVEL.value, "value": Level.NOT_APPLICABLE.value}
    return [
        {"name": AnswerField.LEVEL.value, "kind": "level", "label": f"Niveau van norm {code}"},
        {
            "name": AnswerField.REASON.value,
            "kind": "text",
            "label": f"Waarom is norm {code} niet van toepassing?",
            "longest": MAX_TEXT,
            "onlyWhen": {"field": not_applicable["field"], "value": not_applicable["value"]},
            "whenEmpty": "Zonder reden telt deze norm als open.",
        },
        {
            "name": AnswerField.OTHERWISE.value,
            "kind": "text",
            "label": f"Anders geregeld bij {code}, namelijk …",
            "longest": MAX_TEXT,
            "opener": f"Hebt u {code} anders geregeld?",
        },
        {
            "name": AnswerField.PRACTICE.value,
            "kind": "text",
            "label": f"Hoe gaat het nu? Het ‘was’ van {code}, zonder gegevens van inwoners",
            "longest": MAX_TEXT,
        },
    ]


def _folded_fields(norm: Norm, first_quarter: Quarter) -> list[FieldData]:
    code, plan = norm.code, session.content().plan
    certainties = [
        (each.value, f"{entry.label}: {entry.explanation}") for each, entry in plan.certainty_by_id.items()
    ]
    ambitions = [(LEVEL_BY_HEIGHT[height].value, level_label(LEVEL_BY_HEIGHT[height])) for height in range(1, 5)]
    quarters = [(str(quarter), quarter.text) for quarter in quarters_from(first_quarter, QUARTERS_AHEAD)]
    return [
        _folded(AnswerField.EVIDENCE, f"Bewijs bij {code}: welk document of welke afspraak, van wanneer?"),
        {**_folded(AnswerField.LINK, f"Link of vindplaats bij {code}"), "kind": "line"},
        _folded(AnswerField.REMARK, f"Opmerking bij {code}"),
        {
            "name": AnswerField.CERTAINTY.value,
            "kind": "choice",
            "label": f"Hoe zeker is het antwoord op {code}?",
            "options": certainties,
            "empty": "Niet gekozen",
            "isFolded": True,
        },
        {
            "name": AnswerField.AMBITION.value,
            "kind": "choice",
            "label": f"Ambitie voor {code}: welk niveau wilt u?",
            "options": ambitions,
            "empty": f"Het streefniveau: {level_label(LEVEL_BY_HEIGHT[norm.target])}",
            "isFolded": True,
            "half": True,
            "target": norm.target,
        },
        {
            "name": AnswerField.QUARTER.value,
            "kind": "choice",
            "label": f"Wanneer wilt u dat bij {code}?",
            "options": quarters,
            "empty": "Niet gekozen",
            "isFolded": True,
            "half": True,
        },
    ]


def _folded(field: AnswerField, label: str) -> FieldData:
    return {"name": field.value, "kind": "text", "label": label, "longest": MAX_TEXT, "isFolded": True}


def _hidden_fields() -> list[FieldData]:
    return [{"name": AnswerField.RECONFIRM.value, "kind": "hidden", "label": "Nog te bevestigen"}]
