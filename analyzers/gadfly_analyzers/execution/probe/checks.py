"""One test, run again and again without pytest."""

from __future__ import annotations

import os
import unittest
from types import TracebackType
from typing import Any, List, Optional, Tuple

import pytest

from gadfly_analyzers.execution.probe.fixtures import Plan, Setting, is_async, plain
from gadfly_analyzers.execution.probe.parameters import Parameters, UnsupportedError
from gadfly_analyzers.execution.probe.worlds import Own, World

NOWHERE = -1


class Check:
    """A test; ``run`` raises whatever makes it fail."""

    def __init__(self, item: Any) -> None:
        self.id: str = item.nodeid

    def run(self, world: World) -> None:
        """Run it."""
        raise NotImplementedError

    def position(self, trace: Optional[TracebackType]) -> int:
        """Tell how far it came, the larger the farther, from the way of an exception through ``run`` and on."""
        return NOWHERE


class FunctionCheck(Check):
    """A test function, or a method of a class of tests."""

    def __init__(self, item: Any, own: Own) -> None:
        super().__init__(item)
        self.path = os.path.realpath(item.module.__file__)
        self.module: str = item.module.__name__
        self.classes = [node.name for node in item.listchain() if isinstance(node, pytest.Class)]
        self.name: str = getattr(item, "originalname", None) or item.name
        if not own.add(self.path) or is_async(plain(item.obj)) or hasattr(item.obj, "hypothesis"):
            raise UnsupportedError(item.name)
        if item.get_closest_marker("xfail"):
            raise UnsupportedError("xfail")
        self.plan = Plan(item, own)
        self.parameters = Parameters(item)

    def run(self, world: World) -> None:
        """Set up, call, clear up."""
        module = world.module(self.module, self.path)
        owners: List[Any] = [module]
        for name in self.classes:
            owners.insert(0, getattr(owners[0], name))
        owner = owners[0]
        self.prepare(world, module, owner)
        given, indirect = self.parameters.read([getattr(owner, self.name), *owners])
        setting = Setting(world, self.plan, given, indirect)
        try:
            self.call(setting, owner)
        finally:
            setting.close()

    def prepare(self, world: World, module: Any, owner: Any) -> None:
        """Set up what is set up once: in the ways of xunit."""
        once(world, module, ("setUpModule", "setup_module"), ("tearDownModule", "teardown_module"))
        if owner is not module:
            once(world, owner, ("setUpClass", "setup_class"), ("tearDownClass", "teardown_class"))

    def call(self, setting: Setting, owner: Any) -> None:
        """Call the test with what it asks for."""
        setting.instance = owner() if self.classes else None
        target = owner if setting.instance is None else setting.instance
        function = getattr(target, self.name)
        kind = "method" if self.classes else "function"
        flexibly(getattr(target, "setup_" + kind, None), function)
        try:
            function(**setting.arguments())
        finally:
            flexibly(getattr(target, "teardown_" + kind, None), function)

    def position(self, trace: Optional[TracebackType]) -> int:
        """Give the line at which the test's own function was; what fails there is farther than what fails in a call."""
        trace = trace and trace.tb_next and trace.tb_next.tb_next  # each look at a frame is reported, also at ours
        while trace is not None:
            code = trace.tb_frame.f_code
            if code.co_name == self.name and code.co_filename == self.path:
                return 2 * (trace.tb_lineno - code.co_firstlineno) + (trace.tb_next is None)
            trace = trace.tb_next
        return NOWHERE


class CaseCheck(FunctionCheck):
    """A method of a ``unittest.TestCase``."""

    def call(self, setting: Setting, owner: Any) -> None:
        """Run it in the way of unittest."""
        setting.instance = case = owner(self.name)
        setting.arguments()
        seen = Seen()
        case.run(seen)
        if seen.error is not None:
            raise seen.error


class Seen(unittest.TestResult):
    """Keeps the first thing that went wrong."""

    error: Optional[BaseException] = None

    def keep(self, error: Optional[BaseException]) -> None:
        """Keep an error if it is the first."""
        self.error = self.error or error

    def addError(self, test: Any, err: Any) -> None:  # noqa: N802 # unittest's own name
        """Keep an exception."""
        self.keep(err[1])

    addFailure = addError  # noqa: N815

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:  # noqa: N802
        """Keep what a part of a test raised."""
        self.keep(err and err[1])

    def addSkip(self, test: Any, reason: str) -> None:  # noqa: N802
        """Take a test that was skipped as one that does not pass."""
        self.keep(unittest.SkipTest(reason))

    def addUnexpectedSuccess(self, test: Any) -> None:  # noqa: N802
        """Take a surprise as what it is."""
        self.keep(AssertionError())


def once(world: World, owner: Any, begin: "Tuple[str, ...]", end: "Tuple[str, ...]") -> None:
    """Set up a module or a class the first time, and clear up when the world ends."""
    key = ("once", owner)
    if key in world.once:
        return
    world.once[key] = True
    for name in begin:
        flexibly(getattr(owner, name, None), owner)
    for name in end:
        if hasattr(owner, name):
            world.ends.append(lambda name=name: flexibly(getattr(owner, name), owner))  # type: ignore[misc] # mypy cannot infer


def flexibly(function: Any, argument: Any) -> None:
    """Call what sets up, with or without an argument as it is written."""
    if function is not None:
        code = getattr(plain(function), "__code__", None)
        wanted = code.co_argcount - hasattr(function, "__self__") if code else 0
        function(*([argument] if wanted else []))
