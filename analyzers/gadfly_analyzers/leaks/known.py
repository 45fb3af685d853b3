"""All that the leak check knows of a program: its own tokens, those of its tests, and what repairs change."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.leaks.changes import Change, Secret
from gadfly_analyzers.leaks.tokens import Tokens, any_holds, is_literal, plain_lines, split, tokens
from gadfly_analyzers.source import Source


@dataclass(frozen=True, repr=False, eq=False)
class Known(Secret):
    """What is known of one version of a program.

    ``heard`` is the code in what the student has said: saying it again gives nothing away. ``said`` are its words.
    """

    source: Source
    tests: tuple[Tokens, ...]
    changes: tuple[Change, ...] = ()
    heard: tuple[Tokens, ...] = ()
    said: frozenset[str] = frozenset()

    @cached_property
    def program(self) -> tuple[Tokens, ...]:
        """The program's lines, as they are and as Python would write them."""
        text = self.source.text
        written = text.splitlines()
        lines = (*map(split, plain_lines(text)), *map(split, written), *map(tokens, written))
        return tuple(line for line in dict.fromkeys(lines) if line)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every token of the program."""
        return frozenset(token for line in self.program for token in line)

    @cached_property
    def given(self) -> frozenset[str]:
        """Every token of the program, its tests, and what the student said."""
        return self.words | frozenset(token for line in (*self.tests, *self.heard) for token in line)

    @cached_property
    def put_in(self) -> frozenset[str]:
        """Every value in the tests."""
        return frozenset(token for line in self.tests for token in line if is_literal(token))

    def stands(self, token: str, lines: Collection[int]) -> bool:
        """Tell whether a token stands on one of the program's lines (1-based)."""
        texts = self.source.lines
        return any(token in split(texts[line - 1]) for line in lines if 0 < line <= len(texts))

    def has(self, part: Tokens) -> bool:
        """Tell whether the student has a piece of code already, in the program, a test, or their own words."""
        return any_holds(self.program, part) or any_holds(self.tests, part) or any_holds(self.heard, part)


def test_tokens(run: RunResult | None) -> tuple[Tokens, ...]:
    """Give the lines of all tests, and the values that came up in them, as tokens."""
    if run is None:
        return ()
    texts = [line for test in run.tests for line in test.source.splitlines()]
    for test in run.tests:
        texts += [call.text for call in test.calls]
        texts += [call.returned.text for call in test.calls if call.returned]
        compared = (test.comparison.expected.text, test.comparison.actual.text) if test.comparison else ()
        texts += [*compared, test.name, test.actual_source or ""]
        texts += [test.raised.type] if test.raised else []
    return lines_of(texts)


def lines_of(texts: Sequence[str]) -> tuple[Tokens, ...]:
    """Give texts as tokens, each once."""
    return tuple(dict.fromkeys(found for text in texts if (found := split(text))))
