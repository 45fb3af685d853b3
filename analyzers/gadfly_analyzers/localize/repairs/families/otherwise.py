"""An ``else`` that is missing, also before what stands there, that asks too little, or that belongs elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of
from gadfly_analyzers.localize.repairs.blocks import (
    JUMPS,
    before,
    block_lines,
    body,
    clauses_of,
    else_of,
    header_of,
    lines_of,
    loop_around,
    standing,
    statements_in,
    step,
)
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_FEW = 4


def repairs(site: Site) -> Iterator[Repair]:
    """Let an ``else`` ask, always run, or belong to the loop; or add one, for what runs always, too."""
    yield from _only_else(site)
    yield from _begun_here(site)
    around, otherwise = header_of(site.node), else_of(site.node)
    if around is not None and around.type == "else_clause" and len(statements_in(site.node.parent)) == 1:
        yield from _below_loop(site, around)  # what is moved is this statement
    if otherwise is not None:
        yield from _always(site, otherwise)
        if len(statements_in(body(otherwise))) > 1:
            yield from _below_loop(site, otherwise)
        yield from _asking(site, otherwise)
    elif site.node.type == "if_statement" and standing(site) is not None:
        yield from _added(site)


def _always(site: Site, otherwise: Node) -> Iterator[Repair]:
    clause, inner = lines_of(site, otherwise), block_lines(site, otherwise)
    if clause is not None and inner is not None:
        yield site.repair("otherwise/always", Edit(clause.start, clause.end, inner.at(clause.indentation)))


def _only_else(site: Site) -> Iterator[Repair]:
    """Put a statement below an ``if`` into an ``else``; where the block leaves by a jump, that makes no difference."""
    lines, above = lines_of(site), before(site.node)
    if lines is None or above is None or above.type != "if_statement" or else_of(above) is not None:
        return
    if statements_in(body(above))[-1:] and statements_in(body(above))[-1].type not in JUMPS:
        inner = lines.at(lines.indentation + step(site))
        yield site.repair("otherwise/only else", Edit(lines.start, lines.end, lines.indentation + b"else:\n" + inner))


def _begun_here(site: Site) -> Iterator[Repair]:
    """Begin an ``else`` with a statement in the middle of a block that only an ``if`` leads to."""
    lines, around = lines_of(site), header_of(site.node)
    if lines is None or around is None or before(site.node) is None or not _is_last_clause(around):
        return
    word = lines_of(site, around if around.type == "if_statement" else around.parent)
    if word is not None:
        yield site.repair("otherwise/begun here", Edit(lines.start, lines.start, word.indentation + b"else:\n"))


def _is_last_clause(header: Node) -> bool:
    if header.type == "elif_clause":
        return header.next_named_sibling is None
    return header.type == "if_statement" and not clauses_of(header)


def _below_loop(site: Site, otherwise: Node) -> Iterator[Repair]:
    loop, inner = loop_around(otherwise), block_lines(site, otherwise)
    clause, around = lines_of(site, otherwise), lines_of(site, loop) if loop is not None else None
    if clause is not None and inner is not None and around is not None:
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
