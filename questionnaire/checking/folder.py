"""What the schemas refuse in a whole content folder, listed in `vragenlijst.yaml` or not."""

from pathlib import Path

from questionnaire.errors import ContentError
from questionnaire.loading.files import EARLIER_CONTENT, SECTION_FOLDER, SECTION_SCHEMA
from questionnaire.loading.problem import Problem
from questionnaire.loading.schema import SCHEMAS, schema_problems
from questionnaire.loading.yaml_reading import read_yaml


def folder_problems(folder: Path) -> list[Problem]:
    """What the schemas refuse in a content folder; files that are no YAML are left to the loader.

    Earlier versions below it are left alone: they were right in their time.
    """
    problems = []
    for path in sorted(folder.rglob("*.yaml")):
        if EARLIER_CONTENT in path.relative_to(folder).parts:
            continue
        schema = SECTION_SCHEMA if path.parent.name == SECTION_FOLDER else path.stem
        if not (SCHEMAS / f"{schema}.schema.json").exists():
            problems.append(Problem(path.name, (), "hoort niet in deze map; haal het bestand weg"))
            continue
        try:
            problems += schema_problems(path.name, schema, read_yaml(path))
        except ContentError:
            continue
    return problems
