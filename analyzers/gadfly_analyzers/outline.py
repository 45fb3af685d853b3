"""The statements and functions of a program, as its syntax tree has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tree_sitter import Node

from gadfly_analyzers.findings import Span
from gadfly_analyzers.grammar import text_of

LineOf = Callable[[int], int]

_SIMPLE = frozenset(
    {
        "assert_statement",
        "break_statement",
        "continue_statement",
        "delete_statement",
        "expression_statement",
        "future_import_statement",
        "import_from_statement",
        "import_statement",
        "pass_statement",
        "raise_statement",
        "return_statement",
        "type_alias_statement",
    }
)
_WITH_BLOCK = frozenset(
    {
        "case_clause",
        "class_definition",
        "elif_clause",
        "except_clause",
        "for_statement",
        "function_definition",
        "if_statement",
        "match_statement",
        "try_statement",
        "while_statement",
        "with_statement",
    }
)
_WITHIN = _WITH_BLOCK | {"ERROR", "block", "decorated_definition", "else_clause", "finally_clause", "module"}
_STRINGS = frozenset({"string", "concatenated_string"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that can run: its own text only, so without the block under a header.

    Lines are 1-based, both included. ``kind`` is tree-sitter's node type; ``elif``, ``except`` and ``case`` lines
    count as statements, ``else`` and ``finally`` and docstrings do not. ``function`` is the qualified name of the
    function around it, ``block`` the span of the statements under a header.
    """

    line: int
    end_line: int
    kind: str
    span: Span
    function: str | None
    block: Span | None = None


@dataclass(frozen=True, slots=True)
class Function:
    """A function or method; ``name`` is qualified (``Stack.push``), ``line`` is that of its ``def`` (1-based)."""

    name: str
    line: int
    end_line: int
    name_span: Span
    body_span: Span
    parameters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Scope:
    prefix: str = ""
    function: str | None = None

    def of(self, node: Node) -> _Scope:
        """Give the scope of what stands in a node."""
        if node.type not in ("function_definition", "class_definition"):
            return self
        name = self.prefix + text_of(node.child_by_field_name("name"))
        return _Scope(f"{name}.", name if node.type == "function_definition" else None)


def statements_of(root: Node, line_of: LineOf) -> tuple[Statement, ...]:
    """List the statements below a node in the order in which they begin."""
    return tuple(
        _statement(node, scope, line_of)
        for node, scope in _walk(root)
        if node.type in _WITH_BLOCK or (node.type in _SIMPLE and not _is_docstring(node))
    )


def functions_of(root: Node, line_of: LineOf) -> tuple[Function, ...]:
    """List the functions below a node in the order in which they begin."""
    return tuple(_function(node, scope, line_of) for node, scope in _walk(root) if node.type == "function_definition")


def _walk(root: Node) -> Iterator[tuple[Node, _Scope]]:
    """Visit statements and clauses, outer before inner; not by recursion, for blocks can nest without limit."""
    waiting = [(root, _Scope())]
    while waiting:
        node, scope = waiting.pop()
        yield node, scope
        if node.type in _WITHIN:
            inner = scope.of(node)
            waiting.extend((child, inner) for child in reversed(node.named_children))


def _statement(node: Node, scope: _Scope, line_of: LineOf) -> Statement:
    block = _block(node) if node.type in _WITH_BLOCK else None
    end = _end_of_header(node) if node.type in _WITH_BLOCK else node.end_byte
    return Statement(
        line=line_of(node.start_byte) + 1,
        end_line=line_of(max(node.start_byte, end - 1)) + 1,
        kind=node.type,
        span=Span(node.start_byte, end),
        function=scope.function,
        block=None if block is None else Span(block.start_byte, block.end_byte),
    )


def _function(node: Node, scope: _Scope, line_of: LineOf) -> Function:
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    end = _end_of_header(node)
    return Function(
        name=scope.prefix + text_of(name),
        line=line_of(node.start_byte) + 1,
        end_line=line_of(max(node.start_byte, node.end_byte - 1)) + 1,
        name_span=Span(node.start_byte, end) if name is None else Span(name.start_byte, name.end_byte),
        body_span=Span(end, node.end_byte) if body is None else Span(body.start_byte, body.end_byte),
        parameters=_parameters(node.child_by_field_name("parameters")),
    )


def _parameters(node: Node | None) -> tuple[str, ...]:
    """Give the names of the parameters without stars, types and defaults."""
    return () if node is None else tuple(name for child in node.named_children for name in _names(child))


def _names(parameter: Node) -> Iterator[str]:
    if parameter.type == "identifier":
        yield text_of(parameter)
        return
    name = parameter.child_by_field_name("name")
    for child in [name] if name is not None else parameter.named_children[:1]:
        yield from _names(child)


def _block(node: Node) -> Node | None:
    return next((child for child in node.named_children if child.type == "block"), None)


def _end_of_header(node: Node) -> int:
    """Give the end of the header's colon, or of the node where there is none."""
    colons = (child.end_byte for child in node.children if child.type == ":")
    return next(colons, node.end_byte)


def _is_docstring(node: Node) -> bool:
    return node.type == "expression_statement" and node.child_count == 1 and node.children[0].type in _STRINGS
