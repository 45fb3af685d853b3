"""Runs one test, one call or one small program and writes down what happened; shares no code with Gadfly.

    python -I recorder.py FOLDER OUT test NAME     one test function of test_program.py, about program.py
    python -I recorder.py FOLDER OUT sides NAME    the two sides of the check at which a test fails
    python -I recorder.py FOLDER OUT call TEXT     one expression, in the names of program.py
    python -I recorder.py FOLDER OUT text TEXT IN  a program of its own, and what is typed

Loops and conditions of the program are marked in its tree; all else is seen by ``sys.settrace``.
Values are written down where they are plain and small; of a run that goes on for ever, the beginning.
What goes on for ever is found by counting lines, so that a busy machine finds the same; the clock only ends what hangs.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import resource
import sys
import traceback
import types
from pathlib import Path
from typing import Any

MOST_EVENTS = 30_000  # with values
MOST_LINES = 2_000_000  # until a run counts as endless
MOST_PIECES = 120  # of a value
MOST_SECONDS = 120  # of computing
MARK = "__mark__"
PLAIN = (bool, int, float, str, bytes, type(None))


class Endless(BaseException):
    """The run went on for too long."""


class Marked(ast.NodeTransformer):
    """Puts a mark at the start of each loop's body and around each condition."""

    def _loop(self, node: Any) -> Any:
        self.generic_visit(node)
        node.body.insert(0, ast.Expr(self._call("pass", node.lineno)))
        return node

    visit_For = visit_While = _loop  # noqa: N815 - names that ast asks for

    def visit_If(self, node: ast.If) -> ast.If:
        """Mark what the condition came to."""
        self.generic_visit(node)
        node.test = self._call("if", node.lineno, node.test)
        return node

    @staticmethod
    def _call(what: str, line: int, *rest: ast.expr) -> ast.Call:
        return ast.Call(ast.Name(MARK, ast.Load()), [ast.Constant(what), ast.Constant(line), *rest], [])


class Recorder:
    """Collects the events of the frames of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.events: list[dict[str, Any]] = []
        self.lines: set[int] = set()
        self.seen = 0
        self.frames: dict[int, tuple[int, types.FrameType]] = {}

    def mark(self, what: str, line: int, value: Any = True) -> Any:
        """Note a pass of a loop, or what a condition came to."""
        holds = bool(value)
        self._note(what, sys._getframe(1), line, holds=holds)
        return value

    def trace(self, frame: types.FrameType, event: str, arg: Any) -> Any:
        """See to an event, as ``sys.settrace`` asks."""
        if frame.f_code.co_filename != self.path:
            return None
        self.seen += 1
        if self.seen > MOST_LINES:
            raise Endless
        if event == "line":
            self.lines.add(frame.f_lineno)
        extra = {}
        if event == "return":
            extra = {"value": picture(arg)}
        elif event == "exception":
            extra = {"raises": arg[0].__name__}
        self._note(event, frame, frame.f_lineno, **extra)
        return self.trace

    def _note(self, event: str, frame: types.FrameType, line: int, **extra: Any) -> None:
        if len(self.events) >= MOST_EVENTS:
            return
        number = self._number(frame)
        noted = {"event": event, "frame": number, "line": line, **extra}
        if event == "call":
            noted["name"] = frame.f_code.co_name
            noted["parent"] = self._parent(frame)
        names = frame.f_locals
        noted["values"] = dict(values_in(names))
        noted["places"] = dict(places_in(names))
        self.events.append(noted)

    def _number(self, frame: types.FrameType) -> int:
        known = self.frames.get(id(frame))
        if known is None or known[1] is not frame:
            self.frames[id(frame)] = known = (len(self.frames), frame)
        return known[0]

    def _parent(self, frame: types.FrameType) -> int | None:
        outer = frame.f_back
        while outer is not None:
            known = self.frames.get(id(outer))
            if known is not None and known[1] is outer:
                return known[0]
            outer = outer.f_back
        return None


def values_in(names: dict[str, Any]) -> Any:
    """The plain values among some names, and those of the attributes of ``self``."""
    for name, value in names.items():
        yield name, picture(value)
        if name == "self":
            yield from ((f"self.{key}", picture(held)) for key, held in getattr(value, "__dict__", {}).items())


def places_in(names: dict[str, Any]) -> Any:
    """Which object each name stands for, and the first two items of lists."""
    for name, value in names.items():
        if isinstance(value, PLAIN):
            continue
        yield name, id(value)
        if isinstance(value, list):
            yield from ((f"{name}[{number}]", id(held)) for number, held in enumerate(value[:2]))


def picture(value: Any) -> str | None:
    """The text of a plain value; ``None`` for any other, and for a large one."""
    return repr(value) if _is_small(value, [MOST_PIECES]) else None


def _is_small(value: Any, left: list[int]) -> bool:
    left[0] -= 1
    if left[0] < 0:
        return False
    if type(value) is int:
        return value.bit_length() < 1000
    if type(value) in PLAIN:
        return not isinstance(value, (str, bytes)) or len(value) <= 500
    if type(value) is dict:
        return all(_is_small(each, left) for pair in value.items() for each in pair)
    if type(value) in (list, tuple, set, frozenset):
        return len(value) <= left[0] and all(_is_small(each, left) for each in value)
    return False


def main() -> None:
    """Run what is asked for, and write."""
    folder, out, kind, what = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    recorder = Recorder(str(folder / "program.py"))
    printed = io.StringIO()
    told: dict[str, Any] = {}
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
        told = small(what, sys.argv[5]) if kind == "text" else recorded(recorder, kind, what)
    told |= {"printed": printed.getvalue(), "lines": sorted(recorder.lines), "events": recorder.events}
    told["cut"] = len(recorder.events) >= MOST_EVENTS
    out.write_text(json.dumps(told), "utf-8")
    sys.stdout.flush()
    os._exit(0)  # whatever the program left behind


def small(text: str, typed: str) -> dict[str, Any]:
    """Run a program of its own."""
    sys.stdin = io.StringIO(typed)
    try:
        exec(compile(text, "<small>", "exec"), {"__name__": "__main__"})
    except Exception as error:
        return {"raised": type(error).__name__}
    return {}


def recorded(recorder: Recorder, kind: str, what: str) -> dict[str, Any]:
    """Load the program, then run a test or an expression under the recorder."""
    text = Path(recorder.path).read_text("utf-8")
    module = types.ModuleType("program")
    module.__file__ = recorder.path
    setattr(module, MARK, recorder.mark)
    sys.modules["program"] = module
    try:
        tree = ast.fix_missing_locations(Marked().visit(ast.parse(text)))
        exec(compile(tree, recorder.path, "exec"), module.__dict__)
    except SyntaxError as error:
        return {"loading": ["SyntaxError", error.lineno]}
    except Exception as error:
        return {"loading": [type(error).__name__, _line(error, recorder.path)]}
    recorder.events.clear()
    if kind == "sides":
        return sides(what, recorder)
    if kind == "test":
        import test_program  # type: ignore[import-not-found]  # noqa: PLC0415 - the folder's own

        work = getattr(test_program, what)
    else:
        work = lambda: eval(what, module.__dict__)  # noqa: E731 - that is the task
    sys.settrace(recorder.trace)
    try:
        value = work()
        if isinstance(value, types.GeneratorType):
            value = list(value)
    except Endless:
        return {"endless": True}
    except BaseException as error:
        sys.settrace(None)
        return {"raised": type(error).__name__, "raised_line": _line(error, recorder.path), "said": str(error)[:500]}
    finally:
        sys.settrace(None)
    return {"value": picture(value)}


def sides(name: str, recorder: Recorder) -> dict[str, Any]:
    """Run a test by statements, and give the two sides of the first comparison that does not hold, else of the last."""
    import test_program  # noqa: PLC0415 - the folder's own

    names = dict(vars(test_program))
    tree = ast.parse(Path("test_program.py").read_text("utf-8"))
    test = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name)
    told: dict[str, Any] = {}
    sys.settrace(recorder.trace)  # only to stop what goes on for ever
    try:
        for statement in test.body:
            check = statement.test if isinstance(statement, ast.Assert) else None
            if isinstance(check, ast.Compare) and len(check.ops) == 1:
                wanted = eval(ast.unparse(check.comparators[0]), names)
                told = {"wanted": picture(wanted)}
                actual = eval(ast.unparse(check.left), names)
                told["actual"] = picture(actual)
                if actual != wanted:
                    return told
            elif isinstance(check, ast.Call) and ast.unparse(check.func).endswith("isclose"):
                pair = [eval(ast.unparse(side), names) for side in check.args[:2]]
                return {"actual": picture(pair[0]), "wanted": picture(pair[1])}
            elif check is not None:
                told = truth(check, names)
                if not told.pop("holds"):
                    return told
            else:
                exec(ast.unparse(statement), names)
    except BaseException as error:
        return told | {"raised": type(error).__name__}
    finally:
        sys.settrace(None)
    return told


def truth(check: ast.expr, names: dict[str, Any]) -> dict[str, Any]:
    """Give what a check looks at that wants something to count as true, or with ``not`` as false."""
    denied = isinstance(check, ast.UnaryOp) and isinstance(check.op, ast.Not)
    looked_at = check.operand if isinstance(check, ast.UnaryOp) and denied else check
    actual = eval(ast.unparse(looked_at), names)
    return {"actual": picture(actual), "wanted": str(not denied), "holds": bool(actual) is not denied}


def _line(error: BaseException, path: str) -> int | None:
    """The last line of the program that the error came through."""
    passed = [place.lineno for place in traceback.extract_tb(error.__traceback__) if place.filename == path]
    return passed[-1] if passed else None


if __name__ == "__main__":
    main()
