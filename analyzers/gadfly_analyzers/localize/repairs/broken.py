"""Small edits after which Python can read a program that it cannot read as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gadfly_analyzers.findings import Span
from gadfly_analyzers.localize.repairs.candidates import parses, repaired
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.source import Position, Source

# How Python spells what a line spells otherwise; the first group is what is replaced.
_SPELLINGS = tuple(
    (detail, re.compile(looks), spellings)
    for detail, looks, spellings in (
        ("else if", r"^\s*(else\s+if|elseif|elsif)\b", ("elif",)),
        ("else if", r"^\s*(else)\s+[^:\s]", ("elif",)),
        ("else if", r"^\s*else(\s+[^:]+):", ("",)),
        ("operator", r"(=!|<>|!\s+=)", ("!=",)),
        ("operator", r"(=<|<\s+=)", ("<=",)),
        ("operator", r"(=>|>\s+=)", (">=",)),
        ("operator", r"(=\s+=|===)", ("==",)),
        ("operator", r"(\s*&&\s*)", (" and ",)),
        ("operator", r"(\s*\|\|\s*)", (" or ",)),
        ("operator", r"(!)(?!=)", ("not ", "!=")),
        ("increment", r"(\s*\+\+\s*;?)", (" += 1",)),
        ("increment", r"(\s*--\s*;?)$", (" -= 1",)),
        ("increment", r"(=\s*\+|\+\s+=)", ("+=",)),
        ("increment", r"(=\s*-|-\s+=)", ("-=",)),
        ("equals", r"(?<![=!<>+\-*/%:])(=)(?!=)", ("==",)),
        ("equals", r"(?<![=!<>])(==)", ("=",)),
        ("colon", r"(\s*(?:[;{]|\bthen\b|\bdo\b)\s*)$", (":", "")),
        ("colon", r"(:)\s*$", ("",)),
        ("word", r"^\s*(function|func|fun|define|void)\b", ("def",)),
        ("word", r"^\s*for\s+[\w, ]+?\s*(=|:|\bof\b|\bis\b)", (" in ",)),
        ("parameters", r"^\s*def\s+\w+(\s*:?)$", ("():",)),
        ("quote mark", "([“”„«»])", ('"',)),
        ("quote mark", "([‘’‚`´])", ("'",)),
        ("operator", "([–−])", ("-",)),
    )
)
_PRINT = re.compile(r"^\s*print(\s+)(?!\()")
_ALIKE = str.maketrans("“”„«»‘’‚´", '"""""\'\'\'\'')
_COMMENT = re.compile(r"""^((?:"[^"]*"|'[^']*'|[^#"'])*?)\s*(#.*)?$""")
_TOKEN = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|[^\W\d]\w*|\d[\d.]*|[-+*/%=<>!&|:]=|\*\*|//|\S")
_BRACKETS = ("(", ")", "[", "]", "{", "}")
_INSERTED = {
    **dict.fromkeys((",", ":"), "mark"),
    **dict.fromkeys((".", "=", "+", "*"), "operator"),
    **dict.fromkeys(('"', "'"), "quote"),
    **dict.fromkeys((" in ", " and ", " if "), "word"),
}
_LINES_ABOVE = 3
_LONGEST_LINE, _LONGEST_BLOCK = 400, 400  # characters of a line, lines of a block
_LARGEST_READ = 64 * 1024  # bytes that are read again and again
_CUTS = 3  # places that are tried to cut a program at
_PART = re.compile(r"[\s#)\]}]|$|(?:else|elif|except|finally)\b")
_REMEMBERED = 8  # programs: suspects and the leak check want the same of each

Edits = tuple[str, list[Edit]]


@lru_cache(maxsize=_REMEMBERED)
def repairs_of_broken(source: Source) -> tuple[Repair, ...]:
    """Propose one change of a sign, a word or an indentation near the place where Python stops reading."""
    return tuple(repair for repair, is_read in tries_of_broken(source) if is_read)


@lru_cache(maxsize=_REMEMBERED)
def tries_of_broken(source: Source) -> tuple[tuple[Repair, bool], ...]:
    """Give all such changes, those after which Python cannot read it either too; and for each whether it can."""
    return tuple(_tries(source))


def _tries(source: Source) -> Iterator[tuple[Repair, bool]]:
    problem = source.syntax_error()
    if problem is None:
        return
    near = list(_near(source, problem.line))
    apart = _apart(source, near) if near else Span(0, 0)
    if apart.end - apart.start > _LARGEST_READ:
        return
    tried = {source.data[apart.start : apart.end]}
    for line in near:
        for detail, edits in _edits(source, line):
            repair = Repair(f"broken/{detail}", source.span_of_lines(line.number, line.number), edits)
            data = repaired(source, repair)
            if edits[-1].end <= apart.end:
                data = data[apart.start : len(data) - len(source.data) + apart.end]
            if data not in tried:
                yield repair, _is_read(data)
            tried.add(data)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: its number (1-based), where it starts in bytes, and its text without comment and line end."""

    number: int
    start: int
    text: str

    def put(self, begin: int, end: int, new: str) -> Edit:
        """Put a text in place of columns of the line."""
        first = self.start + _size(self.text[:begin])
        return Edit(first, first + _size(self.text[begin:end]), new.encode())

    @property
    def indentation(self) -> str:
        """The white space before the text."""
        return self.text[: len(self.text) - len(self.text.lstrip())]


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _is_read(data: bytes) -> bool:
    return parses(data) and Source.parse(data.decode("utf-8", "surrogatepass")).syntax_error() is None


def _apart(source: Source, near: Sequence[_Line]) -> Span:
    """Give the statements of the file around some lines: Python reads the program if it reads these.

    What comes before and behind is read once, and not for each change.
    """
    numbers = [line.number for line in near]
    begins = [number for number in range(1, len(source.lines) + 1) if _begins_statement(source.lines, number)]
    starts = [source.byte(Position(number - 1, 0)) for number in begins if number <= min(numbers)][-_CUTS:]
    ends = [source.byte(Position(number - 1, 0)) for number in begins if number > max(numbers)][:_CUTS]
    start = next((start for start in reversed(starts) if parses(source.data[:start])), 0)
    return Span(start, next((end for end in ends if parses(source.data[end:])), len(source.data)))


def _begins_statement(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line looks like the first one of a statement of the file, and not like a part of it."""
    return not _PART.match(lines[number - 1]) and (number == 1 or not lines[number - 2].startswith("@"))


def _near(source: Source, number: int) -> Iterator[_Line]:
    """Give the line that Python complains of, those above it that hold text, and the one below."""
    told = [each for each, text in enumerate(source.lines, 1) if text.strip() and len(text) <= _LONGEST_LINE]
    above = [each for each in told if each < number][-_LINES_ABOVE:]
    below = [each for each in told if each > number][:1]
    for each in (*(here for here in told if here == number), *reversed(above), *below):
        text = source.lines[each - 1].rstrip("\r\n")
        code = _COMMENT.match(text)
        yield _Line(each, source.byte(Position(each - 1, 0)), code.group(1) if code is not None else text.rstrip())


def _edits(source: Source, line: _Line) -> Iterator[Edits]:
    end = len(line.text)
    yield "colon", [line.put(end, end, ":")]
    for detail, looks, spellings in _SPELLINGS:
        for found in looks.finditer(line.text):
            yield from ((detail, [line.put(*found.span(1), new)]) for new in spellings)
    if (printed := _PRINT.match(line.text)) is not None:
        yield "print", [line.put(*printed.span(1), "("), line.put(end, end, ")")]
    yield "quote mark", [line.put(0, end, line.text.translate(_ALIKE))]
    yield "colon", [line.put(0, end, re.sub(r"\s*;?$", ":", line.text.translate(_ALIKE)))]
    yield from _of_brackets(line)
    yield from _of_tokens(line)
    yield from _of_indentation(source, line)


def _of_brackets(line: _Line) -> Iterator[Edits]:
    """Add a bracket, the last places first; take one away; put another in its place."""
    tokens = list(_TOKEN.finditer(line.text))
    places = dict.fromkeys(place for token in reversed(tokens) for place in (token.end(), token.start()))
    for bracket in (")", "]", "}", "(", "[", "{"):
        yield from (("bracket added", [line.put(place, place, bracket)]) for place in places)
    yield "bracket added", [line.put(len(line.text), len(line.text), "))")]
    for token in reversed(tokens):
        if token.group() in _BRACKETS:
            yield "bracket removed", [line.put(*token.span(), "")]
            yield from (("bracket changed", [line.put(*token.span(), other)]) for other in _BRACKETS)


def _of_tokens(line: _Line) -> Iterator[Edits]:
    """Add what may be missing between two parts of a line, or take a part away."""
    tokens = list(_TOKEN.finditer(line.text))
    for new, detail in _INSERTED.items():
        for token in tokens:
            yield f"{detail} added", [line.put(token.end(), token.end(), new)]
            yield f"{detail} added", [line.put(token.start(), token.start(), new)]
    for token in tokens:
        yield "part removed", [line.put(*token.span(), "")]
    yield "part removed", [line.put(len(line.indentation), len(line.text), "pass")]


def _of_indentation(source: Source, line: _Line) -> Iterator[Edits]:
    """Let a line, or it and all below that are as deep, begin where another line begins; or fill an empty block."""
    old = line.indentation
    others = [text[: len(text) - len(text.lstrip())] for text in source.lines if text.strip()]
    depths = dict.fromkeys((*others, old + "    ", old[:-1], old + " "))
    block = list(_block_below(source, line))
    for depth in sorted(depths, key=lambda each: abs(len(each) - len(old))):
        if depth != old:
            here = line.put(0, len(old), depth)
            yield "indentation", [here]
            yield "indentation of block", [here, *(_shifted(source, number, old, depth) for number in block)]
    yield "empty block", [line.put(len(line.text), len(line.text), f"\n{old}    pass")]


def _block_below(source: Source, line: _Line) -> Iterator[int]:
    """Give the lines below that belong with a line: none from there up to them is less deep."""
    for number in range(line.number + 1, min(line.number + _LONGEST_BLOCK, len(source.lines)) + 1):
        text = source.lines[number - 1]
        if text.strip() and not text.startswith(line.indentation):
            return
        if text.strip():
            yield number


def _shifted(source: Source, number: int, old: str, new: str) -> Edit:
    start = source.byte(Position(number - 1, 0))
    return Edit(start, start + _size(old), new.encode())
