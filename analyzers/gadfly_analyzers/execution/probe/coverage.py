"""Which lines of the student's program a test runs, and which calls the test makes."""

from __future__ import annotations

import sys
import threading
from types import CodeType, FrameType
from typing import Any, Callable, Dict, List, Optional, Set, Tuple

from gadfly_analyzers.execution.probe.calls import Calls
from gadfly_analyzers.execution.probe.codes import Codes, lines_of, nested

_frame = sys._getframe
_frames = sys._current_frames
_thread = threading.get_ident
MUTED_AFTER = 500  # calls inside one call from outside
_TOOL_IDS = (4, 3, 2, 0, 1)  # debuggers, coverage tools and profilers have a number of their own: leave it to them


class Coverage:
    """Watches one program between ``start`` and ``stop``; ``take`` gives what one test did."""

    def __init__(self, program_path: str) -> None:
        self.codes = Codes(program_path)
        self.calls = Calls(self.codes)
        self.lines: Set[int] = set()
        self._main = threading.main_thread().ident or 0
        self._watch: Any = _Monitor(self) if hasattr(sys, "monitoring") else _Tracer(self)

    def start(self) -> None:
        """Begin to watch."""
        if not self._watch.start():  # every tool number is taken
            self._watch = _Tracer(self)
            self._watch.start()

    def take(self) -> Tuple[List[int], List[Dict[str, Any]]]:
        """Give the lines that ran and the calls from outside since the last time, and begin anew."""
        lines, self.lines = sorted(self.lines), set()
        calls = self.calls.take()
        self._watch.renew()
        return lines, calls

    def stop(self) -> None:
        """Watch no longer."""
        self._watch.stop()

    def line_now(self) -> Optional[int]:
        """Give the line of the program at which the main thread is, asked from any thread."""
        frame: Optional[FrameType] = _frames().get(self._main)
        while frame is not None:
            if self.codes.owns(frame.f_code):
                return frame.f_lineno
            frame = frame.f_back
        return None


class _Monitor:
    """Watches by ``sys.monitoring``: each line costs once per test."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.codes = coverage.codes
        self.calls = coverage.calls
        self.files = coverage.codes.files
        self.disable = sys.monitoring.DISABLE  # type: ignore[attr-defined, unused-ignore]
        self.armed: Dict[int, CodeType] = {}
        self.tool = -1

    def start(self) -> bool:
        """Take a free tool number and begin; tell whether there was one."""
        monitoring = sys.monitoring  # type: ignore[attr-defined, unused-ignore]
        free = [tool for tool in _TOOL_IDS if monitoring.get_tool(tool) is None]
        if not free:
            return False
        self.tool = free[0]
        monitoring.use_tool_id(self.tool, "gadfly")
        events = monitoring.events
        for event, callback in (
            (events.LINE, self.on_line()),
            (events.PY_START, self.on_start),
            (events.PY_RETURN, self.on_return),
            (events.PY_UNWIND, self.on_unwind),
        ):
            monitoring.register_callback(self.tool, event, callback)
        monitoring.set_events(self.tool, events.PY_START | events.PY_UNWIND)
        self.renew()
        return True

    def stop(self) -> None:
        """Give the tool number back."""
        monitoring = sys.monitoring  # type: ignore[attr-defined, unused-ignore]
        if self.tool >= 0 and monitoring.get_tool(self.tool) == "gadfly":
            monitoring.set_events(self.tool, 0)
            for code in self.armed.values():
                monitoring.set_local_events(self.tool, code, 0)
            monitoring.free_tool_id(self.tool)
        self.armed = {}
        self.tool = -1

    def renew(self) -> None:
        """Let every line speak again."""
        sys.monitoring.restart_events()  # type: ignore[attr-defined, unused-ignore]

    def on_line(self) -> Callable[[CodeType, int], Any]:
        coverage, disable = self.coverage, self.disable

        def seen(_code: CodeType, line: int) -> Any:
            coverage.lines.add(line)
            return disable

        return seen

    def on_start(self, code: CodeType, _offset: int) -> Any:
        """See a function, module or class body start; arm the program's when first seen."""
        if not self.files[code.co_filename]:
            return self.disable
        if id(code) not in self.armed:
            self.arm(code)
        calls = self.calls
        if calls.thread != _thread():
            calls.started(_frame(1))
        elif calls.inner < MUTED_AFTER:
            calls.inner += 1
        else:  # a deep recursion: hear no more of it until the outermost call ends
            return self.disable
        return None

    def arm(self, code: CodeType) -> None:
        """Ask for the lines of a code object of the program and of all those below it."""
        monitoring = sys.monitoring  # type: ignore[attr-defined, unused-ignore]
        for each in [code, *(inner for inner, _ in nested(code, ""))]:
            self.armed[id(each)] = each
            monitoring.set_local_events(self.tool, each, monitoring.events.LINE | monitoring.events.PY_RETURN)

    def on_return(self, _code: CodeType, _offset: int, value: Any) -> None:
        """See a function of the program return."""
        if self.calls.frame is _frame(1):
            self.calls.returned(value)
            self.listen()

    def on_unwind(self, _code: CodeType, _offset: int, error: BaseException) -> None:
        """See an exception leave any function."""
        if self.calls.frame is _frame(1):
            self.calls.left(type(error))
            self.listen()

    def listen(self) -> None:
        """Hear calls again after a deep recursion."""
        if self.calls.inner >= MUTED_AFTER:
            self.renew()


class _Tracer:
    """Watches by ``sys.settrace``, for Pythons without ``sys.monitoring``."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.codes = coverage.codes
        self.calls = coverage.calls
        self.local: Dict[int, Tuple[CodeType, Set[int], Any]] = {}
        self.before: Tuple[Any, Any] = (None, None)
        self.hook = self.on_call
        self.files = coverage.codes.files
        self.error: type = BaseException

    def start(self) -> bool:
        """Begin to trace this thread and those that start later."""
        self.before = (sys.gettrace(), getattr(threading, "_trace_hook", None))
        threading.settrace(self.hook)
        sys.settrace(self.hook)
        return True

    def stop(self) -> None:
        """Put back what traced before."""
        threading.settrace(self.before[1])
        sys.settrace(self.before[0])

    def renew(self) -> None:
        """Expect every line again; trace again if the program or an overflowing stack ended it."""
        self.local = {}
        if sys.gettrace() is not self.hook:
            sys.settrace(self.hook)

    def on_call(self, frame: FrameType, _event: str, _arg: Any) -> Any:
        """See a frame start; trace its lines while some of them are unseen."""
        code = frame.f_code
        if not self.files[code.co_filename]:
            return None
        known = self.local.get(id(code)) or self.expect(code)
        outermost = self.calls.thread != _thread() and self.calls.started(frame)
        if known[1]:
            return known[2]
        if not outermost:
            return None
        frame.f_trace_lines = False
        return known[2]

    def expect(self, code: CodeType) -> Tuple[CodeType, Set[int], Any]:
        """Prepare for the lines of a code object."""
        left = set(lines_of(code))
        known = self.local[id(code)] = (code, left, self.tracer(left))
        return known

    def tracer(self, left: Set[int]) -> Any:
        """Make the function that traces the frames of one code object; it stops when no line is left."""
        see, calls = self.coverage.lines.add, self.calls

        def trace(frame: FrameType, event: str, arg: Any) -> Any:
            if event == "line":
                line = frame.f_lineno
                if line in left:
                    see(line)
                    left.discard(line)
                    if not left:
                        frame.f_trace_lines = False
            elif frame is calls.frame:
                self.end(frame, event, arg)
            return trace

        return trace

    def end(self, frame: FrameType, event: str, arg: Any) -> None:
        """See the end of a call from outside, or an exception in it."""
        if event == "exception":
            self.error = arg[0]
        elif arg is not None or self.codes.returns(frame):
            self.calls.returned(arg)
        else:
            self.calls.left(self.error)
