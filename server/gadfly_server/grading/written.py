"""Does a turn write down a repaired line, or a repaired program, in words of the program alone?

The leak check takes code that stands in the program for code that the student has.  A repair that only takes something
away, or puts lines into another order, is made of nothing else: as a whole line or program it gives the repair away all
the same.  It is compared with the repairs that are known, and else tried.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from gadfly_analyzers.execution.trial import Candidate
from gadfly_analyzers.leaks.verdict import Kind, Reason
from gadfly_server.grading.case import Case
from gadfly_server.grading.markdown import blocks
from gadfly_server.grading.workplace import parsed

Line = tuple[int, str]  # how far it is indented, and what stands there but for white space
_AS_REPAIRED = Reason(Kind.SPLICE, "writes down what a repair has there")
MOST = 12  # pieces that are tried
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


async def written(text: str, case: Case, repairs: Sequence[str], heard: Sequence[str]) -> Reason | None:
    """Give the reason for which a plain text gives a repair away by code that it writes down, if it does."""
    own, said = _lines(case.source.text), _lines("\n".join(heard))
    pieces = [piece for piece in blocks(text) if _is_new(piece, own, said)]
    if any(_is_as_in(piece, repair, case.source.text) for piece in pieces for repair in repairs):
        return _AS_REPAIRED
    candidates = tuple(candidate for piece in pieces[:MOST] for candidate in _versions(piece, case))
    if not candidates or case.bench is None or not case.bench.run.failing:
        return None
    trials = await case.bench.tried(candidates)
    helped = max((len(each.passed) for each in trials.verdicts if not each.broken), default=0)
    return Reason(Kind.SPLICE, f"with code in it {helped} more of the tests pass") if helped else None


def _is_new(piece: str, own: Sequence[Line], said: Sequence[Line]) -> bool:
    """Tell whether a piece is a statement or more, and neither the program nor the student has these lines."""
    tree = parsed(piece) or parsed(f"{piece.rstrip()}\n    pass") or parsed(f"def _():\n    {piece.strip()}")
    if tree is None or all(isinstance(each, ast.Expr) for each in tree.body):
        return False
    lines = _lines(piece)
    return bool(lines) and not _holds(own, lines) and not _holds(said, lines)


def _is_as_in(piece: str, repair: str, program: str) -> bool:
    """Tell whether a piece is as a repair has it, and not as the program has it."""
    return _holds(_lines(repair), _lines(piece)) or (_is_of(piece, repair) and not _is_of(piece, program))


def _is_of(piece: str, program: str) -> bool:
    """Tell whether a program has all lines of a piece, one after the other, however they are indented."""
    lines, part = ([line for _, line in _lines(each)] for each in (program, piece))
    return any(lines[at : at + len(part)] == part for at in range(len(lines) - len(part) + 1))


def _versions(piece: str, case: Case) -> Iterator[Candidate]:
    """Give the program with a piece in it: behind it where that defines anew what it defines, else at its faults."""
    tree, end = parsed(piece), len(case.source.data)
    known = _defined(parsed(case.source.text))
    if tree is not None and _defined(tree) & known:
        yield ((end, end, f"\n\n{piece}\n".encode("utf-8", "replace")),)
    elif "\n" in piece.strip() and tree is not None and not known:
        yield ((0, end, f"{piece}\n".encode("utf-8", "replace")),)
    elif "".join(piece.split()) in "".join(case.source.text.split()):  # other lines are tried by the leak check
        new = piece.strip().encode("utf-8", "replace")
        held = [each for each in case.source.statements() if each.line in case.sites]
        yield from (((each.span.start, each.span.end, new),) for each in held)


def _defined(tree: ast.Module | None) -> frozenset[str]:
    return frozenset(each.name for each in (tree.body if tree else ()) if isinstance(each, _DEFINITIONS))


def _lines(code: str) -> list[Line]:
    return [(len(each) - len(each.lstrip()), "".join(each.split())) for each in code.splitlines() if each.strip()]


def _holds(lines: Sequence[Line], part: Sequence[Line]) -> bool:
    """Tell whether lines have some others among them, indented as these or all of them further in or out."""
    return any(_is_moved(lines[at : at + len(part)], part) for at in range(len(lines) - len(part) + 1))


def _is_moved(lines: Sequence[Line], others: Sequence[Line]) -> bool:
    return all(
        one == other and indent - far == lines[0][0] - others[0][0]
        for (indent, one), (far, other) in zip(lines, others, strict=True)
    )
