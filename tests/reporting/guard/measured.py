"""Let the guard judge one file in a fresh process: `python -m tests.reporting.guard.measured FILE` prints JSON."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from reporting.guard import RefusedFileError, open_safely

ROOT = Path(__file__).resolve().parents[3]
STATUS = Path("/proc/self/status")


def in_own_process(module: str, upload: bytes, folder: Path) -> dict[str, Any]:
    """What a module of measurements, such as this one, prints about a file."""
    path = folder / "upload.docx"
    path.write_bytes(upload)
    command = [sys.executable, "-m", module, str(path)]
    found: dict[str, Any] = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
    return found


def peak_megabytes() -> float:
    """Most memory this process ever used; 0 where there is no /proc.

    Not from getrusage: on Linux that starts at what the process that started this one used.
    """
    lines = STATUS.read_text("utf-8").splitlines() if STATUS.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0)


def main(path: str) -> None:
    upload = Path(path).read_bytes()
    message = ""
    before, start = peak_megabytes(), time.process_time()
    try:
        open_safely(upload)
    except RefusedFileError as error:
        message = str(error)
    seconds, megabytes = time.process_time() - start, peak_megabytes() - before
    sys.stdout.write(json.dumps({"message": message, "seconds": seconds, "megabytes": megabytes}))


if __name__ == "__main__":
    main(sys.argv[1])
