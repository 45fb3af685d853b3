"""Do the tests agree by luck? Where a statement can be otherwise and no test would notice, although a call could tell.

This is mutation analysis (DeMillo, Lipton and Sayward, 1978) at the few statements that were just repaired. A mutant
counts only if some call near those of the tests gives something else with it, so that it is no equivalent one.
"""

from __future__ import annotations

import ast
import asyncio
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Call, Outcome, RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget, Candidate
from gadfly_analyzers.localize.repairs.candidates import candidates
from gadfly_analyzers.localize.repairs.repair import edits_of
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.python_text import expression_of
from gadfly_analyzers.source import Source

KINDS = ("comparison/", "constant/", "off_by_one/")  # what students choose wrongly and tests miss
MOST_PLACES, MOST_CALLS, MOST_MUTANTS = 6, 40, 40
BUDGET = Budget(candidates=MOST_MUTANTS, steps=4_000_000, seconds=6.0)


async def lucky_lines(  # noqa: PLR0913, PLR0917 # what a run needs
    source: Source,
    assignment: Assignment,
    run: RunResult,
    lines: Collection[int],
    runner: Runner,
    interpreter: Path,
    limits: Limits,
) -> tuple[int, ...] | None:
    """Give those of the 1-based lines whose statement could be otherwise without any test to notice it.

    ``run`` is one in which all tests pass. ``None`` if nothing could be judged: there is no call to vary and no mutant,
    or the time did not suffice, so that the answer is the same every time.
    """
    places = [each for each in source.statements() if any(each.line <= line <= each.end_line for line in lines)]
    calls = near_calls(run, _numbers(places, source))
    mutants = await asyncio.to_thread(_mutants, source, places)
    if run.failing or not calls or not mutants:
        return None
    with TemporaryDirectory(prefix="gadfly-") as folder:
        known = await runner.run(_with(assignment, folder, [*calls], only=True), interpreter=interpreter, limits=limits)
        values = [
            (test.calls[-1].text, test.calls[-1].returned.text)
            for test in known.tests
            if test.calls and test.calls[-1].literal and (gave := test.calls[-1].returned) and gave.literal
        ]
        same = ", ".join(f"{call} == {value}" for call, value in values)
        telling = _with(
            assignment, folder, [f"assert not all([{same}])"]
        )  # which passes if any call gives another value
        both = await runner.run(telling, interpreter=interpreter, limits=limits)
        trials = await runner.search(
            telling,
            both,
            [edits for _, edits in mutants],
            interpreter=interpreter,
            limits=limits,
            budget=BUDGET,
        )
    if not trials.complete:
        return None
    unseen = (mutants[verdict.number][0] for verdict in trials.verdicts if verdict.passed and not verdict.broken)
    return tuple(sorted({each.line for each in unseen}))


def near_calls(run: RunResult, numbers: Collection[int] = ()) -> tuple[str, ...]:
    """Calls like those of the tests, each with one argument a little otherwise; none that a test makes itself.

    ``numbers`` are tried in the place of numbers, for at these a program may turn.
    """
    made = [call for test in run.tests if test.outcome is Outcome.PASSED for call in test.calls if _is_plain(call)]
    own = {call.text for call in made}
    each = [_varied(call.text, numbers) for call in made]
    in_turn = (text for texts in zip_longest(*each) for text in texts if text is not None and text not in own)
    return tuple(islice(dict.fromkeys(in_turn), MOST_CALLS))


def _is_plain(call: Call) -> bool:
    return call.literal and call.returned is not None and call.returned.literal and "." not in call.function


def _numbers(places: Sequence[Statement], source: Source) -> list[int]:
    """The whole numbers in statements, below zero where a minus stands before them, with their neighbours."""
    texts = (source.data[place.span.start : place.span.end].decode("utf-8", "replace") for place in places)
    found = [int(each) for text in texts for each in re.findall(r"(?<![\w.])-?\d{1,9}(?![\w.])", text)]
    return [number + step for number in found for step in (0, -1, 1)]


def _varied(text: str, numbers: Collection[int]) -> Iterator[str]:
    try:
        tree = expression_of(text)
        values = [ast.literal_eval(argument) for argument in tree.args] if isinstance(tree, ast.Call) else []
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    if not isinstance(tree, ast.Call) or tree.keywords:
        return
    function = ast.unparse(tree.func)
    for at, value in enumerate(values):
        for other in _beside(value, numbers):
            shown = ", ".join(repr(other if at == place else each) for place, each in enumerate(values))
            yield f"{function}({shown})"


def _beside(value: Any, numbers: Collection[int]) -> Iterator[Any]:
    """Values near a value, and those at which conditions turn."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, (int, float)):
        yield from (*numbers, value + 1, value - 1, type(value)(0), -value)
    elif isinstance(value, str):
        yield from (value[:-1], value[1:], value + value[-1:], value[::-1], "")
    elif isinstance(value, (list, tuple)):
        kind, items = type(value), [*value]
        yield from map(kind, (items[:-1], items[1:], items + items[-1:], items[::-1], []))
        for at, inner in enumerate(items):
            yield from (kind([*items[:at], other, *items[at + 1 :]]) for other in _beside(inner, numbers))


def _mutants(source: Source, places: Sequence[Statement]) -> list[tuple[Statement, Candidate]]:
    found = (
        (place, sorted(edits_of(repair)))
        for place in places[:MOST_PLACES]
        for repair in candidates(source, [place])
        if repair.kind.startswith(KINDS) and repair.span == place.span
    )
    return [*islice(found, MOST_MUTANTS)]


def _with(assignment: Assignment, folder: str, lines: Sequence[str], *, only: bool = False) -> Assignment:
    """The assignment with a test for each line, beside its own tests or without them."""
    file = Path(folder) / f"test_near_{assignment.program.stem}{len(lines)}{only}.py"
    tests = "".join(f"def test_{number}():\n    {line}\n" for number, line in enumerate(lines))
    file.write_text(f"from {assignment.program.stem} import *\n{tests}", encoding="utf-8")
    return Assignment(assignment.program, (file,) if only else (*assignment.tests, file), assignment.root)
