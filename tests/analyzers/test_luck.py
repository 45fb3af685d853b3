"""Whether tests agree by luck, with real runs of real variants."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.localize.luck import lucky_lines, near_calls
from gadfly_analyzers.source import Source
from helpers.assignments import AMPLE, HERE, results, write

with_one_runner = pytest.mark.asyncio(loop_scope="module")
PRICE = """\
def price(age):
    cost = 10
    if age >= 65:
        cost = 5
    return cost
"""
OLD = "from work import price\n\ndef test_old():\n    assert price(80) == 5\n\n"
YOUNG = "def test_young():\n    assert price(30) == 10\n\n"
BORDER = "def test_border():\n    assert price(65) == 5\n\n"
JUST_BELOW = "def test_just_below():\n    assert price(64) == 10\n\n"
LARGEST = """\
def largest(numbers):
    best = numbers[0]
    for number in numbers:
        if number > best:
            best = number
    return best
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as one:
        yield one


async def lucky(runner: Runner, folder: Path, program: str, tests: str, *lines: int) -> tuple[int, ...] | None:
    assignment = write(folder, program, tests)
    run = await results(runner, assignment)
    source = Source.parse(program)
    return await lucky_lines(source, assignment, run, lines, runner, HERE, AMPLE)


@with_one_runner
async def test_a_border_that_no_test_looks_at(runner: Runner, tmp_path: Path) -> None:
    near = OLD + "def test_near():\n    assert price(66) == 5\n\n" + JUST_BELOW.replace("64", "63")
    assert await lucky(runner, tmp_path, PRICE, near, 3) == (3,)


@with_one_runner
async def test_a_border_that_tests_look_at_from_both_sides(runner: Runner, tmp_path: Path) -> None:
    assert await lucky(runner, tmp_path, PRICE, OLD + YOUNG + BORDER + JUST_BELOW, 3) == ()


@with_one_runner
async def test_only_the_lines_that_are_asked_about_count(runner: Runner, tmp_path: Path) -> None:
    assert await lucky(runner, tmp_path, PRICE, OLD + BORDER, 5) == ()


@with_one_runner
async def test_a_variant_that_never_gives_anything_else_is_no_luck(runner: Runner, tmp_path: Path) -> None:
    tests = (
        "from work import largest\n\n"
        "def test_up():\n    assert largest([1, 2, 1]) == 2\n\n"
        "def test_down():\n    assert largest([4, 1, 4]) == 4\n"
    )
    assert await lucky(runner, tmp_path, LARGEST, tests, 4) == ()


@with_one_runner
async def test_without_a_call_to_vary_nothing_is_said(runner: Runner, tmp_path: Path) -> None:
    tests = "import work\n\ndef test_a():\n    assert work.price.__name__ == 'price'\n"
    assert await lucky(runner, tmp_path, PRICE, tests, 3) is None


@with_one_runner
async def test_calls_near_those_of_the_tests(runner: Runner, tmp_path: Path) -> None:
    run = await results(runner, write(tmp_path, PRICE, OLD))
    assert near_calls(run) == ("price(81)", "price(79)", "price(0)", "price(-80)")


@with_one_runner
async def test_a_result_that_is_written_down_for_the_tests(runner: Runner, tmp_path: Path) -> None:
    program = "def warmest(temps):\n    return -2 if temps[0] == -5 else 9\n"
    tests = (
        "from work import warmest\n\n"
        "def test_cold():\n    assert warmest([-5, -2, -9]) == -2\n\n"
        "def test_warm():\n    assert warmest([3, 9, 4]) == 9\n"
    )
    assert await lucky(runner, tmp_path, program, tests, 2) == (2,)
