"""What a test asks for by name, made without pytest: the student's own fixtures, parameters, and the usual ones."""

from __future__ import annotations

import inspect
import io
import os
import pathlib
import shutil
import sys
import tempfile
from contextlib import contextmanager
from typing import Any, Callable, Dict, Iterator, List, NamedTuple, Optional, Tuple

import pytest

from gadfly_analyzers.execution.probe.parameters import UnsupportedError, values_of
from gadfly_analyzers.execution.probe.worlds import Own, World

MONKEYPATCH: Any = getattr(pytest, "MonkeyPatch", None)


class Fixture(NamedTuple):
    """A fixture of the student's: where its function is written, what it asks for, and how long it is kept."""

    name: str
    module: str
    path: str
    qualified: str
    arguments: "Tuple[str, ...]"
    scope: str
    chosen: Optional[int]


class Plan:
    """What one test needs: fixtures by name, the outermost definition first, and numbers of parameters."""

    def __init__(self, item: Any, own: Own) -> None:
        known = item._fixtureinfo
        self.indices: Dict[str, int] = dict(getattr(getattr(item, "callspec", None), "indices", {}))
        self.arguments: Tuple[str, ...] = tuple(known.argnames)
        self.fixtures = {
            name: [self.fixture(name, one, own) for one in definitions]
            for name, definitions in known.name2fixturedefs.items()
            if has_own(definitions, own)
        }
        self.first = [name for name in known.names_closure if name in self.fixtures]
        inner = [name for each in self.fixtures.values() for fixture in each for name in fixture.arguments]
        for name in (*self.arguments, *inner):
            if name not in self.fixtures and name not in self.indices and name not in USUAL:
                raise UnsupportedError(name)

    def fixture(self, name: str, definition: Any, own: Own) -> Fixture:
        """Describe a fixture so that it is found again in a module that is loaded afresh."""
        function = plain(definition.func)
        qualified = getattr(function, "__qualname__", "<")
        path = os.path.realpath(getattr(getattr(function, "__code__", None), "co_filename", ""))
        if "<" in qualified or not own.add(path) or is_async(function):
            raise UnsupportedError(name)
        chosen = self.indices.get(name) if definition.params else None
        return Fixture(
            name, function.__module__, path, qualified, tuple(definition.argnames), str(definition.scope), chosen
        )


def has_own(definitions: Any, own: Own) -> bool:
    """Tell whether a fixture is the student's."""
    paths = [getattr(getattr(plain(one.func), "__code__", None), "co_filename", "") for one in definitions]
    return bool(paths) and os.path.realpath(paths[-1]).startswith(own.folders) and "site-packages" not in paths[-1]


def is_async(function: Any) -> bool:
    """Tell whether a function needs an event loop."""
    return inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function)


def plain(function: Any) -> Any:
    """Give the function behind a method or a fixture's mark."""
    if hasattr(function, "_get_wrapped_function"):  # pytest 8.4 and later
        function = function._get_wrapped_function()
    function = getattr(getattr(function, "__pytest_wrapped__", None), "obj", function)
    return getattr(function, "__func__", function)


class Request:
    """As much of pytest's ``request`` as fixtures commonly use."""

    def __init__(self, setting: "Setting", given: "Dict[str, Any]") -> None:
        vars(self).update(given)
        self.instance = setting.instance
        self.cls = type(setting.instance) if setting.instance is not None else None
        self.addfinalizer = setting.ends.append
        self.getfixturevalue = setting.value


class Setting:
    """The values that one run of a test gets, and how they are cleared up."""

    def __init__(self, world: World, plan: Plan, given: "Dict[str, Any]", indirect: "Dict[str, Any]") -> None:
        self.world = world
        self.plan = plan
        self.values = dict(given)
        self.indirect = indirect
        self.instance: Any = None
        self.ends: List[Callable[[], Any]] = []

    def arguments(self) -> "Dict[str, Any]":
        """Give the test's arguments; fixtures that nobody asks for by name are set up too."""
        for name in self.plan.first:
            self.value(name)
        return {name: self.value(name) for name in self.plan.arguments}

    def value(self, name: str, level: int = -1) -> Any:
        """Give one value."""
        if level == -1 and name in self.values:
            return self.values[name]
        found = self.plan.fixtures.get(name, ())
        value = self.made(found[level], level) if len(found) >= -level else USUAL[name](self)
        if level == -1:
            self.values[name] = value
        return value

    def made(self, fixture: Fixture, level: int) -> Any:
        """Run a fixture, or give what it gave before to another test."""
        if fixture.scope == "function":
            return self.run(fixture, level, self.ends)
        part = type(self.instance) if fixture.scope == "class" else fixture.scope
        key = (fixture, part, level)
        if key not in self.world.once:
            self.world.once[key] = self.run(fixture, level, self.world.ends)
        return self.world.once[key]

    def run(self, fixture: Fixture, level: int, ends: "List[Callable[[], Any]]") -> Any:
        """Run a fixture."""
        owner: Any = self.world.module(fixture.module, fixture.path)
        for part in fixture.qualified.split("."):
            owner = vars(owner)[part] if isinstance(owner, type) else getattr(owner, part)
        function = plain(owner)
        given = {name: self.argument(name, fixture, level, owner) for name in fixture.arguments}
        bound = () if "." not in fixture.qualified or self.instance is None else (self.instance,)
        if not inspect.isgeneratorfunction(function):
            return function(*bound, **given)
        generator = function(*bound, **given)
        value = next(generator)
        ends.append(lambda: next(generator, None))
        return value

    def argument(self, name: str, fixture: Fixture, level: int, owner: Any) -> Any:
        """Give what a fixture asks for: another one, one of its own name further out, or the request."""
        if name == "request":
            return Request(self, self.chosen(fixture, owner))
        return self.value(name, level - 1) if name == fixture.name else self.value(name)

    def chosen(self, fixture: Fixture, owner: Any) -> "Dict[str, Any]":
        """Give the parameter of a fixture, if it has one."""
        if fixture.name in self.indirect:
            return {"param": self.indirect[fixture.name]}
        if fixture.chosen is None:
            return {}
        mark = getattr(owner, "_fixture_function_marker", None) or owner._pytestfixturefunction
        return {"param": values_of(list(mark.params)[fixture.chosen], 1)[0]}

    def close(self) -> None:
        """Clear up."""
        while self.ends:
            self.ends.pop()()


class Captured:
    """What a test prints, for ``capsys`` and its kin."""

    def __init__(self, setting: Setting) -> None:
        self.before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = self.streams = io.StringIO(), io.StringIO()
        setting.ends.append(self.end)

    def readouterr(self) -> Any:
        """Give what was printed since the last time."""
        texts = [stream.getvalue() for stream in self.streams]
        for stream in self.streams:
            stream.seek(0)
            stream.truncate()
        return Printed(*texts)

    @contextmanager
    def disabled(self) -> Iterator[None]:
        """Print elsewhere for a while."""
        sys.stdout, sys.stderr = self.before
        yield
        sys.stdout, sys.stderr = self.streams

    def end(self) -> None:
        """Print elsewhere from now on."""
        sys.stdout, sys.stderr = self.before


class Printed(NamedTuple):
    """What a test has printed."""

    out: str
    err: str


def monkeypatch(setting: Setting) -> Any:
    """Make pytest's own ``monkeypatch``."""
    made = MONKEYPATCH()
    setting.ends.append(made.undo)
    return made


def tmp_path(setting: Setting) -> pathlib.Path:
    """Make an empty folder."""
    folder = tempfile.mkdtemp()
    setting.ends.append(lambda: shutil.rmtree(folder, ignore_errors=True))
    return pathlib.Path(folder)


USUAL: "Dict[str, Callable[[Setting], Any]]" = {
    "capsys": Captured,
    "capfd": Captured,
    "monkeypatch": monkeypatch,
    "tmp_path": tmp_path,
    "request": lambda setting: Request(setting, {}),
}
if MONKEYPATCH is None:
    del USUAL["monkeypatch"]
