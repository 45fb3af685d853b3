"""Which documents nobody knows any more when a message was too long to be read, by how that begins."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

_METHOD = re.compile(rb'(?<!\\)"method"\s*:\s*"([^"\\]*)"')
_URI = re.compile(rb'(?<!\\)"uri"\s*:\s*("(?:[^"\\]|\\.)*")')
_WITH_TEXTS = frozenset({b"textDocument/didOpen", b"textDocument/didChange"})


def concerned(beginning: bytes, opened: Sequence[str]) -> Sequence[str]:
    """Give the uri that is named; none if the message brings no text; all that are open if that cannot be seen."""
    method, named = _METHOD.search(beginning), _URI.search(beginning)
    if method and method[1] not in _WITH_TEXTS:
        return ()
    uri = _read(named[1]) if named else ""
    return (uri,) if uri else opened


def _read(text: bytes) -> str:
    try:
        return str(json.loads(text))
    except ValueError:
        return ""
