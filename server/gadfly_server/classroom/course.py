"""The questions and misconceptions of a course, as the tutor asks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_analyzers.misconceptions.reading import read as read_misconception
from gadfly_analyzers.worked_example import CatalogueError
from gadfly_server.classroom.reading import UnreadableError, content, inside
from gadfly_server.tutor.rules import CourseQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from gadfly_analyzers.misconceptions.misconception import Misconception
    from gadfly_server.classroom.keys import Keys

LARGEST = 64 * 1024  # bytes of a misconception's file
THEME = "course"


def questions_of(keys: Keys, file: Path | None) -> tuple[tuple[CourseQuestion, ...], tuple[str, ...]]:
    """All questions of a course, and what is wrong with the files of its misconceptions."""
    own = tuple(
        CourseQuestion(
            f"course:{number}", each.text, each.right, each.wrong, each.why, each.level, each.symptoms, each.functions
        )
        for number, each in enumerate(keys.questions, 1)
    )
    read = [*misconceptions(keys, file)]
    asked = (
        CourseQuestion(f"course:{each.id}", "", "", (), "", 3, named.symptoms, named.functions, each)
        for named, (each, _) in zip(keys.misconceptions, read, strict=True)
        if each
    )
    return (*own, *asked), tuple(problem for _, problem in read if problem)


def misconceptions(keys: Keys, file: Path | None) -> Iterator[tuple[Misconception | None, str]]:
    """Each misconception that a classroom file names, or what is wrong with its file."""
    for named in keys.misconceptions:
        try:
            if file is None:
                raise UnreadableError(f"{named.file}: the lab's policy cannot name files of a course.")
            path = inside(file.parent, named.file)
            yield read_misconception(path.stem, THEME, content(path, LARGEST).decode("utf-8")), ""
        except (UnreadableError, UnicodeDecodeError, CatalogueError) as error:  # noqa: PERF203 - one is no reason to skip the others
            told = f"{named.file}: {error}" if isinstance(error, UnicodeDecodeError) else str(error)
            yield None, told
