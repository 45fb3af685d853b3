"""For how many failing tests of the development sets is there a symptom that says more than that something differs?

    python benchmarks/symptoms.py [--data FOLDER] [--set NAME …] [--limit N] [--show]

Every failing test is run for real; the one in focus of each program is recorded, as for a student.
A symptom counts as specific from the rank "part" on: "less", "more", "fewer items" or "breaks off" do not count.
The data are not part of this repository: without them there is nothing to measure, and this says so.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from gadfly_analyzers.examine import smallest
from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits, hasty
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_analyzers.symptoms.evidence import Evidence
from gadfly_analyzers.symptoms.family import Rank, Symptom
from gadfly_analyzers.symptoms.naming import symptoms_of

HEADING = "## How a result is wrong\n\n"
SHARED = Path(__file__).resolve().parents[1].parent / "shared"
SETS = ("quixbugs", "humanevalfix", "refactory", "socratic_benchmark", "treeinstruct")
LIMITS = hasty(Limits(wall_seconds=20.0))
RANKS = tuple(reversed(Rank))


@dataclass(frozen=True)
class Told:
    """What was said of one failing test, and the milliseconds that this took."""

    program: str
    test: str
    first: Symptom
    milliseconds: float


def main() -> int:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--set", nargs="*", default=SETS)
    parser.add_argument("--limit", type=int, default=0, help="programs of each set")
    parser.add_argument("--show", action="store_true", help="print which symptom comes first how often")
    chosen = parser.parse_args()
    here = [name for name in chosen.set if (chosen.data / name / "dev.jsonl").is_file()]
    if not here:
        print(f"{HEADING}Skipped: the development data are not there.")
        return 0
    ranks = " | ".join(f"{each.name.lower()} %" for each in RANKS)
    print(f"{HEADING}`benchmarks/symptoms.py`: of each failing test the symptom that says most, by its rank.")
    print("The last two ranks do not count as specific: less or more, and that it differs at all.\n")
    print(f"| set | programs | failing tests | specific % | {ranks} | ms a test |")
    print("|---|---|---|---|" + "---|" * (len(RANKS) + 1))
    for name in here:
        told = asyncio.run(measured(chosen.data, name, chosen.limit))
        print(row(name, told), flush=True)
        if chosen.show:
            print(Counter(each.first.family for each in told).most_common(), file=sys.stderr)
    return 0


async def measured(data: Path, name: str, limit: int) -> list[Told]:
    """Run the programs of one set."""
    tool = data.parent / "tools" / "materialize.py"
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(tool), str(data / name / "dev.jsonl"), folder]
        subprocess.run(command + (["--limit", str(limit)] if limit else []), check=True, stdout=subprocess.DEVNULL)
        async with Runner() as runner:
            programs = sorted(path.parent for path in Path(folder).rglob("item.json"))
            return [each for program in programs for each in await told_of(program, runner)]


async def told_of(folder: Path, runner: Runner) -> list[Told]:
    """Run one program, record the test in focus, and name the symptoms of all that fail."""
    source = Source.parse((folder / "program.py").read_text("utf-8"))
    if source.broken:
        return []
    assignment, python = Assignment(folder / "program.py", (folder / "test_program.py",), folder), Path(sys.executable)
    run = await runner.run(assignment, interpreter=python, limits=LIMITS)
    focus = smallest(run.failing)
    if focus is None:
        return []
    trace = await runner.trace(assignment, focus.id, interpreter=python, limits=LIMITS)
    return [
        timed(
            folder.name, Evidence(test, trace, run.tests, source) if test is focus else Evidence(test, None, run.tests)
        )
        for test in run.failing
    ]


def timed(program: str, evidence: Evidence) -> Told:
    """Name the symptoms of one test."""
    began = time.process_time()
    first = symptoms_of(evidence)[0]
    return Told(program, evidence.test.name, first, (time.process_time() - began) * 1000)


def row(name: str, told: list[Told]) -> str:
    """Count."""
    whole = max(1, len(told))
    ranks = Counter(each.first.specificity for each in told)
    cells = [sum(each.first.is_specific for each in told), *(ranks[rank] for rank in RANKS)]
    shares = " | ".join(f"{100 * cell / whole:.1f}" for cell in cells)
    programs = len({each.program for each in told})
    return f"| {name} | {programs} | {len(told)} | {shares} | {sum(each.milliseconds for each in told) / whole:.2f} |"


if __name__ == "__main__":
    sys.exit(main())
