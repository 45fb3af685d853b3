"""Of which lines and variables of a program a question speaks."""

from __future__ import annotations

import re
from functools import lru_cache

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.source import Source
from gadfly_server.grading.requests.words import NUMBER
from gadfly_server.grading.students.vocabulary import spoken_of
from gadfly_server.grading.words import PIECE

LINE = re.compile(r"\blines? (\d{1,6})\b", re.IGNORECASE)
CALL = re.compile(r"\w\(")
_INSIDE = re.compile(r"\b(?:in|inside|within) (?:of )?line (\d{1,6})\b", re.IGNORECASE)
_MORE_THAN_A_NAME = re.compile(r"[^\w\s.,'\"]|\breturn\b")
_SHORTEST = 3  # letters of a name that counts without being quoted
_LOOPS = ("for_statement", "while_statement")
_GOVERNING = ("if_statement", "elif_clause", *_LOOPS)
_THE = r"(?:the |your |this )"
_CONSTRUCTS = [  # what a program may have only one of, so that who names it names a line
    (re.compile(rf"(?<!before )(?:\b|(?=`))(?:{words})(?!\w)", re.IGNORECASE), types)
    for words, types in (
        (rf"{_THE}?(?:`?(?:for|while)`?[- ])?loop|(?:the |its )body|the `?(?:for|while)`?", _LOOPS),
        (rf"{_THE}(?:`?if`?(?:[- ]statement)?|condition)", ("if_statement",)),
        (rf"{_THE}?`break`(?: statement)?|(?:the |your )break", ("break_statement",)),
        (rf"{_THE}`?return`?(?:[- ]statement)?", ("return_statement",)),
    )
]


def with_lines(text: str, source: Source) -> str:
    """Put "line 3" for what stands on line 3 alone: a quoted piece of code, the loop, the condition, the return."""
    for one, other in PIECE.findall(text):
        code = one or other
        squeezed = "".join(code.split())
        lines = [number for number, line in enumerate(source.text.split("\n"), 1) if squeezed in "".join(line.split())]
        if len(lines) == 1 and _MORE_THAN_A_NAME.search(code):
            text = text.replace(f"`{code}`", f"line {lines[0]}")
    for words, types in _CONSTRUCTS:
        there = _lines_of(source, types)
        if len(there) == 1:
            text = words.sub(f"line {min(there)}", text)
    return text


def numbered(text: str) -> frozenset[int]:
    """Give the lines that a text numbers."""
    return frozenset(map(int, LINE.findall(text)))


def lines_in(text: str, source: Source) -> frozenset[int]:
    """Give the lines that are numbered, or of which words of programming speak where there is one such line alone.

    Of a part "in the loop" it is the part.
    """
    outer = {int(each) for each in _INSIDE.findall(text)}
    known = _variables(source)
    prose = re.sub(r"\w+", lambda word: " " if word[0] in known else word[0], LINE.sub(" ", text))
    groups = spoken_of(prose, source.text)
    for head in outer:
        groups = [lines & _block(head, source) for lines in groups]
    single = frozenset(line for group in groups if len(group) == 1 for line in group)
    return numbered(text) - outer or single or frozenset(outer)


def numbers_on(lines: frozenset[int], source: Source) -> frozenset[str]:
    """Give the numbers that stand on lines: who says them of these means no input."""
    rows = source.text.split("\n")
    return frozenset(each for line in lines if 0 < line <= len(rows) for each in NUMBER.findall(rows[line - 1]))


def names_in(prose: str, source: Source) -> frozenset[str]:
    """Give the variables that are quoted, or else named in words as they are or in the plural."""
    known = _variables(source) - {each.name for each in source.functions()}
    quoted = {(one or other).strip() for one, other in PIECE.findall(prose)} & known
    said = set(re.findall(r"\w+", prose))
    return frozenset(quoted) or frozenset(
        name for name in known if len(name) >= _SHORTEST and not said.isdisjoint((name, f"{name}s"))
    )


def calls(prose: str, source: Source) -> bool:
    """Tell whether a text calls a function of the program."""
    names = (each.name.rpartition(".")[2] for each in source.functions())
    return any(re.search(rf"\b{re.escape(name)}`?\s?\(", prose) for name in names)


def changing(names: frozenset[str], source: Source) -> frozenset[int]:
    """Give the lines in loops and conditions that change one of some variables."""
    lines = frozenset(line for line, name in _settings(source) if name in names)
    return frozenset(line for line in lines if governing(line, source) != line)


def first_set(names: frozenset[str], source: Source) -> frozenset[int]:
    """Give the line that first sets one of some variables."""
    return frozenset(sorted(line for line, name in _settings(source) if name in names)[:1])


def governing(line: int, source: Source) -> int:
    """Give the line of the innermost condition or loop around a line; itself, if it is one, or there is none."""
    around = (node for node in source.nodes(*_GOVERNING) if node.start_point.row < line <= node.end_point.row + 1)
    return max((node.start_point.row + 1 for node in around), default=line)


def loops(source: Source) -> frozenset[int]:
    """Give the lines at which loops begin."""
    return _lines_of(source, _LOOPS)


@lru_cache(64)
def returned(source: Source) -> frozenset[str]:
    """Give the variables that are returned as they are."""
    values = (node.named_children[0] for node in source.nodes("return_statement") if node.named_children)
    return frozenset(text_of(value) for value in values if value.type == "identifier")


@lru_cache(64)
def arguments(source: Source) -> frozenset[str]:
    """Give the names of what the functions take."""
    return frozenset(text_of(each) for one in source.nodes("parameters") for each in nodes_of(one, ("identifier",)))


@lru_cache(64)
def _variables(source: Source) -> frozenset[str]:
    return frozenset(map(text_of, source.nodes("identifier")))


@lru_cache(64)
def _settings(source: Source) -> tuple[tuple[int, str], ...]:
    """Give each line that sets a variable, and which."""
    left = ((node, node.child_by_field_name("left")) for node in source.nodes("assignment", "augmented_assignment"))
    return tuple(
        (node.start_point.row + 1, text_of(name))
        for node, target in left
        if target is not None
        for name in nodes_of(target, ("identifier",))
    )


@lru_cache(64)
def _lines_of(source: Source, types: tuple[str, ...]) -> frozenset[int]:
    return frozenset(node.start_point.row + 1 for node in source.nodes(*types))


def _block(head: int, source: Source) -> frozenset[int]:
    """Give the lines of a loop or condition without its head."""
    there = (node for node in source.nodes(*_GOVERNING) if node.start_point.row + 1 == head)
    return frozenset(line for node in there for line in range(head + 1, node.end_point.row + 2))
