"""When Python looks for circular garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """No search for circular garbage while something large is made or read; the next search finds what there is.

    Each search looks at everything that was made so far, and nearly all of that is in use: a fifth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
