"""How a municipality works now in one step: a row of process steps as data; may stay empty."""

from app_pages.cards.contract import CardData, FieldData, RowData
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.plan import PROCESS_PREFIX, ProcessField, process_place
from questionnaire.model.subjects import in_place

INTRODUCTION = (
    "Schrijf kort op wat er nu gebeurt, stap voor stap. Vijf tot acht stappen is genoeg. Noem functies en teams, "
    "geen personen. In het rapport staat dit naast de versterkte aanpak."
)
FIELDS: list[FieldData] = [
    {
        "name": ProcessField.WHAT.value,
        "kind": "text",
        "label": "Wat gebeurt er in processtap {n}?",
        "longest": MAX_TEXT,
    },
    {"name": ProcessField.WHO.value, "kind": "line", "label": "Wie doet processtap {n}?", "longest": MAX_TEXT},
    {
        "name": ProcessField.HANDOVER.value,
        "kind": "text",
        "label": "Aan wie draagt u over na processtap {n}?",
        "longest": MAX_TEXT,
        "half": True,
    },
    {
        "name": ProcessField.WAITING.value,
        "kind": "text",
        "label": "Waar wacht u op in processtap {n}?",
        "longest": MAX_TEXT,
        "half": True,
    },
    {
        "name": ProcessField.DIFFERENCE.value,
        "kind": "mark",
        "label": "Processtap {n} wijkt af van de versterkte aanpak",
    },
    {"name": ProcessField.POSITION.value, "kind": "hidden", "label": "Plaats"},
    {"name": ProcessField.REMOVED.value, "kind": "hidden", "label": "Verwijderd"},
]


def process_subjects(section_id: str, found: Opened) -> list[str]:
    """Subjects of the process steps of a section, in order; the removed ones last."""
    own = [each for each in found.assessment.process.values() if each.section == section_id]
    removed = [
        subject
        for subject in found.removed(ProcessField.REMOVED)
        if (process_place(subject) or ("",))[0] == section_id
    ]
    for subject in removed:
        session.recall(subject)
    return [*(step.subject for step in in_place(own).values()), *removed]


def process_cards(subjects: list[str]) -> list[CardData]:
    """The cards."""
    return [_card(subject) for subject in subjects]


def process_row(section_id: str) -> RowData:
    """What is needed to add a step in the browser."""
    return {
        "prefix": f"{PROCESS_PREFIX}{section_id}:",
        "template": _card(""),
        "addLabel": "Voeg een processtap toe",
        "introduction": INTRODUCTION,
    }


def _card(subject: str) -> CardData:
    return {
        "subject": subject,
        "kind": "process",
        "code": "",
        "title": "Processtap {n}",
        "introHtml": "",
        "detailsHtml": "",
        "fields": FIELDS,
        "folded": False,
    }
