"""A statement that stands too early, too late, too deep or not deep enough."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.localize.repairs.blocks import (
    Lines,
    after,
    before,
    body,
    header_of,
    lines_of,
    standing,
    statements_in,
    step,
)
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site

UP = "move/up"  # counts at the statement that moves, whichever offers it
_CLAUSES = ("else_clause", "elif_clause")
_SCOPES = ("function_definition", "class_definition")


def repairs(site: Site) -> Iterator[Repair]:
    """Move a statement with its block past its neighbours, out of blocks, and into those above and below it."""
    node, lines = standing(site), lines_of(site)
    if node is None or lines is None or node.type in _SCOPES:
        return
    yield from _swapped(site, node, lines)
    yield from _out(site, node, lines)
    yield from _into(site, node, lines)
    yield from _to_the_ends(site, node, lines)


def _swapped(site: Site, node: Node, lines: Lines) -> Iterator[Repair]:
    """Let neighbours change places; of a block and a single statement below, it is that one which moves up.

    Since a failing test may never come to it, the block offers that as well.
    """
    above, below = before(node), after(node)
    if below is not None:
        moves_up = body(node) is not None and body(below) is None
        yield from _exchanged(site, UP if moves_up else "move/down", lines, lines_of(site, below))
    if above is not None and body(node) is None and body(above) is not None:
        yield from _exchanged(site, UP, lines_of(site, above), lines)


def _exchanged(site: Site, kind: str, upper: Lines | None, lower: Lines | None) -> Iterator[Repair]:
    if upper is not None and lower is not None:
        between = upper.data[upper.end : lower.start]
        swapped = lower.at(lower.indentation) + between + upper.at(upper.indentation)
        yield site.repair(kind, Edit(upper.start, lower.end, swapped))


def _out(site: Site, node: Node, lines: Lines) -> Iterator[Repair]:
    """Move out of one block, two blocks and so on, to below and above what was around; alone, or with all below."""
    outer = node
    for depth in ("one", "two", "three"):
        header = header_of(outer)
        if header is None or header.type in _SCOPES:
            return
        outer = _whole(header)
        around = lines_of(site, outer)
        if around is None:
            return
        yield site.repair(f"move/out {depth}", _left(site, node, lines), around.below_at(lines.at(around.indentation)))
        yield site.repair(f"move/out above {depth}", _left(site, node, lines), around.above_at(lines))
        rest = lines_of(site, node, statements_in(node.parent)[-1])
        if rest is not None and rest.end != lines.end and before(node) is not None:
            yield site.repair(f"move/rest out {depth}", rest.taken(), around.below_at(rest.at(around.indentation)))


def _whole(header: Node) -> Node:
    """Give the compound statement that a clause is part of."""
    return header.parent if header.type.endswith("_clause") and header.parent is not None else header


def _left(site: Site, node: Node, lines: Lines) -> Edit:
    """Take a statement away: with its ``else`` if it was alone there, else leaving a block that can be read."""
    header = header_of(node)
    alone = len(statements_in(node.parent)) == 1
    clause = lines_of(site, header) if alone and header is not None and header.type in _CLAUSES else None
    return clause.taken() if clause is not None else lines.taken(b"pass" if alone else b"")


def _into(site: Site, node: Node, lines: Lines) -> Iterator[Repair]:
    """Move to the end of the blocks that end just above, to the start of the block below, or under a new ``else``."""
    above = before(node)
    depth = "one"
    while above is not None:
        block = _last_block(above)
        inner = statements_in(block)[-1] if statements_in(block) else None
        place = lines_of(site, inner) if inner is not None else None
        if place is None or above.type in _SCOPES:
            break
        yield site.repair(f"move/in {depth}", Edit(lines.start, lines.end, lines.at(place.indentation)))
        above, depth = inner, "deep"
    beside = before(node)
    if beside is not None and _lacks_else(beside):
        deeper = lines.at(lines.indentation + step(site))
        yield site.repair("move/in else", Edit(lines.start, lines.end, lines.indentation + b"else:\n" + deeper))
    under = statements_in(body(after(node)))
    first = lines_of(site, under[0]) if under else None
    if first is not None:
        yield site.repair("move/in below", _left(site, node, lines), first.above_at(lines))


def _lacks_else(node: Node) -> bool:
    return node.type == "if_statement" and all(child.type != "else_clause" for child in node.named_children)


def _last_block(node: Node) -> Node | None:
    clauses = [child for child in node.named_children if child.type.endswith("_clause")]
    return body(clauses[-1] if clauses else node)


def _to_the_ends(site: Site, node: Node, lines: Lines) -> Iterator[Repair]:
    """Move to the start or the end of its block."""
    block = statements_in(node.parent)
    for end, detail in ((block[0], "first"), (block[-1], "last")):
        place = lines_of(site, end)
        if place is None or abs(block.index(node) - block.index(end)) < 2:
            continue
        there = place.above_at(lines) if detail == "first" else place.below_at(lines.at(place.indentation))
        yield site.repair(f"move/{detail}", lines.taken(), there)
