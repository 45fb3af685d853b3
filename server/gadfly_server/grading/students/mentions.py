"""What a text mentions of a program, found without understanding a word of it: lines, names, values, code.

What words of programming speak of stands in ``vocabulary``, which runs a text speaks of in ``tracing``.  This is all
that a simulated student takes from a hint: what is explained, however well, is lost on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gadfly_analyzers.attempts.attempt import spaced, tokens

_LINES = re.compile(r"\blines?\s+(\d+)(?:\s*(?:-|–|to|and|,)\s*(\d+))?", re.IGNORECASE)
_QUOTED = re.compile(r"```(?:\w*\n)?(.*?)```|`` (.{1,400}?) ``|`([^`]*)`|\"([^\"\n]*)\"|“([^“”\n]*)”", re.DOTALL)
_CODE = re.compile(
    r"^[^\S\n]*(?:\w[\w.\[\]]*\s*[-+*/%]?=\s*\S|return\b|if\b.*:\s*$|for\b.*:\s*$|while\b.*:\s*$).*$", re.MULTILINE
)
_LOOKS_LIKE_CODE = re.compile(r"(?<![\w.])[\w.]+(?:\([^()\n]*\)|\[[^\]\n]{0,200}\])|[<>=!+*/%-]=|\*\*|//|\b\w+_\w+")
_OPERATOR = re.compile(r"[<>=!+*/%-]=|\*\*|//|[-+*/%<>=]")
_ALONE = re.compile(rf"(?:(?<=\s)|^)({_OPERATOR.pattern})(?=[\s?.,;!]|$)")
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
# Words of Python that are words of English, too: in prose they mean nothing of the program.
_WORDS = frozenset(
    (
        *("a", "and", "as", "assert", "break", "class", "continue", "def", "del", "else", "except", "finally", "for"),
        *("from", "global", "i", "if", "import", "in", "is", "lambda", "list", "not", "or", "pass", "print", "raise"),
        *("range", "return", "self", "set", "sum", "the", "try", "while", "with", "yield"),
    )
)
_CONSTANTS = ("None", "True", "False")  # of no program
_RANGE = ("-", "–", "to")
_MOST = 400  # lines that a range may name


@dataclass(frozen=True, slots=True)
class Mentions:
    """``lines`` by number; ``names``, ``values`` and ``operators`` that the program holds, too.

    ``foreign`` are pieces of code that do not stand in the program, as tokens with a space around each.
    ``shortened`` are statements of which the program has more on a line: who takes the rest away writes them.
    """

    lines: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()
    operators: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()
    shortened: frozenset[str] = frozenset()

    @property
    def elsewhere(self) -> bool:
        """Whether a text writes down code, and nothing of it is of this program."""
        return any(each.strip() not in _CONSTANTS for each in self.foreign) and not self.names


NOTHING = Mentions()


def mentions(text: str, program: str) -> Mentions:
    """Find what a text mentions of a program."""
    known, there = frozenset(tokens(program)), spaced(program)
    without_lines = _LINES.sub(" ", text)
    code = [next(part for part in found.groups() if part is not None) for found in _QUOTED.finditer(without_lines)]
    prose = _QUOTED.sub(" ", without_lines)
    code += [*(found[0] for found in _CODE.finditer(prose)), *_LOOKS_LIKE_CODE.findall(prose)]
    written = frozenset(token for piece in code for token in tokens(piece))
    said = written | frozenset(tokens(prose)) | _in_words(prose, known)
    named = {each.lower() for each in said if each in written or each == "i" or each.lower() not in _WORDS}
    operators = {piece.strip() for piece in code if _OPERATOR.fullmatch(piece.strip())} | set(_ALONE.findall(prose))
    return Mentions(
        lines=frozenset(_lines(text)),
        names=frozenset(each for each in known if _is_name(each) and each.lower() in named),
        values=frozenset(each for each in said & known if each[0].isdigit() or each[0] in "\"'"),
        operators=frozenset(operators) & known,
        foreign=frozenset(_foreign(code, known, there)),
        shortened=frozenset(_shortened(code, program, there)),
    )


def _foreign(code: Iterable[str], known: frozenset[str], there: str) -> Iterator[str]:
    """Give each line of code that is not in the program, but for what is quoted of another program that is shown."""
    own = {each for each in known if _is_name(each)} - _WORDS
    shown = [spaced(piece) for piece in code if "\n" in piece.strip() and own.isdisjoint(tokens(piece))]
    for line in (spaced(line) for piece in code for line in piece.split("\n")):
        if line.strip() and line not in there and not any(line in other for other in shown):
            yield line


def _shortened(code: Iterable[str], program: str, there: str) -> Iterator[str]:
    """Give each statement of code of which the program has all, but on a line with more."""
    whole = {spaced(line) for line in program.split("\n")}
    for line in (line for piece in code for line in piece.split("\n")):
        if _CODE.match(line) and spaced(line) in there and spaced(line) not in whole:
            yield spaced(line)


def _lines(text: str) -> list[int]:
    found: list[int] = []
    for each in _LINES.finditer(text):
        first, last = int(each[1]), int(each[2] or each[1])
        between = any(sign in each[0] for sign in _RANGE) and first < last < first + _MOST
        found += range(first, last + 1) if between else (first, last)
    return found


def _in_words(prose: str, known: Iterable[str]) -> frozenset[str]:
    """Give the names whose parts stand in a text as words: "the final score" is ``finalScore``."""
    words = f" {' '.join(re.findall(r'[a-z]+|[0-9]+', prose.lower()))} "
    parts = {name: _PARTS.findall(name) for name in known if _is_name(name)}
    return frozenset(name for name, each in parts.items() if len(each) > 1 and f" {' '.join(each).lower()} " in words)


def _is_name(token: str) -> bool:
    return token[0].isalpha() or token[0] == "_"
