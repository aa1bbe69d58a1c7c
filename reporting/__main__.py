"""Reports without a screen: `python -m reporting --help`."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

from questionnaire.command_line import exit_code
from questionnaire.errors import InvalidInputError
from questionnaire.exchange.parsing import MAX_BYTES
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.delta import Delta
from questionnaire.scoring.score import Result, Score
from questionnaire.versions.history import content_of
from questionnaire.versions.opening import open_file
from questionnaire.versions.path import asked_no_more, bring, compare_rounds
from reporting.document.choice import ReportChoice, Scope
from reporting.guard import LIMITS, open_safely
from reporting.office.conversion import OfficeError, failed, find_office
from reporting.report import make_annex, make_delta_report, make_note, make_report
from reporting.usage import USAGE

ENDING_BY_PART = {"openbaar": "", "intern": "-interne-bijlage", "nota": "-collegenota"}
DELTA = "verschil"
PARTS = (*ENDING_BY_PART, "alles", DELTA)


class DutchParser(argparse.ArgumentParser):
    """A parser that says in Dutch how it is used, whatever is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        """Refuse; argparse's own message is English, so the usage is shown instead."""
        raise InvalidInputError(f"De opdracht klopt niet.\n{USAGE}")

    def format_help(self) -> str:
        """The same usage for --help."""
        return f"{USAGE}\n"


def parser() -> DutchParser:
    """The commands."""
    whole = DutchParser(prog="python -m reporting", allow_abbrev=False)
    commands = whole.add_subparsers(dest="command", required=True, parser_class=DutchParser)
    report = commands.add_parser("rapport", allow_abbrev=False)
    report.add_argument("source", type=Path)
    report.add_argument("target", type=Path)
    report.add_argument("--sjabloon", type=Path, dest="template")
    report.add_argument("--deel", choices=PARTS, default="openbaar", dest="part")
    report.add_argument("--eerder", type=Path, dest="earlier")
    scope = report.add_mutually_exclusive_group()
    scope.add_argument("--kort", action="store_true", dest="is_short")
    scope.add_argument("--stap", type=int, dest="step")
    annexes = report.add_mutually_exclusive_group()
    annexes.add_argument("--met-bijlagen", action="store_true", dest="has_annexes")
    annexes.add_argument("--zonder-bijlagen", action="store_true", dest="without_annexes")
    report.add_argument("--opmerkingen", action="store_true", dest="has_comments")
    report.add_argument("--paginanummers", action="store_true", dest="has_page_numbers")
    report.set_defaults(run=write_report)
    actions = commands.add_parser("acties", allow_abbrev=False)
    actions.add_argument("source", type=Path)
    actions.add_argument("target", type=Path)
    actions.set_defaults(run=write_actions)
    form = commands.add_parser("invullijst", allow_abbrev=False)
    form.add_argument("source", type=Path)
    form.add_argument("target", type=Path)
    part = form.add_mutually_exclusive_group()
    part.add_argument("--stap", type=int, dest="step")
    part.add_argument("--kern", action="store_true", dest="is_core")
    form.add_argument("--leeg", action="store_true", dest="is_empty")
    form.set_defaults(run=write_form)
    score = commands.add_parser("score", allow_abbrev=False)
    score.add_argument("source", type=Path)
    score.set_defaults(run=print_score)
    table = commands.add_parser("tabel", allow_abbrev=False)
    table.add_argument("source", type=Path)
    table.add_argument("target", type=Path)
    table.set_defaults(run=write_table)
    return whole


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit code is 0, or 2 after one message in Dutch on standard error."""
    return exit_code(lambda: run(arguments))


def run(arguments: Sequence[str]) -> None:
    """Choose the command; raises AppError."""
    options = parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], None] = options.run
    command(options)


def write_report(options: argparse.Namespace) -> None:
    """Write the Word report, the internal annex, the note, or all three; nothing when one of them fails."""
    choice = report_choice(options)
    template = read_template(options.template) if options.template else None
    target = with_suffix(options.target, ".docx")
    result, today = read_result(options.source), date.today()  # noqa: DTZ011 - local day
    makers: dict[str, Callable[[], bytes]] = {
        "openbaar": lambda: make_report(result, today, template, choice),
        "intern": lambda: make_annex(result, today, template, asked_no_more(result.assessment)),
        "nota": lambda: make_note(result, today, template),
        DELTA: lambda: make_delta_report(read_delta(options.earlier, result), today, template),
    }
    if options.part == "alles":
        places = {part: target.with_stem(target.stem + ending) for part, ending in ENDING_BY_PART.items()}
    else:
        places = {options.part: target}
    documents = [makers[part]() for part in places]
    if options.has_page_numbers:
        documents = numbered(documents)
    for place, document in zip(places.values(), documents, strict=True):
        replace_file(place, document)


def numbered(documents: Sequence[bytes]) -> list[bytes]:
    """The documents with page numbers in their contents; when that fails as they are, with one message."""
    from reporting.office.page_numbers import with_page_numbers  # noqa: PLC0415 (loads pypdf)

    try:
        office = find_office()
        if office is None:
            raise failed("layout", "LibreOffice staat niet op deze computer")
        return [with_page_numbers(document, office) for document in documents]
    except OfficeError as error:
        print(error, file=sys.stderr)
        return list(documents)


def report_choice(options: argparse.Namespace) -> ReportChoice:
    """What goes into the public report; refused where there is no public report."""
    said = (options.is_short, options.has_annexes, options.without_annexes, options.has_comments)
    is_limited = any(said) or options.step is not None
    if (options.part == DELTA) != (options.earlier is not None):
        raise InvalidInputError(
            "--deel verschil en --eerder horen bij elkaar. Geef ze allebei, of geen van beide."
        )
    if is_limited and options.part in {"intern", "nota", DELTA}:
        raise InvalidInputError(
            "--kort, --stap, --met-bijlagen, --zonder-bijlagen en --opmerkingen gelden voor het openbare rapport. "
            f"Laat ze weg bij --deel {options.part}."
        )
    if options.is_short and options.has_comments:
        raise InvalidInputError(
            "--opmerkingen en --kort gaan niet samen: een kort rapport heeft geen normen. Laat een van beide weg."
        )
    chosen = ReportChoice(has_annexes=options.has_annexes, has_comments=options.has_comments)
    if options.step is not None:
        return replace(chosen, scope=Scope.STEP, step=options.step)
    return replace(chosen, scope=Scope.SUMMARY) if options.is_short else chosen


def write_table(options: argparse.Namespace) -> None:
    """Write the answers as Excel or CSV."""
    from reporting.tables.answers import to_csv, to_excel  # noqa: PLC0415 (loads pandas)

    target = with_suffix(options.target, ".xlsx", ".csv")
    make = to_csv if target.suffix.lower() == ".csv" else to_excel
    replace_file(target, make(read_result(options.source)))


def write_actions(options: argparse.Namespace) -> None:
    """Write the actions as Excel, CSV or calendar file."""
    from reporting.tables import actions as action_list  # noqa: PLC0415
    from reporting.tables.calendar import calendar_file  # noqa: PLC0415 (loads icalendar)

    target = with_suffix(options.target, ".xlsx", ".csv", ".ics")
    makers: dict[str, Callable[[Result], bytes]] = {
        ".xlsx": action_list.to_excel,
        ".csv": action_list.to_csv,
        ".ics": lambda result: calendar_file(result, datetime.now(UTC)),
    }
    replace_file(target, makers[target.suffix.lower()](read_result(options.source)))


def write_form(options: argparse.Namespace) -> None:
    """Write the form to fill in, as Word or Excel."""
    from reporting.forms.excel.form import make_excel_form  # noqa: PLC0415
    from reporting.forms.selection import form_of  # noqa: PLC0415
    from reporting.forms.word.form import make_word_form  # noqa: PLC0415

    target = with_suffix(options.target, ".docx", ".xlsx")
    result, today = read_result(options.source), date.today()  # noqa: DTZ011 - local day
    content = content_of(result.assessment.content_version)
    choice = form_of(
        result.assessment, content, step=options.step, is_core=options.is_core, is_empty=options.is_empty
    )
    is_excel = target.suffix.lower() == ".xlsx"
    replace_file(target, make_excel_form(choice, today) if is_excel else make_word_form(choice, today))


def print_score(options: argparse.Namespace) -> None:
    """Print the points as JSON."""
    print(json.dumps(scores(read_result(options.source)), indent=2))


def scores(result: Result) -> dict[str, list[dict[str, str | int]]]:
    """Points per norm, step and theme: id, behaald, ontbreekt, open."""
    return {
        "normen": [points(norm.norm.id, norm.score) for norm in result.norms],
        "stappen": [points(step.section.id, step.score) for step in result.steps],
        "themas": [points(theme.section.id, theme.score) for theme in result.themes],
    }


def points(name: str, score: Score) -> dict[str, str | int]:
    """One item of the list."""
    return {"id": name, "behaald": score.reached, "ontbreekt": score.missing, "open": score.open}


def read_result(source: Path) -> Result:
    """Read an assessment and score it: a settled one as it was, any other by the present content."""
    data = read_file(source, "De zelfbeoordeling", most=MAX_BYTES)
    try:
        read = open_file(data)
    except InvalidInputError as error:
        raise InvalidInputError(f"{source}: {error}") from error
    return bring(read, read.content_version if read.is_locked else questionnaire().version).after


def read_delta(earlier: Path, result: Result) -> Delta:
    """The earlier round beside this one; refused when it is the later of the two."""
    before = read_result(earlier).assessment
    if before.reference_date > result.assessment.reference_date:
        raise InvalidInputError(
            f"{earlier}: deze zelfbeoordeling heeft een latere peildatum dan de andere. Wissel de bestanden om."
        )
    return compare_rounds(before, result.assessment)[0]


def read_template(path: Path) -> bytes:
    """The bytes of a template that the guard lets pass, as on screen."""
    template = read_file(path, "Het sjabloon", most=LIMITS.file)
    try:
        open_safely(template)
    except InvalidInputError as error:
        raise InvalidInputError(f"{path}: {error}") from error
    return template


def read_file(path: Path, what: str, most: int | None = None) -> bytes:
    """The bytes of a file, at most one more than `most`; raises InvalidInputError when that fails."""
    try:
        with path.open("rb") as file:
            return file.read() if most is None else file.read(most + 1)
    except OSError as error:
        raise InvalidInputError(
            f"{path}: {what} is niet te lezen. Controleer de naam van het bestand en of u het mag openen."
        ) from error


def with_suffix(path: Path, *suffixes: str) -> Path:
    """The path, when its name ends as it should; a report under a wrong name opens in the wrong program."""
    if path.suffix.lower() not in suffixes:
        raise InvalidInputError(f"{path}: kies een bestandsnaam die eindigt op {' of '.join(suffixes)}.")
    return path


def replace_file(path: Path, content: bytes) -> None:
    """Write a file beside its target and put it in place at once, so that a failure leaves what was there."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            unfinished.chmod(path.stat().st_mode if path.exists() else 0o666 & ~current_umask())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise InvalidInputError(
            f"{path}: schrijven lukt niet. Kies een map die bestaat en waarin u mag schrijven. Staat het bestand "
            "nog open? Sluit het dan eerst."
        ) from error


def current_umask() -> int:
    """The rights that a new file does not get; temporary files would be for the owner only."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
