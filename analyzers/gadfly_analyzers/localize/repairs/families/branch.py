"""Another sort of branch: ``elif`` for ``if``, ``while`` for ``if``, ``else`` for a last question, or none at all."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of
from gadfly_analyzers.localize.repairs.blocks import (
    Lines,
    before,
    body,
    lines_of,
    loop_around,
    standing,
    statements_in,
    step,
)
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_COMPOUND = ("if_statement", "for_statement", "while_statement", "elif_clause")
_FEW = 4


def repairs(site: Site) -> Iterator[Repair]:
    """Change the word of a header, take the header away, or add an ``else``."""
    node = site.node
    if node.type not in _COMPOUND:
        return
    word = Edit(node.start_byte, node.start_byte + len(node.type.split("_")[0]), b"")
    if node.type == "elif_clause":
        yield site.repair("branch/elif to if", word._replace(text=b"if"))
    if node.type == "if_statement":
        if all(clause.type == "else_clause" for clause in _clauses(node)):
            yield site.repair("branch/if to while", word._replace(text=b"while"))
        beside = before(node)
        if beside is not None and beside.type == "if_statement" and not _else_of(beside):
            yield site.repair("branch/if to elif", word._replace(text=b"elif"))
            if len(_clauses(node)) == 0:
                yield site.repair("branch/if to else", Edit(node.start_byte, site.statement.span.end, b"else:"))
    if node.type == "while_statement":
        yield site.repair("branch/while to if", word._replace(text=b"if"))
    if node.type == "elif_clause" and node.next_named_sibling is None:
        yield site.repair("branch/elif to else", Edit(node.start_byte, site.statement.span.end, b"else:"))
    yield from _unwrapped(site)
    yield from _else_changed(site)
    yield from _else_added(site)


def _clauses(node: Node) -> list[Node]:
    return [child for child in node.named_children if child.type in ("elif_clause", "else_clause")]


def _else_of(node: Node) -> Node | None:
    return next((child for child in node.named_children if child.type == "else_clause"), None)


def _unwrapped(site: Site) -> Iterator[Repair]:
    """Take a header away and let its block always run; or take an ``else`` away and let its block run below."""
    whole, inner = lines_of(site), _block_lines(site, site.node)
    if whole is not None and inner is not None:
        clauses = _clauses(site.node)
        if not clauses:
            yield site.repair("branch/unwrapped", Edit(whole.start, whole.end, inner.at(whole.indentation)))
        otherwise = _else_of(site.node)
        below = _block_lines(site, otherwise) if otherwise is not None and len(clauses) == 1 else None
        if below is not None:
            edit = Edit(whole.start, whole.end, below.at(whole.indentation))
            yield site.repair("branch/only else", edit)
    otherwise = _else_of(site.node)
    clause = lines_of(site, otherwise) if otherwise is not None else None
    inner = _block_lines(site, otherwise) if otherwise is not None else None
    if clause is not None and inner is not None:
        freed = inner.at(clause.indentation)
        yield site.repair("branch/else unwrapped", Edit(clause.start, clause.end, freed))
        outer = loop_around(site.node)
        around = lines_of(site, outer) if outer is not None else None
        if around is not None:
            edits = (clause.taken(), around.below_at(inner.at(around.indentation)))
            yield site.repair("branch/else below loop", *edits)


def _block_lines(site: Site, header: Node | None) -> Lines | None:
    block = statements_in(body(header))
    return lines_of(site, block[0], block[-1]) if block else None


def _else_changed(site: Site) -> Iterator[Repair]:
    """Ask a question of the function in place of an ``else``, or let it belong to the loop around."""
    otherwise = _else_of(site.node)
    if otherwise is None or site.node.type not in ("if_statement", "elif_clause"):
        return
    for question in _questions(site):
        edit = Edit(otherwise.start_byte, otherwise.start_byte + len(b"else"), b"elif " + question)
        yield site.repair("branch/else to elif", edit)
    loop = loop_around(site.node)
    clause, around = lines_of(site, otherwise), lines_of(site, loop) if loop is not None else None
    if clause is not None and around is not None:
        yield site.repair("branch/else of loop", clause.taken(), around.below_at(clause.at(around.indentation)))


def _questions(site: Site) -> list[bytes]:
    asked = nodes_of(site.scope, ("if_statement", "elif_clause", "while_statement"))
    found = [each.child_by_field_name("condition") for each in asked if each != site.node]
    return list(dict.fromkeys(text(each) for each in found if each is not None))[:_FEW]


def _else_added(site: Site) -> Iterator[Repair]:
    """Add an ``else`` with a jump, or with a statement of the function that assigns or returns."""
    whole = lines_of(site)
    if site.node.type != "if_statement" or whole is None or _else_of(site.node) is not None or standing(site) is None:
        return
    inner = b"\n" + whole.indentation + step(site)
    for word in (b"continue", b"break") if loop_around(site.node) is not None else ():
        yield site.repair("branch/else jump", whole.below(b"else:" + inner + word))
    simple = nodes_of(site.scope, ("assignment", "augmented_assignment", "return_statement"))
    for statement in dict.fromkeys(text(each) for each in simple if each.start_point.row == each.end_point.row):
        yield site.repair("branch/else added", whole.below(b"else:" + inner + statement))
