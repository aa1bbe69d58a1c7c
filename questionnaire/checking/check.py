"""The full check of a content folder, and the report that an editor reads; slower and stricter than loading."""

from collections.abc import Iterator
from pathlib import Path

from questionnaire.checking.folder import folder_problems
from questionnaire.checking.reading_level import hardest_norms, section_readability
from questionnaire.checking.wording import wording_problems
from questionnaire.errors import ContentError
from questionnaire.example import EXAMPLE_NAME, load_example
from questionnaire.loading.files import SECTION_FOLDER
from questionnaire.loading.loader import load
from questionnaire.model.assessment import Depth
from questionnaire.model.questionnaire import Norm, Questionnaire, Section
from questionnaire.versions.history import transitions

HARDEST_SHOWN = 10
NO_READING_LEVEL = "Leesniveau: niet gemeten; installeer eerst de pakketten uit requirements-dev.txt."


def check(folder: Path) -> Questionnaire:
    """Load a content folder after every check there is; raises ContentError with all problems, one per line."""
    if not folder.is_dir():
        raise ContentError(f"De map {folder} bestaat niet. Geef de map met vragenlijst.yaml.")
    lines = [str(problem) for problem in folder_problems(folder)]
    questionnaire = None
    try:
        questionnaire = load(folder)
        lines += wording_problems(questionnaire)
        lines += unlisted_sections(questionnaire, folder)
        if (folder / f"{EXAMPLE_NAME}.yaml").exists():
            load_example(questionnaire, folder)
        transitions(folder)
    except ContentError as error:
        lines += str(error).splitlines()
    if lines or questionnaire is None:
        raise ContentError("\n".join(dict.fromkeys(lines)))
    return questionnaire


def unlisted_sections(questionnaire: Questionnaire, folder: Path) -> list[str]:
    """Section files that nobody will ever see."""
    listed = {section.id for section in questionnaire.sections}
    files = sorted((folder / SECTION_FOLDER).glob("*.yaml"))
    text = "staat niet in vragenlijst.yaml > onderdelen; voeg het toe of haal het bestand weg"
    return [f"{path.name}: {text}" for path in files if path.stem not in listed]


def report_lines(questionnaire: Questionnaire) -> Iterator[str]:
    """What stands in the content, in numbers."""
    yield f"{count(len(questionnaire.norms), 'norm', 'normen')}, waarvan {core_count(questionnaire.norms)} kern"
    yield f"Versie {questionnaire.version} van {questionnaire.as_of:%d-%m-%Y}"
    yield ", ".join(
        (
            count(len(questionnaire.sources), "bron", "bronnen"),
            count(len(questionnaire.origins), "punt uit het onderzoek", "punten uit het onderzoek"),
            count(len(questionnaire.terms), "begrip", "begrippen"),
            count(len(questionnaire.partners), "partner", "partners"),
        )
    )
    yield ""
    yield from section_lines(questionnaire)


def section_lines(questionnaire: Questionnaire) -> Iterator[str]:
    """Numbers and reading level per section, then the norms that are hardest to read."""
    try:
        levels = [f"{section_readability(section):.0f}" for section in questionnaire.sections]
        hardest = hardest_norms(questionnaire, HARDEST_SHOWN)
    except ImportError:
        levels, hardest = ["-"] * len(questionnaire.sections), []
    yield f"{'Onderdeel':<32}{'normen':>8}{'kern':>8}{'bronnen':>9}{'leesniveau':>12}"
    for section, level in zip(questionnaire.sections, levels, strict=True):
        norms, core, sources = len(section.norms), core_count(section.norms), source_count(section)
        yield f"{section.name:<32}{norms:>8}{core:>8}{sources:>9}{level:>12}"
    yield ""
    if not hardest:
        yield NO_READING_LEVEL
        return
    yield "Leesniveau volgens Flesch-Douma: hoger is makkelijker. Het is een hulpmiddel en geen bewijs van B1."
    yield "Moeilijkste normen:"
    yield from (f"{entry.score:>6.0f}  {entry.norm.code}  {entry.norm.title}" for entry in hardest)


def core_count(norms: tuple[Norm, ...]) -> int:
    """How many of these norms are core."""
    return sum(norm.depth is Depth.CORE for norm in norms)


def source_count(section: Section) -> int:
    """How many different sources a section rests on."""
    return len({source for norm in section.norms for source in norm.sources})


def count(number: int, one: str, several: str) -> str:
    """A number with its noun.

    >>> count(1, "norm", "normen"), count(0, "norm", "normen")
    ('1 norm', '0 normen')
    """
    return f"{number} {one if number == 1 else several}"
