"""How far an edit reaches: what of a program is asked about again at once, so that a key costs what the edit does.

A pattern may look at all of the statement that it is asked about. Of one that is too long for that at every key, only
what stands around the edit is asked about again; the rest stays as it was found, until the text is settled.
"""

from __future__ import annotations

from tree_sitter import Node

from gadfly_analyzers.findings import Span
from gadfly_analyzers.grammar import child_at

LONGEST = 16_384  # bytes of a statement that is asked about again as a whole: about four hundred lines


def is_long(span: Span) -> bool:
    """Tell whether a statement is asked about again only in parts."""
    return span.end - span.start > LONGEST


def around(root: Node, start: int, end: int) -> tuple[int, int]:
    """Widen a range to whole statements of the file or of a class in it, and to one more on each side.

    One more, for a statement can gain or lose its last lines by what is done to the next. Where a statement is long,
    what stands in it takes the place of statements.
    """
    parent, body = root, _class_body_at(root, start, end)
    while body is not None:
        parent, body = body, _class_body_at(body, start, end)
    return min(start, _beginning(parent, start)), max(end, _ending(parent, end))


def _beginning(parent: Node, start: int) -> int:
    first = child_at(parent, start)
    while first is not None and _is_long(first) and first.start_byte < start and first.child_count:
        parent, first = first, child_at(first, start)
    before = first.prev_sibling if first is not None else None
    if first is None or before is None:
        return parent.start_byte
    return first.start_byte if _is_long(before) else before.start_byte


def _ending(parent: Node, end: int) -> int:
    last = child_at(parent, end)
    while last is not None and _is_long(last) and last.start_byte < end and last.child_count:
        parent, last = last, child_at(last, end)
    if last is None or _is_long(last):
        return parent.end_byte if last is None else last.start_byte
    after = last.next_sibling
    if after is None:
        return parent.end_byte
    return last.end_byte if _is_long(after) else after.end_byte


def _is_long(node: Node) -> bool:
    return is_long(Span(node.start_byte, node.end_byte))


def _class_body_at(parent: Node, start: int, end: int) -> Node | None:
    """Give the body of the class below a node that has a whole range within it."""
    child = child_at(parent, start)
    if child is not None and child.type == "decorated_definition":
        child = child.child_by_field_name("definition")
    body = child.child_by_field_name("body") if child is not None and child.type == "class_definition" else None
    return body if body is not None and body.start_byte < start and end < body.end_byte else None
