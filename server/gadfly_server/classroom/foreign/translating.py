"""Which tool a file of tests was written for, and the same tests as pytest runs them.

What comes out is a text; where it is kept is the business of who asks. What is not simple enough is left out, and
told of: nothing of these files is run to find out what they mean.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from gadfly_server.classroom.foreign import check50, nbgrader, otter
from gadfly_server.classroom.reading import UnreadableError, content

LARGEST, LARGEST_YAML = 1024 * 1024, 64 * 1024  # bytes: YAML takes long to read


class Translated(NamedTuple):
    """Tests as pytest runs them; ``left_out`` says what of the file is not among them."""

    text: str
    left_out: tuple[str, ...] = ()


ENDINGS: dict[str, Callable[[str, Path], tuple[str, tuple[str, ...]]]] = {
    ".yaml": check50.translate,
    ".yml": check50.translate,
    ".ipynb": nbgrader.translate,
}


def translated(path: Path, program: Path) -> Translated | None:
    """The tests of a file for a program; ``None`` for one that pytest runs as it is.

    Raises ``UnreadableError`` for what is no such file.
    """
    translate = ENDINGS.get(path.suffix)
    if translate is None and path.suffix != ".py":
        return None
    try:
        largest = LARGEST_YAML if translate is check50.translate else LARGEST
        text = content(path, largest).decode("utf-8")
        if translate is None and otter.is_otter(text):
            translate = otter.translate
        return Translated(*translate(text, program)) if translate else None
    except (ValueError, RecursionError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(f"{path} cannot be read as tests: {error}") from None
