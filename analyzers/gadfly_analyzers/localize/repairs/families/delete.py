"""A statement, a branch or an ``else`` that is too much."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.localize.repairs.blocks import lines_of, standing, statements_in
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.site import Site

_NEVER = ("function_definition", "class_definition", "decorated_definition", "pass_statement")
_CLAUSES = ("else_clause", "elif_clause", "except_clause", "finally_clause")


def repairs(site: Site) -> Iterator[Repair]:
    """Take the statement away, with its block; or one of the branches below it."""
    node, lines = standing(site), lines_of(site)
    if node is not None and node.type not in _NEVER:
        is_alone = len(statements_in(node.parent)) == 1 and site.function is not None
        detail = f"delete/{node.type.removesuffix('_statement')}"
        if lines is not None:
            yield site.repair(detail, lines.taken(b"pass" if is_alone else b""))
        else:
            yield site.replaced(detail, node, b"pass")
    for clause in _clauses(site):
        clause_lines = lines_of(site, clause)
        if clause_lines is not None:
            yield site.repair(f"delete/{clause.type.removesuffix('_clause')}", clause_lines.taken())


def _clauses(site: Site) -> Iterator[Node]:
    """Give the branches of a statement but for ``elif``, which is a site by itself."""
    if site.node.type in _CLAUSES:
        yield site.node
    yield from (child for child in site.node.named_children if child.type in ("else_clause", "finally_clause"))
