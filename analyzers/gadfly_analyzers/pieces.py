"""What patterns find in each piece of a program, remembered by its text: most of a program stays while one is typing.

A piece is a statement of the file, or of a class in it. What a pattern finds there hangs on the piece's text, and on
the header of the class around it; see ``Pattern``. Statements with errors are not asked about: they may mean anything.
Nor are those that nobody could read, for all that is nested in them or stands on one line.
"""

from __future__ import annotations

import logging
import os
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from tree_sitter import Node, Query, QueryCursor

from gadfly_analyzers.findings import Finding, Span
from gadfly_analyzers.grammar import PYTHON, children_between, is_deep, is_deep_between
from gadfly_analyzers.patterns import ALL
from gadfly_analyzers.reach import LONGEST, is_long
from gadfly_analyzers.source import Source

_LOG = logging.getLogger(__name__)
_REMEMBERED = 4_096  # pieces, over all programs
_NEAR = 64  # bytes between pieces that are asked about together
_WIDEST = 5_000  # bytes for each line of a piece
_Asked = TypeVar("_Asked", Node, Source)
_Key = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Piece:
    """A half-open range of bytes; ``header`` is that of the class around it.

    What is found in a part of a statement hangs on more than its text, and is not remembered.
    """

    start: int
    end: int
    header: bytes
    is_part: bool = False


def found_between(source: Source, start: int, end: int) -> tuple[list[Finding], list[Span]]:
    """Give what patterns find between two places at which statements begin, in order, and what has errors there."""
    data, found, unknown = source.data, list[Finding](), list[Piece]()
    root = source.tree.root_node
    # Below a root that is an error stand parts of statements, which would be taken for statements of the same text.
    statements = [] if root.type == "ERROR" else list(children_between(root, start, end))
    for piece in (piece for node in statements if not node.has_error for piece in _pieces_of(node, data, start, end)):
        known = None if piece.is_part else _known(_key(data, piece))
        if known is None:
            unknown.append(piece)
        else:
            found.extend(shifted(finding, piece.start) for finding in known)
    for row in _rows(unknown):
        found.extend(_ask_all(source, row))
    spoilt = [Span(node.start_byte, node.end_byte) for node in statements if node.has_error]
    return sorted((finding for finding in found if start <= finding.span.start < end), key=place), spoilt


def _pieces_of(statement: Node, data: bytes, start: int, end: int) -> Iterator[Piece]:
    """List the pieces of a statement of the file: of a class, its header and those of its members that are wanted."""
    class_ = statement.child_by_field_name("definition") if statement.type == "decorated_definition" else statement
    body = class_.child_by_field_name("body") if class_ is not None and class_.type == "class_definition" else None
    if body is None:
        yield from _piece(statement, start, end)
        return
    if start < body.start_byte:
        yield Piece(statement.start_byte, body.start_byte, b"")
    header = data[statement.start_byte : body.start_byte]
    for member in children_between(body, start, end):
        yield from _piece(member, start, end, header)


def _piece(statement: Node, start: int, end: int, header: bytes = b"") -> Iterator[Piece]:
    """Give a statement as a piece, if anybody could read it; of a long one only the part that is wanted."""
    whole = Piece(statement.start_byte, statement.end_byte, header)
    lines = statement.end_point.row - statement.start_point.row + 1
    if whole.end - whole.start > _WIDEST * lines:
        return
    if is_long(Span(whole.start, whole.end)) and not start <= whole.start < whole.end <= end:
        part = Piece(max(whole.start, start), min(whole.end, end), header, is_part=True)
        if part.start < part.end and not is_deep_between(statement, part.start, part.end):
            yield part
    elif not is_deep(statement):
        yield whole


def shifted(finding: Finding, delta: int) -> Finding:
    """Give the same finding farther behind."""
    if not delta:
        return finding
    return replace(finding, span=Span(finding.span.start + delta, finding.span.end + delta))


def heard(rule: str, find: Callable[[_Asked], Iterable[Finding]], asked: _Asked) -> list[Finding]:
    """Ask a pattern."""
    try:
        return list(find(asked))
    except Exception:  # A fault in one pattern must not silence the others.
        if "PYTEST_CURRENT_TEST" in os.environ:
            raise
        _LOG.exception("pattern %s failed", rule)
        return []


def place(finding: Finding) -> tuple[Span, str]:
    """Give what findings are sorted by."""
    return finding.span, finding.rule


def _rows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Join pieces that stand close together, since asking is cheaper by the dozen."""
    row: list[Piece] = []
    for piece in pieces:
        if row and piece.start - row[-1].end > _NEAR:
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _ask_all(source: Source, pieces: Sequence[Piece]) -> list[Finding]:
    """Ask every pattern about a row of pieces, and remember what it found in each of a settled text.

    What somebody is typing is another text after every keystroke.
    """
    starts = [piece.start for piece in pieces]
    found: list[list[Finding]] = [[] for _ in pieces]
    for rule, node in _wanted(source, pieces):
        at = bisect_right(starts, node.start_byte) - 1
        if at >= 0 and _stands_in(node, pieces[at]):
            found[at].extend(heard(rule, _PATTERNS[rule].find, node))
    for piece, findings in zip(pieces, found, strict=True) if source.is_settled else ():
        if not piece.is_part:
            _remember(_key(source.data, piece), tuple(shifted(each, -piece.start) for each in findings))
    return [finding for findings in found for finding in findings]


def _wanted(source: Source, pieces: Sequence[Piece]) -> Iterable[tuple[str, Node]]:
    """List the nodes that patterns ask for in a row of pieces, each once, however many ways there are to come by it.

    Captures come in the order of the text, which nobody needs and which takes half as long again as what is matched.
    But what is matched in a part of a statement stands anywhere in the statement.
    """
    cursor, root = QueryCursor(_QUERY), source.tree.root_node
    cursor.set_byte_range(pieces[0].start, max(pieces[-1].end, pieces[0].start + 1))
    is_in_parts = any(piece.is_part for piece in pieces)
    matched = [cursor.captures(root)] if is_in_parts else [captured for _, captured in cursor.matches(root)]
    named = ((name, nodes) for captured in matched for name, nodes in captured.items() if name in _PATTERNS)
    return dict.fromkeys((name, node) for name, nodes in named for node in nodes)


def _stands_in(node: Node, piece: Piece) -> bool:
    """Tell whether a node that does not begin before a piece is asked about with it; in a part, what is whole there."""
    return node.start_byte < piece.end and (not piece.is_part or node.end_byte <= piece.end)


def _key(data: bytes, piece: Piece) -> _Key:
    return piece.header, data[piece.start : piece.end]


def _known(key: _Key) -> tuple[Finding, ...] | None:
    # Taken out and put in again, at the end: programs are read in several threads, and another may forget it meanwhile.
    found = _memory.pop(key, None)
    if found is not None:
        _memory[key] = found
    return found


def _remember(key: _Key, found: tuple[Finding, ...]) -> None:
    if len(key[1]) <= LONGEST:
        _memory[key] = found
    while len(_memory) > _REMEMBERED:
        _memory.popitem(last=False)


def _combined() -> Query:
    """Join the queries of all patterns to one, which is six times as fast as one after the other."""
    return Query(PYTHON, "\n".join(pattern.QUERY.replace("@here", f"@{pattern.RULE}") for pattern in ALL))


_memory: OrderedDict[_Key, tuple[Finding, ...]] = OrderedDict()
_PATTERNS = {pattern.RULE: pattern for pattern in ALL}
_QUERY = _combined()
