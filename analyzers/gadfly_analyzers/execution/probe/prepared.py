"""What pytest prepares for every session alike, done once before the fork; a run adds what its own folder says."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from types import FunctionType, MethodType, ModuleType
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple

from _pytest import config, fixtures, main, nodes
from pluggy import _hooks

PREPARED = ("_pytest.", "gadfly_analyzers.")


class Prepared:
    """A configuration with its plugins, and the parser of its command line, for the first session of a process.

    All of this is pytest's own and not promised by it: where anything of it is missing, a session prepares itself.
    """

    def __init__(self, options: "List[str]", alike: "List[str]", plugins: "List[Any]") -> None:
        self.options, self.alike, self.plugins = options, alike, plugins
        self.usual: Any = getattr(config, "get_config", None)
        self.made: Any = None
        with suppress(Exception):  # a pytest that we do not know
            self.made = self.make()

    def make(self) -> Any:
        """Make it, and raise an error if ``pytest.main`` would not take it."""
        if "get_config" not in config._prepareconfig.__code__.co_names:
            raise LookupError("get_config")
        if not all("option" in names for names in names_where_options_are_read()):
            raise LookupError("option")
        made: Any = config.get_config(self.options)
        made.invocation_params = made.InvocationParams(args=(), plugins=None, dir=Path.cwd())
        for plugin in self.plugins:
            with suppress(Exception):  # a broken plugin must not keep tests from running
                made.pluginmanager.register(plugin)
        keep_parser(made._parser)
        made._parser.parse_known_args(self.alike, namespace=made.option)
        del made.option.file_or_dir
        return made

    def install(self, own: "Dict[str, str]") -> "Tuple[List[str], List[Any]]":
        """Have the next session take it; those that tests may begin inside of that make their own.

        ``own`` are the options of this session alone, each with its value. Gives the options and plugins that are to be
        handed to the session: none, if it takes them with this.
        """
        if self.made is None:
            return [*self.alike, *(f"--{name}={value}" for name, value in own.items()), *self.options], self.plugins
        vars(self.made.option).update(own)
        config.get_config = self.take
        return [], []

    def take(self, args: "Optional[List[str]]" = None, plugins: "Optional[Sequence[Any]]" = None) -> Any:
        """Give it once, as of this command line."""
        config.get_config = self.usual
        self.made.invocation_params = self.made.InvocationParams(args=args or (), plugins=plugins, dir=Path.cwd())
        return self.made


def names_where_options_are_read() -> "Iterator[Tuple[str, ...]]":
    """Give the names in each function of pytest's that reads the command line: what is set before, it has to know."""
    for name in ("parse", "_preparse", "_initini"):
        names = getattr(getattr(config.Config, name, None), "__code__", keep_parser.__code__).co_names
        if {"parse_known_args", "parse_known_and_unknown_args"} & {*names}:
            yield names


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
    usual: Any = getattr(fixtures.FixtureManager, "parsefactories", None)
    found: "Dict[Any, int]" = {}  # fixtures of each plugin; those of one that is looked at again are not found again

    def noting(self: Any, holder: Any, *more: Any, **named: Any) -> None:
        before = count_of(self)
        usual(self, holder, *more, **named)
        if before is not None and is_prepared(holder):
            found[kind_of(holder)] = found.get(kind_of(holder), 0) + (count_of(self) or 0) - before

    def knowing(self: Any, holder: Any, *more: Any, **named: Any) -> None:
        if found.get(kind_of(holder)) != 0:
            usual(self, holder, *more, **named)

    if usual is None:
        yield
        return
    fixtures.FixtureManager.parsefactories = noting  # type: ignore[method-assign, assignment]
    yield
    fixtures.FixtureManager.parsefactories = knowing  # type: ignore[method-assign, assignment]


def keep_names() -> None:
    """Work out the names of a hook's arguments once for each function, not again for every object that has it."""
    hooks: Any = _hooks
    usual: Any = getattr(hooks, "varnames", None)
    if usual is None:
        return
    known: "Dict[Any, Any]" = {}

    def names(function: Any) -> Any:
        of = function.__func__ if type(function) is MethodType else None
        if of is None:
            return usual(function)
        if of not in known:
            known[of] = usual(function)
        return known[of]

    hooks.varnames = names


def keep_arguments() -> None:
    """Work out what fixtures of pytest's own ask for once, not again in every session."""
    usual: Any = getattr(fixtures, "getfuncargnames", None)
    if usual is None:
        return
    known: "Dict[Any, Any]" = {}

    def names(function: Any, *more: Any, **named: Any) -> Any:
        if type(function) is not FunctionType or not str(function.__module__).startswith(PREPARED):
            return usual(function, *more, **named)
        key = (function, more, *named.items())
        if key not in known:
            known[key] = usual(function, *more, **named)
        return known[key]

    vars(fixtures)["getfuncargnames"] = names


def count_of(manager: Any) -> "Optional[int]":
    """Count the fixtures that pytest knows; nothing if it keeps them in another way."""
    with suppress(Exception):
        return sum(map(len, manager._arg2fixturedefs.values()))
    return None


def is_prepared(holder: Any) -> bool:
    """Tell whether something is a plugin of pytest's or ours, and no test file or class."""
    kind = kind_of(holder)
    name = kind.__name__ if kind is holder else kind.__module__
    is_test = isinstance(holder, nodes.Node) and not isinstance(holder, main.Session)
    return name.startswith(PREPARED) and not is_test


def kind_of(holder: Any) -> Any:
    """Give what tells plugins apart: a module itself, and the class of everything else."""
    return holder if isinstance(holder, ModuleType) else type(holder)
