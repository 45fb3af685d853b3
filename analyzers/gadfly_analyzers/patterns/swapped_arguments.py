"""Arguments in another order than the parameters.

## What you see
A call whose arguments have the names of the parameters, but not in their order.
## Why it matters
Python matches arguments by their place, and never looks at what they are called.
The first argument goes to the first parameter, whatever its name is.
## Example
```python
def share(total, people):
    return total / people


total = 12
people = 4
print(share(people, total))
```
This prints a third, not 3.
## Think about
Which parameter receives the first argument?
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import (
    arguments_of,
    around,
    called,
    function_around,
    home_of,
    parameter_names,
)
from gadfly_analyzers.patterns.reading.recursion import is_method
from gadfly_analyzers.source import Source

RULE = "swapped-arguments"
MISCONCEPTION = "arguments-match-by-name"
_LOW, _HIGH = (
    ("low", "lo", "lower", "start", "begin", "first", "minimum"),
    ("high", "hi", "upper", "end", "stop", "last"),
)
_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")
# What functions of Python's own take, by the names that people give it.
_BUILT_IN = {
    "range": (_LOW, _HIGH),
    "randint": (_LOW, _HIGH),
    "pow": (("base",), ("exponent", "exp", "power")),
    "replace": (("old",), ("new",)),
    "insert": (("index", "position", "pos"), ("item", "value", "element")),
}


def find(source: Source) -> Iterator[Finding]:
    """Ask which parameter gets which argument, where names say something else."""
    taken = _parameters(source)
    calls = [call for call in source.nodes("call") if (name := _name(call)) in taken or name in _BUILT_IN]
    turned = []
    for call in calls:
        name, arguments = _name(call), _arguments(call)
        swapped = _swapped(arguments, taken.get(name) or _built_in(name, len(arguments)))
        if swapped and not _is_inside(call, name):
            turned.append((call, name, arguments, swapped))
    # Who calls it both ways means it; where calls stand takes long to tell deep in a nest.
    seen = {_order(call, _arguments(call)) for call in calls if _name(call) in {name for _, name, _, _ in turned}}
    for call, name, arguments, swapped in turned:
        if _order(call, swapped) not in seen:
            place = next(
                place for place, (one, other) in enumerate(zip(arguments, swapped, strict=True)) if one != other
            )
            yield ask(RULE, call, f"Which value does `{name}` take {_PLACES[min(place, 5)]} here?")


def _name(call: Node) -> str:
    return called(call).rpartition(".")[2]


def _order(call: Node, arguments: list[str]) -> tuple[Node, str, tuple[str, ...]]:
    return home_of(call), _name(call), tuple(arguments)


def _parameters(source: Source) -> dict[str, list[tuple[str, ...]]]:
    """Give the parameters of each function whose name is defined once, without a method's object."""
    found: dict[str, list[tuple[str, ...]] | None] = {}
    for function in source.nodes("function_definition"):
        name = text_of(function.child_by_field_name("name"))
        names = parameter_names(function)
        if is_method(function):
            names = names[1:]
        if name == "__init__":
            class_ = around(function, ("class_definition",), ())
            name = text_of(class_.child_by_field_name("name")) if class_ is not None else ""
        found[name] = None if name in found else [(each,) for each in names]
    return {name: names for name, names in found.items() if names}


def _built_in(name: str, count: int) -> list[tuple[str, ...]]:
    return list(_BUILT_IN.get(name, ())) if count == 2 else []


def _arguments(call: Node) -> list[str]:
    """List the last parts of the names that a call hands over by place; others are left empty."""
    found = []
    for argument in arguments_of(call):
        if argument.type in ("keyword_argument", "list_splat", "dictionary_splat"):
            break
        found.append(text_of(argument).rpartition(".")[2] if argument.type in ("identifier", "attribute") else "")
    return found


def _is_inside(call: Node, name: str) -> bool:
    """Tell whether a function calls itself: there the order may turn on purpose."""
    function = function_around(call)
    return function is not None and text_of(function.child_by_field_name("name")) == name


def _swapped(arguments: list[str], parameters: list[tuple[str, ...]]) -> list[str] | None:
    """Give the arguments with two in each other's place, which are each called like the other's parameter."""
    pairs = list(zip(arguments, parameters, strict=False))
    for (here, (one, names)), (there, (other, others)) in combinations(enumerate(pairs), 2):
        if _fits(one, names) or _fits(other, others) or not other or not one:
            continue
        is_one_out = _rest_fits(pairs, here, there) and any(map(_is_telling, (*names, *others)))
        if (_fits(one, others) and (_fits(other, names) or is_one_out)) or (_fits(other, names) and is_one_out):
            straight = list(arguments)
            straight[here], straight[there] = other, one
            return straight
    return None


def _rest_fits(pairs: list[tuple[str, tuple[str, ...]]], here: int, there: int) -> bool:
    """Tell whether there are more arguments than two in question, and all of these are called like their parameters."""
    rest = [pair for place, pair in enumerate(pairs) if place not in (here, there)]
    return bool(rest) and all(_fits(*pair) for pair in rest)


def _is_telling(name: str) -> bool:
    return len(name) > 2


def _fits(argument: str, names: tuple[str, ...]) -> bool:
    """Tell whether an argument is called like a parameter, as `my_width` is like `width`."""
    return any(argument == name or (len(name) > 2 and argument.endswith(f"_{name}")) for name in names)
