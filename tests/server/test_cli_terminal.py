"""A person at a real terminal: a question, an answer, a save in another window, and the end."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import examples

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
PATIENCE = 30  # seconds


class Terminal:
    """A program at a pseudo-terminal."""

    def __init__(self, *command: str | Path) -> None:
        self._mine, theirs = pty.openpty()
        environment = {**os.environ, "COLUMNS": "100", "TERM": "dumb"}
        self.process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
        os.close(theirs)
        self.shown = self._rest = ""

    def until(self, text: str) -> None:
        """Read until the text is shown, after everything read before."""
        seen, end = self._rest, time.monotonic() + PATIENCE
        while text not in " ".join(seen.split()):
            assert time.monotonic() < end, f"{text!r} is not in {seen!r}"
            if select.select([self._mine], [], [], 0.1)[0]:
                seen += os.read(self._mine, 65536).decode("utf-8", "replace")
        self.shown += seen
        self._rest = " ".join(seen.split()).partition(text)[2]

    def type(self, text: str) -> None:
        """Type a text."""
        os.write(self._mine, text.encode())

    def close(self) -> None:
        """End the program and its terminal."""
        self.process.kill()
        self.process.wait()
        os.close(self._mine)


@pytest.fixture
def average(tmp_path: Path) -> Path:
    return Path(shutil.copytree(examples.FOLDER / "average", tmp_path / "average")) / "average.py"


@pytest.fixture
def terminal(average: Path) -> Iterator[Terminal]:
    running = Terminal(sys.executable, "-I", "-m", "gadfly_server", "ask", average)
    yield running
    running.close()


def test_a_save_in_another_window_is_an_answer(terminal: Terminal, average: Path) -> None:
    terminal.until("What should average([2, 4]) give?")
    terminal.until("(a value, or ? ) ›")
    terminal.type("3\n")
    terminal.until("How many times does the body of the loop on line 4 run for [2, 4]?")
    terminal.type("2\n")
    terminal.until("You said 2. In the run it was 1.")
    average.write_text(examples.repaired("average"), encoding="utf-8")
    terminal.until("All 3 tests agree now. The question about how often the loop runs was the one.")
    assert terminal.process.wait(PATIENCE) == 0


def test_control_d_leaves_kindly(terminal: Terminal) -> None:
    terminal.until("(a value, or ? ) ›")
    terminal.type("\x04")
    terminal.until("See you.")
    assert terminal.process.wait(PATIENCE) == 1


def test_enter_without_a_word_is_no_new_version(terminal: Terminal) -> None:
    terminal.until("(a value, or ? ) ›")
    terminal.type("\n")
    terminal.until("Nothing new is saved.")
    terminal.until("(a value, or ? ) ›")
    terminal.type("run\n")
    terminal.until("Running the tests … Nothing changed in what the tests show.")
    assert "new version" not in terminal.shown
