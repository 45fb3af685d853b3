"""Methods that change a thing in place, read as if they gave it back."""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, helper, inserted
from gadfly_analyzers.predictions.rewrites.tree import field, is_statement, method_calls
from gadfly_analyzers.source import Source


def giving_back(source: Source, *methods: str) -> Iterator[Edit]:
    """Have calls of some methods, where their value is used, give what they changed."""
    for call, subject, arguments in method_calls(source, *methods):
        method = text_of(field(field(call, "function"), "attribute"))
        if not is_statement(call):
            given = helper(f"lambda o, *a, **k: (o.{method}(*a, **k), o)[1]")
            yield inserted(subject.start_byte, f"{given}(")
            yield Edit(subject.end_byte, arguments.start_byte + 1, b", ")
