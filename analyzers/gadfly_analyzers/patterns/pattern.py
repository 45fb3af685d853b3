"""What every pattern offers; a module that has these names is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.source import Source


class Pattern(Protocol):
    """One novice bug: its name, the belief behind it, where it may stand, and what to ask.

    ``QUERY`` is a tree-sitter query whose captures named ``here`` are handed to ``find``, one at a time. It does not
    begin at the class around a method: it would then be matched in all methods, whichever is asked about.
    ``find`` may look at any node of the same top-level statement, in a class of the same method, and at nothing else:
    while somebody types, it is asked again only about a statement that changed, and in a long one only about what
    stands around the edit. What it finds lies in there too.
    ``MISCONCEPTION`` is the id of a belief in the catalogue. The module's docstring is the page for users.
    """

    RULE: str
    MISCONCEPTION: str
    QUERY: str

    def find(self, node: Node, /) -> Iterator[Finding]:
        """Give what to ask about a captured node."""
        ...  # pragma: no cover


class WholePattern(Protocol):
    """A novice bug that shows only in the whole program: asked about once a text is settled, not while it is typed."""

    RULE: str
    MISCONCEPTION: str

    def find(self, source: Source, /) -> Iterator[Finding]:
        """Give what to ask about a program."""
        ...  # pragma: no cover
