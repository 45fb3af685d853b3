"""Where a name stands in a part of a program: read, given a value, or changed in place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.reading.blocks import HOMES, statement_of

_PATTERNS = ("pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern")
_PARTS = ("attribute", "subscript")
_GIVING = ("assignment", "for_statement", "for_in_clause")
_IN_NAMES = {bytes([byte]) for byte in b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"}
_LONG = 4_096  # bytes
MOST_NESTED = 20  # blocks: Python reads no more of them
IN_PLACE = ("add", "append", "clear", "discard", "extend", "insert", "pop", "remove", "reverse", "sort", "update")


def places(node: Node, name: str, beside: Node | None = None) -> Iterator[Node]:
    """Visit where a variable of this name stands in a node, in the order of the text; ``beside`` is left out."""
    is_long = node.end_byte - node.start_byte > _LONG
    yield from _kept_places(node, name) if is_long and beside is None else _places(node, name, beside)


@lru_cache(maxsize=16)  # of a long function, hundreds of lines may ask about the same few names
def _kept_places(node: Node, name: str) -> tuple[Node, ...]:
    return tuple(_places(node, name, None))


def _places(node: Node, name: str, beside: Node | None) -> Iterator[Node]:
    text, wanted = node.text or b"", name.encode("utf-8", "surrogatepass")
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if beside is not None and beside.start_byte <= node.start_byte + start < beside.end_byte:
            start = text.find(wanted, beside.end_byte - node.start_byte)
            continue
        if text[start - 1 : start] not in _IN_NAMES and text[end : end + 1] not in _IN_NAMES:
            found = node.descendant_for_byte_range(node.start_byte + start, node.start_byte + end)
            if found is not None and found.type == "identifier" and _is_variable(found, len(wanted)):
                yield found
        start = text.find(wanted, end)


def _is_variable(found: Node, length: int) -> bool:
    return found.end_byte - found.start_byte == length and not is_label(found)


def is_label(identifier: Node) -> bool:
    """Tell whether an identifier is only the name of an attribute or of a keyword."""
    around = identifier.parent
    if around is None:
        return False
    if around.type == "attribute":
        return around.child_by_field_name("attribute") == identifier
    return around.type == "keyword_argument" and around.child_by_field_name("name") == identifier


def is_given(place: Node) -> bool:
    """Tell whether a name gets a new value here, so that the old one does not matter."""
    inner, around = place, place.parent
    while around is not None and around.type in _PATTERNS:
        inner, around = around, around.parent
    if around is None:
        return False
    if around.type in _GIVING:
        return around.child_by_field_name("left") == inner
    return around.type == "as_pattern_target" or (
        around.type == "named_expression" and around.child_by_field_name("name") == inner
    )


def is_target(place: Node) -> bool:
    """Tell whether a name gets a value from `=`, alone or in a row of names."""
    inner, around = place, place.parent
    while around is not None and around.type in _PATTERNS:
        inner, around = around, around.parent
    return around is not None and around.type == "assignment" and around.child_by_field_name("left") == inner


def is_augmented(place: Node) -> bool:
    """Tell whether a name stands on the left of `+=` or the like."""
    around = place.parent
    return around is not None and around.type == "augmented_assignment" and around.child_by_field_name("left") == place


def is_changed_in_place(place: Node) -> bool:
    """Tell whether the thing a name stands for is changed: by one of its methods, or by storing into it."""
    around = place.parent
    if around is None:
        return False
    if around.type == "subscript" and around.child_by_field_name("value") == place and _is_stored_into(around):
        return True
    inner = place
    while around is not None and around.type == "subscript" and around.child_by_field_name("value") == inner:
        inner, around = around, around.parent
    if around is None or around.type != "attribute":
        return False
    return text_of(around.child_by_field_name("attribute")) in IN_PLACE and _is_called_alone(around)


def names_in_target(left: Node | None) -> list[Node]:
    """List the names that an assignment or a `for` gives values to, by what stands on its left."""
    if left is None or left.type in _PARTS:
        return []
    return [each for each in nodes_of(left, ("identifier",)) if each == left or not _is_in_part(each)]


def _is_in_part(identifier: Node) -> bool:
    return identifier.parent is not None and identifier.parent.type in _PARTS


def is_mentioned(node: Node | None, name: str) -> bool:
    """Tell whether a name stands anywhere in a node."""
    return node is not None and next(places(node, name), None) is not None


def value_before(node: Node, name: str) -> Node | None:
    """Give what a name surely got before a statement, in its function; None if that is not plain."""
    statement, loops = statement_of(node), _loops_around(node)
    if len(loops) > MOST_NESTED:
        return None
    looked_through: Node | None = None  # the loop around, of which everything is known already
    while not is_outermost(statement):
        before = statement.prev_named_sibling
        if before is not None:
            given = _given_by(before, name)
            if given is not None:
                return given
            if is_touched(before, name):
                return None
            statement = before
            continue
        around = statement.parent.parent if statement.parent is not None else None
        if around is None or around.type == "function_definition":
            return None
        if around in loops:
            if is_touched(around, name, looked_through):
                return None  # An earlier pass may have given another value.
            looked_through = around
        statement = statement_of(around)
    return None


def _loops_around(node: Node) -> list[Node]:
    """List the loops around a node, the innermost first, up to one more than Python reads."""
    loops: list[Node] = []
    outer = node.parent
    while outer is not None and outer.type not in HOMES and len(loops) <= MOST_NESTED:
        if outer.type in ("for_statement", "while_statement"):
            loops.append(outer)
        outer = outer.parent
    return loops


def assignment_of(value: Node) -> Node:
    """Give the assignment that has nothing but a value on its right, or else the value."""
    around = value.parent
    return around if around is not None and around.type == "assignment" else value


def is_touched(node: Node, name: str, beside: Node | None = None) -> bool:
    """Tell whether a name gets another value anywhere in a node; ``beside`` is left out."""
    return any(is_given(place) or is_augmented(place) for place in places(node, name, beside))


def is_outermost(statement: Node) -> bool:
    """Tell whether a statement stands in the file or a class itself, so that a pattern may not look beside it."""
    block = statement.parent
    if block is None or block.type == "module":
        return True
    return block.parent is not None and block.parent.type == "class_definition"


def _given_by(statement: Node, name: str) -> Node | None:
    if statement.type != "expression_statement" or not statement.named_children:
        return None
    given: Node | None = statement.named_children[0]
    while given is not None and given.type == "assignment":
        left, right = given.child_by_field_name("left"), given.child_by_field_name("right")
        if left is None or right is None:
            return None
        for target, value in _pairs(left, right):
            if target.type == "identifier" and text_of(target) == name:
                return value
        given = right
    return None


def _pairs(left: Node, right: Node) -> list[tuple[Node, Node]]:
    if left.type in _PATTERNS and right.type in ("expression_list", "tuple"):
        return list(zip(left.named_children, right.named_children, strict=False))
    while right.type == "assignment" and (value := right.child_by_field_name("right")) is not None:
        right = value
    return [(left, right)]


def _is_called_alone(method: Node) -> bool:
    call = method.parent
    return (
        call is not None
        and call.type == "call"
        and call.parent is not None
        and call.parent.type in ("expression_statement", "assignment")
    )


def _is_stored_into(subscript: Node) -> bool:
    inner, around = subscript, subscript.parent
    while around is not None and (
        around.type in _PATTERNS or (around.type == "subscript" and around.child_by_field_name("value") == inner)
    ):
        inner, around = around, around.parent
    if around is None:
        return False
    if around.type in ("assignment", "augmented_assignment"):
        return around.child_by_field_name("left") == inner
    return around.type == "delete_statement"
