"""To which lines of a program a text points: by their numbers, by code and names that it quotes, or in words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.lines import lines_in
from gadfly_analyzers.outline import Function
from gadfly_analyzers.source import Source

_QUOTED = re.compile(r"`([^`]+)`|\"([^\"]+)\"|(?<!\w)'([^']+)'")
_NUMBER = r"\d{1,6}(?!\d)"
_LINES = re.compile(
    rf"\blines?\s+({_NUMBER}(?:\s*(?:,\s*and|,\s*or|,|and|or|to|-|–)\s*(?:lines?\s+)?{_NUMBER})*)", re.IGNORECASE
)
_RANGE = re.compile(rf"({_NUMBER})\s*(?:to|-|–)\s*(?:lines?\s+)?({_NUMBER})", re.IGNORECASE)
_WALK = re.compile(
    r"\b(?:walk|go|step|trace|run|work)(?:s|ing)? (?:\w+ )?through\b|\b(?:line|step)[ -]by[ -](?:line|step)\b"
    r"|\blet(?:['’]?s| us) (?:\w+ ){0,2}(?:start|begin|move on)\b",
    re.IGNORECASE,
)
_WHEN = r"\b(?:after|before|below|above) lines? \d"
_PRINT_AT = re.compile(rf"\bprint\w*\b[^.?!]*{_WHEN}|{_WHEN}[^.?!]*\bprint", re.IGNORECASE)
_KEYWORD = re.compile(r"[`\"'](for|while|if|elif|else|return|import)[`\"']", re.IGNORECASE)
_BLOCK_AT = re.compile(
    rf"\b(?:loops?|for|while|(?:el)?if|(?:statement|block|branch)s?) (?:on|at|in) lines? ({_NUMBER})", re.IGNORECASE
)
_PIECE = re.compile(r"[^\w\s.,;:?!'\"-]|[^\W\d]\.[^\W\d]")  # more than words, numbers and texts
_LOOPS = ("for_statement", "while_statement")
_CHOICES = ("if_statement", "elif_clause")
_GOVERNING = (*_LOOPS, *_CHOICES, "with_statement", "try_statement", "except_clause", "match_statement", "case_clause")
_IN_WORDS: tuple[
    tuple[str, tuple[str, ...], bool], ...
] = (  # words, what they are called in the tree, with their block
    (r"for[ -]loops?", ("for_statement",), True),
    (r"while[ -]loops?", ("while_statement",), True),
    (r"(?<!for )(?<!while )loops?", _LOOPS, True),
    (r"(?:(?:el)?if|else)[ -](?:statements?|blocks?|branch(?:es)?|clauses?|parts?)", ("if_statement",), True),
    (r"conditions?|conditionals?|comparisons?", (*_CHOICES, "while_statement"), False),
    (r"return[ -]statements?", ("return_statement",), False),
    (r"list comprehensions?", ("list_comprehension",), False),
    (r"imports?", ("import_statement", "import_from_statement"), False),
)
_WORDS = [(re.compile(rf"\b(?:{words})\b", re.IGNORECASE), types, block) for words, types, block in _IN_WORDS]


def points(text: str, program: str, faulty: Sequence[int]) -> bool:
    """Tell whether a text points at one of the faulty lines: by number, or by code that stands in no other lines."""
    if numbers(text) & set(faulty):
        return True
    return any(bool(there := places(quoted, program)) and there <= set(faulty) for quoted in quotes(text))


def region(text: str, source: Source) -> frozenset[int]:
    """Give the lines that a text points to, by the most exact of the ways in which it does.

    Lines that it numbers, of a loop or an ``if`` there all of it; else those that hold a piece of code that it quotes;
    else those that hold the variables that it quotes, with the loops and conditions that these lines are in, for they
    decide what becomes of a variable; else the functions that it quotes, and the loops, conditions and the like that it
    speaks of in words.

    Whoever asks to be walked through, or begins a walk, points to all of the function in which the first step lies; and
    whoever wants something printed after or before a line points to the block around it, for the line says only when.
    """
    lines = numbered(text, source) or pieces(text, source) or variables(text, source)
    if lines and walks(text):
        return walked(lines, source)
    if lines and _PRINT_AT.search(text):
        return frozenset().union(*(_block_around(line, source) for line in lines))
    return lines or functions(text, source).union(*constructs(text, source))


def walks(text: str) -> bool:
    """Tell whether a text asks to be walked through a program, or begins a walk."""
    return _WALK.search(text) is not None


def walked(lines: Collection[int], source: Source) -> frozenset[int]:
    """Give where a walk goes that begins at some lines."""
    return frozenset().union(*(_function_around(line, source) for line in lines))


def numbers(text: str) -> set[int]:
    """Give the numbers of lines in a text; of "3 to 5" and "3-5" those between as well."""
    found: set[int] = set()
    for listed in _LINES.findall(text):
        found |= {int(each) for each in re.findall(r"\d+", listed)}
        for first, last in ((int(first), int(last)) for first, last in _RANGE.findall(listed)):
            found |= set(range(first, last + 1)) if last - first < 100 else set()
    return found


def quotes(text: str) -> Iterator[str]:
    """Give what a text quotes."""
    for found in _QUOTED.finditer(text):
        yield next(each for each in found.groups() if each)


def places(quoted: str, program: str) -> set[int]:
    """Give the lines that hold a piece of code, or a name."""
    lines = enumerate(lines_in(program), 1)
    if re.fullmatch(r"\w+", quoted):
        return {number for number, line in lines if re.search(rf"\b{re.escape(quoted)}\b", line)}
    piece = "".join(quoted.split())
    return {number for number, line in lines if piece and piece in "".join(line.split())}


def numbered(text: str, source: Source) -> frozenset[int]:
    """Give the lines that a text numbers, of a loop or an ``if`` there all of it."""
    written = {number for number, line in enumerate(lines_in(source.text), 1) if line.strip()}
    heads = set(map(int, _BLOCK_AT.findall(_KEYWORD.sub(r"\1", text))))
    blocks = (range(first, last + 1) for first, last in _spans(source.nodes(*_GOVERNING)) if first in heads)
    return frozenset(numbers(text).union(*blocks) & written)


def pieces(text: str, source: Source) -> frozenset[int]:
    """Give the lines with code that a text quotes."""
    found = [places(quoted, source.text) for quoted in quotes(text) if _PIECE.search(quoted)]
    return frozenset().union(*found)


def variables(text: str, source: Source) -> frozenset[int]:
    """Give the lines with variables that a text quotes, and the loops and conditions around these."""
    named = set(quotes(text)) - {_own_name(each) for each in source.functions()}
    uses = (node for node in source.nodes("identifier") if text_of(node) in named)
    held = {first for first, _ in _spans(uses)}
    heads = _spans(source.nodes(*_GOVERNING))
    return frozenset(held | {head for head, last in heads if any(head < line <= last for line in held)})


def functions(text: str, source: Source) -> frozenset[int]:
    """Give the functions that a text quotes."""
    named = set(quotes(text))
    called = [each for each in source.functions() if _own_name(each) in named]
    return frozenset(line for each in called for line in range(each.line, each.end_line + 1))


def _function_around(line: int, source: Source) -> range:
    """Give the lines of the innermost function around a line, or all of the program."""
    around = [each for each in source.functions() if each.line <= line <= each.end_line]
    last = source.text.count("\n") + 1
    return min((range(each.line, each.end_line + 1) for each in around), key=len, default=range(1, last + 1))


def _block_around(line: int, source: Source) -> range:
    """Give the lines of the innermost loop, condition or function around a line."""
    heads = (range(first, last + 1) for first, last in _spans(source.nodes(*_GOVERNING)) if first < line <= last)
    return min(heads, key=len, default=_function_around(line, source))


def _own_name(function: Function) -> str:
    return function.name.rpartition(".")[2]


def constructs(text: str, source: Source) -> Iterator[frozenset[int]]:
    """Give for each kind of construct its lines if a text speaks of it in words."""
    prose = _QUOTED.sub(" ", _KEYWORD.sub(r"\1", text))  # "the `while` loop" is in words
    for words, types, with_block in _WORDS:
        spans = _spans(source.nodes(*types)) if words.search(prose) else ()
        yield frozenset(line for first, last in spans for line in (range(first, last + 1) if with_block else (first,)))


def _spans(nodes: Iterator[Node]) -> Iterator[tuple[int, int]]:
    yield from ((node.start_point.row + 1, node.end_point.row + 1) for node in nodes)
