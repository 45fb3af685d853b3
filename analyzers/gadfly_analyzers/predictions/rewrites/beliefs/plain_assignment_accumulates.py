"""“`total = price` in a loop adds up”: each pass adds to what was there.

Assignments in loops are rewritten to names that a plain number begins with before the loop, in the same function.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, replaced
from gadfly_analyzers.predictions.rewrites.tree import CONSTANTS, LOOPS, ancestor, field, is_statement, scope_of
from gadfly_analyzers.source import Source

MISCONCEPTION = "plain-assignment-accumulates"


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    begins = _beginnings(source)
    for each in source.nodes("assignment"):
        name, value = field(each, "left"), field(each, "right")
        loop = ancestor(each, *LOOPS)
        if loop is None or scope_of(loop) != scope_of(each) or not is_statement(each) or value.type in CONSTANTS:
            continue
        mentioned = {text_of(node) for node in nodes_of(value, ("identifier",))}
        begin = begins.get((scope_of(each).id, text_of(name)))
        if text_of(name) not in mentioned and begin is not None and begin < loop.start_byte:
            yield replaced(each.children[1], "+=")


def _beginnings(source: Source) -> dict[tuple[int, str], int]:
    """Tell where each variable of a scope gets a plain number for the first time."""
    found: dict[tuple[int, str], int] = {}
    for each in source.nodes("assignment"):
        name = field(each, "left")
        if name.type == "identifier" and field(each, "right").type in ("integer", "float"):
            found.setdefault((scope_of(each).id, text_of(name)), each.start_byte)
    return found
