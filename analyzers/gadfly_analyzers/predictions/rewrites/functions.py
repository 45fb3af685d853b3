"""Functions that do something before or after they run, without a line more in the program."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Span
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, around, helper, inserted
from gadfly_analyzers.predictions.rewrites.tree import field, written
from gadfly_analyzers.source import Position, Source

GIVEN = "_gadfly_gives"  # a variable that holds what its function is believed to give back when it ends
_SIMPLE = ("expression_statement", "return_statement", "pass_statement", "assert_statement", "delete_statement")
_HEADERS = {"if_statement": "condition", "while_statement": "condition", "for_statement": "right"}


def wrapped(source: Source, function: Node, run: str, using: str = "f") -> tuple[Edit, ...]:
    """Put another function in place of one, right after it: on the next empty line, or before a simple statement.

    ``run`` is an expression of what a call with ``*a`` and ``**k`` gives, ``f`` being the function; ``using`` is an
    expression for a value that ``run`` calls ``s``. There are no edits if there is no room for them.
    """
    name, indentation = text_of(field(function, "name")), _indentation(source, function)
    code = f"lambda f: (lambda s: __import__('functools').wraps(f)(lambda *a, **k: {run}))({using})"
    statement = f"{name} = {helper(code)}({name})"
    place = None if indentation is None else _room_after(source, function)
    if place is None or indentation is None:
        return ()
    if isinstance(place, Node):
        return (inserted(place.start_byte, f"{statement}; "),)
    return (Edit(place.start, place.end, f"{indentation}{statement}".encode()),)


def believed_to_give(function: Node, value: str) -> tuple[Edit, ...]:
    """Note at a function's start what it is believed to give back; no edits where it begins with another block."""
    first = first_statement(function)
    if first is None:
        return ()
    if first.type in _SIMPLE:
        return (inserted(first.start_byte, f"{GIVEN} = {value}; "),)
    if first.type in _HEADERS:
        return around(field(first, _HEADERS[first.type]), f"([{GIVEN} := {value}] and (", "))")
    return ()


def first_statement(function: Node) -> Node | None:
    """Give the first statement of a function that does something."""
    statements = written(field(function, "body"))
    if statements and statements[0].type == "expression_statement" and statements[0].named_children[0].type == "string":
        statements = statements[1:]
    return statements[0] if statements else None


def _room_after(source: Source, function: Node) -> Span | Node | None:
    following = function.next_named_sibling
    if following is not None and following.type in _SIMPLE and _is_first_on_line(source, following):
        return following
    for line in _lines_after(source, function):
        text = source.lines[line].strip()
        if not text:
            return Span(source.byte(Position(line, 0)), source.byte(Position(line, 1_000_000)))
        if not text.startswith("#"):
            return None
    return None


def _lines_after(source: Source, function: Node) -> Iterator[int]:
    return iter(range(source.line_of(function.end_byte - 1) + 1, len(source.lines)))


def _indentation(source: Source, node: Node) -> str | None:
    """Give the white space before a node; ``None`` if something else stands there."""
    column = source.position(node.start_byte).column
    before = source.data[node.start_byte - column : node.start_byte].decode()
    return None if before.strip() else before


def _is_first_on_line(source: Source, node: Node) -> bool:
    return _indentation(source, node) is not None
