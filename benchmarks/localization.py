"""How often the faulty statement comes first, on each data set: ours beside plain Ochiai and beside guessing.

    python benchmarks/localization.py [--data FOLDER] [--set NAME …] [--limit N]

A rank counts statements inside functions; where several share a rank, the expected one counts, and `top-k` is the
probability that a faulty statement is among the first k when ties are broken at random.
The data are not part of this repository: without them there is nothing to measure, and this says so.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import comb, sqrt
from pathlib import Path

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Outcome, RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.localize.spectrum import suspects
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

SHARED = Path(__file__).resolve().parents[2] / "shared"
SETS = ("quixbugs", "humanevalfix", "refactory", "socratic_benchmark", "treeinstruct")
LIMITS = Limits(wall_seconds=20.0, test_seconds=1.0)
AT_ONCE = 2

Keys = list[float]  # one per statement; the greater, the more suspect


@dataclass(frozen=True)
class Program:
    """One program of a set, its statements, the faulty ones (by number), and what its tests showed."""

    source: Source
    statements: tuple[Statement, ...]
    faulty: frozenset[int]
    run: RunResult
    seconds: float


@dataclass(frozen=True)
class Rank:
    """Where the first faulty statement stands."""

    first: float
    third: float
    expected: float


def guess(program: Program) -> Keys:
    """Rank the statements that a failing test runs before the others, and no further."""
    lines = {line for test in program.run.failing for line in test.lines}
    return [float(any(line in lines for line in _lines(each))) for each in program.statements]


def ochiai(program: Program) -> Keys:
    """Rank by Ochiai's coefficient alone."""
    failing = [test.lines for test in program.run.failing]
    passing = [test.lines for test in program.run.tests if test.outcome is Outcome.PASSED]
    keys = []
    for each in program.statements:
        bad, good = (sum(any(line in ran for line in _lines(each)) for ran in tests) for tests in (failing, passing))
        keys.append(round(bad / sqrt(len(failing) * (bad + good)), 9) if bad else 0.0)
    return keys


def ours(program: Program) -> Keys:
    """Rank as Gadfly does."""
    ranked = {each.line: -number for number, each in reversed(list(enumerate(suspects(program.source, program.run))))}
    return [float(ranked.get(each.line, -(10**6))) for each in program.statements]


def rank(program: Program, keys: Keys) -> Rank:
    """Give the expected rank of the first faulty statement, ties broken at random."""
    best = max(keys[number] for number in program.faulty)
    higher = sum(key > best for key in keys)
    tied = sum(key == best for key in keys)
    hits = sum(keys[number] == best for number in program.faulty)
    chances = [
        1 - comb(tied - hits, max(0, min(k - higher, tied))) / comb(tied, max(0, min(k - higher, tied))) for k in (1, 3)
    ]
    return Rank(chances[0], chances[1], higher + (tied + 1) / (hits + 1))


def row(name: str, way: str, ranks: Sequence[Rank]) -> str:
    """Write one line of the table."""
    top = [100 * statistics.mean(getattr(each, field) for each in ranks) for field in ("first", "third")]
    strict = [sum(each.expected <= most for each in ranks) for most in (1, 3)]
    return f"| {name} | {len(ranks)} | {way} | {top[0]:.1f} | {top[1]:.1f} | {strict[0]} | {strict[1]} |"


def _lines(statement: Statement) -> range:
    return range(statement.line, statement.end_line + 1)


def _is_ranked(statement: Statement) -> bool:
    return statement.function is not None and statement.kind not in ("function_definition", "class_definition")


async def watch(folder: Path, runner: Runner) -> Program | None:
    """Run the tests of one program; nothing if none of them fails or nobody knows where the fault is."""
    item = json.loads((folder / "item.json").read_text("utf-8"))
    known = item.get("bug_stmt_lines") or item.get("bug_lines") or ()
    source = Source.parse((folder / "program.py").read_text("utf-8"))
    statements = tuple(filter(_is_ranked, source.statements()))
    faulty = frozenset(n for n, each in enumerate(statements) if any(line in _lines(each) for line in known))
    if source.broken or not faulty:
        return None
    assignment = Assignment(folder / "program.py", (folder / "test_program.py",), folder)
    began = time.perf_counter()
    run = await runner.run(assignment, interpreter=Path(sys.executable), limits=LIMITS)
    suspects(source, run)
    return Program(source, statements, faulty, run, time.perf_counter() - began) if run.failing else None


async def watch_all(folders: Sequence[Path]) -> list[Program]:
    """Run all programs, two at a time."""
    async with Runner() as runner:
        await runner.warm(Path(sys.executable))
        turns = asyncio.Semaphore(AT_ONCE)

        async def in_turn(folder: Path) -> Program | None:
            async with turns:
                return await watch(folder, runner)

        return [seen for seen in await asyncio.gather(*map(in_turn, folders)) if seen is not None]


def measured(data: Path, name: str, limit: int) -> Iterator[str]:
    """Write the lines of one set."""
    with tempfile.TemporaryDirectory() as place:
        tool = SHARED / "tools" / "materialize.py"
        command = [sys.executable, str(tool), str(data / name / "dev.jsonl"), place]
        command += ["--limit", str(limit)] if limit else []
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        programs = asyncio.run(watch_all(sorted(path for path in Path(place).iterdir() if path.is_dir())))
    ways: dict[str, Callable[[Program], Keys]] = {"guessing": guess, "Ochiai": ochiai, "Gadfly": ours}
    for way, keys in ways.items():
        yield row(name, way, [rank(each, keys(each)) for each in programs])
    seconds = sorted(each.seconds for each in programs)
    print(
        f"{name}: ranked in {statistics.median(seconds):.2f} s (median), {seconds[-1]:.2f} s (longest)", file=sys.stderr
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--set", nargs="*", default=SETS, choices=SETS)
    parser.add_argument("--limit", type=int, default=60, help="the first so many programs of a set; 0 for all")
    options = parser.parse_args()
    print("## Finding the faulty statement\n")
    present = [name for name in options.set if (options.data / name / "dev.jsonl").is_file()]
    if not present:
        print("Not measured: the data sets are not here. `--data FOLDER` names their place.")
        return
    print("The weights that break ties were chosen on these sets: the row of Gadfly is a fit, not a forecast.\n")
    print("| set | programs | way | top-1 % | top-3 % | expected rank ≤ 1 | expected rank ≤ 3 |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for name in present:
        for line in measured(options.data, name, options.limit):
            print(line, flush=True)


if __name__ == "__main__":
    main()
