"""“`return` sets the answer, and the function goes on”: the last `return` that runs gives the result.

Functions are rewritten in which a `return` is not the last thing, if they are followed by an empty line or by a simple
statement, and are not decorated.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit
from gadfly_analyzers.predictions.rewrites.functions import GIVEN, wrapped
from gadfly_analyzers.predictions.rewrites.tree import FUNCTION, is_plain, returns, tails, written
from gadfly_analyzers.source import Source

MISCONCEPTION = "return-does-not-leave"
_SET = f"{GIVEN} = __gadfly_given__[-1]"
_STORE = "f.__globals__.setdefault('__gadfly_given__', [])"
_RUN = "(s.append(None), f(*a, **k), s.pop())[2]"


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for function in source.nodes(FUNCTION):
        found, last = returns(function), list(tails(function))
        if not is_plain(function) or all(each in last for each in found):
            continue
        wrapping = wrapped(source, function, _RUN, _STORE)
        if wrapping:
            yield from wrapping
            for each in found:
                nothing = "" if written(each) else " None"
                yield Edit(each.start_byte, each.start_byte + len("return"), f"{_SET} ={nothing}".encode())
