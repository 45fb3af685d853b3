"""Work for pools: functions that other processes can import."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def doubled(number: int) -> int:
    return 2 * number


def killed_once(item: tuple[int, str]) -> int:
    number, mark = item
    if mark and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def fatal(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def slowly(number: int) -> str:
    return f"{number}: {sum(range(300_000 + number))}"
