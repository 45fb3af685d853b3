"""All the repairs that are worth trying on a program: every family at every site, none twice."""

from __future__ import annotations

import warnings
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from tree_sitter import Node

from gadfly_analyzers.findings import Span
from gadfly_analyzers.grammar import is_deep
from gadfly_analyzers.localize.repairs.families import ALL
from gadfly_analyzers.localize.repairs.families.move import UP
from gadfly_analyzers.localize.repairs.repair import Edit, Repair, edits_of
from gadfly_analyzers.localize.repairs.site import Site
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.python_text import module_of
from gadfly_analyzers.source import Source

_LONGEST = 8_000  # bytes of a statement: what is longer is a table of data, and nobody's mistake
_MOST_OF_A_FAMILY = 1_000  # repairs at one statement


def candidates(source: Source, statements: Collection[Statement], hints: Sequence[str] = ()) -> Iterator[Repair]:
    """Propose repairs at statements, in the order of the statements and of the families."""
    seen: set[tuple[object, ...]] = set()
    for site in sites(source, statements, hints):
        for family in ALL:
            for repair in islice(family.repairs(site), _MOST_OF_A_FAMILY):
                edits = tuple(_least(source.data, edit) for edit in edits_of(repair))
                if any(edit.start < edit.end or edit.text for edit in edits) and edits not in seen:
                    seen.add(edits)
                    yield repair


def sites(source: Source, statements: Collection[Statement], hints: Sequence[str] = ()) -> Iterator[Site]:
    """Find the nodes of statements; none where something is nested deeper than anybody reads."""
    if is_deep(source.tree.root_node):
        return
    short = (each for each in statements if each.span.end - each.span.start <= _LONGEST)
    wanted = {(each.span.start, each.kind): each for each in short}
    waiting: list[tuple[Node, Node | None]] = [(source.tree.root_node, None)]
    while waiting:
        node, function = waiting.pop()
        statement = wanted.get((node.start_byte, node.type))
        if statement is not None:
            yield Site(source, statement, node, function, tuple(hints))
        inner = node if node.type == "function_definition" else function
        waiting.extend((child, inner) for child in reversed(node.named_children))


def size_of(source: Source, repair: Repair) -> int:
    """Count the bytes that a repair takes out and puts in, where it differs from the program."""
    least = [_least(source.data, edit) for edit in edits_of(repair)]
    return sum(edit.end - edit.start + len(edit.text) for edit in least)


def beside(statements: Sequence[Statement], repair: Repair) -> tuple[Span, ...]:
    """Give the statements just before and after the gap that a repair fills, in text order; of another repair none."""
    edits = edits_of(repair)
    if any(edit.start < edit.end or b"\n" not in edit.text for edit in edits):
        return ()
    starts = [each.span.start for each in statements]
    places = {bisect_left(starts, edit.start) + step for edit in edits for step in (-1, 0)}
    return tuple(statements[at].span for at in sorted(places) if 0 <= at < len(statements))


def place_of(source: Source, repair: Repair) -> Span:
    """Give the statement at which a repair counts: its own, or of a gap that it fills elsewhere the one beside it.

    That is the one above, but for what closes a block: it belongs to the statement below it that is as deep as itself.
    What moves above a block counts itself.
    """
    statements = source.statements()
    near = beside(statements, repair)
    if len(near) == 2 and _closes_a_block(source, repair, *near):
        return near[1]
    if repair.kind == UP:
        starts = [each.span.start for each in statements]
        return statements[bisect_left(starts, edits_of(repair)[-1].end) - 1].span
    return near[0] if near and repair.span not in near else repair.span


def _closes_a_block(source: Source, repair: Repair, above: Span, below: Span) -> bool:
    """Tell whether what is put in between two statements is less deep than the one above and as deep as the other."""
    depths = {_leading(edit.text) for edit in edits_of(repair)}
    return depths == {_leading(_line_of(source, below))} and len(*depths) < len(_leading(_line_of(source, above)))


def _line_of(source: Source, statement: Span) -> bytes:
    return source.data[source.data.rfind(b"\n", 0, statement.start) + 1 : statement.end]


def _leading(text: bytes) -> bytes:
    """Give the white space before a line's text."""
    line = text.lstrip(b"\r\n")
    return line[: len(line) - len(line.lstrip(b" \t\f"))]


def repaired(source: Source, repair: Repair) -> bytes:
    """Give the program's text with a repair made."""
    return repaired_together(source, (repair,))


def repaired_together(source: Source, repairs: Sequence[Repair]) -> bytes:
    """Give the program's text with several repairs made, none of which touches another."""
    data = source.data
    for edit in sorted((edit for repair in repairs for edit in edits_of(repair)), reverse=True):
        data = data[: edit.start] + edit.text + data[edit.end :]
    return data


def _least(data: bytes, edit: Edit) -> Edit:
    """Leave out of an edit what it does not change, so that the same change is the same edit."""
    start, end, new = edit
    if start == end or not new or (data[start] != new[0] and data[end - 1] != new[-1]):
        return edit
    same = _alike(data[start:end], new)
    start, new = start + same, new[same:]
    same = _alike(data[start:end][::-1], new[::-1])
    return Edit(start, end - same, new[: len(new) - same])


def _alike(one: bytes, other: bytes) -> int:
    """Count the bytes with which both texts begin."""
    alike, most = 0, min(len(one), len(other))
    while alike < most:  # looks at half of what is left each time
        half = (alike + most + 1) // 2
        alike, most = (half, most) if one[alike:half] == other[alike:half] else (alike, half - 1)
    return alike


def parses(data: bytes) -> bool:
    """Tell whether Python can read a text, without a word about it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            module_of(data)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
