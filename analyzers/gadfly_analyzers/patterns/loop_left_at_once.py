"""A loop that is left in its first pass.

## What you see
A `return` or `break` at the end of a loop's body, which every pass comes to.
## Why it matters
`return` leaves the whole function at once, `break` leaves the loop.
So the loop makes one pass, and the later items are never looked at.
## Example
```python
def total(prices):
    amount = 0
    for price in prices:
        amount += price
        return amount
```
`total([3, 4, 5])` gives 3.
## Think about
How many passes has the loop made when Python comes to the last line of its body?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import following, owner_of
from gadfly_analyzers.patterns.reading.loops import LOOPS, exits_of, targets_of
from gadfly_analyzers.patterns.reading.names import is_augmented, is_changed_in_place, places

RULE = "loop-left-at-once"
MISCONCEPTION = "return-does-not-leave"
QUERY = "(block [(return_statement) (break_statement)] @here)"


def find(node: Node) -> Iterator[Finding]:
    """Ask how many passes there are before the loop is left."""
    block, around = node.parent, owner_of(node)
    if block is None or around is None or following(node) is not None:
        return
    if around.type in LOOPS:
        is_early = not _may_go_on(around) and not _takes_the_first(node, around)
    else:
        is_early = _is_chosen_in_loop(around) and _gives_what_still_grows(node, block)
    if is_early:
        yield ask(RULE, node, "How many passes has the loop made when Python comes here?")


def _may_go_on(loop: Node) -> bool:
    """Tell whether some passes do not come to the end of the body; or whether the loop is there to try again."""
    if text_of(loop.child_by_field_name("condition")) in ("True", "1"):
        return True
    return bool(exits_of(loop, ("continue_statement",)) or nodes_of(loop, ("yield",)))


def _takes_the_first(node: Node, loop: Node) -> bool:
    """Tell whether the loop only serves to get the first item."""
    block = node.parent
    if block is None or block.named_child_count > 1:
        return False
    return node.type == "break_statement" or text_of(node.named_children[0] if node.named_children else None) in (
        targets_of(loop) or [""]
    )


def _is_chosen_in_loop(branch: Node) -> bool:
    """Tell whether a block belongs to an `if` that stands in the body of a loop."""
    loop = owner_of(branch) if branch.type == "if_statement" else None
    return loop is not None and loop.type in LOOPS


def _gives_what_still_grows(node: Node, block: Node) -> bool:
    """Tell whether what is returned, or put in a list, has just been added to, in the same block."""
    before, given = node.prev_named_sibling, next(iter(node.named_children), None)
    if node.type != "return_statement" or given is None or given.type not in ("identifier", "list"):
        return False
    if before is None or before.type != "expression_statement" or before.parent != block:
        return False
    name = text_of(given if given.type == "identifier" else next(iter(given.named_children), None))
    grown = before.named_children[0]
    if grown.type in ("augmented_assignment", "call"):
        return any(is_augmented(place) or is_changed_in_place(place) for place in places(before, name))
    return False
