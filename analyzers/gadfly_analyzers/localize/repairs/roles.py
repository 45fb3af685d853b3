"""What the names of a function seem to hold, told from how its text uses them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.blocks import LOOPS
from gadfly_analyzers.localize.repairs.site import Site

_NUMBERS = ("integer", "float", "unary_operator")
_LITERALS = {
    **dict.fromkeys(_NUMBERS, "number"),
    "list": "list",
    "list_comprehension": "list",
    "dictionary": "dict",
    "set": "set",
    "string": "text",
}
_MAKERS = {
    "len": "number",
    "int": "number",
    "sum": "number",
    "list": "list",
    "sorted": "list",
    "set": "set",
    "dict": "dict",
    "str": "text",
}
_METHODS = {
    **dict.fromkeys(("append", "extend", "insert", "sort", "reverse", "pop", "remove"), "list"),
    **dict.fromkeys(("add", "discard"), "set"),
    **dict.fromkeys(("items", "keys", "values", "get"), "dict"),
    **dict.fromkeys(("lower", "upper", "split", "strip", "isalpha", "isdigit", "replace"), "text"),
}
_ARITHMETIC = ("-", "/", "//", "**")  # a text may be added, multiplied and have a ``%``


@dataclass(frozen=True, slots=True)
class Roles:
    """Names by what they seem to hold; ``series`` can be gone through, indexed or measured."""

    numbers: tuple[str, ...]
    lists: tuple[str, ...]
    sets: tuple[str, ...]
    dicts: tuple[str, ...]
    texts: tuple[str, ...]
    series: tuple[str, ...]


@lru_cache(maxsize=4)
def roles(site: Site) -> Roles:
    """Guess what the names hold that can be used at a site."""
    found: dict[str, dict[str, None]] = {}
    for name, role in _signs(site.scope):
        found.setdefault(role, {})[name] = None
    known = set(site.names)

    def of(*sorts: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for sort in sorts for name in found.get(sort, ()) if name in known))

    return Roles(of("number"), of("list"), of("set"), of("dict"), of("text"), of("series", "list"))


def loop_names(site: Site) -> tuple[str, ...]:
    """Give the names that the loops around a site go through, innermost first."""
    names: dict[str, None] = {}
    node: Node | None = site.node
    while node is not None and node.type != "function_definition":
        if node.type == "for_statement":
            names.update(dict.fromkeys(names_in(node.child_by_field_name("left"))))
        node = node.parent
    return tuple(names)


def only_truths(site: Site) -> bool:
    """Tell whether a function answers a question: whatever it gives back is ``True`` or ``False``, written down."""
    given = [text_of(value) for each in nodes_of(site.scope, ("return_statement",)) for value in each.named_children]
    return {"True", "False"} == set(given)


def assigned_in(node: Node) -> set[str]:
    """Give the names that statements below a node assign."""
    bound = nodes_of(node, ("assignment", "augmented_assignment", "for_statement"))
    return {name for each in bound for name in names_in(each.child_by_field_name("left"))}


def names_in(node: Node | None) -> tuple[str, ...]:
    """Give the names in a node, without attributes and what calls call, in their order and each once."""
    found = [] if node is None else nodes_of(node, ("identifier",))
    return tuple(dict.fromkeys(text_of(each) for each in found if _is_value(each)))


def _is_value(identifier: Node) -> bool:
    parent = identifier.parent
    if parent is None:
        return True
    if parent.type == "attribute":
        return parent.child_by_field_name("object") == identifier
    field = {"call": "function", "keyword_argument": "name"}.get(parent.type)
    return field is None or parent.child_by_field_name(field) != identifier


def _signs(scope: Node) -> Iterator[tuple[str, str]]:
    for node in nodes_of(scope, ("assignment", "augmented_assignment", "call", "comparison_operator", *LOOPS[:1])):
        yield from _SIGNS[node.type](node)
    for node in nodes_of(scope, ("subscript",)):
        yield text_of(node.child_by_field_name("value")), "series"
        if (index := node.child_by_field_name("subscript")) is not None and index.type == "identifier":
            yield text_of(index), "number"
    for node in nodes_of(scope, ("augmented_assignment", "binary_operator")):
        yield from _of_arithmetic(node)


def _of_arithmetic(node: Node) -> Iterator[tuple[str, str]]:
    """Take for numbers what is subtracted, divided or raised to a power."""
    if text_of(node.child_by_field_name("operator")).removesuffix("=") in _ARITHMETIC:
        sides = (node.child_by_field_name(each) for each in ("left", "right"))
        yield from ((text_of(side), "number") for side in sides if side is not None and side.type == "identifier")


def _of_assignment(node: Node) -> Iterator[tuple[str, str]]:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    while right is not None and right.type == "assignment":
        right = right.child_by_field_name("right")
    if left is None or right is None:
        return
    many = left.type == "pattern_list" and left.named_child_count == right.named_child_count
    pairs = zip(left.named_children, right.named_children, strict=True) if many else [(left, right)]
    for target, value in pairs:
        role = _LITERALS.get(value.type) or (_MAKERS.get(text_of(value.child_by_field_name("function"))))
        if target.type == "identifier" and role is not None:
            yield text_of(target), role


def _of_call(node: Node) -> Iterator[tuple[str, str]]:
    function, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if function is not None and function.type == "attribute":
        role = _METHODS.get(text_of(function.child_by_field_name("attribute")))
        if role is not None:
            yield text_of(function.child_by_field_name("object")), role
    elif text_of(function) in ("len", "sum", "max", "min", "sorted", "enumerate") and arguments is not None:
        yield from ((text_of(each), "series") for each in arguments.named_children[:1])


def _of_comparison(node: Node) -> Iterator[tuple[str, str]]:
    sides = node.named_children
    if any(side.type in _NUMBERS for side in sides):
        yield from ((text_of(side), "number") for side in sides if side.type == "identifier")


def _of_loop(node: Node) -> Iterator[tuple[str, str]]:
    target, through = node.child_by_field_name("left"), node.child_by_field_name("right")
    if text_of(through).startswith("range("):
        yield text_of(target), "number"
    elif through is not None:
        yield text_of(through), "series"


_SIGNS = {
    "assignment": _of_assignment,
    "augmented_assignment": _of_assignment,
    "call": _of_call,
    "comparison_operator": _of_comparison,
    "for_statement": _of_loop,
}
