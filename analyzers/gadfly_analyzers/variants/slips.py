"""What novices write that no small repair turns around: each gives whole versions of a right program."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.source import Source

_IN_PLACE = ("sort", "reverse", "append", "extend", "insert", "add")
_MAKING = ("upper", "lower", "strip", "replace", "title", "capitalize")


def slips(source: Source) -> Iterator[tuple[bytes, int]]:
    """Give versions, each with the 1-based line at which it differs."""
    for node in source.nodes("expression_statement"):
        yield from _value_of_change(source, node)
        yield from _change_without_value(source, node)
    for node in source.nodes("augmented_assignment"):
        yield from _plain(source, node)
    for node in source.nodes("elif_clause"):
        yield _instead(source, node.start_byte, node.start_byte + len("elif"), b"if"), node.start_point[0] + 1
    for node in source.nodes("call"):
        yield from _copies(source, node)


def _value_of_change(source: Source, node: Node) -> Iterator[tuple[bytes, int]]:
    """``items.sort()`` and then ``return items``: ``return items.sort()``; else ``items = items.sort()``."""
    receiver, method = _called(node.named_children[0])
    if method not in _IN_PLACE or not receiver.isidentifier():
        return
    line, following = node.start_point[0] + 1, node.next_named_sibling
    yield _instead(source, node.start_byte, node.start_byte, f"{receiver} = ".encode()), line
    if following is not None and text_of(following) == f"return {receiver}":
        yield _instead(source, node.start_byte, following.end_byte, f"return {text_of(node)}".encode()), line


def _change_without_value(source: Source, node: Node) -> Iterator[tuple[bytes, int]]:
    """``text = text.upper()``: ``text.upper()``."""
    inner = node.named_children[0]
    left, right = inner.child_by_field_name("left"), inner.child_by_field_name("right")
    if inner.type == "assignment" and left is not None and right is not None:
        receiver, method = _called(right)
        if method in _MAKING and receiver == text_of(left):
            yield _instead(source, node.start_byte, right.start_byte, b""), node.start_point[0] + 1


def _plain(source: Source, node: Node) -> Iterator[tuple[bytes, int]]:
    """``total += n``: ``total = n``."""
    operator = node.child_by_field_name("operator")
    if operator is not None:
        yield _instead(source, operator.start_byte, operator.end_byte, b"="), node.start_point[0] + 1


def _copies(source: Source, node: Node) -> Iterator[tuple[bytes, int]]:
    """``list(items)``, ``items.copy()``: ``items``."""
    receiver, method = _called(node)
    wrapped = re.fullmatch(r"(?:list|dict|set)\((\w+)\)", text_of(node))
    if wrapped or method == "copy":
        plain = wrapped[1] if wrapped else receiver
        yield _instead(source, node.start_byte, node.end_byte, plain.encode()), node.start_point[0] + 1


def _called(node: Node) -> tuple[str, str]:
    """The receiver and the name of a method that is called; empty texts for anything else."""
    function = node.child_by_field_name("function") if node.type == "call" else None
    if function is None or function.type != "attribute":
        return "", ""
    receiver, method = function.child_by_field_name("object"), function.child_by_field_name("attribute")
    return (text_of(receiver), text_of(method)) if receiver is not None and method is not None else ("", "")


def _instead(source: Source, start: int, end: int, text: bytes) -> bytes:
    return source.data[:start] + text + source.data[end:]
