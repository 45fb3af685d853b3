"""A class on one server: how long students wait, what it takes, and whether anything is lost.

    python benchmarks/class_load.py [--students 300] [--minutes 10] [--processes 2] [--at-once N]

Students edit, save, think and answer by chance, the same each time, on copies of this repository's examples.
They run in this process, on the same machine as the server: what they take counts against it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import psutil

from charts import chart
from classload.student import Student

EXAMPLES = Path(__file__).parent.parent / "examples"
SECRET = "a secret of this benchmark alone"
HEADING = "## A class on one server\n"
ARRIVING = 0.02  # seconds between two students who come


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
                clients.append(await student.arrive(port))
                await asyncio.sleep(ARRIVING)
            idle = (memory(processes) - empty) / max(1, len(students))
            until = asyncio.get_running_loop().time() + 60 * options.minutes
            work = zip(students, clients, strict=True)
            await asyncio.gather(*(student.work(client, until) for student, client in work))
            most, used = memory(processes), sum(map(seconds, processes))
            for client in clients:
                await client.close()
            for student in students:
                await student.check(port)
    return [*told(students, options, idle, most, used), drawn(students, options.image)]


def told(
    students: Sequence[Student], options: argparse.Namespace, idle: float, most: float, used: float
) -> Iterator[str]:
    """The figures as a table."""
    first = [each for student in students for each in student.seen.to_question]
    after = [each for student in students for each in student.seen.to_next]
    yield (
        f"{options.students} simulated students for {options.minutes:g} minutes on {os.cpu_count()} processors, "
        f"which they share with {options.processes} server processes; one save in "
        f"{60 * options.minutes * options.students / max(1, len(first)):.0f} seconds by each.\n"
    )
    yield "| | times | median | p95 | longest |"
    yield "|---|--:|--:|--:|--:|"
    for what, times in (("save to first question", first), ("answer to next question", after)):
        yield f"| {what}, s | {len(times)} | {middle(times):.2f} | {high(times):.2f} | {max(times, default=0):.2f} |"
    yield ""
    lost = sum(student.seen.lost for student in students)
    never = sum(student.seen.without_reply for student in students)
    yield f"- turns that were shown and lost: {lost}; saves without a reply within a minute: {never}"
    yield f"- memory for each student who is idle: {idle:.2f} MiB; all server processes at the end: {most:.0f} MiB"
    yield f"- processor time of the servers: {used / 60 / options.minutes:.2f} processors\n"


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
        yield Path(shutil.copytree(example, place / "class" / str(student) / example.name))


@asynccontextmanager
async def serving(place: Path, options: argparse.Namespace) -> AsyncIterator[tuple[int, list[int]]]:
    """Servers that listen at the same place; their port, and their process numbers."""
    secret = place / "secret"
    secret.write_text(SECRET, "utf-8")
    servers: list[asyncio.subprocess.Process] = []
    port = 0
    try:
        for _ in range(options.processes):
            servers.append(server := await started(port, secret, place / "state", options))
            assert server.stderr is not None
            said = (await server.stderr.readline()).decode()
            found = re.search(r":(\d+)$", said.strip())
            if found is None:
                sys.exit(f"the server did not start: {said}")
            port = int(found[1])
        yield port, [server.pid for server in servers]
    finally:
        for server in servers:
            server.terminate()
            await server.wait()


async def started(port: int, secret: Path, state: Path, options: argparse.Namespace) -> asyncio.subprocess.Process:
    """One server process."""
    words = ["serve", "--tcp", f"127.0.0.1:{port}", "--students", str(secret), "--at-once", str(options.at_once)]
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


def seconds(process: int) -> float:
    """Processor seconds of a server and of all that it ran."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


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
    parser.add_argument("--at-once", type=int, default=1)
    parser.add_argument("--image", type=Path, help="draw how long students waited, as SVG")
    return parser.parse_args()


if __name__ == "__main__":
    main()
