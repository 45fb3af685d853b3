"""A version of a right program as somebody with a misconception would have written it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Variant:
    """A whole program whose tests ``failing`` disagree, and which is right to whoever holds one of ``misconceptions``.

    ``line`` is the 1-based line at which it differs.
    """

    text: str = field(repr=False)
    line: int
    misconceptions: tuple[str, ...]
    failing: tuple[str, ...]
