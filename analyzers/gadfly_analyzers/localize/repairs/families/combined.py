"""A value combined with a variable: more by it, less by it, or times it; or compared by what is left of it."""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.expressions import PRODUCT, SUM, firm, place_of, values
from gadfly_analyzers.localize.repairs.likely import is_series
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.site import Site

_VALUES = ("identifier", "attribute", "subscript", "call", "list_comprehension", "binary_operator")
_PLACES = ("argument", "assigned", "returned", "index", "element", "range", "slice")
_SIGNS = (("plus", b" + ", SUM), ("minus", b" - ", SUM), ("times", b" * ", PRODUCT))
_MOST = 5
_DIVISORS = (b"10", b"2")


def repairs(site: Site) -> Iterator[Repair]:
    """Add each variable to values, take it away, and multiply by it; compare remainders."""
    for node in values(site, *_VALUES):
        place = place_of(node)
        if place == "compared" and not is_series(site, node):
            for divisor in _DIVISORS:
                yield site.replaced("combined/remainder compared", node, firm(node, PRODUCT) + b" % " + divisor)
        if place not in _PLACES or node.parent is None or node.parent.type == "parenthesized_expression":
            continue
        most = 1 if is_series(site, node) else 3 if place in ("assigned", "returned") else 2
        names = [name for name in site.names if name not in ("self", text_of(node))]
        for name in names[-_MOST:]:
            for detail, sign, holds in _SIGNS[:most]:
                kind = f"combined/{detail} {place if place in _PLACES[:4] else 'other'}"
                yield site.replaced(kind, node, firm(node, holds) + sign + name.encode())
                if detail == "plus" and place in ("assigned", "returned"):
                    yield site.replaced(kind, node, name.encode() + sign + firm(node, holds))
