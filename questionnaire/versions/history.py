"""Earlier versions of the content, and the transitions that lead from each to the present one.

content/overgangen/<version>/ holds `overgang.yaml`, which leads to the next version, and in `inhoud/` the whole
content of that version, so that what was settled on it can still be read and scored.
"""

from functools import cache
from pathlib import Path

from questionnaire.errors import ContentError, NotFoundError
from questionnaire.loading.files import EARLIER_CONTENT, FolderReader
from questionnaire.loading.loader import CONTENT, load, questionnaire
from questionnaire.loading.problem import Problem
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.versions.transition import FILE, FILE_NAME, Transition, transition_problems

HISTORY_FOLDER = "overgangen"


@cache
def present(folder: Path = CONTENT) -> Questionnaire:
    """The full content of the present version. Raises ContentError when its files are wrong."""
    return questionnaire() if folder == CONTENT else load(folder)


@cache
def content_of(version: str, folder: Path = CONTENT) -> Questionnaire:
    """The full content of a version, present or earlier.

    Raises:
        ContentError: Its files are wrong.
        NotFoundError: This product does not have that version.
    """
    newest = present(folder)
    if version == newest.version:
        return newest
    for earlier in _folders(folder):
        if earlier.name == version:
            return load(earlier / EARLIER_CONTENT)
    raise NotFoundError(
        f"Dit programma heeft versie {version} van de vragenlijst niet. Het heeft versie {newest.version}. "
        "Vraag de beheerder om een programma met die versie."
    )


@cache
def transitions(folder: Path = CONTENT) -> tuple[Transition, ...]:
    """All transitions, oldest first; each begins where the one before it ends and the last ends at the present.

    Raises:
        ContentError: With every mistake in every transition, one per line, in Dutch.
    """
    found = {earlier.name: _read(earlier) for earlier in _folders(folder)}
    problems = [problem for earlier, (_, told) in found.items() for problem in _placed(earlier, told)]
    chain = _chain([transition for transition, told in found.values() if not told], present(folder).version)
    linked = {transition.old_version for transition in chain}
    for name, (_, told) in found.items():
        if name not in linked and not told:
            text = f"leidt niet naar versie {present(folder).version}; verbeter 'naar' of haal de map weg"
            problems.append(Problem(f"{HISTORY_FOLDER}/{name}/{FILE}", ("naar",), text))
    if not problems:
        problems = [problem for transition in chain for problem in _misfits(transition, folder)]
    if problems:
        raise ContentError("\n".join(map(str, problems)))
    return chain


def transitions_from(version: str, folder: Path = CONTENT) -> tuple[Transition, ...]:
    """The transitions from a version to the present one, in order; none for the present one.

    Raises:
        NotFoundError: No transition starts at that version.
    """
    chain = transitions(folder)
    versions = [transition.old_version for transition in chain]
    if version == present(folder).version:
        return ()
    if version not in versions:
        content_of(version, folder)  # raises: a version that is here has a transition
    return chain[versions.index(version) :]


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / HISTORY_FOLDER).glob("*") if path.is_dir())


def _read(earlier: Path) -> tuple[Transition, list[Problem]]:
    reader = FolderReader(earlier)
    transition = reader.read(FILE_NAME, Transition)
    problems = reader.problems
    if not problems and transition.old_version != earlier.name:
        text = f"'{transition.old_version}' is niet de naam van de map; schrijf '{earlier.name}'"
        problems = [Problem(FILE, ("van",), text)]
    return transition, problems


def _chain(found: list[Transition], present: str) -> tuple[Transition, ...]:
    """The transitions that lead to the present version, oldest first."""
    by_target = {transition.new_version: transition for transition in found}
    chain: list[Transition] = []
    while (step := by_target.pop(present, None)) is not None:
        chain.insert(0, step)
        present = step.old_version
    return tuple(chain)


def _misfits(transition: Transition, folder: Path) -> list[Problem]:
    old, new = (content_of(version, folder) for version in (transition.old_version, transition.new_version))
    return _placed(transition.old_version, transition_problems(transition, old, new))


def _placed(version: str, problems: list[Problem]) -> list[Problem]:
    """The same problems, with the folder in which the file stands."""
    return [
        Problem(f"{HISTORY_FOLDER}/{version}/{problem.file}", problem.place, problem.text) for problem in problems
    ]
