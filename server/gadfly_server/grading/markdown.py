"""Texts as the leak check reads them: it knows pieces of code in backticks, and takes every other sign for what it is.

Chat models write Markdown: stars around a word are no operator, and code stands between tildes, too, or just so.
"""

from __future__ import annotations

import re
from textwrap import dedent

_FENCE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^`\n]*\n(?P<code>.*?)(?:^[ \t]*(?P=fence)[ \t]*$|\Z)", re.DOTALL | re.MULTILINE
)
_BARE = re.compile(
    r"^(?P<code>(?:def|class) [^\n]*:[^\n]*(?:\n(?:[ \t][^\n]*|[ \t]*(?=\n[ \t])))+)", re.MULTILINE
)  # with its block
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_STRESSED = re.compile(r"(?<![\w*)\]])(\*{1,3})(?=[^\s*])([^*\n]*[^\s*])\1(?![\w*(\[])")
_HIDDEN = "\0"


def plain(text: str) -> str:
    """Give a text without stars that stress words, and with all blocks of code between backticks."""
    fence = _FENCE if _FENCE.search(text) else _BARE
    fenced = fence.sub(lambda found: f"```\n{found['code'].rstrip()}\n```", text)
    pieces = _CODE.findall(fenced)
    prose = _STRESSED.sub(r"\2", _CODE.sub(_HIDDEN, fenced.replace(_HIDDEN, " ")))
    left = iter(pieces)
    return re.sub(_HIDDEN, lambda _: next(left), prose)


def blocks(text: str) -> list[str]:
    """Give the pieces of code of a plain text, in their lines."""
    return [dedent(found.strip("`").strip("\n")) for found in _CODE.findall(text) if found.strip("` \n")]
