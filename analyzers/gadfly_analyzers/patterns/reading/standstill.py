"""Whether a `while` loop can change what its condition asks about."""

from __future__ import annotations

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.reading.blocks import called, following, function_around
from gadfly_analyzers.patterns.reading.loops import LEAVING_LOOPS
from gadfly_analyzers.patterns.reading.names import is_augmented, is_given, is_label, is_mentioned, is_outermost, places

_WAITING = ("yield", "await", "assert_statement", "try_statement")
# Calls that change nothing in the program, and end no loop.
CALM = frozenset(
    {"abs", "bool", "chr", "dict", "enumerate", "float", "int", "len", "list", "max", "min", "ord", "print", "range"}
    | {"round", "set", "sorted", "str", "sum", "tuple", "zip", "input"}
)
_ENDING_CALLS = ("exit", "quit", "sys.exit", "os._exit")


def names_asked_about(loop: Node) -> list[str]:
    """List the names in a loop's condition, without functions and what belongs to them."""
    condition = loop.child_by_field_name("condition")
    return [] if condition is None else _names_in(condition)


def _names_in(condition: Node) -> list[str]:
    found = [condition] if condition.type == "identifier" else nodes_of(condition, ("identifier",))
    names = [text_of(each) for each in found if not _is_function_or_label(each)]
    return list(dict.fromkeys(names))


def stands_still(loop: Node) -> bool:
    """Tell whether nothing in a loop can change the answer of its condition, or end it otherwise."""
    condition, body = loop.child_by_field_name("condition"), loop.child_by_field_name("body")
    names = names_asked_about(loop)
    if condition is None or body is None or not names or not _asks_the_same(condition):
        return False
    if nodes_of(body, _WAITING) or any(_may_be_reached(each, body) for each in nodes_of(body, LEAVING_LOOPS)):
        return False
    if nodes_of(condition, ("attribute",)) or condition.type == "attribute":
        return _attributes_stay(condition, body)
    calls = nodes_of(body, ("call",))
    callees = [called(call) for call in calls]
    if any(name in _ENDING_CALLS for name in callees) or not _is_of_this_function(loop, names, callees):
        return False
    return not any(
        may_change(place)
        and not (_is_asked_for_length(name, condition) and _is_stored_at_place(place))
        and not _gets_the_same(place, body)
        for name in names
        for place in places(body, name)
    )


def _gets_the_same(place: Node, body: Node) -> bool:
    """Tell whether a name gets what is worked out from things that stay, so that later passes change nothing."""
    around = place.parent
    value = around.child_by_field_name("right") if around is not None and around.type == "assignment" else None
    if value is None or not is_given(place) or value.type not in ("binary_operator", "unary_operator"):
        return False
    return _asks_the_same(value) and not any(_is_new(name, body) for name in _names_in(value))


def _is_asked_for_length(name: str, condition: Node) -> bool:
    return all(place.parent is not None and text_of(place.parent) == f"({name})" for place in places(condition, name))


def _is_stored_at_place(place: Node) -> bool:
    """Tell whether an item is put in the place of another, so that the length stays."""
    around = place.parent
    if around is None or around.type != "subscript" or around.parent is None or nodes_of(around, ("slice",)):
        return False
    return around.parent.type in ("assignment", "augmented_assignment")


def may_be_left(loop: Node) -> bool:
    """Tell whether a loop with a condition that is always true has a way out, or is there to wait or to serve."""
    body = loop.child_by_field_name("body")
    if body is None or nodes_of(body, (*LEAVING_LOOPS, *_WAITING)):
        return True
    return any(called(call) not in CALM for call in nodes_of(body, ("call",)))


def _may_be_reached(leaving: Node, body: Node) -> bool:
    """Tell whether a way out may be taken in a later pass, though it was not in the first."""
    inner, around = leaving, leaving.parent
    while around is not None and inner != body:
        if around.type in ("if_statement", "elif_clause") and around.child_by_field_name("consequence") == inner:
            asked = around.child_by_field_name("condition")
            return asked is None or not _asks_the_same(asked) or any(_is_new(each, body) for each in _names_in(asked))
        if around.type in ("else_clause", "except_clause", "for_statement", "while_statement"):
            return True
        inner, around = around, around.parent
    return True


def _is_new(name: str, body: Node, seen: tuple[str, ...] = ()) -> bool:
    """Tell whether a name may hold something else in a later pass; not if it is worked out from what stays."""
    for place in places(body, name):
        around = place.parent
        value = around.child_by_field_name("right") if around is not None and around.type == "assignment" else None
        if value is not None and is_given(place) and name not in seen and _asks_the_same(value):
            if any(_is_new(each, body, (*seen, name)) for each in _names_in(value)):
                return True
        elif may_change(place):
            return True
    return False


def _attributes_stay(condition: Node, body: Node) -> bool:
    """Tell whether a loop stores nothing in an attribute, and calls nothing that could."""
    if any(called(call) not in CALM for call in nodes_of(body, ("call",))):
        return False
    stored = [each.child_by_field_name("left") for each in nodes_of(body, ("assignment", "augmented_assignment"))]
    if any(left is not None and "." in text_of(left) for left in stored) or nodes_of(body, ("delete_statement",)):
        return False
    names = _names_in(condition)
    return not any(is_given(place) or is_augmented(place) for name in names for place in places(body, name))


def update_after(loop: Node) -> Node | None:
    """Give the statement right after a loop if it changes what the condition asks about."""
    if is_outermost(loop):
        return None
    after = following(loop)
    if after is None or after.type != "expression_statement" or not after.named_children:
        return None
    change = after.named_children[0]
    for name in names_asked_about(loop):
        for place in places(after, name):
            if is_augmented(place) or _is_changed_from_itself(place, change, name) or _may_shrink(place, change):
                return after
    return None


def _is_changed_from_itself(place: Node, change: Node, name: str) -> bool:
    if not is_given(place) or change.type != "assignment":
        return False
    right = change.child_by_field_name("right")
    return is_mentioned(right, name) or text_of(right).startswith(("input(", "int(input("))


def _may_shrink(place: Node, change: Node) -> bool:
    return change.type == "call" and place.parent is not None and place.parent.type == "attribute"


def _is_function_or_label(name: Node) -> bool:
    around = name.parent
    is_function = around is not None and around.type == "call" and around.child_by_field_name("function") == name
    return is_function or is_label(name)


def _asks_the_same(condition: Node) -> bool:
    """Tell whether the condition gives the same answer as long as its names hold the same."""
    calls = [condition] if condition.type == "call" else nodes_of(condition, ("call",))
    names = (called(call) for call in calls)
    return all(name in CALM and name != "input" for name in names) and not nodes_of(
        condition, ("named_expression", "await")
    )


def _is_of_this_function(loop: Node, names: list[str], callees: list[str]) -> bool:
    """Tell whether no other function can get at the names: they are given in this one, or nothing else is called."""
    if all(name in CALM or "." in name for name in callees):
        return not nodes_of(loop, ("attribute",)) or function_around(loop) is not None
    function = function_around(loop)
    if function is None or nodes_of(function, ("global_statement", "nonlocal_statement")):
        return False
    inner = [each for each in nodes_of(function, ("function_definition", "lambda")) if each != function]
    return not inner and all(_is_own(name, function) for name in names)


def _is_own(name: str, function: Node) -> bool:
    return any(
        is_given(place) or is_augmented(place) or (place.parent is not None and "parameter" in place.parent.type)
        for place in places(function, name)
    )


def may_change(place: Node) -> bool:
    """Tell whether a name, or the thing it stands for, may be something else after this place."""
    if is_given(place) or is_augmented(place):
        return True
    inner, around = place, place.parent
    while around is not None and around.type in ("attribute", "subscript") and around.named_children[0] == inner:
        inner, around = around, around.parent
    if around is None:
        return False
    if around.type in ("delete_statement", "global_statement", "nonlocal_statement"):
        return True
    if around.type in ("assignment", "augmented_assignment"):
        return inner != place and around.child_by_field_name("left") == inner
    if around.type == "call":
        return inner != place
    return _is_handed_on(inner, around)


def _is_handed_on(inner: Node, around: Node) -> bool:
    """Tell whether a function gets hold of the thing: it may change it, if it is not one that only looks."""
    if around.type in ("argument_list", "keyword_argument"):
        call = around.parent if around.type == "argument_list" else around.parent and around.parent.parent
        function = call.child_by_field_name("function") if call else None
        name = text_of(function)
        return (name not in CALM and not name.endswith(".append")) or inner.type == "keyword_argument"
    return around.type in ("list", "tuple", "dictionary", "assignment", "with_item", "for_statement")
