"""A suspect statement in two runs of one test: of the program as it is, and of a repaired one, which nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tree_sitter import Node

from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.divergence import Divergence
from gadfly_analyzers.trace.layout import LOOPS, Layout
from gadfly_analyzers.trace.line_map import LineMap
from gadfly_analyzers.trace.readings import Activation, Readings, Step
from gadfly_analyzers.trace.recording import Event, Trace

MOST_CALLS = 20  # besides the one that departs
_MODULE = "<module>"


@dataclass(frozen=True)
class Version:
    """One version of the program with its run of the test."""

    source: Source
    trace: Trace

    @cached_property
    def readings(self) -> Readings:
        """What the run says."""
        return Readings(self.trace, self.source)

    @property
    def layout(self) -> Layout:
        """Where the statements stand."""
        return self.readings.layout

    def node(self, statement: Statement) -> Node | None:
        """Find the node of a statement."""
        nodes = self.source.nodes(statement.kind)
        return next((each for each in nodes if each.start_byte == statement.span.start), None)


@dataclass(frozen=True, slots=True)
class Pair:
    """The same call of a function in both versions."""

    ours: Activation
    theirs: Activation


@dataclass(frozen=True)
class Compared:
    """A statement of our version, and all there is to compare; ``lines`` maps our lines to those of the other one."""

    statement: Statement
    ours: Version
    theirs: Version
    lines: LineMap
    departed: Divergence | None

    @property
    def line(self) -> int:
        """The statement's line in our version."""
        return self.statement.line

    @cached_property
    def there(self) -> Statement | None:
        """The statement as the other version has it."""
        line = self.lines.there(self.line)
        return None if line is None else self.theirs.layout.alone(line)

    @cached_property
    def loop(self) -> Statement | None:
        """The innermost loop around the statement."""
        block = self.ours.layout.block
        around = [each for each in self.ours.source.statements() if each.kind in LOOPS and self.line in block(each)]
        return around[-1] if around else None

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Some calls of its function, as long as both versions make the same ones: first that which departs."""
        name = self.statement.function or _MODULE
        both = zip(self.ours.readings.activations_of(name), self.theirs.readings.activations_of(name), strict=False)
        alike = [*self._alike(both)]
        departing = [each for each in alike if self.departed and each.ours.frame == self.departed.frame]
        return (*departing, *alike[:MOST_CALLS])

    def runs(self, pair: Pair) -> tuple[tuple[Step, ...], tuple[Step, ...]] | None:
        """The runs of the statement in one call in both versions; ``None`` if that cannot be told."""
        ours = pair.ours.runs_of(self.line)
        theirs = pair.theirs.runs_of(self.there.line) if self.there else None
        return None if ours is None or theirs is None else (ours, theirs)

    @property
    def departs_here(self) -> bool:
        """Whether it is this statement after which the run first goes another way."""
        return self.departed is not None and self.line <= self.departed.line <= self.statement.end_line

    @property
    def event(self) -> Event | None:
        """The first event of our run that shows a difference."""
        return self.ours.trace.events[self.departed.event] if self.departed else None

    @staticmethod
    def _alike(both: Iterator[tuple[Activation, Activation]]) -> Iterator[Pair]:
        for ours, theirs in both:
            if ours.arguments != theirs.arguments:
                return
            yield Pair(ours, theirs)
