"""The cards of norms as data: what is asked, and with which fields it is answered."""

import json
from functools import lru_cache
from html import escape
from typing import Final
from urllib.parse import quote

from app_pages.cards.contract import CardData, FieldData, LevelData
from app_pages.cards.explanation import folded_details
from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.plan import Quarter, quarters_from
from questionnaire.model.questionnaire import Norm, Questionnaire
from questionnaire.scoring.projection import LEVEL_BY_HEIGHT
from service import opening
from service.modules import stamp

QUARTERS_AHEAD = 16
ROOM = "normen"
"""First part of the address of the cards."""
ASSESSMENT_PLACE: Final = "__ZELFBEOORDELING__"
"""Stands in the links of a card where the id of the assessment comes."""


def levels(content: Questionnaire) -> list[LevelData]:
    """The levels to choose, in order."""
    return [
        {
            "id": entry.level.value,
            "number": entry.level.height,
            "label": entry.label,
            "meaning": entry.description,
        }
        for entry in content.scale
    ]


def address(content: Questionnaire, section_id: str, first_quarter: Quarter) -> str:
    """Where the browser finds the cards of a section: the same for every assessment, so it fetches them once."""
    path = f"{quote(content.version)}/{first_quarter}/{section_id}.json"
    return f"/{ROOM}/{_made(content.version, section_id, first_quarter)[1]}/{path}"


def make(path: str) -> bytes | None:
    """The cards of a section as JSON: a list, in order of the full list; None for a path that is not there."""
    version, _, rest = path.partition("/")
    quarter, _, name = rest.partition("/")
    section_id = name.removesuffix(".json")
    content = opening.content_for(version)
    if content.version != version or section_id not in {section.id for section in content.sections}:
        return None
    try:
        return _made(version, section_id, Quarter.parse(quarter))[0]
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _made(version: str, section_id: str, first_quarter: Quarter) -> tuple[bytes, str]:
    content = opening.content_for(version)
    section = next(each for each in content.sections if each.id == section_id)
    cards = [_card(norm, content, first_quarter) for norm in section.norms]
    made = json.dumps(cards, ensure_ascii=False).encode()
    return made, stamp(made)


def _card(norm: Norm, content: Questionnaire, first_quarter: Quarter) -> CardData:
    return {
        "subject": norm.id,
        "kind": "norm",
        "code": norm.code,
        "title": norm.title,
        "introHtml": _question(norm, content),
        "detailsHtml": folded_details(norm, content, ASSESSMENT_PLACE),
        "fields": [*_main_fields(norm), *_folded_fields(norm, content, first_quarter), *_hidden_fields()],
        "folded": False,
    }


def _question(norm: Norm, content: Questionnaire) -> str:
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


def _folded_fields(norm: Norm, content: Questionnaire, first_quarter: Quarter) -> list[FieldData]:
    code, plan = norm.code, content.plan
    certainties = [
        (each.value, f"{entry.label}: {entry.explanation}") for each, entry in plan.certainty_by_id.items()
    ]
    ambitions = [(LEVEL_BY_HEIGHT[height].value, _label(content, height)) for height in range(1, 5)]
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
            "empty": f"Het streefniveau: {_label(content, norm.target)}",
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


def _label(content: Questionnaire, height: int) -> str:
    """Number and name of a level."""
    return f"{height} · {content.scale_by_level[LEVEL_BY_HEIGHT[height]].label}"


def _folded(field: AnswerField, label: str) -> FieldData:
    return {"name": field.value, "kind": "text", "label": label, "longest": MAX_TEXT, "isFolded": True}


def _hidden_fields() -> list[FieldData]:
    return [{"name": AnswerField.RECONFIRM.value, "kind": "hidden", "label": "Nog te bevestigen"}]
