"""Whether an expression gives a number, a text or a list, as far as the program says so itself."""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import Enum
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.reading.blocks import around, called, file_of, function_around
from gadfly_analyzers.patterns.reading.names import is_mentioned, places


class Kind(Enum):
    """What an expression gives."""

    NUMBER = "number"
    TEXT = "text"
    LIST = "list"


_PLAIN = {
    "string": Kind.TEXT,
    "concatenated_string": Kind.TEXT,
    "integer": Kind.NUMBER,
    "float": Kind.NUMBER,
    "list": Kind.LIST,
    "list_comprehension": Kind.LIST,
}
_FUNCTIONS = {
    **dict.fromkeys(("len", "int", "float", "round", "abs", "ord", "pow", "sum"), Kind.NUMBER),
    **dict.fromkeys(("str", "input", "chr", "repr", "bin", "hex", "format"), Kind.TEXT),
    **dict.fromkeys(("list", "sorted"), Kind.LIST),
    **dict.fromkeys(("random.randint", "random.random", "randint", "time.time"), Kind.NUMBER),
}
_METHODS = {
    **dict.fromkeys(("count", "find", "index", "rfind"), Kind.NUMBER),
    **dict.fromkeys(("upper", "lower", "strip", "title", "capitalize", "replace", "join", "swapcase"), Kind.TEXT),
    **dict.fromkeys(("rstrip", "lstrip", "zfill", "ljust", "rjust", "center"), Kind.TEXT),
    **dict.fromkeys(("split", "splitlines"), Kind.LIST),
}
_HINTS = {"int": Kind.NUMBER, "float": Kind.NUMBER, "str": Kind.TEXT, "list": Kind.LIST}
_COUNTING = ("-", "/", "//", "**")
_DEEPEST = 6
_ITEMS_LOOKED_AT = 5
# The same names are asked for again and again in one program; what is kept of older ones is soon pushed out.
_REMEMBERED = 256
_PARAMETERS = ("typed_parameter", "typed_default_parameter", "default_parameter")
# What a name gets in these is not followed.
_OF_ANY_KIND = (
    "as_pattern_target",
    "class_definition",
    "dictionary_splat_pattern",
    "dotted_name",
    "function_definition",
    "global_statement",
    "import_statement",
    "list_splat_pattern",
    "named_expression",
    "nonlocal_statement",
    "pattern_list",
    "tuple_pattern",
)
# A name that stands elsewhere is only read.
_GIVING = frozenset((*_OF_ANY_KIND, *_PARAMETERS, "assignment", "for_statement", "parameters"))


def kind_of(node: Node | None, depth: int = _DEEPEST) -> Kind | None:
    """Give the kind of an expression, if it is certain."""
    if node is None or depth <= 0:
        return None
    if node.type in _PLAIN:
        return None if text_of(node)[:1] in "bB" else _PLAIN[node.type]
    read = _READERS.get(node.type)
    return None if read is None else read(node, depth - 1)


def kind_of_name(name: Node, depth: int = _DEEPEST) -> Kind | None:
    """Give the kind of a name, if all that it stands for in its function, or else in the file, is of one kind."""
    return _only(kinds_of_name(name, depth))


def kinds_of_name(name: Node, depth: int = _DEEPEST) -> frozenset[Kind | None]:
    """Give the kinds of all that a name stands for in its function, or else in the file."""
    home: Node | None = function_around(name)
    while home is not None:
        values = _values(home, text_of(name), depth)
        if values:
            return values
        home = function_around(home)
    return _values(file_of(name), text_of(name), depth)


@lru_cache(maxsize=_REMEMBERED)
def _values(home: Node, name: str, depth: int) -> frozenset[Kind | None]:
    """Give the kinds of all that a name stands for in a function, or at the top of the file."""
    found: set[Kind | None] = set()
    is_parameter = False
    for place in places(home, name):
        outer = place.parent
        if outer is not None and outer.type in _GIVING and _home(place) == home:
            is_parameter = is_parameter or outer.type == "parameters"
            found |= _bound_to(place, outer, depth)
    return frozenset(found or ({None} if is_parameter else ()))


def _home(place: Node) -> Node:
    """Give the function to which a name at its place belongs, or the file."""
    inner, outer = place, place.parent
    while outer is not None and outer.type != "module":
        if outer.type == "function_definition" and inner != outer.child_by_field_name("name"):
            return outer
        if outer.type in ("lambda", "class_definition", "for_in_clause"):
            return outer
        inner, outer = outer, outer.parent
    return inner if outer is None else outer


def _bound_to(place: Node, outer: Node, depth: int) -> set[Kind | None]:
    """Give the kind of what a name gets at its place; nothing where it is only read."""
    if outer.type in _OF_ANY_KIND:
        return {Kind.NUMBER if _is_counted(place, outer) else None}
    if outer.type in _PARAMETERS:
        return _of_parameter(place, outer, depth)
    if outer.child_by_field_name("left") != place:
        return set()
    value = outer.child_by_field_name("right")
    if outer.type == "for_statement":
        return {_of_item(value, depth)}
    if value is None or (value.type == "binary_operator" and is_mentioned(value, text_of(place))):
        return set()  # `x = x + 1` keeps the kind, or fails.
    return {kind_of(value, depth)} if outer.type == "assignment" else set()


def _is_counted(place: Node, outer: Node) -> bool:
    """Tell whether a name is the first of two in a loop over `enumerate`."""
    loop = outer.parent if outer.type == "pattern_list" and outer.named_children[0] == place else None
    return loop is not None and called(loop.child_by_field_name("right")) == "enumerate"


def _of_parameter(place: Node, outer: Node, depth: int) -> set[Kind | None]:
    value = outer.child_by_field_name("value")
    if value == place:
        return set()
    hint = text_of(outer.child_by_field_name("type"))
    if hint:
        return {_HINTS.get(hint)}
    return {kind_of(value, depth)}


def _of_item(visited: Node | None, depth: int) -> Kind | None:
    if called(visited) == "range":
        return Kind.NUMBER
    if visited is not None and visited.type in ("list", "tuple", "set"):
        kinds = {kind_of(item, depth - 1) for item in visited.named_children[:_ITEMS_LOOKED_AT]}
        return _only(kinds)
    splits = called(visited).endswith((".split", ".splitlines"))
    return Kind.TEXT if splits or kind_of(visited, depth) is Kind.TEXT else None


def _of_inner(node: Node, depth: int) -> Kind | None:
    return kind_of(node.named_children[0], depth) if node.named_children else None


def _of_choice(node: Node, depth: int) -> Kind | None:
    kinds = {kind_of(node.named_children[place], depth) for place in (0, -1)}
    return _only(kinds)


def _of_part(node: Node, depth: int) -> Kind | None:
    return Kind.TEXT if kind_of(node.child_by_field_name("value"), depth) is Kind.TEXT else None


def _of_attribute(node: Node, depth: int) -> Kind | None:
    """Give the kind of what an object has, if all that the class gives it is of one kind."""
    class_ = around(node, ("class_definition",), ())
    if class_ is None or not text_of(node).startswith("self."):
        return None
    return _only(_values_in_class(class_, text_of(node), depth))


@lru_cache(maxsize=_REMEMBERED)
def _values_in_class(class_: Node, name: str, depth: int) -> frozenset[Kind | None]:
    if f"{name} =".encode() not in (class_.text or b""):
        return frozenset()
    given = [each for each in nodes_of(class_, ("assignment",)) if text_of(each.child_by_field_name("left")) == name]
    return frozenset(kind_of(each.child_by_field_name("right"), depth) for each in given)


def _of_call(node: Node, depth: int) -> Kind | None:
    name = called(node)
    if name in _FUNCTIONS:
        return _FUNCTIONS[name]
    if name.startswith("math."):
        return Kind.NUMBER
    method = node.child_by_field_name("function")
    if method is not None and method.type == "identifier":
        return _of_own_function(node, name, depth)
    if method is None or method.type != "attribute":
        return None
    return _METHODS.get(text_of(method.child_by_field_name("attribute")))


def _of_own_function(call: Node, name: str, depth: int) -> Kind | None:
    """Give the kind of what a function at the top of the file returns."""
    return _only(_returned(file_of(call), name, depth - 2))


@lru_cache(maxsize=_REMEMBERED)
def _returned(root: Node, name: str, depth: int) -> frozenset[Kind | None]:
    if f"def {name}(".encode() not in (root.text or b""):
        return frozenset()
    found: set[Kind | None] = set()
    for function in root.named_children:
        if function.type == "function_definition" and text_of(function.child_by_field_name("name")) == name:
            returned = [each.named_children for each in nodes_of(function, ("return_statement",))]
            found |= {kind_of(values[0], depth) if values else None for values in returned}
    return frozenset(found)


def _only(kinds: Collection[Kind | None]) -> Kind | None:
    return next(iter(kinds)) if len(kinds) == 1 else None


def _of_operator(node: Node, depth: int) -> Kind | None:
    operator = node.child_by_field_name("operator")
    sign = operator.type if operator is not None else ""
    left, right = (kind_of(node.child_by_field_name(side), depth) for side in ("left", "right"))
    if sign in _COUNTING:
        return Kind.NUMBER if {left, right} <= {Kind.NUMBER, None} else None
    if sign == "%":
        return right if left is None and right is Kind.NUMBER else left
    if sign == "+" and right is None:
        return left
    if sign == "+":
        return right if left in (None, right) else None
    texts = sign == "*" and Kind.TEXT in (left, right)
    return Kind.TEXT if texts else Kind.NUMBER if sign == "*" and left is right is Kind.NUMBER else None


_READERS: dict[str, Callable[[Node, int], Kind | None]] = {
    "attribute": _of_attribute,
    "binary_operator": _of_operator,
    "call": _of_call,
    "conditional_expression": _of_choice,
    "identifier": kind_of_name,
    "parenthesized_expression": _of_inner,
    "subscript": _of_part,
    "unary_operator": _of_inner,
}
