"""Programs and edits that no one would type, to try what must hold for any text."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from gadfly_analyzers.source import Edit, Position

# Pieces rather than characters, so that many texts are nearly programs.
PIECES = (
    "def f(a=[]):\n",
    "class A:\n",
    "    return 1\n",
    "    x == 3\n",
    "x == 3\n",
    "for x in xs:\n    xs.remove(x)\n",
    "if x == 'a' or 'b':\n",
    "    ",
    "\t",
    "x.sort\n",
    "++i",
    "print('héllo')",
    "try:\n    f()\nexcept:\n    pass\n",
    '"""',
    "'",
    "(",
    ")",
    "[[0]*3]*3",
    ":",
    " else if ",
    "# 😀\n",
    "s = '😀' is 'a'\n",
    "\n",
    "\r\n",
    "\r",
    "\f",
    "\v",
    "\u2028",
    "\x85",
    "\ufeff",
    "\0",
    "\\",
    "é",
    "\ud83d",
    "{",
    "}",
    "f'{x!r}'",
    "@",
    "lambda: 0",
    "match x:\n    case 1:\n        x.upper()\n",
)
pieces = st.sampled_from(PIECES)
texts = st.lists(pieces, max_size=12).map("".join)
places = st.builds(Position, st.integers(-1, 14), st.integers(-1, 30) | st.just(10_000))
edits = st.builds(Edit, places, places, st.lists(pieces, max_size=3).map("".join))
batches = st.lists(edits, min_size=1, max_size=3)


def applied(text: str, edit: Edit) -> str:
    """Do to a text what an editor does, in the simplest way there is."""
    start, end = sorted((_offset(text, edit.start), _offset(text, edit.end)))
    return text[:start] + edit.text + text[end:]


def _offset(text: str, place: Position) -> int:
    lines = re.findall(r"[^\r\n]*(?:\r\n|\n|\r|\Z)", text)
    # The pattern matches once more, with nothing, behind a last line that has no end.
    if not text.endswith(("\n", "\r")) and text:
        lines.pop()
    if place.line < 0:
        return 0
    if place.line >= len(lines):
        return len(text)
    offset = sum(map(len, lines[: place.line]))
    width = 0
    for character in lines[place.line].rstrip("\r\n"):
        width += len(character.encode("utf-8", "surrogatepass"))
        if width > place.column:
            break
        offset += 1
    return offset
