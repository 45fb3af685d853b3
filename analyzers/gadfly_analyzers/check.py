"""What patterns find in a program, and how that is kept up to date while somebody types."""

from __future__ import annotations

from bisect import bisect_left

from tree_sitter import Node, Tree

from gadfly_analyzers.findings import Finding, Span
from gadfly_analyzers.grammar import child_at, is_deep
from gadfly_analyzers.patterns import WHOLE, syntax_place
from gadfly_analyzers.patterns.pattern import WholePattern
from gadfly_analyzers.pieces import found_between, heard, place, shifted
from gadfly_analyzers.reach import around, is_long
from gadfly_analyzers.source import Source, Step


def check(source: Source) -> list[Finding]:
    """Find all there is to ask about a program.

    What shows only in the whole program is asked about once a text is settled: while it is typed, every line is broken.
    """
    found, _ = found_between(source, 0, len(source.data))
    return sorted([*_sound(source, found), *_of_whole(source)], key=place)


class Checker:
    """Checks one version of a program after another, reading anew only what an edit touched.

    Gives what ``check`` gives; only a question about the whole program, or about a statement that is long (``reach``),
    stays until its place is touched or the text is settled, and one about syntax until the text is whole again.
    """

    def __init__(self) -> None:
        self._serial = -1
        self._tree: Tree | None = None
        self._found: list[Finding] = []
        self._spoilt: list[Span] = []
        self._whole: list[Finding] = []
        self._all: list[Finding] = []

    def check(self, source: Source) -> list[Finding]:
        """Find all there is to ask about a version; quick if it is a few edits after the last one checked."""
        if source.serial == self._serial:
            return list(self._all)
        steps = _steps_since(source, self._serial)
        if steps and self._tree is not None and not source.is_settled:
            self._follow(source, steps, self._tree)
        else:
            self._found, self._spoilt = found_between(source, 0, len(source.data))
            self._whole = _of_whole(source)
        self._serial, self._tree = source.serial, source.tree
        self._all = sorted([*_sound(source, self._found), *self._whole], key=place)
        return list(self._all)

    def follows(self, source: Source) -> bool:
        """Tell whether a version was checked, or is a few edits after one that was, so that checking it is quick."""
        steps = () if source.is_settled or self._tree is None else _steps_since(source, self._serial)
        return source.serial == self._serial or bool(steps)

    def _follow(self, source: Source, steps: tuple[Step, ...], old: Tree) -> None:
        old = old.copy()
        start, end = len(source.data), 0
        for step in steps:
            step.apply(old)
            start, end = min(start, step.start), max(_moved(step, end), step.new_end)
        if "ERROR" in (old.root_node.type, source.tree.root_node.type):
            self._found, self._spoilt = found_between(source, 0, len(source.data))
        else:
            for changed in old.changed_ranges(source.tree):
                start, end = min(start, changed.start_byte), max(end, changed.end_byte)
            self._read_anew(source, steps, *around(source.tree.root_node, start, end))
        kept = _kept(self._whole, steps)
        self._whole = [each for each in kept if (each.rule == syntax_place.RULE) == source.broken]

    def _read_anew(self, source: Source, steps: tuple[Step, ...], start: int, end: int) -> None:
        """Ask again about what stands between two places, and about what was spoilt and is no longer."""
        found, spoilt = found_between(source, start, end)
        self._found = _spliced(self._found, found, start, end, sum(step.new_end - step.old_end for step in steps))
        # An error can go without anything else in the tree being changed; a class without its last one is whole.
        for before in (_moved_span(steps, span) for span in self._spoilt):
            if not is_long(before) and (before.start < start or before.end > end):
                found, still = found_between(source, before.start, before.end)
                self._found = sorted({*self._found, *found}, key=place)
                spoilt += still
        self._spoilt = list(dict.fromkeys(spoilt))


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


def _moved_span(steps: tuple[Step, ...], span: Span) -> Span:
    """Give where a range is after some steps."""
    for step in steps:
        span = Span(_moved(step, span.start), _moved(step, span.end))
    return span


def _spliced(old: list[Finding], new: list[Finding], start: int, end: int, delta: int) -> list[Finding]:
    """Put new findings between ``start`` and ``end`` in the place of old ones and shift the later ones by ``delta``."""
    first = bisect_left(old, start, key=lambda finding: finding.span.start)
    last = bisect_left(old, end - delta, lo=first, key=lambda finding: finding.span.start)
    return [*old[:first], *new, *(shifted(finding, delta) for finding in old[last:])]


def _kept(asked: list[Finding], steps: tuple[Step, ...]) -> list[Finding]:
    for step in steps:
        asked = [
            shifted(finding, step.new_end - step.old_end if finding.span.start >= step.old_end else 0)
            for finding in asked
            if step.old_end < finding.span.start or step.start > finding.span.end
        ]
    return asked


def _of_whole(source: Source) -> list[Finding]:
    """Ask the patterns that need the whole program; of one that is broken, only where Python stops reading."""
    if not source.is_settled:
        return []
    sound: tuple[WholePattern, ...] = () if is_deep(source.tree.root_node) else WHOLE
    asked: tuple[WholePattern, ...] = (syntax_place,) if source.broken else sound
    return [finding for pattern in asked for finding in heard(pattern.RULE, pattern.find, source)]


def _sound(source: Source, found: list[Finding]) -> list[Finding]:
    """Leave out what stands in a top-level statement with an error, or beside one: it may mean something else.

    This is asked of all findings each time, for an error can move without anything else in the tree being changed.
    """
    root = source.tree.root_node
    if not root.has_error:
        return found
    kept: list[Finding] = []
    is_spoilt, end = root.type == "ERROR", len(source.data) if root.type == "ERROR" else 0
    for finding in found:
        if finding.span.start >= end:
            is_spoilt, end = _spoilt_up_to(root, finding.span.start)
        if not is_spoilt:
            kept.append(finding)
    return kept


def _spoilt_up_to(root: Node, byte: int) -> tuple[bool, int]:
    """Tell whether there is an error in the statement at a place or beside it, and where that statement ends."""
    statement = child_at(root, byte)
    if statement is None:
        return True, byte
    around = (statement.prev_sibling, statement, statement.next_sibling)
    return any(part is not None and part.has_error for part in around), statement.end_byte
