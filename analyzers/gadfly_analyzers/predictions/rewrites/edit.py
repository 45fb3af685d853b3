"""Small edits that make a program do what somebody believes it does, kept so that they cannot be read."""

from __future__ import annotations

import re
from typing import NamedTuple

from tree_sitter import Node

_QUOTED = re.compile(rb'eval\("([^"]*)"')


class Edit(NamedTuple):
    """Text put in place of the bytes from ``start`` to ``end`` (half open) of the student's program."""

    start: int
    end: int
    text: bytes

    def __repr__(self) -> str:
        return "<an edit>"


def helper(code: str) -> str:
    """Write an expression that gives a function of ours; the recorder sees nothing of what runs in it.

    It stands in the program as often as it is needed: a line of its own would move all others.
    """
    assert '"' not in code
    return f'eval("{code}", {{}})'


def without_quotes(edit: Edit) -> Edit:
    """Write the helpers in an edit without quotes: before Python 3.12 they would end the f-string around them."""
    return edit._replace(text=_QUOTED.sub(lambda code: b"eval(bytes(%s)" % str(tuple(code[1])).encode(), edit.text))


def replaced(node: Node, text: str) -> Edit:
    """Put a text in place of a node."""
    return Edit(node.start_byte, node.end_byte, text.encode())


def inserted(place: int, text: str) -> Edit:
    """Put a text at a place."""
    return Edit(place, place, text.encode())


def around(node: Node, before: str, after: str = ")") -> tuple[Edit, Edit]:
    """Put a text before a node and one after it, so that edits inside of it stay possible."""
    return inserted(node.start_byte, before), inserted(node.end_byte, after)


def between(first: Node, last: Node, before: str, middle: tuple[int, int, str]) -> tuple[Edit, Edit, Edit]:
    """Make two neighbours the arguments of a call: ``middle`` is what comes in place of the text between them."""
    start, end, text = middle
    return inserted(first.start_byte, before), Edit(start, end, text.encode()), inserted(last.end_byte, ")")
