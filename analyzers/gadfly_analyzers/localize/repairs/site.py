"""A statement that may be edited, and what stands around it to make edits from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

_SCOPES = ("function_definition", "lambda")


@dataclass(frozen=True)
class Site:
    """One statement: ``node`` is its tree-sitter node, ``function`` the node of the function around it.

    ``hints`` are literals (as Python text) that the tests write down, which may be what the program should hold.
    """

    source: Source
    statement: Statement
    node: Node
    function: Node | None = None
    hints: tuple[str, ...] = ()

    def own(self, *types: str) -> Iterator[Node]:
        """Give the named nodes of these types (all, if none is given) in the statement's own text, outer before inner.

        What stands in the block under a header is not its own.
        """
        return (node for type_, node in self._own if not types or type_ in types)

    @cached_property
    def _own(self) -> tuple[tuple[str, Node], ...]:
        """The nodes of the statement's own text with their types, for every family asks for them."""
        waiting, end = [self.node], self.statement.span.end
        found = []
        while waiting:
            node = waiting.pop()
            type_ = node.type
            if node.start_byte >= end or type_ == "block":
                continue
            found.append((type_, node))
            waiting.extend(reversed(node.named_children))
        return tuple(found)

    def repair(self, kind: str, *edits: Edit) -> Repair:
        """Propose edits; those of one repair do not overlap."""
        return Repair(kind, self.statement.span, edits)

    def replaced(self, kind: str, node: Node, new: bytes) -> Repair:
        """Propose other text in place of a node, kept apart from the words beside it."""
        data = self.source.data
        before = b" " if new[:1].isalnum() and data[node.start_byte - 1 : node.start_byte].isalnum() else b""
        after = b" " if new[-1:].isalnum() and data[node.end_byte : node.end_byte + 1].isalnum() else b""
        return self.repair(kind, Edit(node.start_byte, node.end_byte, before + new + after))

    def inserted(self, kind: str, place: int, new: bytes) -> Repair:
        """Propose more text at a place."""
        return self.repair(kind, Edit(place, place, new))

    def removed(self, kind: str, start: int, end: int) -> Repair:
        """Propose less text."""
        return self.repair(kind, Edit(start, end, b""))

    @property
    def indentation(self) -> bytes:
        """The white space before the statement on its line; empty if something else stands before it."""
        start = self.statement.span.start
        line = self.source.data.rfind(b"\n", 0, start) + 1
        before = self.source.data[line:start]
        return before if not before.strip() else b""

    @cached_property
    def scope(self) -> Node:
        """The function around the statement, or the whole program."""
        return self.function if self.function is not None else self.source.tree.root_node

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of variables that can be used here: parameters and what the function assigns, in their order."""
        found: dict[str, None] = {}
        scope: Node | None = self.scope
        while scope is not None:
            if scope.type in _SCOPES:
                found.update(dict.fromkeys(_parameters(scope)))
            if scope is self.scope or scope.type in _SCOPES:
                found.update(dict.fromkeys(_assigned(scope)))
            scope = scope.parent
        return tuple(found)

    @cached_property
    def functions(self) -> tuple[str, ...]:
        """The names of the functions that the program defines on its top level."""
        return tuple(function.name for function in self.source.functions() if "." not in function.name)

    @cached_property
    def methods(self) -> frozenset[str]:
        """The names of the methods of the program's classes."""
        return frozenset(
            function.name.rpartition(".")[2] for function in self.source.functions() if "." in function.name
        )

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The short numbers that the program writes down, those of the function first."""
        return self._literals("integer", "float")

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The same for strings."""
        return self._literals("string")

    def _literals(self, *types: str) -> tuple[str, ...]:
        near = () if self.function is None else _short_in(self.function, types)
        return tuple(dict.fromkeys((*near, *_short_of(self.source, types))))


def text(node: Node) -> bytes:
    """Give a node's text."""
    return text_of(node).encode("utf-8", "surrogatepass")


@lru_cache(maxsize=2)
def _short_of(source: Source, types: tuple[str, ...]) -> tuple[str, ...]:
    return _short_in(source.tree.root_node, types)


def _short_in(scope: Node, types: tuple[str, ...]) -> tuple[str, ...]:
    """Give the literals that are worth to be put elsewhere, each once."""
    short = (text_of(node) for node in nodes_of(scope, types) if node.end_byte - node.start_byte <= 40)
    return tuple(dict.fromkeys(each for each in short if not each.startswith(('"""', "'''"))))


def _parameters(scope: Node) -> Iterator[str]:
    parameters = scope.child_by_field_name("parameters")
    for child in parameters.named_children if parameters is not None else ():
        name = child.child_by_field_name("name")
        while name is None and child.named_children:
            child = child.named_children[0]  # noqa: PLW2901 - a star or a type stands around the name
            name = child if child.type == "identifier" else None
        if child.type == "identifier" or name is not None:
            yield text_of(name if name is not None else child)


def _assigned(scope: Node) -> Iterator[str]:
    """Give the names bound in a scope by assignments, loops, comprehensions, ``with`` and ``except``."""
    waiting = list(reversed(scope.named_children))
    while waiting:
        node = waiting.pop()
        if node.type in ("function_definition", "class_definition", "lambda"):
            continue
        bound = node.child_by_field_name("left") if node.type in _BINDING else None
        if node.type == "as_pattern":
            bound = node.child_by_field_name("alias")
        if node.type == "named_expression":
            bound = node.child_by_field_name("name")
        if bound is not None:
            yield from _targets(bound)
        waiting.extend(reversed(node.named_children))


_BINDING = ("assignment", "augmented_assignment", "for_statement", "for_in_clause")


def _targets(node: Node) -> Iterator[str]:
    if node.type == "identifier":
        yield text_of(node)
    elif node.type in ("pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern", "as_pattern_target"):
        for child in node.named_children:
            yield from _targets(child)
