"""Programs and edits, most of which no one would type, to try what must hold for any text."""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import indent

from hypothesis import strategies as st

from gadfly_analyzers.patterns import syntax_place
from gadfly_analyzers.source import Edit, Position
from helpers.pages import MODULES, corrected, example

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


# Programs full of what patterns ask about, and edits within their lines.
_WHOLE = [module for module in MODULES if module is not syntax_place]
_BUGS = [program for module in _WHOLE for program in (example(module), corrected(module))]
_LINES = sorted({f"{line}\n" for program in _BUGS for line in program.split("\n")})
bugs = st.sampled_from(_BUGS)
several_bugs = st.lists(bugs, min_size=1, max_size=3).map("\n".join)
programs = several_bugs | several_bugs.map(lambda text: "class A:\n" + indent(text, "    "))


def _within_line(line: int, column: int, length: int, text: str) -> Edit:
    return Edit(Position(line, column), Position(line, column + length), text)


def _of_line(line: int, text: str) -> Edit:
    return Edit(Position(line, 0), Position(line + 1, 0), text)


_typed = st.sampled_from(["", "    ", "\n", *"()[]:,'\"x= #"])
_line = st.integers(0, 20)
small_edits = st.builds(_within_line, _line, st.integers(0, 30), st.integers(0, 6), _typed) | st.builds(
    _of_line, _line, st.just("") | st.sampled_from(_LINES)
)


def utf8_units(character: str) -> int:
    """How many bytes a character takes."""
    return len(character.encode("utf-8", "surrogatepass"))


def applied(text: str, edit: Edit, units: Callable[[str], int] = utf8_units) -> str:
    """Do to a text what an editor does, in the simplest way there is; ``units`` tells how wide a character is."""
    start, end = sorted((_offset(text, edit.start, units), _offset(text, edit.end, units)))
    return text[:start] + edit.text + text[end:]


def _offset(text: str, place: Position, units: Callable[[str], int]) -> int:
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
        width += units(character)
        if width > place.column:
            break
        offset += 1
    return offset
