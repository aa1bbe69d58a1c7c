"""Word files as LibreOffice lays them out on pages; all in one run: starting it costs more than a report."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from reporting.office.conversion import find_office

TIME_LIMIT = 240


def pages_of_all(documents: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """The text of every page of each document by name; `folder` is for the profile and the files."""
    office = find_office()
    assert office is not None, "LibreOffice is missing: run `.ci/install tools`."
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(document)
    command = [
        str(office.path),
        f"-env:UserInstallation={(folder / 'profiel').as_uri()}",
        *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
        *(str(folder / f"{name}.docx") for name in documents),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=TIME_LIMIT)
    return {name: pages_of(folder / f"{name}.pdf") for name in documents}


def pages_of(pdf: Path) -> list[str]:
    """The text of every page."""
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    return done.stdout.split("\f")[:-1]
