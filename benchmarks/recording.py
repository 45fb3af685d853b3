"""How long the record of events makes an answer wait, disk included.

    python benchmarks/recording.py [--rounds 1]

The dialogues of ``next_turn.py`` are played in turn without a record and with one whose commits wait for the disk.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from gadfly_analyzers.execution.runner import Runner
from gadfly_server.events.consent import Consent
from gadfly_server.events.event import Event, Kind
from gadfly_server.events.journal import Journal, Place
from gadfly_server.events.recorder import Recorder
from next_turn import ANSWERS, EXAMPLES, played

HEADING = "## What the record costs\n\n"
WRITES = 300
MOST = 100.0  # milliseconds from an answer to the next turn, at the 95th percentile


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=1)
    without, recorded = asyncio.run(measure(parser.parse_args().rounds))
    alone = [commit * 1000 for commit in commits()]
    print(
        f"{HEADING}`benchmarks/recording.py`: {len(recorded)} answers of the examples' dialogues, "
        f"{statistics.median(without):.1f} ms without a record and {statistics.median(recorded):.1f} ms with one "
        f"in the middle, {p95(without):.1f} ms and {p95(recorded):.1f} ms at the 95th percentile "
        f"(at most {MOST:.0f} ms).\n"
        f"A commit alone, with fsync: {statistics.median(alone):.1f} ms, {p95(alone):.1f} ms at the 95th percentile."
    )
    return 0 if p95(recorded) <= MOST else 1


async def measure(rounds: int) -> tuple[list[float], list[float]]:
    """The milliseconds of each answer, without a record and with one."""
    without: list[float] = []
    recorded: list[float] = []
    with tempfile.TemporaryDirectory() as place:
        journal = Journal(Path(place))
        journal.allow("", Consent(events=True, texts=True))
        async with Runner() as runner:
            for _ in range(rounds):
                for folder in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
                    for number, answering in enumerate(ANSWERS):
                        recorder = Recorder(journal, Path(place) / f"{folder.name}{number}.py")
                        without += await played(folder, answering, runner)
                        recorded += await played(folder, answering, runner, recorder=recorder)
        journal.close()
    return without, recorded


def commits() -> list[float]:
    """The seconds of each of some commits of one event."""
    with tempfile.TemporaryDirectory() as place:
        journal = Journal(Path(place))
        journal.allow("", Consent(events=True))
        found = []
        for turn in range(WRITES):
            began = time.perf_counter()
            journal.write(Place("p"), [Event(Kind.ANSWER, turn)])
            found.append(time.perf_counter() - began)
        journal.close()
    return found


def p95(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


if __name__ == "__main__":
    raise SystemExit(main())
