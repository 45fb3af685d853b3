"""A function that is named and not called.

## What you see
A function's own name stands where its result is meant: compared, printed, added, tested.
## Why it matters
A function is a thing of its own, like a number or a text.
Its name alone stands for that thing; the body runs only when it is called.
## Example
```python
def is_even(number):
    return number % 2 == 0

def count_even(numbers):
    count = 0
    for number in numbers:
        if is_even:
            count += 1
    return count
```
`count_even([1, 3])` gives 2: a function counts as true.
## Think about
What stands for the function, and what for the answer that it gives?
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import called, home_of
from gadfly_analyzers.patterns.reading.names import is_target, places
from gadfly_analyzers.patterns.reading.namespaces import Scope, scope_node_of, scopes_of
from gadfly_analyzers.patterns.reading.words import words
from gadfly_analyzers.source import Source

RULE = "uncalled-function"
MISCONCEPTION = "call-without-parentheses"
_UNCALLED = re.compile(rb"(?<!\w)([A-Za-z_]\w*)\b(?!\s*\()")
_UNCALLED_METHOD = re.compile(rb"\.([A-Za-z_]\w*)\b(?!\s*\()")
_GIVEN = re.compile(rb"\.([A-Za-z_]\w*)\s*(?::[^=\n]*)?=(?!=)")
_OF_PYTHON = ("input",)
_METHODS = words(
    "append capitalize copy endswith islower isalpha isalnum isdigit isnumeric isspace isupper items join keys",
    "lower lstrip pop reverse rstrip sort split startswith strip swapcase title upper values",
)
_TAKERS = ("print", "len", "str", "int", "float", "sum", "max", "min", "range", "round", "abs", "list", "sorted", "set")
_JOINING = ("boolean_operator", "parenthesized_expression")
_WORKED_ON = ("binary_operator", "interpolation", "not_operator", "unary_operator")
_ORDERING = ("==", "!=", "<", "<=", ">", ">=")


def find(source: Source) -> Iterator[Finding]:
    """Ask what a function's name stands for, where its answer seems to be meant."""
    scopes = scopes_of(source)
    named = {name.decode() for name in set(_UNCALLED.findall(source.data))}
    for scope in scopes:
        if scope.kind != "class":
            for name in sorted(named & _functions_of(scope)):
                yield from _of_function(scope, name)
    yield from _of_methods(source, scopes)


def _functions_of(scope: Scope) -> set[str]:
    """List the names that stand for one function each, and for nothing else."""
    own = {
        name
        for name, symbol in scope.symbols.items()
        if symbol.is_namespace() and all(each.get_type() == "function" for each in symbol.get_namespaces())
    }
    return own | {name for name in _OF_PYTHON if scope.outer is None and name not in scope.bound}


def _of_function(scope: Scope, name: str) -> Iterator[Finding]:
    for place in places(scope.node, name):
        if _is_worked_with(place) and not _is_another(place, name, scope):
            yield ask(RULE, place, f"Does `{name}` run here, or is it only named?")


def _is_another(place: Node, name: str, scope: Scope) -> bool:
    """Tell whether the name stands for something else in the function where it is read."""
    node = scope_node_of(place)
    while node != scope.node and node.parent is not None:
        if any(is_target(each) or _is_parameter(each) for each in places(node, name)):
            return True
        node = scope_node_of(node)
    return False


def _is_parameter(place: Node) -> bool:
    outer = place.parent
    while outer is not None and outer.type.endswith(("parameter", "splat_pattern")):
        outer = outer.parent
    return outer is not None and outer.type in ("parameters", "lambda_parameters", "for_statement", "for_in_clause")


def _of_methods(source: Source, scopes: tuple[Scope, ...]) -> Iterator[Finding]:
    classes = [scope for scope in scopes if scope.kind == "class"]
    own = {name for scope in classes for name in _plain_methods(scope)}
    named = {name.decode() for name in set(_UNCALLED_METHOD.findall(source.data))} & (own | _METHODS)
    named -= {name.decode() for name in set(_GIVEN.findall(source.data))}
    named = named.difference(*(scope.variables for scope in classes))
    if not named:
        return
    for place in source.nodes("attribute"):
        name = text_of(place.child_by_field_name("attribute"))
        if name in named and (_is_worked_with(place) or (_is_in_function(place) and _is_kept(place))):
            yield ask(RULE, place, f"Does `{name}` run here, or is it only named?")


def _plain_methods(scope: Scope) -> set[str]:
    """List the methods of a class without decorators: a decorator can make something else of a method."""
    body = scope.node.child_by_field_name("body")
    statements = body.named_children if body is not None else []
    return {text_of(each.child_by_field_name("name")) for each in statements if each.type == "function_definition"}


def _is_worked_with(place: Node) -> bool:
    """Tell whether a name or attribute stands where only the answer of a call makes sense."""
    outer = place.parent
    while outer is not None and outer.type == "parenthesized_expression":
        place, outer = outer, outer.parent
    if outer is None:
        return False
    asks = _USES.get(outer.type)
    return outer.type in _WORKED_ON or (asks is not None and asks(outer, place))


def _is_compared(comparison: Node, _: Node) -> bool:
    return any(child.type in _ORDERING for child in comparison.children)


def _is_condition(statement: Node, place: Node) -> bool:
    return statement.child_by_field_name("condition") == place


def _is_tested(choice: Node, _: Node) -> bool:
    """Tell whether an `and` or `or` is asked for its truth; elsewhere it may choose between two functions."""
    while choice.parent is not None and choice.parent.type in _JOINING:
        choice = choice.parent
    outer = choice.parent
    return outer is not None and (outer.type == "not_operator" or _is_condition(outer, choice))


_USES: dict[str, Callable[[Node, Node], bool]] = {
    "argument_list": lambda given, _: called(given.parent) in _TAKERS,
    "assignment": lambda _, place: _is_kept(place) and _is_of_file(place),
    "augmented_assignment": lambda step, place: step.child_by_field_name("right") == place,
    "boolean_operator": _is_tested,
    "comparison_operator": _is_compared,
    "conditional_expression": lambda choice, place: choice.named_children[1] == place,
    "elif_clause": _is_condition,
    "for_statement": lambda loop, place: loop.child_by_field_name("right") == place,
    "if_statement": _is_condition,
    "return_statement": lambda _, place: _is_of_file(place),
    "subscript": lambda part, place: part.child_by_field_name("value") == place,
    "while_statement": _is_condition,
}


def _is_of_file(place: Node) -> bool:
    """Tell whether a name is one of a function that is not made in the function where the name stands."""
    name, home = text_of(place), home_of(place)
    if place.type != "identifier" or home.type == "module":
        return name in _OF_PYTHON
    made = {text_of(each.child_by_field_name("name")) for each in nodes_of(home, ("function_definition",))}
    return name not in made


def _is_in_function(place: Node) -> bool:
    """Tell whether a place is in a function: a file or class often gives methods a second name."""
    return home_of(place).type == "function_definition" or text_of(place.child_by_field_name("attribute")) in _METHODS


def _is_kept(place: Node) -> bool:
    """Tell whether a name gets, or a `return` gives, what is named, and nobody calls that name."""
    outer = place.parent
    if outer is None or outer.type == "return_statement":
        return outer is not None
    if outer.type != "assignment" or outer.child_by_field_name("right") != place:
        return False
    name = outer.child_by_field_name("left")
    if name is None or name.type != "identifier":
        return False
    return not any(called(each.parent) == text_of(name) for each in places(home_of(place), text_of(name)))
