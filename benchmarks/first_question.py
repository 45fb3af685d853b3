"""For every program of a data set: is the first question's right answer, taken from the item's own tests, marked right?

    python benchmarks/first_question.py [--data FOLDER] [--set socratic_benchmark] [--show ID …]

The data are not part of this repository: without them there is nothing to measure, and this says so.
"""

from __future__ import annotations

import argparse
import ast
import asyncio
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.sessions import Session

HEADING = "## The first question, answered as the tests say\n\n"
SHARED = Path(__file__).resolve().parents[2] / "shared"


@dataclass(frozen=True)
class Measured:
    """What came of one program."""

    name: str
    status: str
    kind: str
    question: str
    said: str
    marked: str
    from_test: bool
    seconds: float


def main() -> int:
    """Measure and print one line for each program that did not work, then the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED)
    parser.add_argument("--set", default="socratic_benchmark")
    parser.add_argument("--show", nargs="*", help="print the whole dialogue of these programs, answered right")
    chosen = parser.parse_args()
    data, tool = chosen.data / "data" / chosen.set / "dev.jsonl", chosen.data / "tools" / "materialize.py"
    if not data.exists() or not tool.exists():
        print(f"{HEADING}Skipped: the development data are not there.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(tool), str(data), folder], check=True, stdout=subprocess.DEVNULL)
        programs = sorted(Path(folder).glob("*/program.py"))
        if chosen.show is not None:
            programs = [program for program in programs if program.parent.name in chosen.show or not chosen.show]
            asyncio.run(show(programs))
            return 0
        return report(asyncio.run(measure(programs)), chosen.set)


async def measure(programs: list[Path]) -> list[Measured]:
    """One warm worker for all, one program after the other."""
    async with Runner() as runner:
        return [await one(program, runner) for program in programs]


async def one(program: Path, runner: Runner) -> Measured:
    """Run, take the first question, answer it as the item's tests say, and see how that is marked."""
    began = time.perf_counter()
    session = Session(program, runner)
    await session.refresh(Source.parse(program.read_text(encoding="utf-8")))
    seconds = time.perf_counter() - began
    question = session.dialogue.question
    if question is None:
        return Measured(program.parent.name, session.status, "", session.headline, "", "", False, seconds)
    wanted = from_tests(program.with_name("test_program.py"), question.text)
    said = wanted if wanted is not None else question.oracle.answer.partition("-")[0]
    dialogue = await session.answer(said, question.id)
    mark = next(turn.marked for turn in reversed(dialogue.turns) if turn.speaker == "student")
    return Measured(
        program.parent.name, session.status, question.kind, question.text, said, mark or "", wanted is not None, seconds
    )


def from_tests(tests: Path, question: str) -> str | None:
    """The expected side of the assertion whose other side the question quotes, read without Gadfly's help."""
    quoted = [_plain(piece) for piece in re.findall(r"`([^`]+)`", question)]
    tree = ast.parse(tests.read_text(encoding="utf-8"))
    named = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in quoted]
    for check in (node for top in named or [tree] for node in ast.walk(top)):
        if not isinstance(check, ast.Assert):
            continue
        sides = check.test
        if isinstance(sides, ast.Compare) and isinstance(sides.ops[0], (ast.Eq, ast.Is)):
            pairs = [(sides.left, sides.comparators[0]), (sides.comparators[0], sides.left)]
            for left, right in pairs:
                if ast.unparse(left) in quoted:
                    return _value(right)
        if ast.unparse(sides) in quoted:
            return "True"
        if isinstance(sides, ast.UnaryOp) and isinstance(sides.op, ast.Not) and ast.unparse(sides.operand) in quoted:
            return "False"
    return None


def _value(node: ast.expr) -> str:
    """What a student would say: the value where the test only wraps one, such as ``tuple([1, 2])``."""
    simple = {"tuple": tuple, "list": list, "set": set, "sorted": sorted, "round": round}
    try:
        return repr(eval(compile(ast.Expression(node), "test", "eval"), {"__builtins__": simple}))
    except Exception:
        return ast.unparse(node)


def _plain(text: str) -> str:
    try:
        return ast.unparse(ast.parse(text, mode="eval"))
    except SyntaxError:
        return text


def report(measured: list[Measured], name: str) -> int:
    """Print what did not work or was answered by Gadfly itself, and the sums; the exit code is 0 if all did."""
    whole = [m for m in measured if m.status != "syntax"]
    good = [m for m in whole if m.marked == "right"]
    for m in whole:
        if m.marked != "right" or not m.from_test:
            said = f"{m.name}: {m.status} {m.kind} {m.question!r} <- {m.said!r}: {m.marked or 'nothing asked'}"
            print(said, file=sys.stderr)
    seconds = sorted(m.seconds for m in measured)
    rows = {
        "programs": f"{len(measured)}, of which Python cannot read {len(measured) - len(whole)}",
        "first question marked right": f"{len(good)} of {len(whole)}",
        "of these, answered out of the item's tests": f"{sum(m.from_test for m in good)}",
        "seconds to the last result": f"median {statistics.median(seconds):.2f}, slowest {seconds[-1]:.2f}",
    }
    print(f"{HEADING}`benchmarks/first_question.py`, development part of `{name}`.\n")
    print("| what | how many |\n|---|---|")
    print("\n".join(f"| {what} | {found} |" for what, found in rows.items()))
    return 0 if len(good) == len(whole) else 1


async def show(programs: list[Path]) -> None:
    """Print whole dialogues, answered right and wrong in turns."""
    async with Runner() as runner:
        for program in programs:
            print(f"\n===== {program.parent.name}\n{program.read_text(encoding='utf-8')}")
            session = Session(program, runner)
            await session.refresh(Source.parse(program.read_text(encoding="utf-8")))
            number = 0
            while question := session.dialogue.question:
                number += 1
                right = (
                    question.oracle.answer.partition("-")[0] if question.kind == "point-at" else question.oracle.answer
                )
                wrong = next((c for c in question.choices if c != right), right)
                await session.answer(wrong if number % 3 == 0 else right, question.id)
            print(session.headline)
            for turn in session.dialogue.turns:
                print(f"{'' if turn.speaker == 'tutor' else '        > '}{turn.text} {list(turn.choices) or ''}")


if __name__ == "__main__":
    sys.exit(main())
