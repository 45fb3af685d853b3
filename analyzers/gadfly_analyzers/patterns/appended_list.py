"""A list that goes into another as one item.

## What you see
`append` gets a list, where the items of that list are wanted.
## Why it matters
`append` puts in exactly one item, whatever it is.
A list that goes in that way stays a list inside the list.
## Example
```python
def flatten(rows):
    result = []
    for row in rows:
        result.append(row)
    return result
```
`flatten([[1, 2], [3]])` gives `[[1, 2], [3]]`.
## Think about
How many items does the list have before this line, and how many after it?
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask, quoted
from gadfly_analyzers.patterns.reading.blocks import (
    arguments_of,
    called,
    function_around,
    parameter_names,
    statements_in,
)
from gadfly_analyzers.patterns.reading.loops import loops_around, targets_of
from gadfly_analyzers.patterns.reading.scopes import bound_to, own

RULE = "appended-list"
MISCONCEPTION = "append-extends"
QUERY = """
(expression_statement . (call
  function: (attribute attribute: (identifier) @_verb)
  arguments: (argument_list . [(identifier) (attribute) (call) (subscript) (list) (list_comprehension)] .)
  (#eq? @_verb "append")) @here .)
"""
_JOINING = re.compile(
    r"flat|merge|combin|concat|join|union|extend|append_all|add_all|add_\w+s$|interleave|chain|unnest"
)
_OF_ROWS = re.compile(
    r"(^|_)(rows|lists|matrix|grid|nested|groups|sub\w*s|chunks|lists_of_lists|lol)\d?$|_lists?$|^lst_of"
)
_SPLITTING = re.compile("word|token|split|letter|char")
_FLATTENING = re.compile("flat|unnest|chain")
_OF_SINGLES = re.compile(r"(^|_)(words|tokens|letters|chars|characters|digits|all\w*|flat\w*|merged|combined|joined)$")
_MAKING_LISTS = re.compile(r"\.(split|splitlines|readlines|keys|values)\([^()]*\)$|^(list|sorted)\(")
_ROWS = re.compile(r"(^|_)(row|rows|list|lists|sub\w*|inner|group|chunk|part|other|lst|nested|line)\d?$|list$|^l\d$")


def find(node: Node) -> Iterator[Finding]:
    """Ask how many items come in, where what goes in seems to be a list of them."""
    function = function_around(node)
    method, arguments = node.child_by_field_name("function"), arguments_of(node)
    if function is None or method is None or not arguments:
        return
    target, item = text_of(method.child_by_field_name("object")), arguments[0]
    if _is_many(_Appending(node, function, target, item)) and not _is_of_lists(function, target):
        yield ask(RULE, node, f"How many items longer is {quoted(target)} after this line?")


class _Appending(NamedTuple):
    """A call of `append` in a function: to what, and of what."""

    node: Node
    function: Node
    target: str
    item: Node

    @property
    def name(self) -> str:
        return text_of(self.function.child_by_field_name("name"))

    @property
    def is_for_singles(self) -> bool:
        """Whether names say that single items are wanted, not lists of them."""
        return bool(_OF_SINGLES.search(self.target) or _JOINING.search(self.name))


def _is_many(call: _Appending) -> bool:
    item = call.item
    if _starts_flat(call.function, call.target) and (
        item.type.startswith("list") or _is_bound_to_list(call.function, item)
    ):
        return True
    return _SORTS[item.type](call)


def _is_many_by_name(call: _Appending) -> bool:
    if _is_plain_copy(call.item, call.node):
        return True
    text = text_of(call.item)
    return call.is_for_singles and (
        _ROWS.search(text) is not None
        or _is_bound_to_list(call.function, call.item)
        or _is_list(call.function, text, call.node)
    )


def _is_many_by_call(call: _Appending) -> bool:
    """Tell whether a call makes a list, by what it calls or because the function calls itself and gives lists."""
    if called(call.item).rpartition(".")[2] == call.name:
        return _is_given_back(call.function, call.target)
    is_for_parts = call.is_for_singles or _SPLITTING.search(call.name) is not None
    return is_for_parts and _MAKING_LISTS.search(text_of(call.item)) is not None


def _is_many_by_part(call: _Appending) -> bool:
    series = text_of(call.item.child_by_field_name("value"))
    if _FLATTENING.search(call.name) and series.isidentifier() and len(list(loops_around(call.node))) == 1:
        return True
    return _is_rest(call.item) and _gets_one_of(call.function, call.target, series)


def _is_one_in_a_list(call: _Appending) -> bool:
    return call.item.named_child_count == 1 and next(loops_around(call.node), None) is not None


_SORTS: dict[str, Callable[[_Appending], bool]] = {
    "identifier": _is_many_by_name,
    "attribute": _is_many_by_name,
    "call": _is_many_by_call,
    "subscript": _is_many_by_part,
    "list": _is_one_in_a_list,
    "list_comprehension": lambda call: call.is_for_singles,
}


def _is_plain_copy(item: Node, node: Node) -> bool:
    """Tell whether a loop does nothing but put in each item of what is named as a list of lists."""
    loop = next(loops_around(node), None)
    if loop is None or text_of(item) not in targets_of(loop):
        return False
    visited = text_of(loop.child_by_field_name("right"))
    return _OF_ROWS.search(visited) is not None and len(statements_in(loop)) == 1


def _starts_flat(function: Node, target: str) -> bool:
    """Tell whether a list starts with items that are no lists."""
    if not re.search(rf"{re.escape(target)}\s*=\s*\[\s*[\"'\d]", text_of(function)):
        return False
    starts = [
        value.named_children[0] for value in bound_to(function, target) if value.type == "list" and value.named_children
    ]
    return bool(starts) and all(start.type in ("string", "integer", "float") for start in starts)


def _is_bound_to_list(function: Node, item: Node) -> bool:
    values = bound_to(function, text_of(item))
    return bool(values) and all(
        value.type in ("list", "list_comprehension") or _MAKING_LISTS.search(text_of(value)) for value in values
    )


def _is_list(function: Node, text: str, node: Node) -> bool:
    """Tell whether a name seems to hold a list: a parameter, or a row of one, that is not taken apart here."""
    if text in parameter_names(function):
        return _ROWS.search(text) is not None or len(parameter_names(function)) > 1
    loops = list(loops_around(node))
    if not _FLATTENING.search(text_of(function.child_by_field_name("name"))):
        return False
    if not loops or text not in targets_of(loops[0]) or loops[0].type != "for_statement":
        return False
    if f"isinstance({text}" in text_of(function) or f"type({text})" in text_of(function):
        return False
    # In a loop within a loop the inner one visits single items already.
    return len(loops) == 1


def _is_rest(item: Node) -> bool:
    """Tell whether this is all that is left of a list, as in `left[i:]`."""
    part = item.child_by_field_name("subscript")
    return part is not None and part.type == "slice" and text_of(part).rstrip().endswith(":") and len(text_of(part)) > 1


def _gets_one_of(function: Node, target: str, series: str) -> bool:
    one = rf"{re.escape(target)}\.append\({re.escape(series)}(\[[^:\]]+\]|\.pop\([^)]*\))\)"
    return re.search(one, text_of(function)) is not None


def _is_given_back(function: Node, target: str) -> bool:
    return any(text_of(each).split()[1:] == [target] for each in own(function, ("return_statement",)))


def _is_of_lists(function: Node, target: str) -> bool:
    """Tell whether items of the list are treated as lists."""
    parts = nodes_of(function, ("subscript",))
    deeper = (text_of(each.child_by_field_name("value")) for each in parts if each.parent is not None)
    inner = (each for each in parts if text_of(each.child_by_field_name("value")) == target)
    return any(each.startswith(f"{target}[") for each in deeper) or any(
        each.parent is not None and each.parent.type == "attribute" for each in inner
    )
