"""A program's text with its syntax tree, exact through any sequence of edits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from symtable import SymbolTable
from typing import NamedTuple, overload

from tree_sitter import Node, Parser, Tree

from gadfly_analyzers.findings import Span
from gadfly_analyzers.grammar import PYTHON, in_order, nodes_by_type
from gadfly_analyzers.lines import Lines
from gadfly_analyzers.outline import Function, Statement, functions_of, statements_of
from gadfly_analyzers.syntax import HAS_HOME, SyntaxProblem, complaint, misplaced, names_in

_PARSER = Parser(PYTHON)
_SERIALS = count()
_ASKED_FOR: set[str] = set()
_TRAIL_LENGTH = 128
# Python's own reader takes a tenth of a second for every 10,000 lines; no student's program is that long.
_LARGEST_READ_BY_PYTHON = 256 * 1024
_HALVES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")  # of a surrogate pair, each by itself
_LONE_CARRIAGE_RETURN = re.compile(rb"\r(?!\n)")


class Position(NamedTuple):
    """A place as editors count it: a 0-based line and the number of UTF-8 bytes before it on that line."""

    line: int
    column: int


@dataclass(frozen=True)
class Edit:
    """Text put in place of the range from ``start`` to ``end``, as the text was before this edit."""

    start: Position
    end: Position
    text: str


# What an edit is depends on the lines that the one before it left: an editor may count columns in other units.
Planned = Callable[[Sequence[str]], Edit]


class Step(NamedTuple):
    """One edit in bytes; ``base`` is the serial of the source that it changed (-1 inside a batch of edits)."""

    base: int
    start: int
    old_end: int
    new_end: int
    start_point: tuple[int, int]
    old_end_point: tuple[int, int]
    new_end_point: tuple[int, int]

    def apply(self, tree: Tree) -> None:
        """Tell a tree of the edit; this changes the tree."""
        tree.edit(*self[1:])


class _Grown(NamedTuple):
    """A tree, and what was done to the text since that was read."""

    tree: Tree | None  # none where all is to be read afresh
    unread: tuple[Step, ...] = ()


def _read(data: bytes, before: Tree | None, steps: tuple[Step, ...]) -> Tree:
    """Parse a text: afresh, or by the tree of what it was before some steps."""
    if before is None:
        return _PARSER.parse(data)
    tree = before.copy()
    for step in steps:
        step.apply(tree)
    return _PARSER.parse(data, tree)


class Source:
    """One version of a program. Immutable; ``edited`` gives the next version.

    ``trail`` holds the latest edits that led here, so that a check of an earlier version can be brought up to date.
    """

    def __init__(self, data: bytes, lines: Lines, grown: _Grown, *, trail: tuple[Step, ...], is_settled: bool) -> None:
        self.data = data
        self.trail = trail
        self.is_settled = is_settled
        self.serial = next(_SERIALS)
        self._lines = lines
        self._grown = grown
        self._nodes: dict[str, list[Node]] = {}

    @classmethod
    def parse(cls, text: str) -> Source:
        """Read a whole text. Any text will do: what is not Python gives a tree with errors."""
        data = _encode(text)
        return cls._fresh(data, Lines.of(data))

    @classmethod
    def _fresh(cls, data: bytes, lines: Lines) -> Source:
        return cls(data, lines, _Grown(_PARSER.parse(_readable(data, lines))), trail=(), is_settled=True)

    def edited(self, edits: Sequence[Edit]) -> Source:
        """Give the version after the edits, each applied to what the one before it left."""
        return self.revised((lambda _lines, edit=edit: edit) for edit in edits)  # type: ignore[misc] # of the lambda

    def revised(self, edits: Iterable[Planned]) -> Source:
        """The same, where each edit is told the lines before it; the text is parsed once, however many there are."""
        draft = _Draft(self.data, self._lines, [])
        for plan in edits:
            draft = draft.after(plan(_LineTexts(draft.data, draft.lines)))
        if not draft.steps:
            return self
        if len(draft.steps) > _TRAIL_LENGTH:  # as when a name is replaced everywhere: nobody could follow them
            return Source(draft.data, draft.lines, _Grown(None), trail=(), is_settled=False)
        grown = self._grown if len(self._grown.unread) < _TRAIL_LENGTH else _Grown(self.tree)
        grown = _Grown(grown.tree, (*grown.unread, *draft.steps))
        steps = (draft.steps[0]._replace(base=self.serial), *draft.steps[1:])
        trail = (*self.trail, *steps)[-_TRAIL_LENGTH:]
        return Source(draft.data, draft.lines, grown, trail=trail, is_settled=False)

    def settled(self) -> Source:
        """Give the same text read afresh; after edits to broken code the tree may differ from that."""
        return self if self.is_settled else Source._fresh(self.data, self._lines)

    @property
    def tree(self) -> Tree:
        """The syntax tree, read when it is first asked for: of keys that come at once, only after the last."""
        before, unread = self._grown
        if before is not None and not unread:
            return before
        tree = _read(_readable(self.data, self._lines), before, unread)
        self._grown = _Grown(tree)
        return tree

    @cached_property
    def text(self) -> str:
        """The text, to the last character."""
        return _decode(self.data)

    @property
    def lines(self) -> Sequence[str]:
        """The lines with their ends; the last has none and may be empty, so there is always one."""
        return _LineTexts(self.data, self._lines)

    @property
    def broken(self) -> bool:
        """Whether this is not a program: of a settled text Python says so, while typing the tree does."""
        return self.syntax_error() is not None if self.is_settled else self.tree.root_node.has_error

    def line_of(self, byte: int) -> int:
        """Give the 0-based line of a byte offset."""
        return self._lines.line_of(byte)

    def position(self, byte: int) -> Position:
        """Give the line and column of a byte offset."""
        line = self._lines.line_of(byte)
        return Position(line, byte - self._lines.start(line))

    def byte(self, position: Position) -> int:
        """Give the byte offset of a position; past the end of a line means its end, past the last line the text's."""
        return _byte(self.data, self._lines, position)

    def span_of_lines(self, first: int, last: int) -> Span:
        """Give the text of lines ``first`` to ``last`` (1-based, both included) without indentation and line end."""
        last_line = max(1, min(last, len(self._lines))) - 1
        first_line = min(max(1, first) - 1, last_line)
        start, end = self._lines.start(first_line), _end_of_line(self.data, self._lines, last_line)
        text = self.data[start:end]
        return Span(start + len(text) - len(text.lstrip(b" \t\f")), end)

    def slice(self, span: Span) -> str:
        """Give the text of a span."""
        return _decode(self.data[span.start : span.end])

    def nodes(self, *types: str) -> Iterator[Node]:
        """Give the tree's named nodes of the given types in the order in which they begin, outer before inner."""
        if not self._nodes.keys() >= set(types):
            _ASKED_FOR.update(types)  # who reads a program asks for many types: all of them are found in one go
            self._nodes.update(nodes_by_type(self.tree.root_node, frozenset(_ASKED_FOR)))
        if len(types) == 1:
            return iter(self._nodes[types[0]])
        return iter(in_order(node for type_ in dict.fromkeys(types) for node in self._nodes[type_]))

    def statements(self) -> tuple[Statement, ...]:
        """List all statements that can run, nested ones too, in the order in which they begin."""
        return self._statements

    def functions(self) -> tuple[Function, ...]:
        """List all functions and methods in the order in which they begin."""
        return self._functions

    def syntax_error(self) -> SyntaxProblem | None:
        """Say where and why this text is not a Python program; slow on long texts, so not for every keystroke.

        Of very long texts Python reads only those in which the tree has errors.
        """
        return self._syntax_error

    @cached_property
    def _statements(self) -> tuple[Statement, ...]:
        return statements_of(self.tree.root_node, self.line_of)

    @cached_property
    def _functions(self) -> tuple[Function, ...]:
        return functions_of(self.tree.root_node, self.line_of)

    @cached_property
    def _syntax_error(self) -> SyntaxProblem | None:
        if len(self.data) > _LARGEST_READ_BY_PYTHON and not self.tree.root_node.has_error:
            return None
        is_whole = not self.tree.root_node.has_error
        if self.names is None and (problem := complaint(self.text, is_whole=is_whole)):
            return problem
        # Python can read a tree that has errors: tree-sitter stumbles over a line in `[ ]` that stands to the left.
        return misplaced(self.nodes(*HAS_HOME)) if is_whole else None

    @cached_property
    def names(self) -> SymbolTable | None:
        """The names of the program as Python sorts them, or nothing if it cannot read the text, or not in time."""
        return names_in(self.text) if len(self.data) <= _LARGEST_READ_BY_PYTHON else None


def span(node: Node) -> Span:
    """Give the span of a node."""
    return Span(node.start_byte, node.end_byte)


class _LineTexts(Sequence[str]):
    """The lines of a text, decoded only when asked for."""

    def __init__(self, data: bytes, lines: Lines) -> None:
        self._data = data
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self[line] for line in range(*index.indices(len(self)))]
        line = range(len(self))[index]
        end = self._lines.start(line + 1) if line + 1 < len(self) else len(self._data)
        return _decode(self._data[self._lines.start(line) : end])


class _Draft(NamedTuple):
    """A text on its way to the next version, with the steps that led here, which only grow."""

    data: bytes
    lines: Lines
    steps: list[Step]

    def after(self, edit: Edit) -> _Draft:
        start, end = sorted(_byte(self.data, self.lines, place) for place in (edit.start, edit.end))
        inserted = _encode(edit.text)
        if self.data[start:end] == inserted:
            return self
        view = memoryview(self.data)
        data = b"".join((view[:start], inserted, view[end:]))
        if _HALVES.search(data, max(0, start - 3), start + len(inserted) + 3):
            return self._afresh(_HALVES.sub(_joined, data))
        first, last = self.lines.line_of(start), self.lines.line_of(end)
        lines = self.lines.edited(first, last, data, len(data) - len(self.data))
        self.steps.append(self._step(lines, start, end, start + len(inserted)))
        return _Draft(data, lines, self.steps)

    def _afresh(self, data: bytes) -> _Draft:
        lines = Lines.of(data)
        self.steps.append(self._step(lines, 0, len(self.data), len(data)))
        return _Draft(data, lines, self.steps)

    def _step(self, lines: Lines, start: int, old_end: int, new_end: int) -> Step:
        # A CR before the edit may have met or lost its LF, and is then read as another character.
        if lines.has_lone_carriage_return and start > 0 and self.data[start - 1] == 0x0D:
            start -= 1
        points = (_point(self.lines, start), _point(self.lines, old_end), _point(lines, new_end))
        return Step(-1, start, old_end, new_end, *points)


def _encode(text: str) -> bytes:
    # Editors may send half of a surrogate pair, and its other half with the next edit.
    return text.encode("utf-8", "surrogatepass")


def _decode(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _joined(halves: re.Match[bytes]) -> bytes:
    return _decode(halves[0]).encode("utf-16-le", "surrogatepass").decode("utf-16-le").encode()


def _readable(data: bytes, lines: Lines) -> bytes:
    """Give what the parser reads: it does not know that a lone CR ends a line, Python does."""
    return _LONE_CARRIAGE_RETURN.sub(b"\n", data) if lines.has_lone_carriage_return else data


def _point(lines: Lines, byte: int) -> tuple[int, int]:
    line = lines.line_of(byte)
    return line, byte - lines.start(line)


def _end_of_line(data: bytes, lines: Lines, line: int) -> int:
    if line + 1 == len(lines):
        return len(data)
    end = lines.start(line + 1) - 1
    return end - 1 if end > lines.start(line) and data[end - 1 : end + 1] == b"\r\n" else end


def _byte(data: bytes, lines: Lines, position: Position) -> int:
    if position.line < 0:
        return 0
    if position.line >= len(lines):
        return len(data)
    start = lines.start(position.line)
    byte = min(start + max(0, position.column), _end_of_line(data, lines, position.line))
    while byte > start and byte < len(data) and data[byte] & 0xC0 == 0x80:
        byte -= 1
    return byte
