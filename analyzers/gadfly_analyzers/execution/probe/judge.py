"""Judges tests without the program: a stand-in gives the answers that the program gave, and the test looks at them.

A program can change whatever runs beside it; it cannot change this process, in which none of its code is.
What passes there and not here did not pass by its answers.
"""

from __future__ import annotations

import ast
import builtins
import os
import sys
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any, Dict, Iterator, List, Optional, Sequence, Set

import pytest

from gadfly_analyzers.execution.probe import channel, conftests, places, plain, shadows
from gadfly_analyzers.execution.probe.view import under

CONFIRMED, DENIED, UNCLEAR = "confirmed", "denied", "unclear"
_KEPT_CALLS = 20  # as many as are kept of a test
_FIXED = (int, float, complex, str, bytes, bool, type(None))


class UnclearError(BaseException):
    """The test needs more of the program than its answers."""


class ContradictionError(BaseException):
    """The test asks what the program was never asked, and so cannot have answered."""


class Answers:
    """What the program gave in the test that is judged now, in order."""

    def __init__(self) -> None:
        self.left: List[Dict[str, Any]] = []
        self.loose = False  # more than the answer may matter: changes to arguments, the words of an error

    def next(self, name: str, arguments: "Sequence[Any]") -> Any:
        """Give the next answer."""
        self.loose = self.loose or not all(is_fixed(one) for one in arguments)
        if not self.left:
            raise ContradictionError(name)
        call = self.left.pop(0)
        if call["function"] != name:
            raise UnclearError
        if call["raised"]:
            self.loose = True
            raise getattr(builtins, call["raised"])
        return ast.literal_eval(call["returned"])


class StandIn(ModuleType):
    """Has the functions of the program, which answer from what was noted."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise UnclearError


class Finder:
    """Gives the stand-in where the program would be imported, and nothing else of the student's."""

    def __init__(self, request: "Dict[str, Any]", names: "Set[str]", answers: Answers) -> None:
        self.program, self.root = os.path.realpath(request["program"]), os.path.realpath(request["root"])
        self.tests = {os.path.realpath(one) for one in request["tests"]}
        self.names = names
        self.answers = answers

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Optional[ModuleSpec]:
        """Find a module."""
        found = PathFinder.find_spec(name, path)
        place = os.path.realpath(found.origin) if found and found.origin else ""
        if place == self.program:
            return ModuleSpec(name, self, origin=place)  # type: ignore[arg-type] # it has what a loader needs
        if under(place, self.root) and place not in self.tests and "site-packages" not in place:
            raise ImportError("what else the student has written is not to run here")
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Make the stand-in."""
        module = StandIn(spec.name)
        for name in self.names:
            setattr(module, name, self.function(name))
        return module

    def function(self, name: str) -> Any:
        """Make one function of it."""
        return lambda *args, **named: self.answers.next(name, [*args, *named.values()])

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: the program is not run."""


class Judge:
    """The pytest plugin that judges the tests of the request and says no more than a word on each."""

    def __init__(self, request: "Dict[str, Any]", line: channel.Channel) -> None:
        self.request = request
        self.line = line
        self.answers = Answers()
        self.error: Optional[BaseException] = None
        tree: Any = places.tree_of(request["program"])
        self.names = plain.functions(tree)
        finder: Any = Finder(request, self.names, self.answers)
        sys.meta_path.insert(0, finder)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: "List[Any]") -> None:
        """Keep what is to be judged."""
        items[:] = [item for item in items if item.nodeid in self.request["answers"]]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: Any, nextitem: Any) -> bool:
        """Judge one test."""
        from _pytest.runner import runtestprotocol

        self.error = None
        calls = self.request["answers"][item.nodeid]
        verdict = UNCLEAR
        if self.can_judge(item, calls):
            self.answers.left, self.answers.loose = list(calls), False
            runtestprotocol(item, log=False, nextitem=nextitem)
            verdict = self.verdict()
        self.line.send({"kind": "judged", "id": item.nodeid, "verdict": verdict})
        return True

    def can_judge(self, item: Any, calls: "List[Dict[str, Any]]") -> bool:
        """Tell whether a test looks at nothing but answers, and all of these can be given again."""
        function = definition(item)
        given = getattr(getattr(item, "callspec", None), "params", {})
        if function is None or set(getattr(item, "fixturenames", ())) - set(given):
            return False
        whole = len(calls) < _KEPT_CALLS and all(can_be_given(call) for call in calls)
        return whole and plain.is_plain_test(function, self.names)

    def verdict(self) -> str:
        """Say what came of a test."""
        if self.error is None:
            return CONFIRMED
        if isinstance(self.error, (AssertionError, ContradictionError, pytest.fail.Exception)):
            return UNCLEAR if self.answers.loose else DENIED
        return UNCLEAR

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item: Any, call: Any) -> "Iterator[None]":
        """Note what left a test."""
        if call.excinfo is not None and self.error is None:
            self.error = call.excinfo.value
        yield

    def pytest_sessionfinish(self) -> None:
        """End the process here."""
        self.line.send({"kind": "done"})
        channel.leave(0)


def definition(item: Any) -> Optional[ast.FunctionDef]:
    """Find a test's text, if it is a function at the top of its file or of a class that has nothing but tests."""
    name = getattr(item, "originalname", None) or item.name
    owner = getattr(item, "cls", None)
    tree: Any = places.tree_of(str(item.fspath))
    for one in tree.body:
        if isinstance(one, ast.FunctionDef) and one.name == name and owner is None:
            return one
        if isinstance(one, ast.ClassDef) and owner is not None and one.name == owner.__name__:
            inside = [each for each in one.body if isinstance(each, ast.FunctionDef)]
            if len(inside) == len(one.body) and all(each.name.startswith("test") for each in inside):
                return next((each for each in inside if each.name == name), None)
    return None


def can_be_given(call: "Dict[str, Any]") -> bool:
    """Tell whether an answer can be given again as it was."""
    if call["raised"]:
        error = getattr(builtins, call["raised"], None)
        return isinstance(error, type) and issubclass(error, Exception)
    return call["returned"] is not None


def is_fixed(value: Any) -> bool:
    """Tell whether a value cannot be changed by who gets it."""
    return isinstance(value, _FIXED) or (isinstance(value, tuple) and all(is_fixed(one) for one in value))


def is_possible(request: "Dict[str, Any]") -> bool:
    """Tell whether tests can be judged here at all: loading them runs nothing of the student's."""
    try:
        files: List[Any] = [places.tree_of(path) for path in [*request["tests"], request["program"]]]
    except (OSError, SyntaxError, ValueError):
        return False
    tests = request["tests"]
    places_of_tests = (folder for folder in request["paths"] if conftests.around(folder, tests))
    helped = any(os.path.exists(os.path.join(folder, "conftest.py")) for folder in places_of_tests)
    own = shadows.stem(request["program"])
    is_python_s = own in sys.modules or own in shadows.STANDARD  # then a stand-in would not be found
    return not helped and not is_python_s and all(map(plain.is_plain_file, files[:-1]))
