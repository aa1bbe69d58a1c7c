"""From content files to one `Questionnaire`, or every mistake in them at once."""

from functools import cache
from pathlib import Path

from questionnaire.errors import ContentError
from questionnaire.loading.files import ContentFiles, read_files
from questionnaire.loading.rules import rule_problems, theme_letter
from questionnaire.model.questionnaire import Questionnaire, Section

CONTENT = Path(__file__).parents[1] / "content"


@cache
def questionnaire() -> Questionnaire:
    """The content that comes with the product, read once; raises ContentError."""
    return load()


def load(folder: Path = CONTENT) -> Questionnaire:
    """Read a content folder; raises ContentError with every mistake in every file, one per line, in Dutch."""
    files, problems = read_files(folder)
    problems += rule_problems(files)
    if problems:
        raise ContentError("\n".join(str(problem) for problem in problems))
    return assemble(files)


def assemble(files: ContentFiles) -> Questionnaire:
    """Put files without mistakes together, and give each norm its visible code."""
    return Questionnaire(
        id=files.head.id,
        version=files.head.version,
        as_of=files.head.as_of,
        title=files.head.title,
        basis=files.head.basis,
        basis_sources=files.head.basis_sources,
        what_it_is=files.head.what_it_is,
        what_it_is_not=files.head.what_it_is_not,
        origins=files.origins.origins,
        sections=tuple(with_codes(draft.section) for draft in files.sections if draft.section),
        sources=files.sources.sources,
        scale=files.scale.scale,
        scale_sources=files.scale.sources,
        advice=files.advice.advice,
        statuses=files.statuses.statuses,
        roles=files.roles.roles,
        terms=files.terms.terms,
        partners=files.partners.partners,
        explainers=files.explainers.explainers,
        law=files.law,
        plan=files.plan,
    )


def with_codes(section: Section) -> Section:
    """The same section with a code for each norm: "3.07" in a step, "G.02" in a theme."""
    prefix = str(section.number) if section.is_step else theme_letter(section)
    norms = (
        norm.model_copy(update={"code": f"{prefix}.{number:02}"})
        for number, norm in enumerate(section.norms, start=1)
    )
    return section.model_copy(update={"norms": tuple(norms)})
