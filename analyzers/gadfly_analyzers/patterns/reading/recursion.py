"""Where a function calls itself."""

from __future__ import annotations

from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.reading.blocks import home_of


@lru_cache(maxsize=16)  # patterns ask about the same function, one after the other
def self_calls(function: Node) -> tuple[Node, ...]:
    """List a function's calls of itself, also `self.name(…)` and of a part, as in `self.left.name(…)`."""
    name = text_of(function.child_by_field_name("name"))
    if not name or (function.text or b"").count(f"{name}(".encode()) < 2:  # once where it is defined
        return ()
    method = is_method(function)
    calls = nodes_of(function, ("call",))
    named = (call for call in calls if _is_of(call.child_by_field_name("function"), name, method))
    return tuple(call for call in named if home_of(call) == function)


def is_method(function: Node) -> bool:
    """Tell whether a function stands in a class."""
    around = function.parent
    if around is not None and around.type == "decorated_definition":
        around = around.parent
    return around is not None and around.parent is not None and around.parent.type == "class_definition"


def _is_of(called: Node | None, name: str, method: bool) -> bool:
    if called is None:
        return False
    if not method or called.type != "attribute":
        return text_of(called) == name and not method
    return text_of(called.child_by_field_name("attribute")) == name and not _is_of_parent(called)


def _is_of_parent(called: Node) -> bool:
    """Tell whether a call goes to the class above, as in `super().name()`."""
    return text_of(called.child_by_field_name("object")).startswith("super")
