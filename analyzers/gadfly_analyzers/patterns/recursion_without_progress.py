"""A function that calls itself with the same thing again.

## What you see
The inner call gets just what the outer call got, or something further from the end.
## Why it matters
A chain of calls stops only if each call is a step closer to the case without an inner call.
If no step is made, Python gives up with `RecursionError`.
## Example
```python
def total(numbers):
    if not numbers:
        return 0
    return numbers[0] + total(numbers)
```
`total([1, 2])` never comes to an end by itself.
## Think about
What does the first call get, what does the second get, and the third?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import arguments_of, called, parameter_names
from gadfly_analyzers.patterns.reading.recursion import is_method, self_calls
from gadfly_analyzers.patterns.reading.scopes import names_bound_in

RULE = "recursion-without-progress"
MISCONCEPTION = "recursion-stops-by-itself"
QUERY = "(function_definition) @here"
# What a call gets from outside is different each time.
_OUTSIDE = re.compile(r"\b(input|next|random|randint|choice|shuffle|read\w*|recv|popleft|pop|get)\(|\bglobal ")
_WHOLE = re.compile(r"(\w+)(\[0?:\]| ?[-+] ?0|\.copy\(\))?$|list\((\w+)\)$")
_CHANGING = re.compile(r"\.(append|extend|insert|pop|remove|clear|add|discard|update|popitem|sort|reverse)$")
_FURTHER = re.compile(r"(\w+) ?\+ ?[1-9]\d*$")


def find(node: Node) -> Iterator[Finding]:
    """Ask what is different in the inner call."""
    calls = self_calls(node)
    if not calls or _OUTSIDE.search(text_of(node)):
        return
    names, changed = parameter_names(node), _changed_in(node)
    own_object = names.pop(0) if is_method(node) and names else ""
    if own_object in changed:
        return
    steady = set(names) - changed
    deciding = _deciding(node).intersection(names) or set(names)
    for call in calls:
        arguments = _arguments(call, names)
        if not arguments or _is_caught(call) or not _is_of_same(call, own_object):
            continue
        if deciding <= steady and all(_same(arguments.get(name, "")) == name for name in deciding):
            yield ask(RULE, call, "What is new in this inner call?")
        elif any(_goes_away(node, name, text) for name, text in arguments.items() if name in steady):
            yield ask(RULE, call, "Does each inner call come closer to where the calls stop?")


def _deciding(function: Node) -> set[str]:
    """Give the names that conditions and loops depend on, also by way of other names."""
    fields = ("condition", "right") if nodes_of(function, ("for_statement",)) else ("condition",)
    found: set[str] = set()
    for each in nodes_of(function, ("if_statement", "elif_clause", "while_statement", "for_statement")):
        parts = (each.child_by_field_name(field) for field in fields)
        found.update(name for part in parts if part is not None for name in _names_in(part))
    for each in nodes_of(function, ("conditional_expression", "boolean_operator")):
        found.update(_names_in(each))
    for _ in range(2):  # a name may depend on another by way of a third
        for each in nodes_of(function, ("assignment", "for_statement")):
            left, right = each.child_by_field_name("left"), each.child_by_field_name("right")
            if left is not None and right is not None and found.intersection(_names_in(left)):
                found.update(_names_in(right))
    return found


def _names_in(node: Node) -> set[str]:
    return {text_of(each) for each in nodes_of(node, ("identifier",))}


def _arguments(call: Node, names: list[str]) -> dict[str, str]:
    """Match the texts of the arguments with the names of the parameters; none if that cannot be told."""
    found: dict[str, str] = {}
    for position, argument in enumerate(arguments_of(call)):
        if argument.type == "keyword_argument":
            found[text_of(argument.child_by_field_name("name"))] = text_of(argument.child_by_field_name("value"))
        elif position < len(names) and not argument.type.endswith("splat"):
            found[names[position]] = text_of(argument)
        else:
            return {}
    return found


def _same(text: str) -> str:
    """Give the name whose value a text hands on as it is."""
    found = _WHOLE.match(text)
    return (found[1] or found[3]) if found else ""


def _goes_away(function: Node, name: str, text: str) -> bool:
    """Tell whether a number grows where the function stops at a small one."""
    found = _FURTHER.match(text)
    if found is None or found[1] != name:
        return False
    tests = [text_of(each) for each in nodes_of(function, ("comparison_operator",)) if name in text_of(each)]
    stop = re.compile(rf"{re.escape(name)} ?(==|<=|<) ?[01]$")
    return bool(tests) and all(stop.match(each) for each in tests)


def _changed_in(function: Node) -> set[str]:
    """Give the names that a function binds, or changes by a method or a part of them."""
    body = function.child_by_field_name("body")
    if body is None:
        return set()
    changed = set(names_bound_in(body))
    for each in nodes_of(body, ("assignment", "augmented_assignment", "delete_statement", "call")):
        target = each.child_by_field_name("left") or each.child_by_field_name("function")
        if each.type == "delete_statement" and each.named_children:
            target = each.named_children[0]
        if target is None or (each.type == "call" and not _CHANGING.search(text_of(target))):
            continue
        if target.type in ("attribute", "subscript"):
            changed.add(re.split(r"[.\[]", text_of(target))[0])
    return changed


def _is_caught(call: Node) -> bool:
    """Tell whether this is another try after an error."""
    inner: Node | None = call
    while inner is not None and inner.type != "function_definition":
        if inner.type in ("except_clause", "while_statement"):
            return True
        inner = inner.parent
    return False


def _is_of_same(call: Node, own_object: str) -> bool:
    """Tell whether a method is called on its own object, and not on another as in `self.left.height()`."""
    return not own_object or called(call).rpartition(".")[0] == own_object
