"""What a student reads of a worked example, for those who translate it; ``babel.toml`` names this to Babel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from gadfly_analyzers.misconceptions.reading import read


def sayings(file: BinaryIO, *_: object, **__: object) -> Iterator[tuple[int, str, str, list[str]]]:
    """Give the texts of one file of the catalogue, each with a line, the name of what says it, and no comments."""
    example = read(PurePath(file.name).stem, "", file.read().decode("utf-8")).analogue
    for text in (example.goal, example.question, example.right, *example.wrong):
        yield 1, "say", text, []
