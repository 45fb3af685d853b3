"""Reads and writes files of transcripts; says of a bad one in which line and field it is wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, count
from pathlib import Path

from pydantic import ValidationError

from gadfly_server.grading.transcript import Transcript


class Unreadable(Exception):  # noqa: N818 - it is the input that is unreadable, not an error of ours
    """A file that cannot be graded; the message is for the person who named it."""


def read(path: Path) -> Iterator[Transcript]:
    """Give the transcripts of a JSON Lines file, in order; raises ``Unreadable``."""
    yield from (transcript for _, transcript in numbered(path))


def numbered(path: Path) -> Iterator[tuple[int, Transcript]]:
    """Give them with the lines in which they stand, from 1; raises ``Unreadable``."""
    known: dict[str, int] = {}
    for number, line in enumerate(text_of(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            transcript = Transcript.model_validate_json(line)
        except ValidationError as error:
            other = (
                "" if line.lstrip().startswith("{") else " Other formats become transcripts by gadfly grade convert."
            )
            raise Unreadable(f"{path}, line {number}: {explained(error)}{other}") from error
        if transcript.id in known:
            raise Unreadable(
                f"{path}, line {number}: the id {transcript.id!r} stands in line {known[transcript.id]} already; "
                "give each dialogue a name of its own."
            )
        known[transcript.id] = number
        yield number, transcript


def own_name(name: str, known: Collection[str]) -> str:
    """Give a name that is not known yet: this one, or with a number behind it."""
    numbered = (f"{name} ({number})" for number in count(2))
    return next(each for each in chain([name], numbered) if each not in known)


def write(path: Path, transcripts: Iterable[Transcript]) -> int:
    """Write transcripts, one a line; gives how many there were. Raises ``Unreadable``."""
    lines = [line_of(transcript) + "\n" for transcript in transcripts]
    write_text(path, "".join(lines))
    return len(lines)


def write_text(path: Path, text: str) -> None:
    """Write a file; raises ``Unreadable``."""
    try:
        with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise Unreadable(f"{path} cannot be written: {error.strerror or error}.") from error


def check_writable(path: Path | None) -> None:
    """Raise ``Unreadable`` for a place at which no file can be: said now, and not when hours of work are done."""
    if path and path.is_dir():
        raise Unreadable(f"{path} cannot be written: it is a folder.")
    if path and not path.parent.is_dir():
        raise Unreadable(f"{path} cannot be written: there is no folder {path.parent}.")


def line_of(transcript: Transcript) -> str:
    """Give a transcript as one line, without what is as it is by default."""
    return transcript.model_dump_json(exclude_defaults=True)


def text_of(path: Path) -> str:
    """Give the text of a file, without the mark that some programs begin it with; raises ``Unreadable``."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise Unreadable(f"{path} is not UTF-8 text: see line {line}. Save it as UTF-8, please.") from error


def explained(error: ValidationError, page: str = "grading") -> str:
    """Put the first thing that is wrong into words, what is misspelt before what is missing for that.

    ``page`` of the documentation has the fields.
    """
    first = min(error.errors(include_url=False), key=lambda each: each["type"] != "extra_forbidden")
    place = ".".join(str(part) for part in first["loc"])
    said = "there is no such field" if first["type"] == "extra_forbidden" else first["msg"]
    more = f" ({error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return f"{place + ': ' if place else ''}{said}{more}. See docs/{page}.md for the fields."
