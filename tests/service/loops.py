"""An event loop of its own for one test: a browser in the same process keeps one running in the main thread."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def run(work: Coroutine[object, object, T]) -> T:
    """What ``work`` gives, run to its end in a new event loop in a thread of its own; errors pass through."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
