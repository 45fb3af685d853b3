"""How long the next turn takes after an answer, on every example, without a model.

    python benchmarks/next_turn.py [--rounds 3]

Each dialogue is played with right answers, with what misconceptions predict, with wrong choices, and with "?".
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.events.recorder import Recorder
from gadfly_server.grading.students.policies import Policy, believed, right, unknown, wrong
from gadfly_server.memory import Memory
from gadfly_server.sessions import Session

HEADING = "## From an answer to the next turn\n\n"
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


ANSWERS: tuple[Policy, ...] = (right, believed, wrong, unknown)


def main() -> int:
    """Measure and print the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=1)
    times = sorted(asyncio.run(measure(parser.parse_args().rounds)))
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    print(f"{HEADING}{len(times)} answers: {statistics.median(times):.1f} ms in the middle, ", end="")
    print(f"{p95:.1f} ms at the 95th percentile, {times[-1]:.1f} ms at most.")
    return 0 if p95 <= 100 else 1


async def measure(rounds: int) -> list[float]:
    """The milliseconds that each answer of each dialogue took; one student gives all of them."""
    found: list[float] = []
    with tempfile.TemporaryDirectory() as place:
        memory = Memory(Path(place))
        async with Runner() as runner:
            for _ in range(rounds):
                for folder in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
                    for answering in ANSWERS:
                        found += await played(folder, answering, runner, memory)
        memory.close()
    return found


async def played(
    folder: Path,
    answering: Policy,
    runner: Runner,
    memory: Memory | None = None,
    recorder: Recorder | None = None,
) -> list[float]:
    """One dialogue about one example."""
    with tempfile.TemporaryDirectory() as place:
        program = Path(shutil.copytree(folder, Path(place) / folder.name)) / f"{folder.name}.py"
        session = Session(program, runner, memory=memory, recorder=recorder)
        await session.refresh(Source.parse(program.read_text("utf-8")))
        times = []
        while (question := session.dialogue.question) is not None:
            began = time.perf_counter()
            await session.answer(answering(question, len(times)))
            times.append((time.perf_counter() - began) * 1000)
        return times


if __name__ == "__main__":
    raise SystemExit(main())
