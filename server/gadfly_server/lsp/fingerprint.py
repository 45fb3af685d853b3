"""Whether a run would show anything new: what of a program, its tests and what they import can change how they run."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from gadfly_analyzers.execution.assignment import LARGEST_BYTES
from gadfly_analyzers.files import content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tree_sitter import Node

    from gadfly_analyzers.source import Source


def fingerprint(source: Source, files: Iterable[Path]) -> bytes:
    """The same for the same syntax tree and the same other files; comments and blank space do not count."""
    digest = hashlib.blake2b(digest_size=16)
    for depth, text in _leaves(source):
        digest.update(b"%d %d " % (depth, len(text)))
        digest.update(text)
    for path in files:
        digest.update(_content(path))
    return digest.digest()


def _leaves(source: Source) -> Iterator[tuple[int, bytes]]:
    """The leaves of the tree and how deep they lie, which tells the indentation."""
    todo: list[tuple[int, Node]] = [(0, source.tree.root_node)]
    while todo:
        depth, node = todo.pop()
        if node.type == "comment":
            continue
        # White space inside a string is text, though the parts of a string are leaves.
        if node.child_count and node.type != "string":
            todo.extend((depth + 1, child) for child in reversed(node.children))
        else:
            yield depth, source.data[node.start_byte : node.end_byte]


def _content(path: Path) -> bytes:
    try:
        return hashlib.blake2b(content(path, LARGEST_BYTES), digest_size=16).digest()
    except OSError:
        return b"unreadable"
