"""Which names the functions and classes of a program know, and where those names stand."""

from __future__ import annotations

import builtins
import symtable
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.reading.names import is_augmented, is_target, places
from gadfly_analyzers.source import Source

# Python gives a file some names of its own, such as `__file__`.
BUILTINS = frozenset(dir(builtins)) | {
    "__file__",
    "__path__",
    "__annotations__",
    "__class__",
    "__builtins__",
    "exit",
    "quit",
}
_NODES = ("function_definition", "class_definition")
_KNOWN: WeakKeyDictionary[Source, tuple[Scope, ...]] = WeakKeyDictionary()


@dataclass(frozen=True, eq=False)
class Scope:
    """The file, a function or a class: its names as Python sorts them, its node, and the scope around it.

    ``inner`` holds the tables of its lambdas and comprehensions.
    """

    table: symtable.SymbolTable
    node: Node
    outer: Scope | None
    inner: tuple[symtable.SymbolTable, ...] = ()

    @cached_property
    def kind(self) -> str:
        """Say whether this is a ``module``, a ``function`` or a ``class``."""
        return {"function_definition": "function", "class_definition": "class"}.get(self.node.type, "module")

    @cached_property
    def symbols(self) -> dict[str, symtable.Symbol]:
        """All names that occur in this scope itself."""
        return {symbol.get_name(): symbol for symbol in self.table.get_symbols()}

    @cached_property
    def bound(self) -> frozenset[str]:
        """The names that get a value in this scope."""
        return frozenset(name for name, symbol in self.symbols.items() if _is_bound(symbol))

    @cached_property
    def looked_up_outside(self) -> frozenset[str]:
        """The names that are read here and that no function gives a value to: the file must, or Python itself."""
        return frozenset(
            symbol.get_name()
            for table in (self.table, *self.inner)
            for symbol in table.get_symbols()
            # Python 3.11 takes a function called `top` for the file, and all its names for global.
            if symbol.is_referenced() and symbol.is_global() and not _is_bound(symbol)
        )

    def around(self) -> Iterator[Scope]:
        """Give the scopes in which a name that is not bound here is looked up: functions, then the file."""
        outer = self.outer
        while outer is not None:
            if outer.kind != "class":
                yield outer
            outer = outer.outer

    def visible(self) -> set[str]:
        """Give all names that this scope can see, without those that come with Python."""
        return set(self.bound).union(*(outer.bound for outer in self.around()))

    @cached_property
    def variables(self) -> frozenset[str]:
        """The names that get a value from something else than an import, a function or a class."""
        return frozenset(
            name for name in self.bound if self.symbols[name].is_assigned() and not self.symbols[name].is_namespace()
        )

    def is_unread(self, name: str) -> bool:
        """Tell whether nothing in this scope, nor in what stands in it, reads a name that gets a value here."""
        return all(_is_set(place) for place in places(self.node, name))

    def places_of(self, name: str) -> list[Node]:
        """List the identifiers of a name that stand in this scope itself, in the order of the text."""
        return [place for place in places(self.node, name) if scope_node_of(place) == self.node]


def scopes_of(source: Source) -> tuple[Scope, ...]:
    """List the scopes of a program, outer before inner; none of what Python cannot read."""
    if source not in _KNOWN:
        _KNOWN[source] = _read(source)
    return _KNOWN[source]


def names_of_file(scopes: tuple[Scope, ...]) -> set[str]:
    """Give the names that the file has: its own, and what functions that declare them give a value to."""
    return {
        name
        for scope in scopes
        for name, symbol in scope.symbols.items()
        if (name in scope.bound and scope.outer is None) or symbol.is_declared_global()
    }


def has_open_names(source: Source) -> bool:
    """Tell whether names can come from where nobody sees: a star import, or a dictionary of names that is changed."""
    data = source.data
    return b"import *" in data or b"globals()" in data or b"exec(" in data or b"setattr(" in data


def scope_node_of(place: Node) -> Node:
    """Give the node of the scope in which a name is looked up: that of a function's name is around the function."""
    inner, outer = place, place.parent
    while outer is not None and outer.type != "module":
        if outer.type in _NODES and _is_inside(inner, outer):
            return outer
        inner, outer = outer, outer.parent
    return inner if outer is None else outer


def _is_set(place: Node) -> bool:
    if is_target(place) or is_augmented(place):
        return True
    outer = place.parent
    while outer is not None and outer.type.endswith(("_parameter", "_pattern")):
        outer = outer.parent
    return outer is not None and outer.type == "parameters"


def _is_inside(child: Node, outer: Node) -> bool:
    if child == outer.child_by_field_name("body"):
        return True
    # Defaults of parameters are worked out around the function; their names belong to it.
    return outer.type == "function_definition" and child == outer.child_by_field_name("parameters")


def _is_bound(symbol: symtable.Symbol) -> bool:
    return symbol.is_assigned() or symbol.is_imported() or symbol.is_parameter() or symbol.is_namespace()


def _read(source: Source) -> tuple[Scope, ...]:
    if source.names is None:
        return ()
    nodes: dict[tuple[str, int], list[Node]] = {}
    for node in source.nodes(*_NODES):
        key = text_of(node.child_by_field_name("name")), source.line_of(node.start_byte) + 1
        nodes.setdefault(key, []).append(node)
    found: list[Scope] = []
    waiting: list[tuple[symtable.SymbolTable, Node, Scope | None]] = [(source.names, source.tree.root_node, None)]
    while waiting:
        table, node, outer = waiting.pop()
        children, inner = _sorted_children(table, nodes)
        scope = Scope(table, node, outer, tuple(inner))
        found.append(scope)
        waiting.extend((child, place, scope) for child, place in children)
    return tuple(sorted(found, key=lambda scope: (scope.node.start_byte, -scope.node.end_byte)))


def _sorted_children(
    table: symtable.SymbolTable, nodes: dict[tuple[str, int], list[Node]]
) -> tuple[list[tuple[symtable.SymbolTable, Node]], list[symtable.SymbolTable]]:
    """Tell functions and classes, with their nodes, from lambdas, comprehensions and the like."""
    children: list[tuple[symtable.SymbolTable, Node]] = []
    inner: list[symtable.SymbolTable] = []
    waiting = table.get_children()
    while waiting:
        child = waiting.pop()
        same = nodes.get((child.get_name(), child.get_lineno()))
        if same:
            children.append((child, same.pop(0)))
        else:
            inner.append(child)
            waiting.extend(child.get_children())
    return children, inner
