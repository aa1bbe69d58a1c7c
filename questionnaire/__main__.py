"""The questionnaire without a screen: check the content, write the fictional example."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from questionnaire.command_line import exit_code
from questionnaire.errors import InvalidInputError
from questionnaire.loading.loader import CONTENT, questionnaire

USAGE = """\
Gebruik:
  python -m questionnaire controleer [MAP]
      Controleert de inhoud (zonder MAP: die van dit programma) en toont aantallen en leesniveau.
  python -m questionnaire voorbeeld UITVOER.json
      Schrijft het verzonnen voorbeeld als bestand. Een bestand met die naam wordt vervangen.
  python -m questionnaire --help
      Toont deze uitleg."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit code is 0, or 2 after one message in Dutch on standard error."""
    return exit_code(lambda: run(arguments))


def run(arguments: Sequence[str]) -> None:
    """Choose the command; raises AppError."""
    if set(arguments) & {"-h", "--help"}:
        print(USAGE)
        return
    if not arguments:
        raise InvalidInputError(f"Geef een opdracht.\n{USAGE}")
    name, *rest = arguments
    command = COMMANDS.get(name)
    if command is None:
        raise InvalidInputError(f"De opdracht '{name}' bestaat niet.\n{USAGE}")
    command(rest)


def check_content(arguments: Sequence[str]) -> None:
    """Check a content folder and print what is in it."""
    from questionnaire.checking.check import check, report_lines  # noqa: PLC0415 (loads schemas and textstat)

    if len(arguments) > 1:
        raise InvalidInputError(f"Geef hoogstens één map.\n{USAGE}")
    folder = Path(arguments[0]) if arguments else CONTENT
    print("\n".join(report_lines(check(folder))))


def write_example(arguments: Sequence[str]) -> None:
    """Write the fictional example as JSON."""
    from questionnaire.example import load_example  # noqa: PLC0415 (only for this command)
    from questionnaire.exchange.document import to_json  # noqa: PLC0415 (only for this command)

    if len(arguments) != 1:
        raise InvalidInputError(f"Geef precies één bestandsnaam voor het voorbeeld.\n{USAGE}")
    content = questionnaire()
    path = Path(arguments[0])
    text = to_json(load_example(content), content)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InvalidInputError(
            f"{path}: schrijven lukt niet. Kies een map die bestaat en waarin u mag schrijven."
        ) from error
    print(f"Het voorbeeld staat in {path}.")


COMMANDS: dict[str, Callable[[Sequence[str]], None]] = {"controleer": check_content, "voorbeeld": write_example}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
