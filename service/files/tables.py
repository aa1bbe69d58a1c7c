"""Answers and actions as tables, the dates for a calendar, and the assessment as a whole."""

from datetime import UTC

from questionnaire.errors import NotFoundError
from questionnaire.exchange.document import to_json
from reporting.tables import actions, answers
from reporting.tables.calendar import calendar_file, dated_actions
from service.files.asked import Asked, MadeFile
from service.files.names import CALENDAR, CSV, EXCEL, JSON


def answers_excel(asked: Asked) -> MadeFile:
    """The answers for Excel."""
    return MadeFile(f"{asked.name()}.xlsx", EXCEL, answers.to_excel(asked.result))


def answers_csv(asked: Asked) -> MadeFile:
    """The answers as CSV."""
    return MadeFile(f"{asked.name()}.csv", CSV, answers.to_csv(asked.result))


def actions_excel(asked: Asked) -> MadeFile:
    """The actions for Excel."""
    if not asked.assessment.actions:
        raise NotFoundError("Er zijn nog geen acties. Maak eerst een actie in het plan van aanpak.")
    return MadeFile(f"{_actions(asked)}.xlsx", EXCEL, actions.to_excel(asked.result))


def actions_calendar(asked: Asked) -> MadeFile:
    """The dates of the actions for a calendar."""
    if not dated_actions(asked.result):
        raise NotFoundError("Voor uw agenda is er nog geen actie met een datum. Geef eerst een actie een datum.")
    return MadeFile(f"{_actions(asked)}.ics", CALENDAR, calendar_file(asked.result, asked.now.astimezone(UTC)))


def whole_assessment(asked: Asked) -> MadeFile:
    """Everything that was filled in, to keep or to open elsewhere."""
    content = to_json(asked.assessment, asked.content).encode()
    return MadeFile(f"{asked.name()}.json", JSON, content)


def _actions(asked: Asked) -> str:
    return asked.name(f"acties-{asked.today:%Y-%m-%d}")
