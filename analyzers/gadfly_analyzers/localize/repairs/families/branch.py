"""Another sort of branch: ``elif`` for ``if``, ``while`` for ``if``, another order, or no question at all."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.localize.repairs.blocks import before, block_lines, body, clauses_of, else_of, lines_of
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site

_COMPOUND = ("if_statement", "for_statement", "while_statement", "elif_clause")
_FEW = 3


def repairs(site: Site) -> Iterator[Repair]:
    """Change the word of a header, ask its question earlier or later, or take the header away."""
    node = site.node
    if node.type not in _COMPOUND:
        return
    word = Edit(node.start_byte, node.start_byte + len(node.type.split("_")[0]), b"")
    yield from _other_words(site, word)
    yield from _in_another_order(site)
    yield from _unwrapped(site)


def _other_words(site: Site, word: Edit) -> Iterator[Repair]:
    node = site.node
    header = Edit(node.start_byte, site.statement.span.end, b"else:")
    if node.type == "elif_clause":
        yield site.repair("branch/elif to if", word._replace(text=b"if"))
        if node.next_named_sibling is None:
            yield site.repair("branch/elif to else", header)
    if node.type == "if_statement":
        if all(clause.type == "else_clause" for clause in clauses_of(node)):
            yield site.repair("branch/if to while", word._replace(text=b"while"))
        beside = before(node)
        if beside is not None and beside.type == "if_statement" and else_of(beside) is None:
            yield site.repair("branch/if to elif", word._replace(text=b"elif"))
            if not clauses_of(node):
                yield site.repair("branch/if to else", header)
    if node.type == "while_statement":
        yield site.repair("branch/while to if", word._replace(text=b"if"))


def _in_another_order(site: Site) -> Iterator[Repair]:
    """Ask this question before those above it, the one just above or the first; or after one below it.

    What is asked too late is not asked at all where a failing test comes by, so the question that hides it offers it.
    """
    node = site.node
    whole = node.parent if node.type == "elif_clause" else node
    if whole is None or whole.type != "if_statement":
        return
    chain = [whole, *(each for each in clauses_of(whole) if each.type == "elif_clause")]
    above, below = chain[: chain.index(node)], chain[chain.index(node) + 1 :]
    for other in dict.fromkeys((*above[-1:], *above[:1], *below[:_FEW])):
        one, two = _question_and_block(other), _question_and_block(node)
        if one is not None and two is not None:
            data = site.source.data
            yield site.repair("branch/order", Edit(*one, data[slice(*two)]), Edit(*two, data[slice(*one)]))


def _question_and_block(header: Node) -> tuple[int, int] | None:
    question, block = header.child_by_field_name("condition"), body(header)
    return None if question is None or block is None else (question.start_byte, block.end_byte)


def _unwrapped(site: Site) -> Iterator[Repair]:
    """Let the block always run, or that of the ``else``."""
    whole, inner = lines_of(site), block_lines(site, site.node)
    if whole is None or inner is None:
        return
    clauses, otherwise = clauses_of(site.node), else_of(site.node)
    if not clauses:
        yield site.repair("branch/unwrapped", Edit(whole.start, whole.end, inner.at(whole.indentation)))
    below = block_lines(site, otherwise) if otherwise is not None and len(clauses) == 1 else None
    if below is not None:
        yield site.repair("branch/only else", Edit(whole.start, whole.end, below.at(whole.indentation)))
