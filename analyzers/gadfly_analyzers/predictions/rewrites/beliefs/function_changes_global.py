"""“A name is the same everywhere”: a function that assigns to a name of the program changes that one.

Functions are rewritten that assign to such a name, if a simple statement comes before they use it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, inserted
from gadfly_analyzers.predictions.rewrites.tree import FUNCTION, Scopes, field, own
from gadfly_analyzers.source import Source

MISCONCEPTION = "function-changes-global"
_SIMPLE = ("expression_statement", "return_statement", "pass_statement", "assert_statement", "global_statement")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    scopes = Scopes(source)
    module = source.tree.root_node
    assigned = {text_of(field(each, "left")) for each in own(module, "assignment")}
    for function in source.nodes(FUNCTION):
        changed = own(function, "assignment", "augmented_assignment")
        names = dict.fromkeys(text_of(field(each, "left")) for each in changed)
        for name in (each for each in names if each in assigned):  # few are: to look for a place takes long
            place = _place(function, name) if scopes.bind(name, field(function, "body")) else None
            if place is not None:
                yield inserted(place.start_byte, f"global {name}; ")


def _place(function: Node, name: str) -> Node | None:
    """Give the first simple statement, unless the name is used before it."""
    first = next((each for each in own(function, *_SIMPLE) if not _is_text(each)), None)
    used = (each for each in nodes_of(function, ("identifier",)) if text_of(each) == name)
    return None if first is None or any(each.start_byte < first.start_byte for each in used) else first


def _is_text(statement: Node) -> bool:
    return statement.type == "expression_statement" and statement.named_children[0].type == "string"
