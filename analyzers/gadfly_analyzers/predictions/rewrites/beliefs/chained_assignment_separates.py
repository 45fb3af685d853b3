"""“Each name gets its own”: after `a = b = []` there are two lists.

Assignments to several names, attributes or items are rewritten where the value may be a list, dictionary or set.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.predictions.rewrites.copies import COPY
from gadfly_analyzers.predictions.rewrites.edit import Edit, around, helper, replaced
from gadfly_analyzers.predictions.rewrites.tree import CONSTANTS, field
from gadfly_analyzers.source import Source

MISCONCEPTION = "chained-assignment-separates"
_SEPARATE = helper(f"(lambda c: lambda x, n: [x] + [c(x) for _ in range(n - 1)])({COPY})")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for each in source.nodes("assignment"):
        around_it = each.parent
        if around_it is None or around_it.type == "assignment":
            continue
        links = list(_chain(each))
        value = field(links[-1], "right")
        if len(links) > 1 and all(_is_simple(link) for link in links) and value.type not in CONSTANTS:
            yield from (replaced(_sign(link), ",") for link in links[:-1])
            yield from around(value, f"{_SEPARATE}(", f", {len(links)})")


def _chain(assignment: Node) -> Iterator[Node]:
    following: Node | None = assignment
    while following is not None and following.type == "assignment":
        yield following
        following = following.child_by_field_name("right")


def _is_simple(assignment: Node) -> bool:
    return field(assignment, "left").type in ("identifier", "attribute", "subscript") and len(assignment.children) == 3


def _sign(assignment: Node) -> Node:
    return assignment.children[1]
