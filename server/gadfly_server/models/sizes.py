"""What a wording says of the size of a value that stands beside it, as in "three stops, `[0, 3, 1]`"."""

from __future__ import annotations

import ast
import re

from gadfly_server.models.reading import number_of

_NOUN = r"(?!(?:pass|time|round|line|turn|call|step|for|of|in|on|with|and|to|at|from|is|as)(?:e?s)?\b)[a-z]+"
_SIZED = re.compile(
    rf"\b(?:there (?:is|are) )?(?:the |with |given )?(?P<size>an? empty|no|\d+|[a-z]+) (?P<noun>{_NOUN})"
    r"(?P<between>(?:,| (?:are|is|come in|go in|given|here))?(?: (?:in|as|like|called|such as))? |: )"
    r"`(?P<value>[\[\](){}'\"][^`]*)`",
    re.IGNORECASE,
)


def without_sizes(text: str) -> str:
    """The text without what it says truly of the size of a value; what is not true stays, and is then brought in."""
    return _SIZED.sub(_alone, text)


def has_size(text: str) -> bool:
    """Tell whether a text says of a value beside it how large it is."""
    return any(_said(found) is not None for found in _SIZED.finditer(text))


def _said(found: re.Match[str]) -> int | None:
    word = found["size"].lower()
    return 0 if word == "no" or word.endswith("empty") else number_of(word)


def _alone(found: re.Match[str]) -> str:
    if _said(found) is None or _said(found) != _size(found["value"]):
        return found[0]
    before = found.string[: found.start()].split()
    joined = "" if before and before[-1].lower() in ("for", "with", "in", "is", "get", "of") else "for "
    return f"{joined}`{found['value']}`"


def _size(code: str) -> int | None:
    """How many items or letters a value has, if it is one."""
    try:
        value = ast.literal_eval(code)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return len(value) if isinstance(value, (list, tuple, set, dict, str)) else None
