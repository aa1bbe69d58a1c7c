"""Work of several requests in one go: who comes while a thread works, waits and goes along the next time.

One save waits for the disk; a hundred in one transaction wait for it once.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from anyio import to_thread

from questionnaire.errors import AppError

Asked = TypeVar("Asked")
Given = TypeVar("Given")
LARGEST = 50
"""Most requests in one go, so that others who write do not wait long."""


class Groups(Generic[Asked, Given]):
    """Hands requests to `work` in groups, in a thread; belongs to one event loop at a time."""

    def __init__(self, work: Callable[[Sequence[Asked]], Sequence[Given | Exception]]) -> None:
        self._work = work
        self._waiting: list[tuple[Asked, asyncio.Future[Given]]] = []
        self._running: asyncio.Task[None] | None = None

    async def ask(self, asked: Asked) -> Given:
        """What `work` gives for this request; raises what it gives as an exception, or raises itself."""
        loop = asyncio.get_running_loop()
        if self._running is not None and self._running.get_loop() is not loop:
            raise RuntimeError("these groups are in use by another event loop")
        future: asyncio.Future[Given] = loop.create_future()
        self._waiting.append((asked, future))
        if self._running is None:
            self._running = loop.create_task(self._run())
        return await future

    async def _run(self) -> None:
        try:
            while self._waiting:
                group, self._waiting = self._waiting[:LARGEST], self._waiting[LARGEST:]
                given = await to_thread.run_sync(self._given, [asked for asked, _ in group])
                for (_, future), each in zip(group, given, strict=True):
                    _settle(future, each)
        finally:
            self._running = None

    def _given(self, group: Sequence[Asked]) -> Sequence[Given | Exception]:
        """What came of a group; when it failed as a whole and not in words, what came of each by itself."""
        try:
            return self._work(group)
        except AppError as error:
            return [error] * len(group)
        except Exception as error:  # noqa: BLE001 (who asked is told)
            return [error] if len(group) == 1 else [self._given([each])[0] for each in group]


def _settle(future: asyncio.Future[Given], given: Given | Exception) -> None:
    if future.done():  # nobody waits for it any more
        return
    if isinstance(given, Exception):
        future.set_exception(given)
    else:
        future.set_result(given)
