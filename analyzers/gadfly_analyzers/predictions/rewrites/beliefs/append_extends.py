"""“`append` puts all items in”: after `items.append([1, 2])` there are two items more.

Calls with one argument are rewritten; they differ where it is a list.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit, helper, inserted
from gadfly_analyzers.predictions.rewrites.tree import method_calls, written
from gadfly_analyzers.source import Source

MISCONCEPTION = "append-extends"
_JOIN = helper("lambda o, x: o.extend(x) if type(o) is type(x) is list else o.append(x)")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for _, subject, arguments in method_calls(source, "append"):
        if len(written(arguments)) == 1:
            yield inserted(subject.start_byte, f"{_JOIN}(")
            yield Edit(subject.end_byte, arguments.start_byte + 1, b", ")
