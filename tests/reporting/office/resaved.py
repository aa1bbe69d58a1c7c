"""Open an Office file in LibreOffice and save it again: what users who have no Word or Excel send us."""

import subprocess
from pathlib import Path

from reporting.office.conversion import find_office


def saved_by_libreoffice(document: bytes, folder: Path, kind: str = "docx") -> bytes:
    """The same .docx or .xlsx as LibreOffice writes it; `folder` is for its profile and files."""
    office = find_office()
    assert office is not None, "LibreOffice is missing: run `.ci/install tools`."
    source, target = folder / f"bron.{kind}", folder / "uit"
    source.write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    command = [
        str(office.path),
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(target),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (target / source.name).read_bytes()
