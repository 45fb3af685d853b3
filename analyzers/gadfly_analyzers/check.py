"""What patterns find in a program, and how that is kept up to date while somebody types."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from tree_sitter import Node, Query, QueryCursor, Tree, TreeCursor

from gadfly_analyzers.findings import Finding, Span
from gadfly_analyzers.grammar import PYTHON
from gadfly_analyzers.patterns import ALL, syntax_place
from gadfly_analyzers.source import Source, Step

# Python's own reader takes a tenth of a second for every 10,000 lines; no student's program is that long.
_LARGEST_READ_BY_PYTHON = 256 * 1024


def check(source: Source) -> list[Finding]:
    """Find all there is to ask about a program.

    The place of a syntax problem is asked about only once a text is settled: while it is typed, every line is broken.
    """
    return sorted([*_found(source, 0, len(source.data)), *_syntax(source)], key=_place)


class Checker:
    """Checks one version of a program after another, reading anew only what an edit touched.

    Gives what ``check`` gives; only a syntax question stays, until its line is touched or the text is whole again.
    """

    def __init__(self) -> None:
        self._serial = -1
        self._tree: Tree | None = None
        self._found: list[Finding] = []
        self._syntax: list[Finding] = []
        self._all: list[Finding] = []

    def check(self, source: Source) -> list[Finding]:
        """Find all there is to ask about a version; quick if it is a few edits after the last one checked."""
        if source.serial == self._serial:
            return list(self._all)
        steps = _steps_since(source, self._serial)
        if steps and self._tree is not None and not source.is_settled:
            self._follow(source, steps, self._tree)
        else:
            self._found = sorted(_found(source, 0, len(source.data)), key=_place)
            self._syntax = _syntax(source)
        self._serial, self._tree = source.serial, source.tree
        self._all = sorted([*self._found, *self._syntax], key=_place) if self._syntax else self._found
        return list(self._all)

    def _follow(self, source: Source, steps: tuple[Step, ...], old: Tree) -> None:
        old = old.copy()
        start, end = len(source.data), 0
        delta = 0
        for step in steps:
            step.apply(old)
            start, end = min(start, step.start), max(_moved(step, end), step.new_end)
            delta += step.new_end - step.old_end
        if "ERROR" in (old.root_node.type, source.tree.root_node.type):
            self._found = sorted(_found(source, 0, len(source.data)), key=_place)
        else:
            for changed in old.changed_ranges(source.tree):
                start, end = min(start, changed.start_byte), max(end, changed.end_byte)
            start, end = _statements_around(source, start, end)
            self._found = _spliced(self._found, sorted(_found(source, start, end), key=_place), start, end, delta)
        self._syntax = [] if not source.broken else _kept(self._syntax, steps)


def _steps_since(source: Source, serial: int) -> tuple[Step, ...]:
    for index, step in enumerate(source.trail):
        if step.base == serial:
            return source.trail[index:]
    return ()


def _moved(step: Step, byte: int) -> int:
    """Give where a place is after a step."""
    if byte <= step.start:
        return byte
    return byte + step.new_end - step.old_end if byte >= step.old_end else step.new_end


def _statements_around(source: Source, start: int, end: int) -> tuple[int, int]:
    """Widen a range to whole top-level statements and to one more on each side, for errors spoil their neighbours."""
    cursor = source.tree.walk()
    if not cursor.goto_first_child():
        return 0, len(source.data)
    cursor.goto_parent()
    if cursor.goto_first_child_for_byte(start) is None:
        cursor.goto_last_child()
    cursor.goto_previous_sibling()
    first = _node(cursor)
    cursor.goto_parent()
    if cursor.goto_first_child_for_byte(end) is None:
        return min(start, first.start_byte), len(source.data)
    cursor.goto_next_sibling()
    return min(start, first.start_byte), max(end, _node(cursor).end_byte)


def _node(cursor: TreeCursor) -> Node:
    node = cursor.node
    assert node is not None
    return node


def _spliced(old: list[Finding], new: list[Finding], start: int, end: int, delta: int) -> list[Finding]:
    """Put new findings between ``start`` and ``end`` in the place of old ones and shift the later ones by ``delta``."""
    first = bisect_left(old, start, key=lambda finding: finding.span.start)
    last = bisect_left(old, end - delta, lo=first, key=lambda finding: finding.span.start)
    return [*old[:first], *new, *(_shifted(finding, delta) for finding in old[last:])]


def _shifted(finding: Finding, delta: int) -> Finding:
    if not delta:
        return finding
    place = Span(finding.span.start + delta, finding.span.end + delta)
    return Finding(finding.rule, finding.severity, place, finding.message)


def _kept(asked: list[Finding], steps: tuple[Step, ...]) -> list[Finding]:
    for step in steps:
        asked = [
            _shifted(finding, step.new_end - step.old_end if finding.span.start >= step.old_end else 0)
            for finding in asked
            if step.old_end < finding.span.start or step.start > finding.span.end
        ]
    return asked


def _found(source: Source, start: int, end: int) -> Iterator[Finding]:
    """Ask every pattern about the top-level statements that begin between two places."""
    root = source.tree.root_node
    if root.type == "ERROR":
        return
    cursor = QueryCursor(_QUERY)
    cursor.set_byte_range(start, end)
    for name, nodes in cursor.captures(root).items():
        pattern = _PATTERNS.get(name)
        if pattern is None:
            continue
        for node in nodes:
            if start <= node.start_byte < end and not (root.has_error and _is_spoilt(source, node)):
                yield from pattern.find(node)


def _is_spoilt(source: Source, node: Node) -> bool:
    """Tell whether an error stands in or beside the top-level statement around a node: it may mean something else."""
    cursor = source.tree.walk()
    if cursor.goto_first_child_for_byte(node.start_byte) is None:
        return True
    if _node(cursor).has_error:
        return True
    back = cursor.copy()
    return (back.goto_previous_sibling() and _node(back).has_error) or (
        cursor.goto_next_sibling() and _node(cursor).has_error
    )


def _syntax(source: Source) -> list[Finding]:
    is_asked = source.is_settled and (len(source.data) <= _LARGEST_READ_BY_PYTHON or source.tree.root_node.has_error)
    return list(syntax_place.find(source)) if is_asked else []


def _place(finding: Finding) -> tuple[Span, str]:
    return finding.span, finding.rule


def _combined() -> Query:
    """Join the queries of all patterns to one, which is six times as fast as one after the other."""
    return Query(PYTHON, "\n".join(pattern.QUERY.replace("@here", f"@{pattern.RULE}") for pattern in ALL))


_PATTERNS = {pattern.RULE: pattern for pattern in ALL}
_QUERY = _combined()
