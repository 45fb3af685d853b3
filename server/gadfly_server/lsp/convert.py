"""The one place where positions, ranges and addresses cross between the client's terms and ours.

A client counts columns in UTF-8, UTF-16 or UTF-32 units; we count UTF-8 bytes.
Lines end at LF, CRLF and lone CR only, on both sides.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from gadfly_analyzers.source import Edit, Position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gadfly_analyzers.findings import Span
    from gadfly_analyzers.source import Source

_LONGEST_PATH = 4_096
_LONE_HALF = re.compile(r"[\ud800-\udfff]")  # of a surrogate pair: no name of a file has one
UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"


def to_position(lines: Sequence[str], place: types.Position, encoding: str) -> Position:
    """A client's position as ours; what lies past the end of a line or of the text is cut to it by ``Source``."""
    if place.line >= len(lines):
        return Position(place.line, 0)
    line = lines[place.line]
    return Position(place.line, place.character if line.isascii() else _to_bytes(line, place.character, encoding))


def to_edit(lines: Sequence[str], change: types.TextDocumentContentChangePartial, encoding: str) -> Edit:
    """An incremental change, in terms of the lines before it."""
    start = to_position(lines, change.range.start, encoding)
    end = to_position(lines, change.range.end, encoding)
    return Edit(start, end, change.text)


def to_range(source: Source, span: Span, encoding: str) -> dict[str, Any]:
    """A span as a client's range, in plain JSON."""
    return {"start": _to_client(source, span.start, encoding), "end": _to_client(source, span.end, encoding)}


def lines_to_range(source: Source, first: int, last: int, encoding: str) -> dict[str, Any] | None:
    """Lines, 1-based and inclusive, as a client's range without the outer white space; ``None`` outside the text."""
    lines = source.lines
    if not 1 <= first <= last or first > len(lines):
        return None
    last = min(last, len(lines))
    head, tail = lines[first - 1], lines[last - 1].rstrip()
    indent = len(head) - len(head.lstrip(" \t\f"))
    if first == last and indent >= len(tail):  # a blank line
        indent = 0
    return {
        "start": {"line": first - 1, "character": _units(head[:indent], encoding)},
        "end": {"line": last - 1, "character": _units(tail, encoding)},
    }


def range_of(plain: dict[str, Any]) -> types.Range:
    """The same range as an object of the protocol."""
    start, end = plain["start"], plain["end"]
    return types.Range(types.Position(start["line"], start["character"]), types.Position(end["line"], end["character"]))


def to_byte(source: Source, place: types.Position, encoding: str) -> int:
    """The byte that a client's position points at."""
    return source.byte(to_position(source.lines, place, encoding))


def to_path(uri: str) -> Path | None:
    """The file that a uri names; ``None`` if it names none: an unsaved or remote document, a name no file can have."""
    if not uri.startswith("file:"):
        return None
    try:
        path = to_fs_path(uri) or "\0"
    except ValueError:  # what stands in the place of a computer is none: file://[x/a.py
        return None
    return Path(path) if "\0" not in path and len(path) <= _LONGEST_PATH and not _LONE_HALF.search(path) else None


def to_uri(path: Path) -> str:
    """The uri of a file."""
    return from_fs_path(str(path)) or ""


def _to_client(source: Source, byte: int, encoding: str) -> dict[str, int]:
    line, column = source.position(byte)
    if encoding != UTF8 and not (before := source.data[byte - column : byte]).isascii():
        column = _units(_decode(before), encoding)
    return {"line": line, "character": column}


def _units(text: str, encoding: str) -> int:
    """How wide a client takes a text to be."""
    if text.isascii() or encoding == UTF32:
        return len(text)
    return len(_encode(text)) if encoding == UTF8 else len(_encode16(text)) // 2


def _to_bytes(line: str, column: int, encoding: str) -> int:
    """A column in UTF-8 bytes; one inside a character moves to its start, one past the end stays past it."""
    if encoding == UTF32:
        before, past = line[:column], column - len(line)
    elif encoding == UTF16:
        raw = _encode16(line)
        before, past = _decode16(raw, column), column - len(raw) // 2
    else:
        data = _encode(line)
        before, past = _decode(data[:column]), column - len(data)
    return len(_encode(before)) + max(0, past)


# A client may send half of a surrogate pair; it is one unit wide in UTF-16, and ``Source`` keeps it.


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _encode16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _decode(data: bytes) -> str:
    """The whole characters; one that was cut off at the end is left out."""
    end = len(data)
    start = end
    while start and data[start - 1] & 0xC0 == 0x80:
        start -= 1
    if start and data[start - 1] >= 0xC0:  # the last character's first byte, which tells its length
        start -= 1
        length = 2 if data[start] < 0xE0 else 3 if data[start] < 0xF0 else 4
        end = end if end - start == length else start
    return data[:end].decode("utf-8", "surrogatepass")


def _decode16(data: bytes, units: int) -> str:
    """The same for the first units of UTF-16; half of a pair is left out only where the end cuts the pair."""
    text = data[: 2 * units].decode("utf-16-le", "surrogatepass")
    begun = text and 0xD800 <= ord(text[-1]) < 0xDC00
    return text[:-1] if begun and 0xDC <= int.from_bytes(data[2 * units + 1 : 2 * units + 2], "little") < 0xE0 else text
