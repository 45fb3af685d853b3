"""The greatest memory that a process and all its descendants use at once: the sum of their proportional set sizes.

Run as a script with a process id, it looks again and again until its standard input ends, and prints MiB.
It is a process of its own so that looking takes no time of what is measured.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

EVERY_SECONDS = 0.05


class Memory:
    """Watches this process and its descendants while the context lasts; ``peak`` in MiB, ``None`` where unknown."""

    def __init__(self) -> None:
        self.peak: float | None = None

    def __enter__(self) -> Memory:
        command = [sys.executable, __file__, str(os.getpid())]
        self._watch = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        told, _ = self._watch.communicate()
        self.peak = float(told) or None if told else None


def used(process: int) -> int:
    """Give what a process and its descendants use now, in kB, without the process that asks."""
    return sum(_of_one(each) for each in _family(process) if each != os.getpid())


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        tasks = [*Path(f"/proc/{process}/task").iterdir()]
    except OSError:  # it has ended
        return
    for task in tasks:
        for child in _read(task / "children").split():
            yield from _family(int(child))


def _of_one(process: int) -> int:
    lines = _read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _read(file: Path) -> str:
    """Read what the system says of a process; nothing if it has ended."""
    try:
        return file.read_text()
    except OSError:
        return ""


def main() -> None:
    """Look until told to stop."""
    process, peak = int(sys.argv[1]), 0
    while not select.select([sys.stdin], [], [], EVERY_SECONDS)[0]:
        peak = max(peak, used(process))
    print(peak / 1024)


if __name__ == "__main__":
    main()
