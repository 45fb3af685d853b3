"""A function that assigns a name of its own where it means the one outside."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.localize.repairs.blocks import lines_of, opening
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.roles import assigned_in, names_in
from gadfly_analyzers.localize.repairs.site import Site


def repairs(site: Site) -> Iterator[Repair]:
    """Say at the start of a function that what this statement assigns is the outer name."""
    if site.function is None or site.node.type not in ("expression_statement", "for_statement"):
        return
    first = opening(site.function)
    lines = lines_of(site, first) if first is not None else None
    own = names_in(site.function.child_by_field_name("parameters"))
    for name in sorted(assigned_in(site.node).difference(own)) if lines is not None else ():
        word = _outer(site.function, name)
        if word is not None and lines is not None:
            yield site.repair(f"outer_name/{word}", lines.above(f"{word} {name}".encode()))


def _outer(function: Node, name: str) -> str | None:
    """Tell how to speak of a name that something around a function assigns; none if nothing does."""
    inner, outer = function, function.parent
    while outer is not None:
        if outer.type == "module":
            return "global" if any(_binds(each, name) for each in outer.named_children) else None
        if outer.type == "function_definition":
            others = [each for each in (outer.child_by_field_name("body") or outer).named_children if each != inner]
            taken = names_in(outer.child_by_field_name("parameters"))
            if name in taken or any(_binds(each, name) for each in others):
                return "nonlocal"
        inner, outer = (outer if outer.type != "block" else inner), outer.parent
    return None


def _binds(statement: Node, name: str) -> bool:
    return statement.type not in ("function_definition", "class_definition") and name in assigned_in(statement)
