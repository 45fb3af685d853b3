"""What a recorded run says: passes of loops, branches taken, values at a place, each with the event that shows it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.layout import LOOPS, Layout
from gadfly_analyzers.trace.recording import Event, EventKind, Trace
from gadfly_analyzers.values import Value

T = TypeVar("T")
_ENDS = (EventKind.RETURN, EventKind.RAISE)
_CONDITIONS = ("if_statement", "elif_clause", "while_statement")
_NO_VARIABLES = ("builtin_function_or_method", "function", "method", "module", "type")


@dataclass(frozen=True, slots=True)
class Observed(Generic[T]):
    """A fact, and the index in the trace of the event that shows it."""

    value: T
    event: int


@dataclass(frozen=True, slots=True)
class Step:
    """One run of one statement in one activation: indices of its first event and of the first event after it.

    ``end`` is ``None`` where the recording was cut in the middle of the statement.
    """

    statement: Statement
    start: int
    end: int | None


class Activation:
    """One run of one function (or of the module's own code)."""

    def __init__(self, trace: Trace, layout: Layout, frame: int, parent: int | None, indices: list[int]) -> None:
        self.frame = frame
        self.parent = parent
        self.indices = tuple(indices)
        self.function = trace.events[indices[0]].function
        self._events = trace.events
        self._layout = layout
        self._known_passes: dict[int, tuple[Step, ...] | None] = {}

    @property
    def arguments(self) -> tuple[tuple[str, Value], ...]:
        """The arguments, in the order of the parameters."""
        first = self._events[self.indices[0]]
        return first.changes if first.kind is EventKind.CALL else ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names that had a value in it, in the order in which they got their first one."""
        return tuple(dict.fromkeys(name for index in self.indices for name, _ in self._events[index].changes))

    @property
    def variables(self) -> tuple[str, ...]:
        """The same without modules, functions and classes, which nobody follows through a run."""
        changes = (change for index in self.indices for change in self._events[index].changes)
        return tuple(dict.fromkeys(name for name, value in changes if value.type not in _NO_VARIABLES))

    @property
    def returned(self) -> Observed[Value] | None:
        """What it gave back, if it returned."""
        return self._ended_with(EventKind.RETURN)

    @property
    def raised(self) -> Observed[Value] | None:
        """The exception that left it, if one did."""
        return self._ended_with(EventKind.RAISE)

    @property
    def ended(self) -> bool:
        """Whether its end was recorded."""
        return self._last.kind in _ENDS

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Its statements in the order in which they ran, each run once."""
        starts = list(self._starts())
        ends = [*(start for _, start in starts), self.indices[-1] if self.ended else None]
        return tuple(Step(statement, start, end) for (statement, start), end in zip(starts, ends[1:], strict=True))

    def runs_of(self, line: int) -> tuple[Step, ...] | None:
        """Every run of the statement on a line; ``None`` where several statements share the line."""
        statement = self._layout.alone(line)
        return None if statement is None else tuple(step for step in self.steps if step.statement is statement)

    def passes(self, loop_line: int) -> tuple[Step, ...] | None:
        """The first step of each pass of a loop's body; ``None`` where the trace cannot tell."""
        if loop_line not in self._known_passes:
            self._known_passes[loop_line] = self._passes_of(loop_line)
        return self._known_passes[loop_line]

    def branches(self, line: int) -> tuple[Observed[bool], ...] | None:
        """For each evaluation of a condition whether its block ran; ``None`` where the trace cannot tell."""
        header = self._layout.alone(line)
        if header is None or header.kind not in _CONDITIONS or not self._layout.has_telling_block(header):
            return None
        taken = [self._taken(header, number) for number, step in enumerate(self.steps) if step.statement is header]
        if any(answer is None for answer in taken) and not self._is_cut_at(header, taken):
            return None
        return tuple(answer for answer in taken if answer is not None)

    def value_before(self, name: str, event: int) -> Value | None:
        """The value of a name as the event found it; ``None`` if it had none yet."""
        indices, values = self._values.get(name, ((), ()))
        before = bisect_right(indices, event)
        return values[before - 1] if before else None

    def same_object(self, first: str, second: str, event: int) -> bool | None:
        """Whether two names stood for the same object as the event found them; ``None`` if one of them for none.

        A name may also be a place in a list, such as ``rows[0]``.
        """
        found: dict[str, int] = {}
        for index in self.indices:
            if index > event:
                break
            found.update(self._events[index].objects)
        return found[first] == found[second] if found.get(first) and found.get(second) else None

    def value_after(self, name: str, step: Step) -> Observed[Value] | None:
        """The value of a name when a statement had run; ``None`` if it had none, or if the run never got to there.

        Where an exception may have broken the statement off unseen, only a value that is new tells that none did.
        """
        if step.end is None or self._is_broken_off(step.end):
            return None
        end = self._events[step.end]
        if self._layout.holds_back(step.statement.line, end.line) and name not in dict(end.changes):
            return None
        found = self.value_before(name, step.end)
        return None if found is None else Observed(found, step.end)

    def value_after_pass(self, name: str, loop_line: int, number: int) -> Observed[Value] | None:
        """The value of a name at the end of a pass of a loop (counted from 1)."""
        end = self.end_of_pass(loop_line, number)
        found = None if end is None else self.value_before(name, end)
        return None if found is None or end is None else Observed(found, end)

    def line_before(self, event: int) -> int:
        """The 1-based line that it had come to when the event of another activation happened."""
        return self._events[self.indices[bisect_left(self.indices, event) - 1]].line

    def moment(self, event: int) -> int:
        """The event at which the next statement begins, headers of loops left out: until then all names stay."""
        first = bisect_left(self.steps, event, key=lambda step: step.start)
        following = (step.start for step in self.steps[first:] if step.statement.kind not in LOOPS)
        return next(following, self.indices[-1])

    def end_of_pass(self, loop_line: int, number: int) -> int | None:
        """The first event after a pass of a loop (counted from 1); ``None`` if it had no end, or there was none."""
        passes = self.passes(loop_line)
        loop = self._layout.alone(loop_line)
        if not passes or loop is None or not 0 < number <= len(passes):
            return None
        return self._end_of_pass(loop, passes[number - 1], passes[number] if number < len(passes) else None)

    @cached_property
    def _values(self) -> dict[str, tuple[list[int], list[Value]]]:
        """For each name the events that found another value than before, and these values."""
        found: dict[str, tuple[list[int], list[Value]]] = {}
        for index in self.indices:
            for name, value in self._events[index].changes:
                indices, values = found.setdefault(name, ([], []))
                indices.append(index)
                values.append(value)
        return found

    @property
    def _last(self) -> Event:
        return self._events[self.indices[-1]]

    def _ended_with(self, kind: EventKind) -> Observed[Value] | None:
        last = self._last
        return Observed(last.value, self.indices[-1]) if last.kind is kind and last.value is not None else None

    def _starts(self) -> Iterator[tuple[Statement, int]]:
        """Pair each run's statement with its first event; a statement over several lines gives several events."""
        before: Statement | None = None
        for index in self.indices:
            event = self._events[index]
            if event.kind is not EventKind.LINE:
                continue
            statement = self._layout.at(event.line)
            if statement is None or (statement is before and self._layout.repeats(statement)):
                continue
            before = statement
            yield statement, index

    def _passes_of(self, loop_line: int) -> tuple[Step, ...] | None:
        loop = self._layout.alone(loop_line)
        if loop is None or loop.kind not in LOOPS or not self._layout.has_block_below(loop):
            return None
        found = tuple(self._passes(loop))
        return None if not found and self._layout.may_be_silent(loop) else found

    def _passes(self, loop: Statement) -> Iterator[Step]:
        block = self._layout.block(loop)
        first = self._layout.first_in(loop)
        before: Statement | None = None
        for step in self.steps:
            if step.statement.line in block and (
                before is None or before.line not in block or self._begins_anew(step.statement, before, first)
            ):
                yield step
            before = step.statement

    def _begins_anew(self, statement: Statement, before: Statement, first: Statement | None) -> bool:
        """Tell whether a step inside a body begins its next pass, although no header ran between (``while True``)."""
        if statement is not first:
            return False
        inside = before.line in self._layout.block(statement) or before is statement
        return not (inside and statement.kind in (*LOOPS, "with_statement") and statement.block is not None)

    def _end_of_pass(self, loop: Statement, first: Step, following: Step | None) -> int | None:
        """Find the first event after a pass: of the header, behind the loop, of the next pass, or the frame's end.

        A pass that an exception broke off has no end.
        """
        block = self._layout.block(loop)
        for step in self.steps[bisect_right(self.steps, first.start, key=lambda step: step.start) :]:
            if step.statement.line not in block or step == following:
                return None if self._is_caught(loop, first.start, step.start) else step.start
        return self.indices[-1] if self._last.kind is EventKind.RETURN else None

    def _is_broken_off(self, end: int) -> bool:
        """Tell whether the first event after a statement shows that an exception broke it off."""
        event = self._events[end]
        return event.kind is EventKind.RAISE or event.line in self._layout.handlers

    def _is_caught(self, loop: Statement, start: int, end: int) -> bool:
        """Tell whether an exception left the loop for an ``except`` around it, between two events."""
        first, last = bisect_right(self.indices, start), bisect_right(self.indices, end)
        between = (self._events[index].line for index in self.indices[first:last])
        return any(line in self._layout.handlers and line not in self._layout.block(loop) for line in between)

    def _taken(self, header: Statement, number: int) -> Observed[bool] | None:
        """Tell from the step after a condition whether its block ran."""
        following = self.steps[number + 1] if number + 1 < len(self.steps) else None
        if following is None and self._last.kind is not EventKind.RETURN:
            return None
        event = self.indices[-1] if following is None else following.start
        if following is not None and following.statement.line in self._layout.block(header):
            return Observed(True, event)
        if not self._layout.may_be_silent(header) or self._speaks(header):
            return Observed(False, event)
        loop = self._layout.left_by_break(header)
        if loop is None:
            return None
        stays = following is not None and (
            following.statement is loop or following.statement.line in self._layout.block(loop)
        )
        return Observed(not stays, event)

    def _speaks(self, header: Statement) -> bool:
        """Tell whether a block that some Pythons skip without a trace was seen to run."""
        block = self._layout.block(header)
        return any(step.statement.line in block for step in self.steps)

    def _is_cut_at(self, header: Statement, taken: list[Observed[bool] | None]) -> bool:
        """Tell whether just the last evaluation is unknown, since the frame ended in it or the recording did."""
        raised_or_cut = not self.ended or self._last.kind is EventKind.RAISE
        return None not in taken[:-1] and raised_or_cut and self.steps[-1].statement is header


class Readings:
    """All that one trace says about one program; everything else is asked of its activations."""

    def __init__(self, trace: Trace, source: Source) -> None:
        self.trace = trace
        self.layout = Layout(source)

    @cached_property
    def activations(self) -> tuple[Activation, ...]:
        """All activations in the order of their start."""
        indices: dict[int, list[int]] = {}
        parents: dict[int, int | None] = {}
        running: list[int] = []
        for index, event in enumerate(self.trace.events):
            known = event.frame in indices
            while known and running and running[-1] != event.frame and event.frame in running:
                running.pop()
            if not known:
                parents[event.frame] = running[-1] if running else None
            if not running or running[-1] != event.frame:
                running.append(event.frame)
            if event.kind in _ENDS:
                running.pop()
            indices.setdefault(event.frame, []).append(index)
        return tuple(
            Activation(self.trace, self.layout, frame, parents[frame], found) for frame, found in indices.items()
        )

    def activations_of(self, function: str) -> tuple[Activation, ...]:
        """The activations of a function (qualified name), in the order of their start."""
        return tuple(activation for activation in self.activations if activation.function == function)

    def first_through(self, line: int) -> Activation | None:
        """The first activation in which a line ran."""
        for event in self.trace.events:
            if event.kind is EventKind.LINE and event.line == line:
                return next(each for each in self.activations if each.frame == event.frame)
        return None

    def reached(self, line: int) -> Observed[bool] | None:
        """Whether a line ran at all; ``None`` if it did not but the recording was cut."""
        for index, event in enumerate(self.trace.events):
            if event.kind is EventKind.LINE and event.line == line:
                return Observed(True, index)
        return Observed(False, len(self.trace.events) - 1) if self.trace.complete else None

    def returned(self, function: str) -> tuple[Observed[Value], ...]:
        """What the activations of a function gave back, in the order of their start."""
        found = (activation.returned for activation in self.activations_of(function))
        return tuple(each for each in found if each is not None)
