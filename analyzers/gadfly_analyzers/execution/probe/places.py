"""Where things are: frames in the program, tests in their files."""

from __future__ import annotations

import ast
import builtins
import functools
import io
import os
import traceback
from types import FrameType, TracebackType
from typing import Any, Callable, Dict, Iterable, Iterator, List, Optional, Tuple

globals()["__builtins__"] = dict(vars(builtins))  # what the student's code puts in their place does not reach us

LONGEST_SOURCE = 4000
MOST_LETTERS = 200_000  # of a message, which takes up to twelve bytes for each
IsTest = Callable[[FrameType], bool]


def line_in(frame: Optional[FrameType], path: str) -> Optional[int]:
    """Find the line of the innermost frame that is in the file."""
    while frame is not None:
        if frame.f_code.co_filename == path:
            return frame.f_lineno
        frame = frame.f_back
    return None


def file_in(frame: Optional[FrameType], folder: str) -> Optional[str]:
    """Find the file of the innermost frame whose code lies in the folder."""
    inside = os.path.join(folder, "")
    while frame is not None and not frame.f_code.co_filename.startswith(inside):
        frame = frame.f_back
    return frame.f_code.co_filename if frame is not None else None


def deepest(trace: Optional[TracebackType], path: str, is_test: Optional[IsTest] = None) -> Optional[int]:
    """Find the line of the innermost entry of a traceback that is in the file, the test's own frames left out."""
    found = None
    for frame, line in traceback.walk_tb(trace):
        if frame.f_code.co_filename == path and not (is_test and is_test(frame)):
            found = line
    return found


def test_frames(item: Any, root: str, program: str) -> IsTest:
    """Make the function that tells frames of the test's code: files around the program, or its own tests."""
    inside = os.path.join(root, "")
    function = getattr(item, "obj", None)
    main = getattr(item, "gadfly_main", False)
    file = str(item.fspath)  # which may lie elsewhere
    own = getattr(getattr(function, "__func__", function), "__code__", None)

    def is_test(frame: FrameType) -> bool:
        code = frame.f_code
        if code.co_filename == program:
            return code is own or (main and code.co_name == "<module>")
        return code.co_filename == file or (
            code.co_filename.startswith(inside) and "site-packages" not in code.co_filename
        )

    return is_test


def described(items: Iterable[Any]) -> "Iterator[List[Dict[str, Any]]]":
    """Describe tests in parts, each of which is short enough for one message."""
    part: List[Dict[str, Any]] = []
    letters = 0
    for told in map(describe, items):
        length = sum(map(len, (told["id"], told["name"], told["path"], told["source"])))
        if part and letters + length > MOST_LETTERS:
            yield part
            part, letters = [], 0
        part.append(told)
        letters += length
    yield part


def describe(item: Any) -> Dict[str, Any]:
    """Say where a test is written, and its text."""
    path = str(item.fspath)
    line, source = written(item, path)
    return {"id": item.nodeid, "name": item.name, "path": path, "line": line, "source": source[:LONGEST_SOURCE]}


def written(item: Any, path: str) -> Tuple[int, str]:
    """Find a test's first line and its text."""
    if hasattr(item, "gadfly_source"):
        line: int = item.gadfly_line
        return line, item.gadfly_source
    code = getattr(getattr(item, "obj", None), "__func__", getattr(item, "obj", None))
    code = getattr(code, "__wrapped__", code)
    first = getattr(getattr(code, "__code__", None), "co_firstlineno", (item.location[1] or 0) + 1)
    node = function_at(path, first)
    if node is None:
        return first, ""
    return node.lineno, "".join(lines_of(path)[first - 1 : node.end_lineno])


def function_at(path: str, first: int) -> Any:
    """Find the function whose first decorator or ``def`` is on the line."""
    return functions_of(path).get(first)


@functools.lru_cache(maxsize=64)
def functions_of(path: str) -> "Dict[int, Any]":
    """Index the functions of a file by their first line."""
    found: Dict[int, Any] = {}
    for node in statements_of(path):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found.setdefault(min([node.lineno, *(one.lineno for one in node.decorator_list)]), node)
    return found


@functools.lru_cache(maxsize=64)
def statements_of(path: str) -> "Tuple[ast.stmt, ...]":
    """List all statements of a file."""
    waiting: Any = [tree_of(path)]
    found = []
    for node in waiting:
        for block in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(node, block, None)
            if isinstance(inner, list):
                waiting += inner
                found += [one for one in inner if isinstance(one, ast.stmt)]
    return tuple(found)


@functools.lru_cache(maxsize=64)
def lines_of(path: str) -> "Tuple[str, ...]":
    """Cut a file into lines, once for all of its tests."""
    return tuple(io.StringIO(text_of(path)))  # a form feed ends no line


@functools.lru_cache(maxsize=64)
def text_of(path: str) -> str:
    """Read a file as Python would."""
    import tokenize

    try:
        with tokenize.open(path) as file:
            return file.read()
    except (OSError, SyntaxError, UnicodeDecodeError):
        return ""


@functools.lru_cache(maxsize=64)
def tree_of(path: str) -> ast.AST:
    """Parse a file; an empty tree if it does not parse."""
    try:
        return ast.parse(text_of(path))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module(body=[], type_ignores=[])


def parsed(path: str) -> ast.Module:
    """Parse a file anew, for changing the tree; raise what Python would raise."""
    return ast.parse(text_of(path), path)
