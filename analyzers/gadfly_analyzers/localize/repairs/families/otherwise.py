"""An ``else`` that is missing, that asks too little, or that belongs elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of
from gadfly_analyzers.localize.repairs.blocks import block_lines, else_of, lines_of, loop_around, standing, step
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_FEW = 4


def repairs(site: Site) -> Iterator[Repair]:
    """Let an ``else`` ask, always run, or belong to the loop; or add one."""
    otherwise = else_of(site.node)
    if otherwise is not None:
        yield from _freed(site, otherwise)
        yield from _asking(site, otherwise)
    elif site.node.type == "if_statement" and standing(site) is not None:
        yield from _added(site)


def _freed(site: Site, otherwise: Node) -> Iterator[Repair]:
    clause, inner = lines_of(site, otherwise), block_lines(site, otherwise)
    if clause is None or inner is None:
        return
    yield site.repair("otherwise/always", Edit(clause.start, clause.end, inner.at(clause.indentation)))
    loop = loop_around(site.node)
    around = lines_of(site, loop) if loop is not None else None
    if around is not None:
        yield site.repair("otherwise/below loop", clause.taken(), around.below_at(inner.at(around.indentation)))
        yield site.repair("otherwise/of loop", clause.taken(), around.below_at(clause.at(around.indentation)))


def _asking(site: Site, otherwise: Node) -> Iterator[Repair]:
    """Ask a question of the function in place of an ``else``."""
    if site.node.type != "if_statement":
        return
    asked = nodes_of(site.scope, ("if_statement", "elif_clause", "while_statement"))
    found = [each.child_by_field_name("condition") for each in asked if each != site.node]
    for question in list(dict.fromkeys(text(each) for each in found if each is not None))[:_FEW]:
        word = Edit(otherwise.start_byte, otherwise.start_byte + len(b"else"), b"elif " + question)
        yield site.repair("otherwise/asking", word)


def _added(site: Site) -> Iterator[Repair]:
    """Add an ``else`` with a jump, or with a statement of the function that assigns or returns."""
    whole = lines_of(site)
    if whole is None:
        return
    inner = b"else:\n" + whole.indentation + step(site)
    for word in (b"continue", b"break") if loop_around(site.node) is not None else ():
        yield site.repair("otherwise/jump added", whole.below(inner + word))
    simple = nodes_of(site.scope, ("assignment", "augmented_assignment", "return_statement"))
    for statement in dict.fromkeys(text(each) for each in simple if each.start_point.row == each.end_point.row):
        yield site.repair("otherwise/added", whole.below(inner + statement))
