"""Work of several requests goes in one go; what one of them meets is not told to another."""

import asyncio
import threading
from collections.abc import Sequence

import pytest

from questionnaire.store import StorageError
from service.groups import LARGEST, Groups
from tests.service.loops import run


def asked_together(groups: Groups[int, int], number: int) -> list[int | BaseException]:
    async def ask() -> list[int | BaseException]:
        return await asyncio.gather(*(groups.ask(each) for each in range(number)), return_exceptions=True)

    return run(ask())


def test_who_comes_while_others_are_served_goes_along_the_next_time() -> None:
    sizes: list[int] = []

    def doubled(group: Sequence[int]) -> list[int | Exception]:
        sizes.append(len(group))
        return [2 * each for each in group]

    assert asked_together(Groups(doubled), 2 * LARGEST + 3) == [2 * each for each in range(2 * LARGEST + 3)]
    assert sizes == [LARGEST, LARGEST, 3]


def test_an_error_is_told_to_who_caused_it() -> None:
    error = ValueError("dit niet")
    found = asked_together(Groups(lambda group: [error if each == 1 else each for each in group]), 3)
    assert found == [0, error, 2]


def test_a_storage_that_fails_is_told_to_all_and_asked_once() -> None:
    calls: list[Sequence[int]] = []

    def fail(group: Sequence[int]) -> list[int | Exception]:
        calls.append(group)
        raise StorageError("De schijf is vol.")

    assert [str(each) for each in asked_together(Groups(fail), 3)] == 3 * ["De schijf is vol."]
    assert len(calls) == 1


def test_after_a_bug_in_a_group_each_is_tried_by_itself() -> None:
    def work(group: Sequence[int]) -> list[int | Exception]:
        if 1 in group:
            raise ZeroDivisionError
        return list(group)

    first, second, third = asked_together(Groups(work), 3)
    assert (first, type(second), third) == (0, ZeroDivisionError, 2)


def test_who_left_is_still_served_and_the_next_one_too() -> None:
    may_go_on = threading.Event()
    served: list[int] = []

    def work(group: Sequence[int]) -> list[int | Exception]:
        may_go_on.wait(10)
        served.extend(group)
        return list(group)

    async def leave_and_ask() -> int:
        groups = Groups(work)
        left = asyncio.create_task(groups.ask(1))
        await asyncio.sleep(0)
        left.cancel()
        with pytest.raises(asyncio.CancelledError):
            await left
        may_go_on.set()
        return await groups.ask(2)

    assert run(leave_and_ask()) == 2
    assert served == [1, 2]


def test_an_event_loop_that_ended_halfway_leaves_nothing_behind() -> None:
    may_go_on = threading.Event()

    def work(group: Sequence[int]) -> list[int | Exception]:
        may_go_on.wait(10)
        return list(group)

    groups = Groups(work)

    async def end() -> None:
        task = asyncio.create_task(groups.ask(1))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        may_go_on.set()
        task.cancel()

    run(end())
    assert asked_together(groups, 2) == [0, 1]


def test_two_event_loops_at_once_are_refused_and_none_waits_for_ever() -> None:
    may_go_on = threading.Event()

    def work(group: Sequence[int]) -> list[int | Exception]:
        may_go_on.wait(10)
        return list(group)

    groups = Groups(work)

    async def first() -> int:
        mine = asyncio.create_task(groups.ask(1))
        await asyncio.sleep(0)
        other = await asyncio.to_thread(asked_together, groups, 1)
        may_go_on.set()
        assert isinstance(other[0], RuntimeError)
        return await mine

    assert run(first()) == 1
