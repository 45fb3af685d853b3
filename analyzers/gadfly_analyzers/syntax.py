"""Where and why a text is not a Python program, asked so that the answer is not told."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from symtable import SymbolTable, symtable

from tree_sitter import Node

from gadfly_analyzers.syntax_signs import QUESTIONS, is_certain, kind_of

_LINE_END = re.compile(r"\r\n|\n|\r")
# Comments and strings (also unfinished ones) are matched so that brackets inside them are not.
_BRACKET = re.compile(
    r"""#[^\r\n]*|(\"{3}|'{3})(?:\\.|(?!\1).)*(?:\1|\Z)|"(?:\\.|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n])*'?|[()\[\]{}]""",
    re.DOTALL,
)
_PARTNER = {")": "(", "]": "[", "}": "{"}
_FUNCTIONS = ("function_definition", "lambda")
_LOOPS = ("for_statement", "while_statement")
# What Python finds misplaced only after it has read the whole text.
_HOME = {
    "await": _FUNCTIONS,
    "break_statement": _LOOPS,
    "continue_statement": _LOOPS,
    "return_statement": _FUNCTIONS,
    "yield": _FUNCTIONS,
}
HAS_HOME = tuple(_HOME)
_BYTE_ORDER_MARK = "\ufeff"
_OPENED_BY_BRACE = re.compile(r"^\s*(if|elif|else|for|while|def|class)\b[^{]*\{\s*$")
_BRACKETS_LOOKED_AT = 100
_WALLS = (*_FUNCTIONS, "class_definition")


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """The first thing that keeps a text from being a program: 1-based line, 0-based column in characters.

    ``message`` is a question; Python's own words often hold the repair and are not kept.
    """

    line: int
    column: int
    kind: str
    message: str


def names_in(text: str) -> SymbolTable | None:
    """Ask Python for the names of a text, which it reads and never runs; nothing if it cannot read it."""
    try:
        return _read(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _read(text: str) -> SymbolTable:
    """Have Python read a text.

    For its names alone: that takes half as long as for the whole tree, which Python 3.11 cannot make in two threads.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return symtable(text.removeprefix(_BYTE_ORDER_MARK), "<program>", "exec")


def complaint(text: str, *, is_whole: bool) -> SyntaxProblem | None:
    """Ask Python what keeps it from reading a text, of which is known whether its tree is whole.

    This Python may be older than the student's, so where the tree is whole only certain complaints count.
    """
    try:
        _read(text)
    except SyntaxError as error:
        lines = _LINE_END.split(text)
        if is_whole and not is_certain(error) and kind_of(error, _line_at(error, lines)) != "operator":
            return None
        return _placed(error, lines, text)
    except (RecursionError, MemoryError):
        return _problem(1, 0, "too-deep")
    except ValueError:
        return _unreadable(text)
    return None


def _problem(line: int, column: int, kind: str) -> SyntaxProblem:
    return SyntaxProblem(line, column, kind, QUESTIONS[kind])


def _unreadable(text: str) -> SyntaxProblem:
    bad = re.search("[\0\ud800-\udfff]", text)
    before = _LINE_END.split(text[: bad.start()] if bad else "")
    return _problem(len(before), len(before[-1]), "unreadable")


def _line_at(error: SyntaxError, lines: list[str]) -> str:
    return lines[min(max(1, error.lineno or 1), len(lines)) - 1]


def _placed(error: SyntaxError, lines: list[str], text: str) -> SyntaxProblem:
    if "null bytes" in error.msg:
        return _unreadable(text)
    line = min(max(1, error.lineno or 1), len(lines))
    kind = kind_of(error, lines[line - 1])
    if line > 1 and _OPENED_BY_BRACE.search(lines[line - 2]):
        return _problem(line - 1, 0, "braces")
    opened = _open_bracket(text, line if kind in ("unknown", "colon", "values") else line - 1)
    if opened is not None:
        return _problem(*opened, "bracket-open")
    if lines[line - 1].strip():
        column = (error.offset or 1) - 1 + (line == 1 and text.startswith(_BYTE_ORDER_MARK))
        return _problem(line, min(max(0, column), len(lines[line - 1])), kind)
    # At the end of the text there is nothing to look at; the eye should look at what came before it.
    while line > 1 and not lines[line - 1].strip():
        line -= 1
    return _problem(line, len(lines[line - 1].rstrip()), kind)


def _open_bracket(text: str, last_line: int) -> tuple[int, int] | None:
    """Find the last bracket, up to a line, that nothing closes: what Python says of later text is then beside it."""
    waiting: list[re.Match[str]] = []
    for found in _BRACKET.finditer(text):
        bracket = found.group()
        if bracket in _PARTNER.values():
            waiting.append(found)
        elif bracket in _PARTNER and (not waiting or waiting.pop().group() != _PARTNER[bracket]):
            return None
    places = [_LINE_END.split(text[: found.start()]) for found in waiting[-_BRACKETS_LOOKED_AT:]]
    return max(((len(at), len(at[-1])) for at in places if len(at) <= last_line), default=None)


def misplaced(nodes: Iterable[Node]) -> SyntaxProblem | None:
    """Find the first of some nodes, of the types in ``HAS_HOME``, that stands where Python allows none."""
    for node in nodes:
        home = _HOME[node.type]
        if not _stands_in(node, home):
            kind = "outside-loop" if home is _LOOPS else "outside-function"
            return _problem(node.start_point.row + 1, node.start_point.column, kind)
    return None


def _stands_in(node: Node, home: tuple[str, ...]) -> bool:
    inner = node
    while (around := inner.parent) is not None:
        # The `else` of a loop is no longer the loop, nor is the head of a function its body.
        if around.type in home and inner.type != "else_clause":
            return True
        if around.type in _WALLS:
            return False
        inner = around
    return False
