"""Start a Streamlit app as `make run` does, and write how long every run of its script took.

Usage: python -m tests.bench.timed_server RECORD.jsonl SCRIPT [options of streamlit run]. Each line of it is
one run: its milliseconds on the server, and those of the processor.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.web import cli


def main(record: Path, options: list[str]) -> None:
    """Serve until stopped."""
    run = ScriptRunner._run_script

    def timed_run(self: ScriptRunner, rerun_data: Any) -> None:
        started, cpu_started = time.perf_counter(), time.thread_time()
        try:
            run(self, rerun_data)
        finally:
            line = {
                "ms": 1000 * (time.perf_counter() - started),
                "cpu_ms": 1000 * (time.thread_time() - cpu_started),
            }
            with record.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(line) + "\n")

    ScriptRunner._run_script = timed_run  # type: ignore[method-assign]
    sys.argv = ["streamlit", "run", *options, "--server.headless=true"]
    cli.main(prog_name="streamlit")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
