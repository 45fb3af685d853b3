"""What the parts of a short run's lines gave, and only where naming them changes nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.parts import named_parts, with_names
from gadfly_analyzers.trace.recording import Event, EventKind, Trace
from helpers.looks import look

with_one_runner = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as started:
        yield started


async def seen(runner: Runner, folder: Path, program: str, call: str) -> list[tuple[str, str, bool]]:
    tests = f"from program import *\n\ndef test_one():\n    assert {call} == 'no such result'\n"
    found, _ = await look(runner, folder, program, tests)
    return [(part.text, part.value.text, part.again) for part in found.parts]


@with_one_runner
@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("return n ** 2 + n", [("n ** 2", "9", False)]),
        ("return str(n * 2)[0]", [("str(n * 2)", "'6'", False), ("n * 2", "6", False)]),
        ("return 'a' if n > 4 else 'b' * n", [("n > 4", "False", False), ("'b' * n", "'bbb'", False)]),
        ("return [k for k in range(n) if k % 2 == 0]", [("k % 2 == 0", "True", True), ("k % 2", "0", True)]),
        ("return sum(k + 1 for k in range(n))", [("k + 1", "3", True)]),
        ("return n > 5 and n / 0 > 1", [("n > 5", "False", False)]),
    ],
)
async def test_parts_of_a_line_gave(
    runner: Runner, tmp_path: Path, line: str, parts: list[tuple[str, str, bool]]
) -> None:
    assert await seen(runner, tmp_path, f"def f(n):\n    {line}\n", "f(3)") == parts


@with_one_runner
@pytest.mark.parametrize(
    ("program", "call"),
    [
        ("def f(n):\n    return sorted({**locals(), 'a': n * 2})\n", "f(3)"),  # it would give something else
        ("def f(n):\n    t = 0\n    for k in range(n):\n        t += k * 2 + 1\n    return t\n", "f(9)"),  # it is long
        ("def f(n):\n    return lambda: n * 2\n", "f(3)()"),  # the line runs twice
        ("f = 3 * (2 + 1)\n", "f"),  # in no function
    ],
)
async def test_nothing_is_known_of_parts_where_it_may_be_otherwise(
    runner: Runner, tmp_path: Path, program: str, call: str
) -> None:
    assert await seen(runner, tmp_path, program, call) == []


@pytest.mark.parametrize(
    "line",
    [
        "return sum(v for v in d[1:] if len(str(v)) <= n - 1) + len(d)",
        "return max(d, key=lambda v: -v * n) + 1",
        "return [v * 2 for v in map(abs, d) if not v in [n + 1] and v < 9][0:n - 1]",
        "return {str(v): v % n for v in d}",
        "return (d[0] + n, *d[n - 2:], -n)",
        "d[n - 2] = d[0] + d[1] * n; return d",
        "d[0], d[n - 1] = d[n - 1] + 1, d[0]; return d",
        "d[n - 2] += n * 2; return d",
        "return f'{n + 1}' + 'ab'.upper() + str(n)",
        "return n < d[0] + 1 < n * 9 or d[n - 1] == 3",
        "return sorted(set(d) | {n + 4}, reverse=n > 2)",
        "return dict(a=n + 1, b=d[0])['a'] // 2",
        "return 'x' * n if n - 1 else d[n - 1]",
        "return sum(w * v for v in d for w in range(v % 3))",
        "return [[v + w for v in d[:n - 1]] for w in d[1:]]",
    ],
)
def test_naming_parts_changes_nothing(line: str) -> None:
    text = f"def f(d, n):\n    {line}\n"
    source = Source.parse(text)
    names = named_parts(source, Trace("t", (Event(EventKind.LINE, 0, "f", 2),), complete=True))
    assert names
    named = with_names(source, names).decode()
    assert result(named) == result(text)


def result(text: str) -> object:
    room: dict[str, object] = {}
    exec(text, room)
    function = room["f"]
    assert callable(function)
    return function([5, 2, 7], 3)
