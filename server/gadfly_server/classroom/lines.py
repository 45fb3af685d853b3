"""On which line of a TOML file a key or a value stands, as far as one can see without reading it as TOML does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

Path = tuple[str | int, ...]
_NAME = r"(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')"
_HEAD = re.compile(rf"^\s*\[(\[?)\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*\]")
_KEY = re.compile(rf"^\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*=")
_PART = re.compile(_NAME)


def line_of(text: str, path: Path, value: object = None) -> int | None:
    """The 1-based line of a key, or of a value below it; ``None`` if nothing of it is found."""
    found = [(len(where), line) for line, where in _keys(text) if where == path[: len(where)] and where]
    if not found:
        return None
    line = max(found, key=lambda pair: (pair[0], -pair[1]))[1]
    return _value_below(text, line, value) if isinstance(value, (str, int)) and value is not True else line


@lru_cache(1)
def _keys(text: str) -> tuple[tuple[int, Path], ...]:
    return tuple(_keys_in(text))


def _keys_in(text: str) -> Iterator[tuple[int, Path]]:
    """All headings and keys with their lines; tables in lists are numbered."""
    head: Path = ()
    counts: Counter[Path] = Counter()
    for number, line in enumerate(text.split("\n"), 1):
        if heading := _HEAD.match(line):
            head = _numbered(_parts(heading[2]), counts)
            if heading[1]:
                counts[head] += 1
                head = (*head, counts[head] - 1)
            yield number, head
        elif key := _KEY.match(line):
            yield number, (*head, *_parts(key[1]))


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _numbered(parts: Path, counts: Counter[Path]) -> Path:
    """The path of a heading, with the number of the newest table in each list on the way."""
    path: Path = ()
    for place, part in enumerate(parts):
        path = (*path, part)
        if counts[path] and place < len(parts) - 1:
            path = (*path, counts[path] - 1)
    return path


def _value_below(text: str, line: int, value: str | int) -> int:
    """The first line from a key's on, up to the next key's, on which a value stands."""
    lines = text.split("\n")
    wanted = re.compile(rf"(?<![\w-]){re.escape(str(value))}(?![\w-])")
    for number in range(line, len(lines) + 1):
        if number > line and (_HEAD.match(lines[number - 1]) or _KEY.match(lines[number - 1])):
            break
        if wanted.search(lines[number - 1].partition("=")[2] if number == line else lines[number - 1]):
            return number
    return line
