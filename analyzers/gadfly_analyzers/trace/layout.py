"""Where the statements of a program stand, as far as line events can tell them apart."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from gadfly_analyzers.findings import Span
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

LOOPS = ("for_statement", "while_statement")
_COMPREHENSIONS = ("list_comprehension", "set_comprehension", "dictionary_comprehension")
_SILENT = ("pass_statement", "continue_statement", "break_statement")


class Layout:
    """Answers which statement a line belongs to, and which lines a block has."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._statements = source.statements()
        self._blocks = {id(each): self._lines(each.block) for each in self._statements}

    def at(self, line: int) -> Statement | None:
        """Give the statement of a line: the first one that begins there, else the one that goes on there."""
        return self._by_line.get(line)

    def alone(self, line: int) -> Statement | None:
        """Give the statement of a line that it shares with no other."""
        return None if line in self._shared else self.at(line)

    @cached_property
    def handlers(self) -> frozenset[int]:
        """Give the lines on which an ``except`` stands."""
        nodes = self._source.nodes("except_clause")
        return frozenset(self._source.line_of(node.start_byte) + 1 for node in nodes)

    def holds_back(self, line: int, following: int) -> bool:
        """Tell whether an exception on one line may have led to another: out of a ``with``, or into a ``finally``.

        Python 3.9 shows the line once more as the ``with`` is left by an exception.
        """
        out = any(line in block and (following not in block or following == line) for block in self._with_blocks)
        return out or any(line in guarded and following in last for guarded, last in self._finally_blocks)

    def block(self, statement: Statement) -> range:
        """Give the lines of the block below a header; empty for a statement that has none."""
        return self._blocks[id(statement)]

    def has_block_below(self, header: Statement) -> bool:
        """Tell whether a block begins on a line after its header."""
        return len(self.block(header)) > 0 and self.block(header).start > header.end_line

    def first_in(self, header: Statement) -> Statement | None:
        """Give the first statement of a block."""
        return next((each for each in self._statements if each.line in self.block(header)), None)

    def repeats(self, statement: Statement) -> bool:
        """Tell whether one run of a statement may show as several events in a row.

        Statements over several lines do, and from Python 3.12 on those with a comprehension.
        """
        return statement.end_line > statement.line or id(statement) in self._with_comprehension

    def may_be_silent(self, header: Statement) -> bool:
        """Tell whether a block may run without a line event: before Python 3.10 jumps and ``pass`` may give none."""
        first = self.first_in(header)
        return first is None or first.kind in _SILENT

    def has_telling_block(self, header: Statement) -> bool:
        """Tell whether line events show that a block ran; Python 3.9 shows a ``pass`` also where it did not run."""
        first = self.first_in(header)
        return first is not None and first.kind != "pass_statement" and self.has_block_below(header)

    def left_by_break(self, header: Statement) -> Statement | None:
        """Give the loop that a block leaves at once, by a ``break`` as its first statement."""
        first = self.first_in(header)
        if first is None or first.kind != "break_statement":
            return None
        loops = [each for each in self._statements if each.kind in LOOPS and header.line in self.block(each)]
        return loops[-1] if loops else None

    @cached_property
    def _with_blocks(self) -> tuple[range, ...]:
        return tuple(self.block(each) for each in self._statements if each.kind == "with_statement")

    @cached_property
    def _finally_blocks(self) -> tuple[tuple[range, range], ...]:
        """Give the lines of each ``finally``, behind those from which one comes to it."""
        found = []
        for node in self._source.nodes("finally_clause"):
            first = self._source.line_of(node.start_byte) + 1
            last = range(first, self._source.line_of(node.end_byte - 1) + 2)
            if node.parent is not None:
                found.append((range(self._source.line_of(node.parent.start_byte) + 1, first), last))
        return tuple(found)

    def _lines(self, span: Span | None) -> range:
        if span is None:
            return range(0)
        return range(self._source.line_of(span.start) + 1, self._source.line_of(max(span.start, span.end - 1)) + 2)

    @cached_property
    def _by_line(self) -> dict[int, Statement]:
        found: dict[int, Statement] = {}
        for each in self._statements:
            found.setdefault(each.line, each)
        for each in self._statements:
            for line in range(each.line + 1, each.end_line + 1):
                found.setdefault(line, each)
        return found

    @cached_property
    def _shared(self) -> frozenset[int]:
        counts: dict[int, int] = {}
        for each in self._statements:
            for line in range(each.line, each.end_line + 1):
                counts[line] = counts.get(line, 0) + 1
        return frozenset(line for line, count in counts.items() if count > 1)

    @cached_property
    def _with_comprehension(self) -> frozenset[int]:
        starts = sorted(node.start_byte for node in self._source.nodes(*_COMPREHENSIONS))
        return frozenset(
            id(each)
            for each in self._statements
            if bisect_left(starts, each.span.start) < bisect_left(starts, each.span.end)
        )
