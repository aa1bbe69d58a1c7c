"""The plan inside the exchange file: round, status, actions and process cards, out and in. Pure."""

from collections.abc import Collection, Iterator
from typing import Any

from questionnaire.loading.problem import Problem
from questionnaire.loading.schema import suggestion
from questionnaire.model.assessment import Assessment
from questionnaire.model.plan import Action, ActionField, ProcessField, ProcessStep
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.model.settlement import Status
from questionnaire.model.subjects import in_place

FILE = "bestand"
ACTIONS, PROCESS, SECTION = "acties", "werkproces", "onderdeel"


def round_values(assessment: Assessment) -> dict[str, object]:
    """What tells that this is no concept of a first round; empty for one that is."""
    values = {
        "ronde": assessment.round if assessment.round > 1 else None,
        "vorige": assessment.previous,
        "status": None if assessment.status is Status.CONCEPT else assessment.status.value,
        "vaststelling": assessment.settlement.filled() if assessment.settlement else None,
    }
    return {key: value for key, value in values.items() if value}


def plan_values(assessment: Assessment) -> dict[str, object]:
    """Actions and steps by id; empty without any."""
    values = {
        ACTIONS: {found: _action_values(action) for found, action in sorted(assessment.actions.items())},
        PROCESS: {found: _step_values(step) for found, step in assessment.process.items()},
    }
    return {key: value for key, value in values.items() if value}


def _action_values(action: Action) -> dict[str, object]:
    values: dict[str, object] = {field.value: action.value(field) for field in ActionField if action.value(field)}
    if action.norms:
        values[ActionField.NORMS.value] = list(action.norms)
    return values


def _step_values(step: ProcessStep) -> dict[str, object]:
    values: dict[str, object] = {SECTION: step.section}
    values |= {field.value: step.value(field) for field in ProcessField if step.value(field)}
    if step.position:
        values[ProcessField.POSITION.value] = step.position
    return values


def read_actions(document: dict[str, Any]) -> dict[str, Action]:
    """The actions of a document that fits the schema."""
    return {found: _action(found, values) for found, values in document.get(ACTIONS, {}).items()}


def _action(found: str, values: dict[str, Any]) -> Action:
    action = Action(id=found)
    for name, value in values.items():
        text = " ".join(value) if isinstance(value, list) else value
        action = action.replace(ActionField(name), text)
    return action


def read_process(document: dict[str, Any]) -> dict[str, ProcessStep]:
    """The steps of the process cards of a document that fits the schema."""
    return in_place(_step(found, values) for found, values in document.get(PROCESS, {}).items())


def _step(found: str, values: dict[str, Any]) -> ProcessStep:
    step = ProcessStep(id=found, section=values[SECTION])
    for name, value in values.items():
        if name != SECTION:
            text = value if isinstance(value, str) else str(int(value))  # 2.0 is a whole number in JSON
            step = step.replace(ProcessField(name), text)
    return step


def plan_problems(document: Any, questionnaire: Questionnaire, earlier: Collection[str]) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
    """What the schema cannot know: norms and sections that do not exist, and a settlement that is not whole."""
    for place, norm_id in _named_norms(document):
        if norm_id not in questionnaire.norm_by_id and norm_id not in earlier:
            near = suggestion(norm_id[:80], questionnaire.norm_by_id)
            yield Problem(FILE, place, f"deze norm bestaat niet; {near}")
    sections = {section.id: section for section in questionnaire.sections}
    for found, values in _entries(document, PROCESS):
        section = values.get(SECTION)
        if isinstance(section, str) and section not in sections and section not in earlier:
            place = (PROCESS, found, SECTION)
            yield Problem(FILE, place, f"dit onderdeel bestaat niet; {suggestion(section[:80], sections)}")
    if (document.get("status") == Status.SETTLED) != ("vaststelling" in document):
        yield Problem(FILE, ("vaststelling",), "hoort bij de status 'vastgesteld', en andersom; vul beide in")


def _named_norms(document: Any) -> Iterator[tuple[tuple[str, ...], str]]:  # noqa: ANN401 (any JSON)
    answers = document.get("antwoorden")
    for norm_id in answers if isinstance(answers, dict) else ():
        yield ("antwoorden", norm_id), norm_id
    for found, values in _entries(document, ACTIONS):
        norms = values.get(ActionField.NORMS.value)
        for norm_id in norms if isinstance(norms, list) else ():
            if isinstance(norm_id, str):
                yield (ACTIONS, found, ActionField.NORMS.value), norm_id


def _entries(document: Any, key: str) -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401 (any JSON)
    entries = document.get(key)
    for found, values in entries.items() if isinstance(entries, dict) else ():
        if isinstance(values, dict):
            yield found, values
