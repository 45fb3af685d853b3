"""A person at a real terminal: a question, an answer, a save in another window, and the end."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gadfly_server.events.consent import Consent
from gadfly_server.events.event import Kind
from gadfly_server.events.journal import Journal
from helpers import examples

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
PATIENCE = 30  # seconds


class Terminal:
    """A program at a pseudo-terminal."""

    def __init__(self, *command: str | Path, **settings: str) -> None:
        self._mine, theirs = pty.openpty()
        environment = {**os.environ, "COLUMNS": "100", "TERM": "dumb", **settings}
        self.process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
        os.close(theirs)
        self.shown = self.raw = self._rest = ""

    def until(self, text: str) -> None:
        """Read until the text is shown, after everything read before."""
        seen, end = self._rest, time.monotonic() + PATIENCE
        while text not in " ".join(seen.split()):
            assert time.monotonic() < end, f"{text!r} is not in {seen!r}"
            if select.select([self._mine], [], [], 0.1)[0]:
                seen += self._read()
        self.shown += seen
        self._rest = " ".join(seen.split()).partition(text)[2]

    def _read(self) -> str:
        """Read, and tell where the cursor is if the program asks, as terminals do."""
        raw = os.read(self._mine, 65536).decode("utf-8", "replace")
        for _ in range(raw.count("\x1b[6n")):
            os.write(self._mine, b"\x1b[1;1R")
        self.raw += raw
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", raw)

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


@pytest.fixture
def keys(average: Path) -> Iterator[Terminal]:
    """A terminal that knows keys."""
    running = Terminal(sys.executable, "-I", "-m", "gadfly_server", "ask", average, TERM="xterm-256color")
    yield running
    running.close()


@pytest.fixture
def plain(average: Path) -> Iterator[Terminal]:
    running = Terminal(
        sys.executable, "-I", "-m", "gadfly_server", "ask", "--plain", average, TERM="xterm-256color", NO_COLOR="1"
    )
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
    terminal.until("All 3 tests agree now. The key question was how often the loop runs.")
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


def test_commands_beside_the_answers(terminal: Terminal) -> None:
    terminal.until("(a value, or ? ) ›")
    terminal.type("h\n")
    terminal.until("suppose total on line 4 is 3")
    terminal.until("(a value, or ? ) ›")
    terminal.type("trace 4\n")
    terminal.until("4 5 total = total + numbers[i] 1 numbers = [2, 4] total = 0 i = 1 •")
    terminal.until("The steps end where the open question begins.")
    terminal.type("suppose total on line 5 is 6\n")
    terminal.until("1. Each time right after line 5 runs, total is 6. Not so. In the run it was 4.")
    terminal.type("suppose it is all wrong\n")
    terminal.until("Say it with a name, a line and a value, such as: total on line 4 is 3")
    terminal.type("notebook\n")
    terminal.until("≠ Not so. In the run it was 4.")
    terminal.type("forget 1\n")
    terminal.until("Your notebook is empty.")
    terminal.type("where\n")
    terminal.until("The question is about no line of its own.")
    terminal.until("(a value, or ? ) ›")
    terminal.type("3\n")
    terminal.until("How many times does the body of the loop")
    terminal.until("(a number, or ? ) ›")
    terminal.type("where\n")
    terminal.until("4 for i in range(1, len(numbers)):")
    terminal.until("(a number, or ? ) ›")
    terminal.type("trace\n")
    terminal.until("2 3 total = 0 numbers = [2, 4]")
    terminal.until("The steps end where the open question begins.")
    assert "for i in range" not in terminal.shown.rpartition("The run of")[2]
    terminal.type("quit\n")
    terminal.until("See you.")
    assert terminal.process.wait(PATIENCE) == 1


def test_keys_stand_for_commands_and_lose_nothing_that_was_typed(keys: Terminal, average: Path) -> None:
    keys.until("(a value, or ? ) ›")
    keys.type("\x1b")  # alone it does nothing, nor does it swallow what comes next
    keys.type("3\x14")
    keys.until("1 1 average begins")
    keys.until("(a value, or ? ) › 3")
    keys.type("\r")
    keys.until("How many times does the body of the loop on line 4 run for [2, 4]?")
    keys.until("(a number, or ? ) ›")
    keys.type("\x1bOP")
    keys.until("strikes number 2 out")
    keys.until("(a number, or ? ) ›")
    keys.type("\x0e")
    keys.until("Your notebook is empty.")
    keys.until("(a number, or ? ) ›")
    keys.type("\x12")
    keys.until("Nothing changed in what the tests show.")
    keys.until("(a number, or ? ) ›")
    keys.type("not\t")
    keys.until("ebook")  # the rest of the word
    average.write_text(f"# new\n{average.read_text('utf-8')}", encoding="utf-8")
    keys.until("I see a new version. Running the tests …")
    keys.until("or ? ) › notebook")
    keys.type("\x15\x04")
    keys.until("See you.")
    assert keys.process.wait(PATIENCE) == 1


def test_plain_lines_are_without_colour_boxes_and_spinner(plain: Terminal) -> None:
    plain.until("Running the tests … Gadfly: 2 tests disagree with average")
    plain.until("Gadfly: What should average([2, 4]) give?")
    plain.until("(a value, or ? ) ›")
    plain.type("trace 4\n")
    plain.until(
        "Step 4, line 5, pass 1 of the loop on line 4: total = total + numbers[i] "
        "Names before it: numbers is [2, 4], total is 0, i is now 1"
    )
    plain.until("(a value, or ? ) ›")
    plain.type("suppose total on line 5 is 6\n")
    plain.until("1. Each time right after line 5 runs, total is 6. Not so. In the run it was 4.")
    plain.until("(a value, or ? ) ›")
    plain.type("3\n")
    plain.until("Line 4: for i in range(1, len(numbers)): Line 5: total = total + numbers[i]")
    plain.until("(a number, or ? ) ›")
    assert not re.search(r"[\u2500-\u257f\u2800-\u28ff•✓≠❱]", plain.shown)
    assert not re.search(r"\x1b\[[0-9;]*(3[0-9]|4[0-9]|9[0-9])", plain.raw)


def test_no_colour_where_none_is_wanted(average: Path) -> None:
    running = Terminal(sys.executable, "-I", "-m", "gadfly_server", "ask", average, TERM="xterm-256color", NO_COLOR="1")
    try:
        running.until("(a value, or ? ) ›")
        running.type("trace\r")
        running.until("The steps end where the open question begins.")
        assert not re.search(r"\x1b\[[0-9;]*\b(3[0-7]|4[0-7]|9[0-7])(;[0-9;]*)?m", running.raw)
    finally:
        running.close()


def test_what_happens_at_a_terminal_is_recorded_with_consent(average: Path) -> None:
    journal = Journal()
    journal.allow("", Consent(events=True))
    running = Terminal(sys.executable, "-I", "-m", "gadfly_server", "ask", average)
    try:
        running.until("(a value, or ? ) ›")
        running.type("3\n")
        running.until("How many times")
    finally:
        running.close()
    kinds = [kept.event.kind for kept in journal.read()]
    assert {Kind.RUN, Kind.QUESTION, Kind.ANSWER} <= {*kinds}
