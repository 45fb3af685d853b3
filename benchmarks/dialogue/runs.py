"""Runs of a program by the benchmark's own recorder, and what can be read off them."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

RECORDER = Path(__file__).with_name("recorder.py")
MOST_SECONDS = 900
Event = Mapping[str, Any]


@dataclass(frozen=True)
class Call:
    """One run of a function: its events in order, and those of what it called in ``inside``."""

    number: int
    name: str
    parent: int | None
    events: tuple[Event, ...]

    @property
    def arguments(self) -> Mapping[str, str | None]:
        """What it was given."""
        known: Mapping[str, str | None] = self.events[0]["values"]
        return known

    @property
    def gave(self) -> str | None:
        """What it gave back; ``None`` if that is no plain value, or if it did not come to an end."""
        last = self.events[-1]
        return last["value"] if last["event"] == "return" and not self.failed else None

    @property
    def failed(self) -> bool:
        """Whether an error ended it."""
        events = [str(each["event"]) for each in self.events[-2:]]
        return events == ["exception", "return"] and str(self.events[-1]["value"]) == "None"

    @property
    def ended(self) -> bool:
        """Whether it came to an end while it was watched."""
        return str(self.events[-1]["event"]) == "return"

    def marks(self, what: str, line: int) -> list[int]:
        """The places among the events of the passes of a loop (``pass``) or of the answers of a condition (``if``)."""
        return [n for n, each in enumerate(self.events) if each["event"] == what and each["line"] == line]

    def first(self, line: int) -> int | None:
        """The place of the first event on a line."""
        return next((n for n, e in enumerate(self.events) if e["event"] == "line" and e["line"] == line), None)

    def after(self, place: int, lines: range) -> Event | None:
        """The first event after a place that is outside of some lines."""
        return next((e for e in self.events[place + 1 :] if e["event"] != "exception" and e["line"] not in lines), None)

    def end_of_pass(self, loop: range, number: int) -> Event | None:
        """The event at which a pass of a loop is over: the next pass, the head again, a line outside, or the end."""
        marks = self.marks("pass", loop.start)
        if not 1 <= number <= len(marks):
            return None
        for each in self.events[marks[number - 1] + 1 :]:
            head = each["line"] == loop.start and each["event"] in ("line", "pass")
            if head or each["event"] == "return" or (each["event"] == "line" and each["line"] not in loop):
                return each
        return None


@dataclass(frozen=True)
class Run:
    """What the recorder wrote."""

    told: Mapping[str, Any]

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """All calls of the program's functions, in the order of their start; what comprehensions do is left out."""
        events: dict[int, list[Event]] = {}
        for each in self.told.get("events", ()):
            events.setdefault(each["frame"], []).append(each)
        found = [
            Call(number, own[0].get("name", ""), own[0].get("parent"), tuple(own)) for number, own in events.items()
        ]
        return tuple(call for call in found if not call.name.startswith("<") and call.events[0]["event"] == "call")

    def inside(self, call: Call) -> Iterator[Call]:
        """The calls that a call made, and those that they made."""
        numbers = {call.number}
        for each in self.calls:
            if each.parent in numbers:
                numbers.add(each.number)
                yield each

    def called_from(self, call: Call) -> int | None:
        """The line that its caller was on when a call began."""
        began = next(n for n, each in enumerate(self.told["events"]) if each["frame"] == call.number)
        above = [each for each in self.told["events"][:began] if each["frame"] == call.parent]
        return above[-1]["line"] if above else None

    @property
    def lines(self) -> frozenset[int]:
        """The lines that ran."""
        return frozenset(self.told.get("lines", ()))

    @property
    def broken(self) -> bool:
        """Whether the recorder did not come to write anything, so that nothing can be told of the run."""
        return "broken" in self.told

    @property
    def endless(self) -> bool | None:
        """Whether it went on until it was stopped; ``None`` if that cannot be told."""
        return None if self.broken else bool(self.told.get("endless"))

    @property
    def passed(self) -> bool:
        """Whether nothing went wrong."""
        return not self.told.keys() & {"raised", "loading", "endless", "broken"}


@dataclass
class Bench:
    """Runs tests, calls and small programs, each once; ``text`` is the program as it stands now."""

    folder: Path
    text: str
    known: dict[tuple[str, ...], Run] = field(default_factory=dict)

    def test(self, name: str) -> Run:
        """Run one test."""
        return self._run("test", name)

    def sides(self, name: str) -> Run:
        """Evaluate the two sides of the check at which a test fails."""
        return self._run("sides", name)

    def call(self, text: str) -> Run:
        """Evaluate an expression."""
        return self._run("call", text)

    def small(self, program: str, typed: str = "") -> Run:
        """Run a program of its own."""
        return self._run("text", program, typed)

    @cached_property
    def tests(self) -> tuple[str, ...]:
        """The names of all tests."""
        tree = ast.parse((self.folder / "test_program.py").read_text("utf-8"))
        return tuple(node.name for node in tree.body if isinstance(node, ast.FunctionDef))

    @cached_property
    def failing(self) -> tuple[str, ...]:
        """The tests that disagree with the program."""
        return tuple(name for name in self.tests if not self.test(name).passed)

    def steady(self, name: str) -> bool:
        """Whether a test does the same again: one that draws by chance does not."""
        again = Run(self._told(("test", name)))
        one, other = (
            [[e["line"], e["values"]] for e in run.told.get("events", ())] for run in (self.test(name), again)
        )
        return one == other

    def _run(self, *what: str) -> Run:
        if what not in self.known:
            self.known[what] = Run(self._told(what))
        return self.known[what]

    def _told(self, what: tuple[str, ...]) -> Mapping[str, Any]:
        with TemporaryDirectory() as place:
            folder, out = Path(place), Path(place) / "out.json"
            for path in self.folder.glob("*.py"):
                (folder / path.name).write_text(path.read_text("utf-8"), "utf-8")
            (folder / "program.py").write_text(self.text, "utf-8")
            command = [sys.executable, "-I", str(RECORDER), str(folder), str(out), *what]
            quiet = subprocess.DEVNULL
            try:
                subprocess.run(command, stdin=quiet, stdout=quiet, stderr=quiet, timeout=MOST_SECONDS, check=False)
            except subprocess.TimeoutExpired:
                return {"broken": True}
            if not out.exists():
                return {"broken": True}
            told: Mapping[str, Any] = json.loads(out.read_text("utf-8"))
            return told
