"""Who has to hear that a message was too long to be read, by how that begins and ends."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gadfly_server.lsp.frames import LeftOut

_TEXT = rb'"(?:[^"\\]|\\.)*"'
_METHOD = re.compile(rb'(?<!\\)"method"\s*:\s*(%b)' % _TEXT)
_URI = re.compile(rb'(?<!\\)"uri"\s*:\s*(%b)' % _TEXT)
_ID = re.compile(rb'"id"\s*:\s*(-?\d{1,20}(?![\d.eE])|%b)' % _TEXT)
_CONTENT = re.compile(rb'"(?:params|result|error)"\s*:')  # in what follows an id may be anybody's
_WITH_TEXTS = frozenset({"textDocument/didOpen", "textDocument/didChange"})


def concerned(left: LeftOut, opened: Sequence[str]) -> Sequence[str]:
    """Give the uri that is named; none if the message brings no text; all that are open if that cannot be seen."""
    if number_of(left) is not None:
        return ()
    seen = left.head + b"\n" + left.tail  # no text goes over the end of a line
    method = _read(_METHOD, seen)
    if method and method not in _WITH_TEXTS:
        return ()
    uri = _read(_URI, seen)
    return (uri,) if isinstance(uri, str) and uri else opened


def number_of(left: LeftOut) -> int | str | None:
    """The id of a request or a response, if that stands before what it brings."""
    return _read(_ID, _CONTENT.split(left.head, maxsplit=1)[0])


def _read(what: re.Pattern[bytes], seen: bytes) -> int | str | None:
    found = what.search(seen)
    try:
        read: int | str | None = json.loads(found[1]) if found else None
    except ValueError:
        return None
    return read
