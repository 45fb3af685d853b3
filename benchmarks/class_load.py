"""A class on one server: how long students wait, what it takes, and whether anything is lost.

    python benchmarks/class_load.py [--students 300] [--minutes 10] [--processes 2] [--at-once 2]

Students edit, save, think and answer by chance, the same each time, on copies of this repository's examples.
Each saves about every 90 seconds and answers about twice a minute.
They run in this process, on the same machine as the server: what they take counts against it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from charts import chart
from classload.client import Refused
from classload.student import Student, name_of

EXAMPLES = Path(__file__).parent.parent / "examples"
SECRET = "a secret of this benchmark alone"
HEADING = "## A class on one server\n"
ARRIVING = 0.02  # seconds between two students who come
PATIENCE = 30.0  # seconds, for what a server does at once
MOST_TO_QUESTION, MOST_TO_NEXT, MOST_MEMORY = 5.0, 0.5, 30.0  # goals: seconds, seconds, MiB


@dataclass(frozen=True)
class Taken:
    """What a class took: MiB for each idle student and at the end; seconds of processors, and for how many seconds."""

    idle: float
    most: float
    servers: float
    runs: float
    students: float
    lasted: float


def main() -> None:
    """Measure and print."""
    options = arguments()
    print(HEADING)
    print("\n".join(asyncio.run(measured(options))))


async def measured(options: argparse.Namespace) -> list[str]:
    """Let a class work, and tell how it went."""
    with tempfile.TemporaryDirectory() as place:
        folders = [*copies(Path(place), options.students)]
        async with serving(Path(place), options) as (port, processes):
            students = [Student(number, folder, SECRET.encode()) for number, folder in enumerate(folders)]
            empty = memory(processes)
            clients = []
            for student in students:
                clients.append(await asyncio.wait_for(student.arrive(port), PATIENCE))
                await asyncio.sleep(ARRIVING)
            idle = (memory(processes) - empty) / max(1, len(students))
            began, before, own = time.monotonic(), spent(processes), time.process_time()
            until = asyncio.get_running_loop().time() + 60 * options.minutes
            work = zip(students, clients, strict=True)
            await asyncio.gather(*(student.work(client, until) for student, client in work))
            servers, runs = (after - then for after, then in zip(spent(processes), before, strict=True))
            lasted, own = time.monotonic() - began, time.process_time() - own
            taken = Taken(idle, memory(processes), servers, runs, own, lasted)
            for client in clients:
                await asyncio.wait_for(client.close(), PATIENCE)
            for student in students:
                await checked(student, port)
    return [*told(students, options, taken), drawn(students, options.image)]


async def checked(student: Student, port: int) -> None:
    """Look whether all is there when a student comes back."""
    try:
        await asyncio.wait_for(student.check(port), PATIENCE)
    except (OSError, Refused, asyncio.TimeoutError) as error:
        student.seen.lost = len(student.seen.turns)
        student.seen.trouble = student.seen.trouble or f"{type(error).__name__} {error}".strip()


def told(students: Sequence[Student], options: argparse.Namespace, taken: Taken) -> Iterator[str]:
    """The figures as tables."""
    first = [each for student in students for each in student.seen.to_question]
    after = [each for student in students for each in student.seen.to_next]
    never = sum(student.seen.without_reply for student in students)
    lost = sum(student.seen.lost for student in students)
    keys = sum(student.seen.keys for student in students)
    a_minute = taken.lasted / 60 * max(1, options.students)
    yield (
        f"{options.students} simulated students for {options.minutes:g} minutes on {os.cpu_count()} processors, "
        f"which they share with {options.processes} server processes. "
        f"In a minute, each saved {(len(first) + never) / a_minute:.2f} times, answered {len(after) / a_minute:.2f} "
        f"times and pressed {keys / a_minute:.0f} keys.\n"
    )
    yield "| | times | median | p95 | longest | goal for p95 |"
    yield "|---|--:|--:|--:|--:|--:|"
    for what, times, goal in (
        ("save to first question, s", first, MOST_TO_QUESTION),
        ("answer to next question, s", after, MOST_TO_NEXT),
    ):
        figures = f"{len(times)} | {middle(times):.2f} | {high(times):.2f} | {max(times, default=0):.2f}"
        yield f"| {what} | {figures} | ≤ {goal:g}{missed(high(times), goal)} |"
    yield ""
    yield f"- turns that were shown and lost: {lost}; saves without a reply within a minute: {never}"
    yield (
        f"- memory for each student who is idle: {taken.idle:.2f} MiB (goal ≤ {MOST_MEMORY:g}"
        f"{missed(taken.idle, MOST_MEMORY)}); all server processes at the end: {taken.most:.0f} MiB"
    )
    parts = (("servers", taken.servers), ("runs of programs", taken.runs), ("the simulated students", taken.students))
    yield "- processors kept busy: " + ", ".join(f"{what} {used / taken.lasted:.2f}" for what, used in parts)
    saves = max(1, len(first) + never)
    yield (
        f"- processor time for each save, with its keys and answers: servers {1000 * taken.servers / saves:.0f} ms, "
        f"runs {1000 * taken.runs / saves:.0f} ms"
    )
    trouble = Counter(student.seen.trouble for student in students if student.seen.trouble)
    yield from (f"- {number} students could not go on: {what}" for what, number in trouble.most_common())
    yield ""


def missed(figure: float, goal: float) -> str:
    """Say if a goal was missed."""
    return "" if figure <= goal else ", missed"


def drawn(students: Sequence[Student], image: Path | None) -> str:
    """The same as a picture."""
    waits = {
        "save to first question": [each for student in students for each in student.seen.to_question],
        "answer to next question": [each for student in students for each in student.seen.to_next],
    }
    series = {name: [max(0.001, each) for each in times] for name, times in waits.items() if times}
    told = {"kind": "shares", "series": series, "x": "seconds", "y": "% of waits that were over by then"}
    return chart(image, f"How long {len(students)} students waited", told)


def copies(place: Path, number: int) -> Iterator[Path]:
    """A folder with an example for each student."""
    examples = sorted(path for path in EXAMPLES.iterdir() if path.is_dir())
    for student in range(number):
        example = examples[student % len(examples)]
        yield Path(shutil.copytree(example, place / "class" / name_of(student) / example.name))


@asynccontextmanager
async def serving(place: Path, options: argparse.Namespace) -> AsyncIterator[tuple[int, list[int]]]:
    """Servers that listen at the same place; their port, and their process numbers."""
    students = place / "students.toml"
    students.write_text(f'secret = "{SECRET}"\nfolder = "{place}/class/{{name}}"\n', "utf-8")
    servers: list[asyncio.subprocess.Process] = []
    port = 0
    try:
        for _ in range(options.processes):
            servers.append(server := await started(port, students, place / "state", options))
            assert server.stderr is not None
            said = (await server.stderr.readline()).decode()
            found = re.search(r":(\d+)$", said.strip())
            if found is None:
                sys.exit(f"the server did not start: {said}")
            port = int(found[1])
        yield port, [server.pid for server in servers]
    finally:
        for server in servers:
            with contextlib.suppress(ProcessLookupError):
                server.terminate()
            await server.wait()


async def started(port: int, students: Path, state: Path, options: argparse.Namespace) -> asyncio.subprocess.Process:
    """One server process."""
    words = ["serve", "--tcp", f"127.0.0.1:{port}", "--students", str(students), "--at-once", str(options.at_once)]
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", "-m", "gadfly_server", *words),
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "GADFLY_STATE": str(state)},
    )


def memory(processes: Sequence[int]) -> float:
    """MiB that server processes and the interpreters that they keep warm hold for themselves."""
    return sum(_own(number) for each in processes for number in (each, *_children(each))) / 1024


def _own(process: int) -> int:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8")
    except OSError:
        return 0
    return sum(int(found) for found in re.findall(r"^Private_\w+:\s+(\d+) kB$", text, re.MULTILINE))


def _children(process: int) -> list[int]:
    try:
        return [each.pid for each in psutil.Process(process).children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def spent(processes: Sequence[int]) -> tuple[float, float]:
    """Processor seconds of the servers themselves, and of all that they ran and that has ended."""
    below = [child for each in processes for child in _children(each)]
    return sum(_seconds(each)[0] for each in processes), sum(sum(_seconds(each)) for each in below)


def _seconds(process: int) -> tuple[float, float]:
    """Processor seconds of a process, and of what it started and has seen end; 0 of one that is gone."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0, 0.0
    ticks = os.sysconf("SC_CLK_TCK")
    return (int(fields[11]) + int(fields[12])) / ticks, (int(fields[13]) + int(fields[14])) / ticks


def middle(times: Sequence[float]) -> float:
    """The median, 0 of nothing."""
    return statistics.median(times) if times else 0.0


def high(times: Sequence[float]) -> float:
    """The 95th percentile, 0 of nothing."""
    return sorted(times)[int(0.95 * (len(times) - 1))] if times else 0.0


def arguments() -> argparse.Namespace:
    """Read the command line."""
    quick = bool(os.environ.get("GADFLY_BENCH_QUICK"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--students", type=int, default=6 if quick else 300)
    parser.add_argument("--minutes", type=float, default=0.5 if quick else 10)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--at-once", type=int, default=2, help="runs at a time in each process")
    parser.add_argument("--image", type=Path, help="draw how long students waited, as SVG")
    return parser.parse_args()


if __name__ == "__main__":
    main()
