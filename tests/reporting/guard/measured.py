"""Let the guard judge one file in a fresh process: `python -m tests.reporting.guard.measured FILE` prints JSON."""

import json
import sys
import time
from pathlib import Path

from reporting.guard import RefusedFileError, open_safely

STATUS = Path("/proc/self/status")


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
