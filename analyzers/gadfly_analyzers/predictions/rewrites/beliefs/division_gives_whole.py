"""“Whole numbers divide to a whole number”: `7 / 2` is 3.

All `/` are rewritten, and `/=` behind a name, an attribute or an item; they differ where both sides are whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, between, helper, inserted, replaced
from gadfly_analyzers.predictions.rewrites.tree import field, is_path
from gadfly_analyzers.source import Source

MISCONCEPTION = "division-gives-whole"
_WHOLE = helper("lambda a, b: a // b if type(a) is type(b) is int else a / b")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for each in source.nodes("binary_operator", "augmented_assignment"):
        left, sign, right = field(each, "left"), field(each, "operator"), field(each, "right")
        if sign.type == "/":
            yield from between(left, right, f"{_WHOLE}(", (sign.start_byte, sign.end_byte, ","))
        elif sign.type == "/=" and is_path(left):
            yield replaced(sign, f"= {_WHOLE}({text_of(left)},")
            yield inserted(right.end_byte, ")")
