"""How every command of ours ends: with an exit code, a message in Dutch, and quietly when nobody reads on."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from questionnaire.errors import AppError

OK, REFUSED = 0, 2


def exit_code(run: Callable[[], None]) -> int:
    """Run a command; the exit code is 0, or 2 after one message in Dutch on standard error."""
    try:
        with _quiet_when_nobody_reads():
            run()
    except AppError as error:
        print(error, file=sys.stderr)  # noqa: T201 - this is what a command says
        return REFUSED
    return OK


@contextmanager
def _quiet_when_nobody_reads() -> Iterator[None]:
    """Print to the end, or to where the reader stopped, as `| head` does; that is no mistake of anybody."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())  # Python prints what is left when it ends
        os.close(nowhere)
