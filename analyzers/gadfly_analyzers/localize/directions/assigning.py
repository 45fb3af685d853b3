"""What the text of a statement says of the names to which it gives a value."""

from __future__ import annotations

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.directions.compared import Compared

_ASSIGNING = ("assignment", "augmented_assignment")


def targets(compared: Compared) -> list[str]:
    """The names that the statement gives a value."""
    return [
        text_of(name)
        for node in _assignments(compared)
        if (left := node.child_by_field_name("left"))
        for name in ([left] if left.type == "identifier" else nodes_of(left, ("identifier",)))
    ]


def _assignments(compared: Compared) -> list[Node]:
    node = compared.ours.node(compared.statement)
    if node is None or node.type != "expression_statement":
        return []
    return [child for child in node.named_children if child.type in _ASSIGNING]


def _right(compared: Compared) -> Node | None:
    """What stands on the right, or behind ``return``."""
    if compared.statement.kind == "return_statement":
        node = compared.ours.node(compared.statement)
        return node.named_children[0] if node and node.named_children else None
    found = [node.child_by_field_name("right") for node in _assignments(compared)]
    return found[0] if found else None


def is_name(compared: Compared) -> bool:
    """Whether it assigns or gives back what stands under a name, as it is."""
    right = _right(compared)
    return right is not None and right.type == "identifier"


def is_fixed(compared: Compared) -> bool:
    """Whether what is assigned holds no name."""
    right = _right(compared)
    if right is None or any(node.type == "augmented_assignment" for node in _assignments(compared)):
        return False
    return right.type != "identifier" and not nodes_of(right, ("identifier",))


def mentions_itself(compared: Compared, name: str) -> bool:
    """Whether the new value of a name is made with its old one."""
    right = _right(compared)
    own = [] if right is None else [right, *nodes_of(right, ("identifier",))]
    is_joined = any(node.type == "augmented_assignment" for node in _assignments(compared))
    return is_joined or not _assignments(compared) or name in map(text_of, own)


def joins_named(compared: Compared, name: str) -> bool:
    """Whether the new value of a name is made with its old one and with what stands under another name."""
    right = _right(compared)
    others = [] if right is None else [text_of(each) for each in (right, *nodes_of(right, ("identifier",)))]
    is_named = right is None or any(each.isidentifier() and each != name for each in others)
    return is_named and mentions_itself(compared, name)


def is_set_elsewhere(compared: Compared, name: str) -> bool:
    """Whether another statement of the function gives a name a value or changes what it stands for, too."""
    span = compared.statement.span
    for statement in compared.ours.source.statements():
        if statement.function != compared.statement.function or statement.span == span:
            continue
        node = compared.ours.node(statement) if statement.kind == "expression_statement" else None
        for inner in node.named_children if node else ():
            field = {"assignment": "left", "augmented_assignment": "left", "call": "function"}.get(inner.type, "")
            changed = inner.child_by_field_name(field) if field else None
            if changed is not None and _base(changed) == name:
                return True
    return False


def _base(node: Node) -> str:
    while node.type in ("attribute", "subscript") and node.named_children:
        node = node.named_children[0]
    return text_of(node)
