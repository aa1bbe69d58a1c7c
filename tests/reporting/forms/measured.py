"""Read one form in a fresh process: `python -m tests.reporting.forms.measured FILE` prints JSON."""

import json
import sys
import time
from pathlib import Path

from questionnaire.errors import InvalidInputError
from reporting.forms.word.reading import read_word_form
from reporting.guard import open_safely
from tests.reporting.forms.filled import CONTENT
from tests.reporting.guard.measured import peak_megabytes


def main(path: str) -> None:
    upload = Path(path).read_bytes()
    message, findings, guarded = "", 0, 0.0
    before, start = peak_megabytes(), time.process_time()
    try:
        package = open_safely(upload)
        guarded = time.process_time() - start
        findings = len(read_word_form(package, "lijst.docx", CONTENT).findings)
    except InvalidInputError as error:
        message = str(error)
    found = {"message": message, "findings": findings, "guard": guarded, "seconds": time.process_time() - start}
    sys.stdout.write(json.dumps({**found, "megabytes": peak_megabytes() - before}))


if __name__ == "__main__":
    main(sys.argv[1])
