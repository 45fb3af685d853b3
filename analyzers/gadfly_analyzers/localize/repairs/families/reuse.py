"""An expression of the same function in place of another."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.expressions import (
    bare,
    condition_of,
    fitted,
    is_value,
    place_of,
    strength,
    values,
)
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_REPLACED = ("call", "subscript", "attribute", "binary_operator", "identifier", "list", "string", "integer")
_REUSED = ("call", "subscript", "attribute", "binary_operator", "unary_operator")
_CONDITIONS = ("comparison_operator", "boolean_operator", "not_operator")
_MOST = 6
_MOST_FOR_NAMES = 4
_LONGEST = 50


def repairs(site: Site) -> Iterator[Repair]:
    """Put near expressions of the function in place of each expression and condition."""
    near = _near(site, _REUSED)
    for node in values(site, *_REPLACED):
        most = _MOST if node.type in _REUSED else _MOST_FOR_NAMES
        same = sorted(near, key=lambda other: (other.type != node.type, place_of(other) != place_of(node)))
        yield from _replaced(site, node, same, most)
        if node.type in _REUSED[:4]:
            for name in [each for each in site.names if each != "self"][-_MOST:]:
                yield site.replaced(f"reuse/variable for {_sort(node)}", node, name.encode())
    whole = condition_of(site)
    asked = [] if whole is None else [bare(whole)]
    for node in (*asked, *values(site, *_CONDITIONS)):
        yield from _replaced(site, node, _near(site, _CONDITIONS), _MOST)


def _replaced(site: Site, node: Node, others: list[Node], most: int) -> Iterator[Repair]:
    kind = f"reuse/{_sort(node)}"
    seen = {text_of(node)}
    for other in others:
        if len(seen) > most:
            return
        if text_of(other) not in seen:
            seen.add(text_of(other))
            yield site.replaced(kind, node, fitted(node, text(other), strength(other)))


def _sort(node: Node) -> str:
    if node.type in _CONDITIONS:
        return "condition"
    return "literal" if node.type in ("integer", "string", "list") else node.type.removesuffix("_operator")


def _near(site: Site, types: tuple[str, ...]) -> list[Node]:
    """Give the short expressions of the function, the nearest first, each text once."""
    place = site.statement.span.start
    found = [node for node in nodes_of(site.scope, types) if len(text_of(node)) <= _LONGEST and is_value(node)]
    by_text: dict[str, Node] = {}
    for node in sorted(found, key=lambda node: abs(node.start_byte - place)):
        if "\n" not in text_of(node):
            by_text.setdefault(text_of(node), node)
    return list(by_text.values())
