"""Whom the app calls: every Python process that starts meanwhile writes it down, before it does."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SCRIPT = """
import os, sys

def record(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        place = arguments[1] if event in ("socket.connect", "socket.sendto") else arguments[0]
        with open(os.environ["WAS_WORDT_CONNECTIONS"], "a") as file:
            file.write(f"{event} {place!r}\\n")

sys.addaudithook(record)
"""
"""Python runs this at the start of every process."""
THIS_COMPUTER = ("'127.0.0.1'", "'localhost'", "'::1'", "socket.connect '/", "socket.connect b'/", " None")


@contextmanager
def recording(folder: Path) -> Iterator[Path]:
    """The file in which every Python process started from here writes whom it calls."""
    (folder / "sitecustomize.py").write_text(SCRIPT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder))
        patch.setenv("WAS_WORDT_CONNECTIONS", str(folder / "connections"))
        yield folder / "connections"


def outgoing(connections: Path) -> list[str]:
    """The calls to other computers."""
    lines = connections.read_text(encoding="utf-8").splitlines() if connections.exists() else []
    return [line for line in lines if not any(place in line for place in THIS_COMPUTER)]
