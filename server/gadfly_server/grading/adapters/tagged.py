"""What texts with tags such as ``<bug_code>`` hold: the Socratic Debugging Benchmark and MULTI_DEBUG are of these."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gadfly_analyzers.lines import lines_in
from gadfly_analyzers.python_text import module_of

_NUMBER = re.compile(r"\s*\d+\.")
_FIRST = 3  # columns that the number of a line and the space behind it take in a listing's first lines
_REPLACED = re.compile(r"\breplace `(?P<old>.+?)` with `(?P<new>.+?)`.*?\bon line (?P<line>\d+)", re.IGNORECASE)
_PLACE = re.compile(r"\b(?P<side>after|before)?\s*lines? (?P<line>\d+)", re.IGNORECASE)
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")


def part(text: str, name: str) -> str:
    """Give what stands between a tag and its end, or the end of the text; nothing where there is no such tag."""
    found = re.search(rf"<{name}>(.*?)(?:</{name}>|\Z)", text, re.DOTALL)
    return found[1].strip("\n") if found else ""


def plain(text: str) -> str:
    """Give a text with the quotes that Python knows."""
    return text.translate(_QUOTES)


def listing(text: str) -> str:
    """Give a program without the numbers of its lines.

    Some listings have one space behind each number, in others all lines begin at the same column, also from the tenth
    on: the one of the two that Python can read is meant.
    """
    lines = text.strip("\n").splitlines()
    if not any(_NUMBER.match(line) for line in lines):
        return text.strip("\n") + "\n" if text.strip() else ""
    spaced = [re.sub(r"^\s*\d+\. ?", "", line) for line in lines]
    aligned = [line[_FIRST:] if _NUMBER.match(line) else line for line in lines]
    return min(("\n".join(each).rstrip() + "\n" for each in (spaced, aligned)), key=_trouble)


def repaired(program: str, fix: str) -> str | None:
    """Make the change that a sentence like "Replace `a` with `b` on line 2." asks for; ``None`` for other sentences."""
    found, lines = _REPLACED.search(fix), program.split("\n")
    if not found or int(found["line"]) > len(lines):
        return None
    number = int(found["line"]) - 1
    if lines[number].count(found["old"]) != 1:
        return None
    lines[number] = lines[number].replace(found["old"], found["new"])
    return "\n".join(lines)


def places(program: str, fix: str) -> Iterator[int]:
    """Give the lines that a sentence about a change names; where something is to be put in, both that are beside it."""
    last = len(lines_in(program))
    for found in _PLACE.finditer(fix):
        line, side = int(found["line"]), (found["side"] or "").lower()
        beside = {"after": line + 1, "before": line - 1}.get(side, line)
        yield from (each for each in {line, beside} if 1 <= each <= last)


def _trouble(program: str) -> int:
    """Tell how far Python is from reading a program: a wrong indentation is the worst."""
    try:
        module_of(program)
    except IndentationError:
        return 2
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return 1
    return 0
