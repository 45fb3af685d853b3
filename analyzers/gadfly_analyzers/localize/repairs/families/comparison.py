"""Another comparison: ``<`` for ``<=``, ``==`` for ``!=``, ``in`` for ``not in``."""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.site import Site

_ORDERS = (b"<", b"<=", b">", b">=", b"==", b"!=")
_MEMBERS = {b"==": (b"in",), b"!=": (b"not in",)}
_OTHERS = {
    **{one: (*(other for other in _ORDERS if other != one), *_MEMBERS.get(one, ())) for one in _ORDERS},
    b"in": (b"not in", b"=="),
    b"not in": (b"in", b"!="),
    b"is": (b"==", b"is not"),
    b"is not": (b"!=", b"is"),
}


def repairs(site: Site) -> Iterator[Repair]:
    """Put every other comparison in place of each one."""
    for comparison in site.own("comparison_operator"):
        for operator in comparison.children_by_field_name("operators"):
            old = b" ".join(site.source.data[operator.start_byte : operator.end_byte].split())
            for new in _OTHERS.get(old, ()):
                kind = f"comparison/{old.decode()} to {new.decode()}"
                yield site.replaced(kind, operator, new)
