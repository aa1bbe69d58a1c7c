"""The app as a process of its own, with a database of its own, so that a test can stop, kill and restart it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Answer, Depth, Municipality, Organisation, OrganisationKind
from questionnaire.store import Store

PROJECT = Path(__file__).resolve().parents[2]
START_WITHIN_SECONDS = 60


class Server:
    """One running app. `store` opens the same database, so that a test sees what is really kept."""

    command: tuple[str, ...] = ("-m", "streamlit", "run", "asgi.py", "--server.headless", "true")
    """What is started, as `make run` does; the port is added."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "server.log"
        self._environment = {
            **os.environ,
            "WAS_WORDT_DATABASE": f"sqlite:///{folder / 'was-wordt.db'}",
        }
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self.store = Store.open(self._environment["WAS_WORDT_DATABASE"])

    @property
    def url(self) -> str:
        """Address of the start page, without a slash at the end."""
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Start the app, on the same port as before, and wait until it answers."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                (sys.executable, *self.command, "--server.port", str(self.port)),
                cwd=PROJECT,
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + START_WITHIN_SECONDS
        while not self._is_healthy():
            assert self._process.poll() is None, f"The app stopped while starting:\n{self.log()}"
            assert time.monotonic() < deadline, f"The app did not start:\n{self.log()}"
            time.sleep(0.1)

    def start_unless_running(self) -> None:
        """Start the app again when a test left it killed."""
        if self._process is None or self._process.poll() is not None:
            self.start()

    def kill(self) -> None:
        """End the app as a crash does (kill -9): it gets no moment to save anything."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    @contextmanager
    def suspended(self) -> Iterator[None]:
        """Let the app hang: connections stay open and nothing is answered."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def close(self) -> None:
        """Stop the app and let go of the database."""
        self.store.close()
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def log(self) -> str:
        """Everything the app printed so far."""
        return self._log.read_text(encoding="utf-8", errors="replace") if self._log.exists() else ""

    def new_assessment(self, depth: Depth = Depth.CORE) -> str:
        """Start an empty assessment, without the screen."""
        organisation = Organisation(
            kind=OrganisationKind.MUNICIPALITY,
            name="Gemeente Utrecht",
            municipalities=(Municipality(code="GM0344", name="Utrecht"),),
        )
        return self.store.create(organisation, depth, date(2026, 1, 31), questionnaire().version)

    def answer(self, assessment_id: str, norm_id: str) -> Answer:
        """The answer to a norm as it is stored; an empty one when there is none."""
        return self.store.load(assessment_id).assessment.answers.get(norm_id, Answer())

    def _is_healthy(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/_stcore/health", timeout=1) as response:
                return bool(response.status == 200)
        except (URLError, OSError):
            return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
