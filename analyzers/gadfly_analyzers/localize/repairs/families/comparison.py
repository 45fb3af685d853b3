"""Another comparison: ``<`` for ``<=``, ``==`` for ``!=``, ``in`` for ``not in``."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.localize.repairs.expressions import PRODUCT, firm, operands
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_ORDERS = (b"<", b"<=", b">", b">=", b"==", b"!=")
_MEMBERS = {b"==": (b"in",), b"!=": (b"not in",)}
_NEARLY = {b"==": b"<", b"!=": b">="}
_OTHERS = {
    **{one: (*(other for other in _ORDERS if other != one), *_MEMBERS.get(one, ())) for one in _ORDERS},
    b"in": (b"not in", b"=="),
    b"not in": (b"in", b"!="),
    b"is": (b"==", b"is not"),
    b"is not": (b"!=", b"is"),
}


def _and_beyond(site: Site, comparison: Node, sign: bytes) -> Iterator[Repair]:
    """Let a case hold for its neighbour and what lies beyond: ``n <= 1`` for ``n == 0``."""
    sides = operands(comparison)
    if sign != b"==" or sides is None or sides[1].type != "integer" or not text(sides[1]).isdigit():
        return
    number = int(text(sides[1]))
    for new in (b" <= %d" % (number + 1), b" >= %d" % (number - 1)):
        yield site.repair("comparison/== to beyond", Edit(sides[0].end_byte, sides[1].end_byte, new))


def _nearly(site: Site, comparison: Node, sign: bytes) -> Iterator[Repair]:
    """Let fractions be about the same: ``abs(a - b) < 1e-9`` for ``a == b``."""
    sides, around = operands(comparison), _NEARLY.get(sign)
    if sides is not None and around is not None and any(_is_fraction(each) for each in sides):
        left, right = (firm(each, PRODUCT) for each in sides)
        yield site.replaced("comparison/nearly", comparison, b"abs(%b - %b) %b 1e-9" % (left, right, around))


def _is_fraction(node: Node) -> bool:
    return any(each.type == "float" or text(each) == b"/" for each in (node, *node.children))


def repairs(site: Site) -> Iterator[Repair]:
    """Put every other comparison in place of each one."""
    for comparison in site.own("comparison_operator"):
        for operator in comparison.children_by_field_name("operators"):
            old = b" ".join(site.source.data[operator.start_byte : operator.end_byte].split())
            yield from _and_beyond(site, comparison, old)
            yield from _nearly(site, comparison, old)
            for new in _OTHERS.get(old, ()):
                kind = f"comparison/{old.decode()} to {new.decode()}"
                yield site.replaced(kind, operator, new)
