"""Records one test step by step inside the student's program: lines, values, calls and returns."""

from __future__ import annotations

import sys
import threading
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any, Callable, Dict, List, Optional, Tuple

from gadfly_analyzers.execution.probe.codes import OPTIMIZED, Codes
from gadfly_analyzers.execution.probe.heap import state_of
from gadfly_analyzers.execution.probe.identity import named_objects
from gadfly_analyzers.execution.probe.values import kept, same, snapshot

SENT_AT_ONCE = 200
MOST_TEXT = 2_000_000  # characters of values; a program that changes long lists all the time reaches it early
DEEP = 200
MOST_STATES = 2_500  # of loops: in a recording of an endless one there are no more
_INLINED_LATER = frozenset({"<listcomp>", "<dictcomp>", "<setcomp>"})  # no frames of their own from Python 3.12 on
_NOT_VALUES = (ModuleType, type, FunctionType)


class Recorder:
    """Records while it is entered; ``events``, ``complete`` and ``stopped`` can be read at any time, from any thread.

    ``send``, if given, gets the events in lists of some length, so that they outlive a process that is killed;
    ``give_up`` is called when nothing more will be recorded.
    """

    def __init__(
        self,
        program_path: str,
        max_events: int = 20_000,
        send: Optional[Callable[[List[Any]], None]] = None,
        give_up: Callable[[], None] = lambda: None,
    ) -> None:
        self.codes = Codes(program_path)
        self.max_events = max_events
        self.send = send
        self.give_up = give_up
        self.events: List[Dict[str, Any]] = []
        self.complete = True
        self.stopped = ""
        self._sent = 0
        self._numbers = 0
        self._room = MOST_TEXT
        self._deepest = 0
        self._states = 0
        self._objects: Dict[int, int] = {}
        self._activations: Dict[FrameType, _Activation] = {}
        self._hook = self._on_call
        self._before: Tuple[Any, Any] = (None, None)
        self._paused = False

    def __enter__(self) -> "Recorder":
        self._before = (sys.gettrace(), getattr(threading, "_trace_hook", None))
        threading.settrace(self._hook)
        sys.settrace(self._hook)
        return self

    def pause(self) -> None:
        """Leave in peace what runs around the test; it is much, and nothing of it is recorded."""
        self._notice_an_end()
        self._paused = True
        if self.complete:
            sys.settrace(self._before[0])

    def resume(self) -> None:
        """Go on after a pause."""
        self._paused = False
        if self.complete:
            sys.settrace(self._hook)

    def _notice_an_end(self) -> None:
        """Notice where the program, or a stack that overflowed, has ended the recording."""
        if self.complete and not self._paused and sys.gettrace() is not self._hook:
            self.complete = False
            self.stopped = "when too many calls were open" if self._deepest > DEEP else "when tracing was switched off"

    def __exit__(self, *_error: object) -> None:
        self._notice_an_end()
        threading.settrace(self._before[1])
        sys.settrace(self._before[0])
        self._activations = {}
        self.flush()

    def flush(self) -> None:
        """Send what was not sent yet."""
        if self.send is not None and self._sent < len(self.events):
            waiting, self._sent = self.events[self._sent :], len(self.events)
            self.send(waiting)

    def _on_call(self, frame: FrameType, _event: str, _arg: Any) -> Any:
        """See a frame start, or a generator go on."""
        code = frame.f_code
        if not self.codes.files[code.co_filename] or not self.complete:
            return None
        if frame in self._activations:
            return self._on_step
        if code.co_name in _INLINED_LATER:
            return None
        activation = _Activation(self._numbers, self.codes.name(code), code)
        self._activations[frame] = activation
        self._numbers += 1
        self._deepest = max(self._deepest, len(self._activations))
        self._add("call", activation, frame, self.codes.definition(code), None)
        return self._on_step

    def _on_step(self, frame: FrameType, event: str, arg: Any) -> Any:
        """See a line, an exception, or the end of a frame."""
        activation = self._activations.get(frame)
        if activation is None or not self.complete:
            return None
        if event == "line":
            self._add("line", activation, frame, frame.f_lineno, None)
        elif event == "exception":
            activation.error = (arg[0], arg[1], frame.f_lineno)
        elif event == "return" and not self.codes.pauses(frame):
            self._end(frame, activation, arg)
        return self._on_step

    def _end(self, frame: FrameType, activation: "_Activation", value: Any) -> None:
        """Note how a frame ends: by returning, or by the exception that was last seen in it."""
        del self._activations[frame]
        if value is not None or self.codes.returns(frame) or activation.error is None:
            self._add("return", activation, frame, frame.f_lineno, snapshot(value))
            return
        kind, error, line = activation.error
        activation.error = None
        self._add("raise", activation, frame, line, _picture_of_error(kind, error))

    def _add(self, kind: str, activation: "_Activation", frame: FrameType, line: int, value: Any) -> None:
        names = dict(frame.f_locals)
        if kind == "call":  # what comes from the functions around is no argument; it shows on the first line
            names = {name: held for name, held in names.items() if name not in frame.f_code.co_freevars}
        changes = activation.changes(names)
        if len(self.events) >= self.max_events or self._room < 0:
            self._give_up()
            return
        self._room -= sum(len(picture["text"]) for _, picture in changes)
        event = {"kind": kind, "frame": activation.number, "function": activation.function, "line": line}
        event["changes"] = changes
        event["value"] = value
        objects = activation.objects(names, self._objects)
        if objects:
            event["objects"] = objects
        if kind == "line" and activation.goes_back(line) and self._states < MOST_STATES:
            self._states += 1
            event["state"] = state_of(names)
        self.events.append(event)
        if self.send is not None and len(self.events) - self._sent >= SENT_AT_ONCE:
            self.flush()

    def _give_up(self) -> None:
        """Record no more, and let the test go on at full speed."""
        self.complete = False
        self.stopped = "after " + str(len(self.events)) + " steps"
        self._activations = {}
        threading.settrace(None)
        sys.settrace(None)
        self.flush()
        self.give_up()


class _Activation:
    """One running function: its number, and its variables as they were at its last event."""

    def __init__(self, number: int, function: str, code: CodeType) -> None:
        self.number = number
        self.function = function
        self.optimized = bool(code.co_flags & OPTIMIZED)
        self.known: Dict[str, Tuple[Any, Dict[str, Any]]] = {}
        self.named: Dict[str, int] = {}
        self.error: Optional[Tuple[Any, Any, int]] = None
        self.line = 0

    def goes_back(self, line: int) -> bool:
        """Tell whether a loop begins another pass with variables whose pictures do not show all of them."""
        before, self.line = self.line, line
        return line <= before and not all(picture["literal"] for _, picture in self.known.values())

    def changes(self, names: Dict[str, Any]) -> List[Any]:
        """List the variables that are new or look different, as [name, picture]."""
        changed = []
        known = self.known
        for name, value in names.items():
            before = known.get(name)
            if before is not None and same(before[0], value):
                continue
            if not self._is_shown(name, value):
                continue
            picture = snapshot(value)
            known[name] = (kept(value), picture)
            if before is None or before[1] != picture:
                changed.append([name, picture])
        return changed

    def objects(self, names: Dict[str, Any], numbers: Dict[int, int]) -> List[Any]:
        """List the names that stand for another object than before, as [name, number of the object]; 0 for none.

        A number may be given again once an object is gone, so numbers tell only of one moment what is the same.
        """
        now = {name: numbers.setdefault(found, len(numbers) + 1) for name, found in named_objects(names)}
        if now == self.named:
            return []
        before, self.named = self.named, now
        gone = [[name, 0] for name in before if name not in now]
        return gone + [[name, number] for name, number in now.items() if before.get(name) != number]

    def _is_shown(self, name: str, value: Any) -> bool:
        """Tell whether a variable is one of the student's, not what a module or class body defines."""
        if name[:1] == "." or name[:2] == "__":
            return False
        return self.optimized or not issubclass(type(value), _NOT_VALUES)


def _picture_of_error(kind: Any, error: Any) -> Dict[str, Any]:
    """Picture an exception, which older Pythons may hand over as the bare argument of its type."""
    if isinstance(error, BaseException):
        return snapshot(error)
    text = kind.__name__ + "(" + ("" if error is None else snapshot(error)["text"]) + ")"
    return {"text": text, "type": kind.__name__, "literal": False}
