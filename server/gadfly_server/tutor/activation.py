"""One run of one function, read from a trace: passes of loops, values of names, branches taken."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from gadfly_analyzers.trace.recording import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gadfly_analyzers.execution.results import Value
    from gadfly_analyzers.trace.recording import Event, Trace
    from gadfly_server.tutor.shape import Block


@dataclass(frozen=True)
class Activation:
    """The events of one frame, in order; ``parent`` is the frame of the program that called it, if any."""

    frame: int
    parent: int | None
    function: str
    events: tuple[Event, ...]

    @property
    def arguments(self) -> tuple[tuple[str, Value], ...]:
        """Names and values with which the function started."""
        first = self.events[0]
        return first.changes if first.kind is EventKind.CALL else ()

    @property
    def returned(self) -> Value | None:
        """What the function gave back; ``None`` if it did not end normally."""
        last = self.events[-1]
        return last.value if last.kind is EventKind.RETURN else None

    @property
    def ended(self) -> bool:
        """Whether the function came to an end, by itself or by an exception."""
        return self.events[-1].kind in (EventKind.RETURN, EventKind.RAISE)

    @cached_property
    def states(self) -> tuple[Mapping[str, Value], ...]:
        """The values of the names just before each event."""
        states: list[Mapping[str, Value]] = []
        names: dict[str, Value] = {}
        for event in self.events:
            names = {**names, **dict(event.changes)} if event.changes else names
            states.append(names)
        return tuple(states)

    def reached(self, line: int) -> bool:
        """Whether a line ran."""
        return any(event.kind is EventKind.LINE and event.line == line for event in self.events)

    def passes(self, loop: Block) -> tuple[int, ...]:
        """The index of the first event of each pass of a loop's body."""
        return tuple(self._entries(loop))

    def after_pass(self, loop: Block, number: int) -> int | None:
        """The index of the first event after a pass (from 1); ``None`` if the run left from inside it."""
        starts = self.passes(loop)
        if not 0 < number <= len(starts):
            return None
        for index in range(starts[number - 1], len(self.events)):
            event = self.events[index]
            if event.kind is not EventKind.LINE:
                if event.kind is EventKind.RETURN and not self._returns_inside(loop, index):
                    return index
                continue
            if not loop.body_line <= event.line <= loop.end_line:
                return index
        return None

    def branches(self, block: Block) -> tuple[bool, ...]:
        """Whether a condition was met, for each time that it was asked."""
        return tuple(self._branches(block))

    def value_after(self, line: int, name: str) -> Value | None:
        """The value of a name just after the first time that a line ran."""
        for index, event in enumerate(self.events[:-1]):
            if event.kind is EventKind.LINE and event.line == line:
                return self.states[index + 1].get(name)
        return None

    def _entries(self, loop: Block) -> Iterator[int]:
        at_header = False
        for index, event in enumerate(self.events):
            if event.kind is not EventKind.LINE:
                continue
            if loop.line <= event.line <= loop.header_end and event.line < loop.body_line:
                at_header = True
                continue
            if at_header and loop.body_line <= event.line <= loop.end_line:
                yield index
            at_header = False

    def _returns_inside(self, loop: Block, index: int) -> bool:
        return loop.body_line <= self.events[index].line <= loop.end_line

    def _branches(self, block: Block) -> Iterator[bool]:
        asked = False
        for event in self.events:
            at_header = block.line <= event.line <= block.header_end
            if event.kind is EventKind.LINE and at_header:
                asked = True
            elif asked and event.kind in (EventKind.LINE, EventKind.RETURN):
                asked = False
                yield event.kind is EventKind.LINE and block.body_line <= event.line <= block.end_line


def activations(trace: Trace) -> tuple[Activation, ...]:
    """All runs of functions of the program, in the order of their start."""
    events: dict[int, list[Event]] = {}
    parents: dict[int, int | None] = {}
    stack: list[int] = []
    for event in trace.events:
        while stack and event.frame in stack and stack[-1] != event.frame:
            stack.pop()
        if event.frame not in events:
            while stack and _gone(events[stack[-1]]):
                stack.pop()
            parents[event.frame] = stack[-1] if stack else None
        if event.frame not in stack:
            stack.append(event.frame)
        events.setdefault(event.frame, []).append(event)
    return tuple(Activation(frame, parents[frame], e[0].function, tuple(e)) for frame, e in events.items())


def _gone(events: list[Event]) -> bool:
    return events[-1].kind in (EventKind.RETURN, EventKind.RAISE)
