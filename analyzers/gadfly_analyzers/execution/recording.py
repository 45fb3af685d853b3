"""The trace that a run of one test leaves, however it ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gadfly_analyzers.execution import decode
from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.execution.story import Story
from gadfly_analyzers.trace.recording import Event, EventKind, Trace


class Recording(Story):
    """Collects the events of one test besides its outcome.

    ``text`` is what the program is to be for this run, if not what its file holds.
    """

    def __init__(self, assignment: Assignment, limits: Limits, test: str, text: bytes | None = None) -> None:
        super().__init__(assignment, limits, only=[test])
        self.test = test
        self.text = text
        self.events: list[Event] = []
        self.whole = False
        self.stopped = ""

    def wanted(self) -> dict[str, Any]:
        """Word what a process has to do."""
        text = None if self.text is None else self.text.decode("utf-8", "surrogateescape")
        return {"selected": self.remaining, "trace": True, "text": text}

    @property
    def remaining(self) -> list[str] | None:
        """The one test, until nothing more will become known of it."""
        return [] if self.enough else super().remaining

    @property
    def enough(self) -> bool:
        """Tell whether the rest of the test would not be recorded."""
        return self.done or bool(self.stopped)

    def hear(self, message: Mapping[str, Any]) -> None:
        """Take in one message."""
        if message["kind"] == "events":
            self.events += [_event(told) for told in message["events"]]
        elif message["kind"] == "traced":
            self.whole, self.stopped = bool(message["complete"]), str(message["stopped"])
        else:
            super().hear(message)

    def trace(self) -> Trace:
        """Give the trace: all of it, or what there is."""
        result = self.results.get(self.test)
        stopped = self.stopped
        if result is None:
            stopped = stopped or "; ".join(problem.message for problem in self.problems) or "the test was not found"
        elif (result.outcome is Outcome.STOPPED and result.stop) or (result.stop and not self.whole):
            stopped = stopped or result.stop.reason
        return Trace(self.test, tuple(self.events), self.whole and not stopped, stopped)


def _event(told: Mapping[str, Any]) -> Event:
    """Read one step."""
    changes = tuple((name, value) for name, picture in told["changes"] if (value := decode.value(picture)))
    kind = EventKind(told["kind"])
    objects = tuple((str(name), int(number)) for name, number in told.get("objects", ()))
    value, state = decode.value(told["value"]), told.get("state")
    state = state if isinstance(state, int) else None
    return Event(kind, told["frame"], told["function"], told["line"], changes, value, objects, state)
