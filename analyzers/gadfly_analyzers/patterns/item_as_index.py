"""An item that is used as a place.

## What you see
A `for` loop visits the items of a list, and the loop's variable stands in the square brackets behind that list.
## Why it matters
`for` gives the items themselves, one after the other.
In square brackets Python takes such an item as a place, and finds another item there, or none.
## Example
```python
def total(prices):
    amount = 0
    for price in prices:
        amount += prices[price]
    return amount
```
`total([1, 2, 0])` gives 3 by luck, `total([3, 4, 5])` stops with an `IndexError`.
## Think about
What does the loop's variable hold in the first pass?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import arguments_of, called, function_around
from gadfly_analyzers.patterns.reading.loops import sum_of
from gadfly_analyzers.patterns.reading.names import places, value_before

RULE = "item-as-index"
MISCONCEPTION = "loop-variable-is-index"
_VISITED = "[(identifier) (attribute) (subscript)]"
QUERY = f"""
(for_statement left: (identifier) right: {_VISITED}) @here
(for_in_clause left: (identifier) right: {_VISITED}) @here
(for_statement left: (pattern_list (identifier) . (identifier) .) right: (call
  function: (identifier) @_name arguments: (argument_list . {_VISITED})) (#eq? @_name "enumerate")) @here
"""
_OF_PLACES = re.compile(r"[ijmpq]|idx|ind|index|indx|pos|position|place")
_OF_NUMBERS = re.compile(r"[nxyvae]|el|ele|elem|element|item|num|number|val|value|digit|price|score|char|ch|c|letter")
_LIST = re.compile(
    r"[a-z]?s|arr\w*|array|\w*li?st\w*|\w*num(ber)?s\d*|items|elements|values|vals|data|letters|\w*string|\w*text|words?"
    r"|seq\w*|sequence|array\w*|row|col|column|matrix|grid|names|digits|tup\w*|temperatures|temps|heights|ages"
)
_DICTIONARY = re.compile(
    r"\w*(dict|map|count|freq|memo|cache|lookup|table|tally|graph|inventory|stock|_by_|_of)\w*|d\d?"
)
_OF_DICTIONARIES = ("get", "items", "keys", "setdefault", "update", "values")
_OF_LISTS = ("append", "extend", "index", "insert", "reverse", "sort")
_LIST_VALUES = ("list", "list_comprehension", "tuple", "string")
_DICTIONARY_VALUES = ("dictionary", "dictionary_comprehension")


def find(node: Node) -> Iterator[Finding]:
    """Ask what the variable holds, if what is visited is no dictionary."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    around = node.parent if node.type == "for_in_clause" else node
    if left is None or right is None or around is None:
        return
    if right.type == "call":
        left, right = left.named_children[-1], arguments_of(right)[0]
    name, visited = text_of(left), text_of(right)
    scope = function_around(node) or around
    for place in places(around, name):
        subscript = _subscript_at(place)
        if subscript is not None and text_of(subscript.child_by_field_name("value")) == visited:
            if _is_list(visited, name, node, scope):
                yield ask(RULE, subscript, f"What does `{name}` hold: an item, or a place?")
            return


def _subscript_at(place: Node) -> Node | None:
    index, around = place, place.parent
    apart = sum_of(around)
    if around is not None and apart is not None and apart[0] == place:
        index, around = around, around.parent
    if around is None or around.type != "subscript" or around.child_by_field_name("subscript") != index:
        return None
    return around


def _is_list(visited: str, name: str, loop: Node, scope: Node) -> bool:
    """Weigh what tells a list from a dictionary: where it comes from, what is done with it, what it is called."""
    text = text_of(scope)
    if any(f"{visited}.{verb}(" in text for verb in _OF_DICTIONARIES) or _is_annotated(
        visited, text, "dict|Dict|Mapping"
    ):
        return False
    value = value_before(loop, visited) if visited.isidentifier() else None
    if value is not None and value.type in (*_LIST_VALUES, *_DICTIONARY_VALUES, "call"):
        return _makes_list(value)
    if _fills(visited, scope) or _DICTIONARY.fullmatch(visited):
        return False
    if _is_annotated(visited, text, "list|List|str|tuple|Sequence") or any(
        f"{visited}.{verb}(" in text for verb in _OF_LISTS
    ):
        return True
    plain = visited.rpartition(".")[2].lower()
    if _OF_PLACES.fullmatch(name) or plain in (f"{name}s", f"{name}es") or name == plain[0]:
        return True
    return (
        f"{visited}[0]" in text
        or _LIST.fullmatch(plain) is not None
        or (_OF_NUMBERS.fullmatch(name) is not None and not _is_plural_of_key(plain))
    )


def _makes_list(value: Node) -> bool:
    if value.type == "call":
        return called(value) in ("list", "sorted", "str", "input", "tuple")
    return value.type in _LIST_VALUES and not _holds_places(value)


def _is_annotated(visited: str, text: str, kinds: str) -> bool:
    return re.search(rf"\b{re.escape(visited)}\s*:\s*(typing\.)?({kinds})\b", text) is not None


def _is_plural_of_key(plain: str) -> bool:
    return plain.endswith(("prices", "scores", "grades", "keys"))


def _fills(visited: str, scope: Node) -> bool:
    """Tell whether something that is no place is stored under a name or a text, as only a dictionary can."""
    return any(f"{visited}[{quote}" in text_of(scope) for quote in "'\"")


def _holds_places(value: Node) -> bool:
    """Tell whether a list holds numbers from 0 on, each of which is a place in it."""
    items = [text_of(each) for each in value.named_children]
    return value.type != "string" and sorted(items) == [str(number) for number in range(len(items))] and bool(items)
