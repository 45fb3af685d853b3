"""What a misconception is to this room: a name, and how it rewrites a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from gadfly_analyzers.predictions.rewrites.edit import Edit
from gadfly_analyzers.source import Source


class Belief(Protocol):
    """A module of its own for each; its docstring says what is believed, and which shapes it rewrites."""

    @property
    def MISCONCEPTION(self) -> str:  # noqa: N802 # a constant of the module
        """The misconception's id."""
        ...

    def rewrite(self, source: Source) -> Iterator[Edit]:
        """Give the edits that make Python run the program as believed; none where that makes no difference."""
        ...
