"""Tables of data and nests that nobody could read do not keep the search for repairs from coming to its end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from gadfly_analyzers.localize.repairs.candidates import candidates
from gadfly_analyzers.source import Source
from gadfly_server.tutor.shape import shape_of
from helpers.counted import calls_of

WORK = "def work(n):\n    total = n + 1\n    return total\n"
TABLES: dict[str, Callable[[int], str]] = {
    "numbers": lambda size: "X = [" + "1, " * size + "]\n",
    "words": lambda size: "X = {" + ", ".join(f"'word{number}'" for number in range(size)) + "}\n",
    "calls": lambda size: "print(" + "f(x), " * size + ")\n",
    "rows": lambda size: "X = 0\n" * size,
}
NESTS = {
    "signs": "X = " + "-" * 20_000 + "1\n",
    "sums": "X = " + "+".join(["1"] * 5_000) + "\n",
    "attributes": "def other(a):\n    return a" + ".b" * 20_000 + "\n",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_twice_as_long_is_not_four_times_the_work(table: Callable[[int], str]) -> None:
    work = [calls_of(partial(_kinds, table(size) + WORK, slice(0, 4))) for size in (400, 800)]
    assert work[1] < 3 * work[0]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_beside_a_table_repairs_are_found_as_without_it(table: Callable[[int], str]) -> None:
    alone = _kinds(WORK, slice(-2, None))
    assert alone
    assert alone <= _kinds(table(4_000) + WORK, slice(-2, None))


@pytest.mark.parametrize("nest", NESTS.values(), ids=NESTS)
def test_what_nobody_could_read_has_no_repairs_and_its_outline_is_read_at_once(nest: str) -> None:
    source = Source.parse(nest + WORK)
    assert [*candidates(source, source.statements())] == []
    assert [each.name for each in shape_of(source).routines][-1] == "work"


def _kinds(program: str, where: slice) -> set[str]:
    """Give the kinds of the repairs that are looked for at some of the statements."""
    source = Source.parse(program)
    return {repair.kind for repair in candidates(source, source.statements()[where])}
