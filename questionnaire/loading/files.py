"""What stands in each content file, and how a mistake in one is told to its editor."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from pydantic import Field, ValidationError

from questionnaire.errors import ContentError
from questionnaire.loading.problem import Problem
from questionnaire.loading.yaml_reading import read_yaml
from questionnaire.model.base import ContentModel, Text
from questionnaire.model.explainer import Explainer
from questionnaire.model.plan_content import PlanContent
from questionnaire.model.questionnaire import (
    LawStatus,
    LevelAdvice,
    Norm,
    Partner,
    Role,
    ScaleLevel,
    Section,
    Source,
    StatusLabel,
    Term,
)

SECTION_FOLDER = "onderdelen"
SECTION_SCHEMA = "onderdeel"
EARLIER_CONTENT = "inhoud"
"""Folder with the whole content of an earlier version, see `versions.history`."""


class HeadFile(ContentModel):
    """vragenlijst.yaml: what this questionnaire is, and its sections in order."""

    id: Text
    version: Text = Field(alias="versie")
    as_of: date = Field(alias="datum")
    title: Text = Field(alias="titel")
    basis: Text
    basis_sources: tuple[Text, ...] = Field(alias="basisbronnen")
    what_it_is: tuple[Text, ...] = Field(alias="wat_het_is")
    what_it_is_not: tuple[Text, ...] = Field(alias="wat_het_niet_is")
    sections: tuple[Text, ...] = Field(alias="onderdelen", min_length=1)


class SourcesFile(ContentModel):
    """bronnen.yaml."""

    sources: tuple[Source, ...] = Field(alias="bronnen")


class ScaleFile(ContentModel):
    """schaal.yaml."""

    scale: tuple[ScaleLevel, ...] = Field(alias="niveaus")
    sources: tuple[Text, ...] = Field(alias="bronnen")


class AdviceFile(ContentModel):
    """adviezen.yaml."""

    advice: tuple[LevelAdvice, ...] = Field(alias="adviezen")


class StatusesFile(ContentModel):
    """statussen.yaml."""

    statuses: tuple[StatusLabel, ...] = Field(alias="statussen")


class RolesFile(ContentModel):
    """rollen.yaml."""

    roles: tuple[Role, ...] = Field(alias="rollen")


class TermsFile(ContentModel):
    """begrippen.yaml."""

    terms: tuple[Term, ...] = Field(alias="begrippen")


class PartnersFile(ContentModel):
    """partners.yaml."""

    partners: tuple[Partner, ...]


class ExplainersFile(ContentModel):
    """uitleg.yaml."""

    explainers: tuple[Explainer, ...] = Field(alias="uitleg")


class OriginsFile(ContentModel):
    """herkomst.yaml: the points of the underlying research, each of which must be traced."""

    origins: tuple[Text, ...] = Field(alias="herkomst")


@dataclass(frozen=True, slots=True)
class PlacedNorm:
    """A well-formed norm with its place in the files; `index` counts from 0."""

    file: str
    index: int
    norm: Norm

    def problem(self, field: str, text: str) -> Problem:
        """A problem with one field of this norm."""
        return Problem(self.file, ("normen", f"nr {self.index + 1} ({self.norm.id})", field), text)


@dataclass(frozen=True, slots=True)
class SectionDraft:
    """A section file as far as it is well-formed: `section` is None when something in it is wrong."""

    file: str
    section: Section | None
    norms: tuple[PlacedNorm, ...]


@dataclass(frozen=True, slots=True)
class ContentFiles:
    """All files of a content folder; what could not be used is empty, with its file name in `unusable`."""

    head: HeadFile
    sources: SourcesFile
    scale: ScaleFile
    advice: AdviceFile
    statuses: StatusesFile
    roles: RolesFile
    terms: TermsFile
    partners: PartnersFile
    explainers: ExplainersFile
    law: LawStatus
    plan: PlanContent
    origins: OriginsFile
    sections: tuple[SectionDraft, ...]
    unusable: frozenset[str]


M = TypeVar("M", bound=ContentModel)


class FolderReader:
    """Reads the files of a content folder and collects every problem instead of stopping at the first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.unusable: set[str] = set()

    def read(self, name: str, model: type[M], **empty: tuple[()]) -> M:
        """The content of `name`.yaml; when it cannot be used, a model with only the lists named in `empty`."""
        file = f"{name}.yaml"
        document = self._document(file)
        stand_in = cast("Callable[..., M]", model.model_construct)
        if document is None:
            return stand_in(**empty)
        try:
            return model.model_validate(document)
        except ValidationError as error:
            self._report(file, name, document, error)
            return stand_in(**empty)

    def read_section(self, name: str) -> SectionDraft:
        """A section with its norms; norms that are well-formed are kept when others are not."""
        path = f"{SECTION_FOLDER}/{name}.yaml"
        file = f"{name}.yaml"
        document = self._document(path, file)
        if document is None:
            return SectionDraft(file, None, ())
        try:
            section = Section.model_validate(document)
        except ValidationError as error:
            self._report(file, SECTION_SCHEMA, document, error)
            return SectionDraft(file, None, tuple(well_formed_norms(file, document)))
        return SectionDraft(file, section, tuple(PlacedNorm(file, *pair) for pair in enumerate(section.norms)))

    def _document(self, path: str, file: str | None = None) -> object | None:
        """The parsed file, or None (reported) when it is missing, empty or no YAML."""
        file = file or path
        try:
            document = read_yaml(self.folder / path)
        except ContentError as error:
            self._add(Problem(file, (), str(error)))
            return None
        if document is None:
            self._add(Problem(file, (), "het bestand is leeg; vul het of zet het terug"))
        return document

    def _report(self, file: str, schema: str, document: object, error: ValidationError) -> None:
        """Add every problem of a file that does not fit its model."""
        from questionnaire.loading.schema import model_problems, schema_problems  # noqa: PLC0415 (only for a mistake)

        problems = schema_problems(file, schema, document) or model_problems(file, document, error)
        for problem in problems:
            self._add(problem)

    def _add(self, problem: Problem) -> None:
        self.problems.append(problem)
        self.unusable.add(problem.file)


def well_formed_norms(file: str, document: object) -> Iterator[PlacedNorm]:
    """The norms of a section file that can be used, although something else in the file is wrong."""
    entries = document.get("normen") if isinstance(document, dict) else None
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        try:
            yield PlacedNorm(file, index, Norm.model_validate(entry))
        except ValidationError:
            continue


def read_files(folder: Path) -> tuple[ContentFiles, list[Problem]]:
    """Read a content folder; returns what could be used and every problem found in single files."""
    reader = FolderReader(folder)
    head = reader.read("vragenlijst", HeadFile, sections=(), basis_sources=())
    files = ContentFiles(
        head=head,
        sources=reader.read("bronnen", SourcesFile, sources=()),
        scale=reader.read("schaal", ScaleFile, scale=(), sources=()),
        advice=reader.read("adviezen", AdviceFile, advice=()),
        statuses=reader.read("statussen", StatusesFile, statuses=()),
        roles=reader.read("rollen", RolesFile, roles=()),
        terms=reader.read("begrippen", TermsFile, terms=()),
        partners=reader.read("partners", PartnersFile, partners=()),
        explainers=reader.read("uitleg", ExplainersFile, explainers=()),
        law=reader.read("wetstatus", LawStatus, sources=(), history=()),
        plan=reader.read("plan", PlanContent),
        origins=reader.read("herkomst", OriginsFile, origins=()),
        sections=tuple(reader.read_section(name) for name in head.sections),
        unusable=frozenset(reader.unusable),
    )
    return files, reader.problems
