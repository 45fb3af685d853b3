"""A bracket that closes earlier or later: ``a[i - 1]`` for ``a[i] - 1``, ``len(a) > b`` for ``len(a > b)``."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.localize.repairs.expressions import values
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_JOINED = ("binary_operator", "comparison_operator", "boolean_operator")
_CLOSING = {"argument_list": b")", "subscript": b"]"}


def repairs(site: Site) -> Iterator[Repair]:
    """Move the end of a call or a subscript past what follows it, or before the last part of what stands in it."""
    for node in values(site, "call", "subscript"):
        holder = node.child_by_field_name("arguments") if node.type == "call" else node
        if holder is None or holder.type not in _CLOSING:
            continue
        yield from _later(site, node, holder)
        yield from _earlier(site, node, holder)


def _later(site: Site, node: Node, holder: Node) -> Iterator[Repair]:
    """Take in what stands behind, if the call or subscript is the left side."""
    outer, closing = node.parent, _CLOSING[holder.type]
    inside = _last(holder)
    if outer is None or outer.type not in _JOINED or outer.named_children[0] != node or inside is None:
        return
    end = outer.end_byte
    yield site.repair("bracket/later", Edit(node.end_byte - 1, node.end_byte, b""), Edit(end, end, closing))


def _earlier(site: Site, node: Node, holder: Node) -> Iterator[Repair]:
    """Leave out the right side of what stands last."""
    closing, inside = _CLOSING[holder.type], _last(holder)
    if inside is None or inside.type not in _JOINED or len(inside.named_children) != 2:
        return
    left = inside.named_children[0]
    rest = site.source.data[left.end_byte : node.end_byte - 1]
    yield site.repair("bracket/earlier", Edit(left.end_byte, node.end_byte, closing + rest.rstrip()))


def _last(holder: Node) -> Node | None:
    """Give the last argument, or the index."""
    if holder.type == "subscript":
        index = holder.child_by_field_name("subscript")
        return index if index is not None and index.type != "slice" else None
    last = holder.named_children[-1] if holder.named_children else None
    return last if last is not None and last.type != "keyword_argument" and text(last) else None
