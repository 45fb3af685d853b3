"""Which later versions of a program are right: told by trying them in one process instead of a run for each.

Only plain programs are told of without a run: those that have no tests of their own and cannot reach for what runs
them.  What is not told here may be right all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gadfly_analyzers.execution.probe.reach import can_reach
from gadfly_server.grading.joint import Joint, is_small
from gadfly_server.grading.workplace import parsed

_OWN_TESTS = re.compile(r"assert|>>>|test", re.IGNORECASE)


async def right_ones(programs: Sequence[str], bench: Joint) -> frozenset[str]:
    """Give those programs of which it is certain that they pass all tests that the program at the bench is run with."""
    plain = [program for program in programs if _is_plain(program)][: bench.budget.candidates]
    if not plain or bench.run.problems or not bench.run.failing:
        return frozenset()
    size = bench.assignment.program.stat().st_size
    trials = await bench.tried_along(tuple(((0, size, program.encode("utf-8")),) for program in plain))
    whole = {verdict.number for verdict in trials.verdicts if verdict.whole}
    return frozenset(plain[number] for number in whole) if is_small(trials) else frozenset()


def _is_plain(program: str) -> bool:
    tree = parsed(program)
    return tree is not None and not can_reach(tree) and not _OWN_TESTS.search(program)
