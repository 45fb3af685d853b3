"""What a student reads of a worked example, for those who translate it; ``babel.toml`` names this to Babel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from gadfly_analyzers.worked_example import example_of, parsed


def sayings(file: BinaryIO, *_: object, **__: object) -> Iterator[tuple[int, str, str, list[str]]]:
    """Give the texts of one file of a catalogue, each with a line, the name of what says it, and no comments."""
    name = PurePath(file.name).name
    for text in example_of(name, parsed(name, file.read().decode("utf-8"))).said:
        yield 1, "say", text, []
