"""Another exception: caught, raised, or returned where it should be raised."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site

_USUAL = (
    "ValueError",
    "TypeError",
    "IndexError",
    "KeyError",
    "ZeroDivisionError",
    "AttributeError",
    "Exception",
)
_ENDS = ("Error", "Exception", "Warning")


def repairs(site: Site) -> Iterator[Repair]:
    """Put other usual exceptions in place of one, and raise what is returned or printed."""
    if site.node.type in ("except_clause", "raise_statement"):
        for name in site.own("identifier"):
            if text_of(name).endswith(_ENDS):
                yield from _others(site, name)
        return
    for call in site.own("call"):
        made = call.child_by_field_name("function")
        is_given = call.parent is not None and call.parent.type in ("return_statement", "expression_statement")
        if is_given and text_of(made).endswith(_ENDS):
            yield site.repair("exception/raised", Edit(site.node.start_byte, call.start_byte, b"raise "))


def _others(site: Site, name: Node) -> Iterator[Repair]:
    word = "caught" if site.node.type == "except_clause" else "raised"
    for other in _USUAL:
        if other != text_of(name):
            yield site.replaced(f"exception/other {word}", name, other.encode())
