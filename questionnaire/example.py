"""The fictional example: a filled-in assessment for everybody to look at, that cannot be taken for a real one."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

from pydantic import Field

from questionnaire.assessment import Answer, Assessment, Depth, Organisation, OrganisationKind, Particulars
from questionnaire.content_files import FolderReader
from questionnaire.content_model import ContentModel, Text
from questionnaire.content_problem import Problem
from questionnaire.errors import ContentError
from questionnaire.loading import CONTENT
from questionnaire.model import Questionnaire

EXAMPLE_ID = "voorbeeld"
EXAMPLE_NAME = "voorbeeld"


class ExampleFile(ContentModel):
    """voorbeeld.yaml."""

    organisation: Text = Field(alias="organisatie", max_length=120)
    reference_date: date = Field(alias="peildatum")
    depth: Depth = Field(alias="diepte")
    particulars: Particulars = Field(Particulars(), alias="gegevens")
    answers: Mapping[str, Answer] = Field(alias="antwoorden")


def load_example(questionnaire: Questionnaire, folder: Path = CONTENT) -> Assessment:
    """The example, without a GM code; raises ContentError with every mistake in voorbeeld.yaml."""
    reader = FolderReader(folder)
    example = reader.read(EXAMPLE_NAME, ExampleFile, answers=())
    problems = [*reader.problems, *unknown_norms(questionnaire, example)]
    if problems:
        raise ContentError("\n".join(str(problem) for problem in problems))
    return Assessment(
        id=EXAMPLE_ID,
        organisation=Organisation(kind=OrganisationKind.EXAMPLE, name=example.organisation),
        depth=example.depth,
        reference_date=example.reference_date,
        content_version=questionnaire.version,
        created_at=datetime.combine(example.reference_date, time(12), tzinfo=UTC),
        particulars=example.particulars,
        answers=example.answers,
    )


def unknown_norms(questionnaire: Questionnaire, example: ExampleFile) -> list[Problem]:
    """Answers to norms that do not exist."""
    text = "deze norm bestaat niet; gebruik de id van een norm"
    unknown = [norm_id for norm_id in example.answers if norm_id not in questionnaire.norm_by_id]
    return [Problem(f"{EXAMPLE_NAME}.yaml", ("antwoorden", norm_id), text) for norm_id in unknown]
