"""What pytest prepares for every session alike, done once before the fork; a run adds what its own folder says."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any, Iterable, Iterator, List, Optional, Sequence, Set

from _pytest import config, fixtures, main, nodes

PREPARED = ("_pytest.", "gadfly_analyzers.")


class Prepared:
    """A configuration with its plugins, and the parser of its command line, for the first session of a process."""

    def __init__(self, options: "List[str]", plugins: "Iterable[Any]") -> None:
        self.usual = config.get_config
        self.made: Any = config.get_config(options)
        for plugin in plugins:
            with suppress(Exception):  # a broken plugin must not keep tests from running
                self.made.pluginmanager.register(plugin)
        keep_parser(self.made._parser)

    def install(self) -> None:
        """Have the next session take it; those that tests may begin inside of that make their own."""
        config.get_config = self.take

    def take(self, args: "Optional[List[str]]" = None, plugins: "Optional[Sequence[Any]]" = None) -> Any:
        """Give it once, as of this command line."""
        config.get_config = self.usual
        self.made.invocation_params = self.made.InvocationParams(args=args or (), plugins=plugins, dir=Path.cwd())
        return self.made


def keep_parser(parser: Any) -> None:
    """Make the parser of the options now, and another one only when there are more of them (pytest 6 to 8)."""
    make = getattr(parser, "_getparser", None)
    if make is None:
        return
    kept: Any = {}

    def made() -> Any:
        options = sum(len(group.options) for group in (*parser._groups, parser._anonymous))
        if options not in kept:
            kept[options] = make()
        return kept[options]

    parser._getparser = made
    made()


@contextmanager
def noting_fixtures() -> "Iterator[None]":
    """Note in a first session which of pytest's own plugins have no fixtures; later ones do not look there again."""
    usual: Any = fixtures.FixtureManager.parsefactories
    barren: "Set[Any]" = set()

    def noting(self: Any, holder: Any, *more: Any, **named: Any) -> None:
        before = sum(map(len, self._arg2fixturedefs.values()))
        usual(self, holder, *more, **named)
        if is_prepared(holder) and sum(map(len, self._arg2fixturedefs.values())) == before:
            barren.add(kind_of(holder))

    def knowing(self: Any, holder: Any, *more: Any, **named: Any) -> None:
        if kind_of(holder) not in barren:
            usual(self, holder, *more, **named)

    fixtures.FixtureManager.parsefactories = noting  # type: ignore[method-assign, assignment]
    yield
    fixtures.FixtureManager.parsefactories = knowing  # type: ignore[method-assign, assignment]


def is_prepared(holder: Any) -> bool:
    """Tell whether something is a plugin of pytest's or ours, and no test file or class."""
    kind = kind_of(holder)
    name = kind.__name__ if kind is holder else kind.__module__
    is_test = isinstance(holder, nodes.Node) and not isinstance(holder, main.Session)
    return name.startswith(PREPARED) and not is_test


def kind_of(holder: Any) -> Any:
    """Give what tells plugins apart: a module itself, and the class of everything else."""
    return holder if isinstance(holder, ModuleType) else type(holder)
