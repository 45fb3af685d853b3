"""“Each call begins with a fresh default”: `def add(item, basket=[])` starts with an empty list every time.

Functions are rewritten that are followed by an empty line or by a simple statement, and are not decorated.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.copies import COPY
from gadfly_analyzers.predictions.rewrites.edit import Edit
from gadfly_analyzers.predictions.rewrites.functions import wrapped
from gadfly_analyzers.predictions.rewrites.tree import CONTAINERS, FUNCTION, field, is_plain
from gadfly_analyzers.source import Source

MISCONCEPTION = "default-made-per-call"
_RUN = "(setattr(f, '__defaults__', s[0](s[1][0])), setattr(f, '__kwdefaults__', s[0](s[1][1])), f(*a, **k))[2]"


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for function in source.nodes(FUNCTION):
        defaults = (child.child_by_field_name("value") for child in field(function, "parameters").named_children)
        if is_plain(function) and any(_is_shared(value) for value in defaults):
            yield from wrapped(source, function, _RUN, f"({COPY}, ({COPY})((f.__defaults__, f.__kwdefaults__)))")


def _is_shared(value: Node | None) -> bool:
    return value is not None and (
        value.type in CONTAINERS or text_of(value.child_by_field_name("function")) in ("list", "dict", "set")
    )
