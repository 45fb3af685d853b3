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
from typing import Any, Dict, Iterator, List, Optional, Sequence

import pytest

from gadfly_analyzers.execution.probe import channel, conftests, holding, judgeable, places, plain, shadows
from gadfly_analyzers.execution.probe.view import under

CONFIRMED, DENIED, UNCLEAR = "confirmed", "denied", "unclear"
_RUNS_SET_UP = ("_unittest_", "_xunit_setup_method_fixture_")
_FIXED = (int, float, complex, str, bytes, bool, type(None))


class UnclearError(BaseException):
    """The test needs more of the program than its answers."""


class ContradictionError(BaseException):
    """The test asks what the program was never asked, and so cannot have answered."""


class Answers:
    """What the program gave in the test that is judged now, in order."""

    def __init__(self) -> None:
        self.begin([], None)

    def begin(self, left: "List[Dict[str, Any]]", test: "Optional[holding.Holding]") -> None:
        """Begin with a test of which is known what it looks at besides answers."""
        self.left = list(left)
        self.test = test
        self.gave = False  # something that can be changed
        self.loose = bool(test and test.shares)  # more than the answers may matter

    def lacks(self, name: str) -> bool:
        """Tell whether a name that may not be there was not asked; who catches errors may have wanted just that."""
        if self.test is None:
            return False
        asked = [one["raised"] for one in self.left if one["function"] == name]
        self.loose |= self.test.catches and asked[:1] in ([], ["AttributeError"])
        return not asked

    def next(self, name: str, arguments: "Sequence[Any]") -> Any:
        """Give the next answer."""
        test = self.test
        if test is None or not self.left:
            raise ContradictionError(name)
        self.loose |= (test.keeps and self.gave) or (test.lends and not all(is_fixed(one) for one in arguments))
        answer = self.left.pop(0)
        if answer["function"] != name:
            raise ContradictionError(name)
        if answer["raised"]:
            self.loose |= test.reads_errors
            raise error_of(answer["raised"])
        value = value_of(answer["returned"])
        self.loose |= test.takes_order and repr(value) != answer["returned"]
        self.gave |= not is_fixed(value)
        return value


def error_of(name: str) -> Exception:
    """Make an exception as it was raised, if it is one of Python's own that need no more than their name."""
    kind = getattr(builtins, name, None)
    if not (isinstance(kind, type) and issubclass(kind, Exception)):
        raise UnclearError
    try:
        return kind()
    except TypeError:
        raise UnclearError from None


def value_of(text: Optional[str]) -> Any:
    """Read an answer, if it could be written down."""
    try:
        return ast.literal_eval(text or "")
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        raise UnclearError from None


class Question:
    """Stands for a function of the program."""

    def __init__(self, name: str, answers: Answers) -> None:
        self.name, self.answers = name, answers

    def __call__(self, *values: Any, **named: Any) -> Any:
        return self.answers.next(self.name, [*values, *named.values()])


class Look:
    """Gives whatever is looked up in the stand-in, as what answers from what was noted."""

    def __init__(self, program: Any, answers: Answers) -> None:
        self.bound, self.firm = plain.names_anywhere(program), plain.names_for_sure(program)
        self.answers = answers

    def __call__(self, name: str) -> Question:
        is_python_s = name.startswith("__") and name not in self.bound
        if is_python_s or (name not in self.firm and self.answers.lacks(name)):
            raise AttributeError(name)
        return Question(name, self.answers)


def stand_in(name: str, program: Any, answers: Answers) -> ModuleType:
    """Make a module that keeps nothing of its own where the program could have a name."""
    module = ModuleType(name)
    vars(module).update(__getattr__=Look(program, answers), __all__=sorted(plain.exported(program)))
    return module


def asks_here(item: Any, text: judgeable.Text) -> bool:
    """Tell whether the names by which a test asks the program stand for it in its file, and for nothing else."""
    named = [vars(item.module).get(name) for name in text.known.names_asked(text.parts)]
    looked = (vars(one).get("__getattr__") if isinstance(one, ModuleType) else one for one in named)
    return all(isinstance(one, (Look, Question)) for one in looked)


class Finder:
    """Gives the stand-in where the program would be imported, and nothing else of the student's."""

    def __init__(self, request: "Dict[str, Any]", answers: Answers) -> None:
        self.program, self.root = os.path.realpath(request["program"]), os.path.realpath(request["root"])
        self.tests = {os.path.realpath(one) for one in request["tests"]}
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
        """Make the stand-in; who imports all of it gets what the program defines."""
        return stand_in(spec.name, places.tree_of(self.program), self.answers)

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: the program is not run."""


class Judge:
    """The pytest plugin that judges the tests of the request and says no more than a word on each."""

    def __init__(self, request: "Dict[str, Any]", line: channel.Channel) -> None:
        self.request = request
        self.line = line
        self.answers = Answers()
        self.error: Optional[BaseException] = None
        finder: Any = Finder(request, self.answers)
        sys.meta_path.insert(0, finder)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: "List[Any]") -> None:
        """Keep what is to be judged."""
        items[:] = [item for item in items if item.nodeid in self.request["answers"]]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: Any, nextitem: Any) -> bool:
        """Judge one test."""
        told = self.request["answers"][item.nodeid]
        self.line.send({"kind": "judged", "id": item.nodeid, "verdict": self.judged(item, told, nextitem)})
        return True

    def judged(self, item: Any, told: "Optional[List[Dict[str, Any]]]", nextitem: Any) -> str:
        """Run a test that looks at nothing but answers, and say what came of it."""
        from _pytest.runner import runtestprotocol

        text = judgeable.text_of(item, self.request["program"])
        if text is None or needs_more(item, text.parts[-1]) or not asks_here(item, text):
            return UNCLEAR
        test = holding.of_test(text.parts, text.tests, text.known)
        if told is None:
            return DENIED if test.bounded else UNCLEAR
        self.error = None
        self.answers.begin(told, test)
        runtestprotocol(item, log=False, nextitem=nextitem)
        return self.verdict()

    def verdict(self) -> str:
        """Say what came of a test: one that passed has let no exception go, whatever it asked for."""
        if self.error is None:
            return CONFIRMED
        is_unclear = isinstance(self.error, (UnclearError, NameError, ImportError))
        is_failure = isinstance(self.error, (Exception, ContradictionError, pytest.fail.Exception))
        return DENIED if is_failure and not is_unclear and not self.answers.loose else UNCLEAR

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item: Any, call: Any) -> "Iterator[None]":
        """Note what left a test."""
        yield  # in which pytest takes over what unittest has kept
        if call.excinfo is not None and self.error is None:
            self.error = call.excinfo.value

    def pytest_sessionfinish(self) -> None:
        """End the process here."""
        self.line.send({"kind": "done"})
        channel.leave(0)


def needs_more(item: Any, test: ast.FunctionDef) -> bool:
    """Tell whether a test is set up by fixtures, other than those by which pytest runs what a class sets up."""
    given = getattr(getattr(item, "callspec", None), "params", {})
    asked = {argument.arg for argument in test.args.args}
    found = [name for name in getattr(item, "fixturenames", ()) if name != "request" or name in asked]
    more = (name for name in found if name not in given or is_fixture(item, name))
    return any(not name.startswith(_RUNS_SET_UP) for name in more)


def is_fixture(item: Any, name: str) -> bool:
    """Tell whether a parameter is one of a fixture, and not of the test itself, for which pytest has its own."""
    known = getattr(item, "_fixtureinfo", None)
    made = getattr(known, "name2fixturedefs", {}).get(name, ())
    return any(not str(getattr(one.func, "__module__", "")).startswith("_pytest.") for one in made)


def is_fixed(value: Any) -> bool:
    """Tell whether a value cannot be changed by who gets it."""
    return isinstance(value, _FIXED) or (isinstance(value, tuple) and all(is_fixed(one) for one in value))


def is_possible(request: "Dict[str, Any]") -> bool:
    """Tell whether tests can be judged here at all: loading them runs nothing of the student's."""
    tests = request["tests"]
    around = (folder for folder in request["paths"] if conftests.around(folder, tests))
    helpers = [path for folder in around if os.path.exists(path := os.path.join(folder, "conftest.py"))]
    try:
        files: List[Any] = [places.tree_of(path) for path in [*tests, *helpers]]
    except (OSError, SyntaxError, ValueError):
        return False
    own = shadows.stem(request["program"])
    is_python_s = own in sys.modules or own in shadows.STANDARD  # then a stand-in would not be found
    return not is_python_s and all(map(plain.is_plain_file, files))
