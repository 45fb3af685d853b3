"""Where the test's own code stands when a test fails: its statement, its names, and where these come from."""

from __future__ import annotations

import ast
from types import FrameType, TracebackType
from typing import Any, Iterator, List, Optional, Tuple

from gadfly_analyzers.execution.probe import places

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Scope:
    """One frame of the test's code, at a line; ``outer`` is the frame of the test's code that called it."""

    def __init__(self, frame: FrameType, line: int, outer: "Optional[Scope]") -> None:
        self.frame = frame
        self.line = line
        self.outer = outer
        self.path = frame.f_code.co_filename
        self.statement = statement_at(self.path, line)
        self.function = function_around(self.path, frame.f_code)

    def known(self, name: str) -> bool:
        """Tell whether the name has a value here."""
        return name in self.frame.f_locals or name in self.frame.f_globals

    def value(self, name: str) -> Any:
        """Look a name up."""
        if name in self.frame.f_locals:
            return self.frame.f_locals[name]
        return self.frame.f_globals.get(name)

    def assigned(self, name: str) -> Optional[ast.expr]:
        """Find the expression that the function last gave the name before this line, if that is plain to see."""
        found = None
        for node in ast.walk(self.function) if self.function else ():
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and node.lineno < self.line:
                target = node.targets[0]
                if isinstance(target, ast.Name) and target.id == name:
                    found = node if found is None or node.lineno > found.lineno else found
        return found.value if found else None

    def argument(self, name: str) -> "Optional[Tuple[ast.expr, Scope]]":
        """Find the expression that the caller, the test's code too, passed for a parameter."""
        if not isinstance(self.function, _FUNCTIONS) or self.outer is None or self.outer.statement is None:
            return None
        parameters = [one.arg for one in (*self.function.args.posonlyargs, *self.function.args.args)]
        if name not in parameters:
            return None
        for node in ast.walk(self.outer.statement):
            if isinstance(node, ast.Call) and called_name(node) == self.function.name:
                passed = argument_of(node, parameters, name)
                return (passed, self.outer) if passed is not None else None
        return None


def argument_of(node: ast.Call, parameters: "List[str]", name: str) -> Optional[ast.expr]:
    """Find what a call passes for a parameter."""
    for keyword in node.keywords:
        if keyword.arg == name:
            return keyword.value
    if isinstance(node.func, ast.Attribute) and parameters[:1] == ["self"]:
        parameters = parameters[1:]
    index = parameters.index(name) if name in parameters else len(node.args)
    if index < len(node.args) and not any(isinstance(one, ast.Starred) for one in node.args):
        return node.args[index]
    return None


def called_name(node: ast.Call) -> str:
    """Name the function or method that a call calls."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def scope_of(trace: Optional[TracebackType], is_test: places.IsTest) -> Optional[Scope]:
    """Find the innermost frame of the test's code in a traceback."""
    return chain((entry.tb_frame, entry.tb_lineno) for entry in entries(trace) if is_test(entry.tb_frame))


def scope_of_frame(frame: Optional[FrameType], is_test: places.IsTest) -> Optional[Scope]:
    """Find the innermost frame of the test's code that is running."""
    found = []
    while frame is not None:
        if is_test(frame):
            found.append((frame, frame.f_lineno))
        frame = frame.f_back
    return chain(reversed(found))


def chain(frames: "Any") -> Optional[Scope]:
    """Link frames, outermost first."""
    scope: Optional[Scope] = None
    for frame, line in frames:
        scope = Scope(frame, line, scope)
    return scope


def entries(trace: Optional[TracebackType]) -> Iterator[TracebackType]:
    """Walk a traceback, outermost first."""
    while trace is not None:
        yield trace
        trace = trace.tb_next


def statement_at(path: str, line: int) -> Optional[ast.stmt]:
    """Find the innermost statement around a line."""
    found: Optional[ast.stmt] = None
    for node in places.statements_of(path):
        if node.lineno <= line <= (node.end_lineno or node.lineno):
            if found is None or size(node) <= size(found):
                found = node
    return found


def size(node: ast.stmt) -> int:
    """Count the lines of a statement."""
    return (node.end_lineno or node.lineno) - node.lineno


def function_around(path: str, code: Any) -> Any:
    """Find the function that a code object was made from; the whole file for module code."""
    if code.co_name == "<module>":
        return places.tree_of(path)
    return places.function_at(path, code.co_firstlineno)
