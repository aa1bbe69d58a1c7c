"""The fictional example: a filled-in assessment for everybody to look at, that cannot be taken for a real one."""

from collections.abc import Container, Iterator, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from pydantic import Field

from questionnaire.errors import ContentError
from questionnaire.exchange.plan import ACTIONS, PROCESS, SECTION, read_actions, read_process
from questionnaire.loading.files import FolderReader
from questionnaire.loading.loader import CONTENT
from questionnaire.loading.problem import Problem
from questionnaire.model.assessment import Answer, Assessment, Depth, Organisation, OrganisationKind, Particulars
from questionnaire.model.base import ContentModel, Text
from questionnaire.model.questionnaire import Questionnaire

EXAMPLE_ID = "voorbeeld"
EXAMPLE_NAME = "voorbeeld"


class ExampleFile(ContentModel):
    """voorbeeld.yaml."""

    organisation: Text = Field(alias="organisatie", max_length=120)
    reference_date: date = Field(alias="peildatum")
    depth: Depth = Field(alias="diepte")
    particulars: Particulars = Field(Particulars(), alias="gegevens")
    answers: Mapping[str, Answer] = Field(alias="antwoorden")
    actions: Mapping[str, Mapping[str, Any]] = Field({}, alias="acties")
    process: Mapping[str, Mapping[str, Any]] = Field({}, alias="werkproces")


def load_example(questionnaire: Questionnaire, folder: Path = CONTENT) -> Assessment:
    """The example, without a GM code; raises ContentError with every mistake in voorbeeld.yaml."""
    reader = FolderReader(folder)
    example = reader.read(EXAMPLE_NAME, ExampleFile, answers=())
    problems = [*reader.problems, *unknown_names(questionnaire, example)]
    if problems:
        raise ContentError("\n".join(str(problem) for problem in problems))
    return Assessment(
        id=EXAMPLE_ID,
        organisation=Organisation(kind=OrganisationKind.EXAMPLE, name=example.organisation),
        depth=example.depth,
        reference_date=example.reference_date,
        list_id=questionnaire.id,
        content_version=questionnaire.version,
        created_at=datetime.combine(example.reference_date, time(12), tzinfo=UTC),
        particulars=example.particulars,
        answers=example.answers,
        actions=read_actions({ACTIONS: example.actions}),
        process=read_process({PROCESS: example.process}),
    )


def unknown_names(questionnaire: Questionnaire, example: ExampleFile) -> list[Problem]:
    """Norms, roles and sections that do not exist."""
    sections = {section.id for section in questionnaire.sections}
    known: dict[str, Container[str]] = {
        "norm": questionnaire.norm_by_id,
        "rol": questionnaire.role_by_id,
        "onderdeel": sections,
    }
    return [
        Problem(
            f"{EXAMPLE_NAME}.yaml",
            place,
            f"{'dit' if kind == 'onderdeel' else 'deze'} {kind} bestaat niet; gebruik de id van een {kind}",
        )
        for kind, place, name in _names(example)
        if name not in known[kind]
    ]


def _names(example: ExampleFile) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Every id that the example uses, with its kind and place."""
    for norm_id in example.answers:
        yield "norm", ("antwoorden", norm_id), norm_id
    for found, action in example.actions.items():
        for norm_id in action.get("normen", ()):
            yield "norm", (ACTIONS, found, "normen"), norm_id
        if role := action.get("eigenaar_rol"):
            yield "rol", (ACTIONS, found, "eigenaar_rol"), role
    for found, step in example.process.items():
        yield "onderdeel", (PROCESS, found, SECTION), step[SECTION]
