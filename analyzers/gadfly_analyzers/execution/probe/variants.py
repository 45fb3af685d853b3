"""Changed versions of a program's text, compiled: what a change does not touch is read only once."""

from __future__ import annotations
import __future__

import ast
import bisect
import functools
import operator
from types import CodeType, TracebackType
from typing import Any, Callable, Collection, Dict, Iterator, List, NamedTuple, Optional, Sequence, Tuple

from gadfly_analyzers.execution.probe import marks, steps

Edits = Sequence[Tuple[int, int, bytes]]
WRONG = (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError)
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
_MOST_KNOWN = 1_000  # edits of which what they touch is kept, once several are made together
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

    Of a changed text, ``anew`` are the places whose lines are counted anew, each with its first and last line and its
    edits, while all others count as they did; none if all lines are counted anew.
    """

    codes: "Tuple[CodeType, ...]"
    units: "Tuple[Unit, ...]"
    anew: "Tuple[Tuple[int, int, Edits], ...]" = ()


class Place(NamedTuple):
    """A statement that has its lines to itself: their byte span, and where the statement stands in the tree."""

    start: int
    end: int
    line: int
    column: int
    siblings: "List[Any]"
    number: int
    top: int


class Change(NamedTuple):
    """A place, the statements that stand there once edits are made, and these edits."""

    place: Place
    read: "List[ast.stmt]"
    edits: Edits


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
        self.asked = frozenset(asked)
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
        self.between: Dict[Tuple[int, int], Version] = {}
        self.known: Dict[Tuple[int, int, bytes], Optional[Change]] = {}
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
            changes = self.changes(edits)
            if changes:
                return self.replaced(changes)
            moved = functools.partial(self.line_moved_back, edits=edits)
            return Text(spliced(self.data, edits, 0), self.path, self.by_statement, self.asked, moved).plain()
        except WRONG:
            return None

    def line_before(self, line: int, version: Version, edits: Edits) -> int:
        """Give the line of the text at which a line of a changed version stood."""
        if version.anew:
            edits = next((inside for first, last, inside in version.anew if first <= line <= last), ())
        return self.line_moved_back(line, edits)

    def line_moved_back(self, line: int, edits: Edits) -> int:
        """Give the line at which one stood before edits."""
        for edit in edits:
            if bisect.bisect_right(self.starts, edit[0]) < line:
                line -= self.more_lines(*edit)
        return line

    def more_lines(self, start: int, end: int, text: bytes) -> int:
        """Count the lines that an edit adds."""
        return text.count(b"\n") - self.data.count(b"\n", start, end)

    def last_line(self, trace: Optional[TracebackType]) -> int:
        """Give the last line of this text that an exception came through; 0 if it came through none."""
        passed: List[TracebackType] = []
        while trace is not None:
            passed.append(trace)
            trace = trace.tb_next
        for each in reversed(passed):  # each look at a frame is reported to our guards, which takes time
            if each.tb_frame.f_code.co_filename == self.path:
                return each.tb_lineno
        return 0

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

    def changes(self, edits: Edits) -> "List[Change]":
        """Read what edits touch, place by place; nothing if it can only be read as a whole."""
        found: List[Change] = []
        for edit in edits:
            change = self.change_by(edit) if len(edits) > 1 else self.change((edit,))
            while change and found and change.place.start < found[-1].place.end:
                change = self.change((*found.pop().edits, *change.edits))
            if change is None:
                return []
            found.append(change)
        return found

    def change_by(self, edit: "Tuple[int, int, bytes]") -> Optional[Change]:
        """Read what one edit of several touches, which comes again together with others."""
        edit = (edit[0], edit[1], edit[2])
        if edit not in self.known:
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            self.known[edit] = self.change((edit,))
        return self.known[edit]

    def change(self, edits: Edits) -> Optional[Change]:
        """Read the innermost place around edits that can be read alone; ``None`` if there is none."""
        for place in self.places_of(edits[0][0], edits[-1][1]):
            read = self.read(place, edits)
            if read:
                steps.count(read)
                if self.may_hold_asked(place, edits):
                    marks.mark(read, self.asked, functools.partial(self.line_moved_back, edits=edits))
                return Change(place, read, edits)
        return None

    def may_hold_asked(self, place: Place, edits: Edits) -> bool:
        """Tell whether lines that are asked about may be at a place, however edits move lines in it."""
        if not self.asked:
            return False
        moved = sum(abs(self.more_lines(*edit)) for edit in edits)
        last = bisect.bisect_left(self.starts, place.end)
        return not self.asked.isdisjoint(range(place.line - moved, last + moved + 1))

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

    def replaced(self, changes: "List[Change]") -> Version:
        """Compile the text with other statements at some places."""
        parts, end = [], 0
        for top in dict.fromkeys(change.place.top for change in changes):
            parts += [self.untouched(end, top), self.part(top, [one for one in changes if one.place.top == top])]
            end = top + 1
        parts.append(self.untouched(end, len(self.tree.body)))
        anew = tuple(self.lines_of(change) for change in changes)
        return Version(sum((one.codes for one in parts), ()), sum((one.units for one in parts), ()), anew)

    def lines_of(self, change: Change) -> "Tuple[int, int, Edits]":
        """Give the lines of a changed place as they are counted there."""
        more = sum(self.more_lines(*edit) for edit in change.edits)
        return change.place.line, bisect.bisect_left(self.starts, change.place.end) + more, change.edits

    def part(self, top: int, changes: "List[Change]") -> Version:
        """Compile a statement of the top level with changes made in it."""
        if changes[0].place.siblings is self.tree.body:
            return self.version(changes[0].read)
        if top not in self.classes and isinstance(self.tree.body[top], ast.ClassDef):
            self.classes[top] = self.code(self.tree.body[top : top + 1])
        before = [change.place.siblings[change.place.number] for change in changes]
        for place, read, _ in reversed(changes):
            place.siblings[place.number : place.number + 1] = read
        try:
            return self.by_method(top, [change.place for change in changes]) or self.version(
                self.tree.body[top : top + 1]
            )
        finally:
            for (place, read, _), usual in zip(changes, before):  # noqa: B905 # not in 3.9
                place.siblings[place.number : place.number + len(read)] = [usual]

    def by_method(self, top: int, places: "List[Place]") -> Optional[Version]:
        """Compile of a class only the methods that were changed; ``None`` if the rest of the class depends on them."""
        owner: Any = self.tree.body[top]
        if self.by_statement or top not in self.classes or any(place.siblings is owner.body for place in places):
            return None
        code: Optional[CodeType] = self.classes[top]
        for node in owner.body:
            if code and any(node.lineno <= place.line <= (node.end_lineno or 0) for place in places):
                alone = dict(ast.iter_fields(owner), body=[node], bases=[], keywords=[], decorator_list=[])
                shell = ast.copy_location(ast.ClassDef(**alone), owner)
                is_method = isinstance(node, _METHODS)
                code = with_method(code, self.code([shell]), owner.name, node.name) if is_method else None
        return code and Version((code,), ())

    def untouched(self, first: int, end: int) -> Version:
        """Compile some of the statements of the top level as they are."""
        if (first, end) not in self.between:
            self.between[first, end] = self.version(self.tree.body[first:end], first=first == 0)
        return self.between[first, end]

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
