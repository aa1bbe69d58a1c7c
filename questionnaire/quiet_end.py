"""A command whose reader stops early, as `| head` does, ends quietly."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_when_nobody_reads() -> Iterator[None]:
    """Run what is printed inside to its end, or to where the reader stopped; that is no mistake of anybody."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())  # Python prints what is left when it ends
        os.close(nowhere)
