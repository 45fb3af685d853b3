"""From a file to a table, within bounds: what cannot be read is told of, with its place and what to do."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Table = dict[str, Any]
LARGEST = 1024 * 1024  # bytes
MOST = 5000  # keys and values
_LARGEST_NUMBER = 1 << 63
DEEPEST = 32  # names with dots between them: the time to read such a key grows with the square of its length
_CHAIN = re.compile(r"(?<![\w\"'-])" + r"(?:[A-Za-z0-9_\"'-]+[ \t]*\.[ \t]*)" + f"{{{DEEPEST}}}")
_PLACE = re.compile(r"(.*?) \(at (?:line (\d+), column \d+|end of document)\)")
LEFT_OUT = "It is left out until that is mended; everything else goes on."


class UnreadableError(ValueError):
    """A file that cannot be read; the message is for people, and names it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A file as it stands: its bytes, its text, and our table in it; ``None`` if it says nothing to us."""

    file: Path
    data: bytes = b""
    text: str = ""
    table: Table | None = field(default_factory=dict)


def read(file: Path, around: tuple[str, ...] = ()) -> Told:
    """Read a TOML file; ``around`` are the tables in which ours stands. Raises ``UnreadableError``."""
    data = content(file, LARGEST)
    if around and around[-1].encode() not in data:
        return Told(file, data, table=None)
    ours = not around or _mentions(data, around)
    try:
        text = _text(file, data)
        table: object = _parsed(file, text)
    except UnreadableError:
        if ours:
            raise
        return Told(file, data, table=None)
    for name in around:
        table = table.get(name) if isinstance(table, dict) else None
    if table is not None and not isinstance(table, dict):
        name = ".".join(around)
        raise UnreadableError(f"{file}: `{name}` is a table. Begin it with [{name}] on a line of its own. {LEFT_OUT}")
    if table and _is_large(table):
        raise UnreadableError(f"{file} says more than {MOST} things, or is nested too deep. {LEFT_OUT}")
    if table and any(isinstance(one, int) and abs(one) > _LARGEST_NUMBER for one in _values(table)):
        raise UnreadableError(f"{file} has a number with more digits than TOML allows. {LEFT_OUT}")
    return Told(file, data, text, table)


def content(file: Path, largest: int) -> bytes:
    """The bytes of a regular file that is not too large; raises ``UnreadableError``."""
    try:
        opened = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise UnreadableError(f"{file} cannot be read: {error.strerror or error}. {LEFT_OUT}") from None
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise UnreadableError(f"{file} is not a file. {LEFT_OUT}")
    with os.fdopen(opened, "rb") as stream:
        data = stream.read(largest + 1)
    if len(data) > largest:
        raise UnreadableError(f"{file} is larger than {_size(largest)}. {LEFT_OUT}")
    return data


def _size(number: int) -> str:
    return f"{number // (1024 * 1024)} MB" if number >= 1024 * 1024 else f"{number // 1024} kB"


def inside(folder: Path, name: str) -> Path:
    """The path of a file below a folder; raises ``UnreadableError`` for one that leads out of it, also by a link."""
    path = folder / name
    if Path(name).is_absolute() or not stays_in(folder, path):
        raise UnreadableError(f"{path} is not below {folder}. {LEFT_OUT}")
    return path


def leads_out(name: str) -> bool:
    """Whether a name says by itself that it is of something elsewhere."""
    return name.startswith(("/", "~")) or ".." in name.split("/")


def stays_in(folder: Path, path: Path) -> bool:
    """Whether a path is below a folder once all links are followed."""
    try:
        return leads_into(folder.resolve(), path)
    except (OSError, RuntimeError, ValueError):  # as below
        return False


def leads_into(bound: Path, path: Path) -> bool:
    """Whether a path is below a folder once all links are followed; those in ``bound`` have to be followed already."""
    try:
        return path.resolve().is_relative_to(bound)
    except (OSError, RuntimeError, ValueError):  # a circle of links, or a name that no file can have
        return False


def _is_large(table: object) -> bool:
    """Whether more keys and values stand in a table than anybody would write, or farther down."""
    waiting, seen = [(table, 0)], 0
    while waiting and seen <= MOST:
        one, depth = waiting.pop()
        seen += 1 if depth < DEEPEST else MOST
        if isinstance(one, (dict, list)):
            inner = list(one.values() if isinstance(one, dict) else one)
            waiting += [(each, depth + 1) for each in inner[: MOST + 1]]
    return seen > MOST


def _values(table: object) -> Iterator[object]:
    """All that stands in a table, at any depth."""
    inner = table.values() if isinstance(table, dict) else table if isinstance(table, list) else ()
    for each in inner:
        yield each
        yield from _values(each)


def _mentions(data: bytes, around: tuple[str, ...]) -> bool:
    heading = r"[ \t]*\.[ \t]*".join(around)
    return re.search(rf"^[ \t]*\[[ \t]*{heading}\b", data.decode("utf-8", "replace"), re.MULTILINE) is not None


def _text(file: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        told = f"{file} is not UTF-8 text: see line {line}. Save it as UTF-8, please. {LEFT_OUT}"
        raise UnreadableError(told) from None


def _parsed(file: Path, text: str) -> Table:
    deep = _CHAIN.search(text)
    if deep:
        line = text.count("\n", 0, deep.start()) + 1
        raise UnreadableError(f"{file}, line {line}: this is nested too deep. {LEFT_OUT}")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise UnreadableError(f"{file} is nested too deep. {LEFT_OUT}") from None
    except ValueError as error:
        found = _PLACE.fullmatch(str(error))
        if found is None:
            raise UnreadableError(f"{file} is not TOML: {error}. {LEFT_OUT}") from None
        place = f"line {found[2]}" if found[2] else "the end"
        raise UnreadableError(f"{file}, {place}: this is not TOML ({found[1]}). {LEFT_OUT}") from None
