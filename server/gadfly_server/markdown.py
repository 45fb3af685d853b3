"""Texts of others in a page of Markdown: what stands in backticks is code, and nothing else within a line is markup.

Who reads such a page in a preview loads no picture that a program, an answer or a model put there, and follows no link
that hides where it leads; an address in plain sight may be a link to itself.
"""

from __future__ import annotations

import re

_PROGRAM = re.compile(r"(?:^|\n)`([^`\n]*\n[^`]*)`")
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")
_MARKUP = re.compile(r"[\\`*_\[\]<>&~]")


def as_markdown(text: str) -> str:
    """A text of ours or of others; a program of several lines is set off, for it would run together."""
    at, parts = 0, list[str]()
    for program in _PROGRAM.finditer(text):
        parts += [_lines(text[at : program.start()]), f"\n\n```python\n{program[1]}\n```\n"]
        at = program.end()
    return "".join([*parts, _lines(text[at:])])


def fenced(text: str) -> str:
    """A text word for word, whatever is in it."""
    fence = "`" * max(4, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def _lines(text: str) -> str:
    at, parts = 0, list[str]()
    for code in _CODE.finditer(text):
        parts += [_escaped(text[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*parts, _escaped(text[at:])])


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)
