"""What a keystroke takes: of our server, of `ruff server`, and of a parser that does nothing with its tree."""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from collections.abc import Iterator
from functools import partial
from itertools import islice

from tree_sitter import Parser, Point

from budgeting.clocks import cpu
from budgeting.ratio import Measure, Ratio
from budgeting.server import Server
from editor import RUFF, find
from gadfly_analyzers.check import check
from gadfly_analyzers.grammar import PYTHON
from gadfly_analyzers.source import Source
from keystroke import text_of

# In a pause of a second our server reads the whole program once more. On a machine that is busy each turn of the
# others would be one, and what is measured would be that reading: here it never comes.
NEVER = "from gadfly_server.lsp import pace, serve; pace.PAUSE = 1e9; serve.main(['--stdio'])"
GADFLY = (sys.executable, "-I", "-c", NEVER)
ROUNDS = {50: 30, 500: 30, 5_000: 15, 20_000: 6}  # by lines: so many times …
KEYS = 10  # … so many keystrokes, by turns; the median of the rounds counts
_NAME = re.compile(r"\b[a-z]{4,}\b")


def measures() -> dict[str, Measure]:
    """A measure for each length of a program."""
    return {f"keystroke at {lines:,} lines": partial(at, lines) for lines in ROUNDS}


def at(lines: int) -> Iterator[Ratio]:
    """Type in a program of so many lines, by turns in both servers and beside a bare parser."""
    text = text_of(lines)
    places = places_in(text)
    bare = Bare(text)
    with Server(GADFLY) as ours, Server((str(find(RUFF)), "server")) as ruff:
        ours.open(text)
        ruff.open(text)
        spent: list[list[float]] = []
        before = (cpu(ours.pid), cpu(ruff.pid), bare.spent)
        for _ in range(ROUNDS[lines]):
            for line, column, typed in islice(places, KEYS):
                for each in (ours, ruff, bare):
                    each.type(line, column, column + (not typed), typed)
            # What a server does behind what it published counts, too.
            after = (cpu(ours.pid), cpu(ruff.pid), bare.spent)
            spent.append([1000 * (late - early) / KEYS for early, late in zip(before, after, strict=True)])
            before = after
    own, peer, floor = (statistics.median(each) for each in zip(*spent, strict=True))
    name = f"keystroke at {lines:,} lines"
    yield Ratio(f"{name}, of ruff", own, peer, "ms CPU", "`ruff server`, the same keystrokes")
    yield Ratio(f"{name}, of a parser", own, floor, "ms CPU", "tree-sitter's edit and parse, findings to JSON")


def places_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Lines, columns and letters to type without end: a letter into a name, away again, then a name elsewhere."""
    lines = text.splitlines()
    names = [(number, found.start()) for number, line in enumerate(lines) for found in _NAME.finditer(line)]
    number = 0
    while True:
        line, column = names[number * 7919 % len(names)]
        for _ in range(5):
            yield line, column, "x"
            yield line, column, ""
        number += 1


class Bare:
    """A parser that follows the same keystrokes and writes as many findings as we do; ``spent`` are seconds of CPU."""

    def __init__(self, text: str) -> None:
        self.spent = 0.0
        self._parser = Parser(PYTHON)
        self._data = text.encode()
        self._tree = self._parser.parse(self._data)
        self._found = [
            {"range": [each.span.start, each.span.end], "message": each.message} for each in check(Source.parse(text))
        ]

    def type(self, line: int, column: int, end: int, typed: str) -> None:
        """Put a text between two places of a line, as in a server."""
        start = sum(map(len, self._data.splitlines(keepends=True)[:line])) + column
        began = time.process_time()
        before, after = start + end - column, start + len(typed)
        self._data = self._data[:start] + typed.encode() + self._data[before:]
        at = Point(line, column)
        self._tree.edit(start, before, after, at, Point(line, end), Point(line, column + len(typed)))
        self._tree = self._parser.parse(self._data, self._tree)
        json.dumps(self._found)
        self.spent += time.process_time() - began
