"""“`items.append(x)` gives the longer list”: so one may write `items = items.append(x)`.

Calls of methods that change a list or set are rewritten whose value is used.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, helper, inserted
from gadfly_analyzers.predictions.rewrites.tree import field, is_statement, method_calls
from gadfly_analyzers.source import Source

MISCONCEPTION = "append-returns"
_METHODS = ("add", "append", "extend", "insert", "remove", "update")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for call, subject, arguments in method_calls(source, *_METHODS):
        method = text_of(field(field(call, "function"), "attribute"))
        if not is_statement(call):
            given = helper(f"lambda o, *a, **k: (o.{method}(*a, **k), o)[1]")
            yield inserted(subject.start_byte, f"{given}(")
            yield Edit(subject.end_byte, arguments.start_byte + 1, b", ")
