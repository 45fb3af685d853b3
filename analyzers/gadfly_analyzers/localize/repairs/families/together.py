"""Assignments one after another that should happen at once, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of
from gadfly_analyzers.localize.repairs.blocks import after, lines_of, standing
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_LISTED = ("pattern_list", "expression_list", "tuple_pattern", "tuple")


def repairs(site: Site) -> Iterator[Repair]:
    """Join an assignment with the one below that reads what it has just changed; part those that are joined."""
    node = standing(site)
    pair = _pair(node)
    if node is None or pair is None:
        return
    left, right = pair
    yield from _parted(site, node, left, right)
    other = after(node)
    below = _pair(other)
    if other is None or below is None or left.type in _LISTED or below[0].type in _LISTED:
        return
    if text(left) in [text(each) for each in nodes_of(below[1], (left.type,))]:
        joined = b"%s, %s = %s, %s" % (text(left), text(below[0]), text(right), text(below[1]))
        yield site.repair("together/joined", Edit(node.start_byte, other.end_byte, joined))


def _pair(node: Node | None) -> tuple[Node, Node] | None:
    """Give the sides of a statement that only assigns."""
    inner = node.named_children[0] if node is not None and node.type == "expression_statement" else None
    if inner is None or inner.type != "assignment":
        return None
    left, right = inner.child_by_field_name("left"), inner.child_by_field_name("right")
    return (left, right) if left is not None and right is not None and right.type != "assignment" else None


def _parted(site: Site, node: Node, left: Node, right: Node) -> Iterator[Repair]:
    lines = lines_of(site, node)
    targets, values = left.named_children, right.named_children
    if left.type not in _LISTED or right.type not in _LISTED or len(targets) != len(values) or lines is None:
        return
    single = [b"%s = %s" % (text(target), text(value)) for target, value in zip(targets, values, strict=True)]
    for order in (single, single[::-1]):
        yield site.replaced("together/parted", node, (b"\n" + lines.indentation).join(order))
