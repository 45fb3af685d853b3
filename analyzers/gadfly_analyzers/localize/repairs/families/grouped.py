"""An entry of a dictionary that should grow, and is replaced, or is not there the first time."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.roles import roles
from gadfly_analyzers.localize.repairs.site import Site, text


def repairs(site: Site) -> Iterator[Repair]:
    """Begin an entry with nothing, and add to it."""
    inner = site.node.named_children[0] if site.node.named_children else None
    if site.node.type != "expression_statement" or inner is None:
        return
    left, right = inner.child_by_field_name("left"), inner.child_by_field_name("right")
    if left is not None and right is not None and (entry := _entry(site, left)) is not None:
        yield from _stored(site, inner, entry, right)
    called, arguments = inner.child_by_field_name("function"), inner.child_by_field_name("arguments")
    if inner.type == "call" and called is not None and arguments is not None and called.type == "attribute":
        holder, method = called.child_by_field_name("object"), text_of(called.child_by_field_name("attribute"))
        empty = {"append": b"[]", "extend": b"[]", "add": b"set()"}.get(method)
        entry = _entry(site, holder)
        if entry is not None and empty is not None and holder is not None:
            yield site.replaced("grouped/first", holder, b"%s.setdefault(%s, %s)" % (*entry, empty))


def _entry(site: Site, node: Node | None) -> tuple[bytes, bytes] | None:
    """Give a dictionary and a key; none if a node may be something else."""
    if node is None or node.type != "subscript":
        return None
    name, key = node.child_by_field_name("value"), node.child_by_field_name("subscript")
    found = roles(site)
    if name is None or key is None or text_of(name) in (*found.lists, *found.texts) or key.type in ("integer", "slice"):
        return None
    return text(name), text(key)


def _stored(site: Site, node: Node, entry: tuple[bytes, bytes], right: Node) -> Iterator[Repair]:
    name, key = entry
    value = text(right)
    if node.type == "augmented_assignment":
        sign = node.children[1].type.removesuffix("=").encode()
        for first in (b"0", b"1", b"[]", b'""'):
            put = b"%s[%s] = %s.get(%s, %s) %s %s" % (name, key, name, key, first, sign, value)
            yield site.replaced("grouped/first", node, put)
    elif node.type == "assignment":
        for first in (b"0", b"[]", b'""'):
            put = b"%s[%s] = %s.get(%s, %s) + %s" % (name, key, name, key, first, value)
            yield site.replaced("grouped/added", node, put)
        added = text(right.named_children[0]) if right.type == "list" and right.named_child_count == 1 else value
        yield site.replaced("grouped/appended", node, b"%s.setdefault(%s, []).append(%s)" % (name, key, added))
        yield site.replaced("grouped/only first", node, b"%s.setdefault(%s, %s)" % (name, key, value))
