"""The card of an action as data, and the actions that were removed and can be put back."""

from collections.abc import Iterable, Sequence

from app_pages.cards.contract import CardData, FieldData
from app_pages.frame.values import norm_text
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.plan import ActionField, ActionStatus
from reporting.wording.dutch import with_capital

NO_NAME = "Een functie is genoeg. Een naam komt niet in het rapport dat u deelt."


def action_cards(subjects: Sequence[str]) -> list[CardData]:
    """The cards; they differ only in what they are about."""
    fields = _fields(session.require_opened())
    return [_card(subject, fields) for subject in subjects]


def removed_actions(found: Opened, shown: Iterable[str]) -> list[str]:
    """Subjects of the removed actions that are not among `shown`, with what stood in all of them taken in."""
    removed = found.removed(ActionField.REMOVED)
    for subject in removed:
        session.recall(subject)
    here = set(shown)
    return [subject for subject in removed if subject not in here]


def _card(subject: str, fields: list[FieldData]) -> CardData:
    return {
        "subject": subject,
        "kind": "action",
        "code": "",
        "title": "",
        "introHtml": "",
        "detailsHtml": "",
        "fields": fields,
        "folded": True,
    }


def _fields(found: Opened) -> list[FieldData]:
    content = session.content()
    plan = content.plan
    asked = content.at(found.assessment.depth).norms
    others = {norm_id for action in found.assessment.actions.values() for norm_id in action.norms} - {
        n.id for n in asked
    }
    norms = [(norm.id, norm_text(norm.id)) for norm in asked]
    norms += [(norm_id, norm_text(norm_id)) for norm_id in sorted(others)]
    none_yet = plan.status_by_id[ActionStatus.NOT_STARTED].label
    statuses = [
        (entry.status.value, entry.label)
        for entry in plan.statuses
        if entry.status is not ActionStatus.NOT_STARTED
    ]
    return [
        _text(ActionField.WHAT, "Wat gaat er gebeuren?"),
        {"name": ActionField.NORMS.value, "kind": "several", "label": "Voor welke normen?", "options": norms},
        _choice(
            ActionField.OWNER_ROLE,
            "Wie is de eigenaar? Kies een functie",
            [(role.id, with_capital(role.label)) for role in content.roles],
        ),
        {
            "name": ActionField.OWNER_NAME.value,
            "kind": "line",
            "label": "Naam van de eigenaar (hoeft niet)",
            "longest": MAX_TEXT,
            "half": True,
            "note": NO_NAME,
        },
        {"name": ActionField.DUE.value, "kind": "day", "label": "Wanneer is het klaar?", "half": True},
        {
            **_choice(
                ActionField.EFFORT,
                "Hoeveel werk is het?",
                [(entry.effort.value, f"{entry.label}: {entry.explanation}") for entry in plan.efforts],
            ),
        },
        _choice(ActionField.STATUS, "Hoe staat het ermee?", statuses, none_yet),
        _text(ActionField.EXPECTED, "Wat levert het op?"),
        _text(ActionField.NOTE, "Notitie voor uzelf en uw collega’s"),
        {"name": ActionField.REMOVED.value, "kind": "hidden", "label": "Verwijderd"},
    ]


def _text(field: ActionField, label: str) -> FieldData:
    return {"name": field.value, "kind": "text", "label": label, "longest": MAX_TEXT}


def _choice(
    field: ActionField, label: str, options: list[tuple[str, str]], empty: str = "Niet gekozen"
) -> FieldData:
    return {
        "name": field.value,
        "kind": "choice",
        "label": label,
        "options": options,
        "empty": empty,
        "half": True,
    }
