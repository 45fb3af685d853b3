"""Changed versions of a program's text, compiled: what a change does not touch is read only once."""

from __future__ import annotations
import __future__

import ast
import bisect
import functools
import operator
import sys
from types import CodeType, TracebackType
from typing import Any, Callable, Collection, Dict, Iterator, List, NamedTuple, Optional, Sequence, Tuple

from gadfly_analyzers.execution.probe import marks, steps

Edits = Sequence[Tuple[int, int, bytes]]
WRONG = (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError)
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
_METHODS = (ast.FunctionDef, ast.AsyncFunctionDef)
_FEATURES = functools.reduce(
    operator.or_, (getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
)


class Unit(NamedTuple):
    """One statement of a program that is started as a script; those behind its guard are units of their own."""

    is_assert: bool
    guarded: bool
    code: CodeType


class Version(NamedTuple):
    """A text compiled: as a module, part by part, and, where asserts are tests, statement by statement.

    Of a changed text, lines are counted anew up to ``counted``, and below as they were.
    """

    codes: "Tuple[CodeType, ...]"
    units: "Tuple[Unit, ...]"
    counted: int = sys.maxsize


class Place(NamedTuple):
    """A statement that has its lines to itself: their byte span, and where the statement stands in the tree."""

    start: int
    end: int
    line: int
    column: int
    siblings: "List[Any]"
    number: int
    top: int


class Text:
    """A text with its tree, compiled so that it counts its steps; with ``by_statement`` also in units.

    What is on lines that are ``asked`` about notes that it begins; ``before`` gives the line at which a line stood.
    """

    def __init__(
        self,
        data: bytes,
        path: str,
        by_statement: bool = False,
        asked: Collection[int] = (),
        before: Callable[[int], int] = int,
    ) -> None:
        self.data = data
        self.path = path
        self.by_statement = by_statement
        self.asked = asked
        self.tree = ast.parse(data, path)
        steps.count(self.tree.body)
        if asked:
            marks.mark(self.tree.body, asked, before)
        self.flags = 0
        if b"__future__" in data:
            self.flags = compile(self.tree, path, "exec", dont_inherit=True).co_flags & _FEATURES
        self.lines = data.splitlines(keepends=True)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))
        self.places: List[Place] = []
        self.first_bytes: List[int] = []
        self.around: Dict[int, Version] = {}
        self.classes: Dict[int, CodeType] = {}

    def plain(self) -> Version:
        """Compile the text as it is."""
        return self.version(self.tree.body)

    def prepare(self) -> None:
        """Find the places of changes."""
        self.places = sorted(self.find(self.tree.body, None), key=lambda place: (place.start, -place.end))
        self.first_bytes = [place.start for place in self.places]

    def changed(self, edits: Edits) -> Optional[Version]:
        """Compile the text with edits made; ``None`` if that is no Python."""
        if not self.places:
            self.prepare()
        try:
            for place in self.places_of(edits[0][0], edits[-1][1]):
                read = self.read(place, edits)
                if read:
                    more = sum(self.more_lines(*edit) for edit in edits)
                    last = bisect.bisect_left(self.starts, place.end) + more
                    return self.replaced(place, read, edits)._replace(counted=last)
            moved = functools.partial(self.line_moved_back, edits=edits)
            return Text(spliced(self.data, edits, 0), self.path, self.by_statement, self.asked, moved).plain()
        except WRONG:
            return None

    def line_before(self, line: int, version: Version, edits: Edits) -> int:
        """Give the line of the text at which a line of a changed version stood."""
        return line if line > version.counted else self.line_moved_back(line, edits)

    def line_moved_back(self, line: int, edits: Edits) -> int:
        """Give the same of a line that is counted anew."""
        for edit in edits:
            if bisect.bisect_right(self.starts, edit[0]) < line:
                line -= self.more_lines(*edit)
        return line

    def more_lines(self, start: int, end: int, text: bytes) -> int:
        """Count the lines that an edit adds."""
        return text.count(b"\n") - self.data.count(b"\n", start, end)

    def last_line(self, trace: Optional[TracebackType]) -> int:
        """Give the last line of this text that an exception came through; 0 if it came through none."""
        line = 0
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self.path:
                line = trace.tb_lineno
            trace = trace.tb_next
        return line

    # -- where a change belongs --------------------------------------------------------------------------------------

    def find(self, statements: "List[Any]", top: Optional[int]) -> "Iterator[Place]":
        """List the statements that have their lines to themselves."""
        for index, node in enumerate(statements):
            at = index if top is None else top
            for block in _BLOCKS:
                inner = getattr(node, block, None)
                if inner:
                    yield from self.find(inner, at)
            if isinstance(node, ast.stmt) and self.is_alone(node):
                line = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", ()))])
                start, end = self.starts[line - 1], self.starts[node.end_lineno or 0]
                yield Place(start, end, line, node.col_offset, statements, index, at)

    def is_alone(self, node: ast.stmt) -> bool:
        """Tell whether a statement has its lines and its meaning to itself, as docstrings and branches do not."""
        if (
            steps.is_step(node)
            or marks.is_mark(node)
            or steps.is_text(node)
            or (isinstance(node, ast.ImportFrom) and node.module == "__future__")
        ):
            return False
        first, last = self.lines[node.lineno - 1], self.lines[(node.end_lineno or 0) - 1]
        after = last[node.end_col_offset or 0 :].strip()
        if first[: node.col_offset].strip() or (after and not after.startswith(b"#")):
            return False
        return not (isinstance(node, ast.If) and first[node.col_offset :].startswith(b"elif"))

    def places_of(self, start: int, end: int) -> "Iterator[Place]":
        """List the places around a span, the innermost first."""
        for number in range(bisect.bisect_right(self.first_bytes, start) - 1, -1, -1):
            if self.places[number].end >= end:
                yield self.places[number]

    def read(self, place: Place, edits: Edits) -> "List[ast.stmt]":
        """Read what stands at a place with edits made; nothing if it cannot be read alone, or belongs elsewhere."""
        text = spliced(self.data[place.start : place.end], edits, place.start)
        if not text.endswith((b"\n", b"\r")) and place.end < len(self.data):
            return []
        try:
            if not place.column:
                body = ast.parse(b"\n" * (place.line - 1) + text).body
                return [] if body and steps.is_text(body[0]) else body
            body = ast.parse(b"\n" * (place.line - 2) + b"if 1:\n" + text).body
        except WRONG:
            return []
        inner: List[ast.stmt] = getattr(body[0], "body", [])
        fits = len(body) == 1 and not getattr(body[0], "orelse", ()) and inner[0].col_offset == place.column
        return inner if fits and not steps.is_text(inner[0]) else []

    # -- compiling -----------------------------------------------------------------------------------------------------

    def replaced(self, place: Place, read: "List[ast.stmt]", edits: Edits) -> Version:
        """Compile the text with other statements at a place."""
        steps.count(read)
        if self.asked:
            marks.mark(read, self.asked, functools.partial(self.line_moved_back, edits=edits))
        if place.top not in self.classes and isinstance(self.tree.body[place.top], ast.ClassDef):
            self.classes[place.top] = self.code(self.tree.body[place.top : place.top + 1])
        before = place.siblings[place.number]
        place.siblings[place.number : place.number + 1] = read
        try:
            more = len(read) - 1 if place.siblings is self.tree.body else 0
            made = self.by_method(place) or self.version(self.tree.body[place.top : place.top + 1 + more])
        finally:
            place.siblings[place.number : place.number + len(read)] = [before]
        above, below = self.untouched(place.top)
        return Version(above.codes + made.codes + below.codes, above.units + made.units + below.units)

    def by_method(self, place: Place) -> Optional[Version]:
        """Compile of a class only the method that was changed; ``None`` if the rest of the class depends on it."""
        owner: Any = self.tree.body[place.top]
        if self.by_statement or place.siblings is getattr(owner, "body", None) or place.top not in self.classes:
            return None
        whole = self.classes[place.top]
        for node in owner.body:
            if isinstance(node, _METHODS) and node.lineno <= place.line <= (node.end_lineno or 0):
                alone = dict(ast.iter_fields(owner), body=[node], bases=[], keywords=[], decorator_list=[])
                shell = ast.copy_location(ast.ClassDef(**alone), owner)
                code = with_method(whole, self.code([shell]), owner.name, node.name)
                return code and Version((code,), ())
        return None

    def untouched(self, top: int) -> "Tuple[Version, Version]":
        """Compile what stands above and below a statement of the top level."""
        if top not in self.around:
            self.around[top] = self.version(self.tree.body[:top])
            self.around[-1 - top] = self.version(self.tree.body[top + 1 :], first=False)
        return self.around[top], self.around[-1 - top]

    def version(self, statements: "List[Any]", first: bool = True) -> Version:
        """Compile statements of the top level."""
        if not first and statements and steps.is_text(statements[0]):
            statements = statements[1:]  # or it would become the module's docstring
        codes = (self.code(statements),) if statements else ()
        return Version(codes, tuple(self.units(statements)) if self.by_statement else ())

    def units(self, statements: "List[Any]") -> "Iterator[Unit]":
        """Compile one by one what a start as a script would run, guards opened."""
        from gadfly_analyzers.execution.probe import program

        for node in statements:
            guarded = program.is_guard(node)
            for one in node.body if guarded else [node]:
                yield Unit(isinstance(one, ast.Assert), guarded, self.code([one]))

    def code(self, statements: "List[Any]") -> CodeType:
        """Compile."""
        tree = ast.Module(body=statements, type_ignores=[])
        code: CodeType = compile(tree, self.path, "exec", self.flags, dont_inherit=True)
        return code


def with_method(whole: CodeType, other: CodeType, owner: str, name: str) -> Optional[CodeType]:
    """Give the code that makes a class, with a method as in the code that makes another such class.

    ``None`` if there is no one such method, or the class would have to give it other variables (as ``super`` needs).
    """
    around, beside = inner(whole, owner), inner(other, owner)
    before, after = around and inner(around, name), beside and inner(beside, name)
    if not around or not before or not after or before.co_freevars != after.co_freevars:
        return None
    return exchanged(whole, around, exchanged(around, before, after))


def inner(code: CodeType, name: str) -> Optional[CodeType]:
    """Give the code of this name that another one holds; ``None`` if it holds none or several."""
    found = [each for each in code.co_consts if isinstance(each, CodeType) and each.co_name == name]
    return found[0] if len(found) == 1 else None


def exchanged(code: CodeType, old: CodeType, new: CodeType) -> CodeType:
    """Give a code with another in the place of one that it holds."""
    return code.replace(co_consts=tuple(new if each is old else each for each in code.co_consts))


def spliced(data: bytes, edits: Edits, offset: int) -> bytes:
    """Make edits in a part of a text that begins at an offset."""
    for start, end, text in reversed(edits):
        data = data[: start - offset] + text + data[end - offset :]
    return data
