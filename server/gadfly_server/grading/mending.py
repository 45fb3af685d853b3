"""Does code that a text writes down repair the program where the text points?  Tried, for there are more right repairs
than anybody knows of."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from functools import partial

from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.leaks.verdict import Kind
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_server.grading.case import Case
from gadfly_server.grading.pointing import places, quotes

LEVEL = 2  # at which the leak check tries pieces of code


async def mends(text: str, lines: Collection[int], case: Case) -> bool:
    """Put the code of a text that the program has not into the statements at some lines; tell if more tests pass."""
    new = [quoted for quoted in quotes(text) if not places(quoted, case.source.text)]
    held = [each for each in case.source.statements() if any(each.line <= line <= each.end_line for line in lines)]
    if not new or not held or case.bench is None or not case.bench.run.failing:
        return False
    suspects = tuple(Suspect(each.line, each.end_line, 1.0, ()) for each in held)
    checker = await asyncio.to_thread(
        partial(Checker, case.source, case.bench.run, suspects=suspects, workbench=case.bench)
    )
    told = await checker.verdict("\n".join(f"`` {piece} ``" for piece in new), LEVEL)
    return any(reason.kind is Kind.SPLICE for reason in told.reasons)
